//! The walk through a text: where citations begin, what sentence they stand in, how those of a list share words.

use crate::legal::ProvisionPath;
use crate::legal::list::names;

use super::body::title_begins;
use super::date::date_at;
use super::document::{Found, behind_number_word, document_at};
use super::law;
use super::lexicon::{PROVISION, RECITAL, TYPE};
use super::number::{Evidence, partial_at, symbol_at};
use super::provisions::{Chain, chain_at};
use super::reading::Reading;
use super::token::{Case, Gap, Kind};
use super::types::{type_at, type_of_code};
use super::{Citation, CitationKind, ProvisionBase, Role};

/// Finds all citations of a text, in order.
pub(super) fn scan(reading: &Reading) -> Vec<Citation> {
    let mut scanner = Scanner { reading, items: Vec::new(), role: Role::Reference, title: Title::Outside };
    let mut at = 0;
    while at < reading.len() {
        scanner.observe(at);
        let read = scanner.read(at);
        for skipped in at + 1..read {
            scanner.leave_title(skipped);
        }
        at = read.max(at + 1);
    }
    let mut items = scanner.items;
    share_issuers(reading, &mut items);
    mark_own(&mut items);
    items.into_iter().map(|item| item.citation(reading)).collect()
}

/// Whether the walk is inside the title of a document that was just cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Title {
    Outside,
    /// In a title without any citation so far.
    Inside,
    /// In a title that holds a citation.
    Citing,
}

/// A citation with what is known of its surroundings.
struct Item {
    found: Found,
    /// The provisions, and the tokens they are written in.
    chain: Option<(usize, Chain)>,
    /// The provisions that are named behind the document, and the token they begin at.
    behind: Option<(usize, Chain)>,
    in_title: bool,
    is_own_number: bool,
    is_annexed: bool,
    role: Role,
}

impl Item {
    fn start(&self) -> usize {
        self.chain.as_ref().map_or(self.found.start, |(start, _)| *start)
    }

    fn citation(self, reading: &Reading) -> Citation {
        let start = self.start();
        let found = self.found;
        let chain = self.chain.or(self.behind);
        let provision_text = chain.as_ref().map(|(start, chain)| reading.written(*start, chain.end));
        let (provisions, base): (Vec<ProvisionPath>, _) =
            chain.map_or((Vec::new(), ProvisionBase::Document), |(_, chain)| (chain.provisions, chain.base));
        Citation {
            range: reading.raw(start, found.end),
            symbol_range: found.symbol_tokens.map(|(from, to)| reading.raw(from, to)),
            kind: found.kind,
            document_type: found.document_type.map(|kind| kind.name),
            name: found.name,
            symbol: found.symbol,
            issuer: found.issuer,
            implied_issuer: found.implied_issuer,
            date: found.date,
            provisions,
            provision_text,
            base,
            law: found.law,
            in_title: self.in_title,
            is_own_number: self.is_own_number,
            role: self.role,
        }
    }
}

struct Scanner<'r> {
    reading: &'r Reading,
    items: Vec<Item>,
    role: Role,
    title: Title,
}

