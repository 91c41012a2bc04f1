//! The head of a resolution: Quốc hiệu, issuer, number, place and date, title, subject, council, term and session.

use std::ops::Range;

use super::body::Rest;
use super::label::{Division, Label, Ordinal, label_at};
use super::line::{Line, Passage, Text, slice};
use super::phrase::words;
use super::spoken_date::{DAY, MONTH, date_at};
use super::squeezed::{Letter, begins_line, pattern, squeeze, stands_at};
use super::token::{Case, DASHES, Kind, Token, token_at, word};
use super::tree::{Seed, Tree};
use super::{Role, closing, recital};

/// In how many lines the head ends at the latest.
const MOST_LINES: usize = 60;
/// In how many tokens of a line a head ends at the latest.
const LONGEST_LINE: usize = 400;
/// How many lines the subject has at most where nothing shows its end.
const SUBJECT_LINES: usize = 3;

const NATIONAL_NAME: &str = "Cộng hòa xã hội chủ nghĩa Việt Nam";
const MOTTO: &str = "Độc lập Tự do Hạnh phúc";
const COUNCIL: &str = "Hội đồng nhân dân";
const TITLE: &str = "Nghị quyết";
/// What a term or a session begins with; the first needs a numeral behind it.
const SESSIONS: [&str; 6] =
    ["khóa", "kỳ họp thứ", "kỳ họp chuyên đề", "kỳ họp lần", "kỳ họp bất thường", "nhiệm kỳ"];
const NUMBER: u64 = word("số");
/// Small words in the names of places.
const PLACE_WORDS: &[u64] = words!("thành phố tỉnh xã phường đặc khu huyện quận thị trấn");

/// Where a piece of the head stands: indexes of letters.
#[derive(Debug, Clone, Copy)]
struct Mark {
    role: Role,
    from: usize,
    /// Where it ends; `None` where it goes on to the next one.
    to: Option<usize>,
}

/// Adds the parts of the head to the tree; where the rest of the text begins.
pub(super) fn read(text: &Text<'_>, tree: &mut Tree) -> Rest {
    let end = find_end(text);
    let count = end.map_or(MOST_LINES, |rest| rest.line + 1).min(text.lines.len());
    let stop = end.map_or(usize::MAX, |rest| rest.start);
    let letters = squeeze(text, count, stop);
    let mut marks = marks(text, count, &letters);
    if marks.is_empty() {
        return Rest { line: 0, start: 0 };
    }
    marks.sort_by_key(|mark| mark.from);
    let rest = end.unwrap_or_else(|| end_without_body(&text.lines, &letters, &marks));
    let letters = &letters[..letters.partition_point(|letter| letter.start < rest.start)];
    add_parts(text, letters, &marks, rest.start, tree);
    rest
}

/// Where the first recital, enacting word or provision begins.
fn find_end(text: &Text<'_>) -> Option<Rest> {
    for (index, line) in text.lines.iter().enumerate().take(MOST_LINES) {
        let passage = text.passage(line).first_tokens(LONGEST_LINE);
        if let Some(at) = (0..passage.tokens.len()).find(|at| begins_body(&passage, *at)) {
            let start = if at == 0 { line.start } else { passage.tokens[at].start };
            return Some(Rest { line: index, start });
        }
    }
    None
}

fn begins_body(passage: &Passage<'_>, at: usize) -> bool {
    let tokens = passage.tokens;
    let token = &tokens[at];
    if recital::enacting_at(passage, at).is_some() {
        // The title itself is followed by no colon, but `NGHỊ QUYẾT:` can stand above a subject.
        return !token.is_word(word("nghị"));
    }
    if at == 0 {
        let is_recital = recital::recital_at(passage, 0).is_some() && recital::is_sure(passage, 0);
        return is_recital
            || recital::is_enacting_sentence(passage, 0)
            || closing::adoption_at(passage, 0)
            || begins_provision(passage, 0);
    }
    let before = &tokens[at - 1];
    let follows_head = before.kind == Kind::Number || before.case == Case::Upper || before.is_mark(')');
    recital::recital_within(passage, at).is_some()
        || (follows_head
            && token.case == Case::Capital
            && recital::recital_at(passage, at).is_some()
            && recital::is_sure(passage, at))
        || (before.is_one_of(&[':', '.']) && token.case != Case::Lower && begins_article(passage, at))
}

