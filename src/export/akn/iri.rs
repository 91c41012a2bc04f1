//! Names that do not change (Akoma Ntoso Naming Convention 1.0, OASIS 2019).
//!
//! Of a work (section 4.4): `/akn/vn/act/nghi-quyet/hdnd-tinh-x/2022-07-12/128-nq-hdnd`. The country stands for the
//! jurisdiction, because a portal need not know the ISO 3166-2 code of its province; the council is the actor, without
//! which numbers are not unique. An expression adds `/vie@2022-07-12`, a manifestation `.xml`, a part
//! `/!main~art_5__para_2`.
//!
//! Of a provision (section 5): `eId` in English short forms; the site's own anchor stands beside it as `wId`. One
//! follows from the other: `dieu-5-khoan-2-diem-a` is `art_5__para_2__point_a`.

use crate::link::{BodyIndex, Work};
use crate::path::Route;
use crate::text::slug;
use crate::view::Scene;

/// Types of documents that are law or are issued as such; all others are plain documents (`doc`).
const ACTS: [&str; 10] = [
    "hien-phap",
    "bo-luat",
    "luat",
    "phap-lenh",
    "lenh",
    "nghi-quyet",
    "nghi-quyet-lien-tich",
    "nghi-dinh",
    "quyet-dinh",
    "thong-tu",
];

/// The words of anchors with their short forms; longer ones first.
const WORDS: [(&[&str], &str); 8] = [
    (&["tieu", "muc"], "subsec"),
    (&["phu", "luc"], "att"),
    (&["phan"], "part"),
    (&["chuong"], "chp"),
    (&["muc"], "sec"),
    (&["dieu"], "art"),
    (&["khoan"], "para"),
    (&["diem"], "point"),
];

/// The name of a work.
pub(super) fn work(scene: Scene<'_>, work: Work) -> String {
    let page = scene.plan.addresses.work(work);
    let (subtype, issuer, date, number) = match work {
        Work::Held(index) => {
            let linked = scene.site.document(index);
            let subtype = super::meta::subtype(linked).to_owned();
            let number = linked.document.fields.number();
            let issuer = linked.issuer.or(scene.site.organization).map(|body| actor(scene, body));
            let date = linked.date.map(|date| date.to_string());
            (subtype, issuer, date.or_else(|| linked.year.map(|year| format!("{year:04}"))), number)
        }
        Work::Known(index) => {
            let linked = scene.site.known(index);
            let fields = &linked.known.fields;
            let subtype =
                fields.r#type.as_ref().map_or_else(|| "van-ban".to_owned(), |text| slug(&text.value));
            let named = || fields.issuer.as_ref().map(|issuer| slug(&issuer.value));
            let issuer = linked.issuer.map(|body| actor(scene, body)).or_else(named);
            let date = fields.date.as_ref().map(|date| date.value.to_string());
            let year = || linked.year.map(|year| format!("{year:04}"));
            (subtype, issuer, date.or_else(year), fields.symbol.as_ref())
        }
    };
    let class = if ACTS.contains(&subtype.as_str()) { "act" } else { "doc" };
    let number = number.map_or_else(|| last_segment(page).to_owned(), |number| slug(&number.value));
    let mut iri = format!("/akn/vn/{class}/{subtype}");
    // `nd` (no date) stands where a day or year must stand and none is known.
    for part in [issuer, Some(date.unwrap_or_else(|| "nd".to_owned())), Some(number)].into_iter().flatten() {
        iri.push('/');
        iri.push_str(&part);
    }
    iri
}

/// The name of a provision of a work, or of the whole.
pub(super) fn portion(work: &str, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("{work}/!main~{}", element_id(anchor)),
        None => work.to_owned(),
    }
}

/// The short name of a body, as its page has it.
pub(super) fn actor(scene: Scene<'_>, body: BodyIndex) -> String {
    last_segment(scene.plan.addresses.body(body)).to_owned()
}

/// The last segment of an address.
pub(super) fn last_segment(route: &Route) -> &str {
    route.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or("")
}

/// The `eId` of an anchor. Anchors that are not of provisions stay as they are.
pub(super) fn element_id(anchor: &str) -> String {
    let tokens: Vec<&str> = anchor.split('-').collect();
    let mut parts: Vec<String> = Vec::new();
    let mut plain: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let word = WORDS.iter().find(|(words, _)| tokens[at..].starts_with(words));
        let Some((words, short)) = word else {
            plain.push(tokens[at]);
            at += 1;
            continue;
        };
        flush(&mut parts, &mut plain);
        parts.push((*short).to_owned());
        at += words.len();
        if let Some(number) = tokens.get(at).filter(|token| is_number(token)) {
            push(&mut parts, &format!("_{number}"));
            at += 1;
        }
    }
    if parts.is_empty() {
        return anchor.to_owned();
    }
    flush(&mut parts, &mut plain);
    parts.join("__")
}

/// What stands between words: `lap-2` of a repeated label, the number of a subclause, the name of an attached text.
fn flush(parts: &mut Vec<String>, plain: &mut Vec<&str>) {
    let is_repeat = plain.first() == Some(&"lap");
    let is_below = !parts.is_empty() && plain.first().is_some_and(|token| is_number(token));
    match plain.as_slice() {
        [] => {}
        rest if is_repeat => push(parts, &format!("-{}", rest.join("-"))),
        rest if is_below => parts.push(format!("subpara_{}", rest.join("-"))),
        rest => parts.push(rest.join("-")),
    }
    plain.clear();
}

fn push(parts: &mut [String], text: &str) {
    if let Some(last) = parts.last_mut() {
        last.push_str(text);
    }
}

/// Numbers and the letters of points: `2`, `12a`, `dd`.
fn is_number(token: &str) -> bool {
    let is_letter = token.len() <= 2 && token.bytes().all(|byte| byte.is_ascii_lowercase());
    token.starts_with(|letter: char| letter.is_ascii_digit()) || is_letter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_become_element_ids() {
        for (anchor, id) in [
            ("dieu-5-khoan-2-diem-a", "art_5__para_2__point_a"),
            ("dieu-5-khoan-2-diem-dd", "art_5__para_2__point_dd"),
            ("dieu-12a", "art_12a"),
            ("chuong-2-muc-1-tieu-muc-3", "chp_2__sec_1__subsec_3"),
            ("phan-1-chuong-2", "part_1__chp_2"),
            ("phu-luc", "att"),
            ("phu-luc-1-dieu-3-khoan-2", "att_1__art_3__para_2"),
            ("quy-dinh-dieu-1", "quy-dinh__art_1"),
            ("quy-dinh-2-dieu-1", "quy-dinh-2__art_1"),
            ("quy-dinh", "quy-dinh"),
            ("dieu-2-lap-2", "art_2-lap-2"),
            ("dieu-2-lap-2-khoan-1", "art_2-lap-2__para_1"),
            ("dieu-1-khoan-2-1", "art_1__para_2__subpara_1"),
            ("dieu-1-khoan-2-1-diem-a", "art_1__para_2__subpara_1__point_a"),
            ("can-cu", "can-cu"),
            ("fn-1", "fn-1"),
        ] {
            assert_eq!(element_id(anchor), id, "{anchor}");
        }
    }
}
