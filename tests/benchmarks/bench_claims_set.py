"""Scores claims and speakers on labelled sentences: what is found, who is said to say it, what stays the newsroom's.

    python -m tests.benchmarks.bench_claims_set [FILE...] [--instant] [--list]

Without FILE the set beside this module is read; all of its text is invented. A line is a JSON object: `id`, `text`,
`claims` (each a `span` [start, end] in code points, a `kind`, the `resolved` speaker or null, perhaps `kind_alt` and
`resolved_alt`, which are as right) and perhaps `not_claims`, spans in quotation marks that nobody says. A claim is found
when its span and one of ours share half of what the two cover. `--list` prints every item that is not right.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from reviewer.analysing.analyse import analyse
from reviewer.model.analysis import Depth
from reviewer.model.claim import Claim
from reviewer.model.geometry import Span
from reviewer.opening.open import open_file

BESIDE = Path(__file__).with_name("claims.jsonl")
LEAST_SHARED = 0.5
NO_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "cllr",
        "councillor",
        "lady",
        "lord",
        "sir",
        "dame",
        "prof",
        "professor",
        "rev",
        "judge",
    ]
)


def alternatives(item: dict[str, Any], key: str) -> list[str]:
    """Return the label and those that are as right."""
    other = item.get(f"{key}_alt") or []
    return [item[key], *([other] if isinstance(other, str) else other)]


def plain(name: str | None) -> str:
    """Return a name without articles, titles, marks and capitals."""
    return " ".join(word for word in re.findall(r"\w+", (name or "").casefold()) if word not in NO_NAMES)


def pairs(labelled: list[dict[str, Any]], found: list[Claim]) -> dict[int, Claim]:
    """Match labels and claims one to one, those that share most first."""
    shares = sorted(
        (
            (Span(*one["span"]).overlap_over_union(claim.span), at, claim)
            for at, one in enumerate(labelled)
            for claim in found
        ),
        key=lambda share: -share[0],
    )
    made: dict[int, Claim] = {}
    for share, at, claim in shares:
        if share >= LEAST_SHARED and at not in made and claim not in made.values():
            made[at] = claim
    return made


def score(item: dict[str, Any], depth: Depth) -> tuple[Counter[str], list[str]]:
    """Return the counts of an item and what is wrong in it."""
    document = open_file("item.txt", item["text"].encode())[0].document
    found = list(analyse(document, depth).claims)
    matched = pairs(item["claims"], found)
    counts = Counter(labelled=len(item["claims"]), found=len(found), right=len(matched))
    wrong = [f"too much: {claim.text}" for claim in found if claim not in matched.values()]
    for at, one in enumerate(item["claims"]):
        attributed = one["kind"].endswith("quote")
        counts["attributed" if attributed else "own"] += 1
        claim = matched.get(at)
        if claim is None:
            wrong.append(f"missed: {Span(*one['span']).of(item['text'])}")
        elif not attributed:
            counts["own wrongly attributed"] += claim.attribution is not None
            wrong += [f"not said by {claim.attribution.resolved}: {claim.text}"] if claim.attribution else []
        else:
            counts["attributed found"] += claim.attribution is not None
            counts["kind right"] += claim.kind.value in alternatives(one, "kind")
            if one["resolved"]:
                ours = claim.attribution.resolved if claim.attribution else ""
                is_right = plain(ours) in map(plain, filter(None, alternatives(one, "resolved")))
                counts["named"] += 1
                counts["speaker right"] += is_right
                wrong += [] if is_right else [f"said by {one['resolved']}, not {ours or 'nobody'}: {claim.text}"]
    return counts, wrong


def main() -> None:
    """Read the files, find the claims and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path, default=[BESIDE])
    arguments.add_argument("--instant", action="store_true")
    arguments.add_argument("--list", action="store_true")
    wanted = arguments.parse_args()
    items = [json.loads(line) for path in wanted.files for line in path.read_text("utf-8").splitlines() if line.strip()]
    total: Counter[str] = Counter()
    for item in items:
        counts, wrong = score(item, Depth.INSTANT if wanted.instant else Depth.FULL)
        total += counts
        if wrong and wanted.list:
            print(item["id"], *wrong, sep="\n   ")
    for name, part, whole in (
        ("claims, precision", "right", "found"),
        ("claims, recall", "right", "labelled"),
        ("attributed found as such", "attributed found", "attributed"),
        ("kind right, of attributed", "kind right", "attributed"),
        ("own wrongly attributed", "own wrongly attributed", "own"),
        ("speaker right, where named", "speaker right", "named"),
    ):
        print(f"{name:28} {100 * total[part] / max(1, total[whole]):5.1f} %  {total[part]:4} / {total[whole]}")


if __name__ == "__main__":
    main()
