"""Every command of the window as data: menus, shortcuts and the key card come from this table."""

from PySide6.QtGui import QKeySequence

from reviewer.gui.action_spec import (
    ActionSpec,
    Menu,
    with_article,
    with_candidates,
    with_claim,
    with_claims,
    with_document,
    with_judged,
    with_source,
)
from reviewer.gui.redaction_actions import REDACTION_ACTIONS
from reviewer.gui.translation import noop
from reviewer.gui.view_actions import VIEW_ACTIONS

_Key = QKeySequence.StandardKey

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "file.new", noop("Actions", "&New review"), Menu.FILE, ("Ctrl+N",), standard=_Key.New, enabled=with_document
    ),
    ActionSpec("file.open_article", noop("Actions", "&Open article…"), Menu.FILE, ("Ctrl+O",), icon="open"),
    ActionSpec("file.add_source", noop("Actions", "&Add sources…"), Menu.FILE, ("Ctrl+Shift+O",), icon="add"),
    ActionSpec("file.paste", noop("Actions", "&Paste article or source"), Menu.FILE, ("Ctrl+V",), standard=_Key.Paste),
    ActionSpec("file.sample", noop("Actions", "Open the &sample review"), Menu.FILE),
    ActionSpec("file.open_review", noop("Actions", "Open &review…"), Menu.FILE, ("Ctrl+Alt+O",), starts_group=True),
    ActionSpec("file.take_over", noop("Actions", "&Take over decisions…"), Menu.FILE, enabled=with_article),
    ActionSpec("file.save_as", noop("Actions", "Save review &as…"), Menu.FILE, ("Ctrl+Shift+S",), enabled=with_article),
    ActionSpec(
        "file.export",
        noop("Actions", "&Export packet…"),
        Menu.FILE,
        ("Ctrl+E",),
        enabled=with_article,
        icon="export",
        starts_group=True,
    ),
    ActionSpec(
        "file.print",
        noop("Actions", "&Print the document…"),
        Menu.FILE,
        ("Ctrl+P",),
        standard=_Key.Print,
        enabled=with_document,
        icon="print",
    ),
    ActionSpec(
        "file.print_packet", noop("Actions", "Prin&t the packet…"), Menu.FILE, ("Ctrl+Shift+P",), enabled=with_article
    ),
    ActionSpec("file.quit", noop("Actions", "&Quit"), Menu.FILE, ("Ctrl+Q",), standard=_Key.Quit, starts_group=True),
    ActionSpec(
        "edit.undo",
        noop("Actions", "&Undo"),
        Menu.EDIT,
        ("Ctrl+Z",),
        ("U",),
        _Key.Undo,
        lambda state: state.can_undo,
    ),
    ActionSpec(
        "edit.redo",
        noop("Actions", "&Redo"),
        Menu.EDIT,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        (),
        _Key.Redo,
        lambda state: state.can_redo,
    ),
    ActionSpec(
        "edit.copy", noop("Actions", "&Copy"), Menu.EDIT, ("Ctrl+C",), (), _Key.Copy, with_article, starts_group=True
    ),
    ActionSpec(
        "edit.find",
        noop("Actions", "&Search this pane"),
        Menu.EDIT,
        ("Ctrl+F",),
        ("/",),
        _Key.Find,
        with_article,
        "search",
    ),
    ActionSpec(
        "edit.find_all",
        noop("Actions", "Search article and &all sources…"),
        Menu.EDIT,
        ("Ctrl+Shift+F",),
        enabled=with_article,
    ),
    ActionSpec("edit.filter", noop("Actions", "&Filter the claims"), Menu.EDIT, ("Ctrl+L",), enabled=with_claims),
    ActionSpec("edit.initials", noop("Actions", "Your &initials…"), Menu.EDIT, starts_group=True),
    ActionSpec("edit.preferences", noop("Actions", "&Preferences…"), Menu.EDIT, ("Ctrl+,",), standard=_Key.Preferences),
    ActionSpec("edit.describe", noop("Actions", "&Describe the review…"), Menu.EDIT, enabled=with_article),
    ActionSpec("claim.next", noop("Actions", "&Next claim"), Menu.CLAIM, (), ("J",), enabled=with_claims),
    ActionSpec("claim.previous", noop("Actions", "&Previous claim"), Menu.CLAIM, (), ("K",), enabled=with_claims),
    ActionSpec(
        "claim.next_open", noop("Actions", "Next &open claim"), Menu.CLAIM, (), ("Shift+J",), enabled=with_claims
    ),
    ActionSpec(
        "claim.previous_open", noop("Actions", "Previous open claim"), Menu.CLAIM, (), ("Shift+K",), enabled=with_claims
    ),
    ActionSpec(
        "claim.choose_same",
        noop("Actions", "Choose with all that says the s&ame"),
        Menu.CLAIM,
        (),
        ("G",),
        enabled=lambda state: state.is_said_again,
    ),
    ActionSpec(
        "claim.next_candidate",
        noop("Actions", "Next passage"),
        Menu.CLAIM,
        (),
        ("N",),
        enabled=with_candidates,
        starts_group=True,
    ),
    ActionSpec(
        "claim.previous_candidate", noop("Actions", "Previous passage"), Menu.CLAIM, (), ("P",), enabled=with_candidates
    ),
    ActionSpec(
        "claim.comment", noop("Actions", "&Comment"), Menu.CLAIM, (), ("C",), enabled=with_claim, starts_group=True
    ),
    ActionSpec("claim.correct", noop("Actions", "C&orrection"), Menu.CLAIM, (), ("E",), enabled=with_claim),
    ActionSpec(
        "claim.read_second", noop("Actions", "Second &reader's initials"), Menu.CLAIM, (), ("I",), enabled=with_judged
    ),
    ActionSpec("claim.history", noop("Actions", "&History of the claim…"), Menu.CLAIM, (), ("H",), enabled=with_claim),
    ActionSpec(
        "claim.add",
        noop("Actions", "&Make the selected words a claim"),
        Menu.CLAIM,
        ("Ctrl+M",),
        enabled=lambda state: state.has_article_selection,
        starts_group=True,
    ),
    ActionSpec(
        "claim.reshape",
        noop("Actions", "Let the claim be the &selected words"),
        Menu.CLAIM,
        ("Ctrl+Shift+M",),
        enabled=lambda state: state.has_claim and state.has_article_selection,
    ),
    ActionSpec(
        "claim.link",
        noop("Actions", "&Link the selected passage"),
        Menu.CLAIM,
        ("Ctrl+K",),
        enabled=lambda state: state.has_claim and state.has_source_selection,
    ),
    ActionSpec("claim.dismiss", noop("Actions", "Not a claim: &dismiss"), Menu.CLAIM, (), ("Del",), enabled=with_claim),
    ActionSpec(
        "claim.restore",
        noop("Actions", "Bring dismissed claims back"),
        Menu.CLAIM,
        enabled=lambda state: state.has_dismissed,
    ),
    ActionSpec(
        "claim.furniture",
        noop("Actions", "Paragraph is page &furniture, or story again"),
        Menu.CLAIM,
        enabled=lambda state: state.has_article_selection,
    ),
    ActionSpec("verdict.verified", noop("Actions", "&Verified"), Menu.VERDICT, (), ("1",), enabled=with_claim),
    ActionSpec("verdict.fix", noop("Actions", "&Fix"), Menu.VERDICT, (), ("2",), enabled=with_claim),
    ActionSpec("verdict.unsourced", noop("Actions", "&Unsourced"), Menu.VERDICT, (), ("3",), enabled=with_claim),
    ActionSpec("verdict.query", noop("Actions", "&Query"), Menu.VERDICT, (), ("4",), enabled=with_claim),
    ActionSpec(
        "verdict.not_checkable", noop("Actions", "&Not checkable"), Menu.VERDICT, (), ("5",), enabled=with_claim
    ),
    ActionSpec("verdict.cut", noop("Actions", "&Cut"), Menu.VERDICT, (), ("6",), enabled=with_claim),
    ActionSpec(
        "verdict.clear",
        noop("Actions", "&Open again"),
        Menu.VERDICT,
        (),
        ("0",),
        enabled=with_judged,
        starts_group=True,
    ),
    ActionSpec("source.describe", noop("Actions", "&Kind and grade…"), Menu.SOURCE, enabled=with_source),
    ActionSpec("source.next", noop("Actions", "&Next source"), Menu.SOURCE, ("Ctrl+PgDown",), enabled=with_source),
    ActionSpec(
        "source.previous", noop("Actions", "&Previous source"), Menu.SOURCE, ("Ctrl+PgUp",), enabled=with_source
    ),
    ActionSpec(
        "source.remove", noop("Actions", "&Remove this source"), Menu.SOURCE, enabled=with_source, starts_group=True
    ),
    *REDACTION_ACTIONS,
    *VIEW_ACTIONS,
    ActionSpec("help.contents", noop("Actions", "&Help"), Menu.HELP, ("F1",), standard=_Key.HelpContents),
    ActionSpec("help.keys", noop("Actions", "All &keys"), Menu.HELP, ("Ctrl+?",), ("?",)),
    ActionSpec("help.about", noop("Actions", "&About Reviewer"), Menu.HELP, starts_group=True),
)
"""In menu order. An id is `menu.what`; the window's method of the same name with an underscore carries it out."""


def ids_in(menu: Menu) -> list[str]:
    """Return the ids of a menu's commands in their order."""
    return [spec.id for spec in ACTIONS if spec.menu is menu]
