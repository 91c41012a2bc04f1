//! Files that hold a list of one sort in a standard of others.

use super::{Export, Page, Planner};

/// A file in the shape of `OParl` 1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OparlList {
    /// The portal as a whole.
    System,
    /// The council with its terms.
    Bodies,
    /// Bodies (cơ quan).
    Organizations,
    /// Officials with their offices.
    People,
    /// Sessions with their agendas.
    Meetings,
    /// Resolutions and reports with their files.
    Papers,
}

impl OparlList {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::System, Self::Bodies, Self::Organizations, Self::People, Self::Meetings, Self::Papers];

    /// The name of its file.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::System => "system.json",
            Self::Bodies => "bodies.json",
            Self::Organizations => "organizations.json",
            Self::People => "people.json",
            Self::Meetings => "meetings.json",
            Self::Papers => "papers.json",
        }
    }
}

/// A list of Popolo 1.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PopoloList {
    /// Officials.
    People,
    /// Bodies.
    Organizations,
    /// Offices.
    Memberships,
}

impl PopoloList {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::People, Self::Organizations, Self::Memberships];

    /// The name of its file.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::People => "people.json",
            Self::Organizations => "organizations.json",
            Self::Memberships => "memberships.json",
        }
    }
}

impl Planner<'_> {
    /// The lists in the standards of others.
    pub(super) fn standards(&mut self) {
        for list in OparlList::ALL {
            let route = self.addresses.oparl(list);
            self.add(route, Page::Export(Export::Oparl(list)), "a list in the shape of OParl", None);
        }
        for list in PopoloList::ALL {
            let route = self.addresses.popolo(list);
            self.add(route, Page::Export(Export::Popolo(list)), "a list of Popolo", None);
        }
    }
}
