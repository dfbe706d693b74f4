"""What an editor marked to be removed."""

import msgspec

from reviewer.model.anchor import Anchor
from reviewer.model.geometry import Box
from reviewer.model.verdict import Signature


class PageArea(msgspec.Struct, frozen=True, tag=True):
    """A rectangle on one page (from 1) of a document's galley, in points from the top left."""

    document: str
    page: int
    box: Box


class RedactionMark(msgspec.Struct, frozen=True):
    """A passage or an area to be removed on export, with its reason code."""

    id: str
    target: Anchor | PageArea
    reason: str
    by: Signature
