"""Breaking text into printed lines, with the exact stretch of text that each printed piece stands for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewer.pages.fonts import Face, FontBook, Shaped
from reviewer.pages.scripts import (
    RIGHT_TO_LEFT_MARK,
    clusters,
    first_strong_is_right_to_left,
    has_right_to_left,
    visual_order,
    word_directions,
)

_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_BUNDLE = re.compile(r"\S+(?:[\u00a0\u2007\u202f]+\S+)*")
_TOKEN = re.compile(r"\S+")
_IDEOGRAPH = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u3100-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_OPENING = "（〔［｛〈《「『【〖｟“‘([{"
_CLOSING = "、。，．・：；？！）〕］｝〉》」』】〗｠ー々”’!),.:;?\\]}"
_HAS_IDEOGRAPH = re.compile(f"[{_IDEOGRAPH}]")
_PART = re.compile(
    f"[{re.escape(_OPENING)}]*[{_IDEOGRAPH}][{_CLOSING}]*"
    rf"|(?:(?![{_IDEOGRAPH}])\S)+?(?:(?<=\w\w)[-\u2010\u2013\u2014]+(?=\w\w)|(?=[{re.escape(_OPENING)}]*[{_IDEOGRAPH}])|$)"
)
_DASH_INSIDE = re.compile(r"\w[-\u2010\u2013\u2014]+\w")
_PREFERRED_BREAKS = "/-_.@&?=\u00ad"
_TABULATOR_EMS = 2.0
_WIDEST_INDENT = 0.4
_LONGEST_HYPHENATED = 80
_WRAPPED_AT_LEAST = 55
_WRAP_SLACK = 3
_STARTS_A_NEW_LINE = re.compile(r"[\s>*•·–—-]|\d{1,2}[.)]\s")


class Piece(NamedTuple):
    """A word, or one line's part of one: its stretch of text, its place from the column's left edge, its glyphs."""

    start: int
    end: int
    x: float
    width: float
    shaped: Shaped
    face: Face


class Setting(NamedTuple):
    """How lines are broken: face, size and width in points; words up to `label_end` are set in `label_face`."""

    face: Face
    size: float
    measure: float
    label_end: int = 0
    label_face: Face = Face.SANS_BOLD


def printed_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Go through the lines of text[start:end] that must begin on a line of their own.

    A line end that only wrapped a long paragraph, as mail programs do, does not count: it is one where the next word
    would not have fitted into the longest line of the block.
    """
    ends = [(match.start(), match.end()) for match in _LINE_END.finditer(text, start, end)]
    if not ends:
        yield start, end
        return
    starts = [start, *(after for _, after in ends)]
    stops = [*(before for before, _ in ends), end]
    longest = max(stop - begin for begin, stop in zip(starts, stops, strict=True))
    begin = start
    for index, stop in enumerate(stops[:-1]):
        if not _is_wrapped(text, starts[index], stop, starts[index + 1], stops[index + 1], longest):
            yield begin, stop
            begin = starts[index + 1]
    yield begin, end


