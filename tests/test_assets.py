import pytest

from reviewer.assets import is_installed, resource


def test_a_bundled_file_is_found():
    assert resource("fonts", "CharisSIL-Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_a_file_that_is_not_bundled_is_an_error():
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        resource("icons", "none.svg")


def test_a_module_is_looked_for_without_being_imported():
    assert is_installed("spacy")
    assert not is_installed("no_such_module_anywhere")
