"""Scores the checks inside an article on labelled texts: precision and recall, for every kind.

    python tests/benchmarks/bench_internal_checks.py [FILE...] [--full] [--list]

Without FILE the open set beside this module is read. A line of FILE is a JSON object: `id`, `text`, `error` (null, or
`kind`, `span` [start, end] in code points and perhaps `kind_alt`, other kinds that are as right), perhaps `published`
(an ISO date), `like` (the kind that a right text looks like) and `note`. A slip is found when one of its kind covers
half of the shorter of the two stretches; everything else that is reported is a false alarm. `--full` uses the language
model, `--list` prints every miss and false alarm.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from reviewer.analysing.analyse import analyse
from reviewer.exporting.check_report import detail_of
from reviewer.model.analysis import Depth, InternalCheck
from reviewer.opening.open import open_file

OPEN_SET = Path(__file__).with_name("internal_checks.jsonl")


def covers(check: InternalCheck, error: dict[str, Any]) -> bool:
    """Return whether a check is the slip that is meant, by kind and place."""
    if check.kind.value not in (error["kind"], *error.get("kind_alt", ())):
        return False
    start, end = error["span"]
    shared = min(check.end, end) - max(check.start, start)
    return bool(shared * 2 >= min(check.end - check.start, end - start) > 0)


def main() -> None:
    """Read the files, run the checks and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path, default=[OPEN_SET])
    arguments.add_argument("--full", action="store_true")
    arguments.add_argument("--list", action="store_true")
    options = arguments.parse_args()
    meant: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    right = 0
    for line in (line for file in options.files for line in file.read_text("utf-8").splitlines() if line.strip()):
        item = json.loads(line)
        document = open_file("article.txt", item["text"].encode())[0].document
        depth = Depth.FULL if options.full else Depth.WORDING
        checks = list(analyse(document, depth, item.get("published")).checks)
        error = item["error"]
        right += error is None
        hit = next((check for check in checks if error and covers(check, error)), None)
        if error:
            meant[error["kind"]] += 1
            found[error["kind"]] += hit is not None
            if hit is None and options.list:
                print("MISSED", item["id"], error["kind"], repr(item["text"]), error.get("says", ""))
        for check in checks:
            if check is not hit:
                false[check.kind.value] += 1
                if options.list:
                    print("FALSE ", item["id"], check.kind.value, repr(item["text"]), detail_of(check))
    for kind in sorted({*meant, *false}):
        print(f"{kind:18} {found[kind]:4} of {meant[kind]:4} found, {false[kind]:4} false")
    hits, wrong = found.total(), false.total()
    precision = 100 * hits / (hits + wrong) if hits + wrong else 100.0
    print(
        f"{meant.total()} slips among {right} right texts: precision {precision:.1f}, recall "
        f"{100 * hits / max(meant.total(), 1):.1f}"
    )


if __name__ == "__main__":
    main()