impl Scanner<'_> {
    /// Keeps track of the sentence that the token at `at` stands in.
    fn observe(&mut self, at: usize) {
        self.leave_title(at);
        let reading = self.reading;
        let token = reading.token(at);
        let before = reading.before(at);
        let is_break = at == 0
            || token.gap >= Gap::Line
            || (token.gap != Gap::None && matches!(before.kind, Kind::Mark(b'.' | b';' | b':')));
        if !is_break {
            return;
        }
        if token.has(RECITAL)
            && token.case != Case::Lower
            && let Some(role) = role_of(reading, at)
        {
            self.role = role;
        } else if matches!(before.kind, Kind::Mark(b'.' | b':')) && !is_abbreviation(reading, at)
            || (token.gap == Gap::Paragraph && !before.is_mark(b';'))
            || token.has(PROVISION) && token.is_capital()
            || token.gap >= Gap::Line && token.is_capital() && !token.has(TYPE)
        {
            self.role = Role::Reference;
        }
    }

    /// A title ends with the clause.
    fn leave_title(&mut self, at: usize) {
        let token = self.reading.token(at);
        let is_end = matches!(token.kind, Kind::Mark(b';' | b'.' | b':' | b')' | b'|'))
            || token.gap == Gap::Paragraph
            || (token.gap == Gap::Line && token.is_capital());
        if is_end {
            self.title = Title::Outside;
        }
    }

    /// Reads what begins at `at`; the token behind it, `at` where nothing does.
    fn read(&mut self, at: usize) -> usize {
        let token = self.reading.token(at);
        match token.kind {
            Kind::Number => self.bare(at),
            Kind::Word if token.has(PROVISION) => self.provisions(at),
            Kind::Word if token.has(TYPE) => self.document(at, None),
            _ => at,
        }
    }

    fn provisions(&mut self, at: usize) -> usize {
        let reading = self.reading;
        let Some(chain) = chain_at(reading, at) else {
            return self.document(at, None);
        };
        let end = chain.end;
        if chain.base != ProvisionBase::Document {
            self.push(Found::named(at, end, CitationKind::Internal), Some((at, chain)));
            return end;
        }
        let is_heading = reading.begins(at) && reading.token(end).gap >= Gap::Line;
        let document = behind_joint(reading, end);
        if !is_heading && reading.token(document).has(TYPE) {
            let chain_kept = Some((at, chain));
            let read = self.document_or(document, chain_kept);
            return read.max(end);
        }
        if is_internal(reading, at, end) {
            self.push(Found::named(at, end, CitationKind::Internal), Some((at, chain)));
        }
        end
    }

    /// As [`Self::document`]; provisions that no document follows stay provisions of this text.
    fn document_or(&mut self, at: usize, chain: Option<(usize, Chain)>) -> usize {
        let Some(found) = document_at(self.reading, at) else {
            if let Some(holder) = behind_attachment(self.reading, at)
                && let Some(found) = document_at(self.reading, holder)
            {
                // The attached text has articles of its own; no anchor of the document names them.
                let chain = chain.map(|(start, chain)| (start, Chain { provisions: Vec::new(), ..chain }));
                return self.take(found, chain);
            }
            if let Some((start, chain)) = chain
                && is_internal(self.reading, start, chain.end)
                && !is_of_unnamed_document(self.reading, at)
            {
                let found = Found::named(start, chain.end, CitationKind::Internal);
                self.push(found, Some((start, chain)));
            }
            return at;
        };
        self.take(found, chain)
    }

    fn document(&mut self, at: usize, chain: Option<(usize, Chain)>) -> usize {
        match document_at(self.reading, at) {
            Some(found) => self.take(found, chain),
            None => at,
        }
    }

    /// Keeps a document and reads the others of its list.
    fn take(&mut self, mut found: Found, chain: Option<(usize, Chain)>) -> usize {
        if found.kind == CitationKind::OwnDocument && chain.is_some() {
            found.kind = CitationKind::Internal;
        }
        let is_listed = found.symbol.is_some();
        let is_partial = found.kind == CitationKind::Partial;
        let has_chain = chain.is_some() || found.kind == CitationKind::OwnDocument;
        let mut read = found.read;
        let (document_type, is_plural) = (found.document_type, found.is_plural);
        let begins_with_issuer = found.issuer.clone().filter(|_| found.read == found.end);
        self.push(found, chain);
        while let Some(mut next) =
            self.listed(read, is_plural, is_partial).filter(|_| is_listed).or_else(|| {
                let kind = document_type.filter(|_| is_plural)?;
                law::listed_at(self.reading, read, kind)
            })
        {
            read = next.read;
            next.document_type = document_type;
            if next.issuer.is_none() {
                next.issuer.clone_from(&begins_with_issuer);
            }
            self.push(next, None);
        }
        if let Some((start, chain)) = provisions_behind(self.reading, read).filter(|_| !has_chain)
            && let Some(item) = self.items.last_mut()
        {
            let end = chain.end;
            item.behind = Some((start, chain));
            return end;
        }
        if title_begins(self.reading, read) {
            self.title = Title::Inside;
        }
        read
    }

    /// The next document of a list whose type stands only before the first. A number without codes may follow one
    /// `is_partial` also where no `các` announced the list, if an issuer or a date shows what it is.
    fn listed(&self, at: usize, is_plural: bool, is_partial: bool) -> Option<Found> {
        let reading = self.reading;
        let token = reading.token(at);
        let comma = at + usize::from(matches!(token.kind, Kind::Mark(b',' | b';')));
        let and = comma + usize::from(matches!(reading.word(comma), "và" | "hoặc"));
        if and == at || token.gap == Gap::Paragraph || reading.token(and).gap == Gap::Paragraph {
            return None;
        }
        let number_at = behind_number_word(reading, and);
        if let Some(number) = symbol_at(reading, number_at, Evidence::Typed)
            && (number_at > and || number.codes.len() > 1 || number.symbol.year.is_some())
        {
            return Some(Found::numbered(reading, number_at, number_at, number));
        }
        if !is_plural && !is_partial && number_at == and {
            return None;
        }
        let number = partial_at(reading, number_at)?;
        if !is_plural && number_at == and {
            let is_shown = match reading.word(number.end) {
                "của" => reading.token(number.end + 1).is_capital(),
                _ => date_at(reading, number.end).is_some_and(|found| found.date.is_some()),
            };
            if !is_shown {
                return None;
            }
        }
        let behind = reading.token(number.end);
        let is_number = match behind.kind {
            Kind::Mark(mark) => matches!(mark, b',' | b';' | b'.' | b')'),
            Kind::Word => matches!(reading.word(number.end), "và" | "ngày" | "của" | "năm" | "về"),
            Kind::End => true,
            Kind::Number => false,
        };
        is_number.then(|| Found::numbered(reading, number_at, number_at, number))
    }

    /// A symbol without a type before it: in a header, in brackets, in a table.
    fn bare(&mut self, at: usize) -> usize {
        let reading = self.reading;
        let sign = reading.token(at + 1);
        if !matches!(sign.kind, Kind::Mark(b'/' | b'-')) {
            return at;
        }
        let before = reading.before(at);
        let is_joined = reading.token(at).gap == Gap::None
            && matches!(before.kind, Kind::Mark(b'/' | b'-' | b'.' | b',') | Kind::Word | Kind::Number);
        let is_header = is_header(reading, at, self.items.is_empty());
        let evidence = if is_header { Evidence::Typed } else { Evidence::Bare };
        let Some(number) =
            symbol_at(reading, at, evidence).filter(|_| !is_joined && !is_other_number(reading, at))
        else {
            return at;
        };
        let mut found = Found::numbered(reading, at, at, number);
        found.document_type = found.codes.first().and_then(|code| type_of_code(code));
        let read = found.read;
        self.push(found, None);
        if is_header && let Some(item) = self.items.last_mut() {
            item.is_own_number = true;
        } else if title_begins(reading, read) {
            self.title = Title::Inside;
        }
        read
    }

    fn push(&mut self, found: Found, chain: Option<(usize, Chain)>) {
        let start = chain.as_ref().map_or(found.start, |(start, _)| *start);
        let reading = self.reading;
        let before = reading.before(start);
        let is_listed =
            matches!(before.kind, Kind::Mark(b',')) || matches!(reading.word_before(start), "và" | "hoặc");
        let in_title = match self.title {
            Title::Outside => false,
            Title::Inside => !is_listed,
            Title::Citing => !is_listed || found.kind == CitationKind::NamedLaw,
        };
        if in_title {
            self.title = Title::Citing;
        }
        let is_annexed =
            reading.word_before(start) == "theo" && reading.word_before(start.saturating_sub(1)) == "kèm";
        let role = self.role;
        self.items.push(Item {
            found,
            chain,
            behind: None,
            in_title,
            is_own_number: false,
            is_annexed,
            role,
        });
    }
}

