//! What the text of a resolution states of itself beside its front matter: what is missing there is taken from the
//! text, what contradicts is told.

use std::ops::Range;

use jiff::ToSpan;

use super::{Common, ReadFact, ResolutionFields, SessionReference, problems};
use crate::diag::{Checked, Diagnostics};
use crate::front::{Located, Text};
use crate::legal::structure::{Base, Facts, Start, Stated};
use crate::legal::{SpecialSessionNumber, Symbol, body_key, parse_session_number, parse_special_session};
use crate::text::{Date, Source, Span, from_roman, match_key, to_roman};

/// Completes the fields of a resolution with what its text states, and compares the two. Gives what was taken from the text.
pub(super) fn compare(
    fields: &mut ResolutionFields,
    common: &mut Common,
    facts: &Facts,
    source: &Source,
) -> Checked<Vec<ReadFact>> {
    let mut comparison = Comparison { source, diagnostics: Diagnostics::new(), read: Vec::new() };
    comparison.text("title", &mut common.title, facts.subject.as_ref(), is_same_subject);
    comparison.text("number", &mut fields.number, facts.number.as_ref(), |one, other| {
        Symbol::loose_key(one) == Symbol::loose_key(other)
    });
    comparison.dates(fields, facts);
    comparison.text("signer", &mut fields.signer, named(facts.signer.as_ref()).as_ref(), |one, other| {
        match_key(one) == match_key(other)
    });
    if let (Some(issuer), Some(stated)) = (&fields.issuer, &facts.issuer) {
        let (own, said) = (body_key(&issuer.value), body_key(&stated.value));
        if !own.starts_with(&said) && !said.starts_with(&own) {
            comparison.differs("issuer", issuer.span, &issuer.value, stated, &stated.value);
        }
    }
    comparison.session(&mut common.session, fields.issuer.as_ref(), facts);
    let Comparison { diagnostics, mut read, .. } = comparison;
    read.sort_by_key(|fact| fact.span.start);
    Checked { value: read, diagnostics }
}

struct Comparison<'a> {
    source: &'a Source,
    diagnostics: Diagnostics,
    read: Vec<ReadFact>,
}

