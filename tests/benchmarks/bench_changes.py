"""Runs families of changed and faithful claims through analysing and matching, and prints the confusion table.

    python -m tests.benchmarks.bench_changes [ITEMS.jsonl] [--all] [--family NAME]

An item is a source, a sentence of an article, and the findings that fit it: `expected` (none for a faithful claim) and
`also_ok`. Without a file the items that lie beside this module are taken; all of their text is invented. A claim is
right when one of the findings that fit was made and, if it is faithful, when no finding but `verbatim` and
`paraphrase_ok` was. `--all` prints each item that is not right.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from reviewer.analysing.analyse import analyse
from reviewer.matching.match import match_claims
from reviewer.model.analysis import Depth
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.document import Document
from reviewer.model.evidence import Difference
from reviewer.model.finding import CLEAN, Rule
from reviewer.model.geometry import Span
from reviewer.opening.open import open_file

BESIDE = Path(__file__).with_name("changes.jsonl")


class Item(msgspec.Struct, frozen=True):
    """A claim with its source, and the findings that fit."""

    id: str
    family: str
    source: str
    claim: str
    expected: tuple[Rule, ...] = ()
    also_ok: tuple[Rule, ...] = ()
    speaker: str | None = None
    note: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """What was made of an item: the findings of all claims in its sentence, and the differences of their passages."""

    item: Item
    rules: frozenset[Rule]
    differences: tuple[Difference, ...]

    @property
    def kind(self) -> str:
        """Return `right`, `passed` (a change taken for faithful), `wrong` (flagged as something else) or `alarm`."""
        problems = self.rules - CLEAN
        if not self.item.expected:
            return "alarm" if problems - set(self.item.also_ok) else "right"
        if problems & {*self.item.expected, *self.item.also_ok}:
            return "right"
        return "wrong" if problems else "passed"


def document(name: str, text: str) -> Document:
    """Return a text file as opening reads it, with the day of its publication when it tells one."""
    return open_file(name, text.encode())[0].document


def judge(item: Item) -> Outcome:
    """Analyse an item's sentence and source, and match what claims are found; the whole sentence when none is."""
    article, source = document("article.txt", item.claim), document("source.txt", item.source)
    claims = analyse(article, Depth.FULL, None, None).claims
    whole = Span(0, len(item.claim))
    claims = claims or (Claim(claim_id(article.id, whole), anchor_at(article, whole), ClaimKind.ASSERTION),)
    evidence, findings = match_claims(article, claims, [source], [analyse(source, Depth.FULL, None, None)])
    rules = frozenset(finding.rule for found in findings.values() for finding in found)
    return Outcome(item, rules, tuple(d for found in evidence.values() for one in found[:1] for d in one.differences))


def show(outcome: Outcome) -> None:
    """Print an item with what was made of it."""
    item = outcome.item
    differences = [(d.kind.value, d.article, d.source, d.harmless) for d in outcome.differences]
    print(f"{item.id} {item.family}: {outcome.kind}; expected {[*item.expected]}, got {sorted(outcome.rules)}")
    print(f"    claim:  {item.claim}\n    source: {item.source}\n    {differences}  ({item.note})")


def confusion(outcomes: list[Outcome]) -> None:
    """Print a line for each family and one for all, then what findings were made for what was expected."""
    families: dict[str, Counter[str]] = defaultdict(Counter)
    made: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        is_changed = bool(outcome.item.expected)
        for name in (outcome.item.family, "ALL"):
            families[name]["changed" if is_changed else "faithful"] += 1
            families[name][outcome.kind if is_changed else f"faithful {outcome.kind}"] += 1
        fitting = outcome.rules & {*outcome.item.expected, *outcome.item.also_ok}
        worst = next((rule for rule in Rule if rule in (fitting or outcome.rules)), Rule.UNSUPPORTED)
        made[outcome.item.expected[0] if is_changed else "(faithful)"][worst] += 1
    print(f"{'family':26} changed right wrong passed | faithful right alarm")
    for name, counts in sorted(families.items(), key=lambda pair: (pair[0] == "ALL", pair[0])):
        numbers = (counts["changed"], counts["right"], counts["wrong"], counts["passed"])
        others = (counts["faithful"], counts["faithful right"], counts["faithful alarm"])
        print(f"{name:26} {numbers[0]:7} {numbers[1]:5} {numbers[2]:5} {numbers[3]:6} |", end="")
        print(f" {others[0]:8} {others[1]:5} {others[2]:5}")
    print("\nexpected -> found")
    for name, found in sorted(made.items()):
        print(f"{name:18} " + ", ".join(f"{rule} {count}" for rule, count in found.most_common()))


def main() -> None:
    """Judge all items, or those of one family, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("items", nargs="?", type=Path, default=BESIDE)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--family")
    arguments = parser.parse_args()
    lines = arguments.items.read_text("utf-8").splitlines()
    items = [msgspec.json.decode(line, type=Item) for line in lines if line.strip()]
    outcomes = [judge(item) for item in items if arguments.family in (None, item.family)]
    for outcome in outcomes:
        if arguments.all and outcome.kind != "right":
            show(outcome)
    confusion(outcomes)


if __name__ == "__main__":
    main()
