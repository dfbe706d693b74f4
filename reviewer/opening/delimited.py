"""Reads tables in plain text: values parted by commas, semicolons, tabulators or bars (RFC 4180)."""

import csv
import io
from collections import Counter

from reviewer.formats.encoding import decode
from reviewer.formats.text_builder import TextBuilder
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.reading import Reading
from reviewer.opening.table_rows import write_rows

MEDIA_TYPE = "text/csv"
_SEPARATORS = "\t;|,"
_SAMPLE_ROWS = 50
_LONGEST_CELL = 4 * 1024 * 1024


def read_delimited(name: str, content: bytes) -> Reading:
    """Read a table in plain text, whichever of its usual separators it has.

    Raises ReviewerError with DAMAGED when a quotation mark opens a cell that never ends.
    """
    text, notices = decode(content)
    out = TextBuilder()
    csv.field_size_limit(_LONGEST_CELL)
    try:
        write_rows(out, csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=False))
    except csv.Error as error:
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="its rows cannot be told apart") from error
    return Reading(MEDIA_TYPE, out.text, tuple(out.blocks), notices=notices)


def separator_of(text: str) -> str:
    """Return the separator that parts most of the first rows into the same number of cells, a comma if none does."""
    best, best_mark = ",", (0, 0)
    for separator in _SEPARATORS:
        rows = csv.reader(io.StringIO(text[: _SAMPLE_ROWS * 2000], newline=""), delimiter=separator)
        try:
            widths = Counter(len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False) if row)
        except csv.Error:
            continue
        width, agreeing = max(((w, n) for w, n in widths.items() if w > 1), key=lambda pair: pair[1], default=(0, 0))
        if (agreeing, width) > best_mark:
            best, best_mark = separator, (agreeing, width)
    return best
