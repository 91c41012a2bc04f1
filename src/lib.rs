//! temporary
pub mod path; pub mod text; pub mod lang; pub mod legal; pub mod diag; pub mod yaml; pub mod front;
pub mod markdown;
pub mod inputs; pub mod config; pub mod document;
pub mod link;
pub mod plan;
