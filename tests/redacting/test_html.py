import pytest

from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import PageBox, RedactionLoss, RedactionOrder
from reviewer.model.request import Redacted
from reviewer.redacting.html import find_in_html, redact_html


def _redacted(page: str, *terms: str, **order: object) -> Redacted:
    return redact_html("page.html", page.encode(), RedactionOrder(terms=terms, **order), None, lambda _: None)


def _body(made: Redacted) -> str:
    return made.content.decode().partition("<body>")[2].partition("</body>")[0]


def test_structure_stays_and_words_become_blocks():
    made = _redacted("<h1>Boats</h1><ul><li>Ada <b>Wray</b> left.</ul><table><tr><td colspan=2>1</table>", "Ada Wray")
    assert _body(made) == (
        '<h1>Boats</h1><ul><li>█████<b></b> left.</li></ul><table><tr><td colspan="2">1</td></tr></table>'
    )


def test_links_that_say_nothing_stay():
    made = _redacted('<p><a href="https://a.example/boats">Wray</a></p>', "Wray")
    assert _body(made) == '<p><a href="https://a.example/boats">█████</a></p>'


@pytest.mark.parametrize("address", ["javascript:go()", "file:///home/ada/x.html", "https://a.example/wray", "#top"])
def test_links_that_run_or_tell_go(address: str):
    assert _body(_redacted(f'<p><a href="{address}">Wray</a></p>', "Wray")) == "<p><a>█████</a></p>"


def test_a_pronunciation_goes_with_its_word():
    made = _redacted("<p><ruby>Wray<rt>ray</rt></ruby> and <ruby>Ada<rt>ay-da</rt></ruby></p>", "Wray")
    assert _body(made) == "<p><ruby>█████<rt></rt></ruby> and <ruby>Ada<rt>ay-da</rt></ruby></p>"


def test_the_day_of_publication_stays():
    made = _redacted('<p>Wray</p><time datetime="2026-01-05">5 January</time>', "Wray")
    assert '<time datetime="2026-01-05">' in _body(made)


def test_what_else_had_to_go_is_said():
    made = _redacted("<p>Wray</p><script>x</script><img src=a.png><p hidden>old</p><!-- draft -->", "Wray")
    assert {note.loss for note in made.losses} == {
        RedactionLoss.SCRIPT,
        RedactionLoss.EMBEDDED_OBJECT,
        RedactionLoss.HIDDEN_TEXT,
        RedactionLoss.COMMENTS,
    }


def test_the_page_is_written_in_utf_8_whatever_it_was():
    page = "<meta charset=windows-1252><p>Café – Wray</p>".encode("cp1252")
    made = redact_html("page.html", page, RedactionOrder(terms=("Wray",)), None, lambda _: None)
    assert "Café – █████" in made.content.decode("utf-8")


def test_hits_name_the_place():
    page = b"<title>On Wray</title><p>Wray left.<script>'Wray'</script>"
    hits = find_in_html("page.html", page, RedactionOrder(terms=("Wray",)), None, lambda _: None)
    assert sorted({hit.part for hit in hits}) == ["paragraph 3", "script", "title"]


def test_areas_are_refused():
    with pytest.raises(ReviewerError) as raised:
        _redacted("<p>Wray</p>", "Wray", areas=(PageBox(1, Box(0, 0, 1, 1)),))
    assert raised.value.problem.code is ProblemCode.CANNOT_REDACT


def test_nesting_beyond_reason_is_refused():
    with pytest.raises(ReviewerError) as raised:
        _redacted("<div>" * 5000 + "Wray", "Wray")
    assert raised.value.problem.code is ProblemCode.TOO_DEEP


def test_a_word_half_of_which_runs_from_right_to_left_goes():
    made = redact_html(
        "page.html", b"<p>Met Wr<bdo dir=rtl>ya</bdo> there.</p>", RedactionOrder(terms=("Wray",)), None, lambda _: None
    )
    text = made.content.decode("utf-8")
    assert "Wr" not in text and "ya" not in text and "Met" in text and "there." in text


def test_a_run_that_a_style_turns_round_still_runs_that_way():
    page = b"<p>Met <i style='unicode-bidi:bidi-override;direction:rtl'>dlo eht yarW</i></p>"
    made = redact_html("page.html", page, RedactionOrder(terms=("Wray",)), None, lambda _: None)
    text = made.content.decode("utf-8")
    assert '<i><bdo dir="rtl">dlo eht ' in text and "yarW" not in text
