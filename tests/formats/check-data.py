"""The open data: CSV as Python reads it, JSON by the schemas that are published with it, sums and counts, the Frictionless
package, and the catalogue by the shapes of DCAT-AP."""

import csv
import hashlib
import io
import json
import pathlib
import re
import shutil
import tempfile
import warnings

import frictionless
import jsonschema
import pyshacl
import rdflib

from formats import SCHEMAS, Check, broken, must_fail, sites

warnings.filterwarnings("ignore")
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
SHAPES = rdflib.Graph().parse(SCHEMAS / "dcat-ap-3.0.1-shacl.ttl", format="turtle")


def figure(cell):
    """The number that a cell writes as the document does: a comma before decimals, points between thousands."""
    written = re.fullmatch(r"(-?[0-9]{1,3}(?:\.[0-9]{3})+|-?[0-9]+)(?:,([0-9]+))?", cell)
    if not written:
        return float(cell) if re.fullmatch(r"-?[0-9]+\.[0-9]+", cell) else None
    return float(f"{written[1].replace('.', '')}.{written[2] or 0}")


def csv_faults(raw, columns=None):
    """RFC 4180 with a byte order mark, and no cell that a spreadsheet program would take for a formula."""
    faults = []
    if not raw.startswith(b"\xef\xbb\xbf"):
        faults.append("no byte order mark")
    text = raw.decode("utf-8-sig")
    if not text.endswith("\r\n"):
        faults.append("the last line does not end with CRLF")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return [*faults, str(error)]
    unquoted = "".join(text.split('"')[::2])
    if "\n" in unquoted.replace("\r\n", ""):
        faults.append("a line ends with LF alone")
    if columns and rows[0] != columns:
        faults.append(f"the columns are {rows[0]}")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(rows[0]):
            faults.append(f"row {number} has {len(row)} cells")
        for cell in row:
            if cell.lstrip(" \u00a0\ufeff").startswith(FORMULA) and figure(cell) is None:
                faults.append(f"row {number} has a formula: {cell[:40]!r}")
    return faults


def schema_faults(schema, value):
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in validator.iter_errors(value)]


def meta_faults(schema):
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        return []
    except jsonschema.SchemaError as error:
        return [error.message]


def catalogue_faults(text):
    data = rdflib.Graph().parse(data=text, format="json-ld")
    conforms, _, words = pyshacl.validate(data, shacl_graph=SHAPES, inference="none")
    return [] if conforms and len(data) else [words]


def package_faults(path):
    report = frictionless.validate(str(path))
    faults = [str(error) for error in report.errors]
    for task in report.tasks:
        faults.extend(f"{task.place}: {error.message}" for error in task.errors)
    return faults


