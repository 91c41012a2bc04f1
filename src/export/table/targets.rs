//! Targets (chỉ tiêu) of resolutions with what reports say of them: a row for each result, and one for a target without.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::document::{ResultFields, TargetFields};
use crate::link::{DocumentIndex, TargetResult};
use crate::view::{Scene, outcome};

const COMPARISONS: &[&str] = &["more_than", "at_least", "less_than", "at_most", "about", "exactly"];
const OUTCOMES: &[&str] = &["met", "nearly", "missed"];

pub(super) const COLUMNS: &[Column] = &[
    always("resolution_address", Kind::Address),
    column("resolution_number", Kind::Text),
    column("target", Kind::Count),
    column("indicator", Kind::Text),
    column("comparison", Kind::OneOf(COMPARISONS)),
    column("value", Kind::Figure),
    column("unit", Kind::Text),
    column("due", Kind::PartialDay),
    column("scope", Kind::Text),
    column("provision", Kind::Text),
    column("report_address", Kind::Address),
    column("result_indicator", Kind::Text),
    column("result_value", Kind::Figure),
    column("result_unit", Kind::Text),
    column("as_of", Kind::PartialDay),
    column("target_outcome", Kind::OneOf(OUTCOMES)),
    column("note", Kind::Text),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    for index in &scene.site.resolutions {
        let linked = scene.site.document(*index);
        let Some(fields) = linked.document.fields.resolution() else { continue };
        let targets = fields.targets.as_deref().unwrap_or_default();
        for (at, target) in targets.iter().enumerate() {
            let mut results = linked.results.iter().filter(|found| found.target == Some(at)).peekable();
            if results.peek().is_none() {
                rows(&row(scene, *index, Some((at, target)), None));
            }
            for found in results {
                rows(&row(scene, *index, Some((at, target)), Some(*found)));
            }
        }
        for found in linked.results.iter().filter(|found| found.target.is_none()) {
            rows(&row(scene, *index, None, Some(*found)));
        }
    }
}

fn row<'a>(
    scene: Scene<'a>,
    index: DocumentIndex,
    target: Option<(usize, &'a TargetFields)>,
    found: Option<TargetResult>,
) -> [Cell<'a>; 17] {
    let (addresses, base_url) = (&scene.plan.addresses, &scene.config.base_url);
    let result = found.and_then(|found| result(scene, found));
    let text = |text: Option<&'a crate::front::Text>| Cell::maybe(text.map(|text| text.value.as_str()));
    let own = target.map(|(_, target)| target);
    let reached = own
        .zip(result)
        .and_then(|(target, result)| outcome(target, result.value.as_ref(), result.unit.as_ref()));
    [
        Cell::own(base_url.whole(addresses.document(index))),
        Cell::maybe(scene.number(index)),
        target.map_or(Cell::Unknown, |(at, _)| Cell::count(at + 1)),
        text(own.and_then(|target| target.indicator.as_ref())),
        own.and_then(|target| target.comparison.as_ref())
            .map_or(Cell::Unknown, |comparison| Cell::own(comparison.value.key())),
        Cell::figure(own.and_then(|target| target.value.as_ref())),
        text(own.and_then(|target| target.unit.as_ref())),
        Cell::partial_day(own.and_then(|target| target.due.as_ref()).map(|due| due.value)),
        text(own.and_then(|target| target.scope.as_ref())),
        text(own.and_then(|target| target.provision.as_ref())),
        Cell::maybe_own(found.map(|found| base_url.whole(addresses.document(found.report)))),
        text(result.and_then(|result| result.indicator.as_ref())),
        Cell::figure(result.and_then(|result| result.value.as_ref())),
        text(result.and_then(|result| result.unit.as_ref())),
        Cell::partial_day(result.and_then(|result| result.as_of.as_ref()).map(|as_of| as_of.value)),
        Cell::maybe_own(reached),
        text(result.and_then(|result| result.note.as_ref())),
    ]
}

fn result(scene: Scene<'_>, found: TargetResult) -> Option<&ResultFields> {
    scene
        .site
        .document(found.report)
        .document
        .fields
        .report()
        .and_then(|report| report.results.as_ref()?.get(found.result))
}
