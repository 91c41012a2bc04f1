//! Which label may come next: a clause continues the numbering of its article, a point the alphabet of its clause.

use super::label::{Division, Ordinal};
use super::line_end::Ending;

/// What is to be made of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It continues the numbering.
    Fits,
    /// It is a provision, but another number had to come.
    Unexpected(String),
    /// It belongs to a list within a provision.
    Nested,
    /// It is a number in running text.
    No,
}

/// The numbers that came last.
#[derive(Debug, Clone, Default)]
pub(super) struct Counters {
    annex: u32,
    part: u32,
    chapter: u32,
    section: u32,
    subsection: u32,
    article: u32,
    roman: u32,
    clause: u32,
    /// Whether clauses are labelled `1)`.
    has_brackets: bool,
    subclause: Vec<u32>,
    point: Option<char>,
    item: u32,
}

/// The order of points, with the letters that only foreign lists have.
const ALPHABET: &str = "abcdđefghijklmnopqrstuvwxyz";
/// Letters that the Vietnamese alphabet leaves out.
const FOREIGN: &str = "fjwz";
/// Widest gap in the numbering of clauses that is taken for a slip.
const WIDEST_GAP: u32 = 5;

impl Counters {
    /// Forgets all but the number of the annex: a new annex or regulation begins.
    pub(super) fn enter_attachment(&mut self) {
        *self = Self { annex: self.annex, ..Self::default() };
    }

    /// Takes the number of an annex.
    pub(super) fn annex(&mut self, number: u32) -> Verdict {
        let verdict = compare(number, self.annex + 1);
        self.annex = number;
        verdict
    }

    /// Takes the number of a division.
    pub(super) fn division(&mut self, division: Division, number: u32, is_strong: bool) -> Verdict {
        let last = match division {
            Division::Part => self.part,
            Division::Chapter => self.chapter,
            Division::Section => self.section,
            Division::Subsection => self.subsection,
        };
        if number != last + 1 && !is_strong {
            return Verdict::No;
        }
        // Chapters run on through the parts of some texts and begin again in others.
        let begins_again = division == Division::Chapter && number == 1 && self.part > 0;
        let verdict = if begins_again { Verdict::Fits } else { compare(number, last + 1) };
        match division {
            Division::Part => (self.part, self.section, self.subsection) = (number, 0, 0),
            Division::Chapter => (self.chapter, self.section, self.subsection) = (number, 0, 0),
            Division::Section => (self.section, self.subsection) = (number, 0),
            Division::Subsection => self.subsection = number,
        }
        self.enter_roman(0);
        verdict
    }

    /// Whether this number of an article had to come next.
    pub(super) fn is_next_article(&self, article: Ordinal) -> bool {
        if article.letter == '\0' {
            article.number == self.article + 1
        } else {
            article.number == self.article && self.article > 0
        }
    }

    /// Takes the number of an article.
    pub(super) fn article(&mut self, article: Ordinal, is_strong: bool) -> Verdict {
        let is_next = self.is_next_article(article);
        if !is_next && !is_strong {
            return Verdict::No;
        }
        let verdict =
            if is_next { Verdict::Fits } else { Verdict::Unexpected((self.article + 1).to_string()) };
        self.article = article.number;
        self.enter_roman(0);
        verdict
    }

    /// Counts a Roman heading (`II.`); how it stands to the one before.
    pub(super) fn roman(&mut self, number: u32) -> Verdict {
        let verdict = compare(number, self.roman + 1);
        let is_near = number <= self.roman + 2 && (self.roman > 0 || number == 1);
        if verdict != Verdict::Fits && !is_near {
            return Verdict::No;
        }
        self.enter_roman(number);
        verdict
    }

    /// Whether this number of a clause had to come next.
    pub(super) fn is_next_clause(&self, clause: Ordinal) -> bool {
        if clause.letter == '\0' {
            clause.number == self.clause + 1
        } else {
            clause.number == self.clause && self.clause > 0
        }
    }

    /// Takes the number of a clause.
    pub(super) fn clause(&mut self, clause: Ordinal, is_strong: bool, before: Ending) -> Verdict {
        let number = clause.number;
        let goes_on = self.item > 0 && clause.letter == '\0' && number == self.item + 1;
        if self.is_next_clause(clause) && !(goes_on && before == Ending::Semicolon) {
            self.enter_clause(number);
            return Verdict::Fits;
        }
        if goes_on || (number == 1 && self.clause > 0 && before == Ending::Colon) {
            self.item = number;
            return Verdict::Nested;
        }
        let is_slip = match self.clause {
            0 => (2..=3).contains(&number),
            last => number <= last + WIDEST_GAP,
        };
        if !is_strong || !is_slip || number == 0 || before == Ending::None {
            return Verdict::No;
        }
        let expected = (self.clause + 1).to_string();
        self.enter_clause(number);
        Verdict::Unexpected(expected)
    }

    /// Whether `1)` can be a clause: the first of an article, or behind others with a bracket. Behind clauses with a full
    /// stop and in points it is the item of a list.
    pub(super) fn may_be_bracketed(&self, number: u32) -> bool {
        if self.clause == 0 { number == 1 && self.point.is_none() } else { self.has_brackets }
    }

