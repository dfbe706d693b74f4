"""A page's own content changed in its marked places alone: every other operator stays word for word.

The content is followed operator by operator as a reader would (ISO 32000-2, 8 and 9), with the forms that it paints.
Whatever cannot be followed surely is refused, so that the caller can draw the page anew instead. The outcome has to
be read again and compared by the caller: nothing here is trusted to have met the glyphs that were meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from reviewer.formats.pdf_edit_order import EditOrder, NotEditableError
from reviewer.formats.pdf_font_codes import FontCodes, UnknownCodesError
from reviewer.formats.pdf_layers import Layers, UnknownLayerError
from reviewer.formats.pdf_marked import section_number
from reviewer.formats.pdf_matrix import IDENTITY, Matrix, applied, inverse, times
from reviewer.formats.pdf_objects import inherited
from reviewer.formats.pdf_path_editing import (
    CONSTRUCTION,
    PAINTING,
    PathEditor,
    box_of_points,
    lane_of,
)
from reviewer.formats.pdf_text_editing import UNSET, TextEditor, TextState

_DEEPEST = 20
_MOVES = frozenset({"Td", "TD", "Tm", "T*"})
_SETS = frozenset({"Tc", "Tw", "Tz", "TL", "Ts", "Tr"})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_UNIT = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


class PageEditor:
    """Edits pages of one PDF, which is changed by it: new streams are added, pages get new content."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.layers = Layers(pdf)
        self._fonts: dict[tuple[int, int], FontCodes] = {}

    def edited(self, page: Any, order: EditOrder) -> tuple[bytes, Any]:  # noqa: ANN401 - a page object
        """Return a page's content as ordered, and its resources. Raises NotEditableError."""
        resources = inherited(page, "/Resources") or pikepdf.Dictionary()
        run = _Run(self, order)
        try:
            data, _, own = run.stream(pikepdf.Page(page), [resources], IDENTITY, TextState(), 0, dict(UNSET))
        except NotEditableError:
            raise
        except (
            pikepdf.PdfError, UnknownCodesError, UnknownLayerError, ValueError, TypeError, KeyError, IndexError,
            AttributeError, ZeroDivisionError, OverflowError, RecursionError, RuntimeError,
        ) as error:  # fmt: skip
            raise NotEditableError("content that cannot be followed") from error
        if run.count != len(order.glyphs):
            raise NotEditableError("other glyphs than those that were read")
        return data, own

    def font(self, font: Any) -> FontCodes:  # noqa: ANN401 - a font
        """Return how a font reads strings."""
        if not font.is_indirect:
            return FontCodes(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = FontCodes(font)
        return self._fonts[font.objgen]


@dataclass
class _Run:
    """One page being edited; `count` numbers the glyphs met so far."""

    editor: PageEditor
    order: EditOrder
    count: int = 0

    def stream(
        self,
        source: Any,  # noqa: ANN401 - a page or a form
        resources: list[Any],
        ctm: Matrix,
        state: TextState,
        depth: int,
        written: dict[str, float],
    ) -> tuple[bytes, bool, Any]:
        """Return a content stream as edited, whether it changed, and the resources it needs then.

        `state` is that of the text where the stream begins, `written` what of it the new content has set by then.
        """
        if depth > _DEEPEST:
            raise NotEditableError("forms nested too deeply")
        stream = _Stream(self, resources, ctm, TextEditor(self.order, state, written), depth)
        instructions = list(pikepdf.parse_content_stream(source))
        stream.run(instructions)
        return bytes(pikepdf.unparse_content_stream(stream.out)), stream.is_changed, stream.own_resources()


class _Stream:
    def __init__(self, run: _Run, resources: list[Any], ctm: Matrix, text: TextEditor, depth: int) -> None:
        self._page, self._order, self._resources, self._depth = run, run.order, resources, depth
        self.out: list[Any] = []
        self._ctm = self._written_ctm = ctm
        self._held: list[list[Any]] = []
        self._stack: list[tuple[Matrix, Matrix, list[list[Any]], TextState, dict[str, float]]] = []
        self._text = text
        text.emit, text.flush = self._emit, self._flush
        self._is_behind = text.is_behind
        self._path = PathEditor(self._order)
        self._hidden: list[bool] = []
        self._added: dict[str, Any] = {}
        self._changed = False

    @property
    def is_changed(self) -> bool:
        return self._changed or self._text.changed or (self._is_behind and self._text.shown)

    def own_resources(self) -> Any:  # noqa: ANN401 - a dictionary
        own = pikepdf.Dictionary(dict(self._resources[0].items()))
        if self._added:
            forms = self._resources[0].get("/XObject", pikepdf.Dictionary())
            own.XObject = pikepdf.Dictionary({**dict(forms.items()), **self._added})
        return own

    def run(self, instructions: list[Any]) -> None:
        for instruction in instructions:
            operator = str(instruction.operator)
            if operator == "INLINE IMAGE":
                self._picture_goes_by()
                self._flush()
                if self._is_hidden:
                    self._order.sections.touch()
                else:
                    self.out.append(instruction)
                continue
            self._one(operator, list(instruction.operands))
        for _ in self._stack:
            self._emit("Q", [])
        if not self._depth:
            self.out = self._order.sections.finished(self.out)

    @property
    def _is_hidden(self) -> bool:
        return any(self._hidden)

    def _emit(self, operator: str, operands: Any) -> None:  # noqa: ANN401 - a list of operands
        self.out.append(pikepdf.ContentStreamInstruction(list(operands), pikepdf.Operator(operator)))

    def _flush(self) -> None:
        for operands in self._held:
            self._emit("cm", operands)
        self._held = []
        self._written_ctm = self._ctm

    def _one(self, operator: str, operands: list[Any]) -> None:
        if operator in _SHOWS:
            self._show(operator, operands)
        elif operator in _MOVES:
            self._text.move(operator, operands)
        elif operator in _SETS:
            self._text.set(operator, operands)
        elif operator in CONSTRUCTION:
            self._path.add(operator, operands, self._ctm)
        elif operator in ("W", "W*"):
            self._path.clip = operator
        elif operator in PAINTING:
            self._paint(operator)
        elif operator in _RULES:
            _RULES[operator](self, operator, operands)
        else:
            self._emit(operator, operands)

    def _show(self, operator: str, operands: list[Any]) -> None:
        if self._is_hidden:
            if operator in ("'", '"'):
                raise NotEditableError("text of a layer that is off")
            self._text.skip()
            self._order.sections.touch()
            return
        first = self._page.count
        self._page.count += self._text.show(operator, operands, first, self._ctm, lambda: self._written_ctm)
        self._order.sections.lose(one for one in range(first, self._page.count) if one in self._order.dropped)

    def _paint(self, operator: str) -> None:
        steps = self._path.lane(self._written_ctm)
        if steps:
            self._changed = True
        else:
            steps, changed = self._path.finish(operator, self._is_hidden)
            self._changed = self._changed or changed
            if changed:
                self._order.sections.touch()
            if steps:
                self._flush()
        for name, operands in steps:
            self._emit(name, operands)

    def _save(self, operator: str, operands: list[Any]) -> None:
        self._text.write_pending()
        self._stack.append((self._ctm, self._written_ctm, list(self._held), self._text.state, dict(self._text.written)))
        self._emit(operator, operands)

    def _restore(self, operator: str, operands: list[Any]) -> None:
        if not self._stack:
            return
        self._text.write_pending()
        self._ctm, self._written_ctm, self._held, self._text.state, self._text.written = self._stack.pop()
        self._emit(operator, operands)

    def _transform(self, _operator: str, operands: list[Any]) -> None:
        a, b, c, d, e, f = map(float, operands)
        self._ctm = times((a, b, c, d, e, f), self._ctm)
        self._held.append(operands)

    def _begin_text(self, operator: str, operands: list[Any]) -> None:
        self._text.begin()
        self._emit(operator, operands)

    def _end_text(self, operator: str, operands: list[Any]) -> None:
        self._text.end()
        self._emit(operator, operands)

    def _choose_font(self, operator: str, operands: list[Any]) -> None:
        font = self._resource("/Font", str(operands[0]))
        codes = self._page.editor.font(font) if isinstance(font, pikepdf.Dictionary) else None
        self._text.state = replace(self._text.state, font=codes, size=float(operands[1]))
        self._emit(operator, operands)

    def _choose_state(self, operator: str, operands: list[Any]) -> None:
        state = self._resource("/ExtGState", str(operands[0]))
        if isinstance(state, pikepdf.Dictionary) and "/Font" in state:
            raise NotEditableError("a font set by a graphics state")
        self._flush()
        self._emit(operator, operands)

    def _shade(self, operator: str, operands: list[Any]) -> None:
        self._flush()
        if self._is_hidden:
            self._order.sections.touch()
        else:
            self._emit(operator, operands)

    def _begin_marked(self, operator: str, operands: list[Any]) -> None:
        is_off = False
        if operator == "BDC" and operands and str(operands[0]) == "/OC" and isinstance(operands[1], pikepdf.Name):
            layer = self._resource("/Properties", str(operands[1]))
            is_off = not self._page.editor.layers.shows(layer)
        self._hidden.append(is_off)
        self._changed = self._changed or is_off
        if not self._depth:
            number = section_number(operator, operands, lambda name: self._resource("/Properties", name))
            self._order.sections.begin(number, self.out)

    def _end_marked(self, _operator: str, _operands: list[Any]) -> None:
        if not self._depth:
            self._order.sections.end(self.out)
        if self._hidden:
            self._hidden.pop()

    def _leave_out(self, _operator: str, _operands: list[Any]) -> None:
        """Points of marked content and sections for newer readers draw nothing."""

    def _resource(self, category: str, name: str) -> Any:  # noqa: ANN401 - any PDF value
        for one in self._resources:
            group = one.get(category) if isinstance(one, pikepdf.Dictionary) else None
            if isinstance(group, pikepdf.Dictionary) and name in group:
                return group[name]
        return None

    def _picture_goes_by(self) -> None:
        if not self._order.blanked:
            return
        whole = times(self._ctm, self._order.shown)
        box = box_of_points(applied(whole, x, y) for x, y in _UNIT)
        if any(box.touches(area) for area in self._order.blanked):
            raise NotEditableError("a picture under a mark")

    def _do(self, operator: str, operands: list[Any]) -> None:
        thing = self._resource("/XObject", str(operands[0]))
        if not isinstance(thing, pikepdf.Stream):
            return
        is_off = self._is_hidden or not self._page.editor.layers.shows(thing.get("/OC"))
        if is_off:
            self._changed = True
            self._order.sections.touch()
            return
        self._text.write_pending()
        self._flush()
        if str(thing.get("/Subtype", "")) == "/Image":
            self._picture_goes_by()
        elif str(thing.get("/Subtype", "")) == "/Form":
            thing = self._form(thing)
        if "/OC" in thing:
            del thing["/OC"]
        if self._resource("/XObject", str(operands[0])).objgen != thing.objgen:
            operands = [pikepdf.Name(self._add(thing))]
        self._emit(operator, operands)

    def _form(self, form: Any) -> Any:  # noqa: ANN401 - a form
        matrix = form.get("/Matrix")
        a, b, c, d, e, f = map(float, matrix) if isinstance(matrix, pikepdf.Array) else IDENTITY
        ctm = times((a, b, c, d, e, f), self._ctm)
        own = form.get("/Resources")
        resources = [own, *self._resources] if isinstance(own, pikepdf.Dictionary) else self._resources
        text = self._text
        data, changed, needed = self._page.stream(form, resources, ctm, text.state, self._depth + 1, dict(text.written))
        if not changed:
            return form
        self._changed = True
        new = self._page.editor.pdf.make_stream(data)
        for key, value in form.items():
            if key not in ("/Length", "/Filter", "/DecodeParms", "/Resources", "/OC"):
                new[key] = value
        new.Resources = needed
        self._widen(new, form, ctm)
        return new

    def _widen(self, new: Any, form: Any, ctm: Matrix) -> None:  # noqa: ANN401 - forms
        """Give a form that is cut to one marked line room for what stands there now."""
        left, bottom, right, top = (float(value) for value in form.BBox)
        whole = times(ctm, self._order.shown)
        corners = ((left, bottom), (right, bottom), (right, top), (left, top))
        lane = lane_of(self._order, box_of_points(applied(whole, *corner) for corner in corners))
        if lane is not None:
            back = inverse(whole)
            corners = ((lane.x0, lane.y0), (lane.x1, lane.y0), (lane.x1, lane.y1), (lane.x0, lane.y1))
            box = box_of_points(applied(back, *corner) for corner in corners)
            new.BBox = pikepdf.Array([round(value, 3) for value in (box.x0, box.y0, box.x1, box.y1)])

    def _add(self, thing: Any) -> str:  # noqa: ANN401 - a form
        taken = {key for one in self._resources for key in one.get("/XObject", pikepdf.Dictionary()).keys()}  # noqa: SIM118
        name = next(name for name in _fresh_names() if name not in taken and name not in self._added)
        self._added[name] = thing
        return name


def _fresh_names() -> Iterator[str]:
    number = 0
    while True:
        yield f"/Edited{number}"
        number += 1


_RULES: dict[str, Any] = {
    "q": _Stream._save,
    "Q": _Stream._restore,
    "cm": _Stream._transform,
    "BT": _Stream._begin_text,
    "ET": _Stream._end_text,
    "Tf": _Stream._choose_font,
    "gs": _Stream._choose_state,
    "sh": _Stream._shade,
    "Do": _Stream._do,
    "BMC": _Stream._begin_marked,
    "BDC": _Stream._begin_marked,
    "EMC": _Stream._end_marked,
    "MP": _Stream._leave_out,
    "DP": _Stream._leave_out,
    "BX": _Stream._leave_out,
    "EX": _Stream._leave_out,
}
