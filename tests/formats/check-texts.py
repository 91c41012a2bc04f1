"""What lies beside the page of each text: JSON by the schema that is published with the data, plain text, Markdown."""

import json
import pathlib
import re
import unicodedata

import jsonschema

from formats import Check, must_fail, sites


def schema_of(folder):
    schema = json.loads(next(folder.glob("*/document.schema.json")).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def json_faults(validator, record, html):
    faults = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
              for error in validator.iter_errors(record)]
    if faults:
        return faults
    ids = set(re.findall(r"\bid=\"?([^\s\">]+)", html))
    anchors = [provision["anchor"] for provision in record["provisions"]]
    faults += [f"the page has no place {anchor}" for anchor in anchors if anchor not in ids]
    if len(set(anchors)) != len(anchors):
        faults.append("an anchor stands there twice")
    return faults


def text_faults(raw):
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return [str(error)]
    faults = []
    if not text.endswith("\n") or "\r" in text:
        faults.append("its lines do not end with LF")
    if any(unicodedata.category(letter) == "Cc" and letter not in "\t\n" for letter in text):
        faults.append("a control character")
    return faults


must_fail("text", text_faults, {
    "good": "Điều 1\n".encode(),
    "cut in a letter": "Điều".encode()[:3],
    "no end": b"a",
    "a control character": b"a\x00\n",
})

check = Check("texts")
tested = False
for folder in sites():
    validator = schema_of(folder)
    for path in sorted(folder.rglob("*.json")):
        if path.stem != path.parent.name:
            continue
        html = (path.parent / "index.html").read_text()
        record = json.loads(path.read_text())
        if not tested and record["provisions"]:
            tested = True
            first = record["provisions"][0]
            must_fail("document", lambda value: json_faults(validator, value, html), {
                "good": record,
                "a missing key": {key: value for key, value in record.items() if key != "citations"},
                "an unknown kind": {**record, "kind": "law"},
                "a day that is none": {**record, "date": "2023-13-01"},
                "a place that is none": {**record, "provisions": [{**first, "anchor": "dieu-0"}]},
                "a status that is none": {**record, "validity": {**(record["validity"] or {}), "status": "ok"}},
            })
        check.looked_at += 1
        for fault in json_faults(validator, record, html):
            check.fault(path, fault)
        for form in ("txt", "md"):
            other = path.with_suffix("." + form)
            for fault in text_faults(other.read_bytes()):
                check.fault(other, fault)
            if other.name not in html:
                check.fault(other, "its page does not name it")
if not tested:
    check.fault("all sites", "no text has a provision")
check.finish()