    /// Notes how the clause is labelled that came last.
    pub(super) fn note_bracket(&mut self, has_bracket: bool) {
        self.has_brackets = has_bracket;
    }

    /// Takes the numbers of a subclause, which must begin with those of the clause it lies in.
    pub(super) fn subclause(&mut self, numbers: &[u32], is_strong: bool) -> Verdict {
        let Some((last, above)) = numbers.split_last() else { return Verdict::No };
        let known: Vec<u32> =
            if self.subclause.is_empty() { vec![self.clause] } else { self.subclause.clone() };
        if above.len() > known.len() || known[..above.len()] != *above || self.clause == 0 {
            return Verdict::No;
        }
        let expected = known.get(above.len()).map_or(1, |number| number + 1);
        if *last != expected && (!is_strong || *last > expected + WIDEST_GAP) {
            return Verdict::No;
        }
        self.subclause = numbers.to_vec();
        self.point = None;
        self.item = 0;
        match compare(*last, expected) {
            Verdict::Unexpected(expected) => Verdict::Unexpected(dotted(above, &expected)),
            verdict => verdict,
        }
    }

    /// Whether this letter of a point had to come next.
    pub(super) fn is_next_point(&self, letter: char) -> bool {
        letter == next_letter(self.point) || self.is_foreign_next(letter)
    }

    /// Takes the letter of a point.
    pub(super) fn point(&mut self, letter: char, is_strong: bool) -> Verdict {
        if self.is_next_point(letter) {
            self.point = Some(letter);
            self.item = 0;
            return Verdict::Fits;
        }
        let is_slip = match self.point {
            None => rank(letter) <= 3,
            Some(last) => rank(letter) <= rank(last) + 5,
        };
        if !is_strong || !is_slip {
            return Verdict::No;
        }
        let expected = next_letter(self.point).to_string();
        self.point = Some(letter);
        self.item = 0;
        Verdict::Unexpected(expected)
    }

    /// A list with f, j, w or z goes on as the Latin alphabet does.
    fn is_foreign_next(&self, letter: char) -> bool {
        FOREIGN.contains(letter) && self.point.is_some_and(|last| rank(letter) == rank(last) + 1)
    }

    fn enter_roman(&mut self, number: u32) {
        self.roman = number;
        self.enter_clause(0);
    }

    fn enter_clause(&mut self, number: u32) {
        self.clause = number;
        self.subclause.clear();
        self.point = None;
        self.item = 0;
    }
}

fn compare(number: u32, expected: u32) -> Verdict {
    if number == expected { Verdict::Fits } else { Verdict::Unexpected(expected.to_string()) }
}

fn dotted(above: &[u32], last: &str) -> String {
    let mut text = String::new();
    for number in above {
        text.push_str(&number.to_string());
        text.push('.');
    }
    text + last
}

fn rank(letter: char) -> usize {
    ALPHABET.chars().position(|other| other == letter).unwrap_or(0)
}

/// The letter behind `last` in the Vietnamese alphabet; a where none came yet.
fn next_letter(last: Option<char>) -> char {
    let skipped = last.map_or(0, |last| rank(last) + 1);
    ALPHABET.chars().skip(skipped).find(|letter| !FOREIGN.contains(*letter)).unwrap_or('a')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_run_through_the_vietnamese_alphabet() {
        let mut counters = Counters::default();
        for letter in "abcdđeghiklmnopqrstuvxy".chars() {
            assert_eq!(counters.point(letter, true), Verdict::Fits, "{letter}");
        }
        let mut counters = Counters::default();
        for letter in "abcdđefghijk".chars() {
            assert_eq!(counters.point(letter, true), Verdict::Fits, "{letter}");
        }
        let mut counters = Counters { point: Some('d'), ..Counters::default() };
        assert_eq!(counters.point('e', true), Verdict::Unexpected("đ".to_owned()));
        assert_eq!(counters.point('x', true), Verdict::No);
    }

    #[test]
    fn clauses_continue_or_are_told() {
        let plain = |number| Ordinal { number, letter: '\0' };
        let mut counters = Counters::default();
        for (number, verdict) in [
            (1, Verdict::Fits),
            (2, Verdict::Fits),
            (4, Verdict::Unexpected("3".to_owned())),
            (4, Verdict::Unexpected("5".to_owned())),
            (5, Verdict::Fits),
            (30, Verdict::No),
        ] {
            assert_eq!(counters.clause(plain(number), true, Ending::Stop), verdict, "{number}");
        }
        assert_eq!(counters.clause(plain(1), true, Ending::Colon), Verdict::Nested);
        assert_eq!(counters.clause(plain(2), true, Ending::Semicolon), Verdict::Nested);
        assert_eq!(counters.clause(plain(6), true, Ending::Stop), Verdict::Fits);
        assert_eq!(counters.subclause(&[6, 1], true), Verdict::Fits);
        assert_eq!(counters.subclause(&[6, 1, 1], true), Verdict::Fits);
        assert_eq!(counters.subclause(&[6, 2], true), Verdict::Fits);
        assert_eq!(counters.subclause(&[7, 1], true), Verdict::No);
    }
}
