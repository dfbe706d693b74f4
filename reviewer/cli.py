"""The commands; the same flow as the window's, without a window."""

import argparse
import codecs
import datetime
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from reviewer import __version__, packet_workflow, preferences, redaction_workflow, workflow
from reviewer.assets import sample_files
from reviewer.clock import timestamp
from reviewer.exporting.check_report import detail_of, review_as_json
from reviewer.isolation.supervisor import Supervisor
from reviewer.model.analysis import Depth, SensitiveKind
from reviewer.model.finding import worst
from reviewer.model.geometry import Box
from reviewer.model.packet import PacketFormat, PacketOptions, Profile
from reviewer.model.problem import Problem, ProblemCode, ReviewerError, printable
from reviewer.model.redaction import PageBox, RedactionOrder
from reviewer.model.review import Review
from reviewer.model.verdict import Signature
from reviewer.reviewing.documents import DocumentShelf
from reviewer.reviewing.edits import DescribeReview
from reviewer.reviewing.schema import is_review
from reviewer.reviewing.session import Session
from reviewer.reviewing.store import ReviewFile

_Done = TypeVar("_Done")
OpenWindow = Callable[[Sequence[Path], bool], int]
"""Opens the window on files, or on the sample review; returns the exit code."""

_REFUSED, _USAGE, _UNREADABLE = 1, 2, 3
_EXIT_CODES = {
    ProblemCode.PACKET_LEAKS: _REFUSED,
    ProblemCode.PACKET_BROKEN: _REFUSED,
    ProblemCode.CANNOT_WRITE: _REFUSED,
    ProblemCode.DISK_FULL: _REFUSED,
    ProblemCode.STILL_RECOVERABLE: _REFUSED,
    ProblemCode.CANNOT_REDACT: _REFUSED,
    ProblemCode.NOTHING_TO_REDACT: _REFUSED,
    ProblemCode.MARK_LOST: _REFUSED,
    ProblemCode.BAD_EXPRESSION: _USAGE,
    ProblemCode.UNKNOWN_CLAIM: _USAGE,
    ProblemCode.ALREADY_THERE: _USAGE,
}
_SIDE = r"(-?[\d.]{1,12})"
_AREA = re.compile(rf"(\d{{1,9}}):{_SIDE},{_SIDE},{_SIDE},{_SIDE}", re.ASCII)


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Carry out a command line and return its exit code: 0 done, 1 refused, 2 usage, 3 unreadable input."""
    commands = {"check": _check, "packet": _packet, "sample": _sample, "redact": _redact, "verify": _verify}
    parser = _parser()
    try:
        if arguments and arguments[0] in commands:
            options = parser.parse_args(arguments)
            return commands[arguments[0]](options, open_window)
        return _window(_files_parser().parse_args(arguments), open_window)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else _USAGE
    except ReviewerError as error:
        return _fail(error)
    except KeyboardInterrupt:
        return _fail(ReviewerError(ProblemCode.CANCELLED, name="The command"))


def has_display() -> bool:
    """Return whether a window can be opened: there is a display server, or Qt was told to draw elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _window(options: argparse.Namespace, open_window: OpenWindow) -> int:
    if not has_display():
        print(
            "There is no display to open a window on; use `reviewer check` or `reviewer packet` instead.",
            file=sys.stderr,
        )
        return _REFUSED
    return open_window(options.files, False)


def _sample(options: argparse.Namespace, open_window: OpenWindow) -> int:
    if has_display() and not options.out:
        return open_window((), True)
    folder = options.out or Path(tempfile.mkdtemp(prefix="reviewer-sample-"))
    article, *sources = sample_files()
    return _make_packet(article, sources, options, folder, (PacketFormat.PDF, PacketFormat.DOCX), Profile.DESK)


def _check(options: argparse.Namespace, _: OpenWindow) -> int:
    with _children() as supervisor:
        reviews = [_reviewed(supervisor, path, options)[0] for path in options.article]
    results: list[dict[str, Any]] = [review_as_json(review) for review in reviews]
    if options.json is None:
        print("\n\n".join(_as_text(review) for review in reviews))
        return 0
    encoded = msgspec.json.format(msgspec.json.encode(results if len(results) > 1 else results[0]), indent=1)
    if options.json != "-":
        workflow.save_file(Path(options.json), encoded + b"\n")
    else:
        sys.stdout.buffer.write(encoded + b"\n")
        sys.stdout.buffer.flush()
    return 0


def _packet(options: argparse.Namespace, _: OpenWindow) -> int:
    formats = tuple(PacketFormat(name) for name in options.format)
    return _make_packet(options.input, options.source, options, options.out, formats, Profile(options.profile))


