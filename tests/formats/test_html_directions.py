"""Which elements show their letters in reverse order."""

import pytest
from lxml import html

from reviewer.formats.html_directions import Turning

SHEET = "<style>.t, p > b { unicode-bidi: bidi-override; direction: rtl } em { direction: rtl }</style>"


def turned(page: str) -> list[str]:
    root = html.document_fromstring(f"<html><head>{SHEET}</head><body>{page}</body></html>")
    turning = Turning(root)
    return [element.tag for element in root.iter() if isinstance(element.tag, str) and turning.turns(element)]


@pytest.mark.parametrize(
    ("page", "tags"),
    [
        ("<bdo dir=RTL>x</bdo>", ["bdo"]),
        ("<bdo dir=ltr>x</bdo>", []),
        ("<i style='unicode-bidi:isolate-override;direction:rtl'>x</i>", ["i"]),
        ("<i style='unicode-bidi:bidi-override'>x</i>", []),
        ("<div dir=rtl><i style='unicode-bidi:bidi-override'>x</i></div>", ["i"]),
        ("<i class='a t'>x</i>", ["i"]),
        ("<p><b>x</b></p>", ["b"]),
        ("<em>x</em>", []),
        ("<p dir=rtl>x</p>", []),
    ],
)
def test_only_an_override_from_right_to_left_turns_letters_round(page: str, tags: list[str]) -> None:
    assert turned(page) == tags


def test_letters_in_boxes_that_line_up_from_the_right_are_turned() -> None:
    letters = "<u style='float:right'>b</u><u style='float:right'>a</u><u style='float:right'>c</u>"
    assert turned(f"<p>{letters}</p>") == ["p"]
    assert turned(f"<p>{letters.replace('>a<', '>whole words<')}</p>") == []
