"""The PDF packet as other readers see it."""

import io
import re

import pikepdf
import pypdf
import pypdfium2
import pytest

from reviewer.exporting.packet import make_packet
from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule
from reviewer.model.geometry import Span
from reviewer.model.locator import locate_on_pages
from reviewer.model.verdict import Decision
from reviewer.opening.pdf import read_pdf
from reviewer.pages.mupdf import Pdf
from reviewer.pages.typeset import typeset
from tests.documents.review_builder import ReviewBuilder, blocks_of, options
from tests.exporting.conftest import page_texts


def annotations(pdf, subtype):
    return [
        annotation
        for page in pdf.pages
        for annotation in page.obj.get("/Annots", [])
        if str(annotation.get("/Subtype")) == subtype
    ]


def made_pdf(builder, **changes):
    files = make_packet(builder.build(), options(**changes), builder.originals, builder.galleys)
    return next(file.content for file in files if file.name.endswith(".pdf"))


def test_every_claim_has_a_highlight_with_author_dates_and_a_unique_name(desk_pdf, review):
    highlights = annotations(desk_pdf, "/Highlight")
    assert len(highlights) == len(review.claims) == 18
    assert len({str(highlight.NM) for highlight in highlights}) == 18
    first = highlights[0]
    assert str(first.T) == "Mara Dunmore"
    assert str(first.M) == str(first.CreationDate) == "D:20260506104200+01'00'"
    assert str(first.Contents).startswith("C01 Verified")


def test_every_highlight_has_a_popup_and_a_reply_with_the_sources_locator(desk_pdf):
    highlights = annotations(desk_pdf, "/Highlight")
    replies = [note for note in annotations(desk_pdf, "/Text") if "/State" not in note]
    assert all(str(highlight.Popup.Subtype) == "/Popup" for highlight in highlights)
    assert len(replies) == 18
    assert all(reply.IRT.objgen in {h.objgen for h in highlights} for reply in replies)
    assert any(str(reply.Contents).startswith("S1 p1 l9 results-table.txt: “Operating profit") for reply in replies)


def test_judged_claims_carry_a_state_of_the_review_model(desk_pdf):
    states = [note for note in annotations(desk_pdf, "/Text") if "/State" in note]
    assert {str(state.StateModel) for state in states} == {"Review"}
    found = [str(state.State) for state in states]
    assert (found.count("Accepted"), found.count("Rejected"), found.count("None")) == (13, 3, 1)


def test_pypdf_and_pdfium_read_the_same_pages_and_words(desk):
    content = desk["pdf"].content
    other = pypdf.PdfReader(io.BytesIO(content))
    third = pypdfium2.PdfDocument(content)
    assert len(other.pages) == len(third) == len(page_texts(content))
    text = third[0].get_textpage().get_text_range()
    assert "Sallowmere ferry operator" in text
    assert "HOLD" in other.pages[0].extract_text()


def test_line_numbers_printed_beside_the_article_are_those_of_the_locators(desk, review):
    claim = review.claims[6]
    locator = locate_on_pages(review.article, claim.span)
    pdf = Pdf.open(desk["pdf"].content)
    article_page = next(p for p in pdf.pages() if any(w.text == "annotated" for w in p.printed_words()[0]))
    words, _ = article_page.printed_words()
    word = next(w for w in words if w.text == "planning")
    numbers = [w for w in words if w.text == str(locator.line) and w.box.x1 < 80]
    assert any(abs((n.box.y0 + n.box.y1) / 2 - (word.box.y0 + word.box.y1) / 2) < 4 for n in numbers)
    pdf.close()


def test_each_foot_says_page_x_of_y(desk_texts):
    count = len(desk_texts)
    assert all(f"page {number} of {count}" in text for number, text in enumerate(desk_texts, 1))


def test_numbers_in_the_claims_table_lead_to_exhibit_or_article(desk_pdf):
    links = annotations(desk_pdf, "/Link")
    pages = [page.obj.objgen for page in desk_pdf.pages]
    assert len(links) > 18
    assert all(link.Dest[0].objgen in pages for link in links)
    assert all(str(link.Contents) for link in links)


def test_the_outline_lists_the_parts_and_the_exhibits(desk_pdf):
    with desk_pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        exhibits = next(item for item in outline.root if item.title == "Exhibits")
    assert titles == [
        "Cover",
        "What must happen before this runs",
        "The article, annotated",
        "Claims",
        "Exhibits",
        "Sources, redactions, sign-off",
    ]
    assert [item.title for item in exhibits.children] == ["Exhibit C03", "Exhibit C07", "Exhibit C18"]


def test_data_files_are_embedded_whole(desk_pdf, desk):
    assert sorted(desk_pdf.attachments) == ["claims.csv", "manifest.sha256", "review.json"]
    assert desk_pdf.attachments["review.json"].get_file().read_bytes() == desk["json"].content


def test_the_file_is_tagged_titled_and_in_english(desk_pdf):
    root = desk_pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en-GB"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert all(str(page.obj.Tabs) == "/S" for page in desk_pdf.pages)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root.Metadata.read_bytes()


