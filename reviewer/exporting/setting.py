"""Setting text: runs in a style are broken into lines of a given width and drawn.

Every script is set: what the program's faces lack comes from MuPDF's own fonts, right-to-left words are ordered, and a
word too long for the measure is broken after / - _ . @ or, failing that, anywhere.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.exporting.drawn_words import draw_words
from reviewer.exporting.style import ACCENT, PROBLEM, TINTS, UNSUPPORTED, Style
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.finding import Tone
from reviewer.model.geometry import Box
from reviewer.pages.fonts import Face, FontBook
from reviewer.pages.scripts import (
    clusters,
    first_strong_is_right_to_left,
    has_right_to_left,
    visual_order,
    word_directions,
)

_BREAK_AFTER = "/-_.@"
_ELLIPSIS = "…"
_UNBROKEN = 1e6


@dataclass(frozen=True)
class Run:
    """Words in one manner. `tone` underlines and tints them as a finding; `target` makes them a link."""

    text: str
    bold: bool = False
    colour: str = ""
    face: Face | None = None
    size: float = 0.0
    tone: Tone | None = None
    target: str = ""


@dataclass(frozen=True)
class _Part:
    """The part of a word that lies in one run."""

    text: str
    run: Run


@dataclass(frozen=True)
class _Word:
    parts: tuple[_Part, ...]
    width: float
    space_before: bool = True
    ends_line: bool = False

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True)
class Piece:
    """A stretch of one run on a line; `x` counts from the line's left end."""

    x: float
    width: float
    text: str
    run: Run


@dataclass(frozen=True)
class SetLine:
    """A line: its pieces from left to right and its width in points."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True)
class SetText:
    """Text broken into lines; `draw` puts it at its top left corner."""

    setter: "Setter"
    style: Style
    lines: tuple[SetLine, ...]

    @property
    def height(self) -> float:
        """Return the height in points."""
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        """Return the width of the widest line in points."""
        return max((line.width for line in self.lines), default=0.0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the lines from a top left corner, as content of the current node."""
        for number, line in enumerate(self.lines):
            baseline = y + number * self.style.leading + baseline_in(self.style)
            for piece in line.pieces:
                self.setter.draw_piece(canvas, x, baseline, piece, self.style)

    def cut(self, first: int, last: int) -> "SetText":
        """Return some of the lines only."""
        return SetText(self.setter, self.style, self.lines[first:last])


