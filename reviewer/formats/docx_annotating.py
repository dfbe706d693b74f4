"""Puts comments on passages of a DOCX file that somebody else wrote.

Of the body only runs are parted where a comment begins or ends, and the marks of the comments are added (ECMA-376,
part 1, 17.13.4). The parts, types and links that comments need are added to those there are; every other part stays
byte for byte.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from reviewer.formats.docx_comments import Comment, comments_extended_part, comments_part, people_part
from reviewer.formats.docx_names import W
from reviewer.formats.docx_package import DocxPackage, parse_xml
from reviewer.formats.docx_package_copy import PackageCopy, xml_part
from reviewer.formats.docx_paragraph_styles import styles_of
from reviewer.formats.docx_run_map import DocxRunMap, PlacedText
from reviewer.model.geometry import Span

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT_LINK = "http://schemas.microsoft.com/office/2011/relationships"
_HOLDS_RUNS = frozenset(
    f"{W}{name}" for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "fldSimple")
)


@dataclass(frozen=True)
class Thread:
    """A comment and its answers, on the words of `span`, in code points of the document's text."""

    span: Span
    comments: Sequence[Comment]


def annotate_docx(name: str, content: bytes, threads: Sequence[Thread]) -> bytes | None:
    """Return the file with the comments; a span outside the body's text is anchored at the end of the body.

    Returns None for a file that is not touched: one in the strict form, a signed one, one with macros, one without
    words. Comments of the threads are numbered on from those of the file. Raises ReviewerError as `DocxPackage` does.
    """
    package = DocxPackage(name, content)
    main = package.main_part
    root = parse_xml(name, main, package.read(main), as_it_is=True)
    body = root.find(f"{W}body")
    if body is None or package.is_strict or _is_sealed(package):
        return None
    run_map = DocxRunMap(body, styles_of(package))
    if not run_map.text.strip():
        return None
    copy = PackageCopy(package)
    first = _first_free_number(package, root)
    renumbered = [_renumbered(thread, first) for thread in threads]
    for thread in renumbered:
        _mark(run_map, thread)
    copy.put(main, xml_part(root))
    _add_comments(copy, main, [comment for thread in renumbered for comment in thread.comments])
    return copy.save()


def _is_sealed(package: DocxPackage) -> bool:
    return any(part.startswith("_xmlsignatures/") or part.endswith("vbaProject.bin") for part in package.parts)


def _first_free_number(package: DocxPackage, root: etree._Element) -> int:
    used = [element.get(f"{W}id", "") for element in root.iter(f"{W}commentReference", f"{W}commentRangeStart")]
    paragraphs: set[str] = set()
    for link in package.relationships(package.main_part):
        if link.type.endswith("/comments") and link.target in package:
            part = package.xml(link.target)
            used += [element.get(f"{W}id", "") for element in part.iter(f"{W}comment")]
            paragraphs |= {element.get(f"{_W14}paraId", "").upper() for element in part.iter(f"{W}p")}
    paragraphs |= {element.get(f"{_W14}paraId", "").upper() for element in root.iter(f"{W}p")}
    first = max((int(number) for number in used if number.isdecimal()), default=-1) + 1
    while paragraphs & {f"{0x10000000 + first + step:08X}" for step in range(2_000)}:
        first += 2_000
    return first


def _renumbered(thread: Thread, first: int) -> Thread:
    comments = [
        replace(one, number=one.number + first, parent=None if one.parent is None else one.parent + first)
        for one in thread.comments
    ]
    return replace(thread, comments=comments)


def _mark(run_map: DocxRunMap, thread: Thread) -> None:
    """Put the marks of a thread round its words."""
    numbers = [str(one.number) for one in thread.comments]
    span = thread.span
    if run_map.first_between(span.start, span.end) is None:
        last = run_map.last_between(0, len(run_map.text))
        span = Span(last[0].start, last[1]) if last else span
    begin = run_map.first_between(span.start, span.end)
    if begin is None:
        return
    # The starting marks stand before the end is looked for: parting a run there moves the words of the first one.
    before = _among_runs(_begun_at(run_map, *begin))
    for number in numbers:
        before.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": number}))
    after = _among_runs(_ended_at(run_map, *(run_map.last_between(span.start, span.end) or begin)))
    for number in reversed(numbers):
        after.addnext(_reference(number))
    for number in reversed(numbers):
        after.addnext(etree.Element(f"{W}commentRangeEnd", {f"{W}id": number}))


def _begun_at(run_map: DocxRunMap, placed: PlacedText, offset: int) -> etree._Element:
    if _may_be_parted(placed):
        run_map.split(placed, offset)
    return (run_map.at(offset) or placed).element


def _ended_at(run_map: DocxRunMap, placed: PlacedText, offset: int) -> etree._Element:
    if _may_be_parted(placed):
        if offset < placed.end:
            run_map.split(placed, offset)
        else:
            run_map.split_after(placed)
    return (run_map.at(offset - 1) or placed).element


def _may_be_parted(placed: PlacedText) -> bool:
    run = placed.element.getparent()
    holder = run.getparent() if run is not None else None
    return holder is not None and holder.tag in _HOLDS_RUNS


def _among_runs(element: etree._Element) -> etree._Element:
    """Return what holds an element where marks of comments may stand beside it."""
    while True:
        holder = element.getparent()
        if holder is None or holder.tag in _HOLDS_RUNS:
            return element
        element = holder


def _reference(number: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": number})
    return run


def _add_comments(copy: PackageCopy, main: str, comments: Sequence[Comment]) -> None:
    for name, link, kind, made in (
        ("comments", f"{_OFFICE_LINK}/comments", "comments", comments_part(comments)),
        (
            "commentsExtended",
            f"{_MICROSOFT_LINK}/commentsExtended",
            "commentsExtended",
            comments_extended_part(comments),
        ),
        ("people", f"{_MICROSOFT_LINK}/people", "people", people_part(comments)),
    ):
        part = copy.linked(main, link)
        if part is None:
            copy.add(main, f"{name}.xml", made, link, f"{_WORD_TYPE}.{kind}+xml")
        else:
            copy.put(part, _joined(copy.name, part, copy.read(part), made, _key_of(name)))


def _key_of(name: str) -> Callable[[etree._Element], str | None]:
    """Return what tells two entries of a part apart that must not stand twice."""
    return (lambda entry: entry.get(f"{_W15}author")) if name == "people" else (lambda _: None)


def _joined(name: str, part: str, old: bytes, new: bytes, key_of: Callable[[etree._Element], str | None]) -> bytes:
    root, added = parse_xml(name, part, old, as_it_is=True), etree.fromstring(new)
    known = {key_of(entry) for entry in root if isinstance(entry.tag, str)} - {None}
    root.extend([entry for entry in added if key_of(entry) not in known])
    return xml_part(root)
