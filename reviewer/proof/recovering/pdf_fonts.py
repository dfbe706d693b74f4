"""Fonts that do not show the letters they tell: a line of each is looked at and held against what it claims to be."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from reviewer.proof.recovering.glyph_lines import Glyph
from reviewer.text.needles_folding import Folded

_SHORTEST_RUN = 3
_MOST_RUNS = 8
_MOST_GLYPHS_IN_RUN = 60
_ALIKE_ENOUGH = 0.85
_SEEN_OFTEN = 2


class Run(msgspec.Struct, frozen=True):
    """Glyphs of one font side by side on a page (from 0); `box` is left, bottom, right, top in the page's space."""

    page: int
    text: str
    box: tuple[float, float, float, float]


class FontUse:
    """Where a font is used, and some runs of it that show as many different letters as possible."""

    def __init__(self) -> None:
        self.pages: set[int] = set()
        self.runs: list[Run] = []
        self._letters: set[str] = set()

    def add(self, run: Run) -> None:
        """Remember a run when it shows something new."""
        self.pages.add(run.page)
        new = set(run.text) - self._letters
        if new and len(self.runs) < _MOST_RUNS:
            self._letters |= new
            self.runs.append(run)


def note_fonts(fonts: dict[int, FontUse], page: int, glyphs: Sequence[Glyph]) -> None:
    """Sort the glyphs of a page (from 0), in content order, into runs by font."""
    run: list[Glyph] = []
    for glyph in (*glyphs, Glyph("", None)):
        if run and (not _goes_on(run[-1], glyph) or len(run) >= _MOST_GLYPHS_IN_RUN):
            _close(fonts, page, run)
            run = []
        if glyph.box is not None:
            run.append(glyph)


def says_what_it_shows(claimed: Sequence[str], seen: str) -> bool:
    """Return whether what was seen of runs is what they claim to say, slips of the eye allowed for."""
    claimed_letters = Folded(" ".join(claimed)).letters
    seen_letters = Folded(seen).letters
    if len(claimed_letters) < _SHORTEST_RUN:
        return False
    matcher = SequenceMatcher(None, claimed_letters, seen_letters, autojunk=False)
    if matcher.ratio() < _ALIKE_ENOUGH:
        return False
    right = {
        letter for block in matcher.get_matching_blocks() for letter in claimed_letters[block.a : block.a + block.size]
    }
    return all(letter in right for letter in claimed_letters if claimed_letters.count(letter) >= _SEEN_OFTEN)


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    if glyph.box is None or before.box is None or glyph.font != before.font:
        return False
    height = max(before.box[3] - before.box[1], glyph.size, 1.0)
    return abs(glyph.box[1] - before.box[1]) < height and -height < glyph.box[0] - before.box[2] < height


def _close(fonts: dict[int, FontUse], page: int, run: list[Glyph]) -> None:
    boxes = [glyph.box for glyph in run if glyph.box is not None]
    if len(run) < _SHORTEST_RUN or not run[0].font:
        return
    box = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    fonts.setdefault(run[0].font, FontUse()).add(Run(page, "".join(glyph.text for glyph in run), box))
