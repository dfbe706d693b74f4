import hashlib
import json

import pytest

from reviewer.model.geometry import Box
from reviewer.model.redaction import AppliedRedaction, LossNote, RedactionLoss
from reviewer.redacting.log import is_unbroken, telling, write_log
from tests.documents.judged import EDITOR

APPLIED = (
    AppliedRedaction("page 1", "privacy", 1, Box(72, 90, 120, 104)),
    AppliedRedaction("page 3", "source", 3, Box(72, 90, 120, 104)),
    AppliedRedaction("title", "privacy"),
)
OUTPUT = b"%PDF clean"


@pytest.fixture
def log():
    return write_log(APPLIED, (LossNote(RedactionLoss.SIGNATURE, "page 1"),), EDITOR, OUTPUT)


def test_each_removal_and_loss_has_a_line_with_place_reason_and_signature(log):
    entries = [json.loads(line) for line in log.splitlines()]
    assert [entry["part"] for entry in entries] == ["page 1", "page 3", "title", "page 1"]
    assert entries[0]["box"] == [72, 90, 120, 104]
    assert entries[1]["reason"] == "source"
    assert entries[3]["also_lost"] == "signature"
    assert {entry["initials"] for entry in entries} == {"CP"}


def test_every_line_names_the_file_that_came_of_it(log):
    digest = hashlib.sha256(OUTPUT).hexdigest()
    assert all(json.loads(line)["output_sha256"] == digest for line in log.splitlines())


def test_what_is_the_same_in_every_log_tells_nothing(log):
    assert telling(log).decode().splitlines() == ["privacy", "CP", "Carys Pell", "source"]


def test_parts_with_names_of_their_own_may_tell():
    log = write_log((AppliedRedaction("attachment Wray.txt, line 3", "privacy"),), (), EDITOR, OUTPUT)
    assert b"attachment Wray.txt, line 3" in telling(log)


def test_the_log_as_written_is_unbroken(log):
    assert is_unbroken(log)


def test_a_line_that_was_changed_taken_out_or_put_in_breaks_the_chain(log):
    lines = log.splitlines(keepends=True)
    assert not is_unbroken(log.replace(b"source", b"secret"))
    assert not is_unbroken(b"".join([lines[0], *lines[2:]]))
    assert not is_unbroken(b"".join([*lines[:2], lines[1], *lines[2:]]))
    assert not is_unbroken(b"not a log\n")
