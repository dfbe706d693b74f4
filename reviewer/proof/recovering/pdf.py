"""Everything that can be recovered from a PDF."""

import io
from collections.abc import Sequence
from typing import Any

import pikepdf

from reviewer.model.problem import ReviewerError
from reviewer.model.redaction import PageBox
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.pdf_bare import with_streams_as_pages
from reviewer.proof.recovering.pdf_bytes import earlier_versions, sweep
from reviewer.proof.recovering.pdf_drawn import opened, read_drawn_text
from reviewer.proof.recovering.pdf_fonts import FontUse
from reviewer.proof.recovering.pdf_objects import Walk, walk_objects
from reviewer.proof.recovering.pdf_pictures import read_pictures
from reviewer.proof.recovering.pdf_sight import Eye
from reviewer.proof.recovering.pdf_text_engines import read_with_pdfminer, read_with_pypdf, same_letters
from reviewer.proof.recovering.pictures import PictureReader
from reviewer.proof.recovering.places import Piece, ReadPiece


def read_pdf(
    gathering: Gathering, piece: Piece, areas: Sequence[PageBox], reader: PictureReader, read_piece: ReadPiece
) -> None:
    """Read a PDF with every engine.

    Raises ReviewerError with PASSWORD_NEEDED or PASSWORD_WRONG when it cannot be opened without the right one; any
    other part that stays closed counts as unread.
    """
    with opened(piece.content, piece.password, piece.name) as document:
        fonts: dict[int, FontUse] = {}
        _read_text(gathering, piece, document, fonts)
        eye = Eye(gathering, piece, document, reader)
        doubted = eye.doubted_pages(list(fonts.values()))
        walk = _walk(gathering, piece, read_piece, are_honest=not doubted)
        sweep(gathering, piece, walk)
        read_pictures(gathering, walk.images, reader, piece.content)
        eye.read_areas(areas)
        eye.read_pages(doubted)
    for number, version in enumerate(earlier_versions(piece.content), 1):
        earlier = Piece(piece.part(f"an earlier version ({number})"), piece.name, version, piece.depth, piece.password)
        _read_earlier(gathering, earlier, reader, read_piece)


def _read_text(
    gathering: Gathering,
    piece: Piece,
    document: Any,  # noqa: ANN401 - the native object has no type of its own
    fonts: dict[int, FontUse],
) -> None:
    """Read the text of a whole document and note its fonts; pages that no engine reads count as unread."""
    names = [piece.part(f"page {number}") for number in range(1, len(document) + 1)]
    drawn = read_drawn_text(gathering, document, names, fonts)
    gathering.report(1, 4)
    mined = read_with_pdfminer(gathering, piece.content, piece.password, names, drawn)
    gathering.report(2, 4)
    agreed = {number for number, text in mined.items() if same_letters(text, drawn.get(number))}
    read = read_with_pypdf(gathering, piece.content, piece.password, names, agreed)
    gathering.report(3, 4)
    for number, name in enumerate(names):
        if number not in read | drawn.keys() | mined.keys():
            gathering.mark_unread(name)


def _walk(gathering: Gathering, piece: Piece, read_piece: ReadPiece, are_honest: bool = False) -> Walk:
    try:
        pdf = pikepdf.open(io.BytesIO(piece.content), password=piece.password or "")
    except (pikepdf.PdfError, ValueError, RuntimeError):
        gathering.mark_unread(piece.part("its objects"))
        return Walk(None, [], set(), set())
    walk = walk_objects(gathering, piece, pdf, read_piece, are_honest)
    _read_streams_as_pages(gathering, piece, pdf)
    return walk


def _read_streams_as_pages(gathering: Gathering, piece: Piece, pdf: pikepdf.Pdf) -> None:
    extra = with_streams_as_pages(pdf)
    if extra is None:
        return
    try:
        with opened(extra.content, None, piece.name) as document:
            names = [""] * extra.first + [piece.part(name) for name in extra.names]
            read_drawn_text(gathering, document, names)
    except ReviewerError:
        gathering.mark_unread(piece.part("drawings"))


def _read_earlier(gathering: Gathering, piece: Piece, reader: PictureReader, read_piece: ReadPiece) -> None:
    """Read an earlier version as far as it can be opened; its bytes are part of the whole and read anyway."""
    try:
        with opened(piece.content, piece.password, piece.name) as document:
            _read_text(gathering, piece, document, {})
            walk = _walk(gathering, piece, read_piece)
        read_pictures(gathering, walk.images, reader, piece.content)
    except ReviewerError:
        return
