//! The provisions that an instruction names: `điểm a, b khoản 1 và khoản 3 Điều 4`, `từ Điều 3 đến Điều 5`,
//! `mẫu số 05, mẫu số 06 tại Phụ lục I`.

pub(super) mod entry;
mod unit;
mod value;

use super::words::SELVES;
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::token::{Kind, Token, token_at, word};
use entry::{Entry, Text};
use unit::{Level, UNITS, Unit, anchor_word, between, name_of, unit_at, unit_of};
use value::{Value, value_at};

/// Provisions named together: indexes of tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The first token.
    pub(super) from: usize,
    /// Behind the last.
    pub(super) to: usize,
    /// Each provision, in order.
    pub(super) entries: Vec<Entry>,
    /// Whether they are provisions of the document that speaks: `Điều 5 Nghị quyết này`, `khoản này`.
    pub(super) is_own: bool,
    /// Whether they are taken out of what stands before them: `Chương II, trừ Điều 5`.
    pub(super) is_excepted: bool,
    /// What each of the units of its level holds that are named side by side: `khoản 1` in `khoản 1 các Điều 3, 4`.
    shared: Vec<Entry>,
}
/// Words behind which a unit is the end of a compound: `giai đoạn 2021`, `danh mục`, `biểu điểm`.
const COMPOUNDS: &[u64] = words!("giai danh địa thời quan tài hạng ưu đặc");

/// Most provisions that one list names.
const MOST: usize = 200;
const UNTIL: u64 = word("đến");
const THIS: u64 = word("này");
const EXCEPT: u64 = word("trừ");
/// Words that join a unit to the larger one behind it.
const HOLDERS: &[u64] = words!("của tại thuộc trong");
const NAMED_THERE: u64 = word("nêu");
/// Words of what a provision holds: `một số nội dung của Điều 3`.
const HELD: &[u64] = words!("nội dung quy định");
/// Words that part provisions.
const PARTERS: &[u64] = words!("và hoặc hay");
/// Words that may stand before a unit without meaning.
const PLURALS: &[u64] = words!("các những từ nội");
/// Words behind a number that make it a count: `Điều 3, 4 tỷ đồng`.
const COUNTED: &[u64] = words!("tỷ triệu đồng ngày tháng năm người nghị xã dự");

/// The provisions whose names begin at index `at`, on the word of a unit.
pub(super) fn named_at(tokens: &[Token], at: usize) -> Option<Named> {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    if unit_at(tokens, at).is_none() || before.is_some_and(|before| before.is_among(COMPOUNDS)) {
        return None;
    }
    let mut list = Named { from: at, is_excepted: is_excepted(tokens, at), ..Named::default() };
    let (mut next, mut joint) = (at, Joint::Beside);
    // Whether the next unit stands alone in brackets.
    let mut bracket: Option<usize> = None;
    while list.entries.len() < MOST {
        let Some((level, name, value)) = unit_at(tokens, next) else { break };
        if token_at(tokens, value).is_word(THIS) {
            list.is_own = true;
            list.to = value + 1;
            break;
        }
        let is_each = joint == Joint::Holds && next > at && tokens[next - 1].is_word(PLURALS[0]);
        let Some(end) = list.values(tokens, value, (level, name), (joint, is_each)) else { break };
        list.to = list.text_behind(tokens, end);
        if bracket.take().is_some() {
            list.to += 1;
        }
        (next, joint) = joint_at(tokens, list.to);
        // `Tại Điều 2: khoản 3 sửa đổi như sau` tells the place first, then what is done there.
        let is_place = || tokens[next].is_mark(':') && before.is_some_and(|before| before.is_among(HOLDERS));
        if let Some(mark) = list.mark_before_unit(tokens, next).filter(|_| !is_place()) {
            bracket = tokens[next].is_mark('(').then_some(mark);
            (next, joint) = (mark, Joint::Holds);
        }
    }
    list.turn_round();
    if is_some_of(tokens, at) {
        list.entries.iter_mut().for_each(Entry::make_part);
    }
    list.is_own |= is_any(SELVES, tokens, behind_of(tokens, list.to));
    (list.to > at).then_some(list)
}

