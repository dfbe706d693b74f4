import re

import pytest

from reviewer.assets import resource


def test_a_bundled_file_is_found():
    assert resource("fonts", "CharisSIL-Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_a_file_that_is_not_bundled_is_an_error():
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        resource("icons", "none.svg")


def test_every_link_of_the_help_leads_to_a_page_that_is_there():
    pages = list(resource("help").glob("*.md"))
    links = {link for page in pages for link in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8"))}
    assert links == {page.name for page in pages}
