//! The skeleton of a resolution: articles, clauses and points. Others cite clauses, so it can be made alone.

use super::digits;
use super::kin::{self, Deed};
use super::plan::{Plan, Sort, sort_of};
use super::random::{Purpose, Random, position};

/// The skeleton of a resolution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    /// About how many bytes the articles have.
    pub(super) bytes: u32,
    /// The articles, numbered from 1.
    pub(super) articles: Vec<Article>,
}

/// An article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Article {
    /// What it is about.
    pub(super) part: Part,
    /// How many points each clause has; no clauses: plain text.
    pub(super) clauses: Vec<u32>,
}

/// What an article is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Scope and subjects.
    Scope,
    /// Words explained.
    Terms,
    /// Principles.
    Principles,
    /// Rules and rates.
    Rules,
    /// Conditions.
    Conditions,
    /// Papers and steps.
    Procedure,
    /// Where the money comes from.
    Funding,
    /// Tasks of a plan.
    Tasks,
    /// Targets of a plan, then tasks.
    Targets,
    /// Changes of clauses of another resolution.
    Changes,
    /// The end of a clause of another resolution.
    Cuts,
    /// Who carries it out.
    Execution,
    /// Force.
    Effect,
}

impl Part {
    /// Whether other documents cite its clauses.
    pub(super) const fn is_citable(self) -> bool {
        !matches!(self, Self::Changes | Self::Cuts | Self::Execution | Self::Effect)
    }
}

/// A clause or a point of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Provision {
    /// The number of the article.
    pub(super) article: u32,
    /// The number of the clause.
    pub(super) clause: u32,
    /// The point, from 0.
    pub(super) point: Option<u32>,
}

/// The letters of points.
const LETTERS: [&str; 12] = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m"];

/// The letter of a point, counted from 0.
pub(super) fn letter(point: u32) -> &'static str {
    LETTERS.get(position(point)).copied().unwrap_or("n")
}

impl Provision {
    /// Writes `điểm b khoản 2 Điều 5`.
    pub(super) fn write(self, text: &mut String) {
        if let Some(point) = self.point {
            text.push_str("điểm ");
            text.push_str(letter(point));
            text.push(' ');
        }
        text.push_str("khoản ");
        digits::plain(text, self.clause);
        text.push_str(" Điều ");
        digits::plain(text, self.article);
    }
}

impl Shape {
    /// One clause or point of the articles of the wanted parts.
    pub(super) fn provision(&self, random: &mut Random, wanted: impl Fn(Part) -> bool) -> Option<Provision> {
        let fits = |article: &Article| wanted(article.part) && !article.clauses.is_empty();
        let count = self.articles.iter().filter(|article| fits(article)).count();
        let (number, article) =
            (1..).zip(&self.articles).filter(|(_, article)| fits(article)).nth(random.position(count))?;
        let place = random.position(article.clauses.len());
        let points = article.clauses.get(place).copied()?;
        let point = (points > 0 && random.chance(40)).then(|| random.below(points));
        Some(Provision { article: number, clause: u32::try_from(place).ok()? + 1, point })
    }

    /// How many pieces of text the articles have.
    pub(super) fn units(&self) -> u32 {
        self.articles
            .iter()
            .map(|article| article.clauses.iter().map(|points| points + 1).sum::<u32>().max(1))
            .sum()
    }
}

/// The skeleton of the resolution at `index`.
pub(super) fn of(plan: &Plan, index: u32) -> Shape {
    let mut random = Random::new(plan.seed, Purpose::Shape, index);
    let bytes = random.between(2_400, 7_300) + random.between(0, 5_900);
    let kin = kin::of(plan, index);
    let articles = match (kin.map(|kin| kin.deed), sort_of(index)) {
        (Some(Deed::Amends), _) => amending(plan, index, &mut random),
        (Some(Deed::Repeals), _) => repealing(&mut random),
        (_, Sort::Normative) => normative(&mut random, bytes),
        (deed, Sort::Individual) => individual(plan, index, deed, &mut random),
    };
    Shape { bytes, articles }
}

/// The clauses of the amended resolution that the one at `index` rewrites, in order, and one that it ends.
pub(super) fn changes(plan: &Plan, index: u32) -> (Vec<Provision>, Option<Provision>) {
    let Some(kin) = kin::of(plan, index).filter(|kin| kin.deed == Deed::Amends) else {
        return (Vec::new(), None);
    };
    let target = of(plan, kin.target);
    let mut random = Random::new(plan.seed, Purpose::Kin, index);
    let wanted = random.between(1, 4);
    let mut provisions: Vec<_> =
        (0..wanted).filter_map(|_| target.provision(&mut random, Part::is_citable)).collect();
    provisions.sort_unstable();
    provisions.dedup();
    let cut = target.provision(&mut random, Part::is_citable);
    let cut = cut.filter(|cut| random.chance(30) && !provisions.iter().any(|other| overlap(*cut, *other)));
    (provisions, cut)
}

/// Whether two provisions share a clause.
fn overlap(one: Provision, other: Provision) -> bool {
    (one.article, one.clause) == (other.article, other.clause)
}

/// How many targets the resolution at `index` sets.
pub(super) fn target_count(plan: &Plan, index: u32) -> u32 {
    if !kin::sets_targets(plan, index) {
        return 0;
    }
    Random::new(plan.seed, Purpose::Targets, index).between(3, 5)
}

