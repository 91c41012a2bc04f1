//! What a statement of effect is said of: the text itself, some of its provisions, what it does to others.

use std::ops::Range;

use super::Verb;
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::token::{DASHES, Kind, Token, token_at, word};

/// Names of the text itself.
pub(super) const SELVES: &[Phrase] = phrases!(
    "nghị quyết này, quy định này, quy chế này, đề án này, chính sách này, nghị quyết đã được, \
     nghị quyết được"
);

const RESOLUTION: Phrase = Phrase::new("nghị quyết");
const THIS: u64 = word("này");

/// Words that the name of a provision begins with.
const PROVISIONS: &[u64] = words!("khoản điểm điều chương mục phần phụ");

/// Words between the names of provisions, and from the last of them to the verb.
const BETWEEN_PROVISIONS: &[u64] =
    words!("các và đến từ của tại lục số này nghị quyết quy định chế ban hành kèm theo tiểu được");

/// Beginnings of the names of other documents.
const OTHERS: [Phrase; 7] = [
    Phrase::new("luật"),
    Phrase::new("bộ luật"),
    Phrase::new("pháp lệnh"),
    Phrase::new("nghị định"),
    Phrase::new("thông tư"),
    Phrase::new("quyết định"),
    RESOLUTION,
];

/// What is done, as a noun: `việc bãi bỏ`.
const DOING: u64 = word("việc");

/// Beginnings of verbs that do something to another document.
const ACTS: &[u64] = words!("bãi hủy huỷ thay sửa ngưng ngừng tạm đình chấm kéo");

/// Words that lead to an exception.
pub(super) const EXCEPTIONS: &[u64] = words!("trừ riêng");

/// Words that may stand alone between a statement and the next one of the same subject.
pub(super) const CONNECTIVES: &[u64] = words!("và được sẽ đồng thời gian hạn có chỉ thì cũng mà việc");

/// What may stand before the name of the text that ends as a whole.
const WHOLES: &[Phrase] = phrases!("toàn bộ, các quy định của, riêng");
const NUMBER: u64 = word("số");

/// What a verb is said of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    This,
    Provision(Range<usize>),
    /// What is done to another document: `việc bãi bỏ Nghị quyết số ...`
    Act(Range<usize>),
    /// That of the statement before.
    Same,
    Other,
}

/// The subject among the words before the verb.
pub(super) fn subject(before: &[Token], verb: Verb) -> Subject {
    let before = behind_label(before);
    let is_connective = |token: &Token| token.is_one_of(&[',', ';']) || token.is_among(CONNECTIVES);
    if before.iter().all(is_connective) {
        return Subject::Same;
    }
    // Nghị quyết này thay thế Nghị quyết số ... và có hiệu lực từ ngày ...
    let goes_on = before.last().is_some_and(|last| last.is_mark(',') || last.is_among(&CONNECTIVES[..1]));
    if verb == Verb::Begins && goes_on && is_any(SELVES, before, 0) {
        return Subject::This;
    }
    let exception = before.iter().rposition(|token| token.is_among(EXCEPTIONS));
    let own = exception.map_or(before, |at| &before[at + 1..]);
    let clause = own.iter().rposition(|token| token.is_mark(';')).map_or(own, |at| &own[at + 1..]);
    let clause = behind_label(clause);
    if let [first, second, .., last] = clause
        && first.is_word(DOING)
        && second.is_among(ACTS)
    {
        return Subject::Act(first.start..last.end);
    }
    if let Some(at) = provision_in(clause)
        && let Some(last) = clause.last()
    {
        return if names_other(&clause[at..]) {
            Subject::Other
        } else {
            Subject::Provision(clause[at].start..last.end)
        };
    }
    if names_other_number(clause) {
        return Subject::Other;
    }
    let is_bare = clause.len() >= 2 && RESOLUTION.ends_at(clause, clause.len() - 2).is_some();
    let begins = skip_connectives(clause);
    let begins = first_phrase(WHOLES, clause, begins).map_or(begins, |(_, end)| end);
    let is_first = is_any(SELVES, clause, begins) || (is_bare && begins + 2 == clause.len());
    let is_named =
        verb == Verb::Begins && (is_bare || (0..clause.len()).any(|at| is_any(SELVES, clause, at)));
    if is_first || is_named { Subject::This } else { Subject::Other }
}

fn skip_connectives(tokens: &[Token]) -> usize {
    let is_connective = |token: &&Token| token.kind == Kind::Mark || token.is_among(CONNECTIVES);
    tokens.iter().take_while(is_connective).count()
}

/// The words behind the label of the provision itself: `Điều 3. Nghị quyết này`, `a) Điều 5`, `- Khoản 2`.
fn behind_label(tokens: &[Token]) -> &[Token] {
    match tokens {
        [article, number, mark, rest @ ..]
            if article.is_word(PROVISIONS[2])
                && number.kind == Kind::Number
                && mark.is_one_of(&['.', ':', ')']) =>
        {
            rest
        }
        [number, mark, rest @ ..]
            if (number.kind == Kind::Number || number.letter != '\0') && mark.is_one_of(&['.', ')', '/']) =>
        {
            rest
        }
        [dash, rest @ ..] if dash.is_one_of(&DASHES) => rest,
        _ => tokens,
    }
}

/// Where the provisions begin that a clause is about: near its beginning, or right before the verb.
fn provision_in(clause: &[Token]) -> Option<usize> {
    const NEAR: usize = 6;
    let begins = |at: &usize| {
        clause[*at].is_among(PROVISIONS)
            && clause[at + 1..].iter().take(3).any(|next| next.kind == Kind::Number || next.letter != '\0')
            && clause.get(at + 1).is_some_and(|next| {
                let is_list = next.is_word(BETWEEN_PROVISIONS[6]) || next.is_one_of(&['“', '"']);
                next.kind == Kind::Number || next.letter != '\0' || is_list || is_roman(next)
            })
    };
    let is_inside = |token: &&Token| {
        token.kind != Kind::Word
            || token.letter != '\0'
            || is_roman(token)
            || token.is_among(PROVISIONS)
            || token.is_among(BETWEEN_PROVISIONS)
    };
    let behind = clause.len() - clause.iter().rev().take_while(is_inside).count();
    (0..clause.len().min(NEAR)).find(begins).or_else(|| (behind..clause.len()).find(begins))
}

/// Whether a word in capitals can be a Roman numeral.
fn is_roman(token: &Token) -> bool {
    token.is_short_form(4)
}

/// Whether a clause names a document by its number.
fn names_other_number(clause: &[Token]) -> bool {
    clause.iter().enumerate().any(|(at, token)| {
        token.is_word(NUMBER)
            && token_at(clause, at + 1).kind == Kind::Number
            && token_at(clause, at + 2).is_one_of(&['/', '-'])
    })
}

/// Whether a clause that begins with provisions says that they are of another document.
fn names_other(clause: &[Token]) -> bool {
    let is_other = |at: usize| {
        let Some((form, end)) = first_phrase(&OTHERS, clause, at) else { return false };
        let is_own = form + 1 == OTHERS.len() && clause.get(end).is_none_or(|next| next.is_word(THIS));
        !is_own
    };
    names_other_number(clause) || (0..clause.len()).any(is_other)
}
