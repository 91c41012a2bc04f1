//! Sessions as calendars (iCalendar, RFC 5545), to subscribe to or to take one from.
//!
//! A session is a day or some days: sources tell on which it met, seldom when it began. Where the agenda of a session
//! has clock times, the calendar of that one session has them as well, in the institution's time zone.
//!
//! Nothing depends on when the site is built. `UID` is the address of the page within the host. `SEQUENCE` must rise
//! with each change (section 3.8.7.4); how often a record was changed is not known, so it is the number of the day
//! of `updated`, counted from 1970, and 0 before the first such change. `DTSTAMP` is the beginning of that day, else of
//! the day on which the record was taken from its source, else of the first day that computers count.

mod content;

use content::{Lines, time_zone, utc};

use super::feed::Clock;
use crate::document::{AgendaItem, SessionFields, SessionState};
use crate::link::{Session, SessionIndex, Work};
use crate::plan::CalendarOf;
use crate::text::{Date, Moment, one_line};
use crate::view::Scene;

/// A calendar; never one without events, see [`crate::plan`].
pub(super) fn calendar(scene: Scene<'_>, calendar: CalendarOf) -> Vec<u8> {
    let site = scene.site;
    let (name, sessions) = match calendar {
        CalendarOf::All => (scene.words.word("sessions").to_owned(), site.order.sessions.clone()),
        CalendarOf::Body(index) => (site.body(index).name.clone(), site.body(index).sessions.clone()),
        CalendarOf::Session(index) => (scene.session_title(index), vec![index]),
    };
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", &format!("-//Congbao//Congbao//{}", scene.words.lang.code().to_uppercase()));
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.text("NAME", &format!("{name} · {}", scene.config.title));
    lines.text("X-WR-CALNAME", &format!("{name} · {}", scene.config.title));
    lines.text("X-WR-TIMEZONE", &scene.config.time_zone);
    let zone = time_zone(&scene.config.time_zone);
    if let Some(zone) = &zone {
        lines.time_zone(zone);
    }
    for index in sessions {
        event(scene, index, &mut lines);
        if let (CalendarOf::Session(_), Some(zone)) = (calendar, &zone) {
            agenda_events(scene, index, &zone.name, &mut lines);
        }
    }
    lines.add("END", "VCALENDAR");
    lines.finish()
}

/// What the record of a session says; nothing where there is none.
fn fields<'a>(scene: Scene<'a>, session: &Session) -> Option<&'a SessionFields> {
    let document = &scene.site.document(session.document?).document;
    document.fields.session()
}

/// A session, as days.
fn event(scene: Scene<'_>, index: SessionIndex, lines: &mut Lines) {
    let session = scene.site.session(index);
    let Some(first) = session.first_day.or(session.last_day) else { return };
    let last = session.last_day.filter(|last| *last >= first).unwrap_or(first);
    let fields = fields(scene, session);
    let state = fields.and_then(|fields| fields.state.as_ref()).map(|state| state.value);
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", &uid(scene, index));
    revision(scene, session, lines);
    lines.add("DTSTART;VALUE=DATE", &first.strftime("%Y%m%d").to_string());
    // The end is the first day that does not belong to it (section 3.6.1).
    if let Ok(end) = last.tomorrow() {
        lines.add("DTEND;VALUE=DATE", &end.strftime("%Y%m%d").to_string());
    }
    let title = scene.session_title(index);
    lines.text(
        "SUMMARY",
        &match state {
            Some(SessionState::Postponed) => {
                format!("{}: {title}", scene.words.word("session_state_postponed"))
            }
            Some(SessionState::Cancelled) => {
                format!("{}: {title}", scene.words.word("session_state_cancelled"))
            }
            _ => title,
        },
    );
    lines.add(
        "STATUS",
        match state {
            Some(SessionState::Cancelled) => "CANCELLED",
            Some(SessionState::Postponed) => "TENTATIVE",
            _ => "CONFIRMED",
        },
    );
    if let Some(venue) = fields.and_then(|fields| fields.venue.as_ref()) {
        lines.text("LOCATION", &one_line(&venue.value));
    }
    let description = description(scene, session, fields, state);
    if !description.is_empty() {
        lines.text("DESCRIPTION", &description);
    }
    lines.add("URL", &scene.config.base_url.whole(scene.plan.addresses.session(index)));
    // A session of a body does not make those who subscribe busy.
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("END", "VEVENT");
}

/// The lines of an agenda that have a day and a clock time, as moments of that day: how long they take is not known.
fn agenda_events(scene: Scene<'_>, index: SessionIndex, zone: &str, lines: &mut Lines) {
    let session = scene.site.session(index);
    let Some(fields) = fields(scene, session) else { return };
    let state = fields.state.as_ref().map(|state| state.value);
    for (at, item) in fields.agenda.iter().flatten().enumerate() {
        let (Some(day), Some(time)) =
            (&item.day, item.time.as_ref().and_then(|time| clock_time(&time.value)))
        else {
            continue;
        };
        let uid = uid(scene, index);
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", &format!("{}.{uid}", at + 1));
        revision(scene, session, lines);
        let day = day.value.strftime("%Y%m%d");
        lines.add(&format!("DTSTART;TZID={zone}"), &format!("{day}T{:02}{:02}00", time.0, time.1));
        lines.text("SUMMARY", &item_words(scene, item, &[]));
        lines.add(
            "STATUS",
            match state {
                Some(SessionState::Cancelled) => "CANCELLED",
                Some(SessionState::Postponed) => "TENTATIVE",
                _ => "CONFIRMED",
            },
        );
        lines.add("RELATED-TO", &uid);
        lines.add("TRANSP", "TRANSPARENT");
        lines.add("END", "VEVENT");
    }
}

