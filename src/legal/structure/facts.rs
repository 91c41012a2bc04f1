//! What a resolution states of itself: number, dates, session and term, issuer, subject, effect, signer.

use serde::{Deserialize, Serialize};

use std::ops::Range;

use super::body::Body;
use super::commencement::{Commencement, KnownDays, commencement};
use super::line::{Passage, Text, slice, tokens};
use super::phrase::{Phrase, first_phrase, phrases};
use super::spoken_date::date_at;
use super::spoken_number::number_at;
use super::token::{Kind, Token, token_at, tokens_between, word};
use super::validity::{Validity, validities};
use super::{Block, Part, Role};
use crate::legal::{SpecialSession, Symbol};
use crate::text::{Date, one_line};

/// A value with the words that state it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated<T> {
    /// What they state.
    pub value: T,
    /// The words that state it: byte offsets.
    pub range: Range<usize>,
}

/// What the text states of itself. Nothing is inferred.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Số, ký hiệu
    pub number: Option<Stated<String>>,
    /// Địa danh
    pub place: Option<Stated<String>>,
    /// The date of the head (ngày ký, ban hành)
    pub dated: Option<Stated<Date>>,
    /// Ngày thông qua
    pub adopted: Option<Stated<Date>>,
    /// Kỳ họp thứ
    pub session: Option<Stated<u32>>,
    /// Whether the session is called thematic or extraordinary (chuyên đề, bất thường)
    pub is_thematic: bool,
    /// The number of a thematic session among its like (`kỳ họp chuyên đề lần thứ 7`)
    pub thematic_number: Option<Stated<u32>>,
    /// What a session under a count of its own is called (chuyên đề, bất thường); with `thematic_number`
    pub special_kind: Option<SpecialSession>,
    /// Khóa
    pub term: Option<Stated<u32>>,
    /// Cơ quan ban hành, as written
    pub issuer: Option<Stated<String>>,
    /// Trích yếu
    pub subject: Option<Stated<String>>,
    /// Hiệu lực
    pub validity: Vec<Validity>,
    /// Provisions that take effect, or end, on days of their own
    pub commencements: Vec<Commencement>,
    /// The last day of the whole resolution's effect
    pub expires: Option<Stated<Date>>,
    /// Chức vụ của người ký, with KT. or TM.
    pub signer_role: Option<Stated<String>>,
    /// Họ tên người ký
    pub signer: Option<Stated<String>>,
}

impl<T> Stated<T> {
    fn without_place(self) -> Self {
        Self { range: 0..0, ..self }
    }
}

impl Facts {
    /// Completes them with what the head says where that stands in a table.
    pub(crate) fn complete(&mut self, head: Self) {
        self.number = self.number.take().or(head.number);
        self.place = self.place.take().or(head.place);
        self.dated = self.dated.take().or(head.dated);
        self.issuer = self.issuer.take().or(head.issuer);
    }

    /// Completes them with who signed, where that stands in a table.
    pub(crate) fn complete_signer(&mut self, foot: Self) {
        if self.signer.is_none() && foot.signer.is_some() {
            (self.signer, self.signer_role) = (foot.signer, foot.signer_role);
        }
    }

    /// The same without the places of the words: equal for texts that state the same.
    #[must_use]
    pub fn without_places(self) -> Self {
        let without_places = |validity: Validity| Validity {
            provision: validity.provision.map(|_| 0..0),
            range: 0..0,
            ..validity
        };
        Self {
            number: self.number.map(Stated::without_place),
            place: self.place.map(Stated::without_place),
            dated: self.dated.map(Stated::without_place),
            adopted: self.adopted.map(Stated::without_place),
            session: self.session.map(Stated::without_place),
            is_thematic: self.is_thematic,
            thematic_number: self.thematic_number.map(Stated::without_place),
            special_kind: self.special_kind,
            term: self.term.map(Stated::without_place),
            issuer: self.issuer.map(Stated::without_place),
            subject: self.subject.map(Stated::without_place),
            validity: self.validity.into_iter().map(without_places).collect(),
            commencements: self
                .commencements
                .into_iter()
                .map(|commencement| Commencement { range: 0..0, ..commencement })
                .collect(),
            expires: self.expires.map(Stated::without_place),
            signer_role: self.signer_role.map(Stated::without_place),
            signer: self.signer.map(Stated::without_place),
        }
    }
}

const COUNCIL: &str = "HỘI ĐỒNG NHÂN DÂN";
const NUMBER: u64 = word("số");
const TERM: u64 = word("khóa");
const ORDINAL: u64 = word("thứ");
const SESSION: Phrase = Phrase::new("kỳ họp");
/// What a session outside the yearly plan is called.
const SPECIAL: [(Phrase, SpecialSession); 4] = [
    (Phrase::new("chuyên đề"), SpecialSession::Thematic),
    (Phrase::new("bất thường"), SpecialSession::Extraordinary),
    (Phrase::new("đột xuất"), SpecialSession::Urgent),
    (Phrase::new("không thường lệ"), SpecialSession::Unscheduled),
];
/// What other sessions are called before their number.
const REGULAR: &[Phrase] = phrases!("thường lệ, thường kỳ, định kỳ");
const TIMES: u64 = word("lần");
const PASSED: Phrase = Phrase::new("thông qua");

