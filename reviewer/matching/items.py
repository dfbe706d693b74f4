"""The units that are compared: words, quantities and dates of a stretch, each with a normal form and its place."""

import re
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from reviewer.matching.feasts import find_feasts
from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention, find_dates
from reviewer.text.numbers import Quantity, find_quantities
from reviewer.text.words import Token, find_words


class ItemKind(StrEnum):
    """What an item is."""

    WORD = "word"
    QUANTITY = "quantity"
    DATE = "date"


class Item(msgspec.Struct, frozen=True):
    """A word, quantity or date; two items with one `form` say the same, however they are printed.

    `capital` says that it is printed with a capital, `leads` that it starts a sentence or quotation, where a capital
    means nothing. `bracketed` words stand in square brackets. `part` counts the pieces of a claim that were joined
    (by an ellipsis, or by the words between two quotations). Offsets are code points.
    """

    start: int
    end: int
    form: str
    kind: ItemKind = ItemKind.WORD
    quantity: Quantity | None = None
    date: DateMention | None = None
    capital: bool = False
    leads: bool = False
    bracketed: bool = False
    part: int = 0


_BRACKETED_LETTER = re.compile(r"\[(\w)\](\w+)")
_BRACKETS = re.compile(r"\[[^\[\]]{0,80}\]")
_LEADS = re.compile(r"(?:[.!?:;\n“”\"‘(\[—–]|\A)[\s\"“‘'(\[]*$")
_BARE_WORDS = frozenset({"one", "once", "first", "second", "third", "half", "a"})


def read_items(text: str, within: Span, published: str | None, part: int = 0) -> list[Item]:
    """Read a stretch into items, in text order.

    `published` is the ISO date that relative dates are resolved against. A quantity or date takes the place of its
    words; single number words that are often no numbers (`one`, `first`) stay words but share the number's form.
    """
    values = _values(text, within, published, part)
    brackets = [match.span() for match in _BRACKETS.finditer(text, within.start, within.end)]
    items: list[Item] = []
    at = 0
    for token in _tokens(text, within):
        while at < len(values) and values[at].end <= token.start:
            items.append(values[at])
            at += 1
        if at < len(values) and values[at].start < token.end:
            continue
        items.append(_word(text, token, brackets, part))
    return items + values[at:]


def _values(text: str, within: Span, published: str | None, part: int) -> list[Item]:
    """Return the quantities and dates as items, in text order; a date wins over a quantity at the same place."""
    mentions = find_dates(text, within, published)
    mentions += find_feasts(text, within, mentions)
    dates = [Item(m.start, m.end, _date_form(text, m), ItemKind.DATE, date=m, part=part) for m in mentions]
    quantities = [
        Item(q.start, q.end, quantity_form(q), ItemKind.QUANTITY, quantity=q, part=part)
        for q in (
            _with_weight(text, _with_metres(text, _with_age(text, quantity)))
            for quantity in find_quantities(text, within, mentions)
        )
        if text[q.start : q.end].casefold() not in _BARE_WORDS
    ]
    return sorted(dates + quantities, key=lambda item: item.start)


def _with_age(text: str, quantity: Quantity) -> Quantity:
    """Return a bare number that is printed as somebody's age (`Ida Crane, 34, ...`) in years."""
    is_bare = quantity.unit == "" and quantity.high is None and 0 < quantity.value <= _OLDEST
    if not is_bare or not text[quantity.start : quantity.end].isdigit():
        return quantity
    return msgspec.structs.replace(quantity, unit="year") if _stands_as_age(text, quantity) else quantity


def _stands_as_age(text: str, place: Quantity | Item) -> bool:
    before, after = text[max(0, place.start - 24) : place.start], text[place.end : place.end + 1]
    word = _BEFORE_AGE.search(before)
    if word is None or word[1].casefold() in _NO_NAMES:
        return before.endswith("aged ")
    return after in (",", ")") or (after in (".", ";") and word[1][0].isupper())


