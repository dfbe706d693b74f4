"""The words of XML and HTML: put together over their elements in every way in which a reader may meet them."""

import base64
import binascii
import copy
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from lxml import etree
from lxml import html as lxml_html

from reviewer.formats.encoding import decode
from reviewer.formats.html_directions import Turning
from reviewer.formats.html_roles import NOT_TEXT, is_hidden
from reviewer.formats.html_shown import as_shown
from reviewer.formats.markup_vocabulary import is_standard_value, without_html_words, without_xml_words
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.places import DEEPEST, Piece, ReadPiece
from reviewer.proof.recovering.turned_text import backwards, turned_text

_BLOCKS_NAMES = (
    "p tr tc td th br cr tab ptab div li ul ol dl dt dd table tbody thead tfoot caption h1 h2 h3 h4 h5 h6 section "
    "article header footer aside main nav figure figcaption blockquote pre hr form fieldset legend address body "
    "html head title option select textarea button label input summary details dialog center si v pt comment "
    "style script row c cell sdtcontent txbxcontent Relationship Override Default textpath "
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_APART = frozenset(("pict", "drawing", "object", "txbxContent", "footnote", "endnote", "comment", "rt", "rp"))
_DELETED = frozenset(("del", "moveFrom", "s", "strike"))
_INSERTED = frozenset(("ins", "moveTo"))
_RUBY = frozenset(("rt", "rp"))
_INSTRUCTION = frozenset(("instrText", "delInstrText"))
_ONLY_TEXT = frozenset(("t", "delText"))
_DATA_ADDRESS = re.compile(r"data:([\w/+.-]*)[^,\"']*?(;base64)?,([^\"')\s>]+)", re.IGNORECASE)
_TURNING = re.compile(r"<bdo\b|-override|-reverse|float\s*:\s*right|\brtl\b", re.IGNORECASE)
_UNSEEN = "unseen"
_HIDDEN_JOIN = "\u200b"
_APART_VALUES = "\n¦\n"


def read_xml(gathering: Gathering, piece: Piece, engine: str, read_piece: ReadPiece) -> None:
    """Read an XML part; what cannot be parsed is still read as text."""
    source, _ = decode(piece.content)
    gathering.read_text(piece.part(""), engine, without_xml_words(source), form="source")
    if not _is_utf8(piece.content):
        gathering.read_bytes(piece.part(""), engine, piece.content)
    parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False, no_network=True, load_dtd=False)
    _read_tree(gathering, piece, engine, _parsed(piece.content, parser), read_piece)


def read_html(gathering: Gathering, piece: Piece, engine: str, read_piece: ReadPiece) -> None:
    """Read an HTML file or body."""
    if not _is_utf8(piece.content):
        gathering.read_bytes(piece.part(""), engine, piece.content)
    text, _ = decode(piece.content, _declared(piece.content))
    parser = lxml_html.HTMLParser(huge_tree=True, encoding="utf-8")
    gathering.read_text(piece.part(""), engine, without_html_words(text), form="source")
    stripped = re.sub(r"<!--.*?-->|<[^>]{0,100000}>", "", text, flags=re.DOTALL)
    gathering.read_text(piece.part(""), engine, stripped, form="without tags")
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
    root = _parsed(clean.encode("utf-8", "replace"), parser)
    _read_tree(gathering, piece, engine, root, read_piece)
    if root is not None and (seen := _without_unseen(root)) is not None:
        gathering.read_plain(piece.part(""), engine, _joined(seen, frozenset()), form="without what is hidden")
    shown = as_shown(text, root) if root is not None else None
    if shown is not None:
        gathering.read_plain(piece.part(""), engine, _joined(shown, frozenset()), form="as styles show it")
    if root is not None and _TURNING.search(text):
        turned = turned_text(root, Turning(root).turns, _BLOCKS)
        gathering.read_plain(piece.part(""), engine, turned, form="turned round")
        gathering.read_plain(piece.part(""), engine, backwards(_joined(root, frozenset())), "reversed", noisy=True)


