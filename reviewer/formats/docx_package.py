"""A DOCX file as a package of parts: opened within limits, its XML parsed without entities or network."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from reviewer.model.problem import ProblemCode, ReviewerError

_TYPES = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_TO_TRANSITIONAL: tuple[tuple[bytes, bytes], ...] = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", b"http://schemas.openxmlformats.org/drawingml/2006/diagram"),
)


@dataclass(frozen=True)
class PackageLimits:
    """How far a package may unpack, in bytes and entries; `ratio` applies from `ratio_from` unpacked bytes on."""

    unpacked: int = 512 * 1024 * 1024
    part: int = 128 * 1024 * 1024
    entries: int = 20_000
    ratio: int = 250
    ratio_from: int = 8 * 1024 * 1024


@dataclass(frozen=True)
class Relationship:
    """A link from one part to another; `target` is a part's name, or an address when `external`."""

    id: str
    type: str
    target: str
    external: bool


class DocxPackage:
    """The parts of one DOCX file, read on demand.

    Raises ReviewerError on opening or reading: DAMAGED for what is no sound package, EXPANDS_TOO_FAR for one that
    unpacks to more than the limits allow (declared or real size, ratio, number of entries), TOO_DEEP for XML nested
    beyond 256 levels.
    """

    def __init__(self, name: str, content: bytes, limits: PackageLimits | None = None) -> None:
        self.name = name
        self._limits = limits or PackageLimits()
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="its container cannot be unpacked") from error
        self._last_read: tuple[str, bytes] = ("", b"")
        self._entries = {entry.filename.lstrip("/"): entry for entry in self._archive.infolist()}
        self._check_declared_sizes()

    @cached_property
    def main_part(self) -> str:
        """Return the name of the part that holds the body. Raises DAMAGED when there is none."""
        for relationship in self.relationships(""):
            if relationship.type.endswith("/officeDocument") and relationship.target in self._entries:
                return relationship.target
        if "word/document.xml" in self._entries:
            return "word/document.xml"
        raise ReviewerError(ProblemCode.DAMAGED, name=self.name, reason="it has no document part")

    def __contains__(self, part: str) -> bool:
        """Return whether the package has this part."""
        return part in self._entries

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the names of all parts in the order of the package."""
        return tuple(self._entries)

    def read(self, part: str) -> bytes:
        """Return a part's bytes. Raises ReviewerError when it is missing, damaged or too large."""
        if self._last_read[0] == part and part:
            return self._last_read[1]
        entry = self._entries.get(part)
        if entry is None:
            raise ReviewerError(ProblemCode.DAMAGED, name=self.name, reason=f"the part {part} is missing")
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(self._limits.part + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
            # RuntimeError is what zipfile raises for an encrypted entry, NotImplementedError is one of them.
            raise ReviewerError(ProblemCode.DAMAGED, name=self.name, reason=f"cannot unpack {part}") from error
        if len(data) > self._limits.part:
            self._refuse_size()
        self._last_read = (part, data)
        return data

    def xml(self, part: str) -> etree._Element:
        """Return the root of an XML part; the strict form of OOXML is brought to the transitional namespaces."""
        data = self.read(part)
        if _STRICT in data:
            for strict, transitional in _STRICT_TO_TRANSITIONAL:
                data = data.replace(strict, transitional)
        return parse_xml(self.name, part, data)

    @property
    def is_strict(self) -> bool:
        """Return whether the body is written in the strict form of OOXML."""
        return _STRICT in self.read(self.main_part)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return the links of a part in their order; the empty name stands for the package itself."""
        folder, _ = posixpath.split(part)
        links = links_part(part)
        if links not in self._entries:
            return ()
        found = []
        for element in self.xml(links).iter(f"{{{_TYPES}}}Relationship"):
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, external))
        return tuple(found)

    def _check_declared_sizes(self) -> None:
        entries = self._archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        packed = max(1, sum(entry.compress_size for entry in entries))
        limits = self._limits
        too_dense = unpacked > limits.ratio_from and unpacked > packed * limits.ratio
        if len(entries) > limits.entries or unpacked > limits.unpacked or too_dense:
            self._refuse_size()

    def _refuse_size(self) -> None:
        limit = f"{self._limits.unpacked // (1024 * 1024)} MB"
        raise ReviewerError(ProblemCode.EXPANDS_TOO_FAR, name=self.name, limit=limit)


def links_part(part: str) -> str:
    """Return the name of the part that holds another part's links."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def parse_xml(name: str, part: str, data: bytes, as_it_is: bool = False) -> etree._Element:
    """Parse XML from a stranger: no entities, no network, no document type, 256 levels at most.

    Its remarks and processing instructions are left out unless it is wanted `as_it_is`. Raises ReviewerError: TOO_DEEP
    beyond the levels, DAMAGED for anything else that is wrong.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not as_it_is,
        remove_pis=not as_it_is,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise ReviewerError(ProblemCode.TOO_DEEP, name=name) from error
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason=f"the part {part} is not well-formed") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason=f"the part {part} declares a document type")
    return root