def cell_of(value):
    """What CSV has for a value of JSON, before the apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(value) if isinstance(value, list) else str(value)


def same(cell, value):
    """Whether a cell holds a value; words that look like a formula have an apostrophe in front, and those that begin with
    an apostrophe too, so taking one away always gives back what was there. A figure is a number in JSON, in CSV as written."""
    want = cell_of(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and figure(cell) == value:
        return True
    return cell == want or cell == "'" + want


must_fail("figures", lambda pair: [] if same(*pair) else ["differs"], {
    "good": ("-1.250,5", -1250.5),
    "another number": ("9,8", 9.9),
    "a decimal point read as thousands": ("1.250", 1.25),
    "words": ("trên 11", 11.0),
})
GOOD_CSV = "\ufeffa,b\r\n1,\"x, \"\"y\"\"\"\r\n".encode()
must_fail("csv", csv_faults, {
    "good": GOOD_CSV,
    "no mark": GOOD_CSV[3:],
    "line ends": GOOD_CSV.replace(b"\r\n", b"\n"),
    "a quotation mark": GOOD_CSV.replace(b'""y""', b'"y"'),
    "a missing cell": GOOD_CSV.replace(b"1,", b""),
    "a formula": GOOD_CSV.replace(b"1,", b"=1+1,"),
    "a formula behind a space": GOOD_CSV.replace(b"1,", b" @SUM(A1),"),
    "a sum of figures": GOOD_CSV.replace(b"1,", b"-1+1,"),
})
assert csv_faults(GOOD_CSV.replace(b"1,", b'"-1.250,5",')) == [], "a figure below nothing is no formula"
must_fail("schema of schemas", meta_faults, {"good": {"type": "object"}, "a type that is none": {"type": "record"}})


def self_test(folder):
    """Breaks the files of a site that was built."""
    schema = json.loads(next(folder.glob("du-lieu/nghi-quyet.schema.json")).read_text())
    good = json.loads((folder / "du-lieu/nghi-quyet.json").read_text())[:1]
    change = lambda **more: [{**good[0], **more}]
    must_fail("json", lambda value: schema_faults(schema, value), {
        "good": good,
        "a day that is none": change(date="2023-02-30"),
        "a status that is none": change(status="ok"),
        "an unknown key": change(more=1),
        "a missing key": [{key: value for key, value in good[0].items() if key != "title"}],
        "no address": change(address="not an address"),
        "a number as text": change(files="1"),
        "no record": ["text"],
    })
    text = (folder / "du-lieu/catalog.jsonld").read_text()
    must_fail("dcat", catalogue_faults, {
        "good": text,
        "no title": text.replace('"dct:title"', '"dct:alternative"'),
        "no description": text.replace('"dct:description"', '"dct:abstract"'),
        "a publisher without a name": text.replace('"foaf:name"', '"foaf:nick"'),
        "no file": text.replace('"dcat:accessURL"', '"dcat:other"'),
        "a size in words": broken(text, ('"dcat:byteSize": {\n', '"dcat:byteSize": {"@value": "many"}, "x": {\n')),
    })
    copy = pathlib.Path(tempfile.mkdtemp()) / "data"
    shutil.copytree(folder / "du-lieu", copy)
    whole = (copy / "datapackage.json").read_text()

    def with_package(change):
        (copy / "datapackage.json").write_text(change(whole))
        return package_faults(copy / "datapackage.json")

    must_fail("frictionless", with_package, {
        "good": lambda text: text,
        "another sum": lambda text: broken(text, ('"hash": "sha256:', '"hash": "sha256:0000')),
        "another size": lambda text: text.replace('"bytes": ', '"bytes": 1'),
        "a column that is not there": lambda text: text.replace('"name": "title"', '"name": "heading"', 1),
        "another type": lambda text: text.replace('"type": "boolean"', '"type": "integer"'),
        "a file that is not there": lambda text: broken(text, ('nghi-quyet.csv', 'khong-co.csv')),
    })
    shutil.rmtree(copy.parent)


check = Check("data")
self_test(next(folder for folder in sites() if (folder / "du-lieu/nghi-quyet.json").is_file()))
for folder in sites():
    data = next(folder.glob("*/datapackage.json")).parent
    package = json.loads((data / "datapackage.json").read_text())
    page = (data / "index.html").read_text()
    for fault in package_faults(data / "datapackage.json"):
        check.fault(data / "datapackage.json", fault)
    for fault in catalogue_faults((data / "catalog.jsonld").read_text()):
        check.fault(data / "catalog.jsonld", fault)
    for path in sorted(data.glob("*.schema.json")):
        check.looked_at += 1
        for fault in meta_faults(json.loads(path.read_text())):
            check.fault(path, fault)
    for resource in package["resources"]:
        path = data / resource["path"]
        raw = path.read_bytes()
        columns = [field["name"] for field in resource["schema"]["fields"]]
        for fault in csv_faults(raw, columns):
            check.fault(path, fault)
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))[1:]
        records_path = path.with_suffix(".json")
        records = json.loads(records_path.read_text())
        schema = json.loads(path.with_suffix(".schema.json").read_text())
        for fault in schema_faults(schema, records)[:5]:
            check.fault(records_path, fault)
        if not len(rows) == len(records) == resource["rows"]:
            check.fault(path, f"{len(rows)} rows, {len(records)} records, {resource['rows']} told")
        for number, (row, record) in enumerate(zip(rows, records), 1):
            if list(record) != columns or not all(map(same, row, record.values())):
                check.fault(path, f"row {number} is not record {number}")
        for file in (path, records_path, path.with_suffix(".schema.json")):
            check.looked_at += 1
            if hashlib.sha256(file.read_bytes()).hexdigest() not in page:
                check.fault(file, "its sum does not stand on the page about the data")
check.finish()
