"""Files made to do harm go through the real wall: each ends in a proven copy or in a refusal with its sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.isolation.limits import Limits
from reviewer.isolation.supervisor import Supervisor
from reviewer.model.problem import ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.model.verdict import Signature
from reviewer.redaction_workflow import redact
from tests.redacting.hostile_pdfs import HOSTILE, SAVED
from tests.redacting.pdf_attack import recovered
from tests.redacting.pdf_sheet import WORD

LIMITS = Limits(wall_seconds=240, cpu_seconds=30, memory=1 << 30)
BY = Signature("AQ", "Ada Quill", "2026-01-05T10:00:00+00:00")


@pytest.fixture(scope="module")
def supervisor() -> Iterator[Supervisor]:
    supervisor = Supervisor(limits=lambda _: LIMITS)
    yield supervisor
    supervisor.close()


@pytest.mark.parametrize(("build", "expected"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_ends_in_a_proven_copy_or_a_refusal(supervisor, tmp_path: Path, build, expected: str) -> None:
    source, target = tmp_path / "memo.pdf", tmp_path / "out.pdf"
    source.write_bytes(build())
    try:
        redact(supervisor, source, target, RedactionOrder(terms=(WORD,), reason="s 40"), BY)
        outcome = SAVED
    except ReviewerError as error:
        outcome = error.problem.code.value
        assert not target.exists()
    assert outcome == expected
    assert expected != SAVED or recovered(target.read_bytes(), WORD) == []
