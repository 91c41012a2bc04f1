//! A resolution as a file: front matter, legal bases, articles, closing lines.

use super::articles;
use super::calendar::Date;
use super::front;
use super::grammar::Ask;
use super::kin::{self, Deed, Kin};
use super::national::{GENERAL, NATIONAL, Sort as NationalSort};
use super::people;
use super::plan::{self, Resolution, Sort};
use super::prose::{Prose, Scene};
use super::random::{Purpose, Random, position};
use super::shape::{self, Provision, Shape};
use super::subject::{self, Target};
use super::topics;
use super::{Demo, DemoFile, digits};

/// How the text was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Articles are Markdown headings.
    Headings,
    /// Articles are paragraphs as an office types them.
    Typed,
    /// Articles are paragraphs whose number is bold.
    Bold,
}

/// Everything about one resolution that its parts share.
#[derive(Debug)]
pub(super) struct Draft {
    /// Number, date and session.
    pub(super) outer: Resolution,
    /// What it is about.
    pub(super) subject: String,
    /// What it does to an earlier resolution.
    pub(super) kin: Option<Kin>,
    /// Its articles.
    pub(super) shape: Shape,
    /// The clauses of another resolution that it rewrites.
    pub(super) changes: Vec<Provision>,
    /// The clause of another resolution that it ends.
    pub(super) cut: Option<Provision>,
    /// What it promises.
    pub(super) targets: Vec<Target>,
    /// The day on which it takes effect.
    pub(super) effective: Date,
    /// Its last day.
    pub(super) expires: Option<Date>,
    /// How it was typed.
    pub(super) form: Form,
    /// Earlier resolutions that it rests on.
    bases: Vec<u32>,
    /// The seat of the one who signs.
    signer: u32,
}

/// The file of the resolution at `index`.
pub(super) fn file(demo: &Demo, index: u32) -> DemoFile {
    let mut random = Random::new(demo.plan.seed, Purpose::Resolution, index);
    let draft = draft(demo, index, &mut random);
    let scene = scene(demo, &draft, &mut random);
    let room = position(draft.shape.bytes) * 5 / 4 + 6_000;
    let mut prose = Prose::new(demo, random, scene, room);
    front_matter(&mut prose, &draft);
    head(&mut prose, &draft);
    recitals(&mut prose, &draft);
    articles::write(&mut prose, &draft);
    closing(&mut prose, &draft);
    DemoFile { path: path(&draft.outer), text: prose.finish() }
}

/// Where the file lies.
fn path(outer: &Resolution) -> String {
    let mut path = String::from("content/resolutions/");
    digits::plain(&mut path, outer.date.year);
    path.push('/');
    outer.stem(&mut path);
    path.push_str(".md");
    path
}

/// The shared facts of a resolution.
fn draft(demo: &Demo, index: u32, random: &mut Random) -> Draft {
    let plan = &demo.plan;
    let outer = plan.resolution(index);
    let (changes, cut) = shape::changes(plan, index);
    let effective = effective(&outer, random);
    let expires = kin::may_expire(plan, index) && random.chance(60);
    let expires = expires.then(|| Date::new(effective.year + random.between(1, 5), 12, 31));
    Draft {
        outer,
        subject: subject::of(demo, index),
        kin: kin::of(plan, index),
        shape: shape::of(plan, index),
        changes,
        cut,
        targets: subject::targets(plan, index),
        effective,
        expires,
        form: form(random),
        bases: bases(demo, &outer, random),
        signer: if random.chance(85) { people::COUNCIL_CHAIR } else { people::FIRST_DEPUTY },
    }
}

/// Normative resolutions take effect ten days later or with the new year, individual ones at once.
fn effective(outer: &Resolution, random: &mut Random) -> Date {
    match outer.sort {
        Sort::Individual => outer.date,
        Sort::Normative if outer.date.month >= 7 && outer.date.month < 12 && random.chance(40) => {
            Date::new(outer.date.year + 1, 1, 1)
        }
        Sort::Normative => outer.date.plus(10),
    }
}