/// Reads what the parts of a text state of it.
pub(super) fn facts(text: &Text<'_>, body: &Body) -> Facts {
    let mut facts = Facts::default();
    let mut quotations = body.quotations.as_slice();
    let mut speaking = body.speaking.iter().copied().peekable();
    let mut places = Vec::new();
    for (index, part) in body.parts.iter().enumerate() {
        while let Some((first, rest)) = quotations.split_first()
            && first.end <= part.text.start
        {
            quotations = rest;
        }
        facts.read(text.blocks, part);
        while speaking.next_if(|speaking| *speaking < index).is_some() {}
        if speaking.peek() == Some(&index) && may_speak(part.role) {
            facts.read_validity(text, part, quotations.first());
            places.resize(facts.validity.len(), index);
        }
    }
    facts.expires = expires(&facts.validity);
    let days = KnownDays::new(facts.adopted.as_ref(), facts.dated.as_ref());
    let of_provisions =
        facts.validity.iter().zip(places).filter(|(validity, _)| validity.provision.is_some());
    facts.commencements = of_provisions
        .filter_map(|(validity, index)| commencement(text.blocks, &body.parts, index, validity, days))
        .collect();
    facts
}

/// The last day of the whole; `None` where two are said.
fn expires(validity: &[Validity]) -> Option<Stated<Date>> {
    let mut days = validity.iter().filter(|validity| validity.provision.is_none()).filter_map(|validity| {
        let value = validity.until?;
        Some(Stated { value, range: validity.range.clone() })
    });
    let first = days.next()?;
    days.all(|day| day.value == first.value).then_some(first)
}

