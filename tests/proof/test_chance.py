"""Short words that chance spells in numbers are no leak; the same words written there by somebody are."""

import io
import random
import struct
from collections.abc import Sequence

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.proof.recovering.pdf_codes import letters_of_table
from reviewer.proof.recovering.pdf_identifiers import is_hash
from reviewer.proof.recovering.profiles import texts_of_profile
from reviewer.proof.recovering.samples import is_written
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.pdf_sheet import Sheet

SHORT = "Orr"
SIDE = 60


def shades(seed: int = 5) -> bytes:
    """Pixels of a grey, grainy surface, most of which are also letters and signs."""
    chance = random.Random(seed)
    return bytes(min(255, max(0, round(chance.gauss(100, 25)))) for _ in range(SIDE * SIDE))


def with_picture(pixels: bytes) -> bytes:
    sheet = Sheet().line("A picture of the quay")
    picture = sheet.stream(
        pixels, Type=Name.XObject, Subtype=Name.Image, Width=SIDE, Height=SIDE, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    sheet.resource("XObject", "Im", picture)
    return sheet.draw("q 6 0 0 6 20 20 cm /Im Do Q").finished()


def among(pixels: bytes, words: bytes) -> bytes:
    at = len(pixels) // 2
    return pixels[:at] + words + pixels[at + len(words) :]


def is_found(content: bytes, word: str = SHORT) -> bool:
    return bool(recover("page.pdf", content, (word,)).survivors)


def test_shades_that_spell_a_short_word_are_no_leak():
    assert not is_found(with_picture(among(shades(), b"~Orr~")))


@pytest.mark.parametrize(
    "words",
    [
        b"The call was made by Orr late in the evening of that day. The office said no more about it then.",
        b"\x00" * 12 + b"Orr" + b"\x00" * 12,
        "the call was made by Orr late in the evening that day. The office said".encode("utf-16-le"),
        "les clés étaient chez Orr, près du café de la gare, selon le témoin".encode(),
        b"Abel\nBrand\nDorn\nOrr\nVale\nWest\nYork\nHart\nLind\nMoss\n",
    ],
    ids=["in English", "by itself", "in UTF-16", "in French", "in a list"],
)
def test_a_short_word_that_was_written_among_pixels_is_found(words: bytes):
    assert is_found(with_picture(among(shades(), words)))


def test_a_longer_word_among_pixels_is_found_whatever_stands_round_it():
    assert is_found(with_picture(among(shades(), b"~Hanes~")), "Hanes")


def test_letters_without_gaps_are_no_text():
    assert not is_written(b"nmlkmnopqrstponmlkjjklmn Orr lmnopqponmlkjihggh" * 2, 25, 28)


def profile(tags: Sequence[tuple[bytes, bytes]]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags:
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data
    return bytes(36) + b"acsp" + bytes(88) + table + body


CURVE = b"curv" + bytes(8) + b"k(Orr)l W\xafm/Orr m"
SAID = b"text" + bytes(4) + b"Orr"


def with_profile(data: bytes) -> bytes:
    sheet = Sheet().line("Colours of the quay")
    space = sheet.pdf.make_stream(data)
    space.N = 3
    sheet.resource("ColorSpace", "Own", Array([Name.ICCBased, sheet.pdf.make_indirect(space)]))
    return sheet.draw("/Own cs 0 0 0 sc").finished()


def test_the_curve_of_a_colour_profile_spells_no_short_word():
    assert not is_found(with_profile(profile([(b"rTRC", CURVE)])))


def test_what_a_colour_profile_says_is_read():
    assert is_found(with_profile(profile([(b"rTRC", CURVE), (b"cprt", SAID)])))


def test_a_profile_whose_list_makes_no_sense_is_read_as_a_whole():
    data = profile([(b"rTRC", CURVE)])[:140]
    assert b"".join(texts_of_profile(data)) == data


def with_identifier(identifier: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(Sheet().line("A page").finished())) as pdf:
        pdf.trailer.ID = Array([String(identifier), String(identifier)])
        made = io.BytesIO()
        pdf.save(made, fix_metadata_version=False, static_id=False, deterministic_id=False)
    with pikepdf.open(made) as pdf:
        new = bytes(pdf.trailer.ID[1])
    return made.getvalue().replace(new.hex().encode(), identifier.hex().encode())


HASH = bytes.fromhex("7d075aaef7fe05269fed4cd80b68d931")


def test_the_digits_of_an_identifier_spell_no_short_word():
    assert is_hash(HASH)
    assert HASH.hex().encode() in with_identifier(HASH)
    assert not is_found(with_identifier(HASH), "Fed")


def test_an_identifier_that_says_a_word_is_read():
    assert not is_hash(b"Orr of the quay!")
    assert is_found(with_identifier(b"Orr of the quay!"))


def test_a_number_tree_is_no_name():
    sheet = Sheet().line("A page")
    sheet.pdf.Root.StructTreeRoot = Dictionary(
        Type=Name.StructTreeRoot, ParentTree=sheet.pdf.make_indirect(Dictionary(Nums=Array([])))
    )
    assert not is_found(sheet.finished(), "Num")


def test_a_long_sorted_table_of_letters_tells_no_word():
    letters = "ABCDEFHIJKLMOTabcdefghi"
    table = "begincmap 23 beginbfchar\n" + "".join(f"<{at:04x}> <{ord(one):04x}>\n" for at, one in enumerate(letters))
    assert "MOT" not in letters_of_table(f"{table}endbfchar".encode())
    short = "begincmap 3 beginbfchar\n<0001> <004d>\n<0002> <004f>\n<0003> <0054>\nendbfchar"
    assert letters_of_table(short.encode()) == "MOT"


def with_glyphs(*names: str, line: str = "A page") -> bytes:
    sheet = Sheet().line(line)
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([124, *(Name(f"/{name}") for name in names)])),
    )  # fmt: skip
    sheet.resource("Font", "F9", sheet.pdf.make_indirect(font))
    return sheet.draw("BT /F9 12 Tf 20 100 Td (||) Tj ET").finished()


@pytest.mark.parametrize("word", ["Bar", "Ring", "Dollar"])
def test_the_name_of_a_sign_in_a_font_is_no_surname(word: str):
    assert not is_found(with_glyphs("bar", "ring", "dollar"), word)


def test_a_surname_as_the_name_of_a_glyph_is_one():
    assert is_found(with_glyphs("bar", "Hanes"), "Hanes")


def test_a_surname_that_is_the_name_of_a_sign_can_be_removed():
    made = redact_pdf("a.pdf", with_glyphs("bar", "ring", line="A page of Ring"), RedactionOrder(("Ring",)))
    assert not recover("a.pdf", made.content, made.removed).survivors
