"""Ways to hide a word in DOCX, HTML, text and mail: held before, surviving after, beside a plain find-and-replace.

Run as `python -m tests.benchmarks.bench_redaction_text`. The usual recipe is python-docx's paragraphs and runs for
DOCX and a replacement in the bytes for the others. Survivors are counted by the proof. Times are CPU seconds.
"""

import io
import re
import time
from collections.abc import Callable

import docx

from reviewer.model.problem import ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.redact import redact_file
from tests.documents.docx_builder import build_docx, paragraph
from tests.redacting import (
    docx_cases_body,
    docx_cases_package,
    docx_cases_parts,
    docx_cases_rest,
    html_cases,
    html_cases_rest,
    mail_cases,
    mail_cases_rest,
    text_cases,
)
from tests.redacting.docx_package_builder import WORD_IN, Case

HEAD = f"{'kind':6}{'ways':>8}{'held':>8}{'ours':>8}{'refused':>10}{'usual':>10}{'gave up':>10}"
ORDER = RedactionOrder(terms=(WORD_IN,), reason="P1")
_DOCX = (docx_cases_body, docx_cases_parts, docx_cases_package, docx_cases_rest)
KINDS: dict[str, tuple[str, list[Case]]] = {
    "DOCX": ("notes.docx", [case for table in _DOCX for case in table.cases()]),
    "HTML": ("page.html", [*html_cases.cases(), *html_cases_rest.cases()]),
    "text": ("notes.txt", text_cases.cases()),
    "mail": ("letter.eml", [*mail_cases.cases(), *mail_cases_rest.cases()]),
}


def survives(name: str, content: bytes) -> bool:
    """Return whether the proof finds the word."""
    return bool(recover(name, content, (WORD_IN,)).survivors)


def replaced_in_docx(content: bytes) -> bytes:
    """Replace the word as most scripts do: in the runs of the body's paragraphs and tables."""
    document = docx.Document(io.BytesIO(content))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for holder in (document, *cells):
        for line in holder.paragraphs:
            for run in line.runs:
                run.text = run.text.replace(WORD_IN, "█████")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def replaced_in_bytes(content: bytes) -> bytes:
    """Replace the word in any case wherever its bytes stand."""
    return re.sub(WORD_IN.encode(), "█████".encode(), content, flags=re.IGNORECASE)


def redacted(name: str, content: bytes) -> bytes | None:
    """Return what we make of a file, None when it is refused."""
    try:
        return redact_file(name, content, ORDER).content
    except ReviewerError:
        return None


def usual(kind: str, content: bytes) -> bytes | None:
    """Return what the usual recipe makes of a file, None when it gives up."""
    try:
        return replaced_in_docx(content) if kind == "DOCX" else replaced_in_bytes(content)
    except Exception:
        return None


def counted(kind: str, name: str, cases: list[Case]) -> str:
    """Return a row of the table."""
    held = sum(survives(name, case.content) for case in cases)
    made = [redacted(name, case.content) for case in cases]
    ours = sum(one is not None and survives(name, one) for one in made)
    plain = [usual(kind, case.content) for case in cases]
    theirs = sum(one is not None and survives(name, one) for one in plain)
    return row(kind, len(cases), held, ours, made.count(None), theirs, plain.count(None))


def row(kind: str, ways: int, held: int, ours: int, refused: int, usual_left: int, gave_up: int) -> str:
    """Return the totals of one kind of file under `HEAD`."""
    return f"{kind:6}{ways:8}{held:8}{ours:8}{refused:10}{usual_left:10}{gave_up:10}"


def print_rows() -> None:
    """Print the totals of every kind."""
    for kind, (name, cases) in KINDS.items():
        print(counted(kind, name, cases), flush=True)


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the least CPU time of some rounds, in seconds."""
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def main() -> None:
    """Print the table and the time for a long document."""
    print(HEAD)
    print_rows()
    lines = [paragraph(f"Line {at}: the ferry left late, said {WORD_IN}, and nobody asked why.") for at in range(5000)]
    long = build_docx(*lines)
    ours, theirs = timed(lambda: redact_file("a.docx", long, ORDER)), timed(lambda: replaced_in_docx(long))
    print(f"5,000 paragraphs with 5,000 hits: ours {ours:.2f} s, python-docx {theirs:.2f} s, {ours / theirs:.2f}x")


if __name__ == "__main__":
    main()
