"""Ways to keep a word in plain text, mails, archives and pictures."""

import base64
import bz2
import gzip
import io
import quopri
import tarfile
import zlib
from collections.abc import Callable

from tests.documents.mail_builder import build_mail, file_part, message_part, multipart, text_part
from tests.proof.pdf_way_tools import coded, picture
from tests.proof.pdf_ways_file import zipped
from tests.proof.ways import Build, Ways
from tests.redacting.docx_package_builder import Package, par

TEXT = Ways("text", "notes.txt")
MAIL = Ways("mail", "letter.eml")
FILES = Ways("file", "all.zip")
PICTURES = Ways("picture", "scan.png")


def _line(words: Callable[[str], str], encoding: str = "utf-8") -> Build:
    return lambda word: f"The harbour stayed shut.\r\n{words(word)}\r\nNobody was aboard.\r\n".encode(encoding)


def _base64(text: str, encoding: str = "utf-8") -> str:
    return base64.b64encode(text.encode(encoding)).decode()


for name, build in {
    "plain": _line(lambda word: f"They met {word} there."),
    "in capitals": _line(lambda word: word.upper()),
    "with an ending": _line(lambda word: f"It was {word}’s boat."),
    "broken at a line's end": _line(lambda word: f"then {word[:4]}-\r\n{word[4:]} left"),
    "letterspaced": _line(lambda word: " ".join(word)),
    "overstruck": _line(lambda word: "".join(f"{one}\b{one}" for one in word)),
    "underlined by backspaces": _line(lambda word: "".join(f"_\b{one}" for one in word)),
    "corrected by backspaces": _line(lambda word: f"{word[:3]}xy\b\b{word[3:]}"),
    "overstruck as a whole": _line(lambda word: f"then xxxxxxx{7 * chr(8)}{word} left"),
    "overstruck letters after it": _line(lambda word: f"then {word}{7 * chr(8)}xxxxxxx left"),
    "rubbed out by backspaces": _line(lambda word: f"then {word}{7 * chr(8)} left"),
    "backwards by marks": _line(lambda word: f"\u202e{word[::-1]}\u202c left"),
    "backwards with an open mark": _line(lambda word: f"then \u202e{word[::-1]}"),
    "half backwards": _line(lambda word: f"then {word[:3]}\u202e{word[:2:-1]}\u202c left"),
    "in full width": _line(lambda word: "".join(chr(ord(one) + 0xFEE0) for one in word)),
    "in private letters": _line(lambda word: "".join(chr(ord(one) + 0xF000) for one in word)),
    "in tag characters": _line(lambda word: "".join(chr(ord(one) + 0xE0000) for one in word)),
    "in variation selectors": _line(lambda word: "😀" + "".join(chr(0xE0100 + ord(one) - 16) for one in word)),
    "in a file name in small letters": _line(lambda word: f"see maria{word.lower()}scan.png"),
    "in UTF-16": _line(lambda word: f"Café {word}", "utf-16"),
    "in UTF-32": _line(lambda word: f"Café {word}", "utf-32"),
    "in base64": _line(lambda word: _base64(f"it was {word} who")),
    "in base64 twice": _line(lambda word: _base64(_base64(f"it was {word} who"))),
    "in base64 of UTF-16": _line(lambda word: _base64(f"it was {word} who", "utf-16-le")),
    "in hexadecimal": _line(lambda word: f"it was {word} who".encode().hex(" ")),
    "in quoted-printable": _line(lambda word: f"é {word[:3]}={ord(word[3]):02X}{word[4:]}"),
    "in percent escapes": _line(lambda word: f"/{word[:3]}%{ord(word[3]):02x}{word[4:]}"),
    "in entities": _line(lambda word: f"{word[:3]}&#{ord(word[3])};{word[4:]}"),
    "in JSON escapes": _line(lambda word: '{"name": "' + f"{word[:3]}\\u{ord(word[3]):04x}{word[4:]}" + '"}'),
    "in a file name": _line(lambda word: f"see Maria{word}Scan.png"),
    "in a folded address": _line(lambda word: f"https://a.example/maria{word.lower()}/"),
    "in rich text": lambda word: b"{\\rtf1 " + "".join(f"\\'{ord(one):02x}" for one in word).encode() + b"}",
}.items():  # fmt: skip
    TEXT.named(name, build)


