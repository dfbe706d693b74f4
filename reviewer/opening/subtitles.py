"""Reads subtitles (SubRip and WebVTT): what was said is the text, the time codes stand before it as locators."""

import re
from collections.abc import Iterator

import msgspec

from reviewer.formats.encoding import decode
from reviewer.formats.text_builder import LINE_GAP, PARAGRAPH_GAP, TextBuilder
from reviewer.model.document import BlockKind, Furniture
from reviewer.opening.reading import Reading

MEDIA_TYPE = "text/vtt"
_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^ >]*)?[ \t]+([^>]{1,80})>")
_TAG = re.compile(r"</?(?:[biuc]|v|font|lang|ruby|rt|\d{1,2}:[\d:.]+)(?:[ .][^>]{0,200})?>|\{\\[^}]{0,40}\}")
_LABEL = re.compile(r"(?:-\s|>>|[A-Z][\w.’' -]{1,40}:\s)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_LONGEST = 700
"""Code points after which a paragraph ends at the next end of a sentence."""
_PAUSE = 4.0
"""Seconds of silence that part two paragraphs."""


class Cue(msgspec.Struct, frozen=True):
    """What is shown at once: `start` and `end` in seconds, `voice` empty when the file names none."""

    start: float
    end: float
    voice: str
    words: str


def read_subtitles(content: bytes) -> Reading:
    """Read a file of subtitles: cues that run on are one paragraph, under the time code of its first one.

    A quotation may run over several cues, so their words are joined; a change of voice, a pause or the end of a
    sentence after a while parts them. Time codes are page furniture.
    """
    text, notices = decode(content)
    out = TextBuilder()
    paragraph: list[Cue] = []
    for cue in cues_of(text.replace("\r\n", "\n").replace("\r", "\n")):
        if paragraph and _parts(paragraph, cue):
            _write(out, paragraph)
            paragraph = []
        paragraph.append(cue)
    if paragraph:
        _write(out, paragraph)
    return Reading(MEDIA_TYPE, out.text, tuple(out.blocks), notices=notices)


def cues_of(text: str) -> Iterator[Cue]:
    """Yield the cues that say anything, in the order of the file."""
    timings = list(_TIMING.finditer(text))
    for timing, following in zip(timings, [*timings[1:], None], strict=True):
        body = text[timing.end() : following.start() if following else len(text)]
        if following:
            body = _without_name_of_next(body)
        body = body.strip("\n")
        voice = _VOICE.search(body)
        words = " ".join(_TAG.sub("", _VOICE.sub("", body.split("\n\n")[0])).split())
        if words:
            start, end = (_seconds(timing.groups()[at : at + 4]) for at in (0, 4))
            yield Cue(start, end, voice[1].strip() if voice else "", words)


def _without_name_of_next(body: str) -> str:
    """Cut the number or name of the next cue: the line right above its time, a number or under an empty line."""
    head, _, last = body.removesuffix("\n").rpartition("\n")
    return head if last.strip().isdigit() or head.endswith("\n") else body


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (int(part or 0) for part in parts)
    return 3600.0 * hours + 60.0 * minutes + seconds + fraction / float(10 ** len(parts[3] or "0"))


def _parts(paragraph: list[Cue], cue: Cue) -> bool:
    last = paragraph[-1]
    if cue.voice != last.voice or cue.start - last.end > _PAUSE or _LABEL.match(cue.words):
        return True
    return sum(len(one.words) for one in paragraph) > _LONGEST and bool(_SENTENCE_END.search(last.words))


def _write(out: TextBuilder, paragraph: list[Cue]) -> None:
    whole = int(paragraph[0].start)
    code = f"[{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}]"
    out.add(code, BlockKind.PARAGRAPH, Furniture.OTHER, gap=PARAGRAPH_GAP)
    voice = f"{paragraph[0].voice}: " if paragraph[0].voice else ""
    out.add(voice + " ".join(cue.words for cue in paragraph), BlockKind.PARAGRAPH, gap=LINE_GAP)
