"""Names in a claim in other words: found, and compared with those of the sources."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.differences.name import is_name
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.rules import word_list
from reviewer.matching.stopwords import STOPWORDS

_JOINED = (" ", "-", "\u00a0", " - ")


def names_among(items: Sequence[Item], text: str) -> list[Item]:
    """Return the names among some items, each as one item with the words of the name as form."""
    names: list[Item] = []
    titles = word_list("titles")
    open_name = False
    for item in items:
        is_word = item.kind is ItemKind.WORD and item.capital and item.form not in titles
        follows = open_name and names and text[names[-1].end : item.start] in _JOINED
        if is_word and follows and (item.form not in STOPWORDS or text[names[-1].end : item.start] == "-"):
            names[-1] = msgspec.structs.replace(names[-1], end=item.end, form=f"{names[-1].form} {item.form}")
        elif is_word and is_name(item, text):
            names.append(item)
            open_name = True
        else:
            open_name = False
    return names


def are_one_name(one: Item, other: Item) -> bool:
    """Return whether two names can be one: the shorter one's words are the end, or the start, of the longer one."""
    short, long = sorted((one.form.split(), other.form.split()), key=len)
    return long[-len(short) :] == short or long[: len(short)] == short