def _sent(part: Callable[[str], bytes]) -> Build:
    return lambda word: build_mail(multipart("mixed", [text_part("The harbour stayed shut."), part(word)]))


def _headed(line: Callable[[str], str]) -> Build:
    return lambda word: f"{line(word)}\r\n".encode() + build_mail(text_part("The harbour stayed shut."))


def _coded(text: str) -> bytes:
    return b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(text.encode())


for name, build in {
    "in the text": _sent(lambda word: text_part(f"They met {word}.")),
    "in the subject": _headed(lambda word: f"Subject: about {word}"),
    "in a coded header": _headed(lambda word: f"X-Note: =?utf-8?B?{_base64('é ' + word)}?="),
    "in a header in two pieces": _headed(lambda word: f"X-Note: =?utf-8?Q?{word[:3]}?= =?utf-8?Q?{word[3:]}?="),
    "as the name of a header": _headed(lambda word: f"X-{word}: yes"),
    "in base64": _sent(lambda word: _coded(f"They met {word} there.")),
    "in quoted-printable": _sent(lambda word: b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(f"é {word[:3]}".encode()) + b"=\r\n" + word[3:].encode()),
    "in HTML over elements": _sent(lambda word: text_part(f"<p>{word[:3]}<b>{word[3:]}</b></p>", "html")),
    "as an attached file's name": _sent(lambda word: file_part(f"Maria{word}Scan.png", b"nothing")),
    "in an attached DOCX": _sent(lambda word: file_part("a.docx", Package(par(word[:3], word[3:])).build())),
    "in an attached PDF": _sent(lambda word: file_part("a.pdf", coded(word))),
    "in a message in it": _sent(lambda word: message_part(build_mail(_coded(f"They met {word} there.")))),
    "before the parts": lambda word: build_mail(multipart("mixed", [text_part("x")]).replace(b"\r\n\r\n", f"\r\n\r\n{word}\r\n".encode(), 1)),
    "behind the parts": lambda word: build_mail(multipart("mixed", [text_part("x")]) + f"{word}\r\n".encode()),
    "as a boundary": lambda word: build_mail(multipart("mixed", [text_part("x")], f"=_{word}_1")),
}.items():  # fmt: skip
    MAIL.named(name, build)


def _tarred(name: str, data: bytes) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return written.getvalue()


def _nested(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zipped("inner.zip", data)
    return data


for name, build in {
    "in a zip": lambda word: zipped("a.txt", f"They met {word}."),
    "in the name of an entry": lambda word: zipped(f"Maria{word}Scan.png", b"nothing"),
    "in a zip in a zip in a zip": lambda word: _nested(zipped("a.txt", f"They met {word}."), 2),
    "in a gzip file": lambda word: gzip.compress(f"They met {word}.".encode()),
    "in a bzip2 file": lambda word: bz2.compress(f"They met {word}.".encode()),
    "in a tar file": lambda word: _tarred("a.txt", f"They met {word}.".encode()),
    "in a packed tar file": lambda word: gzip.compress(_tarred("a.txt", f"They met {word}.".encode())),
    "in zlib data in a file of no kind": lambda word: b"\x00\x01DATA" + zlib.compress(f"They met {word} there.".encode()),
    "in a DOCX in a mail in a zip": lambda word: zipped("a.eml", build_mail(multipart("mixed", [file_part("a.docx", Package(par(word)).build())]))),
}.items():  # fmt: skip
    FILES.named(name, build)


@PICTURES.seen
def as_pixels(word: str) -> bytes:
    return picture(word).tobytes("png")


@PICTURES.seen
def in_a_zip(word: str) -> bytes:
    return zipped("scan.png", picture(word).tobytes("png"))
