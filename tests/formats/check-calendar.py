"""Calendars: a strict reading of RFC 5545 of our own, and two libraries that must read the same events."""

import json
import pathlib
import re
import subprocess

import icalendar

from formats import Check, broken, files, in_batches, must_fail, on_disk, run

HERE = pathlib.Path(__file__).resolve().parent
NEEDED = {
    "VCALENDAR": ["VERSION", "PRODID"],
    "VTIMEZONE": ["TZID"],
    "STANDARD": ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"],
    "VEVENT": ["UID", "DTSTAMP", "DTSTART", "SUMMARY"],
}
ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "SEQUENCE", "URL",
        "LAST-MODIFIED", "TRANSP", "VERSION", "PRODID", "METHOD", "CALSCALE", "TZID"}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME"}
SHAPES = {
    "DTSTAMP": r"\d{8}T\d{6}Z", "LAST-MODIFIED": r"\d{8}T\d{6}Z", "SEQUENCE": r"\d+",
    "STATUS": "CONFIRMED|TENTATIVE|CANCELLED", "VERSION": r"2\.0", "TRANSP": "OPAQUE|TRANSPARENT",
    "TZOFFSETFROM": r"[+-]\d{4}", "TZOFFSETTO": r"[+-]\d{4}", "URL": r"https?://[!-~]+", "UID": r"\S+@\S+",
}
FOLD = "\ue000"
MARKS = "".join(chr(code) for code in range(0x300, 0x370))
CLUSTER = re.compile(f"[^{MARKS}{FOLD}][{MARKS}{FOLD}]+")


def own_faults(raw):
    faults = []
    if not raw.endswith(b"\r\n") or b"\n" in raw.replace(b"\r\n", b"") or b"\r" in raw.replace(b"\r\n", b""):
        faults.append("a line does not end with CRLF")
    for line in raw.split(b"\r\n"):
        if len(line) > 75:
            faults.append(f"a line of {len(line)} octets")
        try:
            folded = line.decode()
        except UnicodeDecodeError:
            faults.append("a letter is cut in two")
            continue
        if any(ord(letter) < 32 and letter != "\t" or ord(letter) == 127 for letter in folded):
            faults.append("a control character")
    # A mark stands on another line than its letter only where the two and what is between do not fit on one.
    for cluster in CLUSTER.findall(raw.decode(errors="replace").replace("\r\n ", FOLD)):
        if re.search(FOLD + ".", cluster) and len(cluster.replace(FOLD, "").encode()) < 74:
            faults.append("a mark is cut from its letter")
    text = raw.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode(errors="replace")
    stack, uids, zones = [], set(), set()
    for line in text.split("\r\n")[:-1]:
        match = re.fullmatch(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^;:\"]*)*):(.*)", line, re.DOTALL)
        if not match:
            faults.append(f"no content line: {line[:60]!r}")
            continue
        name, parameters, value = match.groups()
        if name == "BEGIN":
            stack.append((value, {}))
            continue
        if not stack:
            faults.append(f"{name} stands in no component")
            continue
        component, seen = stack[-1]
        if name == "END":
            if value != component:
                faults.append(f"END:{value} in {component}")
            stack.pop()
            faults.extend(f"{component} without {need}" for need in NEEDED.get(component, []) if need not in seen)
            if component == "VEVENT" and (uid := seen.get("UID")) in uids:
                faults.append(f"two events have the name {uid}")
            uids.add(seen.get("UID"))
            if component == "VTIMEZONE":
                zones.add(seen.get("TZID"))
            if component == "VEVENT" and (end := seen.get("DTEND")) and end <= seen.get("DTSTART", ""):
                faults.append("an event ends before it begins")
            continue
        if name in ONCE and name in seen:
            faults.append(f"{component} has {name} twice")
        seen[name] = value
        if name in SHAPES and not re.fullmatch(SHAPES[name], value):
            faults.append(f"{name} is {value!r}")
        if name in TEXTS and re.search(r"(?<!\\)(?:\\\\)*([;,]|\\[^\\;,nN])", value):
            faults.append(f"{name} is not escaped: {value[:60]!r}")
        if name in ("DTSTART", "DTEND") and component == "VEVENT":
            shape = r"\d{8}" if "VALUE=DATE" in parameters else r"\d{8}T\d{6}"
            if not re.fullmatch(shape, value):
                faults.append(f"{name}{parameters} is {value!r}")
            zone = re.search("TZID=([^;]*)", parameters)
            if zone and zone[1] not in zones:
                faults.append(f"the zone {zone[1]} is not described")
            if not zone and "VALUE=DATE" not in parameters:
                faults.append(f"{name} has no zone")
    if stack:
        faults.append(f"{stack[-1][0]} is not closed")
    if not text.startswith("BEGIN:VCALENDAR\r\n"):
        faults.append("does not begin with VCALENDAR")
    return faults


