"""What all checks of formats share: the files of built sites, faults told together, and the proof that a check can fail.

Each check is a program `check-NAME.py FOLDER...`. It is given the folders of built sites, tells every fault and ends with
1 if there is one. Before it looks at a site it breaks good samples in several ways and wants to see each break: a check
that finds nothing because it looks at nothing is a fault too.
"""

import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCHEMAS = ROOT / "tests" / "schemas"
MOST_SHOWN = 20


class Check:
    """Collects faults; `name` is what the check is called."""

    def __init__(self, name):
        self.name = name
        self.faults = []
        self.looked_at = 0

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def finish(self):
        for fault in self.faults[:MOST_SHOWN]:
            print(f"  {fault}")
        if len(self.faults) > MOST_SHOWN:
            print(f"  and {len(self.faults) - MOST_SHOWN} more")
        if self.looked_at == 0:
            print(f"  {self.name}: nothing was looked at")
        verdict = "FAULTS" if self.faults or self.looked_at == 0 else "valid"
        print(f"{self.name}: {self.looked_at} files, {verdict}")
        sys.exit(1 if self.faults or self.looked_at == 0 else 0)


def sites():
    """The folders that were given."""
    folders = [pathlib.Path(argument) for argument in sys.argv[1:]]
    if not folders or not all(folder.is_dir() for folder in folders):
        sys.exit(f"usage: {sys.argv[0]} FOLDER...")
    return folders


def files(pattern):
    """The files of all sites that a pattern names, in order."""
    return [path for folder in sites() for path in sorted(folder.glob(pattern))]


def must_fail(name, faults_of, samples):
    """Ends the program unless `faults_of` finds no fault in the sample called "good" and one in every other."""
    for kind, sample in samples.items():
        faults = faults_of(sample)
        if kind == "good" and faults:
            sys.exit(f"{name}: the good sample is said to be broken: {faults[:3]}")
        if kind != "good" and not faults:
            sys.exit(f"{name}: the check does not see what is broken: {kind}")
    print(f"{name}: sees {len(samples) - 1} kinds of break")


def broken(good, *changes):
    """A sample with texts replaced; each must be there."""
    for old, new in changes:
        assert old in good, old
        good = good.replace(old, new, 1)
    return good


def on_disk(text, suffix):
    """A temporary file with this text."""
    file = tempfile.NamedTemporaryFile("w", suffix=suffix, delete=False, encoding="utf-8", newline="")
    with file:
        file.write(text)
    return pathlib.Path(file.name)


def run(*command):
    """What a program complains about, line by line; nothing where it is content."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode == 0:
        return []
    return (done.stdout + done.stderr).strip().splitlines() or [f"{command[0]} ended with {done.returncode}"]


def in_batches(paths, size=500):
    """Paths in parts that a command line can hold."""
    for start in range(0, len(paths), size):
        yield paths[start:start + size]
