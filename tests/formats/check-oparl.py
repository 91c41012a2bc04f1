"""OParl 1.1: the schemas of the specification for each object, and what they let through: names that lead nowhere, days
and addresses that are none."""

import datetime
import json
import re

import jsonschema

from formats import SCHEMAS, Check, broken, must_fail, sites

FOLDER = SCHEMAS / "oparl-1.1"
PREFIX = "https://schema.oparl.org/1.1/"
LISTS = {"bodies": "Body", "organizations": "Organization", "people": "Person", "meetings": "Meeting", "papers": "Paper"}
VALIDATORS = {
    path.stem: jsonschema.Draft4Validator(json.loads(path.read_text()), format_checker=jsonschema.FormatChecker())
    for path in FOLDER.glob("*.json")
}
PROPERTIES = {name: validator.schema["properties"] for name, validator in VALIDATORS.items()}


def objects(value):
    """All objects of a value that have a type, those within others too."""
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def is_moment(text):
    try:
        return datetime.datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def is_day(text):
    try:
        return bool(datetime.date.fromisoformat(text)) and len(text) == 10
    except ValueError:
        return False


def shape_faults(item):
    """What the schema of an object says, and what it means and cannot say."""
    kind = str(item["type"]).removeprefix(PREFIX)
    if kind not in VALIDATORS:
        return [f"no type {item['type']!r}"]
    where = item.get("id", kind)
    faults = [f"{where}: {error.message}" for error in VALIDATORS[kind].iter_errors(item)]
    for name, value in item.items():
        rule = PROPERTIES[kind].get(name)
        if rule is None:
            faults.append(f"{where}: {kind} has no {name}")
            continue
        single = value if isinstance(value, list) else [value]
        form = rule.get("format") or rule.get("items", {}).get("format")
        holds = {"url": lambda text: re.fullmatch(r"https?://[!-~]+", text), "date-time": is_moment, "date": is_day}
        for one in single:
            if form in holds and not (isinstance(one, str) and holds[form](one)):
                faults.append(f"{where}.{name}: {one!r} is no {form}")
    return faults


def faults_of(files):
    """The faults of the files of a site together, by their names."""
    faults, ids, places, objects_by_id = [], [], {}, {}
    for name, data in files.items():
        address = data.get("id") if name == "system" else data.get("links", {}).get("self")
        places[name] = address
        if name != "system":
            items = data.get("data", [])
            if data.get("pagination", {}).get("totalElements") != len(items):
                faults.append(f"{name}: miscounted")
            faults += [f"{name}: holds {item['type']}" for item in items if item["type"] != PREFIX + LISTS[name]]
        for item in objects(data):
            faults += shape_faults(item)
            ids.append(item.get("id"))
            objects_by_id[item.get("id")] = item
            if address and not str(item.get("id", "")).startswith(address):
                faults.append(f"{item.get('id')} is not in its file {address}")
    if len(ids) != len(set(ids)):
        faults.append(f"an id stands there twice: {sorted(i for i in ids if ids.count(i) > 1)[:2]}")
    known = set(ids) | set(places.values())
    base = str(places.get("system", "")).removesuffix("system.json")
    for item in objects_by_id.values():
        kind = item["type"].removeprefix(PREFIX)
        for name, value in item.items():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str) and name != "type" and one.startswith(base) and one not in known:
                    faults.append(f"{item['id']}.{name}: {one} is nowhere")
                target = PROPERTIES.get(kind, {}).get(name, {}).get("references")
                found = objects_by_id.get(one) if isinstance(one, str) else None
                if found and target in VALIDATORS and found["type"] != PREFIX + target:
                    faults.append(f"{item['id']}.{name}: {one} is no {target}")
    return faults


def read(folder):
    """The files of a site; the folder of the data has a word of the site's own."""
    found = sorted(folder.glob("*/oparl/*.json"))
    return {path.stem: json.loads(path.read_text()) for path in found}


def changed(files, *changes):
    """The files of a sample with texts replaced."""
    return json.loads(broken(json.dumps(files), *changes))


check = Check("OParl")
sample = read(sites()[0])
must_fail("OParl", faults_of, {
    "good": sample,
    "another version": changed(sample, ('"oparlVersion": "https://schema.oparl.org/1.1/"', '"oparlVersion": "1.1"')),
    "no type of OParl": changed(sample, (PREFIX + "Person", PREFIX + "Human")),
    "a body without its papers": changed(sample, ('"paper": "http', '"papers": "http')),
    "a word for yes or no": changed(sample, ('"cancelled": false', '"cancelled": "no"')),
    "a moment without zone": changed(sample, ("+07:00", "")),
    "a day that is none": changed(sample, ('"date": "20', '"date": "12/7/20')),
    "an address that is not whole": changed(sample, ('"web": "https://', '"web": "')),
    "one id twice": {**sample, "people": {**sample["people"], "data": sample["people"]["data"][:1] * 2}},
    "a member of nothing":
        {**sample, "organizations": {**sample["organizations"], "data": [], "pagination": {"totalElements": 0}}},
    "miscounted": changed(sample, ('"totalElements": ', '"totalElements": 9')),
})
for folder in sites():
    files = read(folder)
    if set(files) != {"system", *LISTS}:
        check.fault(folder, f"has {sorted(files)}")
    check.looked_at += len(files)
    for fault in faults_of(files):
        check.fault(folder, fault)
check.finish()
