"""Every string that a PDF shows, with its font: to be gone through, and to be written anew."""

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

Number = tuple[int, int]
Rewrite = Callable[[Number, bytes], bytes]
"""Returns what is written in place of a string of the font that has this object number."""

_SHOWS = ("Tj", "TJ", "'", '"')


class UnsureFontError(ValueError):
    """It cannot be told in which font a string is shown."""


def shown_strings(pdf: pikepdf.Pdf, skips_unsure: bool = False) -> Iterator[tuple[Number, bytes]]:
    """Go through all strings shown, page by page and then what pages draw with.

    Raises UnsureFontError, or with `skips_unsure` leaves the rest of that content out.
    """
    found: list[tuple[Number, bytes]] = []

    def note(font: Number, data: bytes) -> bytes:
        found.append((font, data))
        return data

    for content, resources in _contents(pdf):
        try:
            _rewritten(content, resources, note)
        except UnsureFontError:
            if not skips_unsure:
                raise
    yield from found


def rewrite_strings(pdf: pikepdf.Pdf, rewrite: Rewrite) -> None:
    """Write every string anew. Raises UnsureFontError."""
    for content, resources in _contents(pdf):
        instructions = _rewritten(content, resources, rewrite)
        if instructions is not None:
            data = pikepdf.unparse_content_stream(instructions)
            if isinstance(content, pikepdf.Page):
                content.obj.Contents = pdf.make_stream(data)
            else:
                content.write(data)


def _contents(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Go through all that draws, each with its resources: pages, forms, patterns, letters that are drawings."""
    for page in pdf.pages:
        yield page, page.obj.get("/Resources")
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            if str(thing.get("/Subtype", "")) == "/Form" or thing.get("/PatternType") == 1:
                yield thing, thing.get("/Resources")
        elif isinstance(thing, pikepdf.Dictionary) and "/CharProcs" in thing:
            for _, drawing in thing.CharProcs.items():
                yield drawing, thing.get("/Resources")


def _rewritten(content: Any, resources: Any, rewrite: Rewrite) -> list[Any] | None:  # noqa: ANN401 - page or stream
    """Return the instructions of a content with its strings written anew, None when none has changed."""
    font: Number | None = None
    saved: list[Number | None] = []
    instructions: list[Any] = []
    has_changed = False
    parsed: list[Any] = list(pikepdf.parse_content_stream(content))
    for operands, operator in parsed:
        name, items = str(operator), list(operands)
        if name == "q":
            saved.append(font)
        elif name == "Q" and saved:
            font = saved.pop()
        elif name == "Tf":
            font = _number(resources, "/Font", items[0])
        elif name == "gs":
            font = _font_of_state(resources, items[0]) or font
        elif name in _SHOWS and items:
            if font is None:
                raise UnsureFontError("a string without a font")
            changed = _changed(items[-1], font, rewrite)
            if changed is not None:
                items[-1] = changed
                has_changed = True
        instructions.append((items, operator))
    return instructions if has_changed else None


def _changed(operand: Any, font: Number, rewrite: Rewrite) -> Any:  # noqa: ANN401 - a string or an array
    if not isinstance(operand, pikepdf.Array):
        data = bytes(operand)
        new = rewrite(font, data)
        return pikepdf.String(new) if new != data else None
    pieces = [bytes(one) if isinstance(one, pikepdf.String) else one for one in operand]
    written = [rewrite(font, one) if isinstance(one, bytes) else one for one in pieces]
    if written == pieces:
        return None
    return pikepdf.Array([pikepdf.String(one) if isinstance(one, bytes) else one for one in written])


def _number(resources: Any, kind: str, name: Any) -> Number:  # noqa: ANN401 - a dictionary and a name
    fonts = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
    font = fonts.get(str(name)) if isinstance(fonts, pikepdf.Dictionary) else None
    if font is None or not font.is_indirect:
        raise UnsureFontError("a font that is not in the resources")
    return font.objgen


def _font_of_state(resources: Any, name: Any) -> Number | None:  # noqa: ANN401 - a dictionary and a name
    states = resources.get("/ExtGState") if isinstance(resources, pikepdf.Dictionary) else None
    state = states.get(str(name)) if isinstance(states, pikepdf.Dictionary) else None
    if not isinstance(state, pikepdf.Dictionary) or "/Font" not in state:
        return None
    return state.Font[0].objgen
