"""A PDF as bytes: what lies between, before and behind its objects, what was deleted, and its earlier versions."""

import re
from collections.abc import Iterator

from pdfminer.ascii85 import ascii85decode
from pdfminer.lzw import lzwdecode
from pdfminer.runlength import rldecode

from reviewer.formats.pdf_vocabulary import without_pdf_words
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.inflating import inflate_everything
from reviewer.proof.recovering.pdf_identifiers import without_hashes
from reviewer.proof.recovering.pdf_objects import Walk, mark_of, read_loose_data
from reviewer.proof.recovering.pdf_strings import text_of_content
from reviewer.proof.recovering.places import Piece

ENGINE = "raw bytes"
_SWEEP = "zlib sweep"
_STREAM = re.compile(rb"/Filter[^>]{0,200}?(LZW|ASCII85|A85|RunLength|RL)[^>]{0,300}>>\s*stream\r?\n")
_END = re.compile(rb"%%EOF[\r\n]*")
_BODY_OF_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_MOST_VERSIONS = 20


def sweep(gathering: Gathering, piece: Piece, walk: Walk) -> None:
    """Read the raw bytes, and every compressed piece that the walk over the objects did not."""
    content = without_hashes(piece.content)
    part = piece.part("the file's bytes")
    bare = without_pdf_words(content)
    gathering.read_bytes(part, ENGINE, bare)
    outside = without_pdf_words(_BODY_OF_STREAM.sub(b" ", content))
    gathering.read_text(part, ENGINE, text_of_content(outside), form="string")
    left_over = piece.part("data that no page shows")
    for data in _unpacked(piece.content, walk):
        gathering.count_unpacked(len(data))
        if mark_of(data) not in walk.decoded:
            walk.decoded.add(mark_of(data))
            read_loose_data(gathering, left_over, _SWEEP, data)


def earlier_versions(content: bytes) -> Iterator[bytes]:
    """Yield the file as it was after each save but the last, latest first."""
    ends = [match.end() for match in _END.finditer(content)]
    for end in [end for end in reversed(ends) if content[end:].strip()][:_MOST_VERSIONS]:
        yield content[:end]


def _unpacked(content: bytes, walk: Walk) -> Iterator[bytes]:
    for inflated in inflate_everything(content):
        if mark_of(content[inflated.start : inflated.end]) in walk.packed:
            continue
        yield inflated.data
        yield from _with_filters(inflated.data, _filters_before(content, inflated.start))
    for match in _STREAM.finditer(content):
        end = content.find(b"endstream", match.end())
        yield from _with_filters(content[match.end() : end if end >= 0 else None], match.group())


def _filters_before(content: bytes, start: int) -> bytes:
    head = content[max(0, start - 600) : start]
    return head[head.rfind(b"<<") :] if b"stream" in head[-12:] else b""


def _with_filters(data: bytes, head: bytes) -> Iterator[bytes]:
    """Yield data with the filters undone that its head names."""
    for name, undo in ((b"A85", _from_ascii85), (b"ASCII85", _from_ascii85), (b"LZW", _from_lzw), (b"RL", rldecode)):
        if name in head or (name == b"RL" and b"RunLength" in head):
            try:
                yield undo(data)
            except (ValueError, IndexError, TypeError, EOFError):
                continue


def _from_ascii85(data: bytes) -> bytes:
    return bytes(ascii85decode(data))


def _from_lzw(data: bytes) -> bytes:
    return bytes(lzwdecode(data))
