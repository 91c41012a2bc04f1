//! The words that name a document: `Nghị quyết số 12/2020/NQ-HĐND ngày 10/7/2020`, `Luật Đất đai năm 2024`.
//!
//! Only so much as is needed to say which document a verb is about; what it is, other code finds out.

use super::verb::verb_at;
use super::words::TITLES;
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::spoken_date::{DAY, YEAR, date_at};
use crate::legal::structure::token::{Case, DASHES, Kind, Token, token_at, word};

/// A document that is named: indexes of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// The first token.
    pub(super) from: usize,
    /// Behind the last.
    pub(super) to: usize,
    /// Whether it is of the state: luật, pháp lệnh, nghị định, thông tư.
    pub(super) is_central: bool,
    /// Whether it is a proposal, report or letter, which changes nothing and is not changed.
    pub(super) is_proposal: bool,
}

/// Nouns of documents with a number.
const TYPES: &[Phrase] = phrases!(
    "nghị quyết liên tịch, nghị quyết, quyết định, nghị định, thông tư liên tịch, thông tư, pháp lệnh, \
     chỉ thị, kế hoạch, chương trình, quy định, quy chế, văn bản, công văn, hướng dẫn, thông báo, \
     bộ luật, luật, tờ trình, báo cáo"
);
/// Laws, which are named without a number.
const LAWS: &[Phrase] = phrases!("bộ luật, luật, pháp lệnh");
/// Codes in the symbols of proposals, reports and letters.
const PROPOSALS: &[u64] = words!("TTr BC CV TB BB GM HD KH UBND CTr");
/// Codes in the symbols of the state.
const CENTRAL: &[u64] = words!("QH UBTVQH NĐ CP TT TTLT TTg PL CT");
/// Codes of local bodies.
const LOCAL: &[u64] = words!("HĐND UBND TU");
const NUMBER: u64 = word("số");
/// Words that end the name of a law.
const ENDS: &[u64] = words!("và của được về trên tại này bởi hết có bằng kể");
/// In how many tokens the name of a law is told at most.
const LONGEST_NAME: usize = 24;

/// The documents that are named in some tokens, in order.
pub(super) fn mentions(tokens: &[Token]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut law: Option<usize> = None;
    let mut at = 0;
    while at < tokens.len() {
        if let Some(to) = symbol_at(tokens, at) {
            let least = found.last().map_or(0, |last| last.to);
            let from = beginning(tokens, at, law.take(), least);
            let code = tokens[at + 1..to].iter().find(|token| token.kind == Kind::Word);
            let is_proposal = code.is_some_and(|code| PROPOSALS.contains(&code.key));
            let to = with_date(tokens, to);
            let is_central = is_central(&tokens[at + 1..to]);
            found.push(Mention { from, to, is_central, is_proposal });
            at = to;
            continue;
        }
        if let Some(from) = law
            && let Some(to) = law_end(tokens, from, at)
        {
            found.push(Mention { from, to, is_central: true, is_proposal: false });
            law = None;
            at = to.max(at);
            continue;
        }
        let begins_law = tokens[at].is_capital() && first_phrase(LAWS, tokens, at).is_some();
        if law.is_none() && begins_law && tokens.get(at + 1).is_some_and(Token::is_capital) {
            law = Some(at);
        }
        at += 1;
    }
    if let Some(from) = law {
        found.push(Mention { from, to: tokens.len(), is_central: true, is_proposal: false });
    }
    found
}

/// Whether the codes of a symbol are those of the state.
fn is_central(codes: &[Token]) -> bool {
    let has = |words: &[u64]| codes.iter().any(|code| code.is_among(words));
    has(CENTRAL) && !has(LOCAL)
}

/// Where the name of a law that began at `from` ends, when it ends at index `at`.
fn law_end(tokens: &[Token], from: usize, at: usize) -> Option<usize> {
    let token = &tokens[at];
    if at < from + 2 {
        return None;
    }
    if token.is_word(YEAR) {
        let year = tokens.get(at + 1).and_then(Token::number);
        return year.filter(|year| *year > 1900).map(|_| at + 2);
    }
    let leads_to_number = token.is_word(NUMBER) || token.is_mark(':');
    let ends =
        token.is_one_of(&[';', '.', ',', ')', '(', '“']) || token.is_among(ENDS) || at - from > LONGEST_NAME;
    (ends && !leads_to_number).then_some(at)
}

/// The index behind a symbol that begins at index `at`.
fn symbol_at(tokens: &[Token], at: usize) -> Option<usize> {
    let first = &tokens[at];
    if first.kind != Kind::Number {
        return None;
    }
    let joint = tokens.get(at + 1)?;
    let is_party = joint.is_one_of(&DASHES);
    if !is_party && !joint.is_mark('/') {
        return None;
    }
    let mut end = at + 2;
    let next = tokens.get(end)?;
    if !is_party && next.kind == Kind::Number {
        next.number().filter(|year| (1945..=2100).contains(year))?;
        end = at + 4;
        tokens.get(at + 3).filter(|token| token.is_mark('/'))?;
    }
    code_at(tokens, end)?;
    end = code_end(tokens, end);
    let mut codes = 1;
    while let Some(mark) = tokens.get(end) {
        let is_joint = mark.is_one_of(&DASHES) || mark.is_one_of(&['/', '&']);
        if !is_joint || code_at(tokens, end + 1).is_none() {
            break;
        }
        let is_apart = tokens[end + 1].start > mark.end || mark.start > tokens[end - 1].end;
        if is_apart && tokens[end + 1].case != Case::Upper {
            break;
        }
        end = code_end(tokens, end + 1);
        codes += 1;
    }
    (!is_party || codes > 1).then_some(end)
}

