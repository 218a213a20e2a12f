//! Bundles that somebody touched.
