//! Provisions that take effect, or end, on days of their own: `trừ khoản 2 Điều 1 có hiệu lực từ ngày ...`.

use std::collections::HashMap;

use serde::Serialize;

use super::Scene;
use super::relation::{MarkView, capital};
use super::shared::{DateView, LinkView};
use super::text::Remarks;
use crate::lang::{Lang, fill};
use crate::legal::ProvisionPath;
use crate::legal::structure::Commencement;
use crate::link::DocumentIndex;
use crate::markdown::escape;

/// Days of some provisions.
#[derive(Debug, Serialize)]
pub struct CommencementView {
    /// `commences`, `commences_until` or `commences_from_until`: the words that tell which days there are.
    pub key: &'static str,
    /// The provisions, linked where the page has them; the words as they stand in the text where those are not understood.
    pub provisions: Vec<LinkView>,
    /// The first day of their effect.
    pub from: Option<DateView>,
    /// The last day of their effect.
    pub until: Option<DateView>,
    /// Whether the first day is still to come.
    pub is_coming: bool,
    /// Whether the last day is past.
    pub is_over: bool,
}

impl Scene<'_> {
    /// The provisions of a resolution that have days of their own, in the order of its text.
    pub(super) fn commencements(self, index: DocumentIndex) -> Vec<CommencementView> {
        let own = self.site.commencements(index);
        own.map(|one| CommencementView { provisions: self.commencing(index, one), ..self.days_of(one) })
            .collect()
    }

    /// Remarks at those provisions: HTML, each with its provision.
    pub(super) fn commencement_remarks(self, index: DocumentIndex) -> Remarks {
        let law = self.site.document(index).document.body.law.as_ref();
        let provisions = law.map(|law| law.provisions.as_slice()).unwrap_or_default();
        let mut remarks = Vec::new();
        for one in self.site.commencements(index) {
            for (anchor, path) in one.anchors().zip(&one.provisions) {
                let place = ProvisionPath::enclosing(&anchor).find_map(|around| {
                    let found = provisions.iter().position(|provision| provision.anchor == around);
                    found.filter(|_| around == anchor || around.contains("dieu-"))
                });
                if let Some(place) = place {
                    remarks.push((place, self.commencement_remark(one, &path.words())));
                }
            }
        }
        remarks
    }

    /// What the contents say of provisions that have not begun, or are over: of themselves and of what holds them.
    pub(super) fn commencement_marks(self, index: DocumentIndex) -> HashMap<String, MarkView> {
        let mut marks: HashMap<String, MarkView> = HashMap::new();
        for one in self.site.commencements(index) {
            let days = self.days_of(one);
            let (whole, part) = match (days.is_coming, days.is_over) {
                (true, _) => ("commences", "commences_part"),
                (false, true) => ("ended", "ended_part"),
                (false, false) => continue,
            };
            let coming = || days.from.clone().filter(|_| days.is_coming);
            for anchor in one.anchors() {
                for around in ProvisionPath::enclosing(&anchor) {
                    let key = if around == anchor { whole } else { part };
                    marks.entry(around.to_owned()).or_insert_with(|| MarkView { key, coming: coming() });
                }
            }
        }
        marks
    }

    fn commencing(self, index: DocumentIndex, one: &Commencement) -> Vec<LinkView> {
        if one.provisions.is_empty() {
            return vec![LinkView { title: one.words.clone(), address: None }];
        }
        let anchors = &self.site.document(index).document.body.anchors;
        let has = |anchor: &str| anchors.binary_search_by(|other| other.as_str().cmp(anchor)).is_ok();
        let provisions = one.anchors().zip(&one.provisions);
        let links = provisions.map(|(anchor, path)| LinkView {
            title: path.words(),
            address: has(&anchor).then(|| format!("#{anchor}")),
        });
        links.collect()
    }

    fn days_of(self, one: &Commencement) -> CommencementView {
        CommencementView {
            key: match (one.from, one.until) {
                (Some(_), Some(_)) => "commences_from_until",
                (None, Some(_)) => "commences_until",
                (_, None) => "commences",
            },
            provisions: Vec::new(),
            from: one.from.map(|day| self.date(day)),
            until: one.until.map(|day| self.date(day)),
            is_coming: one.from.is_some_and(|from| self.time.day < from),
            is_over: one.until.is_some_and(|until| until < self.time.day),
        }
    }

    /// `Khoản 2 Điều 1 có hiệu lực từ ngày 01/01/2027. Tính đến ngày 29/11/2026, nội dung này chưa có hiệu lực.`
    fn commencement_remark(self, one: &Commencement, words: &str) -> String {
        let days = self.days_of(one);
        let is_vietnamese = self.words.lang == Lang::Vi;
        let (own, subject) = if is_vietnamese { ("", "") } else { (" lang=\"en\"", " lang=\"vi\"") };
        let subject = format!("<b{subject}>{}</b>", escape(&capital(words)));
        let time = |day: &Option<DateView>| {
            let day = day.as_ref();
            day.map_or_else(String::new, |day| {
                format!("<time datetime=\"{}\">{}</time>", day.iso, escape(&day.text))
            })
        };
        let (from, until) = (time(&days.from), time(&days.until));
        let values = [("subject", subject.as_str()), ("date", from.as_str()), ("until", until.as_str())];
        let mut text = fill(&escape(self.words.word(days.key)), &values);
        text.push('.');
        let state = match (days.is_coming, days.is_over) {
            (true, _) => Some("commences_coming"),
            (false, true) => Some("commences_over"),
            (false, false) => None,
        };
        if let Some(state) = state {
            let today = time(&Some(self.date(self.time.day)));
            text.push(' ');
            text.push_str(&fill(&escape(self.words.word(state)), &[("date", today.as_str())]));
        }
        format!("<div class=\"remark\" role=\"note\"{own}><p class=\"remark-commences\">{text}</p></div>\n")
    }
}
