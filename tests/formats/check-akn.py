"""Akoma Ntoso 3.0: the schema of OASIS, and what it lets through: names that lead nowhere, provisions that the page does
not have, words that the page does not have."""

import re
import xml.etree.ElementTree as ElementTree

from formats import SCHEMAS, Check, broken, in_batches, must_fail, on_disk, run, sites

SCHEMA = SCHEMAS / "akn" / "akomantoso30.xsd"
NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
HIERARCHY = ["part", "chapter", "section", "subsection", "article", "paragraph", "subparagraph", "point"]


def xml_faults(paths):
    return run("xmllint", "--noout", "--nonet", "--schema", SCHEMA, *paths)


def own_faults(text, page=None):
    root = ElementTree.fromstring(text)
    faults = []
    ids = [node.get("eId") for node in root.iter() if node.get("eId")]
    if len(ids) != len(set(ids)):
        faults.append("an eId stands there twice")
    for node in root.iter():
        name = node.tag.removeprefix(NAMESPACE)
        for attribute in ["href", "source", "refersTo", "as", "dictionary"]:
            target = node.get(attribute, "")
            # Links of the text may name places of the page that are none of the text.
            if target.startswith("#") and target[1:] not in ids and name not in ("a", "ref"):
                faults.append(f"{name}: {target} is nowhere")
        if name in HIERARCHY and not (node.get("eId") and node.get("wId")):
            faults.append(f"{name} without eId and wId")
    works = {node.get("value", "") for node in root.iter(NAMESPACE + "FRBRuri")}
    if not all(re.fullmatch(r"/akn/vn/(act|doc)(/[\w.@-]+)+", work) for work in works):
        faults.append(f"no name by the convention: {works}")
    countries = {node.get("value") for node in root.iter(NAMESPACE + "FRBRcountry")}
    languages = {node.get("language") for node in root.iter(NAMESPACE + "FRBRlanguage")}
    if countries != {"vn"} or languages != {"vie"}:
        faults.append(f"country {countries}, language {languages}")
    if page is not None:
        for anchor in {node.get("wId") for node in root.iter() if node.get("wId")}:
            if not re.search(f' id="?{re.escape(anchor)}[" >]', page):
                faults.append(f"the page has no place {anchor}")
    return faults


def faults_of(text):
    return xml_faults([on_disk(text, ".xml")]) or own_faults(text)


check = Check("Akoma Ntoso")
paths = [path for folder in sites() for path in sorted(folder.rglob("akn.xml"))]
samples = [path.read_text() for path in paths]
sample = next(text for text in samples if all(f"<{name} " in text for name in ["article", "paragraph", "ref"]))
first = re.search(r'<article eId="([^"]+)"', sample)[1]
must_fail("Akoma Ntoso", faults_of, {
    "good": sample,
    "not well-formed": broken(sample, ("</article>", "")),
    "another element": broken(sample, ("<num>", "<number>"), ("</num>", "</number>")),
    "a block where provisions stand": broken(sample, ("<body>", "<body><p>lost</p>")),
    "no country": re.sub('<FRBRcountry value="vn"/>', "", sample),
    "another language": broken(sample, ('language="vie"', 'language="deu"')),
    "a day that is none": re.sub('<FRBRdate date="[^"]*"', '<FRBRdate date="12/7/2023"', sample),
    "a day without a name": re.sub('(<FRBRdate date="[^"]*") name="[^"]*"', r"\1", sample, count=1),
    "one eId twice": broken(sample, ("<body>", f'<body><article eId="{first}" wId="x"><content><p/></content></article>')),
    "no eId": re.sub(r'<article eId="[^"]+" ', "<article ", sample, count=1),
    "an author who is nowhere": re.sub('<FRBRauthor href="[^"]*"', '<FRBRauthor href="#nobody"', sample),
    "no name by the convention": re.sub('<FRBRuri value="[^"]*"', '<FRBRuri value="x"', sample, count=1),
})
must_fail("Akoma Ntoso beside its page", lambda page: own_faults(sample, page), {
    "good": paths[samples.index(sample)].with_name("index.html").read_text(),
    "a page without provisions": "<p>nothing</p>",
})
for batch in in_batches(paths):
    for fault in xml_faults(batch):
        if not fault.endswith(" validates"):
            check.fault("", fault)
for path, text in zip(paths, samples):
    check.looked_at += 1
    for fault in own_faults(text, path.with_name("index.html").read_text()):
        check.fault(path, fault)
check.finish()
