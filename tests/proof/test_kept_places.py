"""A proof excuses a word only where the editor kept it."""

import base64
import quopri

import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.model.redaction import RedactionHit, RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.redact import find_redactions
from tests.documents.docx_builder import build_docx, paragraph, run
from tests.documents.html_builder import build_page
from tests.documents.mail_builder import build_mail, text_part
from tests.documents.pdf_builder import PdfBuilder
from tests.redacting.marked_files import KINDS, NAME, letter
from tests.redacting.pdf_sheet import Sheet

KEPT = RedactionHit("line 1", "Hanes", "The office wrote to ", " on Monday morning.\n")
ON_PAGE = RedactionHit("page 1", "Hanes", "The office wrote to ", " on Monday morning.", 1)
SENTENCE = "The office wrote to Hanes on Monday morning."


def found(name, content, *kept, needle="Hanes"):
    return recover(name, content, (needle,), kept=kept).survivors


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_kept_is_excused_and_nothing_else(kind):
    name, content = letter(kind)
    hits = find_redactions(name, content, RedactionOrder(terms=(NAME,)))
    assert found(name, content, *hits, needle=NAME) == ()
    for left_out in range(len(hits)):
        assert found(name, content, *hits[:left_out], *hits[left_out + 1 :], needle=NAME)


@pytest.mark.parametrize(
    "text",
    [
        "The office wrote to Hanes in May.",
        "The office spoke to Hanes on Monday morning.",
        "Hanes",
        "Hanes on\n",
        "to Hanes\n",
        "The office wrote to Hanes or Hanes on Monday morning.",
        f"{SENTENCE}\nIt was Hanes again.",
        f"{SENTENCE} {SENTENCE}",
    ],
)
def test_another_place_is_not_excused(text):
    assert found("a.txt", text.encode(), KEPT)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "the OFFICE wrote\r\nto Hanes on  Monday\r\nmorning.",
        f"A new heading\n{SENTENCE}\nAnd more.",
        "wrote to Hanes on Monday",
    ],
)
def test_the_kept_place_is_excused_as_far_as_it_can_be_read(text):
    assert found("a.txt", text.encode(), KEPT) == ()


def test_a_word_between_blocks_needs_words_of_its_own():
    hit = RedactionHit("line 1", "Hanes", "Olsen and ", " met Olsen there, at the pier.")
    text = "█████ [b(6)] and Hanes met █████ [b(6)] there, at the pier.\n"
    assert not recover("a.txt", text.encode(), ("Hanes", "Olsen"), kept=(hit,)).survivors
    other = "█████ [b(6)] and Hanes saw █████ [b(6)] there, at the pier.\n"
    assert recover("a.txt", other.encode(), ("Hanes", "Olsen"), kept=(hit,)).survivors


@pytest.mark.parametrize(
    "hidden",
    [
        '<p title="Hanes">End</p>',
        "<!-- Hanes -->",
        '<meta name="author" content="Hanes">',
        '<a href="https://a.example/hanes">End</a>',
        f'<p title="{SENTENCE}">End</p>',
        "<p>&#72;anes</p>",
        "<script>x = 'Han' + 'es'</script>",
        f"<p>{base64.b64encode(b'It was Hanes who said so, again and again.').decode()}</p>",
    ],
)
def test_a_hidden_copy_in_a_page_is_found_beside_the_kept_place(hidden):
    page = f"<p>{SENTENCE}</p>"
    assert found("a.html", build_page(page), KEPT) == ()
    assert found("a.html", build_page(page + hidden), KEPT)


@pytest.mark.parametrize(
    "hidden",
    [
        paragraph(run("Hanes", hidden=True)),
        paragraph(run("He left, said Hanes, in May.", hidden=True)),
        '<w:p><w:bookmarkStart w:id="1" w:name="Hanes"/></w:p>',
        "<!-- Hanes -->",
    ],
)
def test_a_hidden_copy_in_a_docx_is_found_beside_the_kept_place(hidden):
    split = paragraph(run("The office wrote to Ha"), run("nes on Monday morning."))
    assert found("a.docx", build_docx(split), KEPT) == ()
    assert found("a.docx", build_docx(split, hidden), KEPT)


