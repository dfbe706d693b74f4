"""Content streams written anew with only the operators that draw, under new resource names."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pikepdf

from reviewer.formats.pdf_schema import CATEGORIES, DEVICE_COLOURS, OPERATORS

_DEEPEST = 28

Renamer = Callable[[str, str], str | None]


class StrayContentError(ValueError):
    """The content cannot be taken apart and written again."""


def bare_content(source: Any, rename: Renamer) -> bytes:  # noqa: ANN401 - a page, or any content stream
    """Return content without marked content, comments, unknown operators and resources that are not there.

    `rename` gets category and old name of each resource used and returns the new name, None when there is no such
    resource. Raises StrayContentError.
    """
    try:
        instructions = list(pikepdf.parse_content_stream(source))
        kept = list(_kept(instructions, rename))
        return bytes(pikepdf.unparse_content_stream(kept))
    except (pikepdf.PdfError, TypeError, ValueError, RuntimeError) as error:
        raise StrayContentError(str(error)) from error


def _kept(instructions: Iterable[Any], rename: Renamer) -> Iterable[Any]:
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator not in OPERATORS:
            continue
        if operator == "INLINE IMAGE":
            yield _inline(instruction)
            continue
        operands = list(instruction.operands)
        if not all(_is_plain(operand) for operand in operands):
            continue
        category = CATEGORIES.get(operator)
        if category is not None:
            renamed = _renamed(operands, operator, category, rename)
            if renamed is None:
                continue
            operands = renamed
        yield pikepdf.ContentStreamInstruction(operands, instruction.operator)


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


def _is_plain(operand: Any, depth: int = 0) -> bool:  # noqa: ANN401 - any operand
    if isinstance(operand, pikepdf.Array) and depth < _DEEPEST:
        return all(_is_plain(item, depth + 1) for item in operand)
    return isinstance(operand, int | float | Decimal | pikepdf.Name | pikepdf.String | bool)
