//! Sentences without the titles of the documents that they name, where those titles are known. What stands behind a title
//! could as well belong to it: `bãi bỏ Nghị quyết số A quy định mức phí từ ngày 01/7/2026`.

use std::ops::Range;

use super::mention::{Mention, mentions};
use super::sentence::{Reading, Scope, read};
use super::words::is_one;
use super::{Action, Agent, Instruction, without_quoted};
use crate::legal::structure::token::{Kind, Phrase, Token, first_phrase, tokenize, word};

/// How far behind the name of a document its title begins at most, in tokens: its issuer stands between.
const FARTHEST: usize = 40;
const TELLING: [u64; 2] = [word("được"), word("đã")];
/// Words that a citation has before a title, and titles themselves may have.
const BEFORE_TITLE: [Phrase; 4] =
    [Phrase::new("nghị quyết"), Phrase::new("về việc"), Phrase::new("về"), Phrase::new("v/v")];

/// What a sentence says once the titles of the documents that it names are left out of it: symbols of documents.
#[derive(Debug, Default)]
pub struct BareSentence<'t> {
    /// What it does to each. The ranges of the instructions are of no use.
    pub acts: Vec<(&'t str, Instruction)>,
    /// Those of which it still seems to tell what another document does to them.
    pub told: Vec<&'t str>,
}

/// Reads a sentence without the titles of the documents that it names. `titles` are the symbols and titles of the documents, a
/// title being empty where it is not known. `action` is what has been read, for a sentence that is an item of a list and has no
/// verb of its own. `None` where no title is found with words behind it.
#[must_use]
pub fn read_without_titles<'t>(
    sentence: &str,
    action: Action,
    titles: &[(&'t str, &str)],
) -> Option<BareSentence<'t>> {
    let bare = without_titles(sentence, titles)?;
    let read = |text: &str| -> BareSentence<'t> {
        let tokens = tokens(text);
        let mut reading = Reading::default();
        read(&without_quoted(&tokens), Scope::Acts, None, &mut reading);
        let mut found = BareSentence::default();
        for act in reading.instructions {
            let Some((symbol, _)) = text.get(act.target.clone()).and_then(|name| symbol_in(name, titles))
            else {
                continue;
            };
            if act.agent == Agent::This {
                found.acts.push((symbol, act));
            } else if !act.certainty.is_sure() {
                found.told.push(symbol);
            }
        }
        found
    };
    let found = read(&bare);
    let verb = match action {
        Action::Replaces => "Thay thế",
        Action::Repeals | Action::Ends => "Bãi bỏ",
        Action::Suspends => "Ngưng hiệu lực",
        _ => return Some(found),
    };
    Some(if found.acts.is_empty() { read(&format!("{verb} {bare}")) } else { found })
}

/// The symbol and the title of the document with a name.
fn symbol_in<'t, 'u>(name: &str, titles: &[(&'t str, &'u str)]) -> Option<(&'t str, &'u str)> {
    // `1/2020` is no part of `11/2020`.
    let begins = |at: usize| !name[..at].ends_with(char::is_alphanumeric);
    titles.iter().copied().find(|(symbol, _)| name.match_indices(symbol).any(|(at, _)| begins(at)))
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenize(text, 0, &mut tokens);
    tokens
}

/// The sentence without titles; `None` where none is found that has words behind it.
fn without_titles(sentence: &str, titles: &[(&str, &str)]) -> Option<String> {
    let tokens = tokens(sentence);
    let mut bare = String::with_capacity(sentence.len());
    let mut from = 0;
    let mut has_more = false;
    for mention in mentions(&tokens) {
        let name = sentence.get(range(&tokens, mention.from..mention.to))?;
        // What stands in the title of another goes with it.
        let is_left_out = tokens[mention.from].start < from;
        let title = symbol_in(name, titles).filter(|_| !is_left_out);
        let Some(title) = title.and_then(|(_, title)| title_behind(&tokens, &mention, title)) else {
            continue;
        };
        // `được sửa đổi, bổ sung bởi Nghị quyết số B` only tells of it.
        let opens = tokens.get(title.end).is_some_and(|next| next.is_mark('('));
        let next = tokens.get(title.end + usize::from(opens));
        has_more |= next.is_some_and(|next| !next.is_one_of(&['.', ';', '/']) && !is_one(next, &TELLING));
        let title = range(&tokens, title);
        bare.push_str(sentence.get(from..title.start)?);
        from = title.end;
    }
    bare.push_str(sentence.get(from..)?);
    has_more.then_some(bare)
}

fn range(tokens: &[Token], of: Range<usize>) -> Range<usize> {
    tokens[of.start].start..tokens[of.end - 1].end
}

