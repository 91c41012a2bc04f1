//! The articles of a resolution, and its annex.

use super::digits;
use super::grammar::Ask;
use super::kin::Deed;
use super::prose::Prose;
use super::random::position;
use super::resolution::{Draft, Form};
use super::shape::{self, Article, Part, Provision};
use super::subject;

/// How the clauses of an article are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spacing {
    /// An empty line between clauses.
    Loose,
    /// One clause a line.
    Tight,
}

/// Writes all articles.
pub(super) fn write(prose: &mut Prose<'_>, draft: &Draft) {
    let bytes = draft.shape.bytes / draft.shape.units().max(1);
    for (number, article) in (1..).zip(&draft.shape.articles) {
        heading(prose, draft, number, article);
        lead(prose, draft, number, article);
        if article.part == Part::Effect {
            effect(prose, draft);
        } else {
            clauses(prose, draft, article, position(bytes));
        }
    }
}

/// Writes the number and the heading of an article.
fn heading(prose: &mut Prose<'_>, draft: &Draft, number: u32, article: &Article) {
    let (before, after) = match draft.form {
        Form::Headings => ("## Điều ", ". "),
        Form::Typed => ("Điều ", ". "),
        Form::Bold => ("**Điều ", ".** "),
    };
    prose.push(before);
    digits::plain(&mut prose.text, number);
    prose.push(after);
    match article.part {
        Part::Scope => prose.push("Phạm vi điều chỉnh, đối tượng áp dụng"),
        Part::Terms => prose.push("Giải thích từ ngữ"),
        Part::Principles => prose.push("Nguyên tắc thực hiện"),
        Part::Rules => prose.say(Ask::Heading),
        Part::Conditions => prose.push("Điều kiện hưởng chính sách"),
        Part::Procedure => prose.push("Hồ sơ, trình tự, thủ tục"),
        Part::Funding => prose.push("Nguồn kinh phí thực hiện"),
        Part::Tasks if number > 1 => prose.say_capital(Ask::SectionTasks),
        Part::Tasks => prose.push("Nội dung được thông qua"),
        Part::Targets => prose.push("Mục tiêu, chỉ tiêu và nhiệm vụ"),
        Part::Changes => prose.push("Nội dung sửa đổi, bổ sung"),
        Part::Cuts => prose.push("Bãi bỏ"),
        Part::Execution => prose.push("Tổ chức thực hiện"),
        Part::Effect => prose.push("Hiệu lực thi hành"),
    }
    prose.push("\n\n");
}

/// Writes the sentence before the clauses of an article that needs one.
fn lead(prose: &mut Prose<'_>, draft: &Draft, number: u32, article: &Article) {
    match article.part {
        Part::Tasks | Part::Targets if number == 1 => adopted(prose, draft),
        Part::Changes => amended(prose, draft),
        Part::Cuts => cut(prose, draft),
        _ => {}
    }
}

/// Writes that the council agrees, and what it carries out.
fn adopted(prose: &mut Prose<'_>, draft: &Draft) {
    prose.push("Hội đồng nhân dân tỉnh thống nhất ");
    prose.push(&draft.subject);
    prose.push(", với các nội dung sau:\n\n");
    if let Some(kin) = draft.kin.filter(|kin| kin.deed == Deed::Implements) {
        prose.push("Nghị quyết này triển khai thực hiện ");
        prose.cite_resolution(kin.target);
        prose.push(".\n\n");
    }
}

/// Writes which resolution is amended.
fn amended(prose: &mut Prose<'_>, draft: &Draft) {
    if let Some(kin) = draft.kin {
        prose.push("Sửa đổi, bổ sung một số điều của ");
        subject::full_citation(prose.demo, &mut prose.text, kin.target);
        prose.push(" như sau:\n\n");
    }
}

/// Writes which resolution, or which clause of it, ends.
fn cut(prose: &mut Prose<'_>, draft: &Draft) {
    let Some(kin) = draft.kin else { return };
    prose.push("Bãi bỏ ");
    if let Some(provision) = draft.cut {
        provision.write(&mut prose.text);
        prose.push(" ");
        prose.cite_resolution(kin.target);
    } else {
        prose.push("toàn bộ ");
        subject::full_citation(prose.demo, &mut prose.text, kin.target);
    }
    prose.push(".\n\n");
}

/// Writes the clauses of an article.
fn clauses(prose: &mut Prose<'_>, draft: &Draft, article: &Article, bytes: usize) {
    let pointed = article.clauses.iter().any(|points| *points > 0) || article.part == Part::Changes;
    let spacing = if pointed || prose.random.chance(60) { Spacing::Loose } else { Spacing::Tight };
    for (number, points) in (1..).zip(&article.clauses) {
        digits::plain(&mut prose.text, number);
        prose.push(". ");
        clause(prose, draft, article.part, number, bytes);
        prose.push(if spacing == Spacing::Loose { "\n\n" } else { "\n" });
        for point in 0..*points {
            prose.push(shape::letter(point));
            prose.push(") ");
            self::point(prose, draft, article.part, point, number);
            prose.push(if point + 1 < *points { ";\n\n" } else { ".\n\n" });
        }
    }
    if spacing == Spacing::Tight {
        prose.push("\n");
    }
}