/// Whether the provisions at index `at` are taken out of what was named: `trừ Điều 5`, `trừ các quy định tại Điều 5`.
fn is_excepted(tokens: &[Token], at: usize) -> bool {
    const NEAR: usize = 6;
    let before = &tokens[at.saturating_sub(NEAR)..at];
    let Some(except) = before.iter().rposition(|token| token.is_word(EXCEPT)) else { return false };
    let is_compound = except > 0 && before[except - 1].is_among(words!("khấu phòng"));
    let is_link = |token: &Token| token.is_among(PLURALS) || token.is_among(HOLDERS) || token.is_among(HELD);
    !is_compound && before[except + 1..].iter().all(is_link)
}

/// Whether only some of what the provision at index `at` holds is meant: `một số khoản của Điều 3`, `một phần khoản 2`.
fn is_some_of(tokens: &[Token], at: usize) -> bool {
    const FARTHEST: usize = 12;
    const SOME: &[Phrase] = phrases!("một số, một phần");
    let within = at.saturating_sub(FARTHEST)..at;
    let is_content = |token: &Token| {
        token.is_mark(',')
            || token.is_among(PARTERS)
            || token.is_among(HOLDERS)
            || token.is_among(HELD)
            || UNITS.iter().any(|(unit, ..)| token.is_word(unit.first()))
    };
    let Some((from, (_, behind))) =
        within.rev().find_map(|from| Some((from, first_phrase(SOME, tokens, from)?)))
    else {
        return false;
    };
    from < at && behind <= at && tokens[behind..at].iter().all(is_content)
}

fn behind_of(tokens: &[Token], at: usize) -> usize {
    at + usize::from(token_at(tokens, at).is_among(HOLDERS))
}

/// How a unit is joined to what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// By nothing, or by `của`, `tại`: it holds what stands before.
    Holds,
    /// By a comma: another provision, or one that holds what is not complete.
    Comma,
    /// By `và`, a semicolon and the like: another provision, or one that holds what is not complete.
    Beside,
    /// By `đến`: the end of a range.
    Until,
}

/// How the names go on at index `at`, and where the next unit may begin.
fn joint_at(tokens: &[Token], at: usize) -> (usize, Joint) {
    let mut next = at;
    let mut joint = Joint::Holds;
    while let Some(token) = tokens.get(next) {
        if token.is_word(UNTIL) {
            joint = Joint::Until;
        } else if token.is_mark(',') {
            joint = if joint == Joint::Holds { Joint::Comma } else { joint };
        } else if token.is_mark(';') || token.is_among(PARTERS) {
            joint = Joint::Beside;
        } else if !(token.is_among(HOLDERS)
            || token.is_among(&PLURALS[..2])
            // `khoản 2 nêu tại Điều 3`
            || (token.is_word(NAMED_THERE) && token_at(tokens, next + 1).is_among(HOLDERS)))
        {
            break;
        }
        next += 1;
    }
    (next, joint)
}