fn code_at(tokens: &[Token], at: usize) -> Option<()> {
    tokens.get(at)?.is_capital().then_some(())
}

/// Behind a code with the digits that belong to it: `QH15`.
fn code_end(tokens: &[Token], at: usize) -> usize {
    let has_digits =
        tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number && next.start == tokens[at].end);
    at + 1 + usize::from(has_digits)
}

/// Where the name begins whose symbol is at index `at`; not before index `least`.
fn beginning(tokens: &[Token], at: usize, law: Option<usize>, least: usize) -> usize {
    const LONGEST_TYPE: usize = 4;
    let mut from = at;
    // `số 12`, `số: 12`
    let is_number = |at: usize| at > least && tokens[at - 1].is_word(NUMBER);
    if is_number(from) {
        from -= 1;
    } else if from > least && tokens[from - 1].is_mark(':') && is_number(from - 1) {
        from -= 2;
    }
    let noun = (least.max(from.saturating_sub(LONGEST_TYPE))..from)
        .find(|start| first_phrase(TYPES, tokens, *start).is_some_and(|(_, end)| end == from));
    match (noun, law) {
        (Some(noun), _) => noun,
        (None, Some(law)) if law >= least && at - law <= LONGEST_NAME => law,
        (None, _) if from < at => titled(tokens, from, least).unwrap_or(from),
        _ => from,
    }
}

/// Where a name begins that has the title of the document before its number, at index `number`: `Nghị quyết quy định mức
/// thu phí số 12/2020/NQ-HĐND`.
fn titled(tokens: &[Token], number: usize, least: usize) -> Option<usize> {
    const LONGEST: usize = 40;
    const NOUNS: &[Phrase] = phrases!("nghị quyết, quyết định, chỉ thị");
    let ends_in_title = number > least
        && tokens[number - 1].kind == Kind::Word
        && !tokens[number - 1].is_among(words!("theo tại của các và"));
    let near = least.max(number.saturating_sub(LONGEST))..number;
    let from = near
        .rev()
        .find(|at| first_phrase(NOUNS, tokens, *at).is_some_and(|(_, end)| is_any(TITLES, tokens, end)))?;
    let is_one_name =
        !tokens[from..number].iter().any(|token| token.is_one_of(&[';', ':', '.', '“', '"', '(']));
    let has_verb = (from + 2..number).any(|at| verb_at(tokens, at).is_some_and(|(_, end)| end >= number));
    (ends_in_title && is_one_name && !has_verb).then_some(from)
}

/// With the date behind the symbol: `ngày 10/7/2020`, `năm 2020`.
fn with_date(tokens: &[Token], to: usize) -> usize {
    let at = to + usize::from(token_at(tokens, to).is_mark(','));
    let Some(next) = tokens.get(at) else { return to };
    if next.is_word(DAY) {
        return date_at(tokens, at).map_or(to, |date| date.end);
    }
    let is_year = next.is_word(YEAR) && token_at(tokens, at + 1).kind == Kind::Number;
    if is_year { at + 2 } else { to }
}

/// What tells a document among others in the tokens of its name: the keys of its symbol, up to its day.
pub(super) fn symbol(tokens: &[Token]) -> impl Iterator<Item = u64> {
    let number = tokens.iter().skip_while(|token| token.number().is_none());
    number.take_while(|token| !token.is_word(DAY)).map(|token| token.key)
}

/// Whether tokens name a document by its number.
pub(super) fn names_symbol(tokens: &[Token]) -> bool {
    !mentions(tokens).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::legal::structure::token::tokenize;

    #[test]
    fn documents_are_named_with_number_or_as_laws() {
        for (text, expected) in [
            (
                "bãi bỏ Nghị quyết số 12/2020/NQ-HĐND ngày 10/7/2020 của Hội đồng nhân dân tỉnh về phí",
                vec!["Nghị quyết số 12/2020/NQ-HĐND ngày 10/7/2020"],
            ),
            (
                "các Nghị quyết số: 10/2020/NQ-HĐND ngày 01/02/2020, 11/NQ-HĐND",
                vec!["Nghị quyết số: 10/2020/NQ-HĐND ngày 01/02/2020", "11/NQ-HĐND"],
            ),
            ("Chương trình hành động số 25-CTr/TU", vec!["số 25-CTr/TU"]),
            (
                "khoản 2 Luật Tổ chức chính quyền địa phương số 72/2025/QH15 và Luật Đất đai năm 2024",
                vec!["Luật Tổ chức chính quyền địa phương số 72/2025/QH15", "Luật Đất đai năm 2024"],
            ),
            ("ngày 08/12/2020, giai đoạn 2021-2026, 47/50 đại biểu, theo pháp luật", vec![]),
        ] {
            let mut tokens = Vec::new();
            tokenize(text, 0, &mut tokens);
            let found: Vec<&str> = mentions(&tokens)
                .iter()
                .map(|mention| &text[tokens[mention.from].start..tokens[mention.to - 1].end])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