fn begins_provision(passage: &Passage<'_>, at: usize) -> bool {
    label_at(passage, at).filter(|found| found.is_strong).is_some_and(|found| match found.label {
        Label::Article(_) => true,
        Label::Division(division, number) => {
            number == 1 && matches!(division, Division::Part | Division::Chapter | Division::Section)
        }
        Label::Clause(Ordinal { number, .. }) | Label::Roman(number) => number == 1,
        _ => false,
    })
}

fn begins_article(passage: &Passage<'_>, at: usize) -> bool {
    let found = label_at(passage, at).filter(|found| found.is_strong);
    found.is_some_and(|found| found.label == Label::Article(Ordinal { number: 1, letter: '\0' }))
}

/// The end of a head that no recital and no provision follows.
fn end_without_body(lines: &[Line], letters: &[Letter], marks: &[Mark]) -> Rest {
    let Some(last) = marks.last() else { return Rest { line: 0, start: 0 } };
    let at = last.to.map_or(last.from, |to| to.saturating_sub(1));
    let Some(letter) = letters.get(at) else { return Rest { line: 0, start: 0 } };
    let more = if last.role == Role::Title { SUBJECT_LINES } else { 0 };
    let line = (letter.line + 1 + more).min(lines.len());
    let start = lines.get(line).map_or(usize::MAX, |line| line.start);
    Rest { line, start }
}

/// The pieces of the head, which has `count` lines.
fn marks(text: &Text<'_>, count: usize, letters: &[Letter]) -> Vec<Mark> {
    let mut marks = Vec::new();
    marks.extend(fixed(letters, Role::NationalName, NATIONAL_NAME));
    marks.extend(fixed(letters, Role::Motto, MOTTO));
    let title = title(text, letters);
    marks.extend(title);
    let title_at = title.map_or(usize::MAX, |title| title.from);
    marks.extend(spoken_marks(text, count, letters, title));
    let councils = councils(letters, &marks, title_at);
    let sessions = sessions(letters, &councils, title.is_some());
    let first_session = sessions.first().map_or(0, |session| session.from);
    for from in councils {
        let is_council = from > title_at || (title.is_none() && from < first_session);
        let role = if is_council { Role::Council } else { Role::Issuer };
        marks.push(Mark { role, from, to: None });
    }
    marks.extend(sessions);
    marks
}

/// The first place of a phrase in capitals or at the beginning of a line.
fn fixed(letters: &[Letter], role: Role, phrase: &str) -> Option<Mark> {
    let pattern = pattern(phrase);
    (0..letters.len())
        .find(|at| stands_at(letters, *at, &pattern) && letters[*at].is_capital)
        .map(|from| Mark { role, from, to: Some(from + pattern.len()) })
}

/// `NGHỊ QUYẾT` at the beginning of a line, in capitals, in a heading or alone.
fn title(text: &Text<'_>, letters: &[Letter]) -> Option<Mark> {
    let pattern = pattern(TITLE);
    let from = (0..letters.len()).find(|at| {
        if !begins_line(letters, *at) || !stands_at(letters, *at, &pattern) {
            return false;
        }
        let end = *at + pattern.len();
        let is_loud = letters[*at..end].iter().all(|letter| letter.is_capital);
        let is_heading = text.block(&text.lines[letters[*at].line]).heading.is_some();
        let is_alone = letters.get(end).is_none_or(|next| next.line != letters[end - 1].line);
        letters[*at].is_capital && (is_loud || is_heading || is_alone)
    })?;
    Some(Mark { role: Role::Title, from, to: Some(from + pattern.len()) })
}

