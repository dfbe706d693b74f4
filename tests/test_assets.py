import re

import pytest

from reviewer.assets import resource


def test_a_bundled_file_is_found():
    assert resource("fonts", "CharisSIL-Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_a_file_that_is_not_bundled_is_an_error():
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        resource("icons", "none.svg")


def test_every_link_of_the_help_leads_to_a_page_that_is_there_and_every_page_is_linked():
    help_pages = resource("help")
    pages = list(help_pages.glob("*.md"))
    links = {link for page in pages for link in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8"))}
    assert [link for link in links if not (help_pages / link).is_file()] == []
    assert {link for link in links if link.endswith(".md")} == {page.name for page in pages}
