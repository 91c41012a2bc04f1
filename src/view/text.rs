//! The text of a document as its page shows it: its body with addresses, citations and people linked, and remarks at the
//! provisions that others change.

use std::collections::{HashMap, HashSet};

use super::Scene;
use crate::legal::structure::Role;
use crate::link::{DocumentIndex, LinkTarget, MentionTarget, OfficialIndex};
use crate::markdown::{self, Fill, Provision, escape, escape_address};
use crate::path::Route;

impl Scene<'_> {
    /// The body of a document with the addresses of its links put in and its citations and people linked; `None` where
    /// it is empty.
    pub(super) fn body(self, index: DocumentIndex) -> Option<String> {
        let body = &self.site.document(index).document.body;
        if body.is_blank() {
            return None;
        }
        let provisions = body.law.as_ref().map_or(&[][..], |law| law.provisions.as_slice());
        let mut text = PageText {
            scene: self,
            index,
            provisions,
            tags: self.mention_tags(index),
            remarks: [
                self.own_links(index),
                self.moved_anchors(index),
                self.commencement_remarks(index),
                self.remarks(index),
            ],
            number: 0,
        };
        let mut html = String::with_capacity(body.tree.size_as_html());
        markdown::write_html(body.pieces(), &mut text, &mut html);
        Some(html)
    }

    /// The address of a relative link or picture of a text, as its page has it.
    pub(crate) fn link_address(self, index: DocumentIndex, link: usize) -> Option<String> {
        let page = self.plan.addresses.document(index);
        self.target_address(page, self.site.document(index).links.get(link)?)
    }

    fn target_address(self, page: &Route, target: &LinkTarget) -> Option<String> {
        let with_anchor = |address: String, anchor: &Option<String>| match anchor {
            Some(anchor) => format!("{address}#{}", escape_address(anchor)),
            None => address,
        };
        match target {
            LinkTarget::Document(index, anchor) => {
                Some(with_anchor(self.href(self.plan.addresses.document(*index)), anchor))
            }
            LinkTarget::Anchor(anchor) => Some(format!("#{}", escape_address(anchor))),
            LinkTarget::Asset(asset) => Some(self.href(&self.plan.addresses.asset(self.site, page, *asset))),
            LinkTarget::Address(route, anchor) if self.plan.has(route) => {
                Some(with_anchor(self.href(route), anchor))
            }
            LinkTarget::Address(..) | LinkTarget::Nowhere => None,
        }
    }

    /// Links to the articles, divisions and annexes of a resolution, each behind its heading.
    fn own_links(self, index: DocumentIndex) -> Remarks {
        let body = &self.site.document(index).document.body;
        let Some(law) = &body.law else { return Remarks::new() };
        let (link, name) = (self.words.word("link"), self.words.word("link_to"));
        // The recitals stand among the headings, but have none.
        let headings = body.headings.iter().map(|heading| heading.anchor.as_str());
        let headings: HashSet<&str> = headings.filter(|anchor| *anchor != "can-cu").collect();
        let own = law.provisions.iter().enumerate();
        let own = own.filter(|(_, provision)| headings.contains(provision.anchor.as_str()));
        own.map(|(at, provision)| {
            let label = escape(&crate::lang::fill(name, &[("target", &provision.label)]));
            let anchor = &provision.anchor;
            (at, format!("<a class=\"self\" href=\"#{anchor}\" aria-label=\"{label}\">{link}</a>\n"))
        })
        .collect()
    }

    /// Old anchors of provisions, each at the place where its provision stands now: browsers find them without a script, and
    /// `page.js` then shows the provision itself.
    fn moved_anchors(self, index: DocumentIndex) -> Remarks {
        let document = &self.site.document(index).document;
        let Some(fields) = document.fields.resolution() else { return Remarks::new() };
        let (Some(moved), Some(law)) = (&fields.moved, &document.body.law) else { return Remarks::new() };
        let place = |anchor: &str| law.provisions.iter().position(|provision| provision.anchor == anchor);
        moved
            .0
            .iter()
            .filter_map(|(old, new)| {
                let (at, old, new) = (place(&new.value)?, escape(&old.value), escape(&new.value));
                Some((at, format!("<span id=\"{old}\" data-moved=\"{new}\"></span>")))
            })
            .collect()
    }

    /// The tags that open the links of mentions, by mention; those that lead nowhere have none, and a person is linked once
    /// in each paragraph.
    fn mention_tags(self, index: DocumentIndex) -> HashMap<usize, String> {
        let linked = self.site.document(index);
        let mut tags = HashMap::new();
        let mut named: Vec<(usize, OfficialIndex)> = Vec::new();
        let mentions = linked.document.body.mentions.iter().zip(&linked.mentions);
        for (at, (mention, target)) in mentions.enumerate().filter(|(_, (mention, _))| !mention.is_linked) {
            let tag = match target {
                MentionTarget::Work(work, anchor) => {
                    let page = self.href(self.plan.addresses.work(*work));
                    let anchor = anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
                    format!("<a class=\"reference\" href=\"{page}{anchor}\">")
                }
                MentionTarget::Own(anchor) => format!("<a class=\"reference\" href=\"#{anchor}\">"),
                MentionTarget::Official(official) => {
                    if named.contains(&(mention.block, *official)) {
                        continue;
                    }
                    named.retain(|(block, _)| *block == mention.block);
                    named.push((mention.block, *official));
                    let page = self.href(self.plan.addresses.official(*official));
                    let role = self.role_on(*official, linked.date);
                    let title = role.map_or_else(String::new, |role| format!(" title=\"{}\"", escape(&role)));
                    format!("<a class=\"named\" href=\"{page}\"{title}>")
                }
                MentionTarget::Nowhere => continue,
            };
            tags.insert(at, tag);
        }
        tags
    }
}