def test_annotations_and_links_hang_in_the_structure_tree(desk_pdf):
    tree = desk_pdf.Root.StructTreeRoot
    numbers = tree.ParentTree.Nums
    keys = {int(numbers[place]) for place in range(0, len(numbers), 2)}
    for annotation in [*annotations(desk_pdf, "/Highlight"), *annotations(desk_pdf, "/Link")]:
        assert int(annotation.StructParent) in keys


def test_fonts_are_embedded(desk_pdf):
    for page in desk_pdf.pages:
        for font in page.obj.Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert any(key in descriptor for key in ("/FontFile2", "/FontFile3"))


def test_exhibits_show_pages_as_pixels_only(desk_pdf):
    kinds = {
        str(thing.Subtype)
        for page in desk_pdf.pages
        for thing in page.obj.Resources.get("/XObject", pikepdf.Dictionary()).values()
    }
    assert kinds == {"/Image"}


def test_an_article_that_was_a_pdf_keeps_its_own_pages():
    text = "Quiet day in Sallowmere\nNothing at all happened in the town on Tuesday.\n"
    content = typeset(text, blocks_of(text)).pdf
    opened = read_pdf("gazette.pdf", content, None)
    builder = ReviewBuilder("unused\n").use_article(opened.document, opened.original, opened.galley)
    claim = builder.claim("Nothing at all happened in the town on Tuesday.")
    builder.finding(claim, Rule.UNSUPPORTED)
    pdf = pikepdf.open(io.BytesIO(made_pdf(builder)))
    forms = [
        thing
        for page in pdf.pages
        for thing in page.obj.Resources.get("/XObject", pikepdf.Dictionary()).values()
        if str(thing.Subtype) == "/Form"
    ]
    assert len(forms) == 1
    assert len(annotations(pdf, "/Highlight")) == 1


SCRIPTS = (
    "قالت الوزارة إن العدد ارتفع",
    "משרד התחבורה אמר כי המספר עלה",
    "交通部表示旅客人数增长了百分之十二",
    "Министерство сообщило о росте",
    "Το υπουργείο ανακοίνωσε αύξηση",
    "The crowd cheered 🎉 twice",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4,
)


@pytest.mark.parametrize("words", SCRIPTS)
def test_every_script_is_printed_inside_the_page_and_spoken_as_written(words):
    builder = ReviewBuilder(f"Headline of the day\n{words}\n")
    claim = builder.claim(words, ClaimKind.ASSERTION)
    source = builder.source("source.txt", words + "\n")
    builder.found(claim, source, words, Rule.ALTERED_QUOTE).verdict(claim, Decision.FIX).correction(claim, words)
    content = made_pdf(builder)
    pdf = Pdf.open(content)
    for page in pdf.pages():
        for word in page.printed_words()[0]:
            assert word.box.x0 >= 0 and word.box.x1 <= page.width, word
    pdf.close()


def test_a_claim_that_stands_on_no_page_is_listed_after_the_article():
    builder = ReviewBuilder("Headline\n\nWords of the story.\n")
    builder.claim_at(Span(8, 9))
    text = " ".join(page_texts(made_pdf(builder)))
    assert "not found on the article's pages" in text


def copied_by_others(content):
    """Return the text of all pages as pdfium and MuPDF give it to whoever copies it."""
    read = pypdfium2.PdfDocument(content)
    yield " ".join(page.get_textpage().get_text_range() for page in read)
    yield " ".join(page_texts(content))


@pytest.mark.parametrize(
    "words",
    ["ارتفعت أسعار العبارات في الميناء", "עליית מחירי המעבורות בנמל", "渡轮公司表示", "Πλοία και Паромы", "🚢🐟"],
)
def test_words_of_every_script_are_copied_as_they_are_read(words):
    builder = ReviewBuilder(f"Headline\n{words}\n")
    builder.note(builder.claim(words), words)
    for text in copied_by_others(made_pdf(builder)):
        assert all(text.count(word) >= 3 for word in words.split()), text


def test_the_structure_tells_how_right_to_left_words_are_read():
    builder = ReviewBuilder("Headline\nארבע ספינות\n")
    with pikepdf.open(io.BytesIO(made_pdf(builder))) as pdf:
        actual = [
            str(one.ActualText) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/ActualText" in one
        ]
    assert {"ארבע", "ספינות"} <= set(actual)


def test_a_font_says_what_its_glyphs_mean_in_whole_units():
    builder = ReviewBuilder("Headline\nThe ship 🚢 sailed.\n")
    with pikepdf.open(io.BytesIO(made_pdf(builder))) as pdf:
        tables = [
            one.read_bytes().decode()
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and b"begincmap" in one.read_bytes()
        ]
    digits = [code for table in tables for code in re.findall(r"<([0-9a-fA-F]+)>", table)]
    assert digits
    assert all(len(code) % 4 == 0 for code in digits)
    assert any("d83ddea2" in table for table in tables)
