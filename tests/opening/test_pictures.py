import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from reviewer.assets import resource
from reviewer.model.document import NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.open import open_file
from tests.documents.mail_builder import build_mail, file_part, multipart, text_part

LINES = (
    "The ferry will not sail on Monday, the company said.",
    "Passengers were told at 10 by the harbour master.",
    "A spokesman said that 1,200 tickets had been sold.",
)


def photo(kind: str = "PNG", turned: int = 0) -> bytes:
    font = ImageFont.truetype(str(resource("fonts/CharisSIL-Regular.ttf")), 36)
    image = Image.new("RGB", (1240, 420), "white")
    drawing = ImageDraw.Draw(image)
    for at, line in enumerate(LINES):
        drawing.text((80, 80 + 90 * at), line, fill="black", font=font)
    file = io.BytesIO()
    image.rotate(turned, expand=True, fillcolor="white").save(file, kind)
    return file.getvalue()


def words_of(content: bytes) -> list[str]:
    (opened,) = open_file("notice.png", content, recognise=True)
    return opened.document.text.split()


def test_a_photo_is_opened_with_a_notice_that_it_was_not_read():
    (opened,) = open_file("notice.png", photo())
    assert opened.document.text == ""
    assert [notice.code for notice in opened.document.notices] == [NoticeCode.IMAGE_ONLY_PAGE]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_its_words_are_read_when_that_is_asked_for(kind):
    (opened,) = open_file("notice.png", photo(kind), recognise=True)
    assert opened.document.text.split() == " ".join(LINES).split()
    assert [notice.code for notice in opened.document.notices] == [NoticeCode.RECOGNISED]
    assert opened.document.media_type == f"image/{kind.lower()}"


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_photo_taken_sideways_is_read_in_the_order_of_its_lines(turned):
    assert words_of(photo(turned=turned)) == " ".join(LINES).split()


def test_boxes_of_recognised_words_lie_on_the_page():
    (opened,) = open_file("notice.png", photo(turned=90), recognise=True)
    page = opened.document.pages[0]
    assert page.height == pytest.approx(446.4)
    assert all(0 <= w.box.x0 < w.box.x1 <= page.width and 0 <= w.box.y0 < w.box.y1 <= page.height for w in page.words)


def test_a_broken_picture_is_damaged():
    with pytest.raises(ReviewerError) as caught:
        open_file("boat.png", b"\x89PNG\r\n\x1a\n....")
    assert caught.value.problem.code is ProblemCode.DAMAGED


def test_a_logo_in_a_mail_is_no_document():
    logo = io.BytesIO()
    Image.new("RGB", (120, 60), "navy").save(logo, "PNG")
    mail = build_mail(multipart("mixed", [text_part("Hello."), file_part("logo.png", logo.getvalue())]))
    (only,) = open_file("note.eml", mail)
    assert [n.arguments["name"] for n in only.document.notices if n.code is NoticeCode.ATTACHMENT_NOT_READ] == [
        "logo.png"
    ]


def test_what_is_no_writing_gives_no_words():
    file = io.BytesIO()
    Image.effect_noise((900, 700), 90).save(file, "PNG")
    (opened,) = open_file("sea.png", file.getvalue(), recognise=True)
    assert opened.document.text == ""
    assert [notice.code for notice in opened.document.notices] == [NoticeCode.IMAGE_ONLY_PAGE]
