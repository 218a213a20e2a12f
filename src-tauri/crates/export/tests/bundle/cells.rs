//! `history.csv` in the hands of a spreadsheet.
