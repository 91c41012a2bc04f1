//! The fields of each kind of document.

use serde::{Deserialize, Serialize};

use super::{Reference, SessionReference};
use crate::diag::{Message, message};
use crate::front::{Figure, FromNode, Located, Named, Reader, Shape, Text, read_record};
use crate::legal::RelationKind;
use crate::text::{Date, Moment, PartialDate};
use crate::yaml::{Node, Value};
use crate::{record, words};

record! {
    /// Fields that all kinds share.
    pub struct Common {
        /// The title; for a resolution its subject (trích yếu).
        title ["tieu_de", "trich_yeu"]: Text,
        /// The last part of the address, where it is to differ from what symbol or file name give.
        slug: Text,
        /// Old addresses of the page, which lead to it.
        aliases: Vec<Text>,
        /// One or two sentences.
        summary: Text,
        /// What it is about.
        topics ["chu_de"]: Vec<Reference>,
        /// Officials whom it concerns.
        officials: Vec<Reference>,
        /// The session that it belongs to.
        session ["ky_hop"]: SessionReference,
        /// Whether it is not to be published yet.
        draft: Located<bool>,
        /// When it is to be published.
        publish_at: Located<Moment>,
        /// The day of its last change.
        updated: Located<Date>,
        /// Files to offer: the signed scan, tables.
        attachments: Vec<Attachment>,
        /// Where the text was taken from.
        source: SourceFields,
        /// Problems that are right as they are in this document: code of the problem and the reason. Errors stay errors.
        checks: Named<Text>,
    }
}

record! {
    /// The field of texts that tells that one was taken back.
    pub struct Removal {
        /// That it was taken back: its page says what was here, since when and why.
        withdraw: WithdrawFields,
    }
}

record! {
    /// That a document was taken back (thu hồi, gỡ bỏ).
    pub struct WithdrawFields {
        /// The day.
        date: Located<Date>,
        /// Why, in one or two sentences.
        reason: Text,
        /// What readers find in its place: the address of a page of this site, such as `/nghi-quyet/130-nq-hdnd-2023/`.
        replaced_by: Text,
    }
}

record! {
    /// Where a text was taken from.
    pub struct SourceFields {
        /// The name of the source.
        name: Text,
        /// Its address.
        url: Text,
        /// The day it was taken from there.
        date: Located<Date>,
    }
}

/// A file to offer. A bare name stands for its `file`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Attachment {
    /// The file, beside the document.
    pub file: Option<Text>,
    /// What it is called.
    pub title: Option<Text>,
    /// What it is: scan, annex, table.
    pub kind: Option<Text>,
}

record! {
    /// The fields of an attachment.
    struct AttachmentFields {
        /// The file, beside the document.
        file: Text,
        /// What it is called.
        title: Text,
        /// What it is: scan, annex, table.
        kind: Text,
    }
}

impl FromNode for Attachment {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, AttachmentFields::SHAPE]);

    fn expected() -> Message {
        message!("expected.attachment")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let fields: AttachmentFields = read_record(node, reader)?;
            return Some(Self { file: fields.file, title: fields.title, kind: fields.kind });
        }
        Text::from_node(node, reader).map(|file| Self { file: Some(file), ..Self::default() })
    }
}

record! {
    /// Fields of a resolution (nghị quyết), its relations apart.
    pub struct ResolutionFields {
        /// Number and symbol (số, ký hiệu); left out where the source gives none.
        number ["so_hieu"]: Text,
        /// The body that issued it.
        issuer: Text,
        /// The day it was adopted.
        date ["ngay_ban_hanh", "ngay"]: Located<Date>,
        /// The day it was signed or issued, where that differs.
        issued: Located<Date>,
        /// The day it takes effect.
        effective ["ngay_hieu_luc"]: Located<Date>,
        /// The last day it is in force.
        expires: Located<Date>,
        /// Who signed it.
        signer ["nguoi_ky"]: Reference,
        /// How the council voted.
        vote: VoteFields,
        /// What it promises, in figures.
        targets: Vec<TargetFields>,
        /// Provisions that stand elsewhere in it now: old anchor and new one, such as `dieu-3: dieu-4`.
        moved: Named<Text>,
        /// Documents that it does nothing to, though its text reads as if it did.
        does_not_affect: Vec<DenialFields>,
    }
}