impl Named {
    /// Reads the values behind the name of a unit; the index behind the last.
    fn values(
        &mut self,
        tokens: &[Token],
        at: usize,
        (level, name): (Level, &'static str),
        (joint, is_each): (Joint, bool),
    ) -> Option<usize> {
        let unit = |value: &Value| Unit {
            level,
            words: if name.is_empty() { String::new() } else { format!("{name} {}", value.words) },
            anchor: anchor_word(level)
                .zip(value.anchor.as_ref())
                .map(|(word, value)| format!("{word}-{value}")),
        };
        // `các khoản từ 2 đến 4`
        let at = at + usize::from(token_at(tokens, at).is_word(word("từ")));
        let Some(first) = value_at(tokens, at, level) else {
            let leads =
                unit_at(tokens, at).is_some_and(|(level, _, value)| value_at(tokens, value, level).is_some());
            if level != Level::Name || !leads {
                return None;
            }
            self.entries.push(Entry::of(Unit { level, words: String::new(), anchor: None }));
            return Some(at);
        };
        let mut end = first.end;
        let mut last = first.counts;
        self.add(unit(&first), joint, is_each);
        while self.entries.len() < MOST {
            let (next, how) = joint_at(tokens, end);
            if next == end || how == Joint::Holds {
                break;
            }
            let Some(value) = value_at(tokens, next, level).filter(|value| may_follow(tokens, value.end))
            else {
                break;
            };
            if how == Joint::Until {
                self.open_range(level, name, last, &value);
            }
            last = value.counts;
            end = value.end;
            self.add_beside(unit(&value));
        }
        Some(end)
    }

    /// Adds a unit beside the last: with what each of them holds, or alone.
    fn add_beside(&mut self, unit: Unit) {
        let is_like = |entry: &Entry| entry.top() == unit.level;
        if self.shared.is_empty() || !self.entries.last().is_some_and(is_like) {
            self.entries.push(Entry::of(unit));
            return;
        }
        for mut entry in self.shared.clone() {
            entry.units.push(unit.clone());
            self.entries.push(entry);
        }
    }

    /// Makes headings within the article behind them of the sections that were named last: `mục 4, mục 5 Điều 1`.
    fn lower_sections(&mut self) {
        let is_section =
            |entry: &&mut Entry| matches!(entry.top(), Level::Subsection | Level::Section | Level::Part);
        for entry in self.entries.iter_mut().rev().take_while(is_section) {
            for unit in entry.units.iter_mut().filter(|unit| unit.level > Level::Article) {
                let mut letters = unit.words.chars();
                let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
                *unit = Unit { level: Level::Heading, words: first + letters.as_str(), anchor: None };
            }
        }
    }

    /// Adds a unit: as one that holds provisions before it, or as another provision.
    fn add(&mut self, unit: Unit, joint: Joint, is_each: bool) {
        if unit.level == Level::Article && joint == Joint::Holds {
            self.lower_sections();
        }
        if joint == Joint::Until {
            self.range_to(&unit);
            self.entries.push(Entry::of(unit));
            return;
        }
        // Of what stands before, only what is not complete can lie in a unit behind a comma.
        let is_held = |entry: &Entry| {
            entry.top() < unit.level
                && (joint == Joint::Holds || entry.top() < Level::Article)
                && entry.text.is_none()
        };
        // `dòng 5, mục I, Phụ lục I`, `cột 5 và dòng 3, Phụ lục I`, `Mẫu số 01, Phụ lục II`: what has no place of its own lies
        // in what follows.
        let is_placed = |entry: &Entry| match joint {
            Joint::Comma => {
                entry.is_counted_within() || (entry.top() == Level::Form && unit.level == Level::Annex)
            }
            _ => entry.top() == Level::Piece,
        };
        let is_large = joint != Joint::Holds && unit.level > Level::Article;
        let lies_in = |entry: &&Entry| {
            if is_large {
                entry.top() < unit.level && entry.text.is_none() && is_placed(entry)
            } else {
                is_held(entry)
            }
        };
        let held = self.entries.iter().rev().take_while(lies_in).count();
        if held == 0 {
            self.add_beside(unit);
            return;
        }
        let first = self.entries.len() - held;
        self.shared = if is_each { self.entries[first..].to_vec() } else { Vec::new() };
        for entry in &mut self.entries[first..] {
            entry.units.push(unit.clone());
        }
    }

    /// Opens `Điều 3 đến Điều 5`: what lies between the last entry and the unit.
    fn range_to(&mut self, unit: &Unit) {
        let Some([start]) = self.entries.last().map(|entry| entry.units.as_slice()) else { return };
        if start.level != unit.level {
            return;
        }
        let value = |unit: &Unit| {
            unit.anchor.as_ref().and_then(|anchor| anchor.rsplit('-').next().map(str::to_owned))
        };
        let (Some(from), Some(to)) = (value(start), value(unit)) else { return };
        let (level, name) = (unit.level, name_of(unit));
        for between in between(&from, &to) {
            self.entries.push(Entry::of(unit_of(level, &name, &between)));
        }
    }

    /// Opens `Điều 3 đến 5`.
    fn open_range(&mut self, level: Level, name: &str, last: Option<u32>, value: &Value) {
        let letter = self.entries.last().and_then(|entry| entry.units.last()?.anchor.clone());
        let from =
            last.map(|last| last.to_string()).or_else(|| letter?.rsplit('-').next().map(str::to_owned));
        let (Some(from), Some(to)) = (from, &value.anchor) else { return };
        for between in between(&from, to) {
            self.entries.push(Entry::of(unit_of(level, name, &between)));
        }
    }

    /// The index behind a mark at index `at` that parts the last provision from one that it lies in or that lies in it: `Điều 2: khoản
    /// 3`, `khoản 3 - Điều 2`, `Điều 2 (khoản 3)`.
    fn mark_before_unit(&self, tokens: &[Token], at: usize) -> Option<usize> {
        const WITHIN_ARTICLE: [Level; 3] = [Level::Point, Level::Clause, Level::Article];
        let mark = tokens.get(at).filter(|token| token.is_one_of(&[':', '(', '-', '–']))?;
        let (level, _, value) = unit_at(tokens, at + 1)?;
        let value = value_at(tokens, value, level)?;
        let top = self.entries.last()?.top();
        let is_alone = !mark.is_mark('(') || tokens.get(value.end).is_some_and(|next| next.is_mark(')'));
        // `2. Điều 3: a) ...` leads to what follows; a point takes its closing mark as its own.
        let is_held = WITHIN_ARTICLE.contains(&level) && WITHIN_ARTICLE.contains(&top) && level != top;
        (is_held && is_alone).then_some(at + 1)
    }

    /// Joins what is named large to small: `Điều 3, khoản 2, điểm b`, `Điều 3: khoản 2 và khoản 4`.
    fn turn_round(&mut self) {
        let is_lone = |entry: &Entry| entry.units.len() == 1 && entry.text.is_none();
        if let [holder, held @ ..] = self.entries.as_slice()
            && held.len() > 1
            && self.entries.iter().all(is_lone)
            && holder.top() == Level::Article
            && held.iter().all(|entry| entry.top() == held[0].top() && entry.top() < Level::Article)
        {
            self.entries = held.iter().map(|entry| entry.clone().within(Some(holder))).collect();
            return;
        }
        let is_chain = self.entries.len() > 1
            && self.entries.iter().all(|entry| entry.units.len() == 1)
            && self.entries.windows(2).all(|pair| pair[0].top() > pair[1].top())
            && self.entries[0].top() == Level::Article;
        if is_chain {
            let units = self.entries.drain(..).rev().flat_map(|entry| entry.units).collect();
            self.entries.push(Entry { units, text: None, is_described: false });
        }
    }

    /// Notes the text that the entries are in, where it is named right behind them; the index behind that.
    fn text_behind(&mut self, tokens: &[Token], at: usize) -> usize {
        const TEXTS: [(Phrase, Text); 3] = [
            (Phrase::new("nghị quyết"), Text::Itself),
            (Phrase::new("quy định"), Text::Attached),
            (Phrase::new("quy chế"), Text::Attached),
        ];
        let start = behind_of(tokens, at);
        let found = TEXTS.iter().find_map(|(phrase, text)| Some((phrase.ends_at(tokens, start)?, *text)));
        let Some((end, text)) = found else { return at };
        // Only between provisions: elsewhere the name goes on.
        let (next, joint) = joint_at(tokens, end);
        let goes_on = matches!(joint, Joint::Comma | Joint::Beside)
            && unit_at(tokens, next)
                .is_some_and(|(level, _, value)| value_at(tokens, value, level).is_some());
        let ends = tokens.get(end).is_none_or(|next| next.is_one_of(&['.', ';', ':']));
        if !goes_on && !ends {
            return at;
        }
        for entry in self.entries.iter_mut().rev().take_while(|entry| entry.text.is_none()) {
            entry.text = Some(text);
        }
        end
    }
}

/// Whether what stands behind a value shows that it was one, and no count of something.
fn may_follow(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at) else { return true };
    let is_count = next.is_one_of(&['%', '/']) || next.is_among(&COUNTED[..6]) || next.kind == Kind::Number;
    !is_count || next.is_word(word("nghị"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::legal::structure::token::tokenize;

    fn read(text: &str) -> Option<Vec<String>> {
        let mut tokens = Vec::new();
        tokenize(text, 0, &mut tokens);
        let named = named_at(&tokens, 0)?;
        Some(named.entries.iter().map(|entry| entry.provision().words).collect())
    }

    #[test]
    fn provisions_are_named_one_by_one() {
        for (text, expected) in [
            (
                "điểm a, b và c khoản 1 Điều 2",
                &["điểm a khoản 1 Điều 2", "điểm b khoản 1 Điều 2", "điểm c khoản 1 Điều 2"][..],
            ),
            (
                "điểm a, điểm b khoản 1 và khoản 3 Điều 4",
                &["điểm a khoản 1 Điều 4", "điểm b khoản 1 Điều 4", "khoản 3 Điều 4"],
            ),
            (
                "khoản 1, khoản 6 Điều 4; khoản 3 Điều 6",
                &["khoản 1 Điều 4", "khoản 6 Điều 4", "khoản 3 Điều 6"],
            ),
            (
                "khoản 1, khoản 4 Điều 7; Điều 6; Điều 8",
                &["khoản 1 Điều 7", "khoản 4 Điều 7", "Điều 6", "Điều 8"],
            ),
            ("Điều 3 đến Điều 5", &["Điều 3", "Điều 4", "Điều 5"]),
            ("Điều 3 đến 5 của", &["Điều 3", "Điều 4", "Điều 5"]),
            (
                "điểm c đến điểm e khoản 1 Điều 2",
                &[
                    "điểm c khoản 1 Điều 2",
                    "điểm d khoản 1 Điều 2",
                    "điểm đ khoản 1 Điều 2",
                    "điểm e khoản 1 Điều 2",
                ],
            ),
            ("mẫu số 05, mẫu số 06 tại Phụ lục I", &["mẫu số 05 Phụ lục I", "mẫu số 06 Phụ lục I"]),
            ("Mẫu số 01; Phụ lục II", &["mẫu số 01", "Phụ lục II"]),
            ("Mẫu số 01, Phụ lục II", &["mẫu số 01 Phụ lục II"]),
            ("Mẫu số 01 và Phụ lục II", &["mẫu số 01", "Phụ lục II"]),
            ("đoạn mở đầu khoản 1 Điều 4", &["khoản 1 Điều 4"]),
            ("số thứ tự 3 Phụ lục I", &["Phụ lục I"]),
            (
                "điểm c khoản 7 Điều 2; tên Điều 3; điểm c khoản 1, khoản 3 Điều 5",
                &["điểm c khoản 7 Điều 2", "Điều 3", "điểm c khoản 1 Điều 5", "khoản 3 Điều 5"],
            ),
            (
                "khoản 1 Điều 2 Nghị quyết và điểm c khoản 1 Điều 3",
                &["khoản 1 Điều 2", "điểm c khoản 1 Điều 3"],
            ),
            ("Mục II", &["Mục II"]),
            ("Điều 5, 10 ngày", &["Điều 5"]),
            ("khoản 2, Điều 5, Chương II", &["khoản 2 Điều 5", "Chương II"]),
            ("Điều 3a", &["Điều 3a"]),
            ("Mục III Phần B của Đề án", &["Mục III Phần B"]),
            ("khoản 1 các Điều 3, 4 và 5", &["khoản 1 Điều 3", "khoản 1 Điều 4", "khoản 1 Điều 5"]),
            ("khoản 1 của các Điều 3, Điều 4", &["khoản 1 Điều 3", "khoản 1 Điều 4"]),
            (
                "điểm b khoản 1 và điểm a các khoản 2, 3 Điều 4; Điều 6",
                &["điểm b khoản 1 Điều 4", "điểm a khoản 2 Điều 4", "điểm a khoản 3 Điều 4", "Điều 6"],
            ),
            ("mục 4 Điều 1", &["mục 4 Điều 1"]),
            ("khoản 2 mục I, mục II Điều 1", &["khoản 2 mục I Điều 1", "mục II Điều 1"]),
            ("Mục 2 Chương III, Điều 5", &["Mục 2 Chương III", "Điều 5"]),
            (
                "số thứ tự 1, 2 mục I phần A Phụ lục số 01",
                &["Mục I Phần A Phụ lục 01", "Mục I Phần A Phụ lục 01"],
            ),
        ] {
            assert_eq!(
                read(text).as_deref(),
                Some(expected.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice()),
                "{text}"
            );
        }
        for text in [
            "điều kiện",
            "điểm cầu",
            "khoản chi",
            "mục tiêu",
            "phần lớn",
            "tiết kiệm",
            "mẫu mới",
            "tên gọi khác",
            "đoạn đường",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
