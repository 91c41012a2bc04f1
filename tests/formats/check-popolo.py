"""Popolo: the schemas of the specification (JSON Schema draft 3), and what they let through: members they do not know,
names that lead nowhere, addresses that are none."""

import json
import re

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from formats import SCHEMAS, Check, broken, must_fail, sites

LISTS = {"people": "person", "organizations": "organization", "memberships": "membership"}
DOCUMENTS = {path.stem: json.loads(path.read_text()) for path in (SCHEMAS / "popolo").glob("*.json")}
REGISTRY = Registry().with_resources(
    (f"http://www.popoloproject.com/schemas/{name}.json", Resource(contents=document, specification=DRAFT3))
    for name, document in DOCUMENTS.items()
)
VALIDATORS = {
    kind: jsonschema.Draft3Validator(DOCUMENTS[kind], registry=REGISTRY, format_checker=jsonschema.FormatChecker())
    for kind in LISTS.values()
}


def faults_of(files):
    faults = []
    ids = {}
    for name, items in files.items():
        ids[name] = [item.get("id") for item in items]
        if len(set(ids[name])) != len(items):
            faults.append(f"{name}: an id stands there twice")
        kind = LISTS[name]
        for item in items:
            where = item.get("id", name)
            faults += [f"{where}: {error.message}" for error in VALIDATORS[kind].iter_errors(item)]
            faults += [f"{where}: no member {member}" for member in item if member not in DOCUMENTS[kind]["properties"]]
            if not item.get("id"):
                faults.append(f"{where}: no id")
            if name != "memberships" and not str(item.get("name", "")).strip():
                faults.append(f"{where}: no name")
            for link in item.get("links", []) + item.get("sources", []):
                if not re.fullmatch(r"https?://[!-~]+", str(link.get("url"))):
                    faults.append(f"{where}: {link.get('url')!r} is no whole address")
    for item in files["memberships"]:
        if item.get("person_id") not in ids["people"]:
            faults.append(f"{item.get('id')}: nobody is {item.get('person_id')}")
        if "organization_id" in item and item["organization_id"] not in ids["organizations"]:
            faults.append(f"{item.get('id')}: there is no {item['organization_id']}")
    for item in files["organizations"]:
        if "parent_id" in item and item["parent_id"] not in ids["organizations"]:
            faults.append(f"{item.get('id')}: there is no {item['parent_id']}")
    return faults


def read(folder):
    return {path.stem: json.loads(path.read_text()) for path in sorted(folder.glob("*/popolo/*.json"))}


def changed(files, *changes):
    return json.loads(broken(json.dumps(files), *changes))


check = Check("Popolo")
sample = read(sites()[0])
must_fail("Popolo", faults_of, {
    "good": sample,
    "a day that is none": changed(sample, ('"start_date": "20', '"start_date": "12/7/20')),
    "a name that is a number": changed(sample, ('"name": "', '"name": 1, "note": "')),
    "an unknown member": changed(sample, ('"role": ', '"office": ')),
    "nobody's office": {**sample, "people": sample["people"][1:]},
    "an office of nothing": {**sample, "organizations": []},
    "one id twice": {**sample, "people": sample["people"] + sample["people"][:1]},
    "a link that is not whole": changed(sample, ('"url": "https://', '"url": "')),
    "a link without address": changed(sample, ('"links": [{"url"', '"links": [{"note"')),
})
for folder in sites():
    files = read(folder)
    if set(files) != set(LISTS):
        check.fault(folder, f"has {sorted(files)}")
        continue
    check.looked_at += len(files)
    for fault in faults_of(files):
        check.fault(folder, fault)
check.finish()
