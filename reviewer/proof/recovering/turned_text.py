"""The text of a page as it shows where elements turn their letters round, and read backwards altogether."""

from collections.abc import Callable

from lxml import etree

_MOST_TURNED = 10_000


def turned_text(root: etree._Element, turns: Callable[[etree._Element], bool], blocks: frozenset[str]) -> str:
    """Return the text with what stands in turning elements reversed line by line; `blocks` begin lines of their own."""
    levels: list[list[str]] = [[]]
    turned: list[etree._Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            levels[-1].append(element.tail or "")
            continue
        line_end = "\n" if element.tag in blocks else ""
        if event == "start":
            levels[-1].append(line_end)
            if len(turned) < _MOST_TURNED and turns(element):
                turned.append(element)
                levels.append([])
            levels[-1].append(element.text or "")
        else:
            if turned and turned[-1] is element:
                turned.pop()
                inside = backwards("".join(levels.pop()))
                levels[-1].append(inside)
            levels[-1] += (line_end, element.tail or "")
    return "".join(levels[0])


def backwards(text: str) -> str:
    """Return a text with the letters of every line in reverse order."""
    return "\n".join(line[::-1] for line in text.split("\n"))
