"""What is told about a redacted file once it is saved."""

from reviewer import worker
from reviewer.isolation.in_process import InProcess
from reviewer.model.redaction import RedactionOrder
from reviewer.model.verdict import Signature
from reviewer.redaction_workflow import redact

BY = Signature("MD", "Mara Dunmore", "2026-05-06T11:34:00+01:00")


def test_the_engines_that_found_nothing_in_the_file_are_named(tmp_path):
    source = tmp_path / "letter.txt"
    source.write_text("I met Anton Hanes in May.\n", encoding="utf-8")
    order = RedactionOrder(terms=("Hanes",))
    done = redact(InProcess(worker.handle), source, tmp_path / "out.txt", order, BY)
    assert done.engines == ("text",)
