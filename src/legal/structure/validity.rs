//! When a resolution says that it takes effect and ends (hiệu lực thi hành).

use serde::{Deserialize, Serialize};

use std::ops::Range;

use super::spoken_date::date_at;
use super::token::{Kind, Phrase, Token, first_phrase, is_any, word};
use crate::text::Date;

/// The day that a term of days is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// Ngày thông qua
    Adoption,
    /// Ngày ký, ngày ban hành
    Signing,
}

/// When an effect begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start {
    /// `từ ngày thông qua`, `kể từ ngày ký`
    From(Base),
    /// `sau 10 ngày kể từ ngày thông qua`
    After {
        /// How many days.
        days: u32,
        /// Counted from this day.
        base: Base,
    },
    /// `từ ngày 01 tháng 01 năm 2025`
    On(Date),
    /// `từ năm ngân sách 2025`
    BudgetYear(i16),
    /// `từ năm học 2025-2026`: its first year
    SchoolYear(i16),
}

/// One statement about effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// The provisions that it is about, as they are named there: byte offsets. `None`: the whole resolution.
    pub provision: Option<Range<usize>>,
    /// When the effect begins, where that is said.
    pub start: Option<Start>,
    /// The last day of the effect, where that is said.
    pub until: Option<Date>,
    /// The words that say it, from the verb on: byte offsets.
    pub range: Range<usize>,
}

/// What a statement is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Begins,
    Ends,
    Applies,
}

const VERBS: [(Phrase, Verb); 7] = [
    (Phrase::new("có hiệu lực"), Verb::Begins),
    (Phrase::new("hết hiệu lực"), Verb::Ends),
    (Phrase::new("chấm dứt hiệu lực"), Verb::Ends),
    (Phrase::new("được áp dụng"), Verb::Applies),
    (Phrase::new("áp dụng"), Verb::Applies),
    (Phrase::new("được thực hiện"), Verb::Applies),
    (Phrase::new("thực hiện"), Verb::Applies),
];
/// Words that may stand between the verb and the time.
const FILLERS: [Phrase; 4] =
    [Phrase::new("thi hành"), Phrase::new("thực hiện"), Phrase::new("pháp luật"), Phrase::new("áp dụng")];
const FROM: u64 = word("từ");
const TO: [u64; 2] = [word("đến"), word("tới")];
const WHOLE: u64 = word("hết");
const DAY: u64 = word("ngày");
const AFTER: u64 = word("sau");
const COUNTED: [u64; 3] = [word("kể"), word("tính"), word("bắt")];
const BEGINNING: [u64; 2] = [word("đầu"), word("cho")];
const ADOPTED: Phrase = Phrase::new("thông qua");
const SIGNED: [Phrase; 2] = [Phrase::new("ký"), Phrase::new("ban hành")];
const BUDGET_YEAR: Phrase = Phrase::new("năm ngân sách");
const SCHOOL_YEAR: Phrase = Phrase::new("năm học");
/// Names of the text itself.
const SELVES: [Phrase; 7] = [
    Phrase::new("nghị quyết này"),
    Phrase::new("quy định này"),
    Phrase::new("quy chế này"),
    Phrase::new("đề án này"),
    Phrase::new("chính sách này"),
    Phrase::new("nghị quyết đã được"),
    Phrase::new("nghị quyết được"),
];
const RESOLUTION: Phrase = Phrase::new("nghị quyết");
/// Words that the name of a provision begins with.
const PROVISIONS: [u64; 7] =
    [word("khoản"), word("điểm"), word("điều"), word("chương"), word("mục"), word("phần"), word("phụ")];
/// Words that lead to an exception.
const EXCEPTIONS: [u64; 2] = [word("trừ"), word("riêng")];
const NUMBER: u64 = word("số");
/// How far before the verb its subject is looked for.
const FARTHEST: usize = 80;

/// The statements about effect in a piece of text.
pub(super) fn validities(tokens: &[Token]) -> Vec<Validity> {
    let mut found: Vec<Validity> = Vec::new();
    let (mut at, mut least) = (0, 0);
    let mut has_subject = false;
    while at < tokens.len() {
        if tokens[at].is_mark('.') && !tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number) {
            (least, has_subject) = (at + 1, false);
        }
        let Some((verb, verb_end)) = verb_at(tokens, at) else {
            at += 1;
            continue;
        };
        let subject = subject(&tokens[least.max(at.saturating_sub(FARTHEST))..at]);
        has_subject |= subject == Subject::This;
        let provision = match subject {
            Subject::Provision(range) => Some(Some(range)),
            Subject::This => Some(None),
            Subject::Nothing if has_subject => Some(None),
            Subject::Nothing | Subject::Other => None,
        };
        let time = time_at(tokens, verb_end, verb);
        if let (Some(provision), Some((start, until, end))) = (provision, time) {
            let range = tokens[at].start..tokens[end - 1].end;
            found.push(Validity { provision, start, until, range });
            at = end;
            least = end;
        } else {
            at = verb_end;
        }
    }
    found
}

fn verb_at(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    VERBS.iter().find_map(|(phrase, verb)| phrase.ends_at(tokens, at).map(|end| (*verb, end)))
}

