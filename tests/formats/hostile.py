"""Writes a portal whose fields hold what breaks formats: `hostile.py CONGBAO FOLDER [CORPORA]`.

Strings that break XML, CSV, JSON and calendars stand in every field that takes words. With the collection of real texts
and hostile strings, kept apart from the project, those are in it too. Bodies that the program at the path CONGBAO refuses,
since a browser would hide a part of their words, are taken out again: no format is ever made of them.
"""

import gzip
import json
import pathlib
import subprocess
import sys

STRINGS = [
    "]]> <b>&amp; \"'</b> <!-- --> <?x?>",
    "=HYPERLINK(\"https://a.example\";\"x\")", "+84 203 123", "-0,5%", "@SUM(A1:A9)", "'=1", " =1+1", "＝1",
    "dấu phẩy, chấm phẩy; gạch chéo \\ và \\n, \\, \\;",
    "BEGIN:VEVENT\\nEND:VCALENDAR",
    "ho\u0323\u0302i\u0300 " * 60,
    "A" + "\u0301" * 200,
    "\u202eđảo chiều\u202c \u200bkhông \ufeffrộng",
    "😀👨‍👩‍👧‍👦 🇻🇳" * 12,
    "một dòng rất dài " * 400,
    "\ufffe\uffff\U0001ffff \u0085\u2028\u2029",
    "# tiêu đề * sao _ gạch ` nháy | cột [x](y) {#z} <i> ~~ ^ $ 1. 1) - + >",
    "null", "true", "2023-07-12", "128/NQ-HĐND", "%s %n {title} {{ title }}",
]
LEFT_OUT = 40


def corpora(folder):
    """Strings for fields, and bodies with their titles."""
    if folder is None:
        return [], []
    strings, bodies = [], []
    for name, key in [("blns", "s"), ("xss", "payload")]:
        with gzip.open(folder / "robustness" / f"{name}.jsonl.gz", "rt") as lines:
            strings += [json.loads(line)[key] for line in lines]
    for name in ["commonmark-0.31.2", "gfm-spec-0.29"]:
        with gzip.open(folder / "robustness" / f"{name}.jsonl.gz", "rt") as lines:
            bodies += [(f"{name} {at}", json.loads(line)["markdown"], None) for at, line in enumerate(lines)]
    for path in sorted((folder / "documents").glob("*.jsonl.gz")):
        with gzip.open(path, "rt") as lines:
            for _, line in zip(range(LEFT_OUT), lines):
                record = json.loads(line)
                bodies.append((record["title"], record["body_markdown"], record["date"]))
    return strings, bodies


def main():
    congbao, root = sys.argv[1], pathlib.Path(sys.argv[2])
    found = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    strings, bodies = corpora(found)
    strings = [text for text in STRINGS + strings if text.strip()]

    def write(path, fields, body=""):
        path = root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
        path.write_bytes(f"---\n{front}---\n\n{body}\n".encode("utf-8", "replace"))

    (root / "content").mkdir(parents=True)
    (root / "congbao.yaml").write_text(
        "title: \"Cổng & thử, ; \\\\ <x>\"\nbase_url: https://Thu.example:8443/hdnd/\nlicence: \"Tự do, ghi nguồn\"\n"
        "organization: \"HĐND tỉnh <Thử> & ; ,\"\ncontact: {email: \"a b@thu.example\"}\n")
    for at, text in enumerate(strings):
        day = f"20{10 + at % 15:02}-{at % 12 + 1:02}-{at % 28 + 1:02}"
        common = {"title": f"{text} {at}", "slug": f"x{at}", "summary": text, "updated": f"2025-01-{at % 28 + 1:02}",
                  "source": {"name": text, "date": day}}
        write(f"content/resolutions/r{at}.md", {
            **common, "date": day, "vote": {"for": at, "statement": text},
            "targets": [{"indicator": text, "value": text, "unit": text, "scope": text}],
        }, f"Điều 1. {text}\n\n1. {text}\n\na) {text}\n\n| {text} | b |\n| --- | --- |\n| {text} | c |\n")
        write(f"content/reports/b{at}.md", {**common, "date": day, "statistics": {"a": text}}, text)
        write(f"content/news/n{at}.md", {**common, "date": day, "place": text}, f"- {text}\n\n> {text}\n")
        write(f"content/sessions/s{at}.md", {
            **common, "start": day, "venue": text, "state": ["scheduled", "held", "postponed", "cancelled"][at % 4],
            "agenda": [{"day": day, "time": "08:00", "title": text, "presenter": text}, {"title": text, "time": text}],
        })
        write(f"content/topics/t{at}.md", {"title": f"{text} {at}", "slug": f"t{at}"})
    for at, (title, body, date) in enumerate(bodies):
        kind = ["resolutions", "reports", "news"][at % 3]
        fields = {"title": f"{title} {at}", "slug": f"c{at}"} | ({"date": date} if date else {})
        write(f"content/{kind}/c{at}.md", fields, body)
    take_out_refused(congbao, root)


def take_out_refused(congbao, root):
    """Removes the documents with words that would be hidden; any other error, or too many of these, is a fault."""
    told = subprocess.run([congbao, "--root", root, "check", "--format", "json"], capture_output=True)
    errors = [problem for problem in json.loads(told.stdout)["problems"] if problem["severity"] == "error"]
    others = [problem for problem in errors if problem["code"] != "hidden-text"]
    assert not others, others[:3]
    refused = {problem["file"] for problem in errors}
    written = sum(1 for _ in (root / "content").rglob("*.md"))
    assert len(refused) * 10 <= written, f"{len(refused)} of {written} documents are refused"
    for path in refused:
        (root / path).unlink()


main()
