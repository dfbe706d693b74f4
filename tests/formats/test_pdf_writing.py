"""Writing tagged PDFs."""

import io

import pikepdf
import pypdfium2
import pytest

from reviewer.formats.pdf_metadata import DocumentFacts, pdf_date
from reviewer.formats.pdf_writing import AttachedFile, Bookmark, TaggedPdf
from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.pages.fonts import Face
from reviewer.pages.mupdf import Pdf
from reviewer.pages.pdf_writer import PdfWriter

FACTS = DocumentFacts("A <title> & more", "en-GB", "2026-05-06T11:34:00+01:00", "Reviewer")


class Drawn:
    """A PDF with one face, to be drawn on."""

    def __init__(self):
        self.fonts = PdfWriter()
        self.pdf = TaggedPdf()

    def glyphs(self, text):
        return self.fonts.book.shape(Face.SANS, text)

    def finish(self):
        self.fonts.add_content(9, 9, b"")
        fonts = self.fonts.finish()
        content = self.pdf.finish(FACTS, fonts.save())
        fonts.close()
        return pikepdf.open(io.BytesIO(content)), content


def one_page(draw):
    drawn = Drawn()
    canvas = drawn.pdf.new_page(400, 300)
    draw(drawn, canvas)
    return drawn.finish()


def structure(element):
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    inner = [structure(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return (str(element.S)[1:], inner) if inner else str(element.S)[1:]


def test_text_is_drawn_where_it_was_put():
    def draw(drawn, canvas):
        with drawn.pdf.tree.node("P"):
            canvas.glyphs(50, 100, drawn.glyphs("Harbour"), 10, "111111")

    _, content = one_page(draw)
    opened = Pdf.open(content)
    (word,) = opened.page(1).printed_words()[0]
    assert word.text == "Harbour"
    assert word.box.x0 == pytest.approx(50, abs=1)
    assert word.box.y0 < 100 < word.box.y1
    opened.close()


def test_nested_nodes_become_the_structure_tree_and_empty_ones_vanish():
    def draw(drawn, canvas):
        tree = drawn.pdf.tree
        with tree.node("H1"):
            canvas.glyphs(10, 20, drawn.glyphs("Title"), 10, "111111")
        with tree.node("P"):
            pass
        with tree.node("L"), tree.node("LI"), tree.node("LBody"):
            canvas.glyphs(10, 40, drawn.glyphs("Item"), 10, "111111")

    pdf, _ = one_page(draw)
    assert structure(pdf.Root.StructTreeRoot.K) == ("Document", ["H1", ("L", [("LI", ["LBody"])])])


def test_rules_and_shapes_are_artifacts():
    def draw(drawn, canvas):
        with drawn.pdf.tree.node("P"):
            canvas.line((0, 10), (100, 10), 1, "111111")
            canvas.disc((50, 50), 5, "0072B2", "111111")

    pdf, _ = one_page(draw)
    content = pdf.pages[0].obj.Contents.read_bytes()
    assert content.startswith(b"/Artifact BMC")
    assert b"MCID" not in content


def test_words_that_are_not_what_their_glyphs_say_carry_the_text_that_is_spoken():
    def draw(drawn, canvas):
        with drawn.pdf.tree.node("P"):
            canvas.glyphs(10, 20, drawn.glyphs("שלום"), 10, "111111", spoken="שלום")

    pdf, _ = one_page(draw)
    spoken = "FEFF" + "שלום".encode("utf-16-be").hex().upper()
    assert f"/ActualText <{spoken}>".encode() in pdf.pages[0].obj.Contents.read_bytes()


def test_a_link_leads_to_a_place_that_is_named_later():
    drawn = Drawn()
    first = drawn.pdf.new_page(400, 300)
    with first.linked("there", "Go there") as click:
        first.glyphs(10, 20, drawn.glyphs("there"), 10, "0072B2")
        click(Box(10, 10, 40, 22))
    drawn.pdf.target("there", drawn.pdf.new_page(400, 300), 100)
    pdf, _ = drawn.finish()
    (link,) = pdf.pages[0].obj.Annots
    assert link.Dest[0].objgen == pdf.pages[1].obj.objgen
    assert str(link.Contents) == "Go there"


def test_a_link_to_nowhere_is_only_text():
    drawn = Drawn()
    page = drawn.pdf.new_page(400, 300)
    with page.linked("nowhere", "x") as click:
        page.glyphs(10, 20, drawn.glyphs("text"), 10, "0072B2")
        click(Box(10, 10, 40, 22))
    pdf, _ = drawn.finish()
    assert "/Annots" not in pdf.pages[0].obj
    assert structure(pdf.Root.StructTreeRoot.K) == ("Document", ["Span"])


def test_attachments_and_bookmarks_are_written():
    drawn = Drawn()
    page = drawn.pdf.new_page(400, 300)
    drawn.pdf.target("top", page, 0)
    drawn.pdf.bookmarks += [Bookmark(0, "Top", "top"), Bookmark(1, "Under it", "top"), Bookmark(0, "Lost", "nowhere")]
    drawn.pdf.attachments.append(AttachedFile("a.csv", "text/csv", b"1,2", "numbers"))
    pdf, _ = drawn.finish()
    assert pdf.attachments["a.csv"].get_file().read_bytes() == b"1,2"
    with pdf.open_outline() as outline:
        assert [(item.title, [kid.title for kid in item.children]) for item in outline.root] == [("Top", ["Under it"])]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_an_imported_page_is_drawn_as_it_is_displayed(rotation):
    source, _ = one_page(lambda drawn, canvas: canvas.box(Box(0, 0, 40, 40), "D55E00"))
    source.pages[0].obj.Rotate = rotation
    out = io.BytesIO()
    source.save(out)
    size = (400, 300) if rotation % 180 == 0 else (300, 400)
    drawn = Drawn()
    canvas = drawn.pdf.new_page(500, 500)
    name = drawn.pdf.page_of("source", out.getvalue, 0)
    canvas.imported_page(name, (100, 50), 0.5, size)
    _, content = drawn.finish()
    corner = {0: (105, 55), 90: (245, 55), 180: (295, 195), 270: (105, 245)}[rotation]
    opened = Pdf.open(content)
    bitmap = opened.page(1).display_list().draw(1.0)
    at = corner[1] * bitmap.stride + corner[0] * 4
    assert tuple(bitmap.data[at : at + 3]) == pytest.approx((0x00, 0x5E, 0xD5), abs=2)
    opened.close()


def test_a_layer_that_is_off_in_an_imported_page_stays_off():
    def hidden(drawn, canvas):
        canvas.box(Box(0, 0, 400, 300), "111111")

    source, _ = one_page(hidden)
    layer = source.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("draft")))
    content = source.pages[0].obj.Contents.read_bytes()
    source.pages[0].obj.Contents = source.make_stream(b"/OC /L BDC\n" + content + b"\nEMC")
    source.pages[0].obj.Resources.Properties = pikepdf.Dictionary(L=layer)
    source.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
    )
    out = io.BytesIO()
    source.save(out)
    drawn = Drawn()
    canvas = drawn.pdf.new_page(400, 300)
    canvas.imported_page(drawn.pdf.page_of("source", out.getvalue, 0), (0, 0), 1.0, (400, 300))
    _, content = drawn.finish()
    bitmap = pypdfium2.PdfDocument(content)[0].render().to_numpy()
    assert bitmap.min() == 255


