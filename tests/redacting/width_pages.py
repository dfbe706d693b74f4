"""Pages that say the same but for one surname, set in a real font in the ways in which programs set lines.

A setting is a function from names to one PDF with a page for each. Lines break where they would, so that longer names
push words to the next line.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name

from reviewer.assets import resource

SENTENCE = (
    "In the spring the harbour office asked {} whether the boats could leave an hour later, and the answer came by "
    "post on a Friday morning."
)
_WIDTH, _SIZE, _LEADING = 300.0, 11.0, 15.0
_LEFT, _TOP = 50.0, 340.0
Setting = Callable[[Sequence[str]], bytes]


@dataclass
class Face:
    """The shipped serif font in a PDF: advances in thousandths of an em, one byte a letter."""

    pdf: pikepdf.Pdf
    font: pymupdf.Font = field(default_factory=lambda: pymupdf.Font(fontfile=str(_path())))

    def object(self) -> pikepdf.Object:
        program = self.pdf.make_stream(_path().read_bytes())
        program.Length1 = len(program.read_bytes())
        widths = [self.advance(chr(code)) for code in range(32, 127)]
        descriptor = self.pdf.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor, FontName=Name.Serif, Flags=32, FontBBox=Array([-200, -300, 1200, 1000]),
                ItalicAngle=0, Ascent=900, Descent=-250, CapHeight=650, StemV=80, FontFile2=program,
            )
        )  # fmt: skip
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Serif, FirstChar=32, LastChar=126,
                Widths=Array(widths), Encoding=Name.WinAnsiEncoding, FontDescriptor=descriptor,
            )
        )  # fmt: skip

    def advance(self, letter: str) -> float:
        return round(self.font.glyph_advance(ord(letter)) * 1000, 2)

    def width(self, words: str, size: float = _SIZE) -> float:
        return sum(self.advance(letter) for letter in words) * size / 1000


def _path():
    return resource("fonts/CharisSIL-Regular.ttf")


def _broken(face: Face, text: str, width: float = _WIDTH) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and face.width(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


Painter = Callable[[Face, list[str]], str]


def setting(painter: Painter, text: str = SENTENCE, width: float = _WIDTH, **page: object) -> Setting:
    """Return a setting that breaks a text into lines and paints them."""

    def build(names: Sequence[str]) -> bytes:
        pdf = pikepdf.new()
        face = Face(pdf)
        font = face.object()
        for name in names:
            pdf.add_blank_page(page_size=(400, 400))
            made = pdf.pages[-1].obj
            made.Resources = Dictionary(Font=Dictionary(F1=font))
            made.Contents = pdf.make_stream(painter(face, _broken(face, text.format(name, name), width)).encode())
            for key, value in page.items():
                made[f"/{key}"] = Array(value) if isinstance(value, list) else value
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
        return buffer.getvalue()

    return build


def ragged(_face: Face, lines: list[str]) -> str:
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F1 {_SIZE} Tf {_LEADING} TL {_LEFT} {_TOP} Td {shown} ET"


def _slack(face: Face, lines: list[str], number: int) -> float:
    return _WIDTH - face.width(lines[number]) if number < len(lines) - 1 else 0.0


def by_word_spacing(face: Face, lines: list[str]) -> str:
    shown = [f"BT /F1 {_SIZE} Tf {_LEADING} TL {_LEFT} {_TOP} Td"]
    for number, line in enumerate(lines):
        shown.append(f"{_slack(face, lines, number) / max(1, line.count(' ')):.4f} Tw ({line}) Tj T*")
    return "\n".join([*shown, "ET"])


def by_letter_spacing(face: Face, lines: list[str]) -> str:
    shown = [f"BT /F1 {_SIZE} Tf {_LEADING} TL {_LEFT} {_TOP} Td"]
    for number, line in enumerate(lines):
        shown.append(f"{_slack(face, lines, number) / len(line):.4f} Tc ({line}) Tj T*")
    return "\n".join([*shown, "ET"])


def by_stretching(face: Face, lines: list[str]) -> str:
    shown = [f"BT /F1 {_SIZE} Tf {_LEADING} TL {_LEFT} {_TOP} Td"]
    for number, line in enumerate(lines):
        width = face.width(line)
        shown.append(f"{100 * (width + _slack(face, lines, number)) / width:.3f} Tz ({line}) Tj T*")
    return "\n".join([*shown, "ET"])


def by_kerning(face: Face, lines: list[str]) -> str:
    shown = []
    for number, line in enumerate(lines):
        gap = -_slack(face, lines, number) / max(1, line.count(" ")) / _SIZE * 1000
        words = f" {gap:.2f} ".join(f"({word} )" for word in line.split())
        shown.append(f"BT /F1 {_SIZE} Tf {_LEFT} {_TOP - _LEADING * number} Td [{words}] TJ ET")
    return "\n".join(shown)


def word_by_word(face: Face, lines: list[str]) -> str:
    shown = []
    for number, line in enumerate(lines):
        gap = _slack(face, lines, number) / max(1, line.count(" "))
        x = _LEFT
        for word in line.split():
            shown.append(f"BT /F1 {_SIZE} Tf 1 0 0 1 {x:.3f} {_TOP - _LEADING * number} Tm ({word}) Tj ET")
            x += face.width(word + " ") + gap
    return "\n".join(shown)


def letter_by_letter(face: Face, lines: list[str]) -> str:
    shown = [f"BT /F1 {_SIZE} Tf"]
    for number, line in enumerate(lines):
        for at, letter in enumerate(line):
            x = _LEFT + round(face.width(line[:at]) * 600 / 72) * 72 / 600
            shown.append(f"1 0 0 1 {x:.2f} {_TOP - _LEADING * number} Tm ({letter}) Tj")
    return "\n".join([*shown, "ET"])


def by_matrices(face: Face, lines: list[str]) -> str:
    shown = ["q 0.24 0 0 0.24 0 0 cm"]
    for number, line in enumerate(lines):
        x, y = _LEFT / 0.24, (_TOP - _LEADING * number) / 0.24
        for word in line.split():
            step = face.width(word + " ") / 0.24
            clip = f"0 -10 {step:.2f} 60 re W n"
            shown.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {clip} BT /F1 {_SIZE / 0.24:.2f} Tf 0 0 Td ({word}) Tj ET Q")
            x += step
    return "\n".join([*shown, "Q"])


def underlined(face: Face, lines: list[str]) -> str:
    rules = [ragged(face, lines)]
    for number, line in enumerate(lines):
        x, y = _LEFT, _TOP - _LEADING * number
        for word in line.split():
            width = face.width(word)
            if word[:1].isupper():
                rules.append(f"0 0 1 rg {x:.2f} {y - 1.6:.2f} {width:.2f} 0.5 re f 0 g")
            x += width + face.width(" ")
    return "\n".join(rules)


def highlighted(face: Face, lines: list[str]) -> str:
    rules = []
    for number, line in enumerate(lines):
        x, y = _LEFT, _TOP - _LEADING * number
        for word in line.split():
            width = face.width(word)
            if word[:1].isupper():
                rules.append(f"1 1 0 rg {x - 1:.2f} {y - 3:.2f} {width + 2:.2f} 13 re f 0 g")
            x += width + face.width(" ")
    return "\n".join([*rules, ragged(face, lines)])


def centred(face: Face, lines: list[str]) -> str:
    places = ((_LEFT + (_WIDTH - face.width(line)) / 2, line) for line in lines)
    return "\n".join(
        f"BT /F1 {_SIZE} Tf {x:.3f} {_TOP - _LEADING * number} Td ({line}) Tj ET"
        for number, (x, line) in enumerate(places)
    )


def set_right(face: Face, lines: list[str]) -> str:
    places = ((_LEFT + _WIDTH - face.width(line), line) for line in lines)
    return "\n".join(
        f"BT /F1 {_SIZE} Tf {x:.3f} {_TOP - _LEADING * number} Td ({line}) Tj ET"
        for number, (x, line) in enumerate(places)
    )


def in_a_row(face: Face, lines: list[str]) -> str:
    """Paint a table row in one operator, the name in its first cell."""
    rows = []
    for number, (first, second) in enumerate(
        ((" ".join(lines), "Sallowmere"), ("Office", "Orby"), ("Quay", "Dunwick"))
    ):
        gap = -(180 - face.width(first)) / _SIZE * 1000
        rows.append(f"BT /F1 {_SIZE} Tf {_LEFT} {_TOP - 20 * number} Td [({first}) {gap:.3f} ({second})] TJ ET")
    return "\n".join(rows)


def hyphenated(face: Face, lines: list[str]) -> str:
    """Paint a paragraph in which the name is parted over two lines."""
    text = " ".join(lines).split()
    at = next(number for number, word in enumerate(text) if word.startswith("?"))
    name = text[at][1:]
    half = max(2, len(name) // 2)
    first, second = [*text[:at], name[:half] + "-"], [name[half:], *text[at + 1 :]]
    rest = _broken(face, " ".join(second))
    return ragged(face, [" ".join(first), *rest])


def by_story(names: Sequence[str]) -> bytes:
    """Return pages typeset by MuPDF's own justifying typesetter."""
    document = pymupdf.open()
    for name in names:
        page = document.new_page(width=400, height=400)
        page.insert_htmlbox(
            pymupdf.Rect(50, 50, 350, 350),
            f"<p>{SENTENCE.format(name)}</p>",
            css="p {text-align: justify; font-size: 11px}",
        )
    return bytes(document.tobytes(garbage=4, deflate=True))


