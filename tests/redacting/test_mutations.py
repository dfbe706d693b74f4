"""Each step of the redaction is needed: without it, and what overlaps with it, the proof finds the word again."""

import pytest

from tests.redacting.mutations import MUTATIONS, Mutation, survives, tables

TABLES = tables()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one.kind}: {one.name}")
def test_without_the_step_the_word_survives(mutation: Mutation) -> None:
    content = TABLES[mutation.kind][mutation.case]
    assert survives(mutation.kind, content, mutation.offs)


@pytest.mark.parametrize(
    "mutation", [one for one in MUTATIONS if len(one.offs) > 1], ids=lambda one: f"{one.kind}: {one.name}"
)
def test_steps_that_overlap_are_each_enough(mutation: Mutation) -> None:
    content = TABLES[mutation.kind][mutation.case]
    assert not any(survives(mutation.kind, content, (off,)) for off in mutation.offs)


@pytest.mark.parametrize("kind", ["text", "html", "mail", "docx", "pdf"])
def test_with_all_steps_nothing_survives(kind: str) -> None:
    case = next(one for one in MUTATIONS if one.kind == kind).case
    assert not survives(kind, TABLES[kind][case], ())
