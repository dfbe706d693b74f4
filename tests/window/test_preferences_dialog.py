import json

from reviewer.assets import resource
from reviewer.gui.analysis_flow import MatchInput
from reviewer.gui.preferences_dialog import QUOTE_RULES, PreferencesDialog
from reviewer.model.quoting import QuoteProfile
from reviewer.preferences import Preferences
from tests.window.desk_builders import ferry_review


def dialog(qtbot, **values):
    made = PreferencesDialog(Preferences(**values))
    qtbot.addWidget(made)
    return made


def test_what_nobody_touched_comes_back_as_it_was(qtbot):
    values = {
        "initials": "MD",
        "name": "Mara Dunmore",
        "desk_name": "News",
        "quote_profile": "never_alter",
        "theme": "dark",
        "paper": "letter",
        "single_keys": False,
    }
    assert dialog(qtbot, **values).chosen == values


def test_the_first_field_can_be_typed_into_at_once(qtbot):
    made = dialog(qtbot)
    made.show()
    qtbot.waitUntil(lambda: made.focusWidget() is not None)
    qtbot.keyClicks(made.focusWidget(), "IH")
    assert made.chosen["initials"] == "IH"


def test_every_rule_for_quotations_can_be_chosen():
    profiles = json.loads(resource("rules", "quote_profiles.json").read_text("utf-8"))
    assert set(QUOTE_RULES) == {name for name in profiles if isinstance(profiles[name], dict)}


def test_a_desks_own_rules_for_quotations_can_be_chosen_by_name(qtbot):
    own = {"ours": QuoteProfile(contractions=True)}
    assert dialog(qtbot, quote_profile="ours", quote_profiles=own).chosen["quote_profile"] == "ours"


def test_other_quotation_rules_ask_for_matching_again():
    review = ferry_review().build()
    before = MatchInput.of(review, "standard")
    assert before.covers(MatchInput.of(review, "standard"))
    assert not before.covers(MatchInput.of(review, "never_alter"))