impl Facts {
    fn read(&mut self, blocks: &[Block<'_>], part: &Part) {
        match part.role {
            Role::Number => self.read_number(blocks, part),
            Role::PlaceAndDate => self.read_place_and_date(blocks, part),
            Role::Issuer | Role::Council => {
                let is_better = part.role == Role::Council;
                if self.issuer.is_none() || is_better {
                    self.issuer =
                        Some(Stated { value: body(&words(blocks, part)), range: part.text.clone() });
                }
            }
            Role::Subject if self.subject.is_none() => self.subject = stated(blocks, part),
            Role::Session => self.read_session(&words(blocks, part), part),
            Role::Adoption => self.read_adoption(blocks, part),
            Role::SignerRole if self.signer.is_none() => {
                let Some(next) = stated(blocks, part) else { return };
                match &mut self.signer_role {
                    Some(role) => {
                        role.value = format!("{} {}", role.value, next.value);
                        role.range.end = next.range.end;
                    }
                    None => self.signer_role = Some(next),
                }
            }
            Role::SignerName if self.signer.is_none() => self.signer = stated(blocks, part),
            _ => {}
        }
    }

    fn read_number(&mut self, blocks: &[Block<'_>], part: &Part) {
        let text = words(blocks, part);
        let tokens = tokens(&text, 0);
        let from = tokens
            .iter()
            .find(|token| !token.is_word(NUMBER) && !token.is_mark(':'))
            .map_or(text.len(), |token| token.start);
        let symbol = Symbol::parse(&text[from..]).or_else(|| Symbol::parse(&text[from..].replace('\n', "")));
        if let Some(symbol) = symbol.filter(|_| self.number.is_none()) {
            let is_one_line = part.text.len() == text.len();
            let start = part.text.start + if is_one_line { from } else { 0 };
            self.number = Some(Stated { value: symbol.text, range: start..part.text.end });
        }
    }

    fn read_place_and_date(&mut self, blocks: &[Block<'_>], part: &Part) {
        let text = words(blocks, part);
        let tokens = tokens(&text, 0);
        let comma = tokens.iter().position(|token| token.is_mark(','));
        if let Some(comma) = comma.map(|at| tokens[at].start) {
            self.place = Some(Stated {
                value: plain(&text[..comma]),
                range: part.text.start..part.text.start + comma,
            });
        }
        let date = (0..tokens.len()).find_map(|at| date_at(&tokens, at).and_then(|found| found.date));
        self.dated = date.map(|value| Stated { value, range: part.text.clone() });
    }

    /// `KHÓA XIV - KỲ HỌP THỨ 14 (KỲ HỌP CHUYÊN ĐỀ)`; also where the line is split within words.
    fn read_session(&mut self, text: &str, part: &Part) {
        self.read_session_line(text, part);
        if text.contains('\n') && (self.session.is_none() || self.term.is_none()) {
            self.read_session_line(&text.replace('\n', ""), part);
        }
    }

    fn read_session_line(&mut self, text: &str, part: &Part) {
        let tokens = tokens(text, part.text.start);
        let passage = Passage { text, start: part.text.start, tokens: &tokens };
        let is_verbatim = text.len() == part.text.len();
        let range = |from: usize, to: usize| {
            if is_verbatim { tokens[from].start..tokens[to - 1].end } else { part.text.clone() }
        };
        for at in 0..tokens.len() {
            if self.term.is_none() && tokens[at].is_word(TERM) {
                let from = at + 1 + usize::from(token_at(&tokens, at + 1).is_word(ORDINAL));
                self.term =
                    number_at(&passage, from).map(|(value, end)| Stated { value, range: range(at, end) });
            }
            let Some(mut next) = SESSION.ends_at(&tokens, at) else { continue };
            let special = SPECIAL
                .iter()
                .find_map(|(phrase, kind)| phrase.ends_at(&tokens, next).map(|end| (*kind, end)));
            self.is_thematic |= special.is_some();
            next = special.map_or(next, |(_, end)| end);
            next = first_phrase(REGULAR, &tokens, next).map_or(next, |(_, end)| end);
            next += usize::from(is_word(&tokens, next, TIMES));
            let is_ordinal = is_word(&tokens, next, ORDINAL);
            next += usize::from(is_ordinal);
            // Năm is five and year.
            let may_count = is_ordinal || token_at(&tokens, next).kind == Kind::Number;
            let Some((value, end)) = number_at(&passage, next).filter(|_| may_count) else { continue };
            let slot = if special.is_some() { &mut self.thematic_number } else { &mut self.session };
            if slot.is_none() {
                *slot = Some(Stated { value, range: range(at, end) });
                self.special_kind = self.special_kind.or(special.map(|(kind, _)| kind));
            }
        }
    }

    /// `... khóa XIV, Kỳ họp thứ 14 thông qua ngày 12 tháng 7 năm 2023 ...`.
    fn read_adoption(&mut self, blocks: &[Block<'_>], part: &Part) {
        let text = words(blocks, part);
        let tokens = tokens(&text, part.text.start);
        let passed = (0..tokens.len()).find_map(|at| PASSED.ends_at(&tokens, at));
        let found = passed.and_then(|at| Some((at, date_at(&tokens, at)?)));
        if let Some((at, found)) = found
            && let Some(value) = found.date
            && self.adopted.is_none()
        {
            let is_verbatim = text.len() == part.text.len();
            let range =
                if is_verbatim { tokens[at].start..tokens[found.end - 1].end } else { part.text.clone() };
            self.adopted = Some(Stated { value, range });
        }
        self.read_session(&text, part);
    }

    fn read_validity(&mut self, text: &Text<'_>, part: &Part, quotation: Option<&Range<usize>>) {
        let end = quotation
            .map_or(part.text.end, |quotation| quotation.start.clamp(part.text.start, part.text.end));
        if part.text.start >= end {
            return;
        }
        // A sentence may go on over blocks.
        if let Some(tokens) = tokens_between(&text.tokens, part.text.start, end) {
            self.validity.extend(validities(tokens));
            return;
        }
        for block in text.blocks.iter().take(part.blocks.end).skip(part.blocks.start) {
            let (from, to) = (part.text.start.max(block.start), end.min(block.start + block.text.len()));
            if from < to {
                self.validity.extend(validities(&tokens(slice(block, from, to), from)));
            }
        }
    }
}

/// Whether the sentences of a part can say when the resolution takes effect.
fn may_speak(role: Role) -> bool {
    matches!(
        role,
        Role::Adoption
            | Role::Article
            | Role::Clause
            | Role::Subclause
            | Role::Point
            | Role::Dash
            | Role::Item
            | Role::Text
    )
}

fn is_word(tokens: &[Token], at: usize, key: u64) -> bool {
    token_at(tokens, at).is_word(key)
}

/// The own words of a part, its lines parted by line breaks.
fn words(blocks: &[Block<'_>], part: &Part) -> String {
    let mut text = String::new();
    let mut from = part.text.start;
    for block in blocks.iter().take(part.blocks.end).skip(part.blocks.start) {
        let to = part.text.end.min(block.start + block.text.len());
        if block.start >= part.text.end {
            break;
        }
        if to > from {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(slice(block, from.max(block.start), to));
            from = to;
        }
    }
    text
}

fn stated(blocks: &[Block<'_>], part: &Part) -> Option<Stated<String>> {
    let value = plain(&words(blocks, part));
    (!value.is_empty()).then(|| Stated { value, range: part.text.clone() })
}

/// The text on one line, without emphasis around it.
fn plain(text: &str) -> String {
    one_line(text).trim_matches(['*', '_', '#', ' ', '\u{a0}']).to_owned()
}

/// The name of a body; the words `HỘI ĐỒNG NHÂN DÂN` are whole even where a line break splits them.
fn body(text: &str) -> String {
    let mut letters = COUNCIL.chars().filter(|letter| *letter != ' ').peekable();
    let composed = crate::text::nfc(text);
    for (at, letter) in composed.char_indices() {
        if letters.peek().is_none() {
            return plain(&format!("{COUNCIL} {}", &composed[at..]));
        }
        if letter.is_alphabetic() && letters.next() != Some(letter) {
            break;
        }
    }
    plain(&composed)
}
