//! The house rules that a machine can check: who may lean on whom, what may be shipped, and what every file owes its
//! reader. Nothing here looks at what the product does.
//!
//! A red test names the file and the rule, and says why the rule is there. If a rule is wrong, change the table in
//! the same commit as the code that needs it, so that the change is seen.

#![cfg(test)]

mod arrows;
mod fixtures;
mod generated;
mod licences;
mod one_way;
mod outside;
mod revealed;
mod sources;
mod traces;
mod tree;
