//! Congbao makes the resolution portal of a Vietnamese People's Council from a folder of Markdown.
//!
//! A site is a function of its input files. Each module below takes the value of the one before and gives the next:
//! [`inputs`] are read, each [`document`] is parsed alone, [`link`] makes one [`link::Site`] of them, [`plan`] lists
//! its pages, [`view`] collects what each page shows, [`render`] makes bytes of it with a [`theme`]. [`build`] is the
//! chain; only [`disk`] meets the machine.

pub mod manifest;
pub mod path;
pub mod text;

pub mod lang;
pub mod legal;

pub mod diag;

pub mod yaml;

pub mod front;
pub mod inputs;

pub mod config;
pub mod markdown;

pub mod document;
pub mod hosts;

pub mod link;

pub mod check;
pub mod plan;
pub mod starter;

pub mod lock;
pub mod minify;
pub mod search;
pub mod theme;

pub mod memo;
pub mod view;

pub mod export;
pub mod render;

pub mod build;

pub mod demo;
pub mod disk;
pub mod schema;