/// The role of the documents in a sentence that begins at `at`.
fn role_of(reading: &Reading, at: usize) -> Option<Role> {
    const BEGINNINGS: [(&str, Role); 9] = [
        ("căn cứ", Role::Basis),
        ("trên cơ sở", Role::Basis),
        ("xét", Role::Considered),
        ("theo đề nghị", Role::Considered),
        ("sau khi xem xét", Role::Considered),
        ("sau khi nghe", Role::Considered),
        ("sau khi nghiên cứu", Role::Considered),
        ("quyết nghị", Role::Reference),
        ("quyết định :", Role::Reference),
    ];
    BEGINNINGS.iter().find(|(words, _)| reading.phrase(at, words).is_some()).map(|(_, role)| *role)
}

/// Whether the full stop before `at` only shortens a word: `TP. Hạ Long`.
fn is_abbreviation(reading: &Reading, at: usize) -> bool {
    let Some(word) = at.checked_sub(2) else { return false };
    reading.before(at).is_mark(b'.')
        && reading.token(at).gap == Gap::Space
        && reading.token(word).case == Case::Upper
        && reading.plain(word).chars().count() <= 3
}

/// The token where the document of provisions that end at `at` may begin.
fn behind_joint(reading: &Reading, at: usize) -> usize {
    const JOINTS: &[&str] = names!(
        "của, tại, trong, ban hành kèm theo, kèm theo, ( ban hành kèm theo, ( kèm theo, \
         được ban hành kèm theo"
    );
    if reading.token(at).gap == Gap::Paragraph {
        return at;
    }
    let comma = at + usize::from(reading.token(at).is_mark(b','));
    JOINTS.iter().find_map(|joint| reading.phrase(comma, joint)).unwrap_or(comma)
}

