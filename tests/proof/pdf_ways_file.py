"""Ways to keep a word in a PDF file: attached files, unused objects, earlier versions, loose bytes."""

import base64
import io
import lzma
import tempfile
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pymupdf
from pikepdf import Dictionary, Name, String

from tests.proof.pdf_way_tools import changed, coded, page_with, saved
from tests.proof.pdf_ways_around import annotated
from tests.proof.ways import Ways

WAYS = Ways("pdf", "memo.pdf")


def attached(name: str, data: bytes) -> bytes:
    document = page_with("")
    document.embfile_add(name, data)
    return document.tobytes(deflate=True)


def zipped(name: str, data: str | bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return written.getvalue()


@WAYS.held
def in_an_attached_text(word: str) -> bytes:
    return attached("list.txt", f"about {word}".encode("utf-16"))


@WAYS.held
def as_the_name_of_an_attachment(word: str) -> bytes:
    return attached(f"{word}.txt", b"nothing")


@WAYS.held
def in_a_zip_in_an_attached_zip(word: str) -> bytes:
    return attached("all.zip", zipped("inner.zip", zipped("list.txt", word)))


@WAYS.held
def in_an_attached_xz_file(word: str) -> bytes:
    return attached("list.xz", lzma.compress(f"about {word}".encode()))


@WAYS.held
def in_an_attached_pdf(word: str) -> bytes:
    return attached("inner.pdf", coded(word))


@WAYS.held
def in_an_attached_mail(word: str) -> bytes:
    body = base64.b64encode(f"{word} was here".encode()).decode()
    return attached("note.eml", f"Subject: x\nContent-Transfer-Encoding: base64\n\n{body}\n".encode())


@WAYS.held
def in_an_earlier_version(word: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "memo.pdf")
        path.write_bytes(coded(word))
        document = pymupdf.open(path)
        for xref in document[0].get_contents():
            document.update_stream(xref, b"q Q")
        document.saveIncr()
        document.close()
        return path.read_bytes()


@WAYS.held
def in_an_object_that_nothing_names(word: str) -> bytes:
    document = page_with("")
    document.update_object(document.get_new_xref(), f"<</Said ({word})>>")
    return document.tobytes()


@WAYS.held
def in_a_stream_that_nothing_names(word: str) -> bytes:
    document = page_with("")
    xref = document.get_new_xref()
    document.update_object(xref, "<<>>")
    document.update_stream(xref, f"BT ({word}) Tj ET".encode())
    return document.tobytes(deflate=True)


@WAYS.held
def in_an_object_stream(word: str) -> bytes:
    noted = pikepdf.open(io.BytesIO(annotated(Contents=String(word))))
    return saved(noted, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@WAYS.held
def in_a_stream_with_two_filters(word: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        packed = base64.a85encode(zlib.compress(f"about {word} and more".encode())) + b"~>"
        filters = pikepdf.Array([Name.ASCII85Decode, Name.FlateDecode])
        stream = pikepdf.Stream(pdf, b"")
        stream.write(packed, filter=filters)
        pdf.Root.PieceInfo = Dictionary(Desk=pdf.make_indirect(stream))

    return changed(coded(""), change)


@WAYS.held
def before_the_header(word: str) -> bytes:
    return f"{word}\n".encode() + coded("")


@WAYS.held
def behind_the_end(word: str) -> bytes:
    return coded("") + f"\n{word} behind\n".encode()


@WAYS.held
def packed_behind_the_end(word: str) -> bytes:
    return coded("") + zlib.compress(f"{word} behind the end".encode())


@WAYS.held
def between_objects(word: str) -> bytes:
    return coded("").replace(b"endobj\n", f"endobj\n% {word}\n".encode(), 1)


@WAYS.held
def encrypted_with_an_owner_password(word: str) -> bytes:
    return saved(pikepdf.open(io.BytesIO(coded(word))), encryption=pikepdf.Encryption(owner="o", user=""))