/// Half of the texts have Markdown headings, a third is typed plainly, the rest has bold numbers.
fn form(random: &mut Random) -> Form {
    match random.below(6) {
        0..=2 => Form::Headings,
        3 | 4 => Form::Typed,
        _ => Form::Bold,
    }
}

/// Up to two resolutions of earlier sessions that live on.
fn bases(demo: &Demo, outer: &Resolution, random: &mut Random) -> Vec<u32> {
    let known = outer.session.first_resolution();
    let count = random.below(5).saturating_sub(2);
    let mut bases: Vec<u32> = (0..count)
        .filter_map(|_| known.checked_sub(1 + random.below(known.min(500))))
        .filter(|index| kin::lives_on(&demo.plan, *index))
        .collect();
    bases.sort_unstable();
    bases.dedup();
    bases
}

/// What the sentences of the text may refer to.
fn scene(demo: &Demo, draft: &Draft, random: &mut Random) -> Scene {
    let field = subject::field(&demo.plan, draft.outer.index);
    Scene {
        field,
        date: draft.outer.date,
        term: draft.outer.session.term,
        known: draft.outer.session.first_resolution(),
        seats: topics::seats(field, random, 3),
        shape: Some(draft.shape.clone()),
        session: draft.outer.session.index,
    }
}

/// Writes the front matter.
fn front_matter(prose: &mut Prose<'_>, draft: &Draft) {
    let outer = &draft.outer;
    front::fence(&mut prose.text);
    prose.push("title: \"");
    let start = prose.text.len();
    prose.push(&draft.subject);
    prose.capitalise(start);
    prose.push("\"\nnumber: \"");
    outer.symbol(&mut prose.text);
    prose.push("\"\n");
    front::line(&mut prose.text, "issuer", people::COUNCIL);
    dates(prose, draft);
    prose.push("signer: \"");
    prose.push_name(draft.signer);
    prose.push("\"\nsession: \"");
    outer.session.name(&mut prose.text);
    prose.push("\"\n");
    topics::write(prose);
    topics::write_officials(prose);
    summary(prose);
    vote(prose, outer);
    relations(prose, draft);
    targets(prose, draft);
    front::fence(&mut prose.text);
}

/// Writes the days of adoption, issue, effect and end.
fn dates(prose: &mut Prose<'_>, draft: &Draft) {
    front::date(&mut prose.text, "date", draft.outer.date);
    if prose.random.chance(40) {
        let issued = draft.outer.date.plus(prose.random.below(5));
        front::date(&mut prose.text, "issued", issued);
    }
    front::date(&mut prose.text, "effective", draft.effective);
    if let Some(expires) = draft.expires {
        front::date(&mut prose.text, "expires", expires);
    }
}

/// Writes a summary for two texts in three.
fn summary(prose: &mut Prose<'_>) {
    if prose.random.chance(66) {
        prose.push("summary: \"");
        prose.say_capital(Ask::Summary);
        prose.push(".\"\n");
    }
}

/// Writes how the council voted.
fn vote(prose: &mut Prose<'_>, outer: &Resolution) {
    let total = 50 + 2 * outer.session.term;
    let present = total - prose.random.below(7);
    let against = prose.random.below(8).saturating_sub(5);
    let abstain = prose.random.below(7).saturating_sub(4);
    prose.push("vote:\n");
    front::number(&mut prose.text, "  total", total);
    front::number(&mut prose.text, "  present", present);
    front::number(&mut prose.text, "  for", present - against - abstain);
    front::number(&mut prose.text, "  against", against);
    front::number(&mut prose.text, "  abstain", abstain);
}

