//! The program at its boundaries: whole sites, in memory and on disk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::cast_possible_truncation,
    reason = "a test that cannot go on should stop, and tests meet the disk"
)]

mod addresses;
mod akn;
mod backlinks;
mod bodies;
mod catalogue;
mod charts;
mod check;
mod citations;
mod cite;
mod confirmed;
mod crawl;
mod examples;
mod export;
mod exports;
#[cfg(feature = "external")]
mod external;
mod floors;
mod guards;
mod harness;
mod init;
mod kept;
mod lists;
mod manual;
mod meant;
mod memo;
mod minified;
mod mistakes;
mod new;
mod pages;
mod places;
mod problems;
mod published;
mod publishing;
mod real_texts;
mod recognition;
mod relations;
mod robustness;
mod rules;
mod sample;
mod schema;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod standards;
mod typed;
mod wording;
mod words;
