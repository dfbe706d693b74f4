import struct

import pymupdf
import pytest

from reviewer.assets import resource
from reviewer.pages.font_names import without_names

WHOLE = 0xB1B0AFBA


def sfnt() -> bytes:
    return resource("fonts/CharisSIL-Regular.ttf").read_bytes()


def tables(font: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    rows = [struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(count)]
    return {tag: font[start : start + length] for tag, _, start, length in rows}


def total(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF


def picture(font: bytes, text: str) -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=300, height=60)
    writer = pymupdf.TextWriter(page.rect)
    writer.append((10, 40), text, font=pymupdf.Font(fontbuffer=font), fontsize=24)
    writer.write_text(page)
    return bytes(page.get_pixmap(dpi=100).samples)


def type1(**said: str) -> bytes:
    head = "%!PS-AdobeFont-1.0: Victor 001\n% made by Victor\n/FontInfo 9 dict dup begin\n"
    lines = "".join(f"/{key} ({value}) readonly def\n" for key, value in said.items())
    return f"{head}{lines}end readonly def\n/FontName /Victor-Bold def\ncurrentfile eexec\n".encode() + b"\x81\x99\0"


def test_a_truetype_font_names_nobody() -> None:
    assert "Victor".encode("utf-16-be") in sfnt()
    bare = without_names(sfnt())
    assert "Victor".encode("utf-16-be") not in bare and b"Victor" not in bare


def test_a_truetype_font_draws_the_same_without_its_names() -> None:
    assert picture(without_names(sfnt()), "Gale at Sallowmere") == picture(sfnt(), "Gale at Sallowmere")


def test_checksums_and_lengths_of_a_rewritten_font_are_right() -> None:
    bare = without_names(sfnt())
    assert total(bare) == WHOLE
    count = struct.unpack_from(">H", bare, 4)[0]
    for number in range(count):
        tag, checksum, start, length = struct.unpack_from(">4sLLL", bare, 12 + 16 * number)
        data = bare[start : start + length]
        if tag == b"head":
            data = data[:8] + bytes(4) + data[12:]
        assert total(data) == checksum and len(data) == length and start % 4 == 0


def test_names_of_features_and_scripts_go_with_their_tables() -> None:
    assert {b"GSUB", b"GPOS"} <= tables(sfnt()).keys()
    assert not {b"GSUB", b"GPOS", b"DSIG", b"Silf"} & tables(without_names(sfnt())).keys()


def test_the_vendor_of_a_font_is_not_named() -> None:
    assert tables(sfnt())[b"OS/2"][58:62].strip() and tables(without_names(sfnt()))[b"OS/2"][58:62] == b"    "


def test_only_glyph_names_that_are_needed_stay() -> None:
    assert b"\x04a.sc" in tables(sfnt())[b"post"] and b"a.sc" not in tables(without_names(sfnt()))[b"post"]
    kept = tables(without_names(sfnt(), lambda name: name == "a.sc"))[b"post"]
    assert b"\x04a.sc" in kept and b"b.sc" not in kept


def test_kept_glyph_names_still_name_their_glyph() -> None:
    def numbered(font: bytes, name: bytes) -> int:
        post = tables(font)[b"post"]
        count = struct.unpack_from(">H", post, 32)[0]
        numbers = struct.unpack_from(f">{count}H", post, 34)
        names, at = [], 34 + 2 * count
        while at < len(post):
            names.append(post[at + 1 : at + 1 + post[at]])
            at += 1 + post[at]
        return numbers.index(258 + names.index(name))

    assert numbered(without_names(sfnt(), lambda name: name == "a.sc"), b"a.sc") == numbered(sfnt(), b"a.sc")


def test_a_cff_font_names_nobody_and_draws_the_same() -> None:
    font = bytes(pymupdf.Font("tiro").buffer)
    assert b"Nimbus" in font and b"Copyright" in font
    bare = without_names(font)
    assert b"Nimbus" not in bare and b"Copyright" not in bare and len(bare) == len(font)
    assert picture(bare, "Gale at Sallowmere") == picture(font, "Gale at Sallowmere")


def test_glyph_names_of_a_cff_font_stay_when_they_are_needed() -> None:
    font = bytes(pymupdf.Font("tiro").buffer)
    assert b"Euro" in font and b"Euro" not in without_names(font)
    assert b"Euro" in without_names(font, lambda name: name == "Euro")


@pytest.mark.parametrize("key", ["Notice", "FullName", "FamilyName", "version", "Weight"])
def test_a_type_1_font_names_nobody_in_what_can_be_read(key: str) -> None:
    font = type1(**{key: r"by \(Victor (senior)"})
    bare = without_names(font)
    assert b"Victor" in font and b"Victor" not in bare
    assert len(bare) == len(font) and bare.startswith(b"%!PS-AdobeFont-1.0") and bare.endswith(b"eexec\n\x81\x99\0")


@pytest.mark.parametrize("damaged", [sfnt()[:3000], b"\1\0\4\1\0\2\1\1\x09", b"OTTO", b"%!", b"\1\0", b"wOFF"])
def test_a_font_that_cannot_be_read_stays_as_it_is(damaged: bytes) -> None:
    assert without_names(damaged) == damaged
