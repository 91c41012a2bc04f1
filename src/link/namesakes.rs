//! Officials who bear one name, told apart by office and day. What leaves two of them possible decides nothing.

use super::settle::is_same_body;
use super::{BodyIndex, OfficialIndex, Role, Site};
use crate::legal::body_key;
use crate::text::{Date, PartialDate, match_key};

/// When, and for which body, an official is referred to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Occasion {
    /// The day of the document or session.
    pub(super) day: Option<Date>,
    /// The body for which the official signs or presides, where the reference is such.
    pub(super) body: Option<BodyIndex>,
}

/// Whether somebody can be meant on an occasion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// An office of that day is recorded.
    InOffice,
    /// The record has no offices, or some without their days.
    Unknown,
    /// All recorded offices are of other days or bodies.
    OutOfOffice,
}

/// Of officials with one name the only one who can be meant on an occasion, by the days of their offices.
pub(super) fn in_office(
    site: &Site,
    namesakes: &[OfficialIndex],
    occasion: Occasion,
) -> Option<OfficialIndex> {
    let day = occasion.day?;
    let standing = |index: &OfficialIndex, is_wanted: &dyn Fn(&Role) -> bool| {
        standing(&site.official(*index).roles, day, is_wanted)
    };
    let is_of_body = |role: &Role| occasion.body.is_none_or(|body| site.is_office_of(role, body));
    let possible: Vec<OfficialIndex> = namesakes
        .iter()
        .copied()
        .filter(|index| standing(index, &is_of_body) != Standing::OutOfOffice)
        .collect();
    match possible.as_slice() {
        [one] => (standing(one, &is_of_body) == Standing::InOffice).then_some(*one),
        several if occasion.body.is_some() => {
            if several.iter().any(|index| standing(index, &is_of_body) == Standing::Unknown) {
                return None;
            }
            let presides = |role: &Role| is_of_body(role) && presides(&role.title);
            let mut presiding =
                several.iter().filter(|index| standing(index, &presides) == Standing::InOffice);
            presiding.next().copied().filter(|_| presiding.next().is_none())
        }
        _ => None,
    }
}

/// Of officials with one name the only one who holds an office that a text says, on its day; `said` are offices as the
/// text writes them.
pub(super) fn by_office(
    site: &Site,
    namesakes: &[OfficialIndex],
    said: &str,
    day: Option<Date>,
) -> Vec<OfficialIndex> {
    let offices = said_offices(said);
    let holds = |index: &&OfficialIndex| {
        let roles = &site.official(**index).roles;
        offices.iter().any(|office| roles.iter().any(|role| office.is(site, role, day)))
    };
    namesakes.iter().filter(holds).copied().collect()
}

fn standing(roles: &[Role], day: Date, is_wanted: &dyn Fn(&Role) -> bool) -> Standing {
    if roles.iter().any(|role| role.is_dated() && role.is_held_on(day) && is_wanted(role)) {
        Standing::InOffice
    } else if roles.is_empty() || roles.iter().any(|role| !role.is_dated() && is_wanted(role)) {
        Standing::Unknown
    } else {
        Standing::OutOfOffice
    }
}

/// Whether one who holds the office signs what a body adopts and presides over it.
fn presides(title: &str) -> bool {
    let title = match_key(title);
    ["Chủ tịch", "Chủ tọa"].iter().any(|office| title.contains(&match_key(office)))
}

/// An office as a text says it.
#[derive(Debug)]
struct SaidOffice {
    key: String,
    /// Whether it is said to be one of the past: `nguyên`.
    is_former: bool,
}