/// HTML that stands behind the own words of provisions: each with the index of its provision.
pub(super) type Remarks = Vec<(usize, String)>;

/// What a page puts into the text of a document.
struct PageText<'s> {
    scene: Scene<'s>,
    index: DocumentIndex,
    provisions: &'s [Provision],
    /// The tags that open the links of mentions.
    tags: HashMap<usize, String>,
    /// What stands behind provisions, in the order in which it is shown where several end together.
    remarks: [Remarks; 4],
    /// The provision whose number was asked for last: they come in the order of the text.
    number: usize,
}

impl PageText<'_> {
    /// The provision with an anchor, if its number is its link, with what it is called where it is alone.
    fn numbered(&mut self, anchor: &str) -> Option<String> {
        let rest = self.provisions.get(self.number..)?;
        let found = rest.iter().position(|provision| provision.anchor == anchor)?;
        self.number += found;
        let provision = self.provisions.get(self.number)?;
        if !matches!(provision.role, Role::Clause | Role::Subclause | Role::Point) {
            return None;
        }
        let words = self.scene.site.place_words(self.index, anchor);
        let words = words.unwrap_or_else(|| provision.label.clone());
        Some(escape(&crate::lang::fill(self.scene.words.word("link_to"), &[("target", &words)])))
    }
}

impl Fill for PageText<'_> {
    fn address(&mut self, link: usize) -> Option<String> {
        self.scene.link_address(self.index, link)
    }

    fn begin_mention(&mut self, mention: usize, html: &mut String) -> bool {
        let Some(tag) = self.tags.get(&mention) else { return false };
        html.push_str(tag);
        true
    }

    fn end_mention(&mut self, html: &mut String) {
        html.push_str("</a>");
    }

    /// The number of a clause or point is its link.
    fn begin_number(&mut self, anchor: &str, html: &mut String) -> bool {
        let Some(label) = self.numbered(anchor) else { return false };
        html.push_str(&format!("<a class=\"own\" href=\"#{anchor}\" title=\"{label}\">"));
        true
    }

    /// What stands in a list has a number that is no text; there the link lies over it.
    fn in_item(&mut self, anchor: &str, html: &mut String) {
        if let Some(label) = self.numbered(anchor) {
            html.push_str(&format!("<a class=\"own over\" href=\"#{anchor}\" aria-label=\"{label}\"></a>"));
        }
    }

    fn behind(&mut self, provisions: &[usize], html: &mut String) {
        for remarks in &self.remarks {
            for provision in provisions {
                let own = remarks.iter().filter(|(at, _)| at == provision);
                own.for_each(|(_, remark)| html.push_str(remark));
            }
        }
    }
}
