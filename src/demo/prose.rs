//! Writing sentences: walks the grammar with one stream of random numbers into one text.

use super::Demo;
use super::calendar::Date;
use super::digits;
use super::grammar::{Ask, Made, Piece};
use super::random::{Random, position};
use super::shape::{Part, Shape};

/// What a text is about: all that its sentences may refer to.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    /// The field of work.
    pub(super) field: u32,
    /// The day on which the text is written.
    pub(super) date: Date,
    /// The term, counted from 0.
    pub(super) term: u32,
    /// Resolutions before this place may be cited.
    pub(super) known: u32,
    /// The seats of the officials who may be named.
    pub(super) seats: Vec<u32>,
    /// The articles of the text itself, for citations within it.
    pub(super) shape: Option<Shape>,
    /// The session that news tell of.
    pub(super) session: u32,
}

/// A text that grows.
#[derive(Debug)]
pub(super) struct Prose<'demo> {
    /// The portal.
    pub(super) demo: &'demo Demo,
    /// The random numbers of this text.
    pub(super) random: Random,
    /// What has been written.
    pub(super) text: String,
    /// What the text is about.
    pub(super) scene: Scene,
    /// The last alternative taken of each rule, so that none is taken twice running.
    recent: Vec<usize>,
    depth: u32,
    /// Whether the sentence has named a place: one is enough.
    placed: bool,
}

/// From this depth on, rules take their first alternative, which ends soon.
const DEEP: u32 = 7;

impl<'demo> Prose<'demo> {
    /// An empty text with room for about `capacity` bytes.
    pub(super) fn new(demo: &'demo Demo, random: Random, scene: Scene, capacity: usize) -> Self {
        let recent = vec![usize::MAX; demo.grammar.len()];
        Self { demo, random, text: String::with_capacity(capacity), scene, recent, depth: 0, placed: false }
    }

