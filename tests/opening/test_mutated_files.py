"""Files of every kind with bytes changed, cut, doubled or mixed: each is read or refused with a named problem."""

import io
import random

import openpyxl
import pytest
from PIL import Image

from reviewer.model.problem import ReviewerError
from reviewer.opening.open import open_file
from tests.documents.docx_builder import build_docx, paragraph
from tests.documents.mail_builder import build_mail, file_part, multipart, text_part
from tests.documents.odf_builder import build_odf
from tests.documents.outlook_builder import build_message
from tests.documents.pdf_builder import simple_pdf

_ROUNDS = 25


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Month", "Riders"])
    book.active.append(["June", 12400])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _picture() -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((64, 64)).save(file, "PNG")
    return file.getvalue()


_MAIL = build_mail(multipart("mixed", [text_part("The boat is back."), file_part("a.txt", b"Some notes.")]))
WHOLE = {
    "a.pdf": simple_pdf("The boat is back."),
    "a.docx": build_docx(paragraph("The boat is back.")),
    "a.odt": build_odf("<text:h>Boat</text:h><text:p>It is <text:span>back</text:span>.</text:p>"),
    "a.rtf": b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\pard The {\\b boat} is \\u8364?back.\\par\\trowd A\\cell\\row}",
    "a.msg": build_message("Boat", "The boat is back.", files={"a.txt": b"Some notes."}),
    "a.mbox": b"From a@x Tue Sep 16 11:52:00 2025\n" + _MAIL + b"\n\nFrom b@x Tue Sep 16 11:52:00 2025\n" + _MAIL,
    "a.eml": _MAIL,
    "a.xlsx": _workbook(),
    "a.csv": b'Month,Riders\n"June, early",12400\n',
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nThe boat\n\n2\n00:00:02,000 --> 00:00:03,000\nis back.\n",
    "a.html": b"<html><body><h1>Boat</h1><table><tr><td>It</td></tr></table><p>is back.</p></body></html>",
    "a.png": _picture(),
}


def _changed(content: bytes, dice: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(changed) + 1)
        match dice.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del changed[at : at + dice.randint(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + dice.randint(1, 200)]
            case 3:
                changed[at:at] = dice.choice([b"\x00" * 9, b"\xff" * 9, b"9" * 12, b"{" * 40, b"<a>" * 20, b"\\u-1 "])
            case _:
                changed = changed[: max(1, at)]
    return bytes(changed)


@pytest.mark.parametrize("name", WHOLE)
def test_a_changed_file_is_read_or_refused_with_a_named_problem(name):
    dice = random.Random(name)
    outcomes = set()
    for _ in range(_ROUNDS):
        try:
            opened = open_file(name, _changed(WHOLE[name], dice))
        except ReviewerError as error:
            assert error.problem.sentence
            outcomes.add("refused")
        else:
            assert all(one.document.pages for one in opened)
            outcomes.add("read")
    assert outcomes


def test_the_files_are_read_when_nothing_is_changed():
    assert all(open_file(name, content) for name, content in WHOLE.items())