@dataclass
class Setter:
    """Sets text with one file's fonts."""

    book: FontBook = field(default_factory=FontBook)

    def width(self, text: str, style: Style) -> float:
        """Return the width of a text on one line in points."""
        return self.book.shape(style.face, text).advance * style.size if text else 0.0

    def set(self, runs: Sequence[Run] | str, style: Style, width: float, flush: bool = True) -> SetText:
        """Break runs into lines no wider than `width` points; a line feed in a run ends the line.

        Right-to-left text stands flush right in the width, unless `flush` is False.
        """
        given = [Run(runs)] if isinstance(runs, str) else runs
        space = self.width(" ", style)
        lines: list[list[_Word]] = [[]]
        used = 0.0
        for word in self._words(given, style, width):
            gap = space if lines[-1] and word.space_before else 0.0
            if lines[-1] and used + gap + word.width > width + 0.01:
                lines.append([])
                used, gap = 0.0, 0.0
            lines[-1].append(word)
            used += gap + word.width
            if word.ends_line:
                lines.append([])
                used = 0.0
        if len(lines) > 1 and not lines[-1]:
            lines.pop()
        right_to_left = _runs_right_to_left(given)
        edge = width if flush and right_to_left and width < _UNBROKEN else 0.0
        return SetText(self, style, tuple(self._line(line, style, space, edge, right_to_left) for line in lines))

    def one_line(self, text: str, style: Style, width: float) -> SetText:
        """Set a text on one line, cut off with an ellipsis where it would be wider than `width` points."""
        flat = " ".join(text.split())
        if self.width(flat, style) > width:
            low, high = 0, len(flat)
            while low < high:
                middle = (low + high + 1) // 2
                fits = self.width(flat[:middle].rstrip() + _ELLIPSIS, style) <= width
                low, high = (middle, high) if fits else (low, middle - 1)
            flat = flat[:low].rstrip() + _ELLIPSIS
        return self.set(flat, style, _UNBROKEN)

    def draw_text(self, canvas: Canvas, x: float, baseline: float, text: str, style: Style) -> float:
        """Draw a text on one line at a baseline; return its width in points."""
        made = self.set(text, style, _UNBROKEN)
        for line in made.lines[:1]:
            for piece in line.pieces:
                self.draw_piece(canvas, x, baseline, piece, style)
        return made.width

    def draw_right(self, canvas: Canvas, right: float, baseline: float, text: str, style: Style) -> None:
        """Draw a text on one line that ends at `right`."""
        self.draw_text(canvas, right - self.width(text, style), baseline, text, style)

    def draw_piece(self, canvas: Canvas, x: float, baseline: float, piece: Piece, style: Style) -> None:
        """Draw one stretch with its tint, underline and link."""
        run, left = piece.run, x + piece.x
        size = run.size or style.size
        if run.tone is not None:
            draw_tone(canvas, left, left + piece.width, baseline, size, run.tone)
        colour = run.colour or (ACCENT if run.target else style.colour)
        if not run.target:
            draw_words(canvas, self.book, _face_of(run, style), piece.text, (left, baseline), size, colour)
            return
        with canvas.linked(run.target, f"Go to {piece.text}") as click:
            draw_words(canvas, self.book, _face_of(run, style), piece.text, (left, baseline), size, colour)
            click(Box(left, baseline - size, left + piece.width, baseline + 0.3 * size))

    def _words(self, runs: Sequence[Run], style: Style, width: float) -> Iterator[_Word]:
        for parts, ends_line in _split_words(runs):
            word = _Word(parts, self._parts_width(parts, style), ends_line=ends_line)
            if word.width <= width and not _breaks_anywhere(word.text):
                yield word
            else:
                yield from self._broken(word, style, width)

    def _broken(self, word: _Word, style: Style, width: float) -> Iterator[_Word]:
        """Yield a word in unbreakable stretches, the first with the word's own space before it."""
        stretches: list[_Part] = []
        for part in word.parts:
            size = part.run.size or style.size
            face = _face_of(part.run, style)
            stretches += [_Part(text, part.run) for text in self._stretches(part.text, face, width / size)]
        for place, stretch in enumerate(stretches):
            last = place == len(stretches) - 1
            made = (stretch,)
            yield _Word(made, self._parts_width(made, style), place == 0, word.ends_line and last)

    def _stretches(self, text: str, face: Face, width: float) -> Iterator[str]:
        """Yield what must stay together of a text, no stretch wider than `width` ems."""
        stretch, used = "", 0.0
        for cluster in clusters(text):
            advance = self.book.shape(face, cluster).advance
            if stretch and (_is_wide(cluster) or used + advance > width):
                yield stretch
                stretch, used = "", 0.0
            stretch, used = stretch + cluster, used + advance
            if _is_wide(cluster) or cluster in _BREAK_AFTER:
                yield stretch
                stretch, used = "", 0.0
        if stretch:
            yield stretch

    def _parts_width(self, parts: Sequence[_Part], style: Style) -> float:
        total = 0.0
        for part in parts:
            if part.text:
                size = part.run.size or style.size
                total += self.book.shape(_face_of(part.run, style), part.text).advance * size
        return total

    def _line(self, words: list[_Word], style: Style, space: float, edge: float, right_to_left: bool) -> SetLine:
        order = _order([word.text for word in words], right_to_left)
        turned = order != list(range(len(words)))
        stretches: list[tuple[str, Run, float]] = []
        for place, index in enumerate(order):
            word = words[index]
            gap = place > 0 and (turned or word.space_before)
            for number, part in enumerate(word.parts):
                lead = " " if gap and number == 0 else ""
                if stretches and stretches[-1][1] is part.run and not _is_special(stretches[-1][0] + part.text):
                    stretches[-1] = (stretches[-1][0] + lead + part.text, part.run, stretches[-1][2])
                else:
                    stretches.append((part.text, part.run, space if lead else 0.0))
        pieces, x = [], 0.0
        for text, run, before in stretches:
            x += before
            piece_width = self._parts_width((_Part(text, run),), style)
            pieces.append(Piece(x, piece_width, text, run))
            x += piece_width
        shift = max(0.0, edge - x)
        if shift:
            pieces = [Piece(piece.x + shift, piece.width, piece.text, piece.run) for piece in pieces]
        return SetLine(tuple(pieces), x)


