"""The look of the window: one set of colours and types for light, one for dark, kept as data in resources/themes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from string import Template
from typing import Any

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from reviewer.assets import resource
from reviewer.gui import typography
from reviewer.gui.typography import Scale, TypeSize
from reviewer.model.finding import Tone
from reviewer.model.verdict import Decision

THEMES = ("light", "dark")


@dataclass(frozen=True)
class Theme:
    """Every colour the window paints with.

    `desk` lies under the pages, `paper` and `ink` are a page, `chrome` everything round it, `raised` a field or
    button on it, `muted` its second voice, `furniture` page furniture. `accent` is for selection, focus and the main
    button only. `underlines` and `tints` mark claims by tone, `verdicts` colour the shapes (None for open).
    """

    name: str
    dark: bool
    desk: QColor
    paper: QColor
    paper_edge: QColor
    ink: QColor
    chrome: QColor
    raised: QColor
    pressed: QColor
    hairline: QColor
    scroll: QColor
    field_edge: QColor
    muted: QColor
    furniture: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    row: QColor
    selection: QColor
    focus: QColor
    hold_ink: QColor
    hold_background: QColor
    ready_ink: QColor
    ready_background: QColor
    error_ink: QColor
    error_background: QColor
    search_hit: QColor
    search_current: QColor
    band: QColor
    ghost: QColor
    underlines: Mapping[Tone, QColor]
    tints: Mapping[Tone, QColor]
    verdicts: Mapping[Decision | None, QColor]

    def underline(self, tone: Tone) -> QColor:
        """Return the colour of the underline, chip edge and finding word of this tone; readable as text."""
        return self.underlines[tone]

    def tint(self, tone: Tone) -> QColor:
        """Return the ground of a highlight of this tone."""
        return self.tints[tone]

    def verdict(self, decision: Decision | None) -> QColor:
        """Return the colour of a verdict's shape and word; None is open."""
        return self.verdicts[decision]

    def serif(self, size: TypeSize = Scale.DOCUMENT, bold: bool = False) -> QFont:
        """Return the face for words of the article or a source."""
        return typography.serif(size, bold)

    def sans(self, size: TypeSize = Scale.TEXT, bold: bool = False) -> QFont:
        """Return the face for what the program says."""
        return typography.sans(size, bold)

    def mono(self, size: TypeSize = Scale.SMALL) -> QFont:
        """Return the face for hashes."""
        return typography.mono(size)


def load_theme(name: str) -> Theme:
    """Read the theme "light" or "dark". Raises FileNotFoundError for any other name."""
    data: dict[str, Any] = tomllib.loads(resource("themes", f"{name}.toml").read_text("utf-8"))
    verdicts: dict[Decision | None, QColor] = {
        Decision(key): QColor(v) for key, v in data["verdict"].items() if key != "open"
    }
    verdicts[None] = QColor(data["verdict"]["open"])
    return Theme(
        name=name,
        dark=data["dark"],
        underlines={Tone(key): QColor(value) for key, value in data["underline"].items()},
        tints={Tone(key): QColor(value) for key, value in data["tint"].items()},
        verdicts=verdicts,
        **{key: QColor(value) for key, value in data["colours"].items()},
    )


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: Fusion with the theme's palette, its fonts and its stylesheet.

    Without a desktop theme Qt's own colour scheme does nothing, so every colour is set here.
    """
    typography.register_fonts()
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(theme.sans())
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    role = QPalette.ColorRole
    result = QPalette()
    for where, colour in (
        (role.Window, theme.chrome),
        (role.WindowText, theme.ink),
        (role.Base, theme.raised),
        (role.AlternateBase, theme.chrome),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.raised),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.on_accent),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.ink),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.ink),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Accent, theme.accent),
        (role.Light, theme.raised),
        (role.Mid, theme.hairline),
        (role.Dark, theme.hairline),
    ):
        result.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, where, theme.field_edge)
    return result


def stylesheet(theme: Theme) -> str:
    """Return the application's stylesheet: the shared template with the theme's colours filled in."""
    template = Template(resource("themes", "window.qss").read_text("utf-8"))
    colours = {field.name: getattr(theme, field.name) for field in fields(theme)}
    return template.substitute({key: value.name() for key, value in colours.items() if isinstance(value, QColor)})
