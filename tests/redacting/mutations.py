"""Every step that takes words out of a file, and how to leave it out: named functions and tables, replaced in a test.

A step that overlaps with others is left out together with them: each of a group is enough by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from lxml import etree

from reviewer.formats import html_rebuilding, pdf_content, pdf_copying
from reviewer.formats.html_directions import Turning
from reviewer.formats.pdf_font_uses import FontUses
from reviewer.model.problem import ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.model.request import Redacted
from reviewer.proof.recover import recover
from reviewer.redacting import (
    docx,
    docx_copying,
    mail,
    matching,
    pdf,
    pdf_finding,
    pdf_page_finds,
    views,
)
from reviewer.redacting import html as html_pages
from reviewer.redacting.docx_copying import PartCopier
from reviewer.redacting.docx_links import PartLinks
from reviewer.redacting.docx_values import Values
from reviewer.redacting.pdf_pictures import PageReading
from reviewer.redacting.pdf_tag_words import TagWords
from reviewer.redacting.picture_words import CleanPicture, PictureCleaner
from reviewer.redacting.plain import redact_text
from reviewer.redacting.text_map import TextMap
from tests.redacting import (
    docx_cases_body,
    docx_cases_package,
    docx_cases_parts,
    docx_cases_rest,
    html_cases,
    mail_cases,
    text_cases,
)
from tests.redacting.pdf_cases_pictures import SEEN_CASES
from tests.redacting.test_pdf_cases import IN_BYTES

Off = tuple[Any, str, Any]
"""Where a step is named, its name there, and what stands in its place."""


Redactor = Callable[..., Redacted]
_REDACTORS: dict[str, tuple[str, Redactor, tuple[str, str]]] = {
    "text": ("notes.txt", redact_text, ("Brackenfold", "harbour")),
    "html": ("page.html", html_pages.redact_html, ("Brackenfold", "harbour")),
    "mail": ("letter.eml", mail.redact_mail, ("Brackenfold", "harbour")),
    "docx": ("notes.docx", docx.redact_docx, ("Brackenfold", "harbour")),
    "pdf": ("memo.pdf", pdf.redact_pdf, ("Hanes", "Ferry")),
}
"""By kind of file: a name, the redactor, the hidden word and one in plain sight, so that there is always a hit."""


def tables() -> dict[str, dict[str, bytes | Callable[[], bytes]]]:
    """Return the cases by kind of file and name."""
    docx_cases = (docx_cases_body, docx_cases_parts, docx_cases_package, docx_cases_rest)
    return {
        "text": {case.name: case.content for case in text_cases.cases()},
        "html": {case.name: case.content for case in html_cases.cases()},
        "mail": {case.name: case.content for case in mail_cases.cases()},
        "docx": {case.name: case.content for module in docx_cases for case in module.cases()},
        "pdf": dict(IN_BYTES) | dict(SEEN_CASES),
    }


def survives(kind: str, content: bytes | Callable[[], bytes], offs: Sequence[Off]) -> bool:
    """Return whether the proof finds the word in a file redacted without some steps; a refused file holds nothing.

    The word is ordered to go alone, and together with one in plain sight.
    """
    content = content if isinstance(content, bytes) else content()
    word, beside = _REDACTORS[kind][2]
    return any(_survives(kind, content, offs, terms) for terms in ((word,), (word, beside)))


def _survives(kind: str, content: bytes, offs: Sequence[Off], terms: tuple[str, ...]) -> bool:
    name, redactor, _ = _REDACTORS[kind]
    with pytest.MonkeyPatch.context() as patch:
        for where, named, instead in offs:
            (patch.setitem if isinstance(where, dict) else patch.setattr)(where, named, instead)
        try:
            made = redactor(name, content, RedactionOrder(terms=terms), None, lambda _: None)
        except ReviewerError:
            return False
    # A word that a style turned round is left without the style: backwards.
    return bool(recover(name, made.content, (terms[0], terms[0][::-1])).survivors)


@dataclass(frozen=True)
class Mutation:
    """A step, or several that overlap, left out; `case` is one in which the word then survives."""

    name: str
    kind: str
    case: str
    offs: tuple[Off, ...]


def _nothing(*_: object, **__: object) -> None:
    """Do nothing."""


def _no(*_: object, **__: object) -> bool:
    return False


def _yes(*_: object, **__: object) -> bool:
    return True


def _only_entered(words: TextMap, ledger: Any, _bare: str = "") -> None:
    for found in ledger.finder.find(words.text):
        ledger.note(words.place, words.text, found)


def _second(_self: object, _name: object, value: Any) -> Any:
    return value


def _all_attributes(copier: Any, source: Any, made: Any, _tag: str) -> None:
    for name, value in source.attrib.items():
        made.set(name, value)


def _copied_attributes(_self: Values, source: Any, made: Any, _place: str) -> bool:
    for name, value in source.attrib.items():
        made.set(name, value)
    return True


def _same_picture(_self: PictureCleaner, content: bytes, _sides: object, _place: str) -> CleanPicture:
    return CleanPicture(content, "png")


def _with_unreached(rebuilder: Any) -> None:
    for part in rebuilder._package.parts:
        if part not in rebuilder._made and not part.endswith((".rels", "[Content_Types].xml")):
            rebuilder._new.add(part, rebuilder._package.read(part))


def _same_part(_self: Any, part: Any, _place: object = None) -> Any:
    return mail.WrittenPart("application/octet-stream", part.content, file_name=part.name, is_attached=True)


def _all_headers(rewriter: Any, name: str, value: str) -> bool:
    return bool(value) and name.lower() not in mail._OF_PARTS


def _inner_as_it_is(*_: object) -> Callable[[str, bytes, str], bytes]:
    return lambda name, content, place: content


def _every_bookmark(copier: Any, element: Any, target: Any) -> None:
    target.append(element)


def _kept_author(copier: Any, element: Any, target: Any) -> None:
    copier._copied(element, target)


def _open_address(links: Any, link: Any) -> str:
    return str(links.new.link(links.owner, link.type, link.target, external=True))


def _same_settings(root: Any, *_: object) -> Any:
    return root


def _copied_whole(copier: Any, element: Any, target: Any, *_: object) -> None:
    target.append(element)


def _without(*changes: Callable[..., Any]) -> tuple[Any, ...]:
    return tuple(change for change in views._CHANGES if change not in changes)


def _around_unasked(old: Any, new: Any, finder: Any, *rest: Any) -> Any:
    return _REBUILD_AROUND(old, new, _Careless(finder), *rest)


class _Careless:
    """A finder that finds nothing wrong with anything."""

    def __init__(self, finder: Any) -> None:
        self.order = finder.order
        self.order = type(finder.order)(terms=())

    def is_clean(self, _text: str) -> bool:
        return True


_REBUILD_AROUND = pdf.rebuild_around
_TEXT: Off = (TextMap, "redact", _only_entered)
_SELF_CHECK: Off = (pdf, "refuse_remains", _nothing)

MUTATIONS = (
    # Words in running text.
    Mutation("blocks in place of words", "text", "plain", (_TEXT,)),
    Mutation("escapes read", "text", "percent escapes", ((views, "_CHANGES", _without(views._without_escapes)),)),
    Mutation(
        "folded lines read",
        "text",
        "visiting card folded twice",
        ((views, "_CHANGES", _without(views._without_folds)),),
    ),
    Mutation("backspaces read", "text", "overstruck", ((views, "_CHANGES", _without(views._without_backspaces)),)),
    Mutation(
        "symbols and tags read", "text", "tag characters", ((views, "_CHANGES", _without(views._in_plain_letters)),)
    ),
    Mutation(
        "reversed runs read", "text", "reversed between marks", ((views, "_CHANGES", _without(views._in_visual_order)),)
    ),
    Mutation("codes read", "text", "base64", ((matching, "encoded_words", lambda text: ()),)),
    # Pages.
    Mutation("blocks in place of words", "html", "plain", (_TEXT,)),
    Mutation("title", "html", "page title", ((html_pages, "_redacted_title", lambda page, *_: page.title),)),
    Mutation("addresses judged", "html", "address", ((html_pages, "_keeps", _yes),)),
    Mutation("attributes by list", "html", "data", ((html_rebuilding._Copier, "_take_attributes", _all_attributes),)),
    Mutation("zero-width codes read", "text", "zero-width bits", ((views, "zero_width_codes", lambda _: iter(())),)),
    Mutation("turned by styles", "html", "turned by a style", ((Turning, "turns", _no),)),
    Mutation(
        "unseen elements left out, blocks",
        "html",
        "script",
        ((html_rebuilding, "_DROPPED_WHOLE", frozenset()), _TEXT),
    ),
    Mutation("hidden elements left out, blocks", "html", "not displayed", ((html_rebuilding, "is_hidden", _no), _TEXT)),
    # Mails.
    Mutation("blocks in place of words", "mail", "plain body", (_TEXT,)),
    Mutation("headers redacted", "mail", "subject", ((mail._Rewriter, "_redacted_header", _second),)),
    Mutation(
        "headers by list, headers redacted",
        "mail",
        "private header",
        ((mail._Rewriter, "_keeps", _all_headers), (mail._Rewriter, "_redacted_header", _second)),
    ),
    Mutation("files redacted", "mail", "table", ((mail, "redacting_inner_files", _inner_as_it_is),)),
    Mutation("files that cannot be redacted left out", "mail", "program", ((mail._Rewriter, "_file", _same_part),)),
    Mutation("file names judged", "mail", "file name", ((mail._Rewriter, "_file_name", lambda _self, name: name),)),
    Mutation("pages rebuilt", "mail", "page", ((mail._Rewriter, "_page", lambda _self, text: text),)),
    # DOCX.
    Mutation("blocks in place of words", "docx", "plain", (_TEXT,)),
    Mutation("attributes judged", "docx", "font", ((Values, "copy", _copied_attributes),)),
    Mutation(
        "instructions of fields left out",
        "docx",
        "simple field",
        ((docx_copying, "kept_instruction", lambda text: text),),
    ),
    Mutation("bookmarks named anew", "docx", "bookmark and its link", ((PartCopier, "_bookmark", _every_bookmark),)),
    Mutation("addresses judged", "docx", "link", ((PartLinks, "_address", _open_address),)),
    Mutation("pictures drawn anew", "docx", "text in a PNG", ((PictureCleaner, "clean", _same_picture),)),
    Mutation(
        "parts that nothing needs left out", "docx", "people", ((docx._Rebuilder, "_enter_unreached", _with_unreached),)
    ),
    Mutation(
        "settings by list, attributes judged",
        "docx",
        "document variable",
        ((docx, "kept_settings", _same_settings), (Values, "copy", _copied_attributes)),
    ),
    Mutation("descriptions redacted", "docx", "tooltip", ((Values, "_described", lambda _self, value, place: value),)),
    Mutation("authors of comments judged", "docx", "author of a comment", ((PartCopier, "_comment", _kept_author),)),
    Mutation("title", "docx", "title", ((docx, "title_part", lambda root, _ledger: etree.tostring(root)),)),
    # PDF.
    Mutation(
        "words among glyphs, the copy looked through",
        "pdf",
        "plain Tj",
        ((pdf_finding.Finder, "in_glyphs", lambda *_: []), _SELF_CHECK),
    ),
    Mutation(
        "outline, links and properties judged, the copy looked through",
        "pdf",
        "outline",
        ((pdf, "rebuild_around", _around_unasked), _SELF_CHECK),
    ),
    Mutation(
        "operators by list",
        "pdf",
        "ActualText literal",
        (
            (pdf_content, "OPERATORS", pdf_content.OPERATORS | {"BDC", "BMC", "EMC", "DP", "MP"}),
            (pdf_content, "_is_plain", _yes),
            _SELF_CHECK,
        ),
    ),
    Mutation(
        "comments of tables left out, tables written anew",
        "pdf",
        "comment in a character table",
        ((pdf_copying, "bare_table", lambda data: data), (FontUses, "trim", _nothing), _SELF_CHECK),
    ),
    Mutation(
        "fonts named anew",
        "pdf",
        "BaseFont",
        ((pdf_copying._SPECIAL, "font_name", lambda _self, old, *_: old), _SELF_CHECK),
    ),
    Mutation("pixels of JPEG alone", "pdf", "comment in a JPEG", ((pdf_copying, "bare_jpeg", lambda data: data),)),
    Mutation("pixels alone", "pdf", "bytes behind the last row", ((pdf_copying, "trimmed", lambda image, data: data),)),
    Mutation(
        "glyphs in the order of their places",
        "pdf",
        "glyphs painted backwards",
        ((pdf_finding, "placed_views", lambda *_: []),),
    ),
    Mutation(
        "pages drawn without their layers, words looked for in them, the copy looked through",
        "pdf",
        "layer that is off",
        ((pdf_page_finds, "has_layers", _no), (pdf_page_finds, "_look_into_layers", _nothing), _SELF_CHECK),
    ),
    Mutation("elements by list", "docx", "deleted", ((PartCopier, "_element", _copied_whole),)),
    Mutation(
        "calculators written anew",
        "pdf",
        "comment in a calculator",
        ((pdf_copying, "bare_table", lambda data: data), _SELF_CHECK),
    ),
    Mutation(
        "texts of tags judged one by one and together, the copy looked through",
        "pdf",
        "tag Alt",
        ((TagWords, "is_clean", _yes), (TagWords, "is_clean_run", _yes), _SELF_CHECK),
    ),
    Mutation("words in pictures", "pdf", "pixels turned", ((PageReading, "find", lambda *_: []),)),
)
