"""Which share of a picture a DOCX shows, in its newer drawings and in VML."""

from lxml import etree

VML_CROPS = ("cropleft", "croptop", "cropright", "cropbottom")
_SIDES = ("l", "t", "r", "b")


def drawing_crop(source: etree._Element | None) -> list[float]:
    """Return what a:srcRect cuts off at the left, top, right and bottom, as shares of 1; nothing when it is None."""
    return [_share_of_drawing(source.get(side)) if source is not None else 0.0 for side in _SIDES]


def vml_crop(picture: etree._Element) -> list[float]:
    """Return what v:imagedata cuts off at the left, top, right and bottom, as shares of 1."""
    return [_share_of_vml(picture.get(name)) for name in VML_CROPS]


def without(element: etree._Element, name: str) -> None:
    """Take an attribute away if it is there."""
    if element.get(name) is not None:
        del element.attrib[name]


def set_or_drop(element: etree._Element, name: str, value: str | None) -> None:
    """Set an attribute, or take it away when there is no value for it."""
    if value is None:
        without(element, name)
    else:
        element.set(name, value)


def _share_of_drawing(value: str | None) -> float:
    text = value or "0"
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text) / 100_000
    except ValueError:
        return 0.0


def _share_of_vml(value: str | None) -> float:
    text = value or "0"
    try:
        return float(text[:-1]) / 65_536 if text.endswith("f") else float(text)
    except ValueError:
        return 0.0