fn said_offices(said: &str) -> Vec<SaidOffice> {
    let former = ["nguyên ", "cựu "].map(match_key_of_lead);
    let mut offices: Vec<SaidOffice> = Vec::new();
    for words in said.split([',', ';']).flat_map(|words| words.split(" kiêm ")) {
        let key = body_key(words.trim());
        let rest = former.iter().find_map(|lead| key.strip_prefix(lead.as_str()));
        // What stands behind `nguyên Bí thư, …` may be of the past too.
        if rest.is_none() && offices.iter().any(|office| office.is_former) {
            break;
        }
        let is_former = rest.is_some();
        let key = rest.unwrap_or(&key).to_owned();
        if !key.is_empty() {
            offices.push(SaidOffice { key, is_former });
        }
    }
    offices
}

/// The key of words that stand before others.
fn match_key_of_lead(words: &str) -> String {
    match_key(words) + " "
}

impl SaidOffice {
    fn is(&self, site: &Site, role: &Role, day: Option<Date>) -> bool {
        let is_of_day = day.is_none_or(|day| {
            if self.is_former {
                role.end.is_some_and(|end| end.first_day() <= day)
            } else {
                role.is_held_on(day)
            }
        });
        is_of_day && self.is_called(site, role)
    }

    /// Whether the words name the office: all of its title, and where more is said the body.
    fn is_called(&self, site: &Site, role: &Role) -> bool {
        let title = body_key(&role.title);
        if title.is_empty() {
            return false;
        }
        if self.key == title || begins_with(&title, &self.key) {
            return true;
        }
        if !begins_with(&self.key, &title) {
            return false;
        }
        let Some(body) = role.body else { return ends_with_level(&title) };
        let bodies: Vec<String> =
            site.with_parents(body).map(|body| body_key(&site.body(body).name)).collect();
        // `Chủ tịch HĐND` of the body `HĐND tỉnh X` is called `Chủ tịch HĐND tỉnh X`.
        let starts = self.key.match_indices(' ').map(|(at, _)| at + 1).filter(|at| *at <= title.len() + 1);
        starts
            .filter_map(|at| self.key.get(at..))
            .any(|rest| bodies.iter().any(|body| is_same_body(rest, body)))
    }
}

/// Whether a key begins with the words of another and has more.
fn begins_with(long: &str, short: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a key leaves out the name of the unit: `Chủ tịch HĐND tỉnh`.
fn ends_with_level(key: &str) -> bool {
    let last = key.rsplit(' ').next().unwrap_or_default();
    ["tỉnh", "phố", "huyện", "quận", "xã", "phường", "ủy"].iter().any(|level| match_key(level) == last)
}

impl Role {
    /// Whether it was held on a day, as far as its days are recorded.
    #[must_use]
    pub fn is_held_on(&self, day: Date) -> bool {
        self.start.is_none_or(|start| start.first_day() <= day)
            && self.end.is_none_or(|end| day <= end.last_day())
    }

    /// Whether the record says when it was held, and not that it ended before it began.
    fn is_dated(&self) -> bool {
        (self.start.is_some() || self.end.is_some()) && !ends_early(self.start, self.end)
    }
}

/// Whether an office ends before it begins.
#[must_use]
pub fn ends_early(start: Option<PartialDate>, end: Option<PartialDate>) -> bool {
    start.zip(end).is_some_and(|(start, end)| end.last_day() < start.first_day())
}

impl Site {
    /// Whether a role is one in which a resolution of the body can be signed: of the body itself or of its family, or one
    /// that does not say of what, or that names the council in its title.
    #[must_use]
    pub fn is_office_of(&self, role: &Role, issuer: BodyIndex) -> bool {
        let Some(body) = role.body else { return true };
        let title = match_key(&role.title);
        self.with_parents(body).any(|body| body == issuer)
            || self.with_parents(issuer).any(|whole| whole == body)
            || ["HĐND", "Hội đồng nhân dân"].iter().any(|council| title.contains(&match_key(council)))
    }

    /// A body and those that it belongs to. Loops of parents are cut when the site is linked.
    fn with_parents(&self, body: BodyIndex) -> impl Iterator<Item = BodyIndex> {
        std::iter::successors(Some(body), |body| self.body(*body).parent)
    }
}
