"""A package written anew: the parts it is given, sorted, with fixed dates, and nothing between them."""

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}


@dataclass(frozen=True)
class NewLink:
    """A relationship of a new part; `target` is a part's full name, or an address when `external`."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass
class NewPackage:
    """The parts of a package to be written, their media types and their links ("" are those of the package)."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    links: dict[str, list[NewLink]] = field(default_factory=dict)

    def add(self, name: str, content: bytes, media_type: str = "") -> None:
        """Add a part; a picture needs no media type, its ending says it."""
        self.parts[name] = content
        if media_type:
            self.types[name] = media_type

    def link(self, owner: str, type_: str, target: str, *, external: bool = False) -> str:
        """Link a part to another one or to an address and return the link's id; the same link is made once."""
        links = self.links.setdefault(owner, [])
        for link in links:
            if (link.type, link.target, link.external) == (type_, target, external):
                return link.id
        links.append(NewLink(f"rId{len(links) + 1}", type_, target, external))
        return links[-1].id

    def save(self) -> bytes:
        """Return the package; the same parts give the same bytes."""
        entries = {"[Content_Types].xml": self._content_types(), **self.parts}
        for owner, links in self.links.items():
            folder, file = posixpath.split(owner)
            entries[posixpath.join(folder, "_rels", f"{file}.rels")] = _links_part(folder, links)
        return write_zip(entries)

    def _content_types(self) -> bytes:
        defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in _DEFAULTS.items())
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
            for name, kind in sorted(self.types.items())
        )
        return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'.encode()


def write_zip(entries: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of these entries, the list of types first, without dates, comments or extra fields."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(entries, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, entries[name])
    return out.getvalue()


def _links_part(folder: str, links: Sequence[NewLink]) -> bytes:
    made = "".join(_link(folder, link) for link in links)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'.encode()


def _link(folder: str, link: NewLink) -> str:
    target = link.target if link.external else posixpath.relpath("/" + link.target, "/" + folder)
    mode = ' TargetMode="External"' if link.external else ""
    return f'<Relationship Id="{link.id}" Type={quoteattr(link.type)} Target={quoteattr(target)}{mode}/>'