/// The provisions that are named behind the document that ends at `at`, with the token they begin at: `Luật Đầu tư công
/// tại Điều 17`, `Nghị quyết số 12/2020/NQ-HĐND (khoản 2 Điều 3)`.
fn provisions_behind(reading: &Reading, at: usize) -> Option<(usize, Chain)> {
    let is_bracket = reading.token(at).is_mark(b'(');
    let mark = at + usize::from(is_bracket || reading.token(at).is_mark(b','));
    let start = match reading.word(mark) {
        "tại" => mark + 1,
        "theo" if is_bracket => mark + 1,
        "quy" => reading.phrase(mark, "quy định tại")?,
        _ if is_bracket => mark,
        _ => return None,
    };
    if !reading.token(start).has(PROVISION)
        || (mark..=start).any(|at| reading.token(at).gap >= Gap::Paragraph)
    {
        return None;
    }
    let chain = chain_at(reading, start)?;
    let names_article = || chain.provisions.iter().any(|provision| provision.anchor().starts_with("dieu-"));
    let is_whole = if is_bracket { reading.token(chain.end).is_mark(b')') } else { names_article() };
    let document = behind_joint(reading, chain.end);
    let is_of_another = reading.token(document).has(TYPE)
        && (reading.token(document).is_capital()
            || reading.word_before(document) == "của"
            || document_at(reading, document).is_some());
    (is_whole && !is_of_another && chain.base == ProvisionBase::Document).then_some((start, chain))
}

/// The token of the document that the text at `at` is attached to: `Quy định ban hành kèm theo Nghị quyết số …`.
fn behind_attachment(reading: &Reading, at: usize) -> Option<usize> {
    const JOINTS: [&str; 5] =
        ["ban hành kèm theo", "kèm theo", "được ban hành kèm theo", "( ban hành kèm theo", "( kèm theo"];
    let (end, _) = type_at(reading, at)?;
    JOINTS.iter().find_map(|joint| reading.phrase(end, joint))
}