impl Comparison<'_> {
    fn text(
        &mut self,
        name: &str,
        field: &mut Option<Text>,
        stated: Option<&Stated<String>>,
        is_same: impl Fn(&str, &str) -> bool,
    ) {
        let Some(stated) = stated else { return };
        match field {
            Some(written) if is_same(&written.value, &stated.value) => {}
            Some(written) => self.differs(name, written.span, &written.value, stated, &stated.value),
            None => *field = Some(self.take(name, stated.value.clone(), &stated.value, &stated.range)),
        }
    }

    fn date(&mut self, name: &str, field: &mut Option<Located<Date>>, stated: Option<&Stated<Date>>) {
        let Some(stated) = stated else { return };
        match field {
            Some(written) if written.value == stated.value => {}
            Some(written) => self.differs(name, written.span, &written.value, stated, &stated.value),
            None => *field = Some(self.take(name, stated.value, &stated.value, &stated.range)),
        }
    }

    /// Adoption, issue, effect and expiry. The day at the head of the text is that of its issue; it stands for the
    /// adoption where that is told nowhere.
    fn dates(&mut self, fields: &mut ResolutionFields, facts: &Facts) {
        self.date("date", &mut fields.date, facts.adopted.as_ref());
        if fields.date.is_none() {
            self.date("date", &mut fields.date, facts.dated.as_ref());
        }
        let date = fields.date.as_ref().map(|date| date.value);
        let dated = facts.dated.as_ref().filter(|dated| fields.issued.is_some() || Some(dated.value) != date);
        self.date("issued", &mut fields.issued, dated);
        let issued = fields.issued.as_ref().map(|issued| issued.value);
        let mut whole =
            facts.validity.iter().filter(|validity| validity.provision.is_none() && validity.start.is_some());
        let whole = whole.clone().find(|validity| validity.is_of_effect).or_else(|| whole.next());
        let effective = whole.and_then(|validity| {
            let value = first_day(validity.start?, date, issued.or(date))?;
            Some(Stated { value, range: validity.range.clone() })
        });
        self.date("effective", &mut fields.effective, effective.as_ref());
        self.date("expires", &mut fields.expires, facts.expires.as_ref());
    }

    fn session(&mut self, field: &mut Option<SessionReference>, issuer: Option<&Text>, facts: &Facts) {
        let Some(number) = &facts.session else {
            self.special_session(field, issuer, facts);
            return;
        };
        let term = facts.term.as_ref().and_then(|term| u16::try_from(term.value).ok());
        let said = match term {
            Some(term) => format!("Kỳ họp thứ {}, khóa {}", number.value, to_roman(term)),
            None => format!("Kỳ họp thứ {}", number.value),
        };
        let Some(written) = field else {
            // A number alone names no session: every term has one.
            let Some(term) = term else { return };
            let span = self.take("session", (), &said, &number.range).span;
            let term = Some(Located { value: to_roman(term), span });
            *field = Some(SessionReference::Number {
                span,
                term,
                number: Some(number.value),
                body: issuer.cloned(),
            });
            return;
        };
        let (own_number, own_term, text) = match &*written {
            SessionReference::Text(text) => match parse_session_number(&text.value) {
                Some(own) => (Some(own.number), own.term, text.value.clone()),
                None => return,
            },
            SessionReference::Number { term, number, .. } => {
                let own_term = term.as_ref().and_then(|term| from_roman(&term.value));
                let words = number.map_or_else(String::new, |number| number.to_string());
                (*number, own_term, words)
            }
        };
        let is_same = own_number.is_none_or(|own| own == number.value)
            && own_term.zip(term).is_none_or(|(own, said)| own == said);
        if !is_same {
            self.differs("session", written.span(), &text, number, &said);
        }
    }

    /// A session under a count of its own: `kỳ họp chuyên đề lần thứ 7`.
    fn special_session(
        &mut self,
        field: &mut Option<SessionReference>,
        issuer: Option<&Text>,
        facts: &Facts,
    ) {
        let Some((number, kind)) = facts.thematic_number.as_ref().zip(facts.special_kind) else { return };
        let term = facts.term.as_ref().and_then(|term| u16::try_from(term.value).ok());
        let said = SpecialSessionNumber { kind, number: number.value, term, council: None };
        let name = said.to_string();
        let whole = issuer.map_or_else(|| name.clone(), |issuer| format!("{name}, {}", issuer.value));
        match field {
            None if term.is_some() => {
                let taken = self.take("session", whole, &name, &number.range);
                *field = Some(SessionReference::Text(taken));
            }
            Some(SessionReference::Text(text)) => {
                let Some(own) = parse_special_session(&text.value) else { return };
                let is_same_term = own.term.zip(term).is_none_or(|(own, said)| own == said);
                if !is_same_term || (own.kind, own.number) != (said.kind, said.number) {
                    let (span, written) = (text.span, text.value.clone());
                    self.differs("session", span, &written, number, &name);
                }
            }
            _ => {}
        }
    }

    fn take<T>(
        &mut self,
        name: &str,
        value: T,
        shown: &dyn std::fmt::Display,
        range: &Range<usize>,
    ) -> Located<T> {
        let span = self.source.span(range.start, range.end);
        self.read.push(ReadFact { field: name.to_owned(), value: shown.to_string(), span });
        Located { value, span }
    }

    fn differs<T>(
        &mut self,
        name: &str,
        span: Span,
        written: &dyn std::fmt::Display,
        stated: &Stated<T>,
        said: &dyn std::fmt::Display,
    ) {
        let place = self.source.span(stated.range.start, stated.range.end);
        let (written, said) = (written.to_string(), said.to_string());
        self.diagnostics.push(problems::differs_from_text(span, name, &written, place, &said));
    }
}

/// Whether a title is the subject that a text states (trích yếu). Words such as `Nghị quyết về việc` before it, remarks in
/// brackets behind it, punctuation and capitals do not matter, and a title may leave out words at either end.
fn is_same_subject(title: &str, stated: &str) -> bool {
    let (title, stated) = (subject_key(title), subject_key(stated));
    let (shorter, longer) = if title.len() <= stated.len() { (title, stated) } else { (stated, title) };
    !shorter.is_empty() && format!(" {longer} ").contains(&format!(" {shorter} "))
}

