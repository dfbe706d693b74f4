import pytest

from reviewer.assets import resource


def test_a_bundled_file_is_found():
    assert resource("fonts", "CharisSIL-Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_a_file_that_is_not_bundled_is_an_error():
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        resource("icons", "none.svg")