/// Writes the relations to earlier resolutions.
fn relations(prose: &mut Prose<'_>, draft: &Draft) {
    if let Some(kin) = draft.kin {
        prose.push(match kin.deed {
            Deed::Replaces => "replaces:\n",
            Deed::Repeals => "repeals:\n",
            Deed::Amends => "amends:\n",
            Deed::Implements => "implements:\n",
        });
        relation(prose, kin.target, &draft.changes);
        if let Some(cut) = draft.cut {
            prose.push("repeals:\n");
            relation(prose, kin.target, &[cut]);
        }
    }
    if !draft.bases.is_empty() {
        prose.push("based_on:\n");
        draft.bases.iter().for_each(|index| relation(prose, *index, &[]));
    }
}

/// Writes one relation.
fn relation(prose: &mut Prose<'_>, target: u32, provisions: &[Provision]) {
    prose.push("  - document: \"");
    prose.demo.plan.resolution(target).reference(&mut prose.text);
    prose.push("\"\n");
    if !provisions.is_empty() {
        prose.push("    provisions:\n");
    }
    for provision in provisions {
        prose.push("      - \"");
        provision.write(&mut prose.text);
        prose.push("\"\n");
    }
}

/// Writes the targets, each with the point that promises it.
fn targets(prose: &mut Prose<'_>, draft: &Draft) {
    if draft.targets.is_empty() {
        return;
    }
    let due = Date::new(draft.outer.date.year + prose.random.between(1, 3), 12, 31);
    prose.push("targets:\n");
    for (point, target) in (0..).zip(&draft.targets) {
        front::line(&mut prose.text, "  - indicator", target.indicator.name);
        front::token(&mut prose.text, "    comparison", target.indicator.comparison.word());
        front::tenths(&mut prose.text, "    value", target.value);
        front::line(&mut prose.text, "    unit", target.indicator.unit);
        front::date(&mut prose.text, "    due", due);
        prose.push("    provision: \"");
        Provision { article: 1, clause: 1, point: Some(point) }.write(&mut prose.text);
        prose.push("\"\n");
    }
}

/// Writes the head of a text that was pasted as it was typed.
fn head(prose: &mut Prose<'_>, draft: &Draft) {
    prose.push("\n");
    if draft.form == Form::Headings || prose.random.chance(40) {
        return;
    }
    prose.push("NGHỊ QUYẾT\n\n");
    let start = prose.text.len();
    prose.push(&draft.subject);
    prose.capitalise(start);
    prose.push("\n\nHỘI ĐỒNG NHÂN DÂN TỈNH MINH GIANG\n\nKHÓA ");
    plan::term_name(&mut prose.text, draft.outer.session.term);
    prose.push(" - KỲ HỌP THỨ ");
    digits::plain(&mut prose.text, draft.outer.session.number);
    prose.push("\n\n");
}

/// Writes the legal bases and what was considered.
fn recitals(prose: &mut Prose<'_>, draft: &Draft) {
    general_laws(prose, draft.outer.sort);
    if let Some(national) = prose.national_document() {
        prose.push("Căn cứ ");
        prose.cite_national(national);
        if national.sort == NationalSort::Decree {
            prose.push(" ");
            prose.push(national.title);
        }
        prose.push(";\n\n");
    }
    let carried_out = draft.kin.filter(|kin| kin.deed == Deed::Implements).map(|kin| kin.target);
    for index in draft.bases.iter().copied().chain(carried_out) {
        prose.push("Căn cứ ");
        subject::full_citation(prose.demo, &mut prose.text, index);
        prose.push(";\n\n");
    }
    considered(prose, draft);
    prose.push("QUYẾT NGHỊ:\n\n");
}

/// Writes the laws on councils that were in force, those on drafting only for normative texts.
fn general_laws(prose: &mut Prose<'_>, sort: Sort) {
    let date = prose.scene.date;
    let wanted = |title: &str| match sort {
        Sort::Normative => !title.contains("giám sát"),
        Sort::Individual => title.contains("Tổ chức"),
    };
    for national in
        NATIONAL.iter().take(GENERAL).filter(|national| national.is_citable(date) && wanted(national.title))
    {
        prose.push("Căn cứ ");
        prose.cite_national(national);
        prose.push(";\n\n");
    }
}

