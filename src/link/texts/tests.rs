use std::sync::Arc;

use super::*;
use crate::config::Config;
use crate::document::{Document, parse};
use crate::inputs::BuildTime;
use crate::legal::KnownNames;
use crate::link::{Drafts, Linkable, Outcome, Status, link};
use crate::path::SitePath;
use crate::text::{FileId, Source, parse_date};

const OLD: &str = "title: Cũ\nnumber: 1/2020/NQ-HĐND\ndate: 2020-07-10\neffective: 2020-07-20";
const NEW: &str = "title: Mới\nnumber: 2/2025/NQ-HĐND\ndate: 2025-07-10\neffective: 2025-07-20";
const ONE: &str = "Điều 1. Một\n\nSửa đổi khoản 2 Điều 1 Nghị quyết số 1/2020/NQ-HĐND ngày 10/7/2020.";
const TWO: &str = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 1/2020/NQ-HĐND ngày 10/7/2020 như sau:\n\n1. \
                   Sửa đổi, bổ sung khoản 2 Điều 1 như sau:\n\n“2. Ba.”";

fn document(file: u32, name: &str, front: &str, text: &str) -> Document {
    let text = format!("---\n{front}\n---\n{text}\n");
    let path = SitePath::new(&format!("content/resolutions/{name}.md")).unwrap();
    parse(&Source { id: FileId(file), path, text }, &KnownNames::default()).value.unwrap()
}

/// The older document and what is linked to it, after the instructions of the newer one have been changed.
fn linked(front: &str, text: &str, change: impl Fn(usize, &mut Instruction)) -> Site {
    let old = document(0, "a", OLD, "Điều 1. Một\n\n1. Một.\n\n2. Hai.");
    let mut new = document(1, "b", &format!("{NEW}\n{front}"), text);
    let law = new.body.law.as_mut().unwrap();
    assert!(!law.instructions.is_empty(), "{text}");
    for (at, act) in law.instructions.iter_mut().enumerate() {
        change(at, act);
    }
    let documents = vec![Arc::new(old), Arc::new(new)];
    let time = BuildTime { day: parse_date("2026-06-01").unwrap(), time: None };
    let linkable = Linkable { documents, ..Linkable::default() };
    link(linkable, &Config::default(), time, Drafts::Hidden).value
}

fn status(site: &Site) -> Status {
    site.documents[0].validity.status
}

#[test]
fn a_document_has_ended_in_part_where_wording_has_ended() {
    use Action::{Corrects, Delete, DeleteWords, Insert, InsertWords, Other, Rename, Replace, ReplaceWords};
    for (action, expected) in [
        (Replace, Status::PartlyExpired),
        (Delete, Status::PartlyExpired),
        (ReplaceWords, Status::PartlyExpired),
        (DeleteWords, Status::PartlyExpired),
        (Insert, Status::InForce),
        (InsertWords, Status::InForce),
        (Rename, Status::InForce),
        (Other, Status::InForce),
        (Corrects, Status::InForce),
    ] {
        let site = linked("", ONE, |_, act| act.action = action);
        assert_eq!(status(&site), expected, "{action:?}");
        let relation = &site.relations[0];
        assert_eq!((relation.ends_wording, relation.certainty), (action.ends_wording(), Certainty::Read));
        // What front matter leaves open the text tells.
        if action.relation() == RelationKind::Amends {
            let site = linked("amends: [1/2020/NQ-HĐND]", ONE, |_, act| act.action = action);
            assert_eq!(status(&site), expected, "stated, {action:?}");
            assert_eq!(site.relations[0].certainty, Certainty::Stated);
        }
    }
}

#[test]
fn a_summary_counts_where_nothing_is_said_one_by_one() {
    let summary = |action: Action| {
        move |at: usize, act: &mut Instruction| {
            act.is_summary = at == 0;
            act.action = if at == 0 { action } else { Action::Insert };
        }
    };
    let site = linked("", TWO, summary(Action::Replace));
    assert_eq!((status(&site), site.relations.len()), (Status::InForce, 1));
    assert_eq!(site.relations[0].passages.len(), 1);
    for (action, expected) in [
        (Action::Replace, Status::PartlyExpired),
        (Action::Other, Status::PartlyExpired),
        (Action::Insert, Status::InForce),
    ] {
        assert_eq!(status(&linked("", ONE, summary(action))), expected, "{action:?}");
    }
}

#[test]
fn what_is_unsure_changes_nothing_and_stands_apart() {
    for doubt in Doubt::ALL {
        let unsure = |_: usize, act: &mut Instruction| {
            act.certainty = Certainty::Unsure(doubt);
            (act.action, act.extent) = (Action::Repeals, Extent::Whole);
        };
        let site = linked("", ONE, unsure);
        assert_eq!(status(&site), Status::InForce, "{doubt:?}");
        let (old, new) = (&site.documents[0], &site.documents[1]);
        assert!(old.inverse_relations.is_empty() && old.changes.is_empty() && new.relations.is_empty());
        assert_eq!((old.inverse_doubts.len(), new.doubts.len()), (1, 1), "{doubt:?}");
        assert_eq!(site.relations[0].outcome, Outcome::Unsure);
        for (front, is_settled) in [
            ("repeals: [{document: 1/2020/NQ-HĐND, provisions: [khoản 2 Điều 1]}]", true),
            ("does_not_affect: [1/2020/NQ-HĐND]", true),
            ("based_on: [1/2020/NQ-HĐND]", false),
        ] {
            let site = linked(front, ONE, unsure);
            assert_eq!(site.documents[0].inverse_doubts.is_empty(), is_settled, "{doubt:?} {front}");
        }
    }
}

#[test]
fn an_announcement_is_settled_by_what_is_read_below_it() {
    let site = linked("", TWO, |at, act| {
        if at == 0 {
            act.certainty = Certainty::Unsure(Doubt::OnlyAnnounced);
        }
    });
    assert!(site.documents[0].inverse_doubts.is_empty());
    assert_eq!(site.documents[0].inverse_relations.len(), 1);
}
