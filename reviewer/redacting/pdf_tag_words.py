"""What a structure tree may take along into a clean copy: standard words, and texts in which nothing has to go."""

import re
import unicodedata
from typing import Any

import pikepdf

from reviewer.redacting.matching import WordFinder
from reviewer.redacting.pdf_finding import Finder

TEXT_KEYS = ("Alt", "ActualText", "E", "T")
"""Entries of an element in which a person may write."""

NEUTRAL = "NonStruct"
"""The type of an element that only holds others."""

_NEEDED_LIST = """
StructTreeRoot StructElem ParentTree Nums MarkInfo Marked StructParents StructParent MCID MCR OBJR Obj Pg BDC BMC EMC
Artifact Type NonStruct K S P
"""
_NEEDED = frozenset(_NEEDED_LIST.split())
_NUMBERS = "\nMCID ".join(map(str, range(2000)))
_TYPE_LIST = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form
"""
_TYPES = frozenset(_TYPE_LIST.split())
_NAMED: dict[str, dict[str, frozenset[str]]] = {
    "Table": {"Scope": frozenset(("Row", "Column", "Both"))},
    "List": {
        "ListNumbering": frozenset(
            ("None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha")
        )
    },
    "Layout": {
        "Placement": frozenset(("Block", "Inline", "Before", "Start", "End")),
        "WritingMode": frozenset(("LrTb", "RlTb", "TbRl")),
    },
}
_COUNTED = {"Table": ("RowSpan", "ColSpan")}
_MOST_CELLS = 1000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Za-z]{2}|\d{3}))?")
_LONGEST_TEXT = 10_000
_MOST_ROLES = 8
_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn")


class TagWords:
    """Judges the words of one structure tree."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._words = WordFinder(finder.order)
        self._known: dict[str, bool] = {}
        words = (word for term in finder.order.terms for word in (term, *term.split()))
        self._terms = {bare for word in words if (bare := _bare(word))}

    @property
    def may_be_written(self) -> bool:
        """Return whether none of the words and numbers without which there is no tree is one to be removed."""
        return all(map(self.is_free, _NEEDED)) and self._finder.is_clean(_NUMBERS)

    def is_free(self, word: str) -> bool:
        """Return whether a word of the format is none to be removed."""
        if word not in self._known:
            self._known[word] = self._finder.is_clean(word) and not self._words.is_in_identifier(word)
        return self._known[word]

    def is_clean(self, text: str) -> bool:
        """Return whether a text is short, legible and holds nothing to be removed, however it is spelt."""
        if len(text) > _LONGEST_TEXT or any(
            unicodedata.category(one) in _UNSEEN for one in text if one not in "\n\r\t"
        ):
            return False
        is_clean = self.is_clean_run(text) and not any(map(self._words.is_in_identifier, text.split()))
        return is_clean and not self._may_join(text)

    def _may_join(self, text: str) -> bool:
        """Return whether a text could spell a term together with letters that stand before or after it."""
        tokens = [bare for token in text.split() if (bare := _bare(token))]
        if not tokens:
            return False
        first, last, is_one = tokens[0], tokens[-1], len(tokens) == 1
        return any(term.startswith(last) or term.endswith(first) or (is_one and first in term) for term in self._terms)

    def is_clean_run(self, text: str) -> bool:
        """Return whether nothing in a text is to be removed."""
        spaced = text.replace("_", " ")
        is_clean = self._finder.is_clean(text) and self._finder.is_clean(spaced) and self._words.is_clean(text)
        return is_clean and self._finder.is_clean(text[::-1]) and not self._words.names_a_term(text)

    def type_of(self, element: Any, roles: Any) -> str:  # noqa: ANN401 - a structure element, and a role map
        """Return the standard type of an element, the neutral one where it has none that may be written."""
        name = str(element.get("/S", ""))
        for _ in range(_MOST_ROLES):
            if name[1:] in _TYPES or not isinstance(roles, pikepdf.Dictionary) or name not in roles:
                break
            name = str(roles[name])
        is_kept = name[1:] in _TYPES and self.is_free(name[1:])
        return name[1:] if is_kept else NEUTRAL

    def language(self, holder: Any) -> str:  # noqa: ANN401 - a dictionary
        """Return the language that an element or catalog names, nothing when it names none that may be written."""
        value = holder.get("/Lang")
        text = str(value) if isinstance(value, pikepdf.String) else ""
        is_kept = _LANGUAGE.fullmatch(text) and self.is_free("Lang") and self.is_free(text) and self.is_clean(text)
        return text if is_kept else ""

    def attributes(self, element: Any) -> list[dict[str, dict[str, str | int]]]:  # noqa: ANN401 - an element
        """Return owner, key and value of the attributes that tell only how a table, list or block is laid out."""
        named = element.get("/A")
        several = list(named) if isinstance(named, pikepdf.Array) else [named]
        kept: dict[str, dict[str, str | int]] = {}
        for one in several:
            owner = str(one.get("/O", ""))[1:] if isinstance(one, pikepdf.Dictionary) else ""
            if owner in _NAMED and self.is_free(owner):
                kept.setdefault(owner, {}).update(self._own(one, owner))
        return [{owner: values} for owner, values in kept.items() if values]

    def _own(self, attributes: Any, owner: str) -> dict[str, str | int]:  # noqa: ANN401 - a dictionary
        kept: dict[str, str | int] = {}
        for key, allowed in _NAMED[owner].items():
            value = attributes.get(f"/{key}")
            name = str(value)[1:] if isinstance(value, pikepdf.Name) else ""
            if name in allowed and self.is_free(name) and self.is_free(key):
                kept[key] = name
        for key in _COUNTED.get(owner, ()):
            value = attributes.get(f"/{key}")
            is_count = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _MOST_CELLS
            if is_count and self.is_free(key) and self.is_free(str(value)):
                kept[key] = value
        return kept


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())