    /// Writes fixed words.
    pub(super) fn push(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Writes what a rule makes.
    pub(super) fn say(&mut self, ask: Ask) {
        self.expand(self.demo.grammar.asked(ask));
    }

    /// Writes what a rule makes, with a capital at the start.
    pub(super) fn say_capital(&mut self, ask: Ask) {
        let start = self.text.len();
        self.placed = false;
        self.say(ask);
        self.capitalise(start);
    }

    /// Writes sentences of one kind as one paragraph of at least so many bytes.
    pub(super) fn paragraph(&mut self, ask: Ask, bytes: usize) {
        let end = self.text.len() + bytes;
        self.say_capital(ask);
        while self.text.len() < end {
            self.text.push(' ');
            self.say_capital(ask);
        }
    }

    /// Makes the first letter after `start` a capital.
    pub(super) fn capitalise(&mut self, start: usize) {
        let Some(first) = self.text.get(start..).and_then(|rest| rest.chars().next()) else { return };
        if first.is_lowercase() {
            let capital: String = first.to_uppercase().collect();
            self.text.replace_range(start..start + first.len_utf8(), &capital);
        }
    }

    /// The whole text, with one line end at its end.
    pub(super) fn finish(mut self) -> String {
        let length = self.text.trim_end().len();
        self.text.truncate(length);
        self.text.push('\n');
        self.text
    }

    /// Writes one alternative of a rule.
    fn expand(&mut self, rule: usize) {
        let demo = self.demo;
        if rule == demo.grammar.asked(Ask::Place) && std::mem::replace(&mut self.placed, true) {
            return self.drop_space();
        }
        let alternatives = demo.grammar.alternatives(rule);
        let place = self.choose(rule, alternatives.len());
        let Some(phrase) = alternatives.get(place) else { return };
        self.depth += 1;
        for piece in &phrase.pieces {
            match *piece {
                Piece::Text(text) => self.text.push_str(text),
                Piece::Rule(rule) => self.expand(rule),
                Piece::Field(words) => self.expand(demo.grammar.list(self.scene.field, words)),
                Piece::Made(made) => self.make(made),
            }
        }
        self.depth -= 1;
    }

    /// Picks an alternative that is not the last one taken.
    fn choose(&mut self, rule: usize, length: usize) -> usize {
        if self.depth >= DEEP {
            return 0;
        }
        let mut place = self.random.position(length);
        if let Some(recent) = self.recent.get_mut(rule) {
            if *recent == place {
                place = (place + 1) % length.max(1);
            }
            *recent = place;
        }
        place
    }

    /// Writes something that depends on the document.
    fn make(&mut self, made: Made) {
        match made {
            Made::None => self.drop_space(),
            Made::Year => digits::plain(&mut self.text, self.scene.date.year),
            Made::LastYear => digits::plain(&mut self.text, self.scene.date.year - 1),
            Made::PastYear => self.year_apart(-5),
            Made::SoonYear => self.year_apart(4),
            Made::Period => self.period(0),
            Made::LastPeriod => self.period(5),
            Made::Quarter => self.quarter(),
            Made::Month => self.number(1, 12),
            Made::Few => self.number(2, 9),
            Made::Tens => self.number(11, 98),
            Made::Hundreds => self.number(101, 998),
            Made::Thousands => self.number(1012, 48_900),
            Made::Percent => self.percent(),
            Made::Amount => self.amount(),
            Made::Sum => self.sum(),
            Made::Date => self.earlier_day(),
            Made::DueDate => self.later_day(),
            Made::Commune => self.commune(),
            Made::Communes => self.communes(),
            Made::District => self.district(),
            Made::Office => self.office(),
            Made::Cite => self.cite_anything(),
            Made::Internal => self.cite_inside(),
            Made::Person => self.person(),
            Made::Quote => self.quote(),
            Made::SessionName => self.session_name(),
        }
    }

    /// Takes back the space before something that is left out.
    fn drop_space(&mut self) {
        if self.text.ends_with(' ') {
            self.text.pop();
        }
    }

    /// A number, with dots between thousands.
    fn number(&mut self, low: u32, high: u32) {
        let number = self.random.between(low, high);
        digits::grouped(&mut self.text, number);
    }

    /// A year up to so many years before or after.
    fn year_apart(&mut self, reach: i32) {
        let distance = 1 + self.random.below(reach.unsigned_abs());
        let year = self.scene.date.year;
        digits::plain(&mut self.text, if reach < 0 { year - distance - 1 } else { year + distance });
    }

    /// A five-year period that holds the year, moved back by some years.
    fn period(&mut self, back: u32) {
        let start = (self.scene.date.year - 1) / 5 * 5 + 1 - back;
        digits::plain(&mut self.text, start);
        self.push(" - ");
        digits::plain(&mut self.text, start + 4);
    }

    /// A quarter in Roman digits.
    fn quarter(&mut self) {
        let quarter = self.random.between(1, 4);
        digits::roman(&mut self.text, quarter);
    }

    /// A share in per cent.
    fn percent(&mut self) {
        let tenths = self.random.between(12, 998);
        digits::tenths(&mut self.text, tenths);
        self.text.push('%');
    }

    /// A sum of money.
    fn amount(&mut self) {
        match self.random.below(4) {
            0 => self.number(12, 960),
            1 => self.number(1010, 98_000),
            _ => {
                let tenths = self.random.between(12, 9_900);
                digits::tenths(&mut self.text, tenths);
                return self.push(" tỷ đồng");
            }
        }
        self.push(" triệu đồng");
    }

    /// A sum that one household or one deed may get.
    fn sum(&mut self) {
        if self.random.chance(60) {
            let thousands = self.random.between(12, 4_980) * 5;
            digits::grouped(&mut self.text, thousands);
            return self.push(".000 đồng");
        }
        let tenths = self.random.between(11, 1_490);
        digits::tenths(&mut self.text, tenths);
        self.push(" triệu đồng");
    }

    /// A day of the last months.
    fn earlier_day(&mut self) {
        let date = self.scene.date.minus(self.random.between(9, 500));
        date.short(&mut self.text);
    }

    /// A day of the next months.
    fn later_day(&mut self) {
        let date = self.scene.date.plus(self.random.between(20, 900));
        date.short(&mut self.text);
    }

    /// A commune.
    fn commune(&mut self) {
        let name = self.demo.places.commune(&mut self.random);
        self.text.push_str(name);
    }

    /// Two or three communes.
    fn communes(&mut self) {
        self.commune();
        if self.random.chance(40) {
            self.push(", ");
            self.commune();
        }
        self.push(" và ");
        self.commune();
    }

    /// A district, while there are districts.
    fn district(&mut self) {
        let name = self.demo.places.district(&mut self.random, self.scene.date);
        self.text.push_str(name);
    }

    /// The office of the field.
    pub(super) fn office(&mut self) {
        if let Some(field) = super::fields::FIELDS.get(position(self.scene.field)) {
            self.push(field.office.name);
        }
    }

    /// A clause of the text itself.
    fn cite_inside(&mut self) {
        let Some(shape) = self.scene.shape.take() else { return self.push("Nghị quyết này") };
        match shape.provision(&mut self.random, Part::is_citable) {
            Some(provision) => {
                provision.write(&mut self.text);
                self.push(" Nghị quyết này");
            }
            None => self.push("Nghị quyết này"),
        }
        self.scene.shape = Some(shape);
    }

    /// Words between quotation marks.
    fn quote(&mut self) {
        self.text.push('“');
        self.say_capital(Ask::Quote);
        self.text.push('”');
    }

    /// The session by its number.
    fn session_name(&mut self) {
        self.demo.plan.session(self.scene.session).short_name(&mut self.text);
    }
}
