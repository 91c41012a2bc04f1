//! Sentences without the titles of the documents that they name, where those titles are known. What stands behind a title
//! could as well belong to it: `bãi bỏ Nghị quyết số A quy định mức phí từ ngày 01/7/2026`.

use std::collections::HashSet;
use std::ops::Range;

use super::context::Context;
use super::mention::{Mention, mentions};
use super::sentence::{Reading, Scope, read};
use super::spoken::without_quoted;
use super::verb::verb_at;
use super::words::{BY, GROUNDS};
use super::{Action, Agent, Instruction};
use crate::legal::RelationKind;
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::token::{Kind, Token, tokenize, word};

/// How far behind the name of a document its title begins at most, in tokens: its issuer stands between.
const FARTHEST: usize = 40;
const TELLING: &[u64] = words!("được đã");
/// Words that a citation has before a title, and titles themselves may have.
const BEFORE_TITLE: &[Phrase] = phrases!("nghị quyết, về việc, về, v/v");

/// What a sentence says once the titles of the documents that it names are left out of it: symbols of documents.
#[derive(Debug, Default)]
pub struct BareSentence<'t> {
    /// What can be read of it; `None` where no title is left out that has words behind it, so that nothing else is said.
    pub says: Option<BareActs<'t>>,
    /// Those that it names beside the ones that it does something to, and of which nothing was read.
    pub unread: Vec<&'t str>,
}

/// What a sentence says of documents: their symbols. The ranges of the instructions are of no use.
#[derive(Debug, Default)]
pub struct BareActs<'t> {
    /// What it does to each.
    pub acts: Vec<(&'t str, Instruction)>,
    /// Those of which it still seems to tell what another document does to them.
    pub told: Vec<&'t str>,
    /// What it does to each where its titles are left in.
    pub with_titles: Vec<(&'t str, Instruction)>,
}

/// Reads a sentence without the titles of the documents that it names. `titles` are the symbols and titles of the documents, a
/// title being empty where it is not known. `action` is what has been read, for a sentence that is an item of a list and has no
/// verb of its own. `None` where no title is found with words behind it, and no document that was not read.
#[must_use]
pub fn read_without_titles<'t>(
    sentence: &str,
    action: Action,
    titles: &[(&'t str, &str)],
) -> Option<BareSentence<'t>> {
    let (bare, has_more, known) = without_titles(sentence, titles)?;
    if !has_more {
        let (_, unread) = acts_of(&bare[..known], titles);
        return (!unread.is_empty()).then_some(BareSentence { says: None, unread });
    }
    let verb = match action {
        Action::Replaces => "Thay thế",
        Action::Repeals | Action::Ends => "Bãi bỏ",
        Action::Suspends => "Ngưng hiệu lực",
        Action::Extends => "Kéo dài thời gian thực hiện",
        _ => "",
    };
    let mut found = acts_of(&bare, titles);
    let is_item = found.0.acts.is_empty() && !verb.is_empty();
    let item = |text: &str| if is_item { format!("{verb} {text}") } else { text.to_owned() };
    if is_item {
        found = acts_of(&item(&bare), titles);
    }
    let (says, unread) = found;
    let (BareActs { acts: with_titles, .. }, _) = acts_of(&item(sentence), titles);
    Some(BareSentence { says: Some(BareActs { with_titles, ..says }), unread })
}

/// Whether what stands at index `at` only tells of the document before it: `được sửa đổi, bổ sung bởi Nghị quyết số B`, `đã được Hội đồng
/// nhân dân tỉnh thông qua`.
fn tells_of_document(tokens: &[Token], at: usize) -> bool {
    const PASSED: &[Phrase] = phrases!("thông qua, ban hành, hội đồng nhân dân");
    let telling = tokens[at..].iter().take_while(|token| token.is_among(TELLING)).count();
    let behind = at + telling;
    telling > 0 && (verb_at(tokens, behind).is_some() || is_any(PASSED, tokens, behind))
}

/// What a text does to the documents that it names, and those of them that it names beside.
fn acts_of<'t>(text: &str, titles: &[(&'t str, &str)]) -> (BareActs<'t>, Vec<&'t str>) {
    let symbol = |name: Range<usize>| {
        text.get(name).and_then(|name| symbol_in(name, titles)).map(|(symbol, _)| symbol)
    };
    let tokens = without_quoted(&tokens(text));
    let mut reading = Reading::default();
    read(&tokens, Scope::Acts, None, &mut reading);
    let mut found = BareActs::default();
    let mut accounted: HashSet<usize> = HashSet::new();
    for act in reading.instructions {
        accounted.insert(act.target.start);
        if let Agent::Other(agent) = &act.agent
            && act.certainty.is_sure()
        {
            accounted.insert(agent.start);
        }
        let Some(symbol) = symbol(act.target.clone()) else { continue };
        if act.agent == Agent::This {
            found.acts.push((symbol, act));
        } else if !act.certainty.is_sure() {
            found.told.push(symbol);
        }
    }
    let does = found.acts.iter().any(|(_, act)| act.action.relation() != RelationKind::Details);
    let named = if does { unread_mentions(&tokens, &accounted) } else { Vec::new() };
    (found, named.into_iter().filter_map(symbol).collect())
}