/// A document that another does nothing to, whatever its text seems to say. A bare symbol stands for its `document`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct DenialFields {
    /// The other document.
    pub document: Option<Reference>,
    /// Its provisions, where only what is read of those is wrong: `khoản 2 Điều 3`.
    pub provisions: Vec<Text>,
    /// Why it is so.
    pub note: Option<Text>,
}

record! {
    /// The fields of a document that nothing is done to.
    struct DenialRecord {
        /// The other document.
        document: Reference,
        /// Its provisions, where only what is read of those is wrong: `khoản 2 Điều 3`.
        provisions: Vec<Text>,
        /// Why it is so.
        note: Text,
    }
}

impl FromNode for DenialFields {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, DenialRecord::SHAPE]);

    fn expected() -> Message {
        message!("expected.denial")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let record: DenialRecord = read_record(node, reader)?;
            let provisions = record.provisions.unwrap_or_default();
            return Some(Self { document: record.document, provisions, note: record.note });
        }
        Text::from_node(node, reader).map(|document| Self { document: Some(document), ..Self::default() })
    }
}

record! {
    /// What a document does to others. In the front matter of a resolution they stand among its own fields.
    pub struct Relations {
        /// Documents it amends (sửa đổi, bổ sung).
        amends: Vec<RelationFields>,
        /// Documents it replaces (thay thế).
        replaces: Vec<RelationFields>,
        /// Documents it repeals (bãi bỏ).
        repeals: Vec<RelationFields>,
        /// Documents it suspends (ngưng hiệu lực).
        suspends: Vec<RelationFields>,
        /// Documents whose time it extends (kéo dài).
        extends: Vec<RelationFields>,
        /// Documents it corrects (đính chính).
        corrects: Vec<RelationFields>,
        /// Documents it implements (thực hiện).
        implements: Vec<RelationFields>,
        /// Documents it details (quy định chi tiết).
        details: Vec<RelationFields>,
        /// Documents it consolidates (hợp nhất).
        consolidates: Vec<RelationFields>,
        /// Documents it is based on (căn cứ).
        based_on: Vec<RelationFields>,
    }
}

impl Relations {
    /// All of them, kind by kind in the order of [`RelationKind::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (RelationKind, &RelationFields)> {
        RelationKind::ALL.into_iter().flat_map(|kind| {
            let list = match kind {
                RelationKind::Amends => &self.amends,
                RelationKind::Replaces => &self.replaces,
                RelationKind::Repeals => &self.repeals,
                RelationKind::Suspends => &self.suspends,
                RelationKind::Extends => &self.extends,
                RelationKind::Corrects => &self.corrects,
                RelationKind::Implements => &self.implements,
                RelationKind::Details => &self.details,
                RelationKind::Consolidates => &self.consolidates,
                RelationKind::BasedOn => &self.based_on,
            };
            list.iter().flatten().map(move |relation| (kind, relation))
        })
    }
}

words! {
    /// How much of a document a relation is about.
    pub enum StatedExtent {
        /// The whole (toàn bộ).
        Whole = "whole" | "toàn bộ",
        /// A part of which nothing tells which (một phần).
        Partial = "partial" | "một phần",
    }
}

/// One document that another does something to. A bare symbol stands for its `document`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct RelationFields {
    /// The other document.
    pub document: Option<Reference>,
    /// Its provisions, where not the whole is meant: `khoản 2 Điều 3`.
    pub provisions: Vec<Text>,
    /// Whether the whole or a part is meant, where no provisions tell.
    pub extent: Option<Located<StatedExtent>>,
    /// From which day.
    pub from: Option<Located<Date>>,
    /// Until which day.
    pub until: Option<Located<Date>>,
    /// What is to be said of it.
    pub note: Option<Text>,
}

record! {
    /// The fields of a relation.
    struct RelationRecord {
        /// The other document.
        document: Reference,
        /// Its provisions, where not the whole is meant: `khoản 2 Điều 3`.
        provisions: Vec<Text>,
        /// `partial` where a part is meant and nothing tells which.
        extent: Located<StatedExtent>,
        /// From which day.
        from: Located<Date>,
        /// Until which day.
        until: Located<Date>,
        /// What is to be said of it.
        note: Text,
    }
}

impl FromNode for RelationFields {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, RelationRecord::SHAPE]);

    fn expected() -> Message {
        message!("expected.relation")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let record: RelationRecord = read_record(node, reader)?;
            return Some(Self {
                document: record.document,
                provisions: record.provisions.unwrap_or_default(),
                extent: record.extent,
                from: record.from,
                until: record.until,
                note: record.note,
            });
        }
        Text::from_node(node, reader).map(|document| Self { document: Some(document), ..Self::default() })
    }
}

