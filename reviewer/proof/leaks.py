"""The attack on a finished file for what its readers must not get."""

import re
import unicodedata
from collections.abc import Sequence

from reviewer.model.packet import PacketFile
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.proof.runs import runs_of, runs_only_in
from reviewer.proof.strings import strings_in


def refuse_leaks(
    file: PacketFile, withheld_texts: Sequence[str], withheld_names: Sequence[str], excused: Sequence[str]
) -> None:
    """Look for withheld words in all the text of a file.

    `withheld_texts`: no run of five words of them may be found that does not also stand in one of `excused`.
    `withheld_names`: may not be found as whole words at all. Raises ReviewerError with PACKET_LEAKS, naming the file
    and the place but never the words.
    """
    runs = runs_only_in(withheld_texts, excused)
    names = [_name_pattern(name) for name in withheld_names if name.strip()]
    if not runs and not names:
        return
    for where, text in strings_in(file):
        if runs and not runs.isdisjoint(runs_of(text)):
            raise ReviewerError(
                ProblemCode.PACKET_LEAKS, what="a withheld note or passage", where=f"{file.name}, {where}"
            )
        folded = _folded(text)
        if any(name.search(folded) for name in names):
            raise ReviewerError(ProblemCode.PACKET_LEAKS, what="a withheld name", where=f"{file.name}, {where}")


def _name_pattern(name: str) -> re.Pattern[str]:
    words = re.escape(_folded(name).strip()).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
