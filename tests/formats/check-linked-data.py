"""JSON-LD in the heads of pages, held against the vocabulary of schema.org 30: known types, known properties of these
types, values of the right sort, whole addresses, days as ISO 8601."""

import csv
import html
import json
import re

from formats import SCHEMAS, Check, broken, must_fail, sites

DAY = r"\d{4}(-\d\d(-\d\d)?)?"
ADDRESS = r"https?://[^\s<>\"{}|\\^`]+"
DATA_TYPES = {"Text", "URL", "Date", "DateTime", "Time", "Number", "Integer", "Float", "Boolean", "PronounceableText",
              "CssSelectorType", "XPathType"}


def table(name):
    with open(SCHEMAS / "schemaorg" / name, newline="", encoding="utf-8") as file:
        return {row["label"]: row for row in csv.DictReader(file)}


TYPES, PROPERTIES = table("types.csv"), table("properties.csv")


def ancestors(kind):
    """A type and all above it."""
    found, todo = set(), [kind]
    while todo:
        one = todo.pop()
        if one not in found and one in TYPES:
            found.add(one)
            todo += TYPES[one]["subTypeOf"].split()
    return found


def value_faults(owner, name, value):
    ranges = set(PROPERTIES[name]["rangeIncludes"].split()) if name in PROPERTIES else set()
    if isinstance(value, dict):
        kinds = ancestors(value.get("@type", ""))
        # A role stands between a thing and the value of the property that it repeats.
        if "Role" in kinds:
            return [] if name in value else [f"{owner}.{name}: a role without {name}"]
        return [] if kinds & ranges else [f"{owner}.{name}: no {value.get('@type')} belongs there"]
    if isinstance(value, bool) or value is None:
        return [f"{owner}.{name}: {value}"]
    if isinstance(value, int):
        return [] if ranges & {"Integer", "Number", "Text"} else [f"{owner}.{name}: a number"]
    if not isinstance(value, str) or not value.strip():
        return [f"{owner}.{name}: {value!r} is empty or of no sort"]
    if ranges & {"Date", "DateTime"} and "Text" not in ranges:
        return [] if re.fullmatch(DAY, value) else [f"{owner}.{name}: {value!r} is no day"]
    if re.fullmatch("https://schema.org/(.*)", value):
        member = TYPES.get(value.rsplit("/", 1)[-1])
        is_member = member and member["enumerationtype"] and set(ancestors(member["enumerationtype"])) & ranges
        return [] if is_member else [f"{owner}.{name}: {value} is none of {sorted(ranges)}"]
    if "URL" in ranges and "Text" not in ranges or name == "item":
        return [] if re.fullmatch(ADDRESS, value) else [f"{owner}.{name}: {value!r} is no whole address"]
    return [] if ranges & {"Text", "URL"} else [f"{owner}.{name}: words where one of {sorted(ranges)} belongs"]


def thing_faults(thing, above=None):
    kind = thing.get("@type")
    if kind not in TYPES:
        return [f"no type {kind!r}"]
    if TYPES[kind]["supersededBy"]:
        return [f"{kind} is given up"]
    faults = []
    if "@id" in thing and not re.fullmatch(ADDRESS, thing["@id"]):
        faults.append(f"{kind}: {thing['@id']!r} is no whole address")
    kinds = ancestors(kind)
    for name, value in thing.items():
        if name in ("@type", "@id", "@context") or name.startswith("query-input"):
            continue
        if name not in PROPERTIES:
            faults.append(f"{kind}: no property {name!r}")
            continue
        if PROPERTIES[name]["supersededBy"]:
            faults.append(f"{kind}: {name} is given up")
        is_repeated = "Role" in kinds and name == above
        if not is_repeated and not kinds & set(PROPERTIES[name]["domainIncludes"].split()):
            faults.append(f"{kind} has no property {name!r}")
        values = value if isinstance(value, list) else [value]
        if not values:
            faults.append(f"{kind}.{name} is an empty list")
        for one in values:
            faults += value_faults(kind, name, one)
            if isinstance(one, dict):
                faults += thing_faults(one, name)
    return faults