record! {
    /// How the council voted. Counts are of deputies.
    pub struct VoteFields {
        /// All deputies of the council.
        total: Located<u32>,
        /// Deputies present.
        present: Located<u32>,
        /// Votes for (tán thành).
        votes_for "for": Located<u32>,
        /// Votes against (không tán thành).
        against: Located<u32>,
        /// Deputies who did not vote (không biểu quyết).
        abstain: Located<u32>,
        /// What the source says in words.
        statement: Text,
    }
}

record! {
    /// A figure that a resolution promises (chỉ tiêu).
    pub struct TargetFields {
        /// What is measured.
        indicator: Text,
        /// How the value is meant.
        comparison: Located<Comparison>,
        /// The value, in Vietnamese notation: "12,3".
        value: Located<Figure>,
        /// Its unit.
        unit: Text,
        /// By when.
        due: Located<PartialDate>,
        /// For which part of the time or the territory.
        scope: Text,
        /// The provision that sets it.
        provision: Text,
    }
}

words! {
    /// How a target's value is meant. Never turn "trên 11%" into 11%.
    pub enum Comparison {
        /// More than (trên).
        MoreThan = "trên" | "more_than",
        /// At least (từ, ít nhất).
        AtLeast = "từ" | "ít nhất" | "tối thiểu" | "at_least",
        /// Less than (dưới).
        LessThan = "dưới" | "less_than",
        /// At most (không quá, tối đa).
        AtMost = "không quá" | "tối đa" | "at_most",
        /// About (khoảng).
        About = "khoảng" | "about",
        /// Exactly.
        Exactly = "bằng" | "đạt" | "exactly",
    }
}

impl Comparison {
    /// Its name in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::About => "about",
            Self::Exactly => "exactly",
        }
    }
}

record! {
    /// Fields of a report (báo cáo).
    pub struct ReportFields {
        /// Its number and symbol.
        number ["so_hieu"]: Text,
        /// The day of the report.
        date ["ngay_ban_hanh", "ngay"]: Located<Date>,
        /// The body that made it.
        issuer: Text,
        /// What it reports on.
        about: Located<About>,
        /// Figures, in the order written.
        statistics: Named<Text>,
        /// What was reached of the targets of resolutions.
        results: Vec<ResultFields>,
    }
}

words! {
    /// What a report is about.
    pub enum About {
        /// A session (kỳ họp).
        Session = "session",
        /// A hearing (phiên giải trình).
        Hearing = "hearing",
        /// Supervision (giám sát).
        Supervision = "supervision",
        /// Verification of a draft (thẩm tra).
        Verification = "verification",
        /// How a resolution is carried out (thực hiện).
        Implementation = "implementation",
    }
}

record! {
    /// What was reached of a target.
    pub struct ResultFields {
        /// The resolution that set the target.
        resolution: Reference,
        /// The indicator, as the resolution names it.
        indicator: Text,
        /// The value that was reached.
        value: Located<Figure>,
        /// Its unit.
        unit: Text,
        /// The day or time it was reached.
        as_of: Located<PartialDate>,
        /// What is to be said of it.
        note: Text,
    }
}

record! {
    /// Fields of a news item (tin tức).
    pub struct NewsFields {
        /// Its day, with the time where it is known.
        date ["ngay"]: Located<Moment>,
        /// Where it happened.
        place: Text,
        /// Who wrote it.
        byline: Text,
        /// Its picture.
        image: Picture,
    }
}

record! {
    /// A picture.
    pub struct Picture {
        /// The file, beside the document.
        file: Text,
        /// What it shows, for those who do not see it.
        alt: Text,
        /// Who made it.
        credit: Text,
    }
}

record! {
    /// Fields of a session (kỳ họp, phiên họp).
    pub struct SessionFields {
        /// The body that meets.
        body: Text,
        /// The term (khóa), as a Roman numeral.
        term: Text,
        /// Its number within the term.
        number: Located<u32>,
        /// What sort of meeting it is.
        kind: Located<SessionKind>,
        /// First day.
        start: Located<Date>,
        /// Last day.
        end: Located<Date>,
        /// Where it is held.
        venue: Text,
        /// Who chairs it.
        chairs: Vec<Reference>,
        /// Whether it is planned or over.
        state: Located<SessionState>,
        /// What is dealt with, in order.
        agenda: Vec<AgendaItem>,
        /// Who was there, by sitting.
        attendance: Vec<Attendance>,
        /// Figures, in the order written.
        statistics: Named<Text>,
        /// The minutes (biên bản): a file beside the document, or an address.
        minutes: Minutes,
    }
}