/// `Số: 12/2024/NQ-HĐND` and `X, ngày 10 tháng 7 năm 2024`.
fn spoken_marks(text: &Text<'_>, count: usize, letters: &[Letter], title: Option<Mark>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let (mut has_number, mut has_date) = (false, false);
    for line in &text.lines[..count] {
        let tokens = text.passage(line).first_tokens(LONGEST_LINE).tokens;
        let mut number_end = 0;
        for at in 0..tokens.len() {
            let from = index_of(letters, tokens[at].start);
            let follows_title = title.is_some_and(|title| title.to == Some(from));
            if !has_number && let Some(end) = number_at(tokens, at, follows_title) {
                has_number = true;
                number_end = end;
                let to = index_of(letters, tokens[end - 1].end);
                marks.push(Mark { role: Role::Number, from, to: Some(to) });
            }
            if !has_date && let Some((begin, end)) = place_and_date(tokens, at, number_end) {
                has_date = true;
                let from = index_of(letters, tokens[begin].start);
                let to = index_of(letters, tokens[end - 1].end);
                marks.push(Mark { role: Role::PlaceAndDate, from, to: Some(to) });
            }
        }
    }
    marks
}

fn index_of(letters: &[Letter], start: usize) -> usize {
    letters.partition_point(|letter| letter.start < start)
}

/// The index behind the number that begins at index `at` with `Số:`.
fn number_at(tokens: &[Token], at: usize, follows_title: bool) -> Option<usize> {
    let begins = at == 0 || tokens[at - 1].kind == Kind::Mark || tokens[at - 1].case == Case::Upper;
    if !tokens[at].is_word(NUMBER) || !tokens[at].is_capital() || !(begins || follows_title) {
        return None;
    }
    let has_colon = token_at(tokens, at + 1).is_mark(':');
    let mut end = at + 1 + usize::from(has_colon);
    let first = tokens.get(end)?;
    let is_bare = first.kind != Kind::Number;
    if is_bare && !(has_colon && first.is_one_of(&['/', '.', '…'])) {
        return None;
    }
    end += usize::from(!is_bare);
    while let Some(mark) = tokens.get(end) {
        let is_joint = mark.is_one_of(&['/', '.', '…', '&']) || mark.is_one_of(&DASHES);
        let next = tokens.get(end + 1);
        if !is_joint || next.is_none_or(|next| next.kind == Kind::Mark && !next.is_one_of(&['/', '.', '…']))
        {
            break;
        }
        let is_code = next.is_some_and(|next| next.case != Case::Lower || next.kind != Kind::Word);
        if !is_code {
            break;
        }
        end += if next.is_some_and(|next| next.kind == Kind::Mark) { 1 } else { 2 };
    }
    (has_colon || end > at + 3).then_some(end)
}

/// The tokens of `X, ngày 10 tháng 7 năm 2024` whose word `ngày` is at index `at`, not before index `least`.
fn place_and_date(tokens: &[Token], at: usize, least: usize) -> Option<(usize, usize)> {
    const LONGEST_PLACE: usize = 10;
    if !tokens[at].is_word(DAY) || at < least + 2 || !tokens[at - 1].is_mark(',') {
        return None;
    }
    let own = &tokens[least..at - 1];
    let is_inner = |index: usize| match &own[index] {
        token if token.is_capital() => true,
        // Thành phố X, TP. X, X - Y
        token if token.kind == Kind::Word => token.is_among(PLACE_WORDS),
        token if token.is_mark('.') => index > 0 && own[index - 1].end - own[index - 1].start <= 3,
        token => token.is_one_of(&DASHES),
    };
    let place = (0..own.len()).rev().take_while(|index| is_inner(*index)).count();
    if !(1..=LONGEST_PLACE).contains(&place) || !own[own.len() - place..].iter().any(Token::is_capital) {
        return None;
    }
    let begin = at - 1 - place;
    let end = match date_at(tokens, at) {
        Some(date) => date.end,
        // The day is often left for the pen.
        None => {
            let month = tokens[at..].iter().take(4).position(|token| token.is_word(MONTH))?;
            (at + month + 4).min(tokens.len())
        }
    };
    let is_whole = begin == least && tokens.get(end).is_none_or(Token::is_capital);
    is_whole.then_some((begin, end))
}