/// The words of a subject, as they are compared.
fn subject_key(text: &str) -> String {
    let without_remark = text
        .trim_end()
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .map_or(text, |(text, _)| text);
    let words = without_remark.split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
    let key = match_key(&words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
    let mut rest = key.as_str();
    for lead in ["Nghị quyết", "Ban hành", "V v", "Về việc", "Việc", "Về"] {
        let lead = match_key(lead);
        rest = rest.strip_prefix(&lead).filter(|rest| rest.starts_with(' ')).map_or(rest, str::trim_start);
    }
    rest.to_owned()
}

/// Whether a sign belongs to the letter before it.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// A name as people write it; below signatures it often stands in capitals.
fn named(signer: Option<&Stated<String>>) -> Option<Stated<String>> {
    let Stated { value, range } = signer?;
    let mut letters = value.chars().filter(|letter| letter.is_alphabetic());
    if letters.any(char::is_lowercase) {
        return signer.cloned();
    }
    let capitalised = value.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    });
    Some(Stated { value: capitalised.collect::<Vec<_>>().join(" "), range: range.clone() })
}

/// The first day of effect; `None` where it hangs on a day that is not known, or on a budget or school year.
fn first_day(start: Start, adopted: Option<Date>, signed: Option<Date>) -> Option<Date> {
    let day_of = |base| match base {
        Base::Adoption => adopted,
        Base::Signing => signed,
    };
    match start {
        Start::On(date) => Some(date),
        Start::From(base) => day_of(base),
        Start::After { days, base } => day_of(base)?.checked_add(i64::from(days).days()).ok(),
        Start::BudgetYear(_) | Start::SchoolYear(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse_date;

    #[test]
    fn a_title_is_compared_by_its_words() {
        for (title, stated, expected) in [
            ("Quy định mức chi", "Về việc quy định mức chi", true),
            ("Nghị quyết về dự toán ngân sách năm 2024", "Về dự toán ngân sách năm 2024", true),
            (
                "Nhiệm vụ phát triển kinh tế – xã hội",
                "VỀ NHIỆM VỤ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024",
                true,
            ),
            ("Quy định mức chi (bịa)", "V/v quy định mức chi", true),
            ("Về hoà giải ở cơ sở", "Về hòa giải ở cơ sở", true),
            ("Dự toán ngân sách năm 2024", "Về dự toán ngân sách năm 2025", false),
            ("Về nhiêm vụ phát triển", "Về nhiệm vụ phát triển", false),
            ("Mức chi cũ", "Quy định mức chi", false),
            ("", "Quy định mức chi", false),
        ] {
            assert_eq!(is_same_subject(title, stated), expected, "{title} | {stated}");
        }
    }

    #[test]
    fn names_in_capitals_are_written_as_usual() {
        let stated = |value: &str| Stated { value: value.to_owned(), range: 0..1 };
        for (written, name) in
            [("LÃ NHẬT BÁCH", "Lã Nhật Bách"), ("Lã Nhật Bách", "Lã Nhật Bách"), ("ĐỖ ĐỨC", "Đỗ Đức")]
        {
            assert_eq!(named(Some(&stated(written))).unwrap().value, name);
        }
    }

    #[test]
    fn the_first_day_is_counted_from_adoption_or_signing() {
        let day = |text: &str| parse_date(text).ok();
        let (adopted, signed) = (day("2024-07-10"), day("2024-07-12"));
        for (start, first) in [
            (Start::From(Base::Adoption), "2024-07-10"),
            (Start::From(Base::Signing), "2024-07-12"),
            (Start::After { days: 10, base: Base::Adoption }, "2024-07-20"),
            (Start::On(day("2025-01-01").unwrap()), "2025-01-01"),
            (Start::BudgetYear(2025), ""),
        ] {
            assert_eq!(first_day(start, adopted, signed), day(first), "{start:?}");
        }
        assert_eq!(first_day(Start::From(Base::Adoption), None, signed), None);
    }
}
