import pytest

from reviewer.formats.html_tree import declared_encoding, page_title, parse_html, published_stamp
from reviewer.model.problem import ProblemCode, ReviewerError


def parse(page: str):
    return parse_html("page.html", page)


def test_the_encoding_is_found_in_a_meta_or_in_the_xml_declaration():
    assert declared_encoding(b'<html><meta charset="windows-1251">') == "windows-1251"
    assert declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">') == "koi8-r"
    assert declared_encoding(b'<?xml version="1.0" encoding="iso-8859-2"?><html/>') == "iso-8859-2"
    assert declared_encoding(b"<p>charset=none</p>") is None


def test_the_title_leaves_the_name_of_the_site_out():
    assert page_title(parse("<title>Boat back – Harbour Post</title><p>x</p>")) == "Boat back"
    assert page_title(parse("<title>Boat back</title><p>x</p>")) == "Boat back"


def test_a_title_that_is_one_long_phrase_is_kept_whole():
    title = "Boat back - and everybody in the whole of the harbour is glad of it and says so"
    assert page_title(parse(f"<title>{title}</title><p>x</p>")) == title


def test_deeply_nested_linked_data_does_no_harm():
    deep = '{"a":' * 50_000 + "1" + "}" * 50_000
    assert published_stamp(parse(f'<script type="application/ld+json">{deep}</script><p>x</p>')) is None


def test_256_levels_are_read_and_more_are_refused():
    assert parse("<div>" * 200 + "deep") is not None
    with pytest.raises(ReviewerError) as caught:
        parse("<div>" * 300 + "deep")
    assert caught.value.problem.code is ProblemCode.TOO_DEEP


def test_a_zero_character_does_not_end_the_page():
    assert "after" in parse("<p>before\0after</p>").text_content()


def test_what_follows_a_very_long_script_is_read():
    assert "it left" in parse(f"<p>When</p><script>{'x' * 11_000_000}</script><p>it left</p>").text_content()