/// Writes the text of a clause.
fn clause(prose: &mut Prose<'_>, draft: &Draft, part: Part, number: u32, bytes: usize) {
    match part {
        Part::Scope if number == 1 => {
            prose.push("Nghị quyết này ");
            prose.push(&draft.subject);
            prose.push(".");
        }
        Part::Scope => prose.push("Đối tượng áp dụng gồm:"),
        Part::Terms => definition(prose, bytes),
        Part::Targets if number == 1 => prose.push("Phấn đấu đạt các chỉ tiêu sau:"),
        Part::Changes => change(prose, draft, number, bytes),
        Part::Principles => prose.paragraph(Ask::Directive, bytes),
        Part::Tasks | Part::Targets => {
            prose.say_capital(Ask::Task);
            prose.push(".\n\n");
            prose.paragraph(Ask::Directive, bytes * 3 / 2);
        }
        Part::Execution => execution(prose, number, bytes),
        _ => prose.paragraph(Ask::Statute, bytes),
    }
}

/// Writes the text of a point, without the sign at its end.
fn point(prose: &mut Prose<'_>, draft: &Draft, part: Part, point: u32, clause: u32) {
    match draft.targets.get(position(point)) {
        Some(target) if part == Part::Targets && clause == 1 => {
            prose.push(target.indicator.name);
            prose.push(" đạt ");
            prose.push(target.indicator.comparison.word());
            prose.push(" ");
            target.indicator.measure(&mut prose.text, target.value);
        }
        _ if part == Part::Scope => prose.say_capital(Ask::Group),
        _ => {
            prose.say_capital(Ask::Task);
            prose.push(", ");
            prose.say(Ask::Limit);
        }
    }
}

/// Writes the meaning of a word, and a sentence on it.
fn definition(prose: &mut Prose<'_>, bytes: usize) {
    let end = prose.text.len() + bytes;
    prose.push("“");
    prose.say_capital(Ask::Definition);
    prose.push("” là ");
    prose.say(Ask::Meaning);
    prose.push(".");
    if prose.text.len() < end {
        prose.push(" ");
        prose.paragraph(Ask::Statute, bytes / 2);
    }
}

/// Writes the new wording of a clause or a point.
fn change(prose: &mut Prose<'_>, draft: &Draft, number: u32, bytes: usize) {
    let place = position(number.saturating_sub(1));
    let Some(Provision { article, clause, point }) = draft.changes.get(place).copied() else { return };
    prose.push("Sửa đổi, bổ sung ");
    Provision { article, clause, point }.write(&mut prose.text);
    prose.push(" như sau:\n\n“");
    if let Some(point) = point {
        prose.push(shape::letter(point));
        prose.push(") ");
    } else {
        digits::plain(&mut prose.text, clause);
        prose.push(". ");
    }
    // In quoted wording "this resolution" is the amended one, whose clauses are not ours to cite.
    let shape = prose.scene.shape.take();
    prose.paragraph(Ask::Statute, bytes);
    prose.scene.shape = shape;
    prose.push("”");
}

/// Writes who carries the resolution out: the usual two clauses, then one of its own.
fn execution(prose: &mut Prose<'_>, number: u32, bytes: usize) {
    match number {
        1 => prose.push("Giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này."),
        2 => prose.push(
            "Thường trực, các Ban, các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết.",
        ),
        _ => {}
    }
    if number > 2 || prose.random.chance(50) {
        if number < 3 {
            prose.push(" ");
        }
        prose.paragraph(Ask::Directive, bytes);
    }
    if number == 1 && !prose.scene.seats.is_empty() {
        for seat in prose.scene.seats.clone() {
            prose.push(" Phân công ");
            prose.push_office(seat);
            prose.push(" ");
            prose.push_name(seat);
            prose.push(" theo dõi việc ");
            prose.say(Ask::Task);
            prose.push(".");
        }
    }
}

/// Writes from when and how long the resolution has force, and what it ends.
fn effect(prose: &mut Prose<'_>, draft: &Draft) {
    prose.push("Nghị quyết này có hiệu lực từ ngày ");
    draft.effective.long(&mut prose.text);
    if let Some(expires) = draft.expires {
        prose.push(" đến hết ngày ");
        expires.long(&mut prose.text);
    }
    prose.push(".\n\n");
    if let Some(kin) = draft.kin.filter(|kin| kin.deed == Deed::Replaces) {
        prose.push("Nghị quyết này thay thế ");
        subject::full_citation(prose.demo, &mut prose.text, kin.target);
        prose.push(".\n\n");
    }
    if prose.random.chance(40) {
        prose.paragraph(Ask::Statute, 0);
        prose.push("\n\n");
    }
}

/// Writes an annex with a table of projects.
pub(super) fn annex(prose: &mut Prose<'_>, draft: &Draft) {
    prose.push("\n## PHỤ LỤC\n\nDANH MỤC CÔNG VIỆC VÀ KINH PHÍ\n\n(Ban hành kèm theo Nghị quyết số ");
    draft.outer.symbol(&mut prose.text);
    prose.push(" ngày ");
    draft.outer.date.long(&mut prose.text);
    prose.push(
        " của Hội đồng nhân dân tỉnh)\n\n| TT | Nội dung | Kinh phí (triệu đồng) | Hoàn thành |\n| ---: | --- | ---: | --- |\n",
    );
    for row in 1..=prose.random.between(4, 18) {
        prose.push("| ");
        digits::plain(&mut prose.text, row);
        prose.push(" | ");
        prose.say_capital(Ask::Project);
        prose.push(" | ");
        let amount = prose.random.between(120, 96_000);
        digits::grouped(&mut prose.text, amount);
        prose.push(" | ");
        let year = draft.outer.date.year + prose.random.between(1, 4);
        digits::plain(&mut prose.text, year);
        prose.push(" |\n");
    }
}
