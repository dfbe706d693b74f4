"""Numbers spelt out: `twelve hundred`, `nine million`, `two and a half`, `two thirds`, `third`."""

import re

UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True
    )
}
SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
SCALE_SIGNS = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "hundred": 1e2,
    "dozen": 12.0,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "lakhs": 1e5,
    "crores": 1e7,
    "lakh crore": 1e12,
    "lakh crores": 1e12,
    **SCALES,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "thirds": 3,
    "quarters": 4,
    "fifths": 5,
    "sixths": 6,
    "sevenths": 7,
    "eighths": 8,
    "ninths": 9,
    "tenths": 10,
}

_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_BIG = "hundred|thousand|lakh|million|crore|billion|trillion|dozen"
SPELT = (
    rf"(?:(?:an?|half\ an?|{_SMALL})(?=(?:[\s-]+(?:{_BIG})\b))|(?:{_SMALL}))\b"
    rf"(?:(?:[\s-]+and)?[\s-]+(?:{_SMALL}|{_BIG})\b)*"
)
"""The inside of a pattern for a number in words; whether it is one is for `value_of_words` to say."""

_WORD = re.compile(r"[a-z]+")


def value_of_words(printed: str) -> float | None:
    """Return the value of a number in words, or None when the words do not make one number.

    `two five` and `twenty thirty` are two numbers side by side and so none; `twelve hundred` is 1,200.
    """
    total, current, last_small = 0.0, 0.0, ""
    words = _WORD.findall(printed.casefold())
    if not words or words[0] == "and":
        return None
    if words[:2] in (["half", "a"], ["half", "an"]):
        words = ["half", *words[2:]]
    for place, word in enumerate(words):
        if word == "and":
            if last_small:
                return None
            continue
        if word in ("a", "an", "half") and place == 0:
            current = 0.5 if word == "half" else 1.0
        elif word in UNITS or word in TENS:
            if not _may_follow(last_small, word):
                return None
            current += UNITS.get(word, 0) + TENS.get(word, 0)
            last_small = word
            continue
        elif word == "hundred" or word == "dozen":
            if current > 99:
                return None
            current = (current or 1) * (100 if word == "hundred" else 12)
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0.0
        else:
            return None
        last_small = ""
    return total + current


def _may_follow(before: str, word: str) -> bool:
    return not before or (before in TENS and word in UNITS and 1 <= UNITS[word] <= 9)
