"""Every glyph and picture that a page's content paints, seen or not, in the order in which it paints them.

Text extraction leaves out what is clipped away, of no size or off the page; a trace leaves out nothing. Coordinates
are points from the top left of the page as displayed, y downwards.
"""

import hashlib
from typing import Any

import msgspec
import numpy as np
import pymupdf as _pymupdf

from reviewer.pages.faults import faults_are_damage
from reviewer.pages.glyph_columns import GlyphColumns, Glyphs
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.page_painting import PagePainting
from reviewer.pages.painted_picture import Picture

_low: Any = _pymupdf.mupdf


class PageTrace(msgspec.Struct):
    """What a page's content paints. `curves` counts the curves of paths, `tiles` the patterns, `paths` painted paths.

    `bricks` counts the painted paths so small that letters may be built of them, `windings` those with more corners
    than rules and boxes have.

    `texts` holds for each text operation of the reader the number of its first glyph. `digest` is the same for two
    pages whose glyphs mean the same characters and stand in the same places; `notes` is room for what others work out
    from the page, kept with it.
    """

    width: float
    height: float
    glyphs: Glyphs
    pictures: list[Picture]
    paths: int = 0
    curves: int = 0
    tiles: int = 0
    bricks: int = 0
    windings: int = 0
    texts: list[int] = msgspec.field(default_factory=list)
    digest: bytes = b""
    notes: dict[str, Any] = msgspec.field(default_factory=dict)


def trace_page(page: PdfPage) -> PageTrace:
    """Trace a page's own content, without annotations. Raises ReviewerError with DAMAGED."""
    with faults_are_damage(f"page {page.number}", "its content cannot be read"):
        painting = PagePainting(page.width, page.height)
        _low.fz_run_page_contents(page.handle.this, painting, _low.FzMatrix(), _low.FzCookie())
        _low.fz_close_device(painting)
        if painting.fault is not None:
            raise painting.fault
        columns = GlyphColumns(painting.spans)
        return PageTrace(
            width=page.width,
            height=page.height,
            glyphs=Glyphs(columns),
            pictures=painting.pictures,
            paths=painting.paths,
            curves=painting.curves,
            tiles=painting.tiles,
            bricks=painting.bricks,
            windings=painting.windings,
            texts=painting.texts,
            digest=_digest(columns, page.width, page.height),
        )


def _digest(columns: GlyphColumns, width: float, height: float) -> bytes:
    made = hashlib.sha256(f"{width} {height}".encode())
    for column in (columns.codes, columns.xs, columns.ys, columns.advances, columns.is_head, columns.is_seen):
        made.update(np.ascontiguousarray(column).tobytes())
    for span in columns.table:
        made.update(repr((len(span.items), span.along, span.up, span.tiles)).encode())
    return made.digest()
