import pytest

from reviewer.isolation.limits import Limits, in_words, limits_for
from reviewer.model.analysis import Depth
from reviewer.model.request import Analyse, LoadGalley, OpenFile, OpenPastedText, Ping, RenderPage

from .misbehaving_worker import opened_text

REQUESTS = [
    Ping(),
    OpenFile("a", b""),
    OpenPastedText("a", "text"),
    LoadGalley("d", b""),
    RenderPage("d", 1, 1.0),
    Analyse(opened_text("a", b"x").documents[0].document, Depth.FULL),
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda request: type(request).__name__)
def test_every_request_has_an_end(request_):
    limits = limits_for(request_)

    assert 0 < limits.cpu_seconds <= limits.wall_seconds <= 3600
    assert 256 << 20 <= limits.memory <= 6 << 30


def test_a_longer_text_may_take_longer():
    short, long = (opened_text("a", b"x" * length).documents[0].document for length in (100, 1_000_000))

    assert limits_for(Analyse(long, Depth.FULL)).cpu_seconds > limits_for(Analyse(short, Depth.FULL)).cpu_seconds


def test_the_full_analysis_may_take_longer_than_the_instant_one():
    document = opened_text("a", b"x" * 1_000_000).documents[0].document

    full, instant = (limits_for(Analyse(document, depth)) for depth in (Depth.FULL, Depth.INSTANT))

    assert full.wall_seconds > instant.wall_seconds


def test_memory_never_grows_without_end():
    assert limits_for(OpenFile("a", bytes(1 << 20))).memory < limits_for(OpenFile("a", bytes(64 << 20))).memory
    assert Limits(1, 1, 1).file_size == 1 << 30


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 second"),
        (1, "1 second"),
        (30, "30 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (600, "10 minutes"),
    ],
)
def test_a_limit_reads_as_people_say_it(seconds, words):
    assert in_words(seconds) == words
