"""The commands; the same flow as the window's, without a window."""

import argparse
import codecs
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from reviewer import import_workflow, packet_workflow, preferences, redaction_workflow, workflow
from reviewer.assets import sample_files
from reviewer.cli_options import commands_parser, files_parser
from reviewer.clock import timestamp
from reviewer.exporting.check_report import detail_of, review_as_json
from reviewer.isolation.supervisor import Supervisor
from reviewer.model.analysis import Depth, SensitiveKind
from reviewer.model.exported import ExportedReview
from reviewer.model.finding import worst
from reviewer.model.packet import PacketFormat, PacketOptions, Profile
from reviewer.model.problem import Problem, ProblemCode, ReviewerError, printable
from reviewer.model.redaction import RedactionOrder
from reviewer.model.review import Review
from reviewer.model.verdict import Signature
from reviewer.reviewing.documents import DocumentShelf
from reviewer.reviewing.edits import DescribeReview
from reviewer.reviewing.schema import is_review
from reviewer.reviewing.session import Session
from reviewer.reviewing.store import ReviewFile
from reviewer.reviewing.taking_over import Account

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
    ProblemCode.ANOTHER_ARTICLE: _REFUSED,
    ProblemCode.BAD_EXPRESSION: _USAGE,
    ProblemCode.UNKNOWN_CLAIM: _USAGE,
    ProblemCode.ALREADY_THERE: _USAGE,
}


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Carry out a command line and return its exit code: 0 done, 1 refused, 2 usage, 3 unreadable input."""
    commands = {
        "check": _check,
        "packet": _packet,
        "import": _import,
        "sample": _sample,
        "redact": _redact,
        "verify": _verify,
    }
    try:
        if arguments and arguments[0] in commands:
            options = commands_parser().parse_args(arguments)
            return commands[arguments[0]](options, open_window)
        return _window(files_parser().parse_args(arguments), open_window)
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
            tracked_corrections=getattr(options, "tracked", False),
            xfdf=getattr(options, "xfdf", False),
            claim_review=getattr(options, "claim_review", False),
        )
        files = packet_workflow.make_packet(supervisor, review, wanted, original, galley)
    for path in workflow.save_files(files, folder):
        print(path)
    return 0


def _import(options: argparse.Namespace, _: OpenWindow) -> int:
    if options.out.exists():
        return _usage("import", f"{printable(options.out.name)} exists; name a new file.")
    settings = preferences.load()
    by = Signature(settings.initials, settings.name, timestamp())
    with _children() as supervisor:
        exported = import_workflow.read_exported(supervisor, options.input)
        file = ReviewFile(options.out)
        try:
            account = import_workflow.import_review(
                supervisor,
                Session(file),
                exported,
                options.article,
                options.source,
                by,
                passwords=_passwords(options.password_file),
                published=options.published,
            )
            file.flush()
        except BaseException:
            file.close()
            options.out.unlink(missing_ok=True)
            raise
        file.close()
    for line in (_told_of_origin(exported), *_told_of_account(account)):
        print(printable(line, 1000), file=sys.stderr)
    print(options.out)
    return 0


def _told_of_origin(exported: ExportedReview) -> str:
    """Return a sentence that says where a review comes from."""
    made = f", made {exported.made_at} with {exported.made_with}" if exported.made_at else ""
    profile = f", profile {exported.profile}" if exported.profile else ""
    return f"{exported.name} (sha256 {exported.sha256[:16]}{made}{profile}) says of {exported.article_name}:"


def _told_of_account(account: Account) -> Iterator[str]:
    """Yield sentences that say what came of it."""
    yield f"{account.verdicts} verdicts were taken over; whoever signed them is who is named there."
    if account.kept:
        yield f"Judged otherwise here and left so: {', '.join(account.kept)}."
    if account.lost:
        yield f"Left out, because the article does not say this there: {', '.join(account.lost)}."
    if account.passages:
        yield f"Passages left out, because the source does not say this there: {', '.join(account.passages)}."
    if account.absent:
        yield f"Sources that are not in this review: {', '.join(account.absent)}."


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