/// Where a council is named in capitals: at the beginning of a line, or behind something in small letters.
fn councils(letters: &[Letter], marks: &[Mark], title_at: usize) -> Vec<usize> {
    let pattern = pattern(COUNCIL);
    let mut found: Vec<usize> = Vec::new();
    for at in 0..letters.len() {
        if !stands_at(letters, at, &pattern)
            || !letters[at..at + pattern.len()].iter().all(|letter| letter.is_capital)
        {
            continue;
        }
        let is_free = begins_line(letters, at)
            || !letters[at - 1].is_capital
            || marks.iter().any(|mark| mark.to == Some(at));
        let is_second = found.last().is_some_and(|last| (*last > title_at) == (at > title_at));
        if is_free && !is_second {
            found.push(at);
        }
    }
    found
}

/// Terms and sessions: at the beginning of a line, or in the line of a council.
fn sessions(letters: &[Letter], councils: &[usize], has_title: bool) -> Vec<Mark> {
    let patterns: Vec<Vec<char>> = SESSIONS.iter().map(|phrase| pattern(phrase)).collect();
    let mut found: Vec<Mark> = Vec::new();
    for at in 0..letters.len() {
        let in_council_line =
            councils.iter().any(|council| *council < at && letters[*council].line == letters[at].line);
        if !letters[at].is_capital || !(begins_line(letters, at) || in_council_line) {
            continue;
        }
        // Without a council and a title a line may be running text.
        let in_head =
            has_title || !councils.is_empty() || letters.get(at + 1).is_some_and(|next| next.is_capital);
        let is_session = in_head
            && patterns.iter().enumerate().any(|(index, pattern)| {
                stands_at(letters, at, pattern) && (index > 0 || is_term(letters, at + pattern.len()))
            });
        let goes_on = found.last().is_some_and(|last| {
            letters[at].line <= letters[last.from].line + 2
                && !councils.iter().any(|council| (last.from..at).contains(council))
        });
        if is_session && !goes_on {
            found.push(Mark { role: Role::Session, from: at, to: None });
        }
    }
    found
}

fn is_term(letters: &[Letter], at: usize) -> bool {
    letters.get(at).is_some_and(|letter| "ivxl".contains(letter.base) || letter.base.is_ascii_digit())
        || stands_at(letters, at, &pattern("thứ"))
}

/// Adds a part for each mark and for what lies between them.
fn add_parts(text: &Text<'_>, letters: &[Letter], marks: &[Mark], stop: usize, tree: &mut Tree) {
    let mut at = 0;
    let mut gap = Role::Text;
    for (index, mark) in marks.iter().enumerate() {
        if mark.from < at || mark.from >= letters.len() {
            continue;
        }
        add(text, letters, gap, at..mark.from, stop, tree);
        let next = marks.get(index + 1).map_or(letters.len(), |next| next.from);
        let to = mark.to.unwrap_or(next.max(mark.from)).min(letters.len());
        add(text, letters, mark.role, mark.from..to, stop, tree);
        at = to;
        gap = if mark.role == Role::Title
            || (gap == Role::Subject && mark.role == Role::Number)
            || (mark.role == Role::Number && index > 0 && marks[index - 1].role == Role::Title)
        {
            Role::Subject
        } else {
            Role::Text
        };
    }
    add(text, letters, gap, at..letters.len(), stop, tree);
}

fn add(text: &Text<'_>, letters: &[Letter], role: Role, range: Range<usize>, stop: usize, tree: &mut Tree) {
    let Some((first, last)) = letters.get(range.clone()).and_then(|part| part.first().zip(part.last()))
    else {
        return;
    };
    let last_line = &text.lines[last.line];
    let bound = letters
        .get(range.end)
        .filter(|next| next.line == last.line)
        .map_or(last_line.end.min(stop.max(last.end)), |next| next.start);
    let behind = slice(text.block(last_line), last.end, bound).trim_end();
    let closes = behind.trim_start_matches(['*', '_']).starts_with([':', '.', ')', ',', ';', '/', '”', '"']);
    let end = if closes { last.end + behind.len() } else { last.end };
    let first_block = text.lines[first.line].block;
    let index = tree.leaf(Seed::plain(role, first_block, first.start..end));
    if index == 0 || last_line.block != first_block {
        tree.extend(last_line.block, end);
    }
}
