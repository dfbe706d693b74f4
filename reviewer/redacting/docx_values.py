"""Which attributes of a DOCX may be copied: values of the form as they are, names and descriptions only when clean."""

import re

from lxml import etree

from reviewer.formats.docx_names import W
from reviewer.formats.docx_namespaces import local_name, prefix_of
from reviewer.formats.markup_vocabulary import XML_NAMES
from reviewer.redacting.docx_tags import DESCRIPTIONS, W14, named
from reviewer.redacting.ledger import Ledger
from reviewer.redacting.text_map import TextMap

_NUMBER = re.compile(r"[#+-]?\d[\d.,]*(?:pt|in|cm|mm|px|pc|pi|em|ex|f|%)?|[#+-]?\.\d+|0x[0-9A-Fa-f]+")
_COLOUR = re.compile(r"#?(?=[A-Fa-f]*\d)[0-9A-Fa-f]{6,8}")
_LONGEST_VALUE = 200
_LONG_ALLOWED = frozenset(("path", "style", "points", "formulas", "eqn", "v", "adj", "coordsize", "strokeweight"))
_NAMES = frozenset(("id", "name", "href", "target", "src", "spid", "uri", "bwmode", "class", "type"))
_MADE_UP = frozenset(("paraId", "textId", "gfxdata", "editId", "anchorId", "phldrT", "docLocation"))
_THREADS = ("paraId", "paraIdParent")
_STYLE_REFERENCES = frozenset(
    named(
        W,
        "pStyle rStyle tblStyle basedOn next link styleLink numStyleLink defaultTableStyle clickAndTypeStyle",
    )
)


class Values:
    """Judges values of attributes; what it was asked once it remembers."""

    def __init__(self, ledger: Ledger, styles: dict[str, str]) -> None:
        self._ledger = ledger
        self._styles = styles
        self._judged: dict[tuple[bool, str], bool] = {}
        self._entered: set[tuple[str, str]] = set()

    def is_safe(self, name: str, value: str) -> bool:
        """Return whether a value is of the form, or holds nothing that is to be removed."""
        if _NUMBER.fullmatch(value) or _COLOUR.fullmatch(value) or not value:
            return True
        key = (name in _NAMES, value)
        if key not in self._judged:
            finder = self._ledger.finder
            dirty = finder.is_in_identifier(value) if key[0] else finder.names_a_term(value)
            self._judged[key] = not dirty
        return self._judged[key] and (len(value) <= _LONGEST_VALUE or name in _LONG_ALLOWED)

    def copy(self, source: etree._Element, made: etree._Element, place: str) -> bool:
        """Copy the attributes that may stay, except those that name a link.

        Returns False when the element's own value had to go, so that the element must go too.
        """
        tag = str(source.tag)
        whole = True
        for name, value in source.attrib.items():
            name, value = str(name), str(value)
            kept = self._kept(tag, name, value, place)
            if kept is not None:
                made.set(name, kept)
            elif name == f"{W}val":
                whole = False
        return whole

    def look(self, element: etree._Element, place: str) -> None:
        """Look for words in the attributes of an element that goes with all that is in it."""
        for inner in element.iter():
            self.look_at_own(inner, place)

    def look_at_own(self, element: etree._Element, place: str) -> None:
        """Look for words in the attributes of an element, their names included."""
        for name, value in element.attrib.items():
            local = local_name(str(name))
            if not self.is_safe(local, str(value)):
                self.enter(place, str(value))
            if not self._is_name_safe(local):
                self.enter(place, local)

    def _is_name_safe(self, local: str) -> bool:
        return local in XML_NAMES or self.is_safe("", local)

    def enter(self, place: str, value: str) -> None:
        """Enter what a value holds, each value once a place: a format is given at every run that has it."""
        if (place, value) not in self._entered:
            self._entered.add((place, value))
            self._ledger.look(place, value)

    def _kept(self, tag: str, name: str, value: str, place: str) -> str | None:
        local, prefix = local_name(name), prefix_of(name)
        if prefix == "w15" and local in _THREADS and is_paragraph_id(value):
            return value
        if prefix in ("r", "mc") or (not self._is_name_safe(local)):
            self.enter(f"{place}, attribute", local)
            return None
        if (tag, name) in DESCRIPTIONS:
            return self._described(value, place)
        if tag in _STYLE_REFERENCES and local == "val":
            return self._styles.get(value, value if self.is_safe(local, value) else None)
        if name in (f"{W}author", f"{W}initials"):
            return value
        is_made_up = local in _MADE_UP or (prefix == "w" and local.startswith("rsid"))
        if prefix == "?" or is_made_up or not self.is_safe(local, value):
            if not self.is_safe(local, value):
                self.enter(f"{place}, attribute", value)
            return None
        return value

    def _described(self, value: str, place: str) -> str:
        made = [value]
        words = TextMap(f"{place}, description")
        words.add(value, made.append)
        words.redact(self._ledger)
        return made[-1]


def is_paragraph_id(value: str) -> bool:
    """Return whether a value is an id of a paragraph as Word writes them."""
    return re.fullmatch(r"(?=[A-F]*\d)[0-9A-F]{8}", value) is not None


PARAGRAPH_ID = f"{W14}paraId"