/// The address of the page as a name that stays (section 3.8.4.7).
fn uid(scene: Scene<'_>, index: SessionIndex) -> String {
    let base_url = &scene.config.base_url;
    let path = base_url.link(scene.plan.addresses.session(index));
    format!("{}@{}", path.trim_matches('/'), base_url.host())
}

fn revision(scene: Scene<'_>, session: &Session, lines: &mut Lines) {
    let common = session.document.map(|document| &scene.site.document(document).document.common);
    let updated = common.and_then(|common| common.updated.as_ref()).map(|day| day.value);
    let taken = common.and_then(|common| common.source.as_ref()?.date.as_ref()).map(|day| day.value);
    let epoch = Date::constant(1970, 1, 1);
    let days = updated.and_then(|day| (day - epoch).get_days().try_into().ok()).unwrap_or(0_u32);
    let clock = Clock::of(scene);
    let stamp = |day: Date| utc(&clock.written(Moment { date: day, time: None }));
    lines.add("DTSTAMP", &updated.or(taken).map_or_else(|| "19700101T000000Z".to_owned(), stamp));
    if let Some(updated) = updated {
        lines.add("LAST-MODIFIED", &stamp(updated));
    }
    lines.add("SEQUENCE", &days.to_string());
}

/// What a session is about, who chairs it, and its agenda.
fn description(
    scene: Scene<'_>,
    session: &Session,
    fields: Option<&SessionFields>,
    state: Option<SessionState>,
) -> String {
    let words = scene.words;
    let mut paragraphs = Vec::new();
    if state == Some(SessionState::Postponed) {
        paragraphs.push(words.word("calendar_postponed").to_owned());
    }
    let summary =
        session.document.and_then(|index| scene.site.document(index).document.common.summary.as_ref());
    paragraphs.extend(summary.map(|summary| one_line(&summary.value)));
    let chairs: Vec<&str> =
        session.chairs.iter().map(|chair| scene.site.official(*chair).name.as_str()).collect();
    if !chairs.is_empty() {
        paragraphs.push(format!("{}: {}", words.word("chair"), chairs.join(", ")));
    }
    let agenda = fields.and_then(|fields| fields.agenda.as_deref()).unwrap_or_default();
    let mut day = None;
    if !agenda.is_empty() {
        paragraphs.push(format!("{}:", words.word("agenda")));
    }
    for (at, item) in agenda.iter().enumerate() {
        let own = item.day.as_ref().map(|day| day.value);
        if let Some(own) = own.filter(|own| Some(*own) != day) {
            paragraphs.push(words.date(own));
        }
        day = own.or(day);
        let time = item.time.as_ref().map_or_else(String::new, |time| format!("{} ", one_line(&time.value)));
        let documents = session.agenda_documents.get(at).map(Vec::as_slice).unwrap_or_default();
        paragraphs.push(format!("- {time}{}", item_words(scene, item, documents)));
    }
    paragraphs.join("\n")
}

fn item_words(scene: Scene<'_>, item: &AgendaItem, documents: &[Work]) -> String {
    let title = item.title.as_ref().map_or_else(String::new, |title| one_line(&title.value));
    let numbers = documents.iter().filter_map(|work| scene.designation(*work).number);
    let presenter = item.presenter.as_ref().map(|presenter| presenter.value.as_str());
    let further: Vec<String> = presenter.into_iter().chain(numbers).map(one_line).collect();
    if further.is_empty() { title } else { format!("{title} ({})", further.join(", ")) }
}

/// Hour and minute of `08:00`, `8h30` or `14 giờ`; `None` where words such as `sáng` say less.
fn clock_time(text: &str) -> Option<(u8, u8)> {
    let text = text.trim().to_lowercase();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let hour: u8 = text[..digits].parse().ok().filter(|hour| *hour < 24)?;
    let rest = text[digits..].trim_start();
    let rest = [":", "h", "giờ"].iter().find_map(|mark| rest.strip_prefix(mark))?.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let minute: u8 = if digits == 0 { 0 } else { rest[..digits].parse().ok()? };
    (minute < 60).then_some((hour, minute))
}

#[cfg(test)]
mod tests {
    use super::clock_time;

    #[test]
    fn clock_times_are_read_and_nothing_else() {
        for (text, time) in [
            ("08:00", Some((8, 0))),
            ("8h30", Some((8, 30))),
            ("14 giờ", Some((14, 0))),
            ("14 GIỜ 15 phút", Some((14, 15))),
            ("08:00 - 09:30", Some((8, 0))),
            ("sáng", None),
            ("24:00", None),
            ("8:75", None),
            ("8", None),
            ("", None),
            ("999999999999h", None),
        ] {
            assert_eq!(clock_time(text), time, "{text:?}");
        }
    }
}