def linked(names: Sequence[str]) -> bytes:
    """Return pages on which each name is a link."""
    with pymupdf.open(stream=setting(ragged)(names)) as document:
        for page, name in zip(document, names, strict=True):
            for box in page.search_for(name):
                page.insert_link({"kind": pymupdf.LINK_URI, "from": box, "uri": "https://harbour.example/people"})
        return bytes(document.tobytes(garbage=4, deflate=True))


_START = "{} asked whether the boats could leave an hour later, and the answer came by post on a Friday."
_END = "In the spring the harbour office asked for a list, and the answer came by post from {}"
_TWO = "On Friday {} and the son of {} saw the boat."
_LATE = "When on that morning in the spring the old harbour office asked {}, nobody knew how late the boats were to go."
SETTINGS: dict[str, Setting] = {
    "ragged": setting(ragged),
    "justified by word spacing": setting(by_word_spacing),
    "justified by letter spacing": setting(by_letter_spacing),
    "justified by stretching": setting(by_stretching),
    "justified by kerning": setting(by_kerning),
    "justified word by word": setting(word_by_word),
    "justified by a typesetter": by_story,
    "letters placed at 600 dpi": setting(letter_by_letter),
    "words in matrices and clips": setting(by_matrices),
    "name begins the line": setting(ragged, _START),
    "name ends the line": setting(ragged, _END),
    "name at the end of a full line": setting(by_word_spacing, _LATE),
    "two names on one line": setting(ragged, _TWO),
    "two names, justified": setting(by_word_spacing, _TWO + " Nobody else did, for it was dark by then and wet."),
    "name parted over two lines": setting(
        hyphenated, "Then the office asked ?{} whether boats could leave late on Friday."
    ),
    "possessive": setting(by_kerning, SENTENCE.replace("asked {}", "took {}'s list and asked")),
    "narrow column": setting(ragged, SENTENCE, 90.0),
    "underlined": setting(underlined),
    "highlighted": setting(highlighted),
    "centred": setting(centred),
    "set to the right": setting(set_right),
    "table row in one operator": setting(in_a_row, "{}"),
    "turned page": setting(by_word_spacing, SENTENCE, Rotate=90),
    "link on the name": linked,
}
"""Name of a setting to what builds it."""