def _without_unseen(root: etree._Element) -> etree._Element | None:
    """Return a copy of a page without its elements that show no words, None when there are none inside a line."""

    def is_unseen(one: lxml_html.HtmlElement) -> bool:
        return isinstance(one.tag, str) and bool(one.tail) and (one.tag in NOT_TEXT or is_hidden(one))

    if not any(map(is_unseen, root.iter())):
        return None
    seen = copy.deepcopy(root)
    etree.strip_elements(seen, etree.Comment, with_tail=False)
    for element in [one for one in seen.iter() if is_unseen(one)]:
        element.tag = _UNSEEN
    etree.strip_elements(seen, _UNSEEN, with_tail=False)
    return seen


def _declared(content: bytes) -> str | None:
    match = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", content[:4096], re.IGNORECASE)
    return match[1].decode("ascii") if match else None


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parsed(content: bytes, parser: etree.XMLParser | etree.HTMLParser) -> etree._Element | None:
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, RecursionError):
        return None


def _read_tree(
    gathering: Gathering, piece: Piece, engine: str, root: etree._Element | None, read_piece: ReadPiece
) -> None:
    part = piece.part("")
    if root is None:
        return
    gathering.read_text(part, engine, _joined(root, frozenset()), form="text")
    for left_out in (_DELETED, _INSERTED, _RUBY, _INSTRUCTION, _ONLY_TEXT, _APART):
        if _has_any(root, left_out):
            gathering.read_plain(part, engine, _joined(root, left_out), form="text")
    gathering.read_plain(part, engine, _HIDDEN_JOIN.join(_texts(root)), form="split", noisy=True)
    values = list(_attributes(root))
    gathering.read_text(part, engine, _APART_VALUES.join(values), form="attribute")
    for value in values:
        if "data:" in value.lower() and piece.depth < DEEPEST:
            _read_data_addresses(gathering, piece, value, read_piece)
        if value.lstrip().startswith("<") and piece.depth < DEEPEST:
            read_html(gathering, piece.inner("", value.encode("utf-8", "replace")), engine, read_piece)


def _has_any(root: etree._Element, names: frozenset[str]) -> bool:
    return any(_local(element) in names for element in root.iter())


def _joined(root: etree._Element, left_out: frozenset[str]) -> str:
    """Return the text with elements inside a paragraph joined and paragraphs apart, some elements left out."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = _local(element)
        if event in ("comment", "pi"):
            pieces.append(element.tail or "")
            continue
        is_block = name in _BLOCKS
        if event == "start":
            pieces.append("\n" if is_block else "")
            pieces.append(_symbol(element, name))
            if not _is_left_out(element, left_out):
                pieces.append(element.text or "")
        else:
            pieces.append("\n" if is_block else "")
            parent = element.getparent()
            if parent is None or not _is_left_out(parent, left_out):
                pieces.append(element.tail or "")
    return "".join(pieces)


def _is_left_out(element: etree._Element, names: frozenset[str]) -> bool:
    if not names:
        return False
    here: etree._Element | None = element
    while here is not None:
        if _local(here) in names:
            return True
        here = here.getparent()
    return False


def _symbol(element: etree._Element, name: str) -> str:
    """Return the character of a w:sym, and the hyphens that are elements of their own."""
    if name == "sym":
        for key, value in element.attrib.items():
            if str(key).endswith("char"):
                code = int(value, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", str(value)) else 0
                return chr(code - 0xF000 if 0xF000 <= code < 0xF100 else code) if code else ""
    return "-" if name == "noBreakHyphen" else "\u00ad" if name == "softHyphen" else ""


def _texts(root: etree._Element) -> Iterator[str]:
    return (str(text).strip("\r\n") for text in root.itertext() if str(text).strip())


def _attributes(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element, etree._Element):
            yield from (str(value) for value in element.attrib.values() if not is_standard_value(str(value)))


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _read_data_addresses(gathering: Gathering, piece: Piece, value: str, read_piece: ReadPiece) -> None:
    for match in _DATA_ADDRESS.finditer(value):
        data = unquote_to_bytes(match[3])
        if match[2]:
            try:
                data = base64.b64decode(data + b"=" * (-len(data) % 4))
            except (binascii.Error, ValueError):
                continue
        extension = {"text/html": "html", "message/rfc822": "eml"}.get(match[1].lower(), "bin")
        read_piece(gathering, piece.inner("an address that holds data", data, f"data.{extension}"))