/// What a verb is said of.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Subject {
    This,
    Provision(Range<usize>),
    Other,
    Nothing,
}

/// The subject among the words before the verb.
fn subject(before: &[Token]) -> Subject {
    let exception = before.iter().rposition(|token| EXCEPTIONS.iter().any(|key| token.is_word(*key)));
    let own = exception.map_or(before, |at| &before[at + 1..]);
    let names_other = own.iter().enumerate().any(|(at, token)| {
        token.is_word(NUMBER)
            && own.get(at + 1).is_some_and(|next| next.kind == Kind::Number)
            && own.get(at + 2).is_some_and(|next| next.is_one_of(&['/', '-']))
    });
    if names_other {
        return Subject::Other;
    }
    let clause = own.iter().rposition(|token| token.is_mark(';')).map_or(own, |at| &own[at + 1..]);
    let provision =
        clause.iter().take(6).position(|token| PROVISIONS.iter().any(|key| token.is_word(*key))).filter(
            |at| clause.get(at + 1).is_some_and(|next| next.kind == Kind::Number || next.letter != '\0'),
        );
    if let (Some(at), Some(last)) = (provision, clause.last())
        && !is_label(clause, at)
    {
        return Subject::Provision(clause[at].start..last.end);
    }
    let is_bare = own.len() >= 2 && RESOLUTION.ends_at(own, own.len() - 2).is_some();
    if is_bare || (0..own.len()).any(|at| is_any(&SELVES, own, at)) {
        return Subject::This;
    }
    Subject::Nothing
}

/// Whether the provision is the label of the sentence itself: `Điều 3. Nghị quyết này có hiệu lực`.
fn is_label(clause: &[Token], at: usize) -> bool {
    at == 0 && clause.get(2).is_some_and(|token| token.is_one_of(&['.', ':', ')']))
}

type Time = (Option<Start>, Option<Date>, usize);

/// The time that is said at index `at`, and the index behind it.
fn time_at(tokens: &[Token], at: usize, verb: Verb) -> Option<Time> {
    let mut at = at;
    while let Some((_, end)) = first_phrase(&FILLERS, tokens, at) {
        at = end;
    }
    at = skip(tokens, at, &[',', ':']);
    let (start, end) = match start_at(tokens, at) {
        Some((start, end)) => (Some(start), end),
        None => (None, at),
    };
    if verb == Verb::Ends {
        return match start {
            Some(Start::On(date)) => Some((None, Some(date.yesterday().ok()?), end)),
            _ => until_at(tokens, at).map(|(date, end)| (None, Some(date), end)),
        };
    }
    let is_year = matches!(start, Some(Start::BudgetYear(_) | Start::SchoolYear(_)));
    let until = until_at(tokens, end);
    match (start, until) {
        (start, Some((date, end))) => Some((start, Some(date), end)),
        (Some(start), None) if verb == Verb::Begins || is_year => Some((Some(start), None, end)),
        _ => None,
    }
}

fn skip(tokens: &[Token], at: usize, marks: &[char]) -> usize {
    let skipped = tokens.iter().skip(at).take_while(|token| token.is_one_of(marks)).count();
    at + skipped
}

/// `kể từ ngày thông qua`, `sau 10 ngày kể từ ngày ký`, `từ ngày 01/01/2025`, `từ năm ngân sách 2025`.
fn start_at(tokens: &[Token], at: usize) -> Option<(Start, usize)> {
    let first = tokens.get(at)?;
    if first.is_word(AFTER) {
        let days = tokens.get(at + 1)?.number()?;
        let day = tokens.iter().skip(at + 2).take(4).position(|token| token.is_word(DAY))?;
        let from = skip(tokens, at + 3 + day, &[',', '(', ')']);
        let (base, end) = base_at(tokens, counted_from(tokens, from)?)?;
        return Some((Start::After { days, base }, end));
    }
    let at = counted_from(tokens, at).or_else(|| {
        let is_for = BEGINNING.iter().any(|key| first.is_word(*key));
        is_for.then_some(at + 1)
    })?;
    for (phrase, make) in
        [(BUDGET_YEAR, Start::BudgetYear as fn(i16) -> Start), (SCHOOL_YEAR, Start::SchoolYear)]
    {
        if let Some(end) = phrase.ends_at(tokens, at) {
            let year = i16::try_from(tokens.get(end)?.number()?).ok()?;
            let is_span = tokens.get(end + 1).is_some_and(|token| token.is_one_of(&['-', '–', '—']))
                && tokens.get(end + 2).is_some_and(|token| token.kind == Kind::Number);
            return Some((make(year), if is_span { end + 3 } else { end + 1 }));
        }
    }
    if let Some(date) = date_at(tokens, at) {
        return Some((Start::On(date.date?), date.end));
    }
    base_at(tokens, at).map(|(base, end)| (Start::From(base), end))
}

