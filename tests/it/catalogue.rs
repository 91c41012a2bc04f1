//! The words about problems against the sources: every rule and every message has its words in every language, with the
//! same values, and no words are left over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use congbao::build::rules::rules;
use congbao::diag::{Language, Rule};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

/// What is said of a sort of problem as such.
const ABOUT: [&str; 4] = ["finds", "matters", "example", "remedy"];

/// Names of what words are filled with, by key.
type Arguments = BTreeMap<String, BTreeSet<String>>;

/// The messages that sources make.
#[derive(Default)]
struct Sources {
    /// The places of the calls with their keys and arguments.
    messages: Vec<(String, String, BTreeSet<String>)>,
    /// The places of the rules that are declared, with their codes.
    rules: Vec<(String, String)>,
}

impl Sources {
    fn add(&mut self, place: &str, text: &str) {
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, call) in text.match_indices("message!(") {
            let parts = arguments(&text[at + call.len()..]);
            let Some(key) = parts.first().and_then(|key| key.strip_prefix('"')?.strip_suffix('"')) else {
                continue;
            };
            let names = parts[1..].iter().map(|part| {
                let end = part.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
                part[..end.unwrap_or(part.len())].to_owned()
            });
            self.messages.push((place.to_owned(), key.to_owned(), names.collect()));
        }
        for severity in ["error", "warning", "note"] {
            for (at, call) in text.match_indices(&format!("Rule::{severity}(\"")) {
                let code = text[at + call.len()..].split('"').next().unwrap_or_default();
                self.rules.push((place.to_owned(), code.to_owned()));
            }
        }
    }

    fn all() -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        crate::floors::rust_files(&source, &mut files);
        files.sort();
        let mut sources = Self::default();
        for file in files.iter().filter(|file| !file.ends_with("tests.rs")) {
            let place = file.strip_prefix(&source).unwrap().to_string_lossy().into_owned();
            sources.add(&place, &std::fs::read_to_string(file).unwrap());
        }
        sources
    }
}

/// The arguments of a call, from behind its bracket on.
fn arguments(text: &str) -> Vec<String> {
    let (mut depth, mut is_text, mut is_escaped) = (0, false, false);
    let mut parts = vec![String::new()];
    for letter in text.chars() {
        if is_text {
            is_text = letter != '"' || is_escaped;
            is_escaped = letter == '\\' && !is_escaped;
        } else {
            match letter {
                '"' => is_text = true,
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => {
                    parts.push(String::new());
                    continue;
                }
                _ => {}
            }
        }
        parts.last_mut().unwrap().push(letter);
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The words of a language: what each key is filled with, by key.
fn words(files: &[&str], faults: &mut Vec<String>) -> Arguments {
    let mut words = Arguments::new();
    // A message that is referred to is filled with what the one that refers to it is.
    let mut add = |key: String, pattern: &Pattern<&str>, faults: &mut Vec<String>| {
        let mut names = BTreeSet::new();
        variables(pattern, &mut names);
        if words.insert(key.clone(), names).is_some() {
            faults.push(format!("{key}: is given twice"));
        }
    };
    for file in files {
        if let Some(letter) = file.chars().find(|letter| letter.is_control() && *letter != '\n') {
            faults.push(format!("{letter:?} stands in a file"));
        }
        let resource = match parse(*file) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.iter().map(|error| format!("{error:?}")));
                resource
            }
        };
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            if let Some(value) = &message.value {
                add(id.to_owned(), value, faults);
            }
            for attribute in &message.attributes {
                add(format!("{id}.{}", attribute.id.name), &attribute.value, faults);
            }
        }
    }
    words
}

fn variables(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, names);
        }
    }
}

fn of_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, names),
        Expression::Select { selector, variants } => {
            of_inline(selector, names);
            for variant in variants {
                variables(&variant.value, names);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { id, arguments } => {
            assert!(matches!(id.name, "LIST" | "NUMBER"), "there is no function {}", id.name);
            for argument in &arguments.positional {
                of_inline(argument, names);
            }
        }
        InlineExpression::Placeable { expression } => of_expression(expression, names),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
            panic!("words refer to `{}`: let `words` take over what that is filled with", id.name)
        }
    }
}

