"""Tracked changes in a DOCX file that somebody else wrote (ECMA-376, part 1, 17.13.5): w:del and w:ins round runs.

Runs are parted where a change begins or ends and keep their properties; words that come in look like those they stand
beside. Nothing else of the file changes.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from reviewer.formats.docx_comments import word_date
from reviewer.formats.docx_names import W
from reviewer.formats.docx_package import DocxPackage, parse_xml
from reviewer.formats.docx_package_copy import PackageCopy, xml_part
from reviewer.formats.docx_paragraph_styles import styles_of
from reviewer.formats.docx_run_map import DocxRunMap, PlacedText
from reviewer.model.geometry import Span

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NUMBERED = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_MAY_HOLD_CHANGES = frozenset(f"{W}{name}" for name in ("p", "hyperlink", "sdtContent", "smartTag"))


@dataclass(frozen=True)
class WordChange:
    """Words that go, `span` in code points of the document's text, and those that come; `at` is ISO 8601."""

    span: Span
    text: str
    author: str
    at: str


def track_changes(name: str, content: bytes, changes: Sequence[WordChange]) -> tuple[bytes, tuple[WordChange, ...]]:
    """Return the file with the changes, and those of them that were made.

    A change whose words are not all in the body's own runs (it holds a tab or a line end, stands in a field or in an
    insertion of somebody else) is left out. Raises ReviewerError as `DocxPackage` does.
    """
    package = DocxPackage(name, content)
    main = package.main_part
    root = parse_xml(name, main, package.read(main), as_it_is=True)
    body = root.find(f"{W}body")
    if body is None:
        return content, ()
    run_map = DocxRunMap(body, styles_of(package))
    number = 1 + max((int(found) for found in map(_number_of, root.iter(*_NUMBERED)) if found.isdecimal()), default=0)
    made = []
    for change in changes:
        if _make(run_map, change, number):
            made.append(change)
            number += 2
    if not made:
        return content, ()
    copy = PackageCopy(package)
    copy.put(main, xml_part(root))
    return copy.save(), tuple(made)


def _number_of(element: etree._Element) -> str:
    return element.get(f"{W}id", "")


def _make(run_map: DocxRunMap, change: WordChange, number: int) -> bool:
    """Make one change; return whether it was made."""
    if not change.span.length:
        return _insert_at(run_map, change, number)
    runs = _runs_of(run_map, change.span)
    if not runs:
        return False
    for run in runs:
        _delete(run, change, number)
    if change.text:
        last = runs[-1].getparent()
        assert last is not None
        last.addnext(_inserted(runs[-1], change, number + 1))
    return True


def _runs_of(run_map: DocxRunMap, span: Span) -> list[etree._Element]:
    """Return the runs that hold these words and nothing else, parted where need be; none when that cannot be."""
    pieces = run_map.pieces(span)
    if sum(min(one.end, span.end) - max(one.start, span.start) for one in pieces) != span.length:
        return []
    if not all(map(_may_change, pieces)):
        return []
    run_map.split(pieces[0], span.start)
    last = run_map.at(span.end - 1)
    if last is None:
        return []
    if span.end < last.end:
        run_map.split(last, span.end)
    else:
        run_map.split_after(last)
    runs: list[etree._Element] = []
    for piece in run_map.pieces(span):
        run = piece.element.getparent()
        if run is not None and run not in runs:
            runs.append(run)
    return runs


def _may_change(placed: PlacedText) -> bool:
    run = placed.element.getparent()
    holder = run.getparent() if run is not None else None
    return run is not None and run.tag == f"{W}r" and holder is not None and holder.tag in _MAY_HOLD_CHANGES


def _delete(run: etree._Element, change: WordChange, number: int) -> None:
    deleted = _change_element("del", change, number)
    run.addprevious(deleted)
    deleted.append(run)
    for words in run.findall(f"{W}t"):
        words.tag = f"{W}delText"
        words.set(_SPACE, "preserve")


def _insert_at(run_map: DocxRunMap, change: WordChange, number: int) -> bool:
    offset = change.span.start
    before = run_map.at(offset - 1)
    if before is None or not _may_change(before):
        return False
    if offset < before.end:
        run_map.split(before, offset)
        before = run_map.at(offset - 1) or before
    else:
        run_map.split_after(before)
    run = before.element.getparent()
    assert run is not None
    run.addnext(_inserted(run, change, number))
    return True


def _inserted(like: etree._Element, change: WordChange, number: int) -> etree._Element:
    made = _change_element("ins", change, number)
    run = etree.SubElement(made, f"{W}r")
    properties = like.find(f"{W}rPr")
    if properties is not None:
        run.append(deepcopy(properties))
    words = etree.SubElement(run, f"{W}t")
    words.text = change.text
    words.set(_SPACE, "preserve")
    return made


def _change_element(kind: str, change: WordChange, number: int) -> etree._Element:
    attributes = {f"{W}id": str(number), f"{W}author": change.author}
    if date := word_date(change.at):
        attributes[f"{W}date"] = date
    return etree.Element(f"{W}{kind}", attributes)
