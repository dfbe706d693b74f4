import time

from lxml import html

from reviewer.formats.html_rebuilding import rebuild_page


def test_a_page_of_very_many_lines_takes_no_longer_than_its_length_asks_for():
    root = html.document_fromstring("<body>" + "left<br>" * 60_000)
    started = time.process_time()
    made = rebuild_page(root, lambda _tag, _value: True)
    assert time.process_time() - started < 5
    assert len(made.body) == 60_000


def test_a_form_feed_is_space_as_in_every_browser():
    root = html.document_fromstring("<p>Ann\fBell <b>left</b>\fearly")
    made = rebuild_page(root, lambda _tag, _value: True)
    assert made.body.text_content() == "Ann Bell left early"
