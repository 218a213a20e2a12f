//! `history.pdf` as other programs read it.
