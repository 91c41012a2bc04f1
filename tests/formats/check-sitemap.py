"""The site map for crawlers: the schema of sitemaps.org, and what it lets through. Also `robots.txt`, and the description
of the search where its schema is at hand (it may not be handed on, so it is not kept here)."""

import html
import pathlib
import re
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlsplit

from formats import ROOT, SCHEMAS, Check, broken, in_batches, must_fail, on_disk, run, sites

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HIDDEN = re.compile('<meta (name="?robots"? content="?noindex"?|content="?noindex"? name="?robots"?)')
MOST_ADDRESSES, MOST_BYTES = 50_000, 50 * 1024 * 1024
OPEN_SEARCH = ROOT.parent / "shared" / "schemas" / "opensearch.xsd"


def xml_faults(schema, paths):
    return run("xmllint", "--noout", "--nonet", "--schema", schema, *paths)


def own_faults(text, is_index=False):
    """Rules of the protocol that no schema tells."""
    root = ElementTree.fromstring(text)
    faults = []
    if root.tag != NAMESPACE + ("sitemapindex" if is_index else "urlset"):
        return [f"the root is {root.tag}"]
    addresses = [node.text or "" for node in root.iter(NAMESPACE + "loc")]
    if not 0 < len(addresses) <= MOST_ADDRESSES:
        faults.append(f"{len(addresses)} addresses")
    if len(text.encode()) > MOST_BYTES:
        faults.append("more than 50 MiB")
    if len(set(addresses)) != len(addresses):
        faults.append("an address stands there twice")
    if len({urlsplit(address)[:2] for address in addresses}) > 1:
        faults.append("addresses of several hosts")
    for address in addresses:
        if not re.fullmatch(r"https?://[!-~]+", address) or len(address) >= 2048:
            faults.append(f"{address!r} is no whole address")
    for node in root.iter(NAMESPACE + "lastmod"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", node.text or ""):
            faults.append(f"lastmod {node.text!r} is no day")
    return faults


def description_faults(path):
    """The schema, and the elements that OpenSearch 1.1 requires and it does not."""
    faults = xml_faults(OPEN_SEARCH, [path])
    text = pathlib.Path(path).read_text()
    for name in ("ShortName", "Description"):
        if not re.search(f"<{name}>\\s*[^<\\s][^<]*</{name}>", text):
            faults.append(f"no {name}")
    short = re.search("<ShortName>([^<]*)</ShortName>", text)
    if short and len(html.unescape(short[1])) > 16:
        faults.append("the short name has more than 16 letters")
    return faults


def faults_of(text):
    return xml_faults(SCHEMAS / "sitemap.xsd", [on_disk(text, ".xml")]) or own_faults(text)


GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/</loc></url>
<url><loc>https://a.example/b/</loc><lastmod>2023-07-12</lastmod></url>
</urlset>
"""
must_fail("sitemap", faults_of, {
    "good": GOOD,
    "not well-formed": broken(GOOD, ("</loc>", "")),
    "another element": broken(GOOD, ("<lastmod>2023-07-12</lastmod>", "<changed>2023-07-12</changed>")),
    "a day that is none": broken(GOOD, ("2023-07-12", "12/7/2023")),
    "no address": broken(GOOD, ("<loc>https://a.example/</loc>", "")),
    "twice the same": broken(GOOD, ("https://a.example/b/", "https://a.example/")),
    "another host": broken(GOOD, ("https://a.example/b/", "https://b.example/b/")),
})


def page_of(folder, address, base):
    """The file that an address of a site is served from."""
    path = address[len(base):]
    return folder / (path + "index.html" if path.endswith("/") or not path else path)


check = Check("sitemap")
for folder in sites():
    path = folder / "sitemap.xml"
    text = path.read_text()
    parts = [path]
    if "<sitemapindex" in text:
        for fault in own_faults(text, is_index=True):
            check.fault(path, fault)
        parts = sorted(folder.glob("sitemap-*.xml"))
        named = {address.rsplit("/", 1)[-1] for address in re.findall(r"<loc>([^<]*)</loc>", text)}
        if named != {part.name for part in parts}:
            check.fault(path, "does not name the files that there are")
    for batch in in_batches(parts):
        for fault in xml_faults(SCHEMAS / "sitemap.xsd", batch):
            check.fault(path, fault)
    listed = set()
    base = min(re.findall(r"<loc>([^<]*)</loc>", parts[0].read_text()), key=len)
    for part in parts:
        check.looked_at += 1
        for fault in own_faults(part.read_text()):
            check.fault(part, fault)
        listed.update(re.findall(r"<loc>([^<]*)</loc>", part.read_text()))
    robots = (folder / "robots.txt").read_text()
    if f"Sitemap: {base}sitemap.xml" not in robots.splitlines():
        check.fault(folder / "robots.txt", f"does not name the site map of {base}")
    # Every page is listed, but those that say they are not to be; and nothing else is.
    pages = {page_of(folder, address, base) for address in listed}
    for page in folder.rglob("*.html"):
        hidden = HIDDEN.search(page.read_text()) is not None
        if hidden == (page in pages):
            check.fault(page, "is hidden and listed" if hidden else "is a page and not listed")
    for page in pages:
        if not page.is_file():
            check.fault(page, "is listed and not there")
    if OPEN_SEARCH.is_file():
        for description in folder.rglob("opensearch.xml"):
            check.looked_at += 1
            for fault in description_faults(description):
                check.fault(description, fault)
if OPEN_SEARCH.is_file():
    sample = next(pathlib.Path(sites()[0]).rglob("opensearch.xml")).read_text()
    must_fail("opensearch", lambda text: description_faults(on_disk(text, ".xml")), {
        "good": sample,
        "no description": re.sub("<Description>[^<]*</Description>", "", sample),
        "another element": sample.replace("</ShortName>", "</ShortName><Wrong/>"),
    })
check.finish()
