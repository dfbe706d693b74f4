"""The device that stands between an old page and the new one and lets through only what may stay."""

from collections.abc import Callable, Sequence
from typing import Any

import pymupdf as _pymupdf

from reviewer.pages.drawing_plan import DrawingPlan
from reviewer.pages.path_filter import without_marked_parts
from reviewer.pages.picture_filter import Clip, PictureFilter

_low: Any = _pymupdf.mupdf
_raw: Any = _pymupdf.mupdf._mupdf

Handler = Callable[..., Any]


class UnsafeContentError(Exception):
    """The page holds something that cannot be let through in part."""


class GlyphFilter(_low.FzDevice2):  # type: ignore[misc]
    """Hands everything on to `target` but dropped glyphs and whatever lies in a blanked area.

    A fault inside a callback cannot cross MuPDF: it is kept in `fault`, and nothing more is handed on.
    """

    def __init__(
        self,
        target: Any,  # noqa: ANN401 - the native object has no type of its own
        plan: DrawingPlan,
        size: tuple[float, float],
        letters: Sequence[str],
    ) -> None:
        super().__init__()
        for name in _HANDLERS:
            getattr(self, f"use_virtual_{name}")()
        self._target = target.m_internal
        self._dropped, self._moved, self._letters = plan.dropped, plan.moved, letters
        self._blanked, self._ruled = plan.blanked, plan.ruled
        self._pictures = PictureFilter(size, plan.blanked)
        self.count = 0
        self.fault: Exception | None = None
        self.fonts: list[int] = []
        self.unicode: dict[int, dict[int, str]] = {}
        self._clips: list[Clip | None] = []

    def handle(self, name: str, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401 - whatever MuPDF expects back
        """Deal with one call of MuPDF's; `arguments` are those of the device's function of that name."""
        if self.fault is not None:
            return 0
        try:
            return _HANDLERS[name](self, name, *arguments)
        except Exception as error:
            self.fault = error
            return 0

    def pass_on(self, name: str, *arguments: Any) -> Any:  # noqa: ANN401 - native objects
        """Hand a call on as it is."""
        return getattr(_raw, f"ll_fz_{name}")(self._target, *arguments)

    def text(self, name: str, text: Any, *rest: Any) -> None:  # noqa: ANN401 - native objects
        """Hand on the glyphs that stay."""
        ctm = rest[1] if "stroke" in name else rest[0]
        kept = self._kept(text, ctm)
        if name.startswith("clip"):
            self._clips.append(None)
        if kept is not None or name.startswith("clip"):
            new = kept if kept is not None else _low.FzText()
            self.pass_on(name, new.m_internal, *rest)

    def _kept(self, text: Any, ctm: Any) -> Any:  # noqa: ANN401 - native objects
        new, used = _low.FzText(), False
        inverse = _low.fz_invert_matrix(_low.FzMatrix(ctm))
        span = text.head
        while span:
            used = self._copy_span(_low.FzTextSpan(span), new, inverse) or used
            span = span.next
        return new if used else None

    def _copy_span(self, span: Any, new: Any, inverse: Any) -> bool:  # noqa: ANN401 - native objects
        inner, used, is_dropped = span.m_internal, False, False
        font, key = span.font(), 0
        for index in range(inner.len):
            item = span.items(index)
            number, self.count = self.count, self.count + 1
            if item.gid >= 0:
                is_dropped = number in self._dropped
            if is_dropped or item.gid < 0:
                continue
            if not used:
                used, key = True, self._use(font)
            dx, dy = self._moved.get(number, (0.0, 0.0))
            a, b, c, d = inverse.a, inverse.b, inverse.c, inverse.d
            trm = inner.trm
            x, y = item.x + a * dx + c * dy, item.y + b * dx + d * dy
            place = _low.FzMatrix(trm.a, trm.b, trm.c, trm.d, x, y)
            _low.fz_show_glyph(
                new, font, place, item.gid, item.ucs, inner.wmode, inner.bidi_level, inner.markup_dir, inner.language
            )
            self.unicode[key].setdefault(item.gid, self._meaning(number, span, index))
        return used

    def _use(self, font: Any) -> int:  # noqa: ANN401 - the native object has no type of its own
        if font.m_internal.t3procs:
            raise UnsafeContentError("a font made of drawings")
        key = int(font.m_internal_value())
        if key not in self.unicode:
            self.fonts.append(key)
            self.unicode[key] = {}
        return key

    def _meaning(self, number: int, span: Any, index: int) -> str:  # noqa: ANN401 - native objects
        letters = [self._letters[number]] if number < len(self._letters) else []
        while (index := index + 1) < span.m_internal.len and span.items(index).gid < 0:
            number += 1
            letters.append(self._letters[number])
        return "".join(letters)

    def path(self, name: str, path: Any, *rest: Any) -> None:  # noqa: ANN401 - native objects
        """Hand on what of a path lies outside the blanked areas."""
        ctm = rest[1]
        has_marks = self._blanked or self._ruled
        whole = _low.FzPath(_low.ll_fz_keep_path(path))
        stay = without_marked_parts(whole, ctm, self._blanked, self._ruled) if has_marks else whole
        if stay is not None:
            self.pass_on(name, stay.m_internal, *rest)

    def clip_path(self, name: str, path: Any, option: Any, ctm: Any, scissor: Any) -> None:  # noqa: ANN401 - native
        """Hand on a clip and remember it for the pictures inside it."""
        kept = _low.FzPath(_low.ll_fz_keep_path(path))
        is_stroke = name == "clip_stroke_path"
        stroke = _low.FzStrokeState(_low.ll_fz_keep_stroke_state(option)) if is_stroke else None
        self._clips.append(Clip(kept, 0 if is_stroke else int(option), _low.FzMatrix(ctm), stroke))
        self.pass_on(name, path, option, ctm, scissor)

    def clip_mask(self, name: str, image: Any, ctm: Any, scissor: Any) -> None:  # noqa: ANN401 - native objects
        """Hand on a clip by a picture, which must not lie in a blanked area."""
        if self._pictures.is_touched(ctm):
            raise UnsafeContentError("a picture used as a stencil")
        self._clips.append(None)
        self.pass_on(name, image, ctm, scissor)

    def pop_clip(self, name: str) -> None:
        """Hand on the end of a clip."""
        if self._clips:
            self._clips.pop()
        self.pass_on(name)

    def mask(self, name: str, *arguments: Any) -> None:  # noqa: ANN401 - native objects
        """Hand on the beginning or end of a mask; its end begins a clip."""
        if name == "end_mask":
            self._clips.append(None)
        self.pass_on(name, *arguments)

    def image(self, name: str, image: Any, ctm: Any, *rest: Any) -> None:  # noqa: ANN401 - native objects
        """Hand on what is seen of a picture."""
        clips = [clip for clip in self._clips if clip is not None]
        seen = self._pictures.seen_part(image, ctm, clips, is_mask=name == "fill_image_mask")
        if seen is not None:
            picture, matrix = seen
            self.pass_on(name, picture.m_internal, matrix, *rest)

    def tile(self, _name: str, *_arguments: Any) -> int:  # noqa: ANN401 - native objects
        """Refuse patterns: MuPDF's writer has none."""
        raise UnsafeContentError("a pattern")


_HANDLERS: dict[str, Handler] = {
    "fill_path": GlyphFilter.path,
    "stroke_path": GlyphFilter.path,
    "clip_path": GlyphFilter.clip_path,
    "clip_stroke_path": GlyphFilter.clip_path,
    "fill_text": GlyphFilter.text,
    "stroke_text": GlyphFilter.text,
    "clip_text": GlyphFilter.text,
    "clip_stroke_text": GlyphFilter.text,
    "ignore_text": GlyphFilter.text,
    "fill_shade": GlyphFilter.pass_on,
    "fill_image": GlyphFilter.image,
    "fill_image_mask": GlyphFilter.image,
    "clip_image_mask": GlyphFilter.clip_mask,
    "pop_clip": GlyphFilter.pop_clip,
    "begin_mask": GlyphFilter.mask,
    "end_mask": GlyphFilter.mask,
    "begin_group": GlyphFilter.pass_on,
    "end_group": GlyphFilter.pass_on,
    "begin_tile": GlyphFilter.tile,
    "end_tile": GlyphFilter.pass_on,
}


def _callback(name: str) -> Handler:
    def called(device: GlyphFilter, _context: Any, *arguments: Any) -> Any:  # noqa: ANN401 - native objects
        return device.handle(name, arguments)

    return called


for _name in _HANDLERS:
    setattr(GlyphFilter, _name, _callback(_name))
