"""Fonts that do not show the letters they tell: a line of each is looked at and held against what it claims to be."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from reviewer.pages.glyph_columns import text_of_codes
from reviewer.proof.recovering.glyph_lines import DrawnGlyphs, Glyph
from reviewer.text.needles_folding import Folded

_SHORTEST_RUN = 3
_FAR = 5.0
_MOST_RUNS = 8
_MOST_GLYPHS_IN_RUN = 60
_ALIKE_ENOUGH = 0.85
_SEEN_OFTEN = 2


class Run(msgspec.Struct, frozen=True):
    """Glyphs of one font side by side on a page (from 0); `box` is left, bottom, right, top in the page's space.

    `angle` in radians is how far the line is turned there, as pdfium counts it.
    """

    page: int
    text: str
    box: tuple[float, float, float, float]
    angle: float = 0.0


class FontUse:
    """Where a font is used, and some runs of it that show as many different letters as possible."""

    def __init__(self) -> None:
        self.pages: set[int] = set()
        self.runs: list[Run] = []
        self._letters: set[str] = set()
        self._strays: set[str] = set()

    @property
    def has_strays(self) -> bool:
        """Return whether it sets letters so far apart that they can be a word but stand in no run to be looked at."""
        return len(self._strays - self._letters) >= _SHORTEST_RUN

    def add_strays(self, page: int, letters: str) -> None:
        """Remember letters that stand apart on one line of a page (from 0)."""
        self.pages.add(page)
        self._strays.update(letters)

    def add(self, page: int, text: str, boxes: NDArray[np.float64]) -> None:
        """Remember a run on a page (from 0) when it shows something new, or more than one that is remembered.

        `boxes` are those of its glyphs, in four columns as in `Run`.
        """
        self.pages.add(page)
        new = not self._letters.issuperset(text)
        if not new and (len(self.runs) < _MOST_RUNS or len(text) <= min(len(one.text) for one in self.runs)):
            return
        lows, highs = boxes.min(axis=0), boxes.max(axis=0)
        self.runs.append(Run(page, text, (float(lows[0]), float(lows[1]), float(highs[2]), float(highs[3]))))
        self._letters.update(text)
        if len(self.runs) > _MOST_RUNS:
            self.runs.remove(min(self.runs, key=self._worth))

    def _worth(self, run: Run) -> tuple[int, int]:
        """Return how many letters only this run shows, and its length."""
        others = {letter for one in self.runs if one is not run for letter in one.text}
        return len(set(run.text) - others), len(run.text)


def note_fonts(fonts: dict[int, FontUse], page: int, glyphs: DrawnGlyphs) -> None:
    """Sort the glyphs of a page (from 0), in content order, into runs by font."""
    strays: dict[int, list[int]] = defaultdict(list)
    for start, end in _runs(glyphs):
        font = int(glyphs.fonts[start])
        if end - start < _SHORTEST_RUN:
            strays[font] += range(start, end)
        elif font:
            use = fonts.setdefault(font, FontUse())
            codes = glyphs.codes[start:end]
            use.add(page, text_of_codes(codes[codes >= 0]), glyphs.boxes[start:end])
    for font, apart in strays.items():
        use = fonts.setdefault(font, FontUse())
        for letters in _far_set_words(glyphs.picked(apart)):
            use.add_strays(page, letters)


def _runs(glyphs: DrawnGlyphs) -> Iterator[tuple[int, int]]:
    """Yield where each run of glyphs side by side begins and ends, long ones in parts; made-up ones are in none."""
    if not len(glyphs):
        return
    lefts, bottoms, rights, tops = glyphs.boxes.T
    heights = np.maximum(np.maximum(tops[:-1] - bottoms[:-1], glyphs.sizes[1:]), 1.0)
    goes_on = (
        glyphs.has_box[1:]
        & glyphs.has_box[:-1]
        & (np.diff(glyphs.fonts) == 0)
        & (np.abs(np.diff(bottoms)) < heights)
        & (np.abs(lefts[1:] - rights[:-1]) < heights)
    )
    for start, end in pairwise([0, *(np.flatnonzero(~goes_on) + 1).tolist(), len(glyphs)]):
        if glyphs.has_box[start]:
            yield from ((at, min(at + _MOST_GLYPHS_IN_RUN, end)) for at in range(start, end, _MOST_GLYPHS_IN_RUN))


def _far_set_words(glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Put glyphs together that stand on one line, be it far apart; fewer than three letters spell nothing."""
    before: Glyph | None = None
    letters: list[str] = []
    for glyph in sorted(glyphs, key=lambda one: (-round(one.box[1]), one.box[0]) if one.box else (0, 0)):
        if before is not None and not _goes_on(before, glyph, _FAR):
            if len(letters) >= _SHORTEST_RUN:
                yield "".join(letters)
            letters = []
        letters += glyph.text.split()
        before = glyph
    if len(letters) >= _SHORTEST_RUN:
        yield "".join(letters)


def says_what_it_shows(claimed: Sequence[str], seen: Sequence[str]) -> bool:
    """Return whether what was seen of each run is what it claims to say, slips of the eye allowed for.

    A run of which nothing at all was seen is passed over when the others show all its letters.
    """
    pairs = list(zip(claimed, seen, strict=True))
    claimed_letters = Folded(" ".join(said for said, shown in pairs if shown.strip())).letters
    passed_over = Folded(" ".join(said for said, shown in pairs if not shown.strip())).letters
    seen_letters = Folded(" ".join(seen)).letters
    if len(claimed_letters) < _SHORTEST_RUN:
        return False
    matcher = SequenceMatcher(None, claimed_letters, seen_letters, autojunk=False)
    if matcher.ratio() < _ALIKE_ENOUGH:
        return False
    right = {
        letter for block in matcher.get_matching_blocks() for letter in claimed_letters[block.a : block.a + block.size]
    }
    often = {letter for letter in claimed_letters if claimed_letters.count(letter) >= _SEEN_OFTEN}
    return right.issuperset(often | set(passed_over))


def _goes_on(before: Glyph, glyph: Glyph, reach: float = 1.0) -> bool:
    """Return whether a glyph of the same font stands behind another, no farther off than `reach` letter heights."""
    if glyph.box is None or before.box is None or glyph.font != before.font:
        return False
    left, bottom, _, _ = glyph.box
    _, bottom_before, right_before, top_before = before.box
    height = max(top_before - bottom_before, glyph.size, 1.0)
    return -height < bottom - bottom_before < height and -height < left - right_before < reach * height
