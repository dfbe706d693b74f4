"""What of a run a reader sees: whether it is hidden, and what an old form field in it shows."""

from lxml import etree

from reviewer.formats.docx_names import W
from reviewer.formats.docx_paragraph_styles import DocxStyles, is_on


class HiddenRuns:
    """Tells which runs a reader does not see, asked in the order of the text.

    The paragraph asked of last is remembered: to look for its style means to pass all its runs.
    """

    def __init__(self, styles: DocxStyles) -> None:
        self._styles = styles
        self._paragraph: etree._Element | None = None
        self._is_hidden = False

    def has(self, run: etree._Element) -> bool:
        """Return whether a run is hidden by itself, its style or the style of its paragraph."""
        properties = run.find(f"{W}rPr")
        own = is_on(properties.find(f"{W}vanish")) if properties is not None else None
        if own is not None:
            return own
        style = properties.find(f"{W}rStyle") if properties is not None else None
        if style is not None and self._styles.is_hidden(style.get(f"{W}val", "")):
            return True
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if paragraph is not self._paragraph:
            self._paragraph = paragraph
            style = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
            self._is_hidden = style is not None and self._styles.is_hidden(style.get(f"{W}val", ""))
        return self._is_hidden


def shown_by_form_field(data: etree._Element) -> str:
    """Return what an old form field shows that keeps no result: the ticked box or the chosen entry."""
    box, choices = data.find(f"{W}checkBox"), data.find(f"{W}ddList")
    if box is not None:
        state = box.find(f"{W}checked")
        return "☒" if is_on(state if state is not None else box.find(f"{W}default")) else "☐"
    if choices is None:
        return ""
    entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
    result = choices.find(f"{W}result")
    chosen = result.get(f"{W}val", "0") if result is not None else "0"
    return entries[int(chosen)] if chosen.isdigit() and int(chosen) < len(entries) else ""
