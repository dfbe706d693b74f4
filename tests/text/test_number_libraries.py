"""The two libraries that know the numbers of the world cost nothing until one is met, and bring no network."""

import subprocess
import sys

import pytest


def loaded_after(code):
    printed = subprocess.run(
        [sys.executable, "-I", "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(printed.stdout.split())


@pytest.mark.parametrize("module", ["reviewer.text.needles", "reviewer.gui.find_redact_dialog"])
def test_the_window_does_not_read_the_plans_of_numbers(module):
    assert not {"phonenumbers", "stdnum"} & loaded_after(f"import {module}")


def test_looking_for_all_kinds_of_numbers_brings_no_network():
    text = "Ring 888 555 0177. Paid to GB82 WEST 1234 5698 7654 32, card 4111 1111 1111 1111, PPS 1234567T."

    loaded = loaded_after(
        f"from reviewer.text.sensitive_shapes import SHAPES, find_shape\nfor kind in SHAPES: find_shape(kind, {text!r})"
    )

    assert {"phonenumbers", "stdnum"} <= loaded
    assert not {"socket", "ssl", "http.client", "urllib.request"} & loaded
