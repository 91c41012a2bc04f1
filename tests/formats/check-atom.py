"""Feeds: the grammar of RFC 4287 with jing, and what the grammar lets through."""

import re
import xml.etree.ElementTree as ElementTree

from formats import SCHEMAS, Check, broken, files, in_batches, must_fail, on_disk, run

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
MOST_ENTRIES = 50


def one(node, name):
    found = node.findall(ATOM + name)
    return (found[0].text or "") if len(found) == 1 else None


def own_faults(text):
    feed = ElementTree.fromstring(text)
    faults = []
    for name in ["id", "title", "updated"]:
        if not one(feed, name):
            faults.append(f"the feed has no {name}, or an empty one")
    links = {link.get("rel", "alternate"): link.get("href", "") for link in feed.findall(ATOM + "link")}
    for rel in ["self", "alternate"]:
        if not re.match("https?://", links.get(rel, "")):
            faults.append(f"the feed has no whole address for {rel}")
    has_author = feed.find(f"{ATOM}author/{ATOM}name") is not None
    entries = feed.findall(ATOM + "entry")
    if not 0 < len(entries) <= MOST_ENTRIES:
        faults.append(f"{len(entries)} entries")
    ids = [one(entry, "id") for entry in entries]
    if len(set(ids)) != len(ids):
        faults.append("two entries have one id")
    if one(feed, "id") in ids:
        faults.append("an entry has the id of the feed")
    for entry in entries:
        name = one(entry, "id")
        if not name or not re.match(r"(https?://|tag:)\S+$", name):
            faults.append(f"{name!r} is no permanent id")
        if not has_author and entry.find(ATOM + "author") is None:
            faults.append(f"{name} has no author")
        if one(entry, "title") is None:
            faults.append(f"{name} has no title")
        alternates = [link for link in entry.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
        if len(alternates) != 1 or not re.match("https?://", alternates[0].get("href", "")):
            faults.append(f"{name} has no page of its own")
        for day in ["updated", "published"]:
            if entry.find(ATOM + day) is not None and not re.fullmatch(MOMENT, one(entry, day) or ""):
                faults.append(f"{name}: {day} is no moment")
        if one(entry, "published") and one(entry, "published") > (one(entry, "updated") or ""):
            faults.append(f"{name} was changed before it was published")
    days = [one(entry, "updated") or "" for entry in entries]
    if days != sorted(days, reverse=True):
        faults.append("the entries do not run from new to old")
    # Never the moment of the build: the feed is as new as its newest entry.
    if days and one(feed, "updated") != max(days):
        faults.append("the feed is newer or older than its newest entry")
    return faults


def faults_of(text):
    return run("jing", SCHEMAS / "atom.rng", on_disk(text, ".xml")) or own_faults(text)


GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>https://a.example/feed.xml</id><title>A</title><updated>2023-07-12T00:00:00+07:00</updated>
<author><name>B</name></author>
<link rel="self" href="https://a.example/feed.xml"/><link rel="alternate" href="https://a.example/"/>
<entry><id>https://a.example/1/</id><title>1</title><updated>2023-07-12T00:00:00+07:00</updated>
<link rel="alternate" href="https://a.example/1/"/></entry>
<entry><id>https://a.example/2/</id><title>2</title><updated>2023-07-11T00:00:00+07:00</updated>
<link rel="alternate" href="https://a.example/2/"/></entry>
</feed>
"""
must_fail("atom", faults_of, {
    "good": GOOD,
    "not well-formed": broken(GOOD, ("</feed>", "")),
    "an entry without id": broken(GOOD, ("<id>https://a.example/1/</id>", "")),
    "a day in the place of a moment": broken(GOOD, ("2023-07-11T00:00:00+07:00", "2023-07-11")),
    "another element": broken(GOOD, ("<title>2</title>", "<title>2</title><date>2023</date>")),
    "no author": broken(GOOD, ("<author><name>B</name></author>", "")),
    "one id twice": broken(GOOD, ("<id>https://a.example/2/</id>", "<id>https://a.example/1/</id>")),
    "no page": broken(GOOD, ('<link rel="alternate" href="https://a.example/2/"/>', "")),
    "the moment of a build": broken(GOOD, ("<updated>2023-07-12", "<updated>2026-01-01")),
    "no entries": re.sub("<entry>.*</entry>", "", GOOD, flags=re.DOTALL),
    "not in order": broken(GOOD, ("2023-07-11T00", "2023-07-12T01")),
})

check = Check("atom")
paths = files("**/feed.xml")
for batch in in_batches(paths):
    for fault in run("jing", SCHEMAS / "atom.rng", *batch):
        check.fault("jing", fault)
for path in paths:
    check.looked_at += 1
    for fault in own_faults(path.read_text()):
        check.fault(path, fault)
    # The page beside it, or the home page, names the feed.
    html = (path.parent / "index.html").read_text()
    if "application/atom+xml" not in html or "feed.xml" not in html:
        check.fault(path, "the page beside it does not name it")
check.finish()
