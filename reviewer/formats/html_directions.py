"""Which elements of a page show their letters in reverse order: bdo, and styles that override the direction."""

import re

from lxml import etree

from reviewer.formats.html_styles import Styles, text_of

_OVERRIDES = re.compile(r"unicode-bidi\s*:\s*(?:bidi|isolate)-override", re.IGNORECASE)
_DIRECTION = re.compile(r"(?<![\w-])direction\s*:\s*(rtl|ltr)", re.IGNORECASE)
_BACKWARDS_ROW = re.compile(r"(?:row|column)-reverse", re.IGNORECASE)
_FLOATS_RIGHT = re.compile(r"float\s*:\s*right", re.IGNORECASE)
_IS_BOX = re.compile(r"display\s*:\s*(?:inline-)?(?:block|flex|grid|table)", re.IGNORECASE)
_FEW_LETTERS, _FEWEST_BOXES = 2, 3
_TELLING = (_OVERRIDES, _DIRECTION, _BACKWARDS_ROW, _FLOATS_RIGHT, _IS_BOX)
_RIGHT_TO_LEFT = "rtl"


class Turning:
    """Tells for the elements of one page, by themselves and its own style sheets, whether they turn letters round.

    Only the last part of a selector is looked at: one element too many is looked at backwards as well, none too few.
    """

    def __init__(self, root: etree._Element) -> None:
        self._styles = Styles(root, _TELLING)

    def turns(self, element: etree._Element) -> bool:
        """Return whether the letters in an element are shown from right to left."""
        if element.tag == "bdo":
            return (element.get("dir") or "").strip().lower() == _RIGHT_TO_LEFT
        if self._says(element, _OVERRIDES):
            return self._direction(element) == _RIGHT_TO_LEFT
        return self._lines_boxes_up_backwards(element)

    def _lines_boxes_up_backwards(self, element: etree._Element) -> bool:
        """Return whether an element's letters stand in boxes of their own that are lined up from right to left."""
        boxes = [child for child in element if isinstance(child.tag, str)]
        if len(boxes) < _FEWEST_BOXES or any(len(text_of(box).strip()) > _FEW_LETTERS for box in boxes):
            return False
        if self._says(element, _BACKWARDS_ROW) or all(self._says(box, _FLOATS_RIGHT) for box in boxes):
            return True
        is_row = element.tag == "tr" or self._says(element, _IS_BOX) or any(self._says(box, _IS_BOX) for box in boxes)
        return is_row and self._direction(element) == _RIGHT_TO_LEFT

    def _says(self, element: etree._Element, wanted: re.Pattern[str]) -> bool:
        return any(wanted.search(style) for style in self._styles.of(element))

    def _direction(self, element: etree._Element) -> str:
        here: etree._Element | None = element
        while here is not None:
            for style in self._styles.of(here):
                if found := _DIRECTION.findall(style):
                    return str(found[-1]).lower()
            if (given := (here.get("dir") or "").strip().lower()) in (_RIGHT_TO_LEFT, "ltr"):
                return given
            here = here.getparent()
        return ""
