"""What a paragraph's style says about it: headline, heading, quote, list, hidden."""

from dataclasses import dataclass

from lxml import etree

from reviewer.formats.docx_names import OFF_VALUES, W
from reviewer.formats.docx_package import DocxPackage
from reviewer.model.document import BlockKind

_LONGEST_CHAIN = 20
_STYLE, _STYLE_ID = f"{W}style", f"{W}styleId"
_BY_NAME = {
    "title": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "subtitle": BlockKind.STANDFIRST,
    "standfirst": BlockKind.STANDFIRST,
    "quote": BlockKind.QUOTE,
    "intense quote": BlockKind.QUOTE,
    "block text": BlockKind.QUOTE,
    "caption": BlockKind.CAPTION,
    "list paragraph": BlockKind.PARAGRAPH,
}
_BY_PREFIX = {
    "heading": BlockKind.HEADING,
    "list bullet": BlockKind.LIST_ITEM,
    "list number": BlockKind.LIST_ITEM,
}


@dataclass(frozen=True)
class _Style:
    name: str
    based_on: str
    hidden: bool | None
    is_list: bool
    has_level: bool


class DocxStyles:
    """The styles of a document by their ids, each looked up together with the styles it is based on."""

    def __init__(self, root: etree._Element | None = None) -> None:
        # A template brings hundreds of styles of which a story uses five: each is read when it is asked for.
        listed = root.iterfind(_STYLE) if root is not None else ()
        self._elements = {element.get(_STYLE_ID, ""): element for element in listed}
        self._styles: dict[str, _Style] = {}
        self._kinds: dict[str, BlockKind] = {}

    def kind(self, style_id: str) -> BlockKind:
        """Return what a paragraph of this style is; PARAGRAPH when the style says nothing."""
        if style_id not in self._kinds:
            self._kinds[style_id] = self._find_kind(style_id)
        return self._kinds[style_id]

    def is_hidden(self, style_id: str) -> bool:
        """Return whether text of this paragraph or character style is hidden."""
        for style in self._chain(style_id):
            if style.hidden is not None:
                return style.hidden
        return False

    def _find_kind(self, style_id: str) -> BlockKind:
        for style in self._chain(style_id):
            name = style.name
            if name in _BY_NAME and _BY_NAME[name] is not BlockKind.PARAGRAPH:
                return _BY_NAME[name]
            for prefix, kind in _BY_PREFIX.items():
                if name.startswith(prefix):
                    return kind
            if style.has_level:
                return BlockKind.HEADING
            if style.is_list:
                return BlockKind.LIST_ITEM
        return BlockKind.PARAGRAPH

    def _chain(self, style_id: str) -> list[_Style]:
        chain: list[_Style] = []
        while style_id in self._elements and len(chain) < _LONGEST_CHAIN:
            if style_id not in self._styles:
                self._styles[style_id] = _read_style(self._elements[style_id])
            chain.append(self._styles[style_id])
            style_id = chain[-1].based_on
        return chain


def is_on(element: etree._Element | None) -> bool | None:
    """Return whether a switch such as w:vanish is on; None when it is not there at all."""
    if element is None:
        return None
    return element.get(f"{W}val", "true").lower() not in OFF_VALUES


def _read_style(element: etree._Element) -> _Style:
    name = element.find(f"{W}name")
    based_on = element.find(f"{W}basedOn")
    level = element.find(f"{W}pPr/{W}outlineLvl")
    return _Style(
        name=(name.get(f"{W}val", "") if name is not None else "").lower(),
        based_on=based_on.get(f"{W}val", "") if based_on is not None else "",
        hidden=is_on(element.find(f"{W}rPr/{W}vanish")),
        is_list=element.find(f"{W}pPr/{W}numPr") is not None,
        has_level=level is not None and level.get(f"{W}val") != "9",
    )


def styles_of(package: DocxPackage) -> DocxStyles:
    """Return the paragraph styles of a package's body. Raises ReviewerError when their part is broken."""
    links = package.relationships(package.main_part)
    target = next((one.target for one in links if one.type.endswith("/styles") and one.target in package), None)
    return DocxStyles(package.xml(target) if target else None)
