"""Ways to hide a word in what a PDF page draws."""

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.proof.pdf_way_tools import SIZE, as_form, changed, coded, drawing, drawn, rewritten, saved
from tests.proof.ways import Ways

WAYS = Ways("pdf", "memo.pdf")


@WAYS.held
def plain(word: str) -> bytes:
    return coded(word)


@WAYS.held
def kerned_in_one_array(word: str) -> bytes:
    return drawn(f"BT /F0 12 Tf 40 200 Td [({word[:2]}) 40 ({word[2:4]}) -60 ({word[4:]})] TJ ET")


@WAYS.held
def drawn_letter_by_letter(word: str) -> bytes:
    return drawn("".join(f"BT /F0 12 Tf {40 + 8 * at} 200 Td ({one}) Tj ET\n" for at, one in enumerate(word)))


@WAYS.held
def drawn_in_two_pieces(word: str) -> bytes:
    return drawn(f"BT /F0 12 Tf 40 200 Td ({word[:3]}) Tj ET BT /F0 12 Tf 57.3 200 Td ({word[3:]}) Tj ET")


@WAYS.held
def drawn_in_the_wrong_order(word: str) -> bytes:
    places = list(enumerate(word))
    order = places[::2] + places[1::2]
    return drawn("".join(f"BT /F0 12 Tf {40 + 8 * at} 200 Td ({one}) Tj ET\n" for at, one in order))


@WAYS.held
def drawn_from_right_to_left(word: str) -> bytes:
    places = reversed(list(enumerate(word)))
    return drawn("".join(f"BT /F0 12 Tf {40 + 8 * at} 200 Td ({one}) Tj ET\n" for at, one in places))


@WAYS.held
def letterspaced(word: str) -> bytes:
    return drawn(f"BT /F0 12 Tf 6 Tc 40 200 Td (met {word} here) Tj ET")


@WAYS.held
def with_quote_operators(word: str) -> bytes:
    return drawn(f'BT /F0 12 Tf 14 TL 40 200 Td (a) Tj 0 0 (near {word} now) " ET')


@WAYS.held
def as_octal_escapes(word: str) -> bytes:
    return drawn("BT /F0 12 Tf 40 200 Td (" + "".join(f"\\{ord(one):03o}" for one in word) + ") Tj ET")


@WAYS.held
def as_hex_string(word: str) -> bytes:
    return drawn(f"BT /F0 12 Tf 40 200 Td <{word.encode().hex()}> Tj ET")


@WAYS.held
def broken_by_a_hyphen(word: str) -> bytes:
    return drawn(f"BT /F0 12 Tf 14 TL 40 200 Td (near {word[:4]}-) Tj T* ({word[4:]} today) Tj ET")


@WAYS.held
def broken_without_a_hyphen(word: str) -> bytes:
    return drawn(f"BT /F0 12 Tf 14 TL 40 200 Td ({word[:4]}) Tj T* ({word[4:]}) Tj ET")


@WAYS.held
def with_soft_hyphen(word: str) -> bytes:
    return coded(f"{word[:4]}\u00ad{word[4:]}")


@WAYS.held
def over_two_content_streams(word: str) -> bytes:
    pdf = drawing("")
    halves = [f"BT /F0 12 Tf 40 200 Td [({word[:3]}) ", f" ({word[3:]})] TJ ET"]
    pdf.pages[0].obj.Contents = Array([pdf.make_stream(half.encode()) for half in halves])
    return saved(pdf)


@WAYS.held
def in_a_form(word: str) -> bytes:
    return as_form(coded(word))


@WAYS.held
def in_a_form_in_a_form(word: str) -> bytes:
    return as_form(as_form(coded(word)), "Outer")


@WAYS.held
def in_a_form_that_nothing_shows(word: str) -> bytes:
    return rewritten(as_form(coded(word)), lambda _: b"")


