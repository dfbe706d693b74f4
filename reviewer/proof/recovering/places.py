"""What one engine hands to the next: a file or a piece of one, with the name of its place."""

from collections.abc import Callable

import msgspec

from reviewer.proof.recovering.gathering import Gathering

DEEPEST = 8


class Piece(msgspec.Struct, frozen=True):
    """Bytes to be read: `place` names them for a person ("attachment list.csv"), empty for the file itself.

    `is_made_up`: the file does not hold the name, we gave it.
    """

    place: str
    name: str
    content: bytes
    depth: int = 0
    password: str | None = None
    is_made_up: bool = False

    def part(self, name: str) -> str:
        """Return the name of a part of this piece."""
        return f"{self.place}, {name}" if self.place and name else self.place or name or "the file"

    def inner(self, name: str, content: bytes, file_name: str = "") -> "Piece":
        """Return a piece that lies inside this one."""
        return Piece(self.part(name), file_name or name, content, self.depth + 1, self.password)

    def inner_of_kind(self, name: str, content: bytes, ending: str) -> "Piece":
        """Return a piece inside this one that has no file name; `ending` says of what kind it is."""
        return Piece(self.part(name), f"a.{ending}", content, self.depth + 1, self.password, is_made_up=True)


ReadPiece = Callable[[Gathering, Piece], None]
"""Reads a piece of any kind with every engine that knows it."""
