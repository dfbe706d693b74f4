"""The glyphs of a span in MuPDF's trace, taken apart value by value."""

import html
import math
import re

_GLYPH = re.compile(r'<g unicode="(.*?)"(?: glyph="(.*?)")? x="([^"]*)" y="([^"]*)" adv="([^"]*)"/>$')
_FARTHEST = 1e7
_PARTS = 10
_FIRST, _LAST = "<g unicode=", "/>"
_MARKS = ((2, " glyph="), (4, " x="), (6, " y="), (8, " adv="))
"""Into so many parts its quotation marks part a glyph of the trace, and what stands between its values."""

Columns = tuple[list[str], list[str | None], list[float], list[float], list[float]]


def columns_of(lines: list[str]) -> Columns:
    """Return of some glyphs their letters, names (none for further letters of one), places (x, y) and advances."""
    joined = "".join(lines)
    parts = joined.split('"')
    count = len(lines)
    if len(parts) == _PARTS * count + 1 and _is_regular(parts, count):
        try:
            xs, ys, advances = (list(map(float, parts[at::_PARTS])) for at in (5, 7, 9))
        except ValueError:
            xs = ys = advances = [_FARTHEST]
        if all(map(_all_near, (xs, ys, advances))):
            texts = parts[1::_PARTS]
            if "&" in joined:
                texts = [html.unescape(text) if text[:1] == "&" else text for text in texts]
            names: list[str | None] = [*parts[3::_PARTS]]
            return texts, names, xs, ys, advances
    columns: Columns = ([], [], [], [], [])
    for line in lines:
        found = _GLYPH.match(line)
        text, name, *numbers = found.groups() if found is not None else ("\ufffd", "", "0", "0", "0")
        columns[0].append(html.unescape(text) if text[:1] == "&" else text)
        columns[1].append(name)
        for column, number in zip(columns[2:], numbers, strict=True):
            column.append(number_of(number))
    return columns


def _is_regular(parts: list[str], count: int) -> bool:
    """Return whether the parts are those of so many glyphs that are all written alike."""
    between = parts[_PARTS:-1:_PARTS]
    return (
        parts[0] == _FIRST
        and parts[-1] == _LAST
        and between.count(_LAST + _FIRST) == count - 1
        and all(parts[at::_PARTS].count(mark) == count for at, mark in _MARKS)
    )


def _all_near(values: list[float]) -> bool:
    return math.isfinite(sum(values)) and min(values) > -_FARTHEST and max(values) < _FARTHEST


def number_of(text: str) -> float:
    """Return a number of the trace, 0.0 for what is none or so far off that no page reaches there."""
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if -_FARTHEST < value < _FARTHEST else 0.0
