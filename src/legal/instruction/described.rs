//! Whether words before a provision say what of it is meant: `quy định về mức hỗ trợ tại khoản 1 Điều 2`, `nội dung “...” tại Điều 4`.

use super::mention::Mention;
use super::provision::Named;
use super::verb::verb_at;
use super::words::{CONTENTS, FILLERS, LINKS, PROVISIONS, QUANTITIES, QUOTES, is_one};
use crate::legal::structure::token::{Kind, Token, is_any, word};

/// In how many tokens what is meant is described at most.
const FARTHEST: usize = 60;
/// Words that tie a description to its provision.
const TIES: [u64; 5] = [word("tại"), word("của"), word("trong"), word("ở"), word("thuộc")];
/// Words that describe nothing, besides [`FILLERS`].
const LIGHT: [u64; 14] = [
    word("nêu"),
    word("trên"),
    word("được"),
    word("nói"),
    word("đó"),
    word("này"),
    word("còn"),
    word("có"),
    word("như"),
    word("hiện"),
    word("hoàn"),
    word("trước"),
    word("liên"),
    word("quan"),
];

/// Marks the provisions of which words before them describe a part. All of them are in the order of the tokens.
pub(super) fn mark_described(tokens: &[Token], mentions: &[Mention], lists: &mut [Named]) {
    let mut end = 0;
    for list in lists {
        if list.from > end
            && is_one(&tokens[list.from - 1], &TIES)
            && is_described(tokens, mentions, end, list.from)
        {
            list.entries.iter_mut().for_each(|entry| entry.is_described = true);
        }
        end = list.to;
    }
}

/// Whether what stands before index `to` and behind index `end`, where other provisions end, describes something.
fn is_described(tokens: &[Token], mentions: &[Mention], end: usize, to: usize) -> bool {
    let near = end.max(to.saturating_sub(FARTHEST));
    let clause = tokens[near..to].iter().rposition(|token| token.is_one_of(&[';', ':', '.']));
    let near = clause.map_or(near, |at| near + at + 1);
    let verb =
        (near..to).rev().find_map(|at| verb_at(tokens, at).map(|(_, end)| end)).filter(|end| *end <= to);
    let mention =
        mentions.partition_point(|mention| mention.to <= to).checked_sub(1).map(|at| mentions[at].to);
    let from = match (verb, mention.filter(|mention| *mention > near)) {
        (Some(verb), mention) if mention.is_none_or(|mention| mention <= verb) => verb,
        // Behind the name of a document its title stands.
        (_, Some(mention)) => {
            let is_parter = |token: &Token| token.is_one_of(&[',', ';']) || token.is_word(word("và"));
            match tokens[mention..to].iter().rposition(is_parter) {
                Some(parter) => mention + parter + 1,
                None => return false,
            }
        }
        _ => match (near..to).find(|at| is_any(&CONTENTS, tokens, *at)) {
            Some(content) => content,
            None => return false,
        },
    };
    tokens[from..to].iter().any(describes)
}

fn describes(token: &Token) -> bool {
    let is_light =
        [&FILLERS[..], &LINKS, &QUANTITIES, &PROVISIONS, &LIGHT].iter().any(|words| is_one(token, words));
    token.is_one_of(&QUOTES) || (token.kind == Kind::Word && token.letter == '\0' && !is_light)
}
