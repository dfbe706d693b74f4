"""Takes words out of DOCX files: every part that stays is written anew, what cannot be read safely goes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from reviewer.formats.detect import FileKind, detect
from reviewer.formats.docx_names import W
from reviewer.formats.docx_namespaces import PREFIXES, part_bytes
from reviewer.formats.docx_package import DocxPackage, Relationship
from reviewer.formats.docx_paragraph_styles import DocxStyles
from reviewer.formats.docx_rewriting import NewPackage
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionHit, RedactionLoss, RedactionOrder
from reviewer.model.request import Progress, Redacted, Step
from reviewer.redacting.docx_container import container_text, hidden_entries
from reviewer.redacting.docx_copying import DocxShared, PartCopier
from reviewer.redacting.docx_links import PartLinks
from reviewer.redacting.docx_parts import IMPLICIT, KEPT, LOST, MAIN_TYPES, PartKind, readable_text
from reviewer.redacting.docx_properties import CORE_MEDIA, CORE_TYPE, kept_settings, title_part
from reviewer.redacting.docx_values import Values
from reviewer.redacting.docx_words import WordGatherer, keep_spaces
from reviewer.redacting.inner_files import InnerFiles, finding_inner_files, redacting_inner_files
from reviewer.redacting.ledger import Ledger
from reviewer.redacting.picture_words import PictureCleaner
from reviewer.redacting.text_map import TextMap

Report = Callable[[Progress], None]
_DOCUMENT_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_BODY = PartKind("word/document.xml", MAIN_TYPES[0], "body")
_XML_EXTRAS = re.compile(rb"<!--.*?(?:-->|\Z)|<\?(?!xml\s).*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_NAMESPACE = re.compile(rb"\sxmlns:?([\w.-]*)\s*=\s*[\"']([^\"']*)")
_CHUNKS = {
    FileKind.DOCX: ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    FileKind.HTML: ("html", "text/html"),
    FileKind.TEXT: ("txt", "text/plain"),
    FileKind.MAIL: ("mht", "message/rfc822"),
}


def redact_docx(name: str, content: bytes, order: RedactionOrder, password: str | None, progress: Report) -> Redacted:
    """Return a DOCX file without what an order names, in every part.

    Tracked changes are accepted, fields and content controls replaced by what they show; macros, embedded objects,
    properties and everything unknown go and are reported. Raises ReviewerError: BAD_EXPRESSION, NOTHING_TO_REDACT,
    CANNOT_REDACT for areas (the file has no pages of its own), and what `DocxPackage` raises.
    """
    ledger = Ledger(name, order)
    inner = redacting_inner_files(ledger, password, progress)
    return ledger.redacted(_Rebuilder(name, content, ledger, inner, progress).rebuild())


def find_in_docx(
    name: str, content: bytes, order: RedactionOrder, password: str | None, progress: Report
) -> tuple[RedactionHit, ...]:
    """Return every place of a DOCX file that an order would remove, seen or unseen. Raises as `redact_docx` does."""
    ledger = Ledger(name, order)
    inner = finding_inner_files(ledger, password, progress)
    _Rebuilder(name, content, ledger, inner, progress).rebuild()
    return tuple(ledger.hits)


@dataclass
class _Rebuilder:
    """Follows the links of a package from its root and writes what they lead to into a new one."""

    name: str
    content: bytes
    ledger: Ledger
    inner: InnerFiles
    progress: Report
    _new: NewPackage = field(default_factory=NewPackage)
    _made: dict[str, str | None] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def rebuild(self) -> bytes:
        """Return the new package. Raises ReviewerError with TOO_DEEP for XML nested beyond what can be walked."""
        try:
            return self._rebuilt()
        except RecursionError as error:
            raise ReviewerError(ProblemCode.TOO_DEEP, name=self.name) from error

    def _rebuilt(self) -> bytes:
        self._package = DocxPackage(self.name, self.content)
        self._pictures = PictureCleaner(self.ledger)
        self._shared = self._read_shared()
        main = self._package.main_part
        self._made[main] = _BODY.path
        self._rebuild_part(main, _BODY, _BODY.path, self._main_type())
        self._new.link("", _DOCUMENT_TYPE, _BODY.path)
        self._take_title()
        self._enter_unreached()
        return self._new.save()

    def part(self, link: Relationship) -> str | None:
        """Rebuild the part that a link leads to, once; return its new name, or None when it goes."""
        source = link.target
        if source not in self._package:
            return None
        if source not in self._made:
            self._made[source] = None
            kind = next((kind for ending, kind in KEPT.items() if link.type.endswith(ending)), None)
            if kind is not None:
                number = self._number(kind.path)
                named = PartKind(kind.path.format(number), kind.media_type, kind.place.format(number))
                self._made[source] = named.path
                self._rebuild_part(source, named, named.path, kind.media_type)
            elif link.type.endswith("/aFChunk"):
                self._made[source] = self._chunk(source)
            else:
                self._enter_lost(source, link.type)
        return self._made[source]

    def picture(self, link: Relationship, sides: Sequence[float]) -> str:
        """Draw the picture that a link leads to anew; return the name of its new part."""
        key = f"{link.target} {list(sides)}"
        if key not in self._made:
            number = self._number("picture")
            data = self._package.read(link.target) if link.target in self._package else b""
            clean = self._pictures.clean(data, sides, f"picture {number}")
            path = f"word/media/image{number}.{clean.ending}"
            self._new.add(path, clean.content)
            self._made[key] = self._made[link.target] = path
        return self._made[key] or ""

    def _number(self, kind: str) -> int:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]

    def _rebuild_part(self, source: str, kind: PartKind, path: str, media_type: str) -> None:
        self.progress(Progress(Step.REDACTING, len(self._new.parts), len(self._package.parts)))
        self._look_at_markup(source, kind.place)
        root = self._package.xml(source)
        links = PartLinks(
            owner=path,
            place=kind.place,
            links=self._package.relationships(source),
            new=self._new,
            targets=self,
            ledger=self.ledger,
            keeps_paragraph_ids=source.rpartition("/")[2].startswith("comments"),
        )
        if path == "word/settings.xml":
            root = kept_settings(root, self.ledger, self._shared.values)
        made = PartCopier(self.ledger, self._shared, links, kind.place).copy(root)
        words = TextMap(kind.place)
        WordGatherer(words, kind.place).gather(made)
        words.redact(self.ledger)
        keep_spaces(made)
        self._new.add(path, part_bytes(made), media_type)
        if path == _BODY.path:
            for ending in IMPLICIT:
                links.take(ending)

    def _look_at_markup(self, source: str, place: str) -> None:
        """Look for words in what a parser passes over: comments, instructions, namespaces and their prefixes."""
        data = self._package.read(source)
        for extra in _XML_EXTRAS.findall(data):
            self.ledger.look(f"{place}, comment in the XML", extra.decode("utf-8", "replace"))
        for prefix, address in sorted(set(_NAMESPACE.findall(data))):
            words = f"{prefix.decode('utf-8', 'replace')} {address.decode('utf-8', 'replace')}"
            if address.decode("utf-8", "replace") not in PREFIXES:
                self.ledger.look(f"{place}, namespace", words)

    def _main_type(self) -> str:
        """Return the main part's media type, so that a template stays a template."""
        types = self._package.read("[Content_Types].xml") if "[Content_Types].xml" in self._package else b""
        return next((kind for kind in MAIN_TYPES if kind.encode() in types), MAIN_TYPES[0])

    def _read_shared(self) -> DocxShared:
        package = self._package
        links = package.relationships(package.main_part)
        source = next((link.target for link in links if link.type.endswith("/styles") and link.target in package), None)
        root = package.xml(source) if source else None
        renamed: dict[str, str] = {}
        values = Values(self.ledger, renamed)
        for number, style in enumerate(root.iter(f"{W}style") if root is not None else (), 1):
            self._rename_style(style, number, renamed)
        anchors = _anchors(package)
        places = {anchor: f"place{number}" for number, anchor in enumerate(sorted(anchors), 1)}
        return DocxShared(DocxStyles(root), places, values)

    def _rename_style(self, style: etree._Element, number: int, renamed: dict[str, str]) -> None:
        """Give a style whose name holds a term one that says nothing; its id is renamed wherever it is used."""
        old = style.get(f"{W}styleId", "")
        self.ledger.look_at_name("styles", old)
        if self.ledger.finder.hides_a_term(old):
            renamed[old] = f"Style{number}"

    def _take_title(self) -> None:
        for link in self._package.relationships(""):
            if link.type == CORE_TYPE and link.target in self._package and link.target not in self._made:
                self._made[link.target] = None
                part = title_part(self._package.xml(link.target), self.ledger)
                if part is not None:
                    self._new.add("docProps/core.xml", part, CORE_MEDIA)
                    self._new.link("", CORE_TYPE, "docProps/core.xml")

    def _chunk(self, source: str) -> str | None:
        """Redact a document that is inserted whole, or leave it out."""
        place = "inserted document"
        data = self._package.read(source)
        kind = detect(source, data).kind
        content = self.inner(source.rpartition("/")[2], data, place) if kind in _CHUNKS else None
        if content is None:
            self.ledger.look(place, readable_text(data))
            self.ledger.lose(RedactionLoss.EMBEDDED_OBJECT, place)
            return None
        ending, media_type = _CHUNKS[kind]
        path = f"word/inserted{self._number('inserted')}.{ending}"
        self._new.add(path, content, media_type)
        return path

    def _enter_lost(self, source: str, type_: str) -> None:
        name, loss = next(
            (lost for ending, lost in LOST.items() if type_.endswith(ending)), ("part of an unknown kind", None)
        )
        self.ledger.look(name, readable_text(self._package.read(source)))
        if loss is not None:
            self.ledger.lose(loss, name)

    def _enter_unreached(self) -> None:
        """Look through everything that no link of the new package leads to, and the container itself."""
        for owner in ("", *self._package.parts):
            for link in self._package.relationships(owner) if not owner.endswith(".rels") else ():
                if not link.external and link.target in self._package and link.target not in self._made:
                    self._made[link.target] = None
                    self._enter_lost(link.target, link.type)
        for part in self._package.parts:
            self.ledger.look_at_name("name of a part", part)
            if part.endswith((".rels", "[Content_Types].xml")):
                self._look_at_markup(part, "links of the file")
                self.ledger.look("links of the file", readable_text(self._package.read(part)))
            elif part not in self._made:
                self._enter_lost(part, "")
        for hidden in hidden_entries(self.content):
            self.ledger.look("hidden part", readable_text(hidden))
            self.ledger.lose(RedactionLoss.HIDDEN_TEXT, "hidden part")
        self.ledger.look("between the parts of the file", container_text(self.content))


def _anchors(package: DocxPackage) -> set[str]:
    """Return the names of the bookmarks that links lead to."""
    found: set[str] = set()
    for part in package.parts:
        if part.endswith(".xml") and b":anchor=" in package.read(part):
            found.update(link.get(f"{W}anchor", "") for link in package.xml(part).iter(f"{W}hyperlink"))
    return found - {""}
