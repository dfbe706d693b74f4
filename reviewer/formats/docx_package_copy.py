"""A DOCX package copied with some parts changed or added; all others stay byte for byte, in their order."""

import io
import posixpath
import zipfile

from lxml import etree

from reviewer.formats.docx_package import DocxPackage, links_part, parse_xml

_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)


class PackageCopy:
    """Collects what is to be different in the copy."""

    def __init__(self, package: DocxPackage) -> None:
        self._package = package
        self._changed: dict[str, bytes] = {}

    @property
    def name(self) -> str:
        """Return the name of the file that is copied."""
        return self._package.name

    def read(self, part: str) -> bytes:
        """Return a part as it will be in the copy. Raises ReviewerError as `DocxPackage` does."""
        return self._changed[part] if part in self._changed else self._package.read(part)

    def put(self, part: str, content: bytes) -> None:
        """Give a part another content."""
        self._changed[part] = content

    def linked(self, owner: str, link_type: str) -> str | None:
        """Return the part that another one is linked to by a link of this type, or None."""
        for link in self._package.relationships(owner):
            if link.type == link_type and not link.external and link.target in self._package:
                return link.target
        return None

    def add(self, owner: str, name: str, content: bytes, link_type: str, media_type: str) -> str:
        """Add a part beside its owner, linked from it, and return the part's name; one that is taken gets a number."""
        folder = posixpath.dirname(owner)
        stem, ending = posixpath.splitext(name)
        part, number = posixpath.join(folder, name), 1
        while part in self._package or part in self._changed:
            number += 1
            part = posixpath.join(folder, f"{stem}{number}{ending}")
        self._changed[part] = content
        self._link(owner, posixpath.basename(part), link_type)
        types = parse_xml(self.name, _TYPES_PART, self.read(_TYPES_PART), as_it_is=True)
        etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": media_type})
        self._changed[_TYPES_PART] = xml_part(types)
        return part

    def save(self) -> bytes:
        """Return the copy; the same changes of the same package give the same bytes."""
        out = io.BytesIO()
        added = [part for part in self._changed if part not in self._package]
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in (*self._package.parts, *added):
                if not part.endswith("/"):
                    entry = zipfile.ZipInfo(part, _DATE)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, self.read(part))
        return out.getvalue()

    def _link(self, owner: str, target: str, link_type: str) -> None:
        part = links_part(owner)
        if part in self._changed or part in self._package:
            links = parse_xml(self.name, part, self.read(part), as_it_is=True)
        else:
            links = etree.fromstring(f'<Relationships xmlns="{_LINKS}"/>')
        taken = {link.get("Id") for link in links}
        number = next(at for at in range(1, len(taken) + 2) if f"rIdC{at}" not in taken)
        made = {"Id": f"rIdC{number}", "Type": link_type, "Target": target}
        etree.SubElement(links, f"{{{_LINKS}}}Relationship", made)
        self._changed[part] = xml_part(links)


def xml_part(root: etree._Element) -> bytes:
    """Return the XML of a part as its file is written; remarks before and after its root stay."""
    return bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True))
