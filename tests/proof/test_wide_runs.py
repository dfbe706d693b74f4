import random

import pytest

from reviewer.proof.recovering.wide_runs import BIG, LITTLE, wide_runs


@pytest.mark.parametrize(("pattern", "encoding"), [(LITTLE, "utf-16-le"), (BIG, "utf-16-be")])
def test_a_name_in_noise_is_found_in_two_bytes_a_letter(pattern, encoding) -> None:
    noise = random.Random(3).randbytes(9_000)
    data = noise[:4_321] + b"\x7f" * 4 + "Thornquist\u2019s".encode(encoding) + b"\x7f" * 4 + noise[4_321:]
    assert any("Thornquist\u2019s" in run.decode(encoding, "replace") for run in wide_runs(pattern, data))


@pytest.mark.parametrize("pattern", [LITTLE, BIG])
@pytest.mark.parametrize("alphabet", [b"\x00\x05\x06\x07\x20\x2f\x30a", b"\x00a", bytes(range(256)), b"\x20", b"zz"])
def test_the_runs_are_those_that_the_pattern_finds(pattern, alphabet) -> None:
    data = bytes(random.Random(len(alphabet)).choices(alphabet, k=6_000))
    assert list(wide_runs(pattern, data)) == pattern.findall(data)