def test_an_imported_file_that_is_no_pdf_is_refused_with_a_sentence():
    drawn = Drawn()
    canvas = drawn.pdf.new_page(400, 300)
    canvas.imported_page(drawn.pdf.page_of("source", lambda: b"%PDF-1.4 nothing", 0), (0, 0), 1.0, (400, 300))
    with pytest.raises(ReviewerError) as refused:
        drawn.finish()
    assert refused.value.problem.code is ProblemCode.PACKET_BROKEN


def test_the_title_may_hold_any_character_and_the_date_is_the_one_given():
    pdf, _ = one_page(lambda drawn, canvas: None)
    assert str(pdf.docinfo.Title) == "A <title> & more"
    assert str(pdf.docinfo.CreationDate) == "D:20260506113400+01'00'"
    assert b"A &lt;title&gt; &amp; more" in pdf.Root.Metadata.read_bytes()


def test_the_same_drawing_gives_the_same_bytes():
    def draw(drawn, canvas):
        with drawn.pdf.tree.node("P"):
            canvas.glyphs(50, 100, drawn.glyphs("Harbour 中文"), 10, "111111")

    assert one_page(draw)[1] == one_page(draw)[1]


@pytest.mark.parametrize(
    "iso, written",
    [
        ("2026-05-06T11:34:00+01:00", "D:20260506113400+01'00'"),
        ("2026-05-06T11:34:00Z", "D:20260506113400+00'00'"),
        ("2026-05-06T11:34:00-09:30", "D:20260506113400-09'30'"),
        ("2026-05-06T11:34:00", "D:20260506113400"),
    ],
)
def test_dates_are_written_with_their_zone(iso, written):
    assert pdf_date(iso) == written


def test_a_page_that_only_other_readers_see_is_a_named_problem():
    _, source = one_page(lambda drawn, canvas: canvas.box(Box(0, 0, 40, 40), "D55E00"))
    drawn = Drawn()
    drawn.pdf.new_page(400, 300).picture(drawn.pdf.page_of("source", lambda: source, 1), Box(0, 0, 40, 30))
    with pytest.raises(ReviewerError) as caught:
        drawn.finish()
    assert caught.value.problem.code is ProblemCode.DAMAGED
