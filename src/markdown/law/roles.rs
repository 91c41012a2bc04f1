//! How the parts of a text stand on the page, by what they are.

use crate::legal::structure::Role;
use crate::markdown::element::Class;

/// Whether a part stands on the page as a heading.
pub(in crate::markdown) fn is_heading(role: Role) -> bool {
    matches!(
        role,
        Role::Part
            | Role::Chapter
            | Role::Section
            | Role::Subsection
            | Role::Article
            | Role::Annex
            | Role::Regulation
    )
}

/// Whether a paragraph of this role begins with its number.
pub(in crate::markdown) fn is_numbered(role: Role) -> bool {
    matches!(role, Role::Clause | Role::Subclause | Role::Point)
}

/// Whether a part can lie in no list: it ends what came before.
pub(in crate::markdown) fn ends_lists(role: Role) -> bool {
    is_heading(role)
        || matches!(
            role,
            Role::Adoption | Role::Recipients | Role::SignerRole | Role::SignerMark | Role::SignerName
        )
}

/// Whether a part stands before the first provision and says nothing that a summary would.
pub(in crate::markdown) fn is_before_provisions(role: Role) -> bool {
    role <= Role::Enacting
}

/// The class of the paragraph that a part is written as.
pub(in crate::markdown) fn class(role: Role) -> Class {
    match role {
        Role::NationalName
        | Role::Issuer
        | Role::Title
        | Role::Subject
        | Role::Council
        | Role::Session
        | Role::Caption => Class::Head,
        Role::Motto | Role::Number | Role::PlaceAndDate | Role::Enclosure => Class::HeadLine,
        Role::Basis | Role::Consideration => Class::Recital,
        Role::Enacting => Class::Enacting,
        Role::Clause => Class::Clause,
        Role::Subclause | Role::Point => Class::Point,
        Role::Dash | Role::Item => Class::Dash,
        Role::Recipients | Role::Recipient => Class::Recipients,
        Role::SignerRole | Role::SignerMark | Role::SignerName => Class::Signer,
        Role::Quoted => Class::Quoted,
        _ => Class::Plain,
    }
}
