"""A page as its styles have it shown: with the words that a style sheet writes, its boxes in the order they are set."""

import copy
import re

from lxml import etree

from reviewer.formats.html_styles import Styles

_CONTENT = re.compile(r"(?<![\w-])content\s*:([^;}]*)", re.IGNORECASE)
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|(.))", re.DOTALL)
_ATTRIBUTE = re.compile(r"attr\(\s*([\w-]+)\s*\)", re.IGNORECASE)
_ORDER = re.compile(r"(?<![\w-])order\s*:\s*(-?\d{1,9})", re.IGNORECASE)
_MAY_SAY_SO = re.compile(r"content\s*:|(?<![\w-])order\s*:", re.IGNORECASE)
_MOST_WRITTEN = 20_000


def as_shown(source: str, root: etree._Element) -> etree._Element | None:
    """Return a copy of a parsed page with the words of its style sheets in it, and with boxes in their set order.

    `source` is the page as text. None when no style says anything of the kind. As only the last part of a selector is
    looked at, words may stand in too many places; they stand in none too few.
    """
    if not _MAY_SAY_SO.search(source):
        return None
    shown = copy.deepcopy(root)
    return shown if _Showing(shown).change(shown) else None


class _Showing:
    def __init__(self, root: etree._Element) -> None:
        self._written = Styles(root, (_CONTENT,))
        self._ordered = Styles(root, (_ORDER,))
        self._count = 0

    def change(self, root: etree._Element) -> bool:
        """Change a tree; return whether anything was changed."""
        body = root if root.tag == "body" else root.find(".//body")
        elements = [one for one in (body if body is not None else root).iter() if isinstance(one.tag, str)]
        changed = [self._put_in_order(element) for element in elements]
        if self._written:
            changed += [self._write(element) for element in elements]
        return any(changed)

    def _write(self, element: etree._Element) -> bool:
        if element.tag in ("style", "script") or self._count >= _MOST_WRITTEN:
            return False
        before, after = self._words(element, "before"), self._words(element, "after")
        if before:
            element.text = before + (element.text or "")
        if after and len(element):
            element[-1].tail = (element[-1].tail or "") + after
        elif after:
            element.text = (element.text or "") + after
        self._count += bool(before or after)
        return bool(before or after)

    def _words(self, element: etree._Element, pseudo: str) -> str:
        """Return what the last style says that stands before or behind an element's own words."""
        said = [found[-1] for style in self._written.of(element, pseudo) if (found := _CONTENT.findall(style))]
        if not said:
            return ""
        quoted = _ATTRIBUTE.sub(lambda match: _quoted(element.get(match[1].lower()) or ""), said[-1])
        return "".join(_unescaped(match[1] or match[2] or "") for match in _STRING.finditer(quoted))

    def _put_in_order(self, element: etree._Element) -> bool:
        children = list(element)
        orders = [self._order(child) if isinstance(child.tag, str) else 0 for child in children]
        if len(set(orders)) < 2:
            return False
        pieces: list[tuple[int, etree._Element | str]] = [(0, element.text or "")]
        for child, order in zip(children, orders, strict=True):
            pieces += [(order, child), (0, child.tail or "")]
            child.tail = None
        for child in children:
            element.remove(child)
        element.text = None
        for _, piece in sorted((piece for piece in pieces if _is_shown(piece[1])), key=lambda one: one[0]):
            _put(element, piece)
        return True

    def _order(self, element: etree._Element) -> int:
        found = [int(one) for style in self._ordered.of(element) for one in _ORDER.findall(style)]
        own = _ORDER.findall(element.get("style") or "")
        return int(own[-1]) if own else found[-1] if found else 0


def _is_shown(piece: etree._Element | str) -> bool:
    return not isinstance(piece, str) or bool(piece.strip())


def _put(element: etree._Element, piece: etree._Element | str) -> None:
    if not isinstance(piece, str):
        element.append(piece)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + piece
    else:
        element.text = (element.text or "") + piece


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unescaped(string: str) -> str:
    return _ESCAPE.sub(_character, string)


def _character(match: re.Match[str]) -> str:
    if not match[1]:
        return "" if match[2] == "\n" else match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