def _make_packet(
    source: Path,
    sources: Sequence[Path],
    options: argparse.Namespace,
    folder: Path,
    formats: tuple[PacketFormat, ...],
    profile: Profile,
) -> int:
    with ExitStack() as stack:
        supervisor = stack.enter_context(_children())
        if is_review(source):
            workflow.check_review_file(supervisor, source)
            file = ReviewFile(source, for_reading=True)
            stack.callback(file.close)
            review, _ = file.load()
            original, galley = file.original, file.galley
        else:
            options.source = sources
            review, shelf = _reviewed(supervisor, source, options)
            original, galley = shelf.original, shelf.galley
        wanted = PacketOptions(
            formats,
            profile,
            made_at=timestamp(),
            claims=_claim_ids(review, getattr(options, "claims", None)),
            xfdf=getattr(options, "xfdf", False),
            claim_review=getattr(options, "claim_review", False),
        )
        files = packet_workflow.make_packet(supervisor, review, wanted, original, galley)
    for path in workflow.save_files(files, folder):
        print(path)
    return 0


@contextmanager
def _children() -> Iterator[Supervisor]:
    supervisor = Supervisor()
    supervisor.start()
    try:
        yield supervisor
    finally:
        supervisor.close()


def _reviewed(supervisor: Supervisor, article: Path, options: argparse.Namespace) -> tuple[Review, DocumentShelf]:
    shelf = DocumentShelf()
    session = Session(shelf)
    review = workflow.review_files(
        supervisor,
        session,
        article,
        options.source,
        passwords=_passwords(getattr(options, "password_file", None)),
        published=getattr(options, "published", None),
        depth=Depth.WORDING if getattr(options, "instant", False) else Depth.FULL,
    )
    for document in (review.article, *review.sources):
        for notice in document.notices if document else ():
            print(f"{printable(document.name if document else '')}: {notice.code.value}", file=sys.stderr)
    _say_what_is_missing(review, first_pass_wanted=getattr(options, "instant", False))
    slug = Path(review.article.name if review.article else "").stem
    session.apply(DescribeReview(slug, review.desk.draft, "", ""))
    return session.review, shelf


def _say_what_is_missing(review: Review, first_pass_wanted: bool) -> None:
    article = review.article
    if article and review.analyses[article.id].depth is not Depth.FULL and not first_pass_wanted:
        print(Problem(ProblemCode.FIRST_PASS_ONLY, {"name": article.name}).sentence, file=sys.stderr)
    names = [review.display_id(claim.id) for claim in review.claims if not review.findings.get(claim.id)]
    if review.sources and names:
        print(Problem(ProblemCode.NOT_COMPARED, {"claims": ", ".join(names)}).sentence, file=sys.stderr)


def _redact(options: argparse.Namespace, _: OpenWindow) -> int:
    if options.output.exists() and options.input.exists() and options.output.samefile(options.input):
        return _usage("redact", "OUT must be another file than IN: the original is never touched.")
    order = RedactionOrder(
        terms=_terms(options),
        patterns=tuple(SensitiveKind(name) for name in options.pattern),
        expressions=tuple(options.regex),
        areas=tuple(options.area),
        reason=options.code,
    )
    if not (order.terms or order.patterns or order.expressions or order.areas):
        return _usage("redact", "nothing to redact: give --term, --terms-file, --pattern, --regex or --area.")
    at = timestamp()
    settings = preferences.load()
    by = Signature(settings.initials, settings.name, at)
    with _children() as supervisor:
        done = _with_passwords(
            lambda password: redaction_workflow.redact(supervisor, options.input, options.output, order, by, password),
            options.password_file,
        )
    for note in done.losses:
        print(f"also removed: {note.loss.value}{f' ({printable(note.part)})' if note.part else ''}", file=sys.stderr)
    for term in done.unmet:
        print(f"found nowhere: {printable(term)}", file=sys.stderr)
    print(done.path)
    print(done.log_path)
    return 0


def _verify(options: argparse.Namespace, _: OpenWindow) -> int:
    terms = _terms(options)
    if not terms:
        return _usage("verify", "nothing to look for: give --term or --terms-file.")
    with _children() as supervisor:
        proved = _with_passwords(
            lambda password: redaction_workflow.verify(supervisor, options.input, terms, password),
            options.password_file,
        )
    for found in proved.survivors:
        print(f"{printable(terms[found.needle])}: {printable(found.part)} ({found.engine}, {found.form})")
    for part in proved.unread:
        print(f"could not be read: {printable(part)}", file=sys.stderr)
    return _REFUSED if proved.survivors or proved.unread else 0


