//! All sorts of problems, put together from the places that declare them.

use crate::diag::Rule;
use crate::{check, config, document, front, inputs, link, lock, markdown, plan, render, theme, yaml};

/// All rules, in the order of their codes.
#[must_use]
pub fn rules() -> Vec<Rule> {
    let phases: [&[Rule]; 13] = [
        yaml::problems::RULES,
        front::problems::RULES,
        inputs::problems::RULES,
        config::problems::RULES,
        markdown::problems::RULES,
        document::problems::RULES,
        link::problems::RULES,
        &check::rules(),
        plan::problems::RULES,
        lock::problems::RULES,
        theme::problems::RULES,
        render::problems::RULES,
        super::problems::RULES,
    ];
    let mut rules: Vec<Rule> = phases.concat();
    rules.sort_by_key(|rule| rule.code);
    rules
}