words! {
    /// What sort of meeting a session is.
    pub enum SessionKind {
        /// Kỳ họp thường lệ
        Regular = "regular",
        /// Kỳ họp chuyên đề
        Thematic = "thematic",
        /// Phiên họp Thường trực HĐND
        StandingBoard = "standing-board",
        /// Phiên giải trình, chất vấn
        Hearing = "hearing",
        /// Hội nghị
        Conference = "conference",
    }
}

words! {
    /// Whether a session is planned or over.
    pub enum SessionState {
        /// Dự kiến
        Scheduled = "scheduled",
        /// Đã họp
        Held = "held",
        /// Hoãn
        Postponed = "postponed",
        /// Hủy
        Cancelled = "cancelled",
    }
}

record! {
    /// A line of an agenda (chương trình).
    pub struct AgendaItem {
        /// The day.
        day: Located<Date>,
        /// The time, as written.
        time: Text,
        /// What is dealt with.
        title: Text,
        /// Who presents it.
        presenter: Text,
        /// Documents that belong to it.
        documents: Vec<Reference>,
    }
}

record! {
    /// Attendance at one sitting. Counts are of deputies.
    pub struct Attendance {
        /// The sitting.
        sitting: Text,
        /// All deputies.
        total: Located<u32>,
        /// Deputies present.
        present: Located<u32>,
        /// Absent with leave.
        excused: Located<u32>,
        /// Absent without leave.
        unexcused: Located<u32>,
    }
}

/// Minutes of a session: one or more files or addresses.
pub type Minutes = Vec<Attachment>;

record! {
    /// Fields of an official (đại biểu, người giữ chức vụ).
    pub struct OfficialFields {
        /// Full name in natural order.
        name: Text,
        /// Other spellings and former names.
        other_names: Vec<Text>,
        /// How the name is sorted, where it does not go by its last word.
        sort_name: Text,
        /// A picture.
        portrait: Picture,
        /// Offices held, as sources record them.
        roles: Vec<RoleFields>,
        /// The constituency (đơn vị bầu cử).
        constituency: Text,
        /// How to write to the official.
        contact: Text,
    }
}

record! {
    /// An office held (chức vụ).
    pub struct RoleFields {
        /// The office, exactly as the source writes it.
        title: Text,
        /// The body it belongs to.
        body: Text,
        /// Since when, or the day it is first recorded.
        start: Located<PartialDate>,
        /// Until when.
        end: Located<PartialDate>,
        /// The document of the portal, or the source, that records it.
        source: Text,
    }
}

record! {
    /// Fields of a topic (chủ đề).
    pub struct TopicFields {
        /// The wider topic.
        parent: Reference,
        /// Other words for it.
        synonyms: Vec<Text>,
    }
}

record! {
    /// Fields of a body (cơ quan).
    pub struct BodyFields {
        /// A short name.
        short_name: Text,
        /// Other spellings.
        other_names: Vec<Text>,
        /// What sort of body it is.
        kind: Located<BodyKind>,
        /// The body it belongs to.
        parent: Reference,
        /// The day it began.
        from: Located<PartialDate>,
        /// The day it ended.
        until: Located<PartialDate>,
        /// The body that took its place.
        successor: Reference,
        /// Its code in symbols: HĐND, TU.
        symbol_code: Text,
    }
}

words! {
    /// What sort of body it is.
    pub enum BodyKind {
        /// Hội đồng nhân dân
        Council = "council",
        /// Thường trực Hội đồng nhân dân
        StandingBoard = "standing-board",
        /// Ban của Hội đồng nhân dân
        Committee = "committee",
        /// Ủy ban nhân dân
        PeoplesCommittee = "peoples-committee",
        /// Cơ quan Đảng
        Party = "party",
        /// Quốc hội
        Assembly = "assembly",
        /// Chính phủ, bộ, ngành
        Government = "government",
        /// Mặt trận Tổ quốc
        Front = "front",
        /// Khác
        Other = "other",
    }
}