def _terms(options: argparse.Namespace) -> tuple[str, ...]:
    listed = _lines(options.terms_file) if options.terms_file else ()
    return tuple(dict.fromkeys(term.strip() for term in (*options.term, *listed) if term.strip()))


def _with_passwords(work: Callable[[str | None], _Done], path: Path | None) -> _Done:
    """Do something to a file with one password after another, without one when there are none."""
    *others, last = _passwords(path) or (None,)
    for password in others:
        try:
            return work(password)
        except ReviewerError as error:
            if error.problem.code is not ProblemCode.PASSWORD_WRONG:
                raise
    return work(last)


def _usage(command: str, sentence: str) -> int:
    print(f"reviewer {command}: {sentence}", file=sys.stderr)
    return _USAGE


def _claim_ids(review: Review, shown: str | None) -> tuple[str, ...]:
    if not shown:
        return ()
    by_number = {number: claim for claim, number in review.numbers.items()}
    chosen = []
    for name in shown.split(","):
        digits = name.strip().upper().removeprefix("C")
        claim = by_number.get(int(digits)) if digits.isdecimal() and len(digits) < 10 else None
        if claim is None:
            raise ReviewerError(ProblemCode.UNKNOWN_CLAIM, claim=name.strip())
        chosen.append(claim)
    return tuple(chosen)


def _as_text(review: Review) -> str:
    article = review.article
    assert article is not None
    lines = [printable(article.name)]
    for claim in review.claims:
        first = worst(review.findings.get(claim.id, ()))
        said = f" ({claim.attribution.resolved})" if claim.attribution else ""
        text = printable(" ".join(claim.text.split()), 90)
        lines.append(f"{review.display_id(claim.id)}  {first.rule.value if first else '-':16}  {text}{said}")
    lines.extend(f"     {check.kind.value:16}  {detail_of(check)}" for check in review.analyses[article.id].checks)
    return "\n".join(lines)


def _passwords(path: Path | None) -> tuple[str, ...]:
    return _lines(path) if path else ()


def _lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a list. Another encoding is refused: a name misread there would not be found anywhere."""
    content = workflow.read_file(path)
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return tuple(line for line in content.decode(encoding).splitlines() if line)
    except UnicodeDecodeError:
        reason = "it is not UTF-8 text"
        raise ReviewerError(ProblemCode.NOT_READABLE, name=printable(path.name), reason=reason) from None


def _fail(error: ReviewerError) -> int:
    print(error.problem.sentence, file=sys.stderr)
    return _EXIT_CODES.get(error.problem.code, _UNREADABLE)


def _files_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer",
        description="Checks an article against its sources. Without a command it opens the window.",
        epilog="Commands: check, packet, sample, redact, verify; each has --help (reviewer check --help).",
    )
    parser.add_argument("--version", action="version", version=f"Reviewer {__version__}")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="the article, then its sources")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="reviewer")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print the findings without a window")
    check.add_argument("article", nargs="+", type=Path, metavar="ARTICLE")
    check.add_argument("--source", action="append", default=[], type=Path, metavar="FILE")
    check.add_argument("--published", type=_iso_date, metavar="YYYY-MM-DD")
    check.add_argument("--json", metavar="OUT|-", help="write JSON to a file, or to standard output")
    check.add_argument("--instant", action="store_true", help="without the language model")
    packet = commands.add_parser("packet", help="write a review packet, without what is marked in the review")
    packet.add_argument("input", type=Path, metavar="ARTICLE|REVIEW.review")
    packet.add_argument("--source", action="append", default=[], type=Path, metavar="FILE")
    packet.add_argument("--out", required=True, type=Path, metavar="DIR")
    packet.add_argument("--format", type=_formats, default=("pdf",), metavar="pdf,docx")
    packet.add_argument("--profile", choices=[profile.value for profile in Profile], default=Profile.DESK.value)
    packet.add_argument("--claims", metavar="C01,C04", help="the claims that an outside packet takes")
    packet.add_argument("--xfdf", action="store_true", help="also the annotations of the PDF as XFDF")
    packet.add_argument("--claim-review", action="store_true", help="also the judged claims as schema.org ClaimReview")
    packet.add_argument("--published", type=_iso_date, metavar="YYYY-MM-DD")
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
    for command in (check, packet, redact, verify):
        command.add_argument("--password-file", type=Path, metavar="FILE", help="passwords, one a line")
    return parser


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
