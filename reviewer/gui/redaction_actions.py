"""The commands of redaction as data, in menu order."""

from reviewer.gui.action_spec import ActionSpec, Menu, with_document, with_marks
from reviewer.gui.translation import noop

REDACTION_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "redact.selection", noop("Actions", "&Redact the selection"), Menu.REDACTION, (), ("R",), None, with_document
    ),
    ActionSpec(
        "redact.area", noop("Actions", "Redact an &area"), Menu.REDACTION, (), ("Shift+R",), None, with_document
    ),
    ActionSpec(
        "redact.take_back", noop("Actions", "&Take the mark back"), Menu.REDACTION, (), ("Backspace",), None, with_marks
    ),
    ActionSpec(
        "redact.carry",
        noop("Actions", "Carry marks over to this &draft"),
        Menu.REDACTION,
        enabled=lambda state: state.has_marks_behind,
    ),
    ActionSpec(
        "redact.panel",
        noop("Actions", "Redaction pa&nel"),
        Menu.REDACTION,
        ("F5",),
        enabled=with_document,
        checkable=True,
        starts_group=True,
    ),
    ActionSpec(
        "redact.find",
        noop("Actions", "&Find and redact…"),
        Menu.REDACTION,
        ("Ctrl+Shift+R",),
        enabled=with_document,
        starts_group=True,
    ),
    ActionSpec("redact.apply", noop("Actions", "A&pply redactions…"), Menu.REDACTION, enabled=with_marks),
    ActionSpec("redact.reasons", noop("Actions", "Reason &codes…"), Menu.REDACTION),
)

PAGE_COMMANDS = ("redact.selection", "redact.area", "redact.take_back")
"""What the context menu of a page begins with."""
