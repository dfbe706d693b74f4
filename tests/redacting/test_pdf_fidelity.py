import pytest

from reviewer.model.redaction import RedactionLoss, RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.fidelity import Change, changes
from tests.redacting.fidelity_pages import PAGES, TERM

IN_THE_SUITE = (
    "standard serif", "embedded serif, subset", "typeset, justified", "three columns", "table row in one operator",
    "justified by word spacing", "every word placed", "forms in forms", "text running upwards", "turned 270",
    "cropped and turned", "user unit", "Hebrew beside", "soft mask", "mesh shading", "coloured tiling", "clipping",
    "font made of drawings", "layers, one off", "text modes and spacing", "aslant", "content in two streams",
)  # fmt: skip


@pytest.mark.parametrize("name", IN_THE_SUITE)
def test_nothing_outside_the_marked_lines_changes(name: str) -> None:
    before = PAGES[name]()
    redacted = redact_pdf("page.pdf", before, RedactionOrder(terms=(TERM,), reason="s 40"))
    assert changes(before, redacted.content, TERM) == Change(lost=0, moved=0, pixels=0)
    assert RedactionLoss.TEXT_LAYER not in {note.loss for note in redacted.losses}
