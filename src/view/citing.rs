//! Documents that cite the one shown or name a person, with the words around each place.

use serde::Serialize;

use super::shared::{LinkView, Paged};
use super::{Scene, SharedCard};
use crate::legal::citation::Role;
use crate::link::{CitedBy, Citing, DocumentIndex, MentionedIn, Work};
use crate::markdown::{Found, Mention};
use crate::path::Route;

/// Places of one document that are shown.
const MOST_PLACES: usize = 3;

/// Documents that cite the one shown in one role.
#[derive(Debug, Serialize)]
pub struct CitingGroup {
    /// `basis`, `considered` or `reference`; the words are under `cited_as_` and this.
    pub role: &'static str,
    /// How many documents cite it so, on all pages.
    pub count: usize,
    /// By what they cite, the whole document first.
    pub parts: Vec<CitingPart>,
}

/// Documents that cite one provision of the document shown, or the whole.
#[derive(Debug, Serialize)]
pub struct CitingPart {
    /// The provision, linked where it is held; none for the whole document.
    pub provision: Option<LinkView>,
    /// The documents, newest first.
    pub rows: Vec<CitingView>,
}

/// Documents of one year that name a person.
#[derive(Debug, Serialize)]
pub struct CitingYear {
    /// The year; none where it is not known.
    pub year: Option<i16>,
    /// The documents, newest first.
    pub rows: Vec<CitingView>,
}

/// A document that cites the one shown, or names a person.
#[derive(Debug, Serialize)]
pub struct CitingView {
    /// The document.
    pub card: SharedCard,
    /// The first places in it, with the words around each.
    pub places: Vec<CitingPlace>,
    /// How many more places there are.
    pub more: usize,
}

/// A place where a document is cited or a person named.
#[derive(Debug, Serialize)]
pub struct CitingPlace {
    /// The place, `Điều 1` or the like; the address leads there.
    pub place: Option<LinkView>,
    /// The provisions that are cited, as written, where that says more than the heading above.
    pub provisions: Option<String>,
    /// The words around it.
    pub sentence: String,
}

impl Scene<'_> {
    /// Who cites a document, in groups; all of them.
    pub(super) fn cited_by(self, work: Work, cited_in: &CitedBy) -> Vec<CitingGroup> {
        self.citing_groups(work, cited_in, &cited_in.rows)
    }

    /// One page of those who cite a document.
    pub(super) fn cited_by_paged(
        self,
        work: Work,
        cited_in: &CitedBy,
        page: usize,
        first: &Route,
    ) -> Paged<CitingGroup> {
        let paged = self.paged(&cited_in.rows, page, first, Citing::clone);
        paged.into_rows(cited_in.documents, |rows| self.citing_groups(work, cited_in, &rows))
    }

    /// Rows lie sorted by role and provision.
    fn citing_groups(self, work: Work, cited_in: &CitedBy, rows: &[Citing]) -> Vec<CitingGroup> {
        let groups = rows.chunk_by(|one, other| one.role == other.role);
        groups
            .filter_map(|group| {
                let role = group.first()?.role;
                let parts = group.chunk_by(|one, other| {
                    (&one.attached, &one.provision) == (&other.attached, &other.provision)
                });
                Some(CitingGroup {
                    role: role_key(role),
                    count: cited_in.of_role.get(&role).copied().unwrap_or_default(),
                    parts: parts.filter_map(|part| self.citing_part(work, part)).collect(),
                })
            })
            .collect()
    }

    fn citing_part(self, work: Work, rows: &[Citing]) -> Option<CitingPart> {
        let first = rows.first()?;
        let provision = first.provision.as_ref().map(|path| {
            let wanted = match &first.attached {
                Some(attached) => format!("{attached}-{}", path.anchor()),
                None => path.anchor().to_owned(),
            };
            match work {
                Work::Held(index) => {
                    let anchors = &self.site.document(index).document.body.anchors;
                    let found = anchors.binary_search(&wanted);
                    let title = self.site.place_words(index, &wanted).unwrap_or_else(|| path.words());
                    LinkView { title, address: found.ok().map(|_| format!("#{wanted}")) }
                }
                Work::Known(_) => LinkView { title: path.words(), address: None },
            }
        });
        let rows = rows.iter().map(|citing| self.citing(citing.document, &citing.mentions)).collect();
        Some(CitingPart { provision, rows })
    }

    /// One page of the documents that name a person, by year.
    pub(super) fn naming_paged(
        self,
        documents: &[MentionedIn],
        page: usize,
        first: &Route,
    ) -> Paged<CitingYear> {
        let paged = self.paged(documents, page, first, |naming| {
            let year = self.site.document(naming.document).year;
            (year, self.citing(naming.document, &naming.mentions))
        });
        paged.into_rows(documents.len(), |rows| {
            let mut years: Vec<CitingYear> = Vec::new();
            for (year, row) in rows {
                match years.last_mut() {
                    Some(last) if last.year == year => last.rows.push(row),
                    _ => years.push(CitingYear { year, rows: vec![row] }),
                }
            }
            years
        })
    }

    /// A document that cites something or names someone, with the places.
    fn citing(self, document: DocumentIndex, mentions: &[usize]) -> CitingView {
        let all = &self.site.document(document).document.body.mentions;
        let shown = mentions.iter().take(MOST_PLACES).filter_map(|mention| all.get(*mention));
        CitingView {
            card: self.card(document),
            places: shown.map(|mention| self.citing_place(document, mention)).collect(),
            more: mentions.len().saturating_sub(MOST_PLACES),
        }
    }

    fn citing_place(self, document: DocumentIndex, mention: &Mention) -> CitingPlace {
        let page = self.href(self.plan.addresses.document(document));
        let body = &self.site.document(document).document.body;
        let place = mention.place.as_ref().and_then(|anchor| {
            let title = self.site.place_words(document, anchor)?;
            Some(LinkView { title, address: Some(format!("{page}#{anchor}")) })
        });
        let provisions = match &mention.found {
            Found::Citation(citation) if citation.provisions.len() != 1 => citation.provision_text.clone(),
            Found::Citation(_) | Found::Person(_) => None,
        };
        CitingPlace { place, provisions, sentence: body.words_around(mention) }
    }
}

/// The key of what a sentence does with a document.
pub(crate) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Basis => "basis",
        Role::Considered => "considered",
        Role::Reference => "reference",
    }
}
