import hashlib

import pytest

from reviewer.analysing.analyse import analyse
from reviewer.model.analysis import Depth
from reviewer.model.document import Block, BlockKind, Document, Furniture

pytest.register_assert_rewrite("tests.analysing.slips")

from tests.analysing import slips  # noqa: E402


def make_document(text, headline=False, furniture=(), name="article.txt"):
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            first = headline and not any(block.furniture is None for block in blocks)
            plays = Furniture.OTHER if line in furniture else None
            kind = BlockKind.HEADLINE if first and plays is None else BlockKind.PARAGRAPH
            blocks.append(Block(at, at + len(line), kind, plays))
        at += len(line) + 1
    return Document(hashlib.sha256(text.encode()).hexdigest(), name, "text/plain", text, tuple(blocks), (), True)


def said_by(analysis):
    return [(claim.text, claim.attribution.resolved if claim.attribution else None) for claim in analysis.claims]


@pytest.fixture(params=[Depth.WORDING, Depth.FULL], ids=["wording", "full"])
def either_pass(request):
    def run(text, **options):
        return analyse(make_document(text, **options), request.param, "2026-03-12")

    return run


@pytest.fixture
def full_pass():
    def run(text, **options):
        return analyse(make_document(text, **options), Depth.FULL, "2026-03-12")

    return run


@pytest.fixture
def instant_pass():
    def run(text, published="2026-03-12", **options):
        return analyse(make_document(text, **options), Depth.WORDING, published)

    return run


def pytest_generate_tests(metafunc):
    """Hand the sentences of a module to the tests that it takes in from `slips`."""
    if metafunc.function.__module__ != slips.__name__:
        return
    pairs, names = metafunc.module.PAIRS, metafunc.fixturenames
    if "kind" in names:
        metafunc.parametrize(("kind", "slip"), [pair[:2] for pair in pairs])
    elif "slip" in names:
        metafunc.parametrize("slip", [pair[0] for pair in pairs])
    elif "look_alike" in names:
        metafunc.parametrize("look_alike", [pair[-1] for pair in pairs])
    else:
        metafunc.parametrize("right", metafunc.module.RIGHT)
