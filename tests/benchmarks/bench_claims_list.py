"""The claims list with 2,000 claims: filtering, judging, and painting one screen of rows.

Run: python -m tests.benchmarks.bench_claims_list [rounds]. Prints the fastest and the median turn in milliseconds of
processor time; the goal is one frame, 16 ms, for a keystroke in the filter.
"""

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from reviewer.gui.claim_rows import Filter
from reviewer.gui.claims_list import ClaimsList
from reviewer.gui.claims_model import ClaimsModel
from reviewer.gui.locators import Locators
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.theme import apply_theme, load_theme
from reviewer.model.analysis import Analysis, Depth
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Span
from reviewer.model.review import Desk, Review
from reviewer.model.verdict import Decision, Signature
from reviewer.reviewing.edits import GiveVerdict
from reviewer.reviewing.session import Session
from tests.documents.plain_text import document_of

CLAIMS = 2_000
BY = Signature("MD", "Mara Dunmore", "2026-05-06T10:42:00+01:00")


def large_review() -> Review:
    """Return a review of 2,000 claims, each with a finding."""
    lines = [f"Ferry number {number} carried {number * 7} people on its first day." for number in range(CLAIMS)]
    article = document_of("\n".join(lines))
    claims, at = [], 0
    rules = list(Rule)
    for line in lines:
        span = Span(at, at + len(line))
        claims.append(Claim(claim_id(article.id, span), anchor_at(article, span), ClaimKind.FIGURE))
        at += len(line) + 1
    return Review(
        desk=Desk(article=article.id),
        documents={article.id: article},
        analyses={article.id: Analysis(article.id, Depth.FULL, tuple(claims))},
        findings={claim.id: (Finding(claim.id, rules[place % len(rules)]),) for place, claim in enumerate(claims)},
        numbers={claim.id: place for place, claim in enumerate(claims, 1)},
    )


def timed(name: str, rounds: int, step) -> None:
    """Run a step some times and print its turns."""
    turns = []
    for number in range(rounds):
        started = time.process_time()
        step(number)
        turns.append((time.process_time() - started) * 1000)
    print(f"{name}: min {min(turns):.1f} ms, median {statistics.median(turns):.1f} ms, worst {max(turns):.1f} ms")


def main(rounds: int) -> None:
    """Measure the three things an editor does to a long list."""
    app = QApplication(sys.argv[:1])
    theme = load_theme("light")
    apply_theme(app, theme)
    bridge = SessionBridge(Session(None, large_review()))
    model = ClaimsModel(bridge, Locators())
    claims = ClaimsList(model, theme)
    claims.resize(336, 700)
    claims.show()
    app.processEvents()
    texts = ("f", "fe", "ferry 7", "ferry 77", "")

    def filter_text(number: int) -> None:
        model.filter_text(texts[number % len(texts)])
        app.processEvents()

    def show_chip(number: int) -> None:
        model.show_only(list(Filter)[number % len(Filter)])
        app.processEvents()

    def judge(number: int) -> None:
        model.show_only(Filter.ALL)
        bridge.apply(GiveVerdict(model.shown_claims[number], Decision.VERIFIED, BY))
        app.processEvents()

    def scroll(number: int) -> None:
        claims.view.verticalScrollBar().setValue(number * 400)
        claims.view.viewport().repaint()

    steps = (("filter", filter_text), ("chip", show_chip), ("verdict", judge), ("scroll", scroll))
    for name, step in steps:
        timed(name, rounds, step)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
