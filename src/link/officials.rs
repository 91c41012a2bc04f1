//! Officials: their records, names and offices.

use super::namesakes::{self, Occasion};
use super::{DocumentIndex, Entity, Linker, Official, OfficialIndex, Role, Site, enter_name, problems};
use crate::document::{KindFields, Reference, RoleFields};
use crate::text::{SortKey, Span, match_key};

pub(super) fn link(linker: &mut Linker<'_>) {
    for index in linker.indexes_of(|fields| matches!(fields, KindFields::Official(_))) {
        add_record(linker, index);
    }
}

fn add_record(linker: &mut Linker<'_>, index: DocumentIndex) {
    let document = &linker.site.document(index).document;
    let Some(fields) = document.fields.official() else { return };
    let name = fields.name.as_ref().or(document.common.title.as_ref());
    let span = name.map_or(document.span, |name| name.span);
    let name = name.map_or_else(|| document.id.name().to_owned(), |name| name.value.clone());
    let others: Vec<String> = fields.other_names.iter().flatten().map(|text| text.value.clone()).collect();
    let sort_key = fields.sort_name.as_ref().map(|sort_name| linker.collation.title(&sort_name.value));
    let roles = fields.roles.clone().unwrap_or_default();
    let sort_key = sort_key.unwrap_or_else(|| linker.collation.person(&name));
    let official = add(linker, name, sort_key, Some(index), span);
    for other in others {
        enter_name(&mut linker.officials, match_key(&other), official);
    }
    linker.site.documents[index.0].entity = Entity::Official(official);
    let mut roles: Vec<Role> = roles.into_iter().map(|fields| role(linker, fields)).collect();
    roles.sort_by_key(|role| role.start.map(crate::text::PartialDate::first_day));
    for role in &roles {
        if let Some(body) = role.body {
            let officials = &mut linker.site.bodies[body.0].officials;
            if !officials.contains(&official) {
                officials.push(official);
            }
        }
    }
    linker.site.officials[official.0].roles = roles;
}

fn role(linker: &mut Linker<'_>, fields: RoleFields) -> Role {
    let source = fields.source.as_ref().and_then(|source| linker.document_by_id(&source.value));
    Role {
        title: fields.title.map_or_else(String::new, |title| title.value),
        body: fields.body.and_then(|body| linker.body(&body)),
        start: fields.start.map(|start| start.value),
        end: fields.end.map(|end| end.value),
        source_text: if source.is_some() { None } else { fields.source.map(|text| text.value) },
        source,
    }
}

fn add(
    linker: &mut Linker<'_>,
    name: String,
    sort_key: SortKey,
    document: Option<DocumentIndex>,
    span: Span,
) -> OfficialIndex {
    let index = OfficialIndex(linker.site.officials.len());
    linker.officials.entry(match_key(&name)).or_default().push(index);
    linker.site.officials.push(Official {
        sort_key,
        name,
        document,
        roles: Vec::new(),
        signed: Vec::new(),
        chaired: Vec::new(),
        named_in: Vec::new(),
        mentioned_in: Vec::new(),
        span,
    });
    index
}

impl Linker<'_> {
    /// The official who is meant; made from the reference where there is none. Of several with one name the one whose
    /// office fits the occasion; `None` where that does not settle it.
    pub(super) fn official(&mut self, reference: &Reference, occasion: Occasion) -> Option<OfficialIndex> {
        let alone = self.once(
            &reference.value,
            |names| &mut names.officials,
            |linker| linker.official_alone(reference),
        );
        if alone.is_some() {
            return alone;
        }
        let namesakes = self.officials.get(&match_key(&reference.value)).cloned().unwrap_or_default();
        if namesakes.is_empty() {
            return None;
        }
        let found = namesakes::in_office(&self.site, &namesakes, occasion);
        if found.is_none() {
            let candidates: Vec<(String, Option<Span>)> =
                namesakes.iter().map(|index| self.site.candidate(*index)).collect();
            self.diagnostics.push(problems::ambiguous_official(
                reference.span,
                &reference.value,
                &candidates,
            ));
        }
        found
    }

    /// The official of that id or name; `None` where several bear the name.
    fn official_alone(&mut self, reference: &Reference) -> Option<OfficialIndex> {
        if let Some(found) = self.record_by_id(&reference.value, "officials/")
            && let Entity::Official(official) = self.site.document(found).entity
        {
            return Some(official);
        }
        match self.officials.get(&match_key(&reference.value)).map(Vec::as_slice) {
            Some([official]) => Some(*official),
            Some([_, _, ..]) => None,
            _ if reference.value.is_empty() => None,
            _ => {
                let sort_key = self.collation.person(&reference.value);
                Some(add(self, reference.value.clone(), sort_key, None, reference.span))
            }
        }
    }
}

impl Site {
    /// How an official is told apart from others of the name, and where: by the id of the record.
    pub(super) fn candidate(&self, index: OfficialIndex) -> (String, Option<Span>) {
        let official = self.official(index);
        let id = official.document.map(|index| self.document(index).document.id.0.clone());
        (id.unwrap_or_else(|| official.name.clone()), Some(official.span))
    }
}