/// Articles of a resolution that amends another.
fn amending(plan: &Plan, index: u32, random: &mut Random) -> Vec<Article> {
    let (provisions, cut) = changes(plan, index);
    let mut articles = vec![article(Part::Changes, vec![0; provisions.len()])];
    articles.extend(cut.map(|_| article(Part::Cuts, Vec::new())));
    articles.push(clauses(Part::Rules, random, 2, 4));
    articles.push(clauses(Part::Execution, random, 2, 3));
    articles.push(article(Part::Effect, Vec::new()));
    articles
}

/// Articles of a resolution that ends another.
fn repealing(random: &mut Random) -> Vec<Article> {
    vec![
        article(Part::Cuts, Vec::new()),
        clauses(Part::Rules, random, 2, 5),
        clauses(Part::Execution, random, 2, 3),
        article(Part::Effect, Vec::new()),
    ]
}

/// Articles of a normative resolution.
fn normative(random: &mut Random, bytes: u32) -> Vec<Article> {
    let mut articles = vec![article(Part::Scope, vec![0, random.between(2, 4)])];
    if random.chance(40) {
        articles.push(clauses(Part::Terms, random, 2, 5));
    }
    if random.chance(50) {
        articles.push(clauses(Part::Principles, random, 2, 5));
    }
    for _ in 0..=bytes / 6_400 {
        articles.push(pointed(Part::Rules, random, 2, 5));
    }
    if random.chance(60) {
        articles.push(pointed(Part::Conditions, random, 2, 4));
    }
    if random.chance(50) {
        articles.push(clauses(Part::Procedure, random, 2, 5));
    }
    articles.push(clauses(Part::Funding, random, 1, 3));
    articles.push(clauses(Part::Execution, random, 2, 3));
    articles.push(article(Part::Effect, Vec::new()));
    articles
}

/// Articles of an individual resolution.
fn individual(plan: &Plan, index: u32, deed: Option<Deed>, random: &mut Random) -> Vec<Article> {
    let mut articles = Vec::new();
    let targets = target_count(plan, index);
    if targets > 0 {
        let mut first = pointed(Part::Targets, random, 4, 9);
        if let Some(points) = first.clauses.first_mut() {
            *points = targets;
        }
        articles.push(first);
    } else {
        articles.push(pointed(Part::Tasks, random, 3, 9));
    }
    if random.chance(35) {
        articles.push(pointed(Part::Tasks, random, 2, 5));
    }
    articles.push(clauses(Part::Execution, random, 2, 3));
    if deed == Some(Deed::Replaces) || random.chance(30) {
        articles.push(article(Part::Effect, Vec::new()));
    }
    articles
}

/// An article.
const fn article(part: Part, clauses: Vec<u32>) -> Article {
    Article { part, clauses }
}

/// An article with clauses that have no points.
fn clauses(part: Part, random: &mut Random, low: u32, high: u32) -> Article {
    article(part, (0..random.between(low, high)).map(|_| 0).collect())
}

/// An article with clauses of which some have points.
fn pointed(part: Part, random: &mut Random, low: u32, high: u32) -> Article {
    let count = random.between(low, high);
    let points = |random: &mut Random| if random.chance(35) { random.between(2, 6) } else { 0 };
    article(part, (0..count).map(|_| points(random)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provision_is_one_that_the_shape_has() {
        let plan = Plan::new(1000, 9);
        let mut random = Random::new(1, Purpose::News, 1);
        for index in 0..plan.resolutions {
            let shape = of(&plan, index);
            assert_eq!(shape, of(&plan, index));
            let provision = shape.provision(&mut random, |_| true);
            let points = provision.and_then(|provision| points_of(&shape, provision));
            let point = provision.and_then(|provision| provision.point);
            assert!(points.is_some_and(|points| point.is_none_or(|point| point < points)));
        }
    }

    /// The article of a provision.
    fn article_of(shape: &Shape, provision: Provision) -> Option<&Article> {
        shape.articles.get(position(provision.article) - 1)
    }

    /// How many points the clause of a provision has.
    fn points_of(shape: &Shape, provision: Provision) -> Option<u32> {
        article_of(shape, provision)?.clauses.get(position(provision.clause) - 1).copied()
    }

    #[test]
    fn changes_are_clauses_of_the_amended_resolution() {
        let plan = Plan::new(5000, 9);
        let mut amended = 0;
        for index in 0..plan.resolutions {
            let (provisions, cut) = changes(&plan, index);
            let Some(kin) = kin::of(&plan, index).filter(|kin| kin.deed == Deed::Amends) else { continue };
            let target = of(&plan, kin.target);
            assert!(!provisions.is_empty());
            for provision in provisions.iter().chain(&cut) {
                let article = article_of(&target, *provision);
                assert!(article.is_some_and(|article| article.part.is_citable()));
            }
            amended += 1;
        }
        assert!(amended > 100);
    }

    #[test]
    fn provisions_are_written_small_to_large() {
        let mut text = String::new();
        Provision { article: 5, clause: 2, point: Some(4) }.write(&mut text);
        assert_eq!(text, "điểm đ khoản 2 Điều 5");
    }
}
