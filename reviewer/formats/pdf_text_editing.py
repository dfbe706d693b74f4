"""Text of a content stream without some of its glyphs and with others in new places.

Operators that show only unmarked glyphs are kept word for word. A marked one is written anew: each stretch of glyphs
that stays begins at a place of its own, and neither the old places nor the spacing by which its line was fitted are
written, since they would tell how wide the removed words were. So the operators that move along the line or set
spacing are held back until an unmarked operator needs them.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import msgspec
import pikepdf

from reviewer.formats.pdf_edit_order import EditOrder, NotEditableError
from reviewer.formats.pdf_font_codes import FontCodes
from reviewer.formats.pdf_matrix import IDENTITY, Matrix, Point, applied, inverse, times
from reviewer.formats.pdf_plain_text import PlainText, Stretch

Emit = Callable[[str, Sequence[Any]], None]
_STRAY, _STRAY_SHARE = 0.06, 2e-6
_PLACES, _STAYING_PLACES = 4, 3
_FARTHEST_GAP = 20.0
_TINY = 1e-9


@dataclass(frozen=True)
class TextState:
    """The text settings that q saves: spacing, scale, leading, font, rise and mode."""

    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 100.0
    leading: float = 0.0
    font: FontCodes | None = None
    size: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def with_setting(self, operator: str, value: float) -> "TextState":
        """Return the settings after Tc, Tw or Tz."""
        if operator == "Tc":
            return replace(self, spacing=value)
        return replace(self, word_spacing=value) if operator == "Tw" else replace(self, scale=value)

    @property
    def fitting(self) -> dict[str, float]:
        """Return what Tc, Tw and Tz have set."""
        return {"Tc": self.spacing, "Tw": self.word_spacing, "Tz": self.scale}


class _Step(msgspec.Struct, gc=False):
    """One glyph of an operator: its code, its number among the page's glyphs, where the pen stands before it.

    `read` and `read_width` are the pen and the advance for the page's reader, which takes widths as whole numbers.
    """

    code: bytes
    number: int
    pen: float
    width: float
    read: float
    read_width: float


_SETTINGS = frozenset({"Tc", "Tw", "Tz"})
_NEUTRAL = {"Tc": 0.0, "Tw": 0.0}
UNSET = {"Tc": 0.0, "Tw": 0.0, "Tz": 100.0}
"""Spacing and scale as they are before any content sets them."""


@dataclass
class TextEditor:
    """Follows the text of one content stream.

    `emit` writes an operator, `flush` the matrices held back before it; `written` are the settings of spacing and
    scale that were written so far. `changed` tells whether anything was written otherwise than it was, `shown` whether
    any text was.
    """

    order: EditOrder
    state: TextState
    written: dict[str, float]
    emit: Emit = lambda _operator, _operands: None
    flush: Callable[[], None] = lambda: None
    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY
    drift: float = 0.0
    pending: list[tuple[str, list[Any]]] = field(default_factory=list)
    is_lost: bool = False
    changed: bool = False
    shown: bool = False
    _behind: PlainText | None = None

    @property
    def is_behind(self) -> bool:
        """Return whether settings are held back that the content has made."""
        return self.written != self.state.fitting

    def begin(self) -> None:
        """Deal with BT."""
        self.matrix = self.line = IDENTITY
        self._behind = None
        self.pending, self.is_lost, self.drift = [], False, 0.0

    def end(self) -> None:
        """Deal with ET: moves that nothing is shown after are left out."""
        self.pending = []

    def write_pending(self) -> None:
        """Write what is held back, before operators that do not belong between text operators."""
        if not self.is_lost:
            for operator, operands in self.pending:
                self.emit(operator, operands)
            self.pending = []

    def set(self, operator: str, operands: list[Any]) -> None:
        """Deal with Tc, Tw, Tz, TL, Ts and Tr."""
        value = float(operands[0])
        if operator in _SETTINGS:
            self.state = self.state.with_setting(operator, value)
            return
        if operator == "TL":
            self.state = replace(self.state, leading=value)
        elif operator == "Ts":
            self.state = replace(self.state, rise=value)
        else:
            self.state = replace(self.state, mode=int(value))
        self.emit(operator, operands)

    def move(self, operator: str, operands: list[Any]) -> None:
        """Deal with Td, TD, Tm and T*."""
        if operator == "Tm":
            a, b, c, d, e, f = map(float, operands)
            self.line = (a, b, c, d, e, f)
        else:
            x, y = (0.0, -self.state.leading) if operator == "T*" else (float(operands[0]), float(operands[1]))
            if operator == "TD":
                self.state = replace(self.state, leading=-y)
                self.emit("TL", [-operands[1]])
                operator = "Td"
            self.line = times((1, 0, 0, 1, x, y), self.line)
        self.matrix, self.drift, self._behind = self.line, 0.0, None
        self.pending.append((operator, operands))

    def show(self, operator: str, operands: list[Any], first: int, ctm: Matrix, out: Callable[[], Matrix]) -> int:
        """Deal with an operator that shows text; return how many of the page's glyphs it showed.

        `first` is the number of the next glyph; `ctm` the matrix that the content has set, `out` gives the one
        written so far. Raises NotEditableError.
        """
        if operator == '"':
            self.state = replace(self.state, word_spacing=float(operands[0]), spacing=float(operands[1]))
            operands = operands[2:]
        if operator in ("'", '"'):
            self.move("T*", [])
            operator = "Tj"
        parts = list(operands[0]) if operator == "TJ" else [operands[0]]
        self.shown = True
        self._catch_up()
        plain = self._plain(parts, first)
        if plain is not None and plain.count:
            self._check_start(plain, ctm)
            self._show_as_it_was(operator, operands, plain.stretch(self.order.glyphs) if self.is_lost else None, ctm)
            self._behind = plain
            return plain.count
        steps, end, read_end, count = self._steps(parts, first)
        self._check_places(steps, self.matrix, ctm)
        if self.order.touches(first, first + count):
            self._show_anew(steps, self.matrix, ctm, out)
        else:
            stretch = Stretch([step.number for step in steps], [step.read for step in steps], end, read_end)
            self._show_as_it_was(operator, operands, stretch, ctm)
        self._step_on(end, read_end)
        return count

    def skip(self) -> None:
        """Deal with text of a layer that is off: nothing of it is written, the pen is not followed."""
        self.is_lost = self.changed = True

    def _plain(self, parts: list[Any], first: int) -> PlainText | None:
        """Return what an operator shows, None where one of its glyphs is marked or each has to be looked at."""
        state, font = self.state, self.state.font
        if font is None or font.is_drawn or font.is_vertical or not font.has_one_length:
            return None
        count = sum(font.count(bytes(part)) for part in parts if isinstance(part, pikepdf.String))
        last = first + count
        if not self.order.glyphs.are_heads(first, last) or self.order.touches(first, last):
            return None
        wide = state.scale / 100
        return PlainText(parts, first, count, font, state.size * wide, state.spacing * wide, state.word_spacing * wide)

    def _check_start(self, plain: PlainText, ctm: Matrix) -> None:
        """Refuse a first glyph that does not stand where the page's reader saw it. Raises NotEditableError.

        The others are compared when the page has been written and is read again.
        """
        whole = times(times(self.matrix, ctm), self.order.shown)
        x, y = applied(whole, plain.start + self.drift, self.state.rise)
        self._check_place(x, y, plain.first)

    def _check_place(self, x: float, y: float, number: int) -> None:
        own_x, own_y = float(self.order.glyphs.xs[number]), float(self.order.glyphs.ys[number])
        if max(abs(x - own_x) - abs(x) * _STRAY_SHARE, abs(y - own_y) - abs(y) * _STRAY_SHARE) > _STRAY:
            raise NotEditableError("glyphs that stand elsewhere than they were read")

    def _catch_up(self) -> None:
        """Move the pen past what was shown and not followed glyph by glyph."""
        behind, self._behind = self._behind, None
        if behind is not None:
            stretch = behind.stretch(self.order.glyphs)
            self._step_on(stretch.end, stretch.read_end)

    def _step_on(self, end: float, read_end: float) -> None:
        self.drift += read_end - end
        self.matrix = times((1, 0, 0, 1, end, 0), self.matrix)

    def _steps(self, parts: list[Any], first: int) -> tuple[list[_Step], float, float, int]:
        state, font = self.state, self.state.font
        if font is None:
            raise NotEditableError("text without a font")
        stretch = state.scale / 100
        glyphs, size, total = self.order.glyphs, state.size, len(self.order.glyphs)
        steps: list[_Step] = []
        pen, read, number = 0.0, 0.0, first
        for part in parts:
            if not isinstance(part, pikepdf.String):
                back = float(part) / 1000 * size * stretch
                pen, read = pen - back, read - back
                continue
            for code in font.split(bytes(part)):
                width = font.width(code)
                if number >= total or not glyphs.is_head[number]:
                    raise NotEditableError("other glyphs than those that were read")
                if width is None:
                    width = round(float(glyphs.advances[number]) * 1000, 3)
                read_width = width if font.is_drawn else float(math.floor(width + 0.5))
                steps.append(_Step(code, number, pen, width, read, read_width))
                space = (state.spacing + (state.word_spacing if code == b" " else 0.0)) * stretch
                pen += width / 1000 * size * stretch + space
                read += read_width / 1000 * size * stretch + space
                number += 1
                if number < total and not glyphs.is_head[number]:
                    number = self._after(number)
        return steps, pen, read, number - first

    def _after(self, number: int) -> int:
        is_head = self.order.glyphs.is_head
        number += 1
        while number < len(is_head) and not is_head[number]:
            number += 1
        return number

    def _is_dropped(self, number: int) -> bool:
        return any(one in self.order.dropped for one in range(number, self._after(number)))

    def _check_places(self, steps: list[_Step], start: Matrix, ctm: Matrix) -> None:
        """Refuse glyphs that do not stand where the page's reader saw them. Raises NotEditableError."""
        font = self.state.font
        if font is None or font.is_vertical:
            if any(self.order.touches(step.number, self._after(step.number)) for step in steps):
                raise NotEditableError("marked text that runs downwards")
            return
        a, b, c, d, e, f = times(times(start, ctm), self.order.shown)
        drift, rise = self.drift, self.state.rise
        for step in steps:
            along = step.read + drift
            self._check_place(a * along + c * rise + e, b * along + d * rise + f, step.number)

    def _show_as_it_was(self, operator: str, operands: list[Any], stretch: Stretch | None, ctm: Matrix) -> None:
        self.flush()
        self._write_settings(self.state.fitting)
        if self.is_lost and stretch is not None:
            self.emit("Tm", _numbers(self.matrix))
            self.is_lost = self.matrix != self.line
            whole = times(times(self.matrix, ctm), self.order.shown)
            for number, read in zip(stretch.numbers, stretch.read, strict=True):
                self.order.expected[number] = applied(whole, read, self.state.rise)
        else:
            self.write_pending()
        self.pending = []
        self.emit(operator, operands)

    def _write_settings(self, wanted: dict[str, float]) -> None:
        for operator, value in wanted.items():
            if self.written[operator] != value:
                self.written[operator] = value
                self.emit(operator, [_number(value)])

    def _show_anew(self, steps: list[_Step], start: Matrix, ctm: Matrix, out: Callable[[], Matrix]) -> None:
        state = self.state
        if state.font is None or state.font.is_drawn:
            raise NotEditableError("marked letters that are drawings")
        if state.mode >= 4 and not (state.mode == 7 and all(map(self._is_gone, steps))):
            raise NotEditableError("marked letters used as a clip")
        if state.mode not in (0, 3):
            self.flush()
        self.changed = self.is_lost = True
        self.pending = []
        kept = [step for step in steps if not self._is_dropped(step.number)]
        if not kept or abs(state.size) < _TINY:
            return
        stretch = self._stretch(kept)
        self._write_settings({**_NEUTRAL, "Tz": round(state.scale * stretch, 2)})
        self._write_stretches(kept, times(start, ctm), out(), stretch)

    def _is_gone(self, step: _Step) -> bool:
        return self._is_dropped(step.number)

    def _stretch(self, kept: list[_Step]) -> float:
        stretches = {self.order.stretched.get(step.number, 1.0) for step in kept}
        if len(stretches) > 1:
            raise NotEditableError("marked and unmarked letters of a stretched line in one")
        return stretches.pop()

    def _write_stretches(self, kept: list[_Step], whole: Matrix, out: Matrix, stretch: float) -> None:
        state = self.state
        text_to_out = times(whole, inverse(out))
        shown_to_out = inverse(times(out, self.order.shown))
        em = state.size * round(state.scale * stretch, 2) / 100
        array: list[Any] = []
        where, read_from = IDENTITY, IDENTITY
        pen = read = 0.0
        for step in kept:
            target = self._target(step, text_to_out, shown_to_out)
            along, across = applied(inverse(where), *target) if array else (0.0, 1e9)
            gap = along - pen
            if not array or abs(across) > 0.002 * abs(em) or abs(gap) > _FARTHEST_GAP * abs(em):
                self._write_array(array)
                where = (*text_to_out[:4], round(target[0], _PLACES), round(target[1], _PLACES))
                self.emit("Tm", _numbers(where))
                read_from = times(where, times(out, self.order.shown))
                array, pen, read = [], 0.0, 0.0
            elif abs(gap) > 0.0001 * abs(em):
                array.append(_number(round(-gap / em * 1000, 3)))
                pen, read = pen + gap, read + gap
            array.append(step.code)
            self.order.expected[step.number] = applied(read_from, read, state.rise)
            pen += step.width / 1000 * em
            read += step.read_width / 1000 * em
        self._write_array(array)

    def _target(self, step: _Step, text_to_out: Matrix, shown_to_out: Matrix) -> Point:
        """Return where the pen has to stand for a glyph, in the points written so far."""
        numbers = range(step.number, self._after(step.number))
        placed = next((self.order.placed[one] for one in numbers if one in self.order.placed), None)
        if placed is None:
            x, y = applied(inverse(shown_to_out), *applied(text_to_out, step.pen, self.state.rise))
            placed = round(x, _STAYING_PLACES), round(y, _STAYING_PLACES)
        x, y = applied(shown_to_out, *placed)
        rise = self.state.rise
        return x - text_to_out[2] * rise, y - text_to_out[3] * rise

    def _write_array(self, array: list[Any]) -> None:
        joined: list[Any] = []
        for part in array:
            if isinstance(part, bytes) and joined and isinstance(joined[-1], bytes):
                joined[-1] += part
            else:
                joined.append(part)
        if joined:
            shown = [pikepdf.String(part) if isinstance(part, bytes) else part for part in joined]
            self.emit("TJ", [pikepdf.Array(shown)])


def _numbers(matrix: Matrix) -> list[Any]:
    return [_number(value) for value in matrix]


def _number(value: float) -> Any:  # noqa: ANN401 - an int or a Decimal
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else Decimal(f"{rounded:.6f}".rstrip("0"))