/// The documents of a sentence that does something to others, without titles, that are neither among these nor a mere ground of
/// it: byte offsets.
fn unread_mentions(tokens: &[Token], accounted: &HashSet<usize>) -> Vec<Range<usize>> {
    let mentions = mentions(tokens);
    let mut from = 0;
    let mut unread = Vec::new();
    for mention in &mentions {
        let between = &tokens[from..mention.from];
        from = mention.to;
        let named = range(tokens, mention.from..mention.to);
        let is_beyond = mention.is_central || mention.is_proposal;
        if !is_beyond && !accounted.contains(&named.start) && !only_tells(between) {
            unread.push(named);
        }
    }
    unread
}

/// Whether words before a document only tell what it has to do with the one before: `(được sửa đổi bởi`, `theo quy định tại`.
fn only_tells(between: &[Token]) -> bool {
    let opens = between.iter().rposition(|token| token.is_mark('('));
    let closes = between.iter().rposition(|token| token.is_mark(')'));
    let is_ground = |(at, token): (usize, &Token)| {
        let is_attached = at > 0 && between[at - 1].is_word(word("kèm"));
        (token.is_word(word("theo")) && !is_attached) || token.is_among(GROUNDS) || token.is_among(&BY[..2])
    };
    opens > closes || between.iter().enumerate().any(is_ground)
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

/// The sentence without titles, whether one is left out that has words behind it, and where the first document begins in it whose
/// title is not known: behind that others may stand in its title. `None` where no such words are, and fewer than two documents before
/// that.
fn without_titles(sentence: &str, titles: &[(&str, &str)]) -> Option<(String, bool, usize)> {
    let tokens = tokens(sentence);
    let mut bare = String::with_capacity(sentence.len());
    let mut from = 0;
    let (mut has_more, mut known, mut unknown_from) = (false, 0, None);
    let mentions = mentions(&tokens);
    for mention in &mentions {
        let name = sentence.get(range(&tokens, mention.from..mention.to))?;
        // What stands in the title of another goes with it.
        let is_left_out = tokens[mention.from].start < from;
        let title = symbol_in(name, titles).filter(|(_, title)| !is_left_out && !title.is_empty());
        if !is_left_out && !mention.is_central && title.is_none() {
            unknown_from = unknown_from.or(Some(bare.len() + tokens[mention.from].start - from));
        }
        known += usize::from(unknown_from.is_none());
        let Some(title) = title.and_then(|(_, title)| title_behind(&tokens, mention, title)) else {
            continue;
        };
        let opens = tokens.get(title.end).is_some_and(|next| next.is_mark('('));
        let behind = title.end + usize::from(opens);
        let ends = tokens.get(behind).is_none_or(|next| next.is_one_of(&['.', ';', '/']));
        has_more |= !ends && !tells_of_document(&tokens, behind);
        let title = range(&tokens, title);
        bare.push_str(sentence.get(from..title.start)?);
        from = title.end;
    }
    bare.push_str(sentence.get(from..)?);
    let known_to = unknown_from.unwrap_or(bare.len());
    (has_more || known > 1).then_some((bare, has_more, known_to))
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
    first_phrase(BEFORE_TITLE, tokens, at).map_or(at, |(_, end)| behind_lead(tokens, end))
}

/// What a title says that its document does: `Sửa đổi, bổ sung một số điều của Nghị quyết số ...`. `start` is the
/// byte of the source where the title begins.
#[must_use]
pub fn instructions_of_title(title: &str, start: usize) -> Vec<Instruction> {
    let mut tokens = Vec::new();
    tokenize(title, start, &mut tokens);
    let mut reading = Reading::default();
    let _: Option<Context> = read(&without_quoted(&tokens), Scope::Announces, None, &mut reading);
    reading.instructions
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
        found.says?.acts.into_iter().next().map(|(_, act)| act)
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
    fn documents_of_which_nothing_is_read_are_told() {
        let b = "Nghị quyết số 2/2021/NQ-HĐND";
        let titles = [("1/2020/NQ-HĐND", TITLE), ("2/2021/NQ-HĐND", "Quy định mức thu phí chợ")];
        for (sentence, is_told) in [
            ("Bãi bỏ {A} (đã hết hiệu lực); {B}.", true),
            ("Bãi bỏ {A} (đã hết hiệu lực); định mức chi thường xuyên ban hành kèm theo {B}.", true),
            ("Bãi bỏ {A} và định mức chi thường xuyên ban hành kèm theo {B}.", true),
            ("Bãi bỏ Nghị quyết số 1/2020/NQ-HĐND, hiệu lực của Điều 3 {B}.", true),
            ("Bãi bỏ {A} và việc áp dụng Điều 3 {B}.", true),
            ("Bãi bỏ {A} và {B}.", false),
            ("Bãi bỏ {A} (được sửa đổi, bổ sung bởi {B}).", false),
            ("Bãi bỏ {A} theo đề nghị tại {B}.", false),
            ("Các xã thực hiện {A} và {B}.", false),
        ] {
            let sentence = sentence.replace("{A}", A).replace("{B}", b);
            let bare = read_without_titles(&sentence, Action::Other, &titles);
            let unread: Vec<&str> = bare.into_iter().flat_map(|bare| bare.unread).collect();
            assert_eq!(unread, if is_told { vec!["2/2021/NQ-HĐND"] } else { Vec::new() }, "{sentence}");
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
        let symbols: Vec<&str> = found
            .iter()
            .flat_map(|bare| &bare.says)
            .flat_map(|says| &says.acts)
            .map(|(symbol, _)| *symbol)
            .collect();
        assert_eq!(symbols, ["21/2020/NQ-HĐND", "1/2020/NQ-HĐND"]);
    }
}
