//! The program at its boundaries: whole sites, in memory and on disk.

mod crawl;
mod floors;
mod harness;
mod minified;
mod pages;
mod problems;
mod published;
mod real_texts;
mod robustness;
mod sample;
mod words;
