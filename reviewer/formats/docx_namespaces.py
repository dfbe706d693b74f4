"""The namespaces that a rebuilt DOCX part may use, each with the one prefix it is written with."""

from typing import Any

from lxml import etree

from reviewer.formats.docx_names import MC

_OFFICE = "http://schemas.openxmlformats.org"
_MICROSOFT = "http://schemas.microsoft.com/office"

PREFIXES: dict[str, str] = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w",
    f"{_OFFICE}/officeDocument/2006/relationships": "r",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    f"{_OFFICE}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_OFFICE}/drawingml/2006/main": "a",
    f"{_OFFICE}/drawingml/2006/picture": "pic",
    f"{_OFFICE}/drawingml/2006/chart": "c",
    f"{_OFFICE}/drawingml/2006/diagram": "dgm",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
    f"{_MICROSOFT}/word/2010/wordml": "w14",
    f"{_MICROSOFT}/word/2012/wordml": "w15",
    f"{_MICROSOFT}/word/2010/wordprocessingDrawing": "wp14",
    f"{_MICROSOFT}/word/2010/wordprocessingShape": "wps",
    f"{_MICROSOFT}/word/2010/wordprocessingGroup": "wpg",
    f"{_MICROSOFT}/word/2010/wordprocessingCanvas": "wpc",
    f"{_MICROSOFT}/drawing/2010/main": "a14",
}
_MUST_BE_IGNORED = ("w14", "w15", "wp14")
"""Prefixes that an older reader is told to pass over when it does not know them."""


def prefix_of(tag: str) -> str:
    """Return the prefix of a tag or attribute name in braces; empty for no namespace, "?" for an unknown one."""
    if not tag.startswith("{"):
        return ""
    return PREFIXES.get(tag[1:].partition("}")[0], "?")


def local_name(tag: str) -> str:
    """Return a tag or attribute name without its namespace."""
    return tag.rpartition("}")[2]


def new_root(tag: str) -> etree._Element:
    """Return an empty root that declares every known namespace under its own prefix."""
    return etree.Element(tag, nsmap={prefix: address for address, prefix in PREFIXES.items()})


def part_bytes(root: etree._Element) -> bytes:
    """Return the XML of a part; namespaces that it does not use are not declared."""
    used = {prefix_of(str(element.tag)) for element in root.iter()}
    used.update(prefix_of(str(name)) for element in root.iter() for name in element.attrib)
    needed = {word for element in root.iter(f"{MC}Choice") for word in (element.get("Requires") or "").split()}
    ignored = [prefix for prefix in _MUST_BE_IGNORED if prefix in used | needed]
    if ignored:
        # A prefix that is named here without being declared makes Word call the file corrupt.
        root.set(f"{MC}Ignorable", " ".join(ignored))
    etree.cleanup_namespaces(root, keep_ns_prefixes=[*ignored, *needed])
    options: dict[str, Any] = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}
    return bytes(etree.tostring(root, **options))