/// Where the title of the document that is named stands behind its name: indexes of tokens.
fn title_behind(tokens: &[Token], mention: &Mention, title: &str) -> Option<Range<usize>> {
    let title = self::tokens(title);
    let start = behind_lead(&title, 0);
    let words: Vec<&Token> = title[start..].iter().filter(|token| token.kind != Kind::Mark).collect();
    let first = words.first()?;
    let near = mention.to..tokens.len().min(mention.to + FARTHEST);
    near.into_iter().filter(|at| tokens[*at].key == first.key).find_map(|at| {
        let mut next = at;
        for word in &words {
            next += tokens[next..].iter().take_while(|token| token.kind == Kind::Mark).count();
            tokens.get(next).filter(|token| token.key == word.key && token.letter == word.letter)?;
            next += 1;
        }
        let lead = (mention.to..at).find(|lead| behind_lead(tokens, *lead) == at);
        Some(lead.unwrap_or(at)..next)
    })
}

/// The index behind words that stand before a title.
fn behind_lead(tokens: &[Token], at: usize) -> usize {
    first_phrase(&BEFORE_TITLE, tokens, at).map_or(at, |(_, end)| behind_lead(tokens, end))
}

#[cfg(test)]
mod tests {
    use super::super::{Certainty, Day};
    use super::*;
    use jiff::civil::date;

    const TITLE: &str = "Quy định mức hỗ trợ hộ nghèo trên địa bàn tỉnh";

    const A: &str = "Nghị quyết số 1/2020/NQ-HĐND ngày 10 tháng 12 năm 2020 của Hội đồng nhân dân tỉnh quy định mức hỗ trợ hộ nghèo \
                     trên địa bàn tỉnh";

    fn told(sentence: &str) -> Option<Instruction> {
        let titles = [("1/2020/NQ-HĐND", TITLE)];
        let found = read_without_titles(&sentence.replace("{A}", A), Action::Repeals, &titles)?;
        found.acts.into_iter().next().map(|(_, act)| act)
    }

    #[test]
    fn what_stands_behind_a_title_is_no_title() {
        let first = |day: i8, month: i8| Some(Day::On(date(2026, month, day)));
        for (sentence, day) in [
            ("Bãi bỏ {A} từ ngày 01 tháng 7 năm 2026.", first(1, 7)),
            ("{A} từ ngày 01/8/2026;", first(1, 8)),
            ("Bãi bỏ {A} (từ ngày 01/9/2026).", first(1, 9)),
            ("{A} hết hiệu lực từ ngày 01 tháng 7 năm 2026.", first(1, 7)),
            ("Bãi bỏ {A}, Nghị quyết số 2/2021/NQ-HĐND.", None),
        ] {
            let act = told(sentence);
            assert_eq!(act.as_ref().map(|act| act.certainty), Some(Certainty::Read), "{sentence}");
            assert_eq!(act.and_then(|act| act.from), day, "{sentence}");
        }
        for sentence in [
            "Bãi bỏ {A} đối với các xã thuộc huyện Núi Hồng (cũ).",
            "Bãi bỏ {A} khi Ủy ban nhân dân tỉnh ban hành quyết định mới.",
            "{A} nếu không còn phù hợp;",
        ] {
            assert!(told(sentence).is_some_and(|act| !act.certainty.is_sure()), "{sentence}");
        }
        for sentence in ["Bãi bỏ {A}.", "Bãi bỏ {A} (đã được sửa đổi bởi Nghị quyết số 3/2022/NQ-HĐND)."]
        {
            assert_eq!(told(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn a_title_with_a_verb_and_a_document_hides_nothing_behind_it() {
        let titles = [
            (
                "21/2020/NQ-HĐND",
                "Sửa đổi, bổ sung một số điều của Nghị quyết số 1/2018/NQ-HĐND quy định mức thu phí chợ",
            ),
            ("1/2018/NQ-HĐND", "Quy định mức thu phí chợ"),
            ("1/2020/NQ-HĐND", TITLE),
        ];
        let sentence = "Bãi bỏ Nghị quyết số 21/2020/NQ-HĐND của Hội đồng nhân dân tỉnh sửa đổi, bổ sung một số điều của Nghị quyết \
                        số 1/2018/NQ-HĐND quy định mức thu phí chợ và {A}.";
        let found = read_without_titles(&sentence.replace("{A}", A), Action::Repeals, &titles);
        let symbols: Vec<&str> =
            found.iter().flat_map(|bare| &bare.acts).map(|(symbol, _)| *symbol).collect();
        assert_eq!(symbols, ["21/2020/NQ-HĐND", "1/2020/NQ-HĐND"]);
    }
}
