//! Which documents a verb is about, and which of their provisions.

use std::ops::Range;

use super::Object;
use super::mention::Mention;
use super::sentence::{Found, Sentence};
use super::verb::{
    BY, BY_WORDING, CONTENTS, FILLERS, GROUNDS, NAMED, Order, PROVISIONS, WORDINGS, is_one, verb_at,
};
use crate::legal::structure::token::{Case, Kind, Token, first_phrase, is_any, word};

impl Sentence<'_> {
    /// The documents behind a verb that it is about.
    pub(super) fn objects(&self, verb: &Found, right: usize) -> Vec<Object> {
        let Some(first) = self.first_mention(verb.to).filter(|mention| mention.from < right) else {
            return Vec::new();
        };
        let is_described = is_any(&CONTENTS, self.tokens, verb.to);
        let reaches = match verb.verb.order {
            Order::Far => self.is_far(verb.to, first.from),
            Order::Near if is_described => self.is_far(verb.to, first.from),
            Order::Near | Order::Before => self.is_near(verb.to, first.from, self.is_wording(verb.to)),
        };
        if !reaches {
            return Vec::new();
        }
        let index = self.mentions.partition_point(|mention| mention.from < verb.to);
        self.list(index, verb.to, right)
    }

    pub(super) fn first_mention(&self, from: usize) -> Option<&Mention> {
        self.mentions.get(self.mentions.partition_point(|mention| mention.from < from))
    }

    /// Whether only names of provisions and the like stand between two indexes.
    pub(super) fn is_near(&self, from: usize, to: usize, with_wording: bool) -> bool {
        const FARTHEST: usize = 60;
        let between = &self.tokens[from..to];
        let mut in_name = false;
        between.len() <= FARTHEST
            && between.iter().enumerate().all(|(at, token)| {
                let before = at.checked_sub(1).and_then(|before| between.get(before));
                in_name =
                    token.is_capital() && (in_name || before.is_some_and(|before| is_one(before, &NAMED)));
                token.kind != Kind::Word
                    || token.letter != '\0'
                    || token.case == Case::Upper
                    || in_name
                    || (is_one(token, &FILLERS) && (at == 0 || !is_ground(before, token)))
                    || (with_wording && is_one(token, &[BY_WORDING, BY[0]]))
            })
    }

    /// Whether no word stands between two indexes that makes the document a mere ground.
    pub(super) fn is_far(&self, from: usize, to: usize) -> bool {
        const FARTHEST: usize = 60;
        let between = &self.tokens[from..to];
        between.len() <= FARTHEST
            && !between.iter().enumerate().any(|(at, token)| {
                let is_attached = at > 0 && between[at - 1].is_word(word("kèm"));
                token.is_mark(';') || (is_one(token, &GROUNDS) && !is_attached)
            })
    }

    /// Whether the object at index `at` is words only: `cụm từ “...”`.
    pub(super) fn is_wording(&self, at: usize) -> bool {
        first_phrase(&WORDINGS, self.tokens, at).is_some_and(|(_, end)| {
            let is_quoted = self.tokens.get(end).is_some_and(|token| token.is_one_of(&['“', '"', '«', '‘']));
            is_quoted || end > at + 1
        })
    }

    /// The documents of a list that begins with mention number `index`, none of them behind `right`.
    pub(super) fn list(&self, index: usize, from: usize, right: usize) -> Vec<Object> {
        let mut objects = Vec::new();
        let mut from = from;
        for (count, mention) in self.mentions[index..].iter().enumerate() {
            if mention.from >= right {
                break;
            }
            if mention.is_proposal || (count > 0 && !self.continues_list(from, mention.from)) {
                continue;
            }
            objects.push(Object {
                document: self.range(mention),
                provisions: self.provisions(from, mention.from),
            });
            from = mention.to;
        }
        objects
    }

    /// Whether a comma, semicolon or `và` stands before the document at `to`, provisions of it left aside.
    pub(super) fn continues_list(&self, from: usize, to: usize) -> bool {
        let mut at = to;
        while at > from {
            let token = &self.tokens[at - 1];
            let belongs = token.kind == Kind::Number
                || token.letter != '\0'
                || token.is_one_of(&['-', '–', ')', '(', '+'])
                || is_one(token, &PROVISIONS)
                || is_one(token, &[word("các"), word("của"), word("số"), word("tại"), word("lục")]);
            if !belongs {
                return token.is_one_of(&[',', ';', ':']) || token.is_word(word("và"));
            }
            at -= 1;
        }
        true
    }

    pub(super) fn list_before(&self, left: usize, to: usize) -> Vec<Object> {
        let index = self.mentions.partition_point(|mention| mention.from < left);
        let first = self.mentions.get(index).filter(|mention| mention.to <= to);
        first.map_or_else(Vec::new, |_| {
            let title = (left..to).find(|at| {
                verb_at(self.tokens, *at).is_some()
                    && self.mentions.iter().skip(index).take(1).any(|mention| mention.to <= *at)
            });
            self.list(index, left, title.unwrap_or(to))
        })
    }

    pub(super) fn nearest_before(&self, left: usize, to: usize) -> Vec<Object> {
        let behind = self.mentions.partition_point(|mention| mention.to <= to);
        let Some(index) = behind.checked_sub(1).filter(|index| self.mentions[*index].from >= left) else {
            return Vec::new();
        };
        let from = index.checked_sub(1).map_or(left, |before| self.mentions[before].to.max(left));
        self.list(index, from, to)
    }

    /// The words between two indexes that name provisions.
    pub(super) fn provisions(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let words = &self.tokens[from..to.max(from)];
        let is_number = |token: &Token| token.kind == Kind::Number || token.letter != '\0';
        let first = (0..words.len()).find(|at| {
            let is_annex = words[*at].is_word(word("phụ")) || words[*at].is_word(word("danh"));
            is_one(&words[*at], &PROVISIONS)
                && words.get(at + 1).is_some_and(|next| {
                    is_number(next) || is_annex || (next.case == Case::Upper && !is_one(next, &FILLERS))
                })
        })?;
        let last = words[first..]
            .iter()
            .enumerate()
            .take_while(|(_, token)| !token.is_one_of(&['“', '"', ':']) && !token.is_word(word("như")))
            .filter(|(_, token)| is_number(token) || token.case == Case::Upper)
            .map(|(at, _)| at)
            .last();
        let last = first + last.unwrap_or(1);
        Some(words[first].start..words.get(last)?.end)
    }
}

/// `theo`, but for `kèm theo`.
fn is_ground(before: Option<&Token>, token: &Token) -> bool {
    token.is_word(BY[3]) && !before.is_some_and(|before| before.is_word(word("kèm")))
}