@WAYS.held
def in_a_form_clipped_away(word: str) -> bytes:
    return as_form(coded(word), BBox=Array([0, 0, 1, 1]))


@WAYS.held
def in_a_tiling_pattern(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        pattern = Stream(pdf, page.obj.Contents.read_bytes())
        size = Dictionary(BBox=Array([0, 0, *SIZE]), XStep=SIZE[0], YStep=SIZE[1])
        pattern.update(Dictionary(PatternType=1, PaintType=1, TilingType=1))
        pattern.update(size)
        pattern.Resources = page.obj.Resources
        page.obj.Resources = Dictionary(Pattern=Dictionary(P0=pdf.make_indirect(pattern)))
        page.obj.Contents = pdf.make_stream(b"/Pattern cs /P0 scn 0 0 400 300 re f")

    return changed(coded(word), change)


@WAYS.held
def in_a_glyph_procedure(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, *SIZE]),
            FontMatrix=Array([1, 0, 0, 1, 0, 0]),
            CharProcs=Dictionary(a=pdf.make_stream(b"1000 0 d0 " + page.obj.Contents.read_bytes())),
            Encoding=Dictionary(Differences=Array([97, Name.a])),
            FirstChar=97,
            LastChar=97,
            Widths=Array([1000]),
            Resources=page.obj.Resources,
        )
        page.obj.Resources = Dictionary(Font=Dictionary(T3=pdf.make_indirect(font)))
        page.obj.Contents = pdf.make_stream(b"BT /T3 1 Tf (a) Tj ET")

    return changed(coded(word), change)


@WAYS.held
def in_a_soft_mask(word: str) -> bytes:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=page.Resources.XObject.Fm0)
        page.Resources = Dictionary(ExtGState=Dictionary(G0=Dictionary(SMask=mask)))
        page.Contents = pdf.make_stream(b"/G0 gs 0 0 400 300 re f")

    return changed(as_form(coded(word), Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)), change)


@WAYS.held
def as_replacement_text(word: str) -> bytes:
    return drawn(f"/Span <</ActualText ({word})>> BDC BT /F0 12 Tf 40 200 Td (x) Tj ET EMC")


@WAYS.held
def as_replacement_text_in_utf16(word: str) -> bytes:
    code = (b"\xfe\xff" + word.encode("utf-16-be")).hex()
    return drawn(f"/Span <</ActualText <{code}>>> BDC BT /F0 12 Tf 40 200 Td (x) Tj ET EMC")


@WAYS.held
def as_replacement_text_in_properties(word: str) -> bytes:
    properties = Dictionary(MC0=Dictionary(ActualText=String(word)))
    return drawn("/Span /MC0 BDC BT /F0 12 Tf 40 200 Td (x) Tj ET EMC", Properties=properties)


@WAYS.held
def at_a_marked_point(word: str) -> bytes:
    return drawn(f"/Note <</Said ({word})>> DP")


@WAYS.held
def as_the_tag_of_marked_content(word: str) -> bytes:
    return drawn(f"/{word} BMC BT /F0 12 Tf 40 200 Td (x) Tj ET EMC")


@WAYS.held
def in_a_comment_of_a_stream(word: str) -> bytes:
    return drawn(f"q % {word}\nQ")


@WAYS.held
def as_the_name_of_a_resource(word: str) -> bytes:
    return drawn("q Q", XObject=Dictionary({f"/{word}": Dictionary()}))


@WAYS.held
def as_the_name_of_a_font(word: str) -> bytes:
    pdf = drawing("q Q")
    pdf.pages[0].obj.Resources.Font.F0.BaseFont = Name(f"/ABCDEF+{word}-Bold")
    return saved(pdf)


@WAYS.held
def as_the_name_of_a_colour(word: str) -> bytes:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    space = Array([Name.Separation, Name(f"/{word}"), Name.DeviceGray, tint])
    return drawn("/CS0 cs 1 scn 0 0 9 9 re f", ColorSpace=Dictionary(CS0=space))
