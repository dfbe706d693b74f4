"""Surnames put together from syllables: varied in length, none of them meant to be anybody's."""

import random

_FIRST = ("Ba", "Bre", "Ca", "Cro", "Da", "Dre", "El", "Fa", "Fle", "Ga", "Gri", "Ha", "Hol", "I", "Ja", "Ka", "Kli")
_MORE = ("La", "Lu", "Ma", "Mil", "Na", "No", "O", "Pa", "Pri", "Qui", "Ra", "Ru", "Sa", "Sti", "Ta", "Tre", "U", "Wi")
_MIDDLE = ("l", "m", "ri", "st", "nd", "ver", "ll", "ck", "nt", "mil", "wor", "f", "sh", "ten", "gar", "tti", "j", "th")
_LAST = (
    "er",
    "on",
    "i",
    "ell",
    "y",
    "man",
    "ow",
    "ins",
    "is",
    "ard",
    "ey",
    "ov",
    "wick",
    "son",
    "um",
    "oss",
    "il",
    "k",
)


def surnames(count: int, seed: int = 7) -> list[str]:
    """Return different surnames of 3 to 14 letters, about as many of each length as the syllables allow."""
    draw = random.Random(seed)
    by_length: dict[int, dict[str, None]] = {length: {} for length in range(3, 15)}
    for _ in range(count * 200):
        middle = "".join(draw.choice(_MIDDLE) for _ in range(draw.randrange(0, 5)))
        name = draw.choice(_FIRST + _MORE) + middle + draw.choice(_LAST)
        if 3 <= len(name) <= 14:
            by_length[len(name)][name] = None
    piles = [list(names) for names in by_length.values()]
    for pile in piles:
        draw.shuffle(pile)
    found: list[str] = []
    while len(found) < count:
        for pile in piles:
            if pile and len(found) < count:
                found.append(pile.pop())
    return found
