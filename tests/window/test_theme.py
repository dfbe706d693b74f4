"""Both palettes can be read, and every colour of the stylesheet is the theme's."""

import re

import pytest
from PySide6.QtGui import QColor

from reviewer.assets import resource
from reviewer.gui.theme import THEMES, Theme, apply_theme, load_theme, stylesheet
from reviewer.gui.typography import MONO_FAMILY, SANS_FAMILY, SERIF_FAMILY
from reviewer.model.finding import Tone
from reviewer.model.verdict import Decision


def luminance(colour: QColor) -> float:
    parts = [
        channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=THEMES)
def theme(request) -> Theme:
    return load_theme(request.param)


def test_words_can_be_read_on_every_ground_they_stand_on(theme):
    grounds = {
        "ink": ("paper", "chrome", "raised", "pressed", "row", "desk", "selection", "search_hit", "search_current"),
        "muted": ("paper", "chrome", "raised", "row", "desk", "pressed"),
        "furniture": ("paper",),
        "accent": ("paper", "chrome", "raised", "row"),
        "on_accent": ("accent", "accent_hover"),
        "hold_ink": ("hold_background",),
        "ready_ink": ("ready_background",),
        "error_ink": ("error_background",),
    }
    for words, on in grounds.items():
        for ground in on:
            assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5, (theme.name, words, ground)


def test_finding_words_can_be_read_on_list_paper_and_their_own_tint(theme):
    for tone in Tone:
        for ground in (theme.chrome, theme.paper, theme.row, theme.tint(tone)):
            assert contrast(theme.underline(tone), ground) >= 4.5, (theme.name, tone, ground.name())


def test_ink_can_be_read_on_every_highlight(theme):
    for tone in Tone:
        assert contrast(theme.ink, theme.tint(tone)) >= 7


def test_verdict_colours_can_be_read_on_list_and_paper(theme):
    for decision in (None, *Decision):
        for ground in (theme.chrome, theme.paper, theme.row, theme.raised):
            assert contrast(theme.verdict(decision), ground) >= 4.5, (theme.name, decision, ground.name())


def test_focus_and_field_edges_stand_out(theme):
    for edge in (theme.focus, theme.field_edge):
        assert contrast(edge, theme.chrome) >= 3


def test_a_theme_of_any_other_name_is_refused():
    with pytest.raises(FileNotFoundError):
        load_theme("purple")


def test_the_stylesheet_has_no_colour_of_its_own():
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", resource("themes", "window.qss").read_text("utf-8"))


def test_the_stylesheet_is_filled_in(theme):
    assert "$" not in stylesheet(theme)


def test_the_application_wears_the_theme_and_its_fonts(qapp, theme):
    apply_theme(qapp, theme)
    assert qapp.palette().window().color() == theme.chrome
    assert theme.serif().exactMatch() and theme.serif().family() == SERIF_FAMILY
    assert theme.sans().exactMatch() and theme.sans().family() == SANS_FAMILY
    assert theme.mono().exactMatch() and theme.mono().family() == MONO_FAMILY
    qapp.setStyleSheet("")
