"""Ways to hide a word in a PDF, one by one: held before, surviving after Reviewer, surviving after the usual recipe.

Run as `python -m tests.benchmarks.bench_redaction_pdf [WORDS]`; with WORDS only the ways whose name holds them. The
usual recipe is PyMuPDF's: search, `apply_redactions`, `scrub`, save with garbage=4 and clean. Both results are judged
by the same proof, OCR included. A way that Reviewer refuses leaves no file; its sentence is listed. At the end stand
the same totals for DOCX, HTML, text and mail beside a find-and-replace.
"""

import sys
from collections import Counter
from collections.abc import Callable

import pymupdf

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.redact import redact_file
from tests.benchmarks import bench_redaction_text
from tests.redacting.pdf_attack import is_held
from tests.redacting.pdf_cases_around import ANNOTATION_CASES, DOCUMENT_CASES, FILE_CASES
from tests.redacting.pdf_cases_content import CONTENT_CASES, HIDDEN_CASES
from tests.redacting.pdf_cases_pictures import BESIDE_CASES, SEEN_CASES
from tests.redacting.pdf_sheet import WORD

NAME = "memo.pdf"
ORDER = RedactionOrder(terms=(WORD,), reason="s 40")
GROUPS: dict[str, dict[str, Callable[[], bytes]]] = {
    "content": CONTENT_CASES,
    "hidden": HIDDEN_CASES,
    "annotations": ANNOTATION_CASES,
    "document": DOCUMENT_CASES,
    "file": FILE_CASES,
    "beside pictures": BESIDE_CASES,
    "seen": SEEN_CASES,
}
HELD, GONE, SURVIVES, REFUSED, UNREAD = "held", "gone", "SURVIVES", "refused", "unread"


def judged(content: bytes) -> str:
    """Return what the proof says of a file."""
    proved = recover(NAME, content, (WORD,))
    return SURVIVES if proved.survivors else UNREAD if proved.unread else GONE


def before(content: bytes) -> str:
    """Return whether the word is in a file to begin with; OCR is used where nothing simpler finds it."""
    return HELD if is_held(content, WORD) or judged(content) == SURVIVES else GONE


def by_reviewer(content: bytes) -> tuple[str, str]:
    """Return what became of the word after the whole flow, and the sentence when the file is refused."""
    try:
        outcome = judged(redact_file(NAME, content, ORDER).content)
    except ReviewerError as error:
        return REFUSED, error.problem.sentence
    if outcome == UNREAD:
        return REFUSED, f"{ProblemCode.CANNOT_REDACT.value}: a part cannot be read to be checked"
    return outcome, ""


def by_recipe(content: bytes) -> tuple[str, str]:
    """Return what became of the word after the usual recipe, and what the recipe ended with when it gave up."""
    try:
        with pymupdf.open(stream=content) as document:
            for page in document:
                for place in page.search_for(WORD, quads=True):
                    page.add_redact_annot(place, fill=(0, 0, 0))
                page.apply_redactions()
            document.scrub()
            made = document.tobytes(garbage=4, clean=True, deflate=True)
    except Exception as error:
        return REFUSED, f"the recipe ends with {type(error).__name__}"
    return judged(made), ""


def main() -> None:
    """Print way by way, then the totals and what was refused."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    totals: Counter[tuple[str, str]] = Counter()
    refusals: list[str] = []
    print(f"{'way':<58}{'before':>8}{'Reviewer':>10}{'recipe':>10}")
    for group, cases in GROUPS.items():
        for name, build in cases.items():
            way = f"{group}: {name}"
            if wanted not in way:
                continue
            content = build()
            held, (ours, why), (theirs, end) = before(content), by_reviewer(content), by_recipe(content)
            print(f"{way:<58}{held:>8}{ours:>10}{theirs:>10}", flush=True)
            totals.update((("before", held), ("Reviewer", ours), ("recipe", theirs)))
            refusals += [f"{who}, {way}: {reason}" for who, reason in (("Reviewer", why), ("recipe", end)) if reason]
    print(*refusals, sep="\n")
    print(bench_redaction_text.HEAD)
    ways = sum(count for (column, _), count in totals.items() if column == "before")
    figures = (ways, totals["before", HELD], totals["Reviewer", SURVIVES], totals["Reviewer", REFUSED])
    recipe = (totals["recipe", SURVIVES], totals["recipe", REFUSED])
    print(bench_redaction_text.row("PDF", *figures, *recipe))
    if not wanted:
        bench_redaction_text.print_rows()


if __name__ == "__main__":
    main()
