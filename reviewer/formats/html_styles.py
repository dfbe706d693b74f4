"""The styles of a page's elements, by themselves and by the page's own style sheets."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PART_OF_SELECTOR = re.compile(r"[.#]?[\w-]+")
_PSEUDO_ELEMENT = re.compile(r"::?(before|after)$", re.IGNORECASE)
_MOST_RULES = 5_000


class Styles:
    """Tells for the elements of one page what their styles say, as far as any of `telling` is in them.

    Only the last part of a selector is looked at: one element too many has a style, none too few. `pseudo` is "before"
    or "after" for what stands before or behind an element's content.
    """

    def __init__(self, root: etree._Element, telling: Sequence[re.Pattern[str]]) -> None:
        sheets = _COMMENT.sub(" ", "\n".join(map(text_of, root.iter("style"))))
        self._rules = [rule for rule in _rules(sheets) if any(one.search(rule[2]) for one in telling)]

    def __bool__(self) -> bool:
        """Return whether any style sheet says something."""
        return bool(self._rules)

    def of(self, element: etree._Element, pseudo: str = "") -> Iterator[str]:
        """Go through the styles of an element: its own, then those of the sheets in their order."""
        if not pseudo:
            yield element.get("style") or ""
        if self._rules:
            names = {str(element.tag), f"#{element.get('id')}", "*"}
            names.update(f".{one}" for one in (element.get("class") or "").split())
            yield from (style for selected, kind, style in self._rules if kind == pseudo and selected & names)


def text_of(element: etree._Element) -> str:
    """Return all text in an element."""
    return "".join(map(str, element.itertext()))


def _rules(sheets: str) -> list[tuple[set[str], str, str]]:
    """Return the rules: names that a selector ends with, which pseudo-element it means, what it says."""
    rules: list[tuple[set[str], str, str]] = []
    for match in _RULE.finditer(sheets):
        for pseudo in ("", "before", "after"):
            names = {name for one in match[1].split(",") for name in _names(one, pseudo)}
            if names and len(rules) < _MOST_RULES:
                rules.append((names, pseudo, match[2]))
    return rules


def _names(selector: str, pseudo: str) -> list[str]:
    parts = selector.split()
    found = _PSEUDO_ELEMENT.search(parts[-1]) if parts else None
    if not parts or (found[1].lower() if found else "") != pseudo:
        return []
    last = parts[-1][: found.start()] if found else parts[-1]
    return _PART_OF_SELECTOR.findall(last) or ["*"]