/// Writes the proposal of the people's committee and the report of the committee that verified it.
fn considered(prose: &mut Prose<'_>, draft: &Draft) {
    let proposed = draft.outer.date.minus(prose.random.between(9, 40));
    prose.push("Xét Tờ trình số ");
    let number = prose.random.between(101, 6_900);
    digits::plain(&mut prose.text, number);
    prose.push("/TTr-UBND");
    prose.on_day(proposed);
    prose.push(" của Ủy ban nhân dân tỉnh ");
    prose.push(&draft.subject);
    prose.push("; Báo cáo thẩm tra số ");
    let number = prose.random.between(11, 290);
    digits::plain(&mut prose.text, number);
    prose.push("/BC-HĐND");
    prose.on_day(proposed.plus(4));
    prose.push(" của ");
    prose.push(topics::committee(prose.scene.field).name);
    prose.push("; ý kiến thảo luận của đại biểu Hội đồng nhân dân tỉnh tại kỳ họp.\n\n");
}

/// Writes the adoption formula, the list of receivers and the signature.
fn closing(prose: &mut Prose<'_>, draft: &Draft) {
    adoption(prose, draft);
    receivers(prose, draft.form);
    let deputy = draft.signer != people::COUNCIL_CHAIR;
    let bold = if draft.form == Form::Typed { "" } else { "**" };
    for line in if deputy {
        &["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"][..]
    } else {
        &["CHỦ TỊCH"]
    } {
        prose.push(bold);
        prose.push(line);
        prose.push(bold);
        prose.push("\n\n");
    }
    prose.push(bold);
    prose.push_name(draft.signer);
    prose.push(bold);
    prose.push("\n");
    if draft.form == Form::Headings && draft.outer.sort == Sort::Individual && prose.random.chance(30) {
        articles::annex(prose, draft);
    }
}

/// Writes when the resolution was adopted and from when it has force.
fn adoption(prose: &mut Prose<'_>, draft: &Draft) {
    let outer = &draft.outer;
    prose.push("Nghị quyết này đã được Hội đồng nhân dân tỉnh Minh Giang khóa ");
    plan::term_name(&mut prose.text, outer.session.term);
    prose.push(", ");
    outer.session.short_name(&mut prose.text);
    prose.push(" thông qua ngày ");
    outer.date.long(&mut prose.text);
    if draft.effective == outer.date {
        prose.push(" và có hiệu lực từ ngày thông qua");
    } else {
        prose.push(" và có hiệu lực từ ngày ");
        draft.effective.long(&mut prose.text);
    }
    if let Some(expires) = draft.expires {
        prose.push(" đến hết ngày ");
        expires.long(&mut prose.text);
    }
    prose.push("./.\n\n");
}

/// Writes who receives the resolution.
fn receivers(prose: &mut Prose<'_>, form: Form) {
    prose.push(if form == Form::Typed { "Nơi nhận:\n\n" } else { "**Nơi nhận:**\n\n" });
    prose.push("- Ủy ban Thường vụ Quốc hội, Chính phủ (báo cáo);\n");
    for receiver in RECEIVERS {
        if prose.random.chance(60) {
            prose.push("- ");
            prose.push(receiver);
            prose.push(";\n");
        }
    }
    prose.push("- ");
    prose.office();
    prose.push(";\n- Lưu: VT, ");
    digits::roman(&mut prose.text, prose.scene.field + 1);
    prose.push(".\n\n");
}

/// Usual receivers.
const RECEIVERS: [&str; 8] = [
    "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh, UBND tỉnh",
    "Đoàn đại biểu Quốc hội tỉnh",
    "Các Ban của HĐND tỉnh, đại biểu HĐND tỉnh",
    "Ủy ban Mặt trận Tổ quốc và các đoàn thể tỉnh",
    "Các sở, ban, ngành thuộc tỉnh",
    "Thường trực HĐND, UBND cấp dưới",
    "Công báo tỉnh, Cổng thông tin điện tử",
    "Trung tâm Truyền thông tỉnh",
];
