//! The words about problems in one language, and how a [`Message`] is put into them.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::{Code, Message, Value};

/// Stands between the values of a list on their way to `LIST`.
const BETWEEN: char = '\u{1f}';

/// A language that problems are told in. A further one is a folder of words below `catalogue/` and a variant here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English
    English,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 1] = [Self::English];

    /// The code of BCP 47.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    /// The files of its words, in the form of Project Fluent.
    #[must_use]
    pub fn files(self) -> &'static [&'static str] {
        match self {
            Self::English => &[
                include_str!("catalogue/en/links.ftl"),
                include_str!("catalogue/en/pages.ftl"),
                include_str!("catalogue/en/reading.ftl"),
                include_str!("catalogue/en/relations.ftl"),
                include_str!("catalogue/en/rules.ftl"),
                include_str!("catalogue/en/shared.ftl"),
                include_str!("catalogue/en/text.ftl"),
            ],
        }
    }
}

/// The words of one language.
pub struct Catalogue {
    words: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let mut words = FluentBundle::new(language.code().parse().into_iter().collect());
        // The marks around what is filled in are for texts that run from right to left.
        words.set_use_isolating(false);
        // In the files a text is broken where the line is full.
        words.set_transform(Some(|text| text.replace('\n', " ").into()));
        // A name that is taken already is the one thing that could be refused here, and below.
        let _ = words.add_builtins();
        let _ = words.add_function("LIST", joined);
        for file in language.files() {
            // What is wrong with a file is found by a test; whatever can be read of it is here.
            let (Ok(file) | Err((file, _))) = FluentResource::try_new((*file).to_owned());
            let _ = words.add_resource(file);
        }
        Self { words }
    }

    /// A message in words.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        let mut arguments = FluentArgs::with_capacity(message.arguments.len());
        for (name, value) in &message.arguments {
            arguments.set(*name, self.argument(value));
        }
        self.words(message.key, Some(&arguments))
    }

    /// What is said of a code as such under this name, such as `remedy`.
    #[must_use]
    pub fn about(&self, code: Code, name: &str) -> String {
        self.words(&format!("{}.{name}", code.0), None)
    }

    /// The words under a key; the key itself where there are none, so that the gap shows and nothing stops.
    fn words(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let pattern = match key.split_once('.') {
            Some((code, name)) => {
                let attribute = self.words.get_message(code).and_then(|message| message.get_attribute(name));
                attribute.map(|attribute| attribute.value())
            }
            None => self.words.get_message(key).and_then(|message| message.value()),
        };
        let Some(pattern) = pattern else { return key.to_owned() };
        self.words.format_pattern(pattern, arguments, &mut Vec::new()).into_owned()
    }

    fn argument<'a>(&self, value: &'a Value) -> FluentValue<'a> {
        match value {
            Value::Text(text) => text.as_str().into(),
            Value::Kind(name) => (*name).into(),
            Value::Number(number) => (*number).into(),
            Value::Tenths(tenths) => (f64::from(*tenths) / 10.0).into(),
            Value::Day(day) => day.to_string().into(),
            Value::List(values) => {
                let values: Vec<String> = values.iter().map(|value| self.plain(value)).collect();
                values.join(&BETWEEN.to_string()).into()
            }
            Value::Message(message) => self.say(message).into(),
        }
    }

    /// A value of a list as it is shown.
    fn plain(&self, value: &Value) -> String {
        match self.argument(value) {
            FluentValue::String(text) => text.replace(BETWEEN, ""),
            FluentValue::Number(number) => number.as_string().into_owned(),
            _ => String::new(),
        }
    }
}

/// The function `LIST` of the words: the values of a list with `between` them (a comma), `last` between the last two, and a
/// `mark` on both sides of each.
fn joined<'a>(values: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let [FluentValue::String(values)] = values else { return FluentValue::Error };
    let between = option(named, "between").unwrap_or(", ");
    let last = option(named, "last").unwrap_or(between);
    let mark = option(named, "mark").unwrap_or_default();
    let count = values.split(BETWEEN).count();
    let mut text = String::new();
    for (at, value) in values.split(BETWEEN).enumerate() {
        let before = match at {
            0 => "",
            at if at + 1 == count => last,
            _ => between,
        };
        text.extend([before, mark, value, mark]);
    }
    text.into()
}

fn option<'a>(named: &'a FluentArgs<'_>, name: &'static str) -> Option<&'a str> {
    match named.get(name) {
        Some(FluentValue::String(text)) => Some(text.as_ref()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::message;

    #[test]
    fn values_are_put_into_words() {
        let file = "\
a =
    .text = `{$name}`, {$count ->
        [one] one sign
       *[other] {$count} signs
    } of
        {$day}
    .list = {LIST($names, mark: \"`\", last: \" and \")}: {LIST($names, between: \" > \")}
    .kind = {$is_so ->
        [yes] it is
       *[no] it is not
    }{$of}
    .tenths = {NUMBER($tenths, minimumFractionDigits: 1)} {$tenths}
";
        let mut words = Catalogue::of(Language::English).words;
        words.add_resource(FluentResource::try_new(file.to_owned()).unwrap()).unwrap();
        let words = Catalogue { words };
        let day = crate::text::parse_date("2026-03-01").unwrap();
        let of = message!("a.kind", is_so: false, of: "");
        for (message, expected) in [
            (message!("a.text", name: "x {$y}", count: 1_usize, day), "`x {$y}`, one sign of 2026-03-01"),
            (message!("a.text", name: "x", count: 20_000_usize, day), "`x`, 20000 signs of 2026-03-01"),
            (message!("a.list", names: vec!["x"]), "`x`: x"),
            (message!("a.list", names: vec!["x", "y"]), "`x` and `y`: x > y"),
            (message!("a.list", names: vec!["x", "y", "z"]), "`x`, `y` and `z`: x > y > z"),
            (message!("a.kind", is_so: true, of), "it isit is not"),
            (message!("a.tenths", tenths: Value::Tenths(30)), "3.0 3"),
            (message!("a.text", name: "x"), "`x`, {$count} signs of {$day}"),
            (message!("a.none"), "a.none"),
            (message!("none", name: "x"), "none"),
        ] {
            assert_eq!(words.say(&message), expected);
        }
    }
}
