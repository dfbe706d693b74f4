import pytest

from reviewer.model.quoting import QuoteProfile
from reviewer.preferences import RECENT_LIMIT, Preferences, load, save, with_pinned, with_recent


@pytest.fixture
def user(tmp_path):
    return tmp_path / "user" / "preferences.json"


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site.json"


def test_without_any_file_the_defaults_hold(user, site):
    assert load(user, site) == Preferences()


def test_what_is_saved_is_loaded(user, site):
    save(Preferences(initials="CP", name="Carys Pell", theme="dark"), user, site)
    assert load(user, site) == Preferences(initials="CP", name="Carys Pell", theme="dark")


def test_the_users_own_setting_goes_before_the_sites(user, site):
    site.write_text('{"quote_profile": "strict", "paper": "letter"}')
    save(Preferences(quote_profile="standard", paper="a4", initials="CP"), user, site)
    assert load(user, site).paper == "a4"
    user.write_text('{"initials": "CP"}')
    assert load(user, site) == Preferences(initials="CP", quote_profile="strict", paper="letter")


def test_a_site_default_changed_later_reaches_a_user_who_never_set_it(user, site):
    site.write_text('{"paper": "letter"}')
    save(load(user, site), user, site)
    site.write_text('{"paper": "a4", "desk_name": "transport"}')
    assert load(user, site).desk_name == "transport"
    assert load(user, site).paper == "a4"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"initials": 7}', '{"unknown": 1}', "\x00\xff"])
def test_a_broken_settings_file_counts_as_not_set(user, site, content):
    user.parent.mkdir()
    user.write_text(content)
    assert load(user, site) == Preferences()


def test_a_wrong_value_spoils_only_itself(user, site):
    user.parent.mkdir()
    user.write_text('{"initials": 7, "paper": "letter"}')
    assert load(user, site).paper == "letter"


def test_the_newest_review_comes_first_and_stands_there_once(tmp_path):
    preferences = Preferences()
    for number in range(RECENT_LIMIT + 3):
        preferences = with_recent(preferences, tmp_path / f"{number}.review")
    preferences = with_recent(preferences, tmp_path / "5.review")
    assert preferences.recent[0] == str(tmp_path / "5.review")
    assert len(preferences.recent) == len(set(preferences.recent)) == RECENT_LIMIT


def test_no_half_file_is_left_beside_the_settings(user, site):
    save(Preferences(initials="CP"), user, site)
    assert [path.name for path in user.parent.iterdir()] == ["preferences.json"]


def test_a_site_can_give_reason_codes_that_a_user_replaces(user, site):
    site.write_text('{"reason_codes": ["X: ours", "Y"]}')
    assert load(user, site).reason_codes == ("X: ours", "Y")
    save(Preferences(reason_codes=("Z: mine",)), user, site)
    assert load(user, site).reason_codes == ("Z: mine",)


def test_a_desks_own_rules_for_quotations_are_read_and_kept(user, site):
    site.write_text('{"quote_profiles": {"ours": {"harmless": ["ellipsis"], "fillers": ["um"]}}}')
    ours = QuoteProfile(frozenset({"ellipsis"}), False, frozenset({"um"}))
    assert load(user, site).quote_profiles == {"ours": ours}
    save(Preferences(quote_profiles={"ours": ours, "web": QuoteProfile(contractions=True)}), user, site)
    assert load(user, site).quote_profiles["web"].contractions


def test_rules_for_quotations_that_are_none_count_as_not_set(user, site):
    site.write_text('{"quote_profiles": {"ours": {"harmless": "all"}}, "paper": "letter"}')
    assert load(user, site) == Preferences(paper="letter")


def test_a_review_pinned_no_more_is_the_newest_of_the_recent_ones():
    preferences = with_pinned(Preferences(recent=("/a.review",)), "/b.review", True)
    assert (preferences.pinned, preferences.recent) == (("/b.review",), ("/a.review",))
    preferences = with_pinned(preferences, "/b.review", False)
    assert (preferences.pinned, preferences.recent) == ((), ("/b.review", "/a.review"))
