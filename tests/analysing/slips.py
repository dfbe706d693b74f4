"""What holds for every slip: it is found with its working, and its right twin and what only looks like it are not.

A module that takes these tests in gives its sentences: `PAIRS` of a slip and its right twin, each after the kind of check
where the module has several kinds, and `RIGHT`, what is to be left alone (`tests/analysing/conftest.py` hands them in).
"""


def test_the_slip_is_found_once_with_its_working(instant_pass, slip):
    checks = instant_pass(slip).checks
    assert len({check.kind for check in checks}) == 1
    assert all(check.arguments["working"] for check in checks)


def test_the_slip_is_found_with_its_working(instant_pass, kind, slip):
    checks = instant_pass(slip).checks
    assert [check.kind for check in checks] == [kind]
    assert checks[0].arguments["working"]


def test_the_look_alike_is_left_alone(instant_pass, look_alike):
    assert instant_pass(look_alike).checks == ()


def test_what_is_right_is_left_alone(instant_pass, right):
    assert instant_pass(right).checks == ()