/// What does not fit in a language.
fn faults(rules: &[Rule], sources: &Sources, files: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    let words = words(files, &mut faults);
    let codes: Vec<&str> = rules.iter().map(|rule| rule.code.0).collect();
    for pair in codes.windows(2).filter(|pair| pair[0] >= pair[1]) {
        faults.push(format!("{}: the rule is listed twice", pair[1]));
    }
    let declared: BTreeSet<&str> = sources.rules.iter().map(|(_, code)| code.as_str()).collect();
    for (place, code) in sources.rules.iter().filter(|(_, code)| !codes.contains(&code.as_str())) {
        faults.push(format!("{place}: the rule {code} is not listed"));
    }
    for code in codes.iter().filter(|code| !declared.contains(*code)) {
        faults.push(format!("{code}: the rule is declared nowhere"));
    }
    let about = codes.iter().flat_map(|code| ABOUT.map(|name| format!("{code}.{name}")));
    let mut used: BTreeSet<String> = about.collect();
    for key in used.iter().filter(|key| !words.contains_key(*key)) {
        faults.push(format!("{key}: there are no words"));
    }
    for (place, key, filled) in &sources.messages {
        used.insert(key.clone());
        match words.get(key) {
            None => faults.push(format!("{place}: there are no words for {key}")),
            Some(wanted) if wanted != filled => {
                faults.push(format!("{place}: {key} is filled with {filled:?}, its words want {wanted:?}"));
            }
            Some(_) => {}
        }
    }
    faults
        .extend(words.keys().filter(|key| !used.contains(*key)).map(|key| format!("{key}: is said nowhere")));
    faults
}

#[test]
fn every_language_has_the_words_for_every_rule_and_message_and_no_others() {
    let sources = Sources::all();
    assert!(sources.messages.len() > 200, "{}", sources.messages.len());
    for language in Language::ALL {
        assert_eq!(faults(&rules(), &sources, language.files()), Vec::<String>::new(), "{language:?}");
    }
}

#[test]
fn words_that_do_not_fit_are_told() {
    const WHOLE: &str = "\
a =
    .finds = a
    .matters = b
    .example = c
    .remedy = d
    .says = `{$name}`{$count ->
        [one] {\"\"}
       *[other] {LIST($names)}
    }
";
    const CALL: &str = "const RULE: Rule = Rule::error(\"a\");\nRULE.at(span, message!(\"a.says\", name, \
                        names: vec![f(1, \")\")], count: one.count,))\n#[cfg(test)]\nmessage!(\"none\")";
    let told = |text: &str, call: &str, rules: &[Rule]| {
        let mut sources = Sources::default();
        sources.add("x.rs", call);
        faults(rules, &sources, &[text])
    };
    let rule = [Rule::error("a")];
    assert_eq!(told(WHOLE, CALL, &rule), Vec::<String>::new());
    for (text, call, rules, expected) in [
        (WHOLE.replace("says", "said"), CALL.to_owned(), &rule[..], "x.rs: there are no words for a.says"),
        (WHOLE.replace("says", "said"), CALL.to_owned(), &rule, "a.said: is said nowhere"),
        (WHOLE.replace("$name}", "$title}"), CALL.to_owned(), &rule, "x.rs: a.says is filled with"),
        (WHOLE.to_owned(), CALL.replace("name,", ""), &rule, "x.rs: a.says is filled with"),
        (WHOLE.to_owned(), CALL.replace("name,", "name, more: 1,"), &rule, "x.rs: a.says is filled with"),
        (WHOLE.replace("remedy", "other"), CALL.to_owned(), &rule, "a.remedy: there are no words"),
        (format!("{WHOLE}b = b\n"), CALL.to_owned(), &rule, "b: is said nowhere"),
        (format!("{WHOLE}b =\n    .finds = b\n"), CALL.to_owned(), &rule, "b.finds: is said nowhere"),
        (format!("{WHOLE}    .says = b\n"), CALL.to_owned(), &rule, "a.says: is given twice"),
        (format!("{WHOLE}b\n"), CALL.to_owned(), &rule, "ParserError"),
        (WHOLE.replace("= b", "= b\u{1}"), CALL.to_owned(), &rule, "'\\u{1}' stands in a file"),
        (WHOLE.to_owned(), CALL.to_owned(), &[], "x.rs: the rule a is not listed"),
        (WHOLE.to_owned(), CALL.to_owned(), &[rule[0], rule[0]], "a: the rule is listed twice"),
        (WHOLE.to_owned(), CALL.replace("Rule::error", "rule"), &rule, "a: the rule is declared nowhere"),
    ] {
        let told = told(&text, &call, rules);
        assert!(told.iter().any(|fault| fault.starts_with(expected)), "{expected}: {told:?}");
    }
}

#[test]
fn words_about_rules_say_something_and_end_without_a_full_stop() {
    for language in Language::ALL {
        let catalogue = congbao::diag::Catalogue::of(language);
        for rule in rules() {
            for text in ABOUT.map(|name| catalogue.about(rule.code, name)) {
                assert!(text.len() > 10 && !text.ends_with('.'), "{}: {text}", rule.code.0);
            }
        }
    }
}