def raw_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Go through all lines of text[start:end] as they stand."""
    begin = start
    for match in _LINE_END.finditer(text, start, end):
        yield begin, match.start()
        begin = match.end()
    yield begin, end


def _is_wrapped(text: str, start: int, stop: int, next_start: int, next_stop: int, longest: int) -> bool:
    if longest < _WRAPPED_AT_LEAST or next_start >= next_stop or start == stop:
        return False
    if _STARTS_A_NEW_LINE.match(text, next_start, next_stop):
        return False
    first_word = _TOKEN.search(text, next_start, next_stop)
    needed = len(first_word.group()) if first_word else 0
    return stop - start + 1 + needed > longest - _WRAP_SLACK


class LineBreaker:
    """Breaks one stretch of text into lines that fit the measure, greedily."""

    def __init__(self, text: str, setting: Setting, book: FontBook) -> None:
        self._text = text
        self._setting = setting
        self._book = book
        self._space = book.shape(setting.face, " ").advance * setting.size
        self._lines: list[list[Piece]] = []
        self._line: list[Piece] = []
        self._x = 0.0

    def break_line(self, start: int, end: int) -> list[list[Piece]]:
        """Return the printed lines of text[start:end], of which there is at least one if it holds any word.

        Every code point that is not white space lies in exactly one piece. White space between words keeps its
        width within a line; a word wider than the measure is broken where it hurts least.
        """
        self._lines, self._line, self._x = [], [], 0.0
        text, measure = self._text, self._setting.measure
        previous = start
        for match in _BUNDLE.finditer(text, start, end):
            at, stop = match.span()
            gap = self._gap(previous, at)
            word = match.group()
            if word.isascii() and "-" not in word:
                self._place_word(at, stop, gap)
            else:
                self._place_bundle(at, stop, gap)
            previous = stop
        self._finish_line()
        if has_right_to_left(text[start:end]):
            right_to_left = first_strong_is_right_to_left(text[start:end])
            return [self._reordered(line, right_to_left, measure) for line in self._lines]
        return self._lines

    def _gap(self, start: int, end: int) -> float:
        blank = self._text[start:end]
        if blank == " ":
            return self._space if self._line else min(self._space, self._setting.measure * _WIDEST_INDENT)
        width = 0.0
        em = self._setting.size
        for character in blank:
            if character == "\t":
                stop = _TABULATOR_EMS * em
                width += stop - (self._x + width) % stop
            else:
                width += em if character == "\u3000" else self._space
        if self._line:
            return width
        return min(width, self._setting.measure * _WIDEST_INDENT)

    def _face(self, end: int) -> Face:
        return self._setting.label_face if end <= self._setting.label_end else self._setting.face

    def _place_bundle(self, start: int, end: int, gap: float) -> None:
        """Place words that no-break spaces hold together, on one line if one can take them."""
        tokens = [match.span() for match in _TOKEN.finditer(self._text, start, end)]
        if len(tokens) > 1:
            widths = [self._book.shape(self._face(e), self._text[s:e]).advance for s, e in tokens]
            total = sum(widths) * self._setting.size + (len(tokens) - 1) * self._space
            if self._x + gap + total > self._setting.measure >= total:
                self._finish_line()
                gap = 0.0
        previous = start
        for index, (at, stop) in enumerate(tokens):
            self._place_token(at, stop, gap if index == 0 else self._gap(previous, at))
            previous = stop

    def _place_token(self, start: int, end: int, gap: float) -> None:
        token = self._text[start:end]
        if _HAS_IDEOGRAPH.search(token):
            for match in _PART.finditer(self._text, start, end):
                self._place_word(match.start(), match.end(), gap)
                gap = 0.0
            return
        too_long = len(token) > _LONGEST_HYPHENATED
        width = 0.0 if too_long else self._book.shape(self._face(end), token).advance * self._setting.size
        if too_long or self._x + gap + width <= self._setting.measure or not _DASH_INSIDE.search(token):
            self._place_word(start, end, gap)
            return
        self._place_parts([match.span() for match in _PART.finditer(self._text, start, end)], gap)

    def _place_parts(self, parts: list[tuple[int, int]], gap: float) -> None:
        """Place a hyphenated word: as many of its parts as fit here, the rest on the next line."""
        face, size = self._face(parts[-1][1]), self._setting.size
        start, fitting = parts[0][0], 0
        for count in range(len(parts) - 1, 0, -1):
            width = self._book.shape(face, self._text[start : parts[count - 1][1]]).advance * size
            if self._x + gap + width <= self._setting.measure:
                fitting = count
                break
        if fitting:
            self._place_word(start, parts[fitting - 1][1], gap)
        elif self._line:
            self._finish_line()
            self._place_token(start, parts[-1][1], 0.0)
            return
        if not fitting:
            self._place_word(start, parts[-1][1], gap)
            return
        self._finish_line()
        self._place_token(parts[fitting][0], parts[-1][1], 0.0)

    def _place_word(self, start: int, end: int, gap: float) -> None:
        setting = self._setting
        face = setting.label_face if end <= setting.label_end else setting.face
        shaped = self._book.shape(face, self._text[start:end])
        width = shaped.advance * setting.size
        if self._x + gap + width > setting.measure and self._line:
            self._finish_line()
            gap = 0.0
        if width > setting.measure:
            self._place_in_slices(start, end, face)
            return
        if gap + width > setting.measure:
            gap = 0.0
        self._line.append(Piece(start, end, self._x + gap, width, shaped, face))
        self._x += gap + width

    def _place_in_slices(self, start: int, end: int, face: Face) -> None:
        """Place a word wider than the measure, each line's part of it on its own."""
        size, measure = self._setting.size, self._setting.measure
        begin, at, x, good = start, start, 0.0, 0
        for cluster in clusters(self._text[start:end]):
            width = self._book.shape(face, cluster).advance * size
            if x + width > measure and at > begin:
                cut = good if good > begin + (at - begin) // 2 else at
                self._slice(begin, cut, face)
                x = sum(self._book.shape(face, c).advance for c in clusters(self._text[cut:at])) * size
                begin = cut
            x += width
            at += len(cluster)
            if cluster[0] in _PREFERRED_BREAKS:
                good = at
        self._slice(begin, end, face)

    def _slice(self, start: int, end: int, face: Face) -> None:
        if self._line:
            self._finish_line()
        shaped = self._book.shape(face, self._text[start:end])
        width = min(shaped.advance * self._setting.size, self._setting.measure)
        self._line.append(Piece(start, end, 0.0, width, shaped, face))
        self._x = width

    def _finish_line(self) -> None:
        if self._line:
            self._lines.append(self._line)
        self._line, self._x = [], 0.0

    def _reordered(self, line: list[Piece], right_to_left: bool, measure: float) -> list[Piece]:
        """Return the pieces of a line in text order, placed as a mixture of directions asks."""
        directions = word_directions([self._text[piece.start : piece.end] for piece in line], right_to_left)
        if not right_to_left and not any(directions):
            return line
        gaps = [piece.x - (line[i - 1].x + line[i - 1].width if i else 0.0) for i, piece in enumerate(line)]
        turned = [
            self._turned(piece) if runs_left else piece for piece, runs_left in zip(line, directions, strict=True)
        ]
        x, places, last = 0.0, [0.0] * len(line), None
        for index in visual_order(directions, right_to_left):
            if last is not None:
                x += gaps[max(index, last)] if abs(index - last) == 1 else self._space
            places[index] = x
            x += line[index].width
            last = index
        shift = max(0.0, measure - x) if right_to_left else 0.0
        squeeze = min(1.0, measure / x) if x else 1.0
        return [piece._replace(x=place * squeeze + shift) for piece, place in zip(turned, places, strict=True)]

    def _turned(self, piece: Piece) -> Piece:
        word = self._text[piece.start : piece.end]
        if has_right_to_left(word):
            return piece
        return piece._replace(shaped=self._book.shape(piece.face, RIGHT_TO_LEFT_MARK + word))