def baseline_in(style: Style) -> float:
    """Return how far the baseline stands below the top of a line, so that lower-case letters stand in its middle."""
    return (style.leading + 0.66 * style.size) / 2


def draw_tone(
    canvas: Canvas, left: float, right: float, baseline: float, size: float, tone: Tone, tinted: bool = True
) -> None:
    """Draw a finding's tint and underline under a stretch of a line.

    Clean is one solid line, problem a double one, unsupported dashed, not judged dotted: the form carries it all.
    """
    if tinted and tone in TINTS:
        canvas.box(Box(left, baseline - 0.62 * size, right, baseline + 0.2 * size), TINTS[tone])
    below = baseline + 0.22 * size
    if tone is Tone.CLEAN:
        canvas.line((left, below), (right, below), 0.5, ACCENT)
    elif tone is Tone.PROBLEM:
        canvas.line((left, below), (right, below), 0.9, PROBLEM)
        canvas.line((left, below + 1.7), (right, below + 1.7), 0.9, PROBLEM)
    elif tone is Tone.UNSUPPORTED:
        canvas.line((left, below + 0.4), (right, below + 0.4), 1, UNSUPPORTED, (3.2, 1.8))
    else:
        canvas.line((left, below + 0.4), (right, below + 0.4), 0.9, "111111", (0.01, 1.9), round_ends=True)


def _face_of(run: Run, style: Style) -> Face:
    if run.face is not None:
        return run.face
    return style.bold_face if run.bold else style.face


def _split_words(runs: Sequence[Run]) -> Iterator[tuple[tuple[_Part, ...], bool]]:
    """Yield each word as its parts in different runs, and whether a line feed ends the line after it."""
    parts: list[_Part] = []
    for run in runs:
        for stretch in re.split(r"((?![\u00a0\u202f])\s)", run.text):
            if not stretch:
                continue
            if stretch.isspace() and stretch not in "\u00a0\u202f":
                if parts or stretch == "\n":
                    yield tuple(parts), stretch == "\n"
                parts = []
            else:
                parts.append(_Part(stretch, run))
    if parts:
        yield tuple(parts), False


def _is_wide(cluster: str) -> bool:
    return unicodedata.east_asian_width(cluster[0]) in "WF"


def _breaks_anywhere(text: str) -> bool:
    return not text.isascii() and any(_is_wide(character) for character in text)


def _is_special(text: str) -> bool:
    return has_right_to_left(text)


def _order(words: Sequence[str], right_to_left: bool) -> list[int]:
    """Return the indexes of a line's words from left to right."""
    if not right_to_left and not any(has_right_to_left(word) for word in words):
        return list(range(len(words)))
    return visual_order(word_directions(words, right_to_left), right_to_left)


def _runs_right_to_left(runs: Sequence[Run]) -> bool:
    return first_strong_is_right_to_left("".join(run.text for run in runs))
