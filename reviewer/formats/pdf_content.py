"""Content streams written anew with only the operators that draw, under new resource names."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

import pikepdf

from reviewer.formats.pdf_marked import MARKING, MarkedSections
from reviewer.formats.pdf_schema import CATEGORIES, DEVICE_COLOURS, OPERATORS

_DEEPEST = 28
_WRITES = frozenset({"Tj", "TJ", "'", '"'})

Renamer = Callable[[str, str], str | None]
Witness = Callable[[str | None, bytes], None]


class StrayContentError(ValueError):
    """The content cannot be taken apart and written again."""


def bare_content(
    source: Any,  # noqa: ANN401 - a page, or any content
    rename: Renamer,
    shown: Witness,
    sections: MarkedSections | None = None,
) -> bytes:
    """Return content without marked content, comments, unknown operators and resources that are not there.

    With `sections` the bounds of marked content stay, as they say.

    `rename` gets category and old name of each resource used and returns the new name, None when there is no such
    resource. `shown` is told every string that is shown with the new name of its font, None when the content has not
    chosen one. Raises StrayContentError.
    """
    try:
        instructions = list(pikepdf.parse_content_stream(source))
        kept = list(_kept(instructions, rename, sections))
        _tell_strings(kept, shown)
        return bytes(pikepdf.unparse_content_stream(kept))
    except (pikepdf.PdfError, TypeError, ValueError, RuntimeError) as error:
        raise StrayContentError(str(error)) from error


def _kept(instructions: Iterable[Any], rename: Renamer, sections: MarkedSections | None) -> Iterable[Any]:
    for instruction in instructions:
        operator = str(instruction.operator)
        if sections is not None and operator in MARKING:
            yield from sections.rewritten(operator, list(instruction.operands))
            continue
        if operator not in OPERATORS:
            continue
        if operator == "INLINE IMAGE":
            yield _inline(instruction)
            continue
        operands = list(instruction.operands)
        if not all(_is_plain(operand, operator in _WRITES) for operand in operands):
            continue
        category = CATEGORIES.get(operator)
        if category is not None:
            renamed = _renamed(operands, operator, category, rename)
            if renamed is None:
                continue
            operands = renamed
        yield pikepdf.ContentStreamInstruction(operands, instruction.operator)
    if sections is not None:
        yield from sections.closing()


def _tell_strings(instructions: Iterable[Any], shown: Witness) -> None:
    font: str | None = None
    saved: list[str | None] = []
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "q":
            saved.append(font)
        elif operator == "Q":
            font = saved.pop() if saved else font
        elif operator == "Tf":
            font = str(instruction.operands[0])[1:]
        elif operator in _WRITES:
            for operand in instruction.operands:
                for part in operand if isinstance(operand, pikepdf.Array) else (operand,):
                    if isinstance(part, pikepdf.String):
                        shown(font, bytes(part))


def _renamed(operands: list[Any], operator: str, category: str, rename: Renamer) -> list[Any] | None:
    """Return operands with the resource under its new name, None when the operator has to go."""
    at = 0 if operator == "Tf" else len(operands) - 1
    if not operands or not isinstance(operands[at], pikepdf.Name):
        return operands if category == "Pattern" else None
    old = str(operands[at])
    if operator in ("cs", "CS") and old in DEVICE_COLOURS:
        return operands
    new = rename(category, old)
    if new is None:
        return None
    return [*operands[:at], pikepdf.Name(f"/{new}"), *operands[at + 1 :]]


def _inline(instruction: Any) -> Any:  # noqa: ANN401 - an inline image
    image = instruction.iimage
    filters = {str(one) for one in image.filters}
    if not filters <= {"/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/FlateDecode", "/RunLengthDecode"}:
        raise StrayContentError("an inline picture that has to be read first")
    space = str(image.obj.get("/CS", image.obj.get("/ColorSpace", "/DeviceGray")))
    if space.startswith("/") and space not in DEVICE_COLOURS:
        raise StrayContentError("an inline picture with named colours")
    return instruction


def _is_plain(operand: Any, may_be_text: bool, depth: int = 0) -> bool:  # noqa: ANN401 - any operand
    if isinstance(operand, pikepdf.Array) and depth < _DEEPEST:
        return all(_is_plain(item, may_be_text, depth + 1) for item in operand)
    if isinstance(operand, pikepdf.String):
        return may_be_text
    return isinstance(operand, int | float | Decimal | pikepdf.Name | bool)


def marked_texts(source: Any) -> Iterator[str]:  # noqa: ANN401 - a page, or any content stream
    """Yield the strings and names that content carries beside what it draws: replacement text, tags, properties."""
    try:
        for instruction in pikepdf.parse_content_stream(source, "BDC BMC DP MP"):
            for operand in instruction.operands:
                yield from _texts(operand, 0)
    except (pikepdf.PdfError, TypeError, ValueError, RuntimeError):
        return


def _texts(thing: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - any operand
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Name):
        yield str(thing)[1:]
    elif isinstance(thing, pikepdf.Array) and depth < _DEEPEST:
        for item in thing:
            yield from _texts(item, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary) and depth < _DEEPEST:
        for key, value in thing.items():
            yield key[1:]
            yield from _texts(value, depth + 1)