def read(raw):
    """The events as the library `icalendar` reads them: name, start, words."""
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    return [(str(event["UID"]), event.decoded("DTSTART"), str(event["SUMMARY"]), str(event.get("DESCRIPTION", "")))
            for event in events]


def library_faults(raw):
    try:
        return [] if read(raw) else ["icalendar sees no event"]
    except Exception as error:  # whatever a library raises is a fault of the file
        return [f"icalendar: {error}"]


def faults_of(text):
    raw = text.encode() if isinstance(text, str) else text
    return own_faults(raw) or library_faults(raw)


GOOD = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A//A//VI", "BEGIN:VEVENT", "UID:a@a.example",
    "DTSTAMP:20230711T170000Z", "SEQUENCE:0", "DTSTART;VALUE=DATE:20230712", "DTEND;VALUE=DATE:20230713",
    "SUMMARY:Kỳ họp thứ 14\\, khóa XIV", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR", ""])
SUMMARY = "SUMMARY:Kỳ họp thứ 14\\, khóa XIV"
must_fail("calendar", faults_of, {
    "good": GOOD,
    "line ends of another system": GOOD.replace("\r\n", "\n"),
    "a long line": broken(GOOD, (SUMMARY, SUMMARY + " dài" * 20)),
    "a letter cut in two": GOOD.encode().replace("ỳ".encode(), "ỳ".encode()[:2] + b"\r\n " + "ỳ".encode()[2:]),
    "a mark cut off": broken(GOOD, ("họp", "ho\r\n \u0323p")),
    "a comma that is not escaped": broken(GOOD, ("14\\,", "14,")),
    "no name": broken(GOOD, ("UID:a@a.example\r\n", "")),
    "a day that is a moment": broken(GOOD, ("VALUE=DATE:20230712", "VALUE=DATE:20230712T000000")),
    "an end before the beginning": broken(GOOD, ("20230713", "20230711")),
    "a component that stays open": broken(GOOD, ("END:VEVENT\r\n", "")),
    "a zone that is not described": broken(GOOD, ("DTSTART;VALUE=DATE:20230712", "DTSTART;TZID=X/Y:20230712T080000")),
    "an unknown status": broken(GOOD, ("CONFIRMED", "PERHAPS")),
    "one name twice": broken(GOOD, ("END:VCALENDAR", GOOD[GOOD.index("BEGIN:VEVENT"):GOOD.index("END:VCALENDAR")]
                                    + "END:VCALENDAR")),
})
bad = on_disk(broken(GOOD, ("END:VEVENT\r\n", "BEGIN:VEVENT\r\n")), ".ics")
if not run("node", HERE / "parse.mjs", bad):
    raise SystemExit("calendar: ical.js reads what is broken")

check = Check("calendar")
paths = files("**/*.ics")
for batch in in_batches(paths):
    done = subprocess.run(["node", str(HERE / "parse.mjs"), *map(str, batch)], capture_output=True, text=True)
    if done.returncode != 0:
        check.fault("ical.js", done.stderr.strip().splitlines()[-6:])
        continue
    for path, line in zip(batch, done.stdout.splitlines(), strict=True):
        check.looked_at += 1
        raw = path.read_bytes()
        for fault in faults_of(raw):
            check.fault(path, fault)
        others = [(event["uid"], event["start"], event["summary"], event["description"] or "")
                  for event in json.loads(line)]
        own = [(uid, start.isoformat()[:19], summary, words) for uid, start, summary, words in read(raw)]
        if own != others:
            check.fault(path, "two libraries read different events")
check.finish()