@pytest.mark.parametrize(
    "hide",
    [
        lambda sheet: sheet.line("Hanes", y=100, more="3 Tr"),
        lambda sheet: sheet.line("He left, said Hanes, in May.", y=100, more="1 g"),
        lambda sheet: sheet.draw("/Span <</ActualText (Hanes)>> BDC EMC"),
        lambda sheet: sheet.resource("Font", "Hanes", sheet.font),
        lambda sheet: sheet.draw("% Hanes"),
        lambda sheet: sheet.annotation("Text", Contents="Hanes"),
        lambda sheet: sheet.pdf.Root.__setitem__("/Old", sheet.stream("BT (Hanes) Tj ET")),
        lambda sheet: sheet.line(SENTENCE, y=100, more="3 Tr"),
    ],
)
def test_a_hidden_copy_in_a_pdf_is_found_beside_the_kept_place(hide):
    assert found("a.pdf", Sheet().line(SENTENCE).finished(), ON_PAGE) == ()
    sheet = Sheet().line(SENTENCE)
    hide(sheet)
    assert found("a.pdf", sheet.finished(), ON_PAGE)


def test_a_sentence_in_several_strings_and_fonts_is_read_as_one():
    pieces = (
        "(The office wrote ) Tj 80 0 Td (to) Tj /F1 11 Tf 14 0 Td [(Hanes) -250 (on Mon) 20 (day)] TJ ( morning.) Tj"
    )
    sheet = Sheet().draw(f"BT /F1 12 Tf 20 240 Td {pieces} ET")
    assert found("a.pdf", sheet.finished(), ON_PAGE) == ()


def test_ligatures_of_a_content_stream_may_be_any_code():
    sheet = Sheet()
    codes = Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array([2, Name.fi]))
    sheet.font.Encoding = codes
    sheet.draw(b"BT /F1 12 Tf 20 240 Td (The of\002ce said Hanes left in May.) Tj ET")
    hit = RedactionHit("page 1", "Hanes", "The ofﬁce said ", " left in May.", 1)
    assert found("a.pdf", sheet.finished(), hit) == ()
    other = RedactionHit("page 1", "Hanes", "Nobody else knew ", " or had met him.", 1)
    assert found("a.pdf", sheet.finished(), other)


def test_a_place_on_one_page_excuses_nothing_on_another():
    content = PdfBuilder().page().text(72, 100, "Nothing here.").page().text(72, 100, SENTENCE).content()
    assert found("a.pdf", content, ON_PAGE)


@pytest.mark.parametrize("encode", [quopri.encodestring, base64.encodebytes])
def test_transfer_encodings_of_a_mail_are_undone(encode):
    words = f"Früh am Morgen schrieb das Büro an Hanes, der schon über alle Berge war.\n{'x' * 80}\n"
    name = {quopri.encodestring: b"quoted-printable", base64.encodebytes: b"base64"}[encode]
    head = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: " + name + b"\r\n\r\n"
    content = build_mail(head + encode(words.encode()))
    hit = RedactionHit("message, line 1", "Hanes", "am Morgen schrieb das Büro an ", ", der schon über alle Berge war.")
    assert found("a.eml", content, hit) == ()
    assert found("a.eml", content)


def test_an_address_is_excused_where_it_is_kept_and_found_elsewhere():
    kept = RedactionHit("message, line 1", "brackenfold", "Please write to the office at ", "@tidewatch.example soon.")
    words = "Please write to the office at brackenfold@tidewatch.example soon.\n"
    assert found("a.eml", build_mail(text_part(words)), kept, needle=NAME) == ()
    assert found("a.eml", build_mail(text_part(words), to="<adabrackenfold@a.example>"), kept, needle=NAME)


def test_a_kept_place_with_nothing_round_it_excuses_nothing():
    assert found("a.txt", b"Hanes", RedactionHit("line 1", "Hanes"))


def test_letters_of_another_script_are_excused_where_they_are_kept():
    before, after = "مكتب العبارات كتب إلى السيد ", " صباح يوم الاثنين."
    hit = RedactionHit("line 1", "الحداد", before, after)
    assert found("a.txt", f"{before}الحداد{after}".encode(), hit, needle="الحداد") == ()
    assert found("a.txt", f"قال الحداد شيئا\n{before}الحداد{after}".encode(), hit, needle="الحداد")