def faults_of(text):
    try:
        data = json.loads(text)
    except ValueError as error:
        return [str(error)]
    if data.get("@context") != "https://schema.org":
        return [f"the context is {data.get('@context')!r}"]
    things = data.get("@graph", [data])
    faults = [fault for thing in things for fault in thing_faults(thing)]
    for thing in things:
        if thing.get("@type") == "BreadcrumbList":
            items = thing.get("itemListElement", [])
            if [item.get("position") for item in items] != list(range(1, len(items) + 1)) or len(items) < 2:
                faults.append("the crumbs are not counted from 1")
            if not all(item.get("item") and item.get("name") for item in items):
                faults.append("a crumb without name or address")
    return faults


GOOD = json.dumps({"@context": "https://schema.org", "@graph": [
    {"@type": "Legislation", "@id": "https://a.example/1/", "url": "https://a.example/1/", "name": "A",
     "legislationDate": "2023-07-12", "legislationLegalForce": "https://schema.org/InForce",
     "legislationPassedBy": {"@type": "GovernmentOrganization", "@id": "https://a.example/b/", "name": "B"},
     "legislationAmends": [{"@type": "Legislation", "@id": "https://a.example/2/"}],
     "encoding": [{"@type": "LegislationObject", "contentUrl": "https://a.example/1/akn.xml"}]},
    {"@type": "Person", "name": "C", "memberOf": [
        {"@type": "OrganizationRole", "roleName": "D", "startDate": "2021",
         "memberOf": {"@type": "Organization", "name": "E"}}]},
    {"@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "F", "item": "https://a.example/"},
        {"@type": "ListItem", "position": 2, "name": "A", "item": "https://a.example/1/"}]},
]})
must_fail("JSON-LD", faults_of, {
    "good": GOOD,
    "no JSON": GOOD[:-1],
    "no context": broken(GOOD, ('"@context"', '"context"')),
    "an unknown type": broken(GOOD, ('"Legislation"', '"Resolution"')),
    "an unknown property": broken(GOOD, ("legislationDate", "legislationDay")),
    "a property of another type": broken(GOOD, ('"roleName"', '"legislationType"')),
    "a day that is none": broken(GOOD, ("2023-07-12", "12/7/2023")),
    "an address that is not whole": broken(GOOD, ('"url": "https://a.example/1/"', '"url": "/1/"')),
    "an address with a gap": broken(GOOD, ("https://a.example/1/akn.xml", "https://a.example/1/a kn.xml")),
    "a force that is none": broken(GOOD, ("schema.org/InForce", "schema.org/EventCancelled")),
    "a value of another type": broken(GOOD, ("GovernmentOrganization", "Place")),
    "a role without what it is of": broken(GOOD, (', "memberOf": {', ', "worksFor": {')),
    "crumbs counted wrongly": broken(GOOD, ('"position": 2', '"position": 3')),
    "an empty value": broken(GOOD, ('"name": "C"', '"name": " "')),
})

check = Check("JSON-LD")
seen = set()
for folder in sites():
    for page in sorted(folder.rglob("*.html")):
        text = page.read_text()
        found = re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', text, re.S)
        if len(found) > 1:
            check.fault(page, "two blocks")
        for data in found:
            check.looked_at += 1
            faults = faults_of(data)
            for fault in faults:
                check.fault(page, fault)
            if not faults:
                parsed = json.loads(data)
                seen |= {thing["@type"] for thing in parsed.get("@graph", [parsed])}
                canonical = re.search(r'<link rel="?canonical"? href="?([^" >]*)', text)
                subject = parsed.get("@graph", [parsed])[0]
                if canonical and "@id" in subject and subject["@id"] != html.unescape(canonical[1]):
                    check.fault(page, f"is about {subject['@id']}")
missing = {"Legislation", "Event", "Person", "BreadcrumbList", "WebSite"} - seen
if missing:
    check.fault("all sites", f"nothing is said of {sorted(missing)}")
check.finish()