def _with_weight(text: str, quantity: Quantity) -> Quantity:
    """Return pounds as a weight where the words beside them tell that something is weighed."""
    if quantity.unit != "GBP" or not text[quantity.start : quantity.end].casefold().endswith(("pounds", "pound")):
        return quantity
    before, after = text[max(0, quantity.start - 30) : quantity.start], text[quantity.end : quantity.end + 24]
    is_weight = _WEIGHS.search(before) or _KILOGRAMS.match(after)
    return msgspec.structs.replace(quantity, unit="pound_weight") if is_weight else quantity


def _with_metres(text: str, quantity: Quantity) -> Quantity:
    """Return a bare number before a lone `m` in metres: millions are printed without the space, or with a currency."""
    if quantity.unit or not _METRES.match(text, quantity.end):
        return quantity
    return msgspec.structs.replace(quantity, unit="m", end=quantity.end + 2)


def is_printed_age(item: Item, text: str) -> bool:
    """Return whether a figure is an age put in between commas: a remark on a person, and not what is claimed."""
    return item.quantity is not None and item.quantity.unit == "year" and _stands_as_age(text, item)


_OLDEST = 120
_BEFORE_AGE = re.compile(r"([^\W\d_]{2,}), $")
_NO_NAMES = frozenset({"for", "against", "yes", "no", "abstentions", "total", "in", "on", "by", "at", "of"})
_WEIGHS = re.compile(r"\b(?:weigh(?:s|ed|ing)?|weight|lighter|heavier)\b[^.;]*$", re.IGNORECASE)
_KILOGRAMS = re.compile(r"\s*[(,]\s*(?:about |some |nearly )?[\d.,]+\s?(?:kg|kilo)", re.IGNORECASE)
_METRES = re.compile(r"[ \u00a0]m(?![\w²³])")


def _date_form(text: str, mention: DateMention) -> str:
    """Return the form that equal dates share; of a relative one its words, for what they mean is told by `date`."""
    if mention.relative or not mention.iso:
        return " ".join(text[mention.start : mention.end].casefold().split())
    return f"{mention.iso}|"


def join_split_words(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    """Join two neighbouring words that the other side prints as one (`co-op`, `coop`)."""
    wholes = {item.form for item in others if item.kind is ItemKind.WORD and len(item.form) > 3}
    joined: list[Item] = []
    for item in items:
        before = joined[-1] if joined else None
        if (
            before
            and before.kind is item.kind is ItemKind.WORD
            and before.part == item.part
            and before.form + item.form in wholes
        ):
            joined[-1] = msgspec.structs.replace(before, end=item.end, form=before.form + item.form)
        else:
            joined.append(item)
    return joined


def quantity_form(quantity: Quantity) -> str:
    """Return the form that equal quantities share."""
    high = "" if quantity.high is None else f"-{quantity.high:.10g}"
    return f"{quantity.value:.10g}{high}|{quantity.unit}"


def _tokens(text: str, within: Span) -> list[Token]:
    """Return the words, with `[Y]ou` as the one word `you`."""
    tokens = find_words(text, within)
    for match in _BRACKETED_LETTER.finditer(text, within.start, within.end):
        inside = [token for token in tokens if match.start() <= token.start and token.end <= match.end()]
        if len(inside) == 2:
            at = tokens.index(inside[0])
            tokens[at : at + 2] = [Token(match.start(), match.end(), inside[0].form + inside[1].form)]
    return tokens


def _word(text: str, token: Token, brackets: list[tuple[int, int]], part: int) -> Item:
    capital = text[token.start].isupper()
    return Item(
        token.start,
        token.end,
        token.form,
        capital=capital,
        leads=capital and bool(_LEADS.search(text[max(0, token.start - 4) : token.start])),
        bracketed=any(start < token.start and token.end <= end for start, end in brackets),
        part=part,
    )


def is_in_score(item: Item, text: str) -> bool:
    """Return whether a figure is one of the two of a result (`24-19`)."""
    return bool(
        re.match(r"[-\u2010-\u2013]\d", text[item.end : item.end + 2])
        or re.search(r"\d[-\u2010-\u2013]$", text[max(0, item.start - 2) : item.start])
    )
