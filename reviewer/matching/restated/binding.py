"""What words a figure, date, name or word is bound to: the nearest ones of its clause, and its part in a change."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reviewer.matching.families import stem
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.rules import synonym_groups, word_list
from reviewer.matching.stopwords import STOPWORDS

_COMMA, _CLAUSE, _SENTENCE = 1.5, 4.0, 8.0
"""How many words a comma, the start of a clause and the end of a sentence count for as distance."""

_REACH = 12.0
_OF_THEM = (["of", "them"], ["of", "these"], ["of", "whom"], ["of", "which"], ["of", "those"])
_LOOK_BACK = 4
_LABEL = 4
"""Words of a label that tell what the figure after it counts."""

_PART_OF = frozenset({"of", "out", "the", "its", "their", "all", "those", "these", "some", "about"})
"""Words between a part and its whole (`40 of the 50 tents`): what is said of one is said of the other."""

_ENDS_OF_ONE_CHANGE = 4
"""Items between `from X` and `to Y` within which the two have their words in common."""

_JOINING = frozenset({"and", "but", "while", "whereas", "although", "though", "or", "which", "who"})
_BASE = frozenset({"from", "against", "compared", "versus"})
ENDS = re.compile(r"[.!?]['”’\")]*\s|\n\s*\n")
_COLUMNS = re.compile(r"[^\n]{0,60}?(?: {2,}|\t)\S")
_BREAKS = re.compile(r"[;:–—]|\s-\s")

Keys = dict[str, float]


def keys_of(item: Item) -> frozenset[str]:
    """Return what an item has in common with others that say the same: stem, word family, day or month."""
    if item.kind is ItemKind.DATE:
        month = re.search(r"-(\d\d)(?:-|$)", item.date.iso) if item.date else None
        return frozenset({f"date:{item.form}", *([f"month:{month[1]}"] if month else ())})
    if item.kind is ItemKind.QUANTITY or item.form in STOPWORDS or item.form.startswith("'"):
        return frozenset()
    families = (f"#{group}" for group in synonym_groups().get(item.form, ()))
    return frozenset({stem(item.form), *families})


def breaks(between: str) -> bool:
    """Return whether the text between two words parts clauses (a semicolon, colon or dash)."""
    return bool(_BREAKS.search(between))


def gaps(items: Sequence[Item], text: str) -> list[float]:
    """Return the distance of each item from the first one, in words; punctuation and joining words add to it."""
    places = [0.0]
    for before, item in pairwise(items):
        between = text[before.end : item.start]
        step = 1.0
        if ENDS.search(f"{between} ") or ("\n" in between and _COLUMNS.match(text, item.start)):
            step += _SENTENCE
        elif (_BREAKS.search(between) and not (item.quantity and between.strip() == ":")) or item.form in _JOINING:
            step += _CLAUSE
        elif "," in between:
            step += _COMMA
        places.append(places[-1] + step)
    return places


def bind(
    items: Sequence[Item],
    anchors: Sequence[Item],
    text: str,
    values: dict[int, str] | None = None,
    worth: float = 2.0,
    own: float = _REACH,
) -> dict[int, Keys]:
    """Return, by the start of each anchor, the words nearest to it; a word as near to two belongs to both.

    A figure is also bound to its part in a change: `@from` after `from`, `against` or `compared with`, `@to` after
    `to`. With `values`, which gives forms for figures by their start, figures are bound like words and count `worth`.
    Words before the first or after the last anchor and further than `own` from it are bound to all of them.
    """
    starts = {item.start: at for at, item in enumerate(items)}
    where = [starts[anchor.start] for anchor in anchors if anchor.start in starts]
    covered = {at for anchor in anchors for at, item in enumerate(items) if anchor.start <= item.start < anchor.end}
    places = gaps(items, text)
    bound: dict[int, Keys] = {items[at].start: dict(_part_in_change(items, at)) for at in where}
    for at, item in enumerate(items):
        keys = dict.fromkeys(keys_of(item), 1.0)
        if values is not None and item.kind is ItemKind.QUANTITY:
            keys = {f"value:{values.get(item.start, item.form)}": worth}
        if at in covered or not keys:
            continue
        distances = sorted((abs(places[at] - places[anchor]), anchor) for anchor in where)
        for distance, anchor in distances:
            is_outside = at < where[0] or at > where[-1]
            is_of_all = is_outside and own < distances[0][0] <= _REACH
            if is_of_all or (distance <= _REACH and distance <= distances[0][0] + 0.5):
                bound[items[anchor].start] |= keys
    for one, other in pairwise(where):
        parts = bound[items[one].start].keys() | bound[items[other].start].keys()
        between = {item.form for item in items[one + 1 : other]}
        is_part = "of" in between and between <= _PART_OF
        is_part |= between == {"to"} and one > 0 and items[one - 1].form == "by"
        if is_part or (other - one <= _ENDS_OF_ONE_CHANGE and {"@from", "@to"} <= parts):
            both = {key: 1.0 for key in parts if key[0] != "@"}
            bound[items[one].start] |= both
            bound[items[other].start] |= both
    return bound


def _part_in_change(items: Sequence[Item], at: int) -> Iterable[tuple[str, float]]:
    if at and items[at - 1].form == "to":
        return [("@to", 1.0)]
    for back in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        if items[back].kind is not ItemKind.WORD:
            break
        if items[back].form in _BASE:
            return [("@from", 2.0)]
    return []


def sides(
    items: Sequence[Item], anchors: Sequence[Item], text: str
) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """Return, by the start of each anchor, what stands between it and the anchor before, and the one behind it.

    A list may name its things before their figures or after them; which of the two it does is told by the other list.
    The end of a sentence or line ends a side.
    """
    starts = {anchor.start for anchor in anchors}
    found: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
    before: set[str] = set()
    last: int | None = None
    places = gaps(items, text)
    for at, item in enumerate(items):
        if at and places[at] - places[at - 1] > _SENTENCE:
            if last is not None:
                found[last] = found[last][0], frozenset(before)
            before, last = set(), None
        if item.start not in starts:
            before |= keys_of(item)
            continue
        if last is not None:
            found[last] = found[last][0], frozenset(before)
        found[item.start] = frozenset(before), frozenset()
        before, last = set(), item.start
    if last is not None:
        found[last] = found[last][0], frozenset(before)
    return found


def overlap(one: Keys, other: Keys, apart_from: Iterable[str] = ()) -> float:
    """Return the weight of what two anchors are both bound to; a word and its family count once."""
    shared = (one.keys() & other.keys()) - set(apart_from)
    words = [key for key in shared if key[0] != "#"]
    families = [key for key in shared if key[0] == "#"]
    return max(sum(one[key] for key in words), float(len(families)))


def clauses(items: Sequence[Item], text: str) -> list[list[Item]]:
    """Cut items into clauses: at stops, semicolons, dashes and joining words."""
    found: list[list[Item]] = []
    places = gaps(items, text)
    for at, item in enumerate(items):
        if not found or places[at] - places[at - 1] >= 1.0 + _CLAUSE or item.form in word_list("starts_of_clauses"):
            found.append([])
        found[-1].append(item)
    return found


def labelled(item: Item, items: Sequence[Item], text: str) -> frozenset[str]:
    """Return what a figure after a colon or bar counts: the words of the label before it (`Boats lost: 9`)."""
    at = next(place for place, other in enumerate(items) if other.start == item.start)
    if not at or text[items[at - 1].end : item.start].strip() not in (":", "|"):
        return frozenset()
    line = text.rfind("\n", 0, item.start) + 1
    before = [other for other in items[max(0, at - _LABEL) : at] if other.start >= line and other.kind is ItemKind.WORD]
    return frozenset(key for other in before for key in keys_of(other) if key[0] != "#")


def counted(item: Item, items: Sequence[Item]) -> frozenset[str]:
    """Return what is counted: the first telling words right after a figure."""
    at = next(place for place, other in enumerate(items) if other.start == item.start)
    skipped = 2 if [other.form for other in items[at + 1 : at + 3]] in _OF_THEM else 0
    following = [other for other in items[at + 1 + skipped : at + 3 + skipped] if other.kind is ItemKind.WORD]
    return frozenset(key for other in following for key in keys_of(other) if key[0] != "#")
