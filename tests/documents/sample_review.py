"""Makes the sample review that Reviewer ships: python -m tests.documents.sample_review OUTDIR."""

import sys
from html import escape
from pathlib import Path

from tests.documents import sample_texts as texts
from tests.documents.docx_builder import build_docx, deleted, inserted, paragraph, run
from tests.documents.html_builder import build_page
from tests.documents.mail_builder import build_mail, file_part, multipart, text_part
from tests.documents.printed_page import Line, build_printed_page

FILES = ("article.html", "statement.pdf", "mail.eml", "earlier-story.docx")


def build_sample() -> dict[str, bytes]:
    """Return the files of the sample review by their names, the same each time."""
    return dict(zip(FILES, (_article(), _statement(), _mail(), _earlier_story()), strict=True))


def _article() -> bytes:
    story = "\n".join(_article_paragraph(piece) for piece in texts.ARTICLE)
    head = (
        f"<title>{escape(texts.HEADLINE)} | The Meridian Post</title>"
        '<meta property="article:published_time" content="2025-09-12T16:05:00+02:00">'
    )
    body = f"""\
<p>{texts.BROWSER_WARNING}</p>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/money">Money</a></nav>
<article>
<h1>{escape(texts.HEADLINE)}</h1>
<p class="standfirst">{escape(texts.STANDFIRST)}</p>
<p>{texts.BYLINE}</p>
<p>{texts.PUBLISHED}</p>
<figure><img src="patrol.jpg" alt=""><figcaption>{texts.CAPTION}</figcaption></figure>
{story}
<p>{texts.NEWSLETTER}</p>
</article>
<footer>{texts.FOOT}</footer>"""
    return build_page(body, head)


def _article_paragraph(piece: str | int) -> str:
    return f"<p>{escape(texts.RELATED[piece] if isinstance(piece, int) else piece, quote=False)}</p>"


def _statement() -> bytes:
    sender, subject, day = texts.STATEMENT_HEAD
    lines = [Line(sender, size=15, bold=True), Line(subject, size=13, bold=True), Line(day)]
    lines += [Line(words) for words in texts.STATEMENT]
    return build_printed_page([*lines, Line(texts.STATEMENT_CONTACT, size=9.5)])


def _mail() -> bytes:
    parts = [text_part(texts.MAIL), file_part(texts.NOTE_NAME, texts.NOTE.encode(), "text/plain; charset=utf-8")]
    return build_mail(
        multipart("mixed", parts),
        sender=texts.MAIL_SENDER,
        to=texts.MAIL_TO,
        date=texts.MAIL_DATE,
        subject=texts.MAIL_SUBJECT,
    )


def _earlier_story() -> bytes:
    body = [paragraph(texts.EARLIER_HEADLINE, style="Title"), paragraph(texts.EARLIER_BYLINE)]
    body += [paragraph(*map(_earlier_piece, pieces)) for pieces in texts.EARLIER]
    return build_docx(
        *body,
        headers=[paragraph(texts.EARLIER_HEADER)],
        footnotes=[paragraph(texts.EARLIER_FOOTNOTE)],
        comments=[texts.EARLIER_COMMENT],
        title=texts.EARLIER_HEADLINE,
    )


def _earlier_piece(piece: str | tuple[str, str]) -> str:
    if isinstance(piece, str):
        return run(piece)
    state, words = piece
    make = inserted if state == "inserted" else deleted
    return make(words, author="Piet Harrow", at="2025-07-14T10:20:00Z")


def main(arguments: list[str]) -> int:
    """Write the files into the folder named."""
    if len(arguments) != 1:
        print("usage: python -m tests.documents.sample_review OUTDIR", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in build_sample().items():
        (folder / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