/// The index behind `từ`, `kể từ`, `tính từ`, `bắt đầu từ`.
fn counted_from(tokens: &[Token], at: usize) -> Option<usize> {
    let mut at = at;
    if COUNTED.iter().any(|key| tokens.get(at).is_some_and(|token| token.is_word(*key))) {
        at += 1;
        at += usize::from(tokens.get(at).is_some_and(|token| token.is_word(BEGINNING[0])));
    }
    tokens.get(at)?.is_word(FROM).then_some(at + 1)
}

/// `ngày (được) (Hội đồng nhân dân tỉnh) thông qua`, `ngày ký (ban hành)`.
fn base_at(tokens: &[Token], at: usize) -> Option<(Base, usize)> {
    const LONGEST_NAME: usize = 10;
    let at = at + usize::from(tokens.get(at)?.is_word(DAY));
    if let Some((_, end)) = first_phrase(&SIGNED, tokens, at) {
        let end = SIGNED[1].ends_at(tokens, end).unwrap_or(end);
        return Some((Base::Signing, end));
    }
    let near = &tokens[at..tokens.len().min(at + LONGEST_NAME + 2)];
    let stop = near.iter().position(|token| token.kind != Kind::Word).unwrap_or(near.len());
    (at..at + stop).find_map(|index| ADOPTED.ends_at(tokens, index)).map(|end| (Base::Adoption, end))
}

/// `đến hết ngày 31 tháng 12 năm 2025`.
fn until_at(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let at = skip(tokens, at, &[',', ';']);
    let at = at + usize::from(tokens.get(at)?.is_word(word("và")));
    if !TO.iter().any(|key| tokens.get(at).is_some_and(|token| token.is_word(*key))) {
        return None;
    }
    let at = at + 1 + usize::from(tokens.get(at + 1)?.is_word(WHOLE));
    let date = date_at(tokens, at)?;
    Some((date.date?, date.end))
}

#[cfg(test)]
mod tests {
    use super::super::line::tokens;
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_usual_phrase_is_read() {
        let adoption = Some(Start::From(Base::Adoption));
        let signing = Some(Start::From(Base::Signing));
        let last = Some(date(2025, 12, 31));
        for (text, start, until) in [
            ("Nghị quyết này có hiệu lực từ ngày thông qua.", adoption, None),
            (
                "Nghị quyết này có hiệu lực thi hành kể từ ngày được Hội đồng nhân dân tỉnh thông qua",
                adoption,
                None,
            ),
            ("Nghị quyết có hiệu lực kể từ ngày ký.", signing, None),
            ("Nghị quyết này có hiệu lực kể từ ngày ký.", signing, None),
            ("Nghị quyết này có hiệu lực kể từ ngày ký ban hành.", signing, None),
            (
                "Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày thông qua",
                Some(Start::After { days: 10, base: Base::Adoption }),
                None,
            ),
            (
                "Nghị quyết này có hiệu lực thi hành sau 10 (mười) ngày, kể từ ngày ký",
                Some(Start::After { days: 10, base: Base::Signing }),
                None,
            ),
            (
                "Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2025",
                Some(Start::On(date(2025, 1, 1))),
                None,
            ),
            (
                "Nghị quyết này có hiệu lực kể từ ngày 01/01/2025 đến hết ngày 31 tháng 12 năm 2025",
                Some(Start::On(date(2025, 1, 1))),
                last,
            ),
            ("Nghị quyết này có hiệu lực đến hết ngày 31 tháng 12 năm 2025", None, last),
            ("Nghị quyết này được thực hiện đến hết ngày 31/12/2025", None, last),
            ("Nghị quyết này hết hiệu lực kể từ ngày 01/01/2026", None, last),
            ("Nghị quyết này áp dụng từ năm ngân sách 2025", Some(Start::BudgetYear(2025)), None),
            ("Nghị quyết này được áp dụng từ năm học 2025-2026", Some(Start::SchoolYear(2025)), None),
            (
                "Nghị quyết này đã được HĐND tỉnh thông qua ngày 12 tháng 7 năm 2023 và có hiệu lực từ ngày thông qua./.",
                adoption,
                None,
            ),
        ] {
            let found = validities(&tokens(text, 0));
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].start, found[0].until), (start, until), "{text}");
            assert_eq!(found[0].provision, None, "{text}");
        }
    }

    #[test]
    fn provisions_may_have_days_of_their_own() {
        let text = "Điều 3. Nghị quyết này có hiệu lực từ ngày thông qua, trừ khoản 2 Điều 5 có hiệu lực từ ngày \
                    01/01/2026.";
        let found = validities(&tokens(text, 0));
        let provisions: Vec<_> =
            found.iter().map(|found| found.provision.clone().map(|range| &text[range])).collect();
        assert_eq!(provisions, [None, Some("khoản 2 Điều 5")]);
    }

    #[test]
    fn what_is_said_of_others_is_left_aside() {
        for text in [
            "Nghị quyết số 05/2021/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            "Hợp đồng có hiệu lực từ ngày ký.",
            "Nghị quyết số 05/2021/NQ-HĐND có hiệu lực từ ngày 01/01/2022.",
            "Nghị quyết này được thực hiện từ ngày hôm nay",
        ] {
            assert_eq!(validities(&tokens(text, 0)), [], "{text}");
        }
    }
}
