"""What may be said on the command line."""

import argparse
import datetime
import re
from pathlib import Path

from reviewer import __version__
from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Box
from reviewer.model.packet import PacketFormat, Profile
from reviewer.model.redaction import PageBox

_SIDE = r"(-?[\d.]{1,12})"
_AREA = re.compile(rf"(\d{{1,9}}):{_SIDE},{_SIDE},{_SIDE},{_SIDE}", re.ASCII)


def files_parser() -> argparse.ArgumentParser:
    """Return the parser of a line that opens the window."""
    parser = argparse.ArgumentParser(
        prog="reviewer",
        description="Checks an article against its sources. Without a command it opens the window.",
        epilog="Commands: check, packet, import, sample, redact, verify; each has --help (reviewer check --help).",
    )
    parser.add_argument("--version", action="version", version=f"Reviewer {__version__}")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="the article, then its sources")
    return parser


def commands_parser() -> argparse.ArgumentParser:
    """Return the parser of a line that begins with a command."""
    parser = argparse.ArgumentParser(prog="reviewer")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print the findings without a window")
    check.add_argument("article", nargs="+", type=Path, metavar="ARTICLE")
    check.add_argument("--source", action="append", default=[], type=Path, metavar="FILE")
    check.add_argument("--published", type=_iso_date, metavar="YYYY-MM-DD")
    check.add_argument("--json", metavar="OUT|-", help="write JSON to a file, or to standard output")
    check.add_argument("--instant", action="store_true", help="without the language model")
    packet = _add_packet(commands)
    taken = _add_import(commands)
    sample = commands.add_parser("sample", help="open the shipped sample review")
    sample.add_argument("--out", type=Path, metavar="DIR", help="write its packet there instead of opening it")
    redact = commands.add_parser("redact", help="write a copy of a file without the words or areas named")
    redact.add_argument("input", type=Path, metavar="IN", help="a PDF, DOCX, HTML, text or mail file")
    redact.add_argument("output", type=Path, metavar="OUT", help="the copy; its log is saved beside it")
    kinds = [kind.value for kind in SensitiveKind if kind is not SensitiveKind.EMBARGO]
    redact.add_argument("--pattern", type=_kinds, default=(), metavar="phone,email", help=f"of {', '.join(kinds)}")
    where = "pages from 1, points from the top left of the page as displayed; may be repeated"
    redact.add_argument("--area", action="append", default=[], type=_area, metavar="PAGE:x0,y0,x1,y1", help=where)
    redact.add_argument(
        "--regex", action="append", default=[], metavar="RE", help="in Python's syntax; may be repeated"
    )
    redact.add_argument("--code", default="", metavar="CODE", help="the reason printed in each box")
    verify = commands.add_parser("verify", help="look for words in a file in every way they could be recovered")
    verify.add_argument("input", type=Path, metavar="FILE")
    for command in (redact, verify):
        command.add_argument(
            "--term", action="append", default=[], metavar="TEXT", help="a name or words; may be repeated"
        )
        command.add_argument("--terms-file", type=Path, metavar="FILE", help="terms, one a line")
    for command in (check, packet, taken, redact, verify):
        command.add_argument("--password-file", type=Path, metavar="FILE", help="passwords, one a line")
    return parser


def _add_packet(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    packet = commands.add_parser("packet", help="write a review packet, without what is marked in the review")
    packet.add_argument("input", type=Path, metavar="ARTICLE|REVIEW.review")
    packet.add_argument("--source", action="append", default=[], type=Path, metavar="FILE")
    packet.add_argument("--out", required=True, type=Path, metavar="DIR")
    packet.add_argument("--format", type=_formats, default=("pdf",), metavar="pdf,docx")
    packet.add_argument("--profile", choices=[profile.value for profile in Profile], default=Profile.DESK.value)
    packet.add_argument("--claims", metavar="C01,C04", help="the claims that an outside packet takes")
    packet.add_argument("--tracked", action="store_true", help="corrections as tracked changes in the DOCX")
    packet.add_argument("--xfdf", action="store_true", help="also the annotations of the PDF as XFDF")
    packet.add_argument("--claim-review", action="store_true", help="also the judged claims as schema.org ClaimReview")
    packet.add_argument("--published", type=_iso_date, metavar="YYYY-MM-DD")
    return packet


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    taken = commands.add_parser("import", help="make a review of a review.json, or of a packet that carries one")
    taken.add_argument("input", type=Path, metavar="REVIEW.json|PACKET.pdf")
    taken.add_argument("article", type=Path, metavar="ARTICLE", help="the very file that was reviewed")
    taken.add_argument("--source", action="append", default=[], type=Path, metavar="FILE")
    taken.add_argument("--published", type=_iso_date, metavar="YYYY-MM-DD")
    taken.add_argument("--out", required=True, type=Path, metavar="FILE.review", help="a new file")
    return taken


def _iso_date(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-09-16") from None


def _formats(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().casefold() for name in text.split(",")))
    if unknown := [name for name in names if name not in {known.value for known in PacketFormat}]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is not a packet format; use pdf, docx or both")
    return names


def _kinds(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().casefold() for name in text.split(",")))
    if unknown := [name for name in names if name not in {known.value for known in SensitiveKind}]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is no kind of sensitive data")
    return names


def _area(text: str) -> PageBox:
    parts = _AREA.fullmatch(text.replace(" ", ""))
    try:
        page, *sides = parts.groups() if parts else ("0",)
        box = Box(*map(float, sides))
    except (TypeError, ValueError):
        raise argparse.ArgumentTypeError(f"{text!r} is not an area such as 1:72,90,300,110") from None
    if int(page) < 1 or box.width <= 0 or box.height <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is an area without extent, or before page 1")
    return PageBox(int(page), box)