/// Whether provisions without a document are pointed at: `theo quy định tại khoản 2 Điều 5`, no heading.
fn is_internal(reading: &Reading, start: usize, end: usize) -> bool {
    let is_pointed = matches!(reading.word_before(start), "tại" | "theo" | "trừ" | "ở" | "của");
    let follows = reading.token(end);
    is_pointed
        && !reading.begins(start)
        && !(follows.is_mark(b'.')
            && reading.token(end + 1).is_capital()
            && reading.token(start).is_capital()
            && reading.token(start).gap >= Gap::Line)
}

/// Whether a document that is not named stands at `at`: `Luật nói trên`; not the word alone that ends a clause.
fn is_of_unnamed_document(reading: &Reading, at: usize) -> bool {
    let behind = match reading.word(at) {
        "nghị" | "quy" | "quyết" | "thông" | "kế" | "chỉ" | "đề" | "báo" => at + 2,
        _ => at + 1,
    };
    let token = reading.token(behind);
    reading.token(at).is_capital() && token.kind == Kind::Word && token.gap < Gap::Paragraph
}

/// Whether the symbol at `at` stands behind `Số:` at the head of a document; a header that was joined to other lines
/// is known by its colon while nothing else `is_first`.
fn is_header(reading: &Reading, at: usize, is_first: bool) -> bool {
    let mut word = at;
    while word > 0 && matches!(reading.before(word).kind, Kind::Mark(b':' | b'|' | b'*')) {
        word -= 1;
    }
    let has_sign = word < at;
    if reading.word_before(word) == "hiệu" {
        word -= 1;
    }
    let is_capital_word = reading.word_before(word) == "số" && reading.before(word).is_capital();
    if !is_capital_word || !(has_sign || reading.token(at).gap < Gap::Line) {
        return false;
    }
    let start = word - 1;
    let before = reading.before(start);
    let begins_line = start == 0
        || reading.token(start).gap >= Gap::Line
        || matches!(before.kind, Kind::Mark(b'|' | b'*' | b'#' | b'>' | b'_'));
    begins_line || (has_sign && is_first && !matches!(before.kind, Kind::Mark(_)))
}

/// Whether the number at `at` is that of something else: `mã số: …`, `tài khoản số …`.
fn is_other_number(reading: &Reading, at: usize) -> bool {
    let word = at - usize::from(at > 0 && reading.before(at).is_mark(b':'));
    reading.word_before(word) == "số"
        && matches!(reading.word_before(word.saturating_sub(1)), "mã" | "biển" | "khoản" | "thoại" | "thuế")
}

/// Documents of a list have the issuer that is said behind the last of them.
fn share_issuers(reading: &Reading, items: &mut [Item]) {
    for index in (1..items.len()).rev() {
        let (earlier, later) = items.split_at_mut(index);
        let (Some(item), Some(next)) = (earlier.last_mut(), later.first()) else { continue };
        let is_open = item.found.issuer.is_none() && item.found.symbol.is_some();
        if is_open
            && next.found.issuer.is_some()
            && item.found.shares_code(&next.found)
            && is_separator(reading, item.found.read, next.start())
        {
            item.found.issuer.clone_from(&next.found.issuer);
        }
    }
}

/// Whether only a comma, `và` and the like stand from token `from` to token `to`.
fn is_separator(reading: &Reading, from: usize, to: usize) -> bool {
    to >= from
        && to - from <= 5
        && (from..to).all(|at| {
            matches!(reading.token(at).kind, Kind::Mark(b',' | b';' | b':'))
                || matches!(reading.word(at), "và" | "các" | "số" | "cùng" | "hoặc")
        })
}

/// The document's own symbol is its own number wherever it stands in an annex or bears the year.
fn mark_own(items: &mut [Item]) {
    let own = items.iter().find(|item| item.is_own_number).and_then(|item| item.found.symbol.clone());
    let Some(own) = own else { return };
    for item in items {
        let is_same = item.found.symbol.as_ref().is_some_and(|symbol| symbol.key == own.key);
        if is_same && (own.year.is_some() || item.is_annexed || item.start() == 0) {
            item.is_own_number = true;
        }
    }
}
