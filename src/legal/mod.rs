//! Knowledge of Vietnamese official documents, apart from any portal: how they, their provisions, the bodies and the
//! sessions are named and numbered.

mod body_name;
pub mod citation;
pub mod instruction;
pub mod laws;
mod list;
pub mod people;
mod provision;
mod relation;
mod session_name;
pub mod structure;
mod symbol;

pub use body_name::body_key;
pub use citation::{Citation, CitationKind, Reading, citations};
pub use people::{KnownNames, Person, people};
pub use provision::{ProvisionLabel, ProvisionPath};
pub use relation::RelationKind;
pub use session_name::{
    SessionNumber, SpecialSession, SpecialSessionNumber, parse_session_number, parse_special_session,
};
pub use symbol::{DocumentName, Symbol};
