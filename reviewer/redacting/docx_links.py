"""The links of one DOCX part: followed only when something that stays asks for them, and numbered anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from reviewer.formats.docx_package import Relationship
from reviewer.formats.docx_rewriting import NewPackage
from reviewer.model.redaction import RedactionLoss
from reviewer.redacting.ledger import Ledger

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ADDRESSES = ("http://", "https://", "mailto:")


class Targets(Protocol):
    """What links lead to; each returns the name of the new part, or None when nothing of it stays."""

    def part(self, link: Relationship) -> str | None:
        """Rebuild a part that a link leads to."""

    def picture(self, link: Relationship, sides: Sequence[float]) -> str:
        """Draw a picture anew without what is cropped: shares of 1 from the left, top, right and bottom."""


@dataclass
class PartLinks:
    """The links of the part `owner`, a new name; `place` names it in hits and reports."""

    owner: str
    place: str
    links: Sequence[Relationship]
    new: NewPackage
    targets: Targets
    ledger: Ledger
    keeps_paragraph_ids: bool = False

    def follow(self, old: str) -> str | None:
        """Return the new id of a link, or None when it does not stay."""
        link = self._find(old)
        if link is None:
            return None
        if link.type.endswith("/image"):
            return self.picture(old, (0, 0, 0, 0))
        if link.external:
            return self._address(link) if link.type.endswith("/hyperlink") else None
        target = self.targets.part(link)
        return None if target is None else self.new.link(self.owner, link.type, target)

    def picture(self, old: str | None, sides: Sequence[float]) -> str | None:
        """Return the new id of a link to a picture, or None when it leads nowhere or out of the file."""
        link = self._find(old or "")
        if link is None or link.external:
            return None
        return self.new.link(self.owner, f"{_OFFICE}/image", self.targets.picture(link, sides))

    def take(self, ending: str) -> None:
        """Follow the links of a kind that no element asks for."""
        for link in self.links:
            if link.type.endswith(ending) and not link.external:
                self.follow(link.id)

    def _address(self, link: Relationship) -> str | None:
        address = link.target
        finder = self.ledger.finder
        self.ledger.look_at_name(f"{self.place}, link", unquote(address))
        is_kept = address.strip().lower().startswith(_ADDRESSES) and not (
            finder.is_in_identifier(address) or finder.is_in_identifier(unquote(address))
        )
        if not is_kept:
            self.ledger.lose(RedactionLoss.LINKS, self.place)
            return None
        return self.new.link(self.owner, link.type, address, external=True)

    def _find(self, old: str) -> Relationship | None:
        return next((link for link in self.links if link.id == old), None)
