"""Ways to hide a word in a mail message."""

import base64
import io
import quopri
import zipfile

from tests.documents.mail_builder import build_mail, file_part, message_part, multipart, text_part
from tests.redacting.docx_package_builder import AFTER, BEFORE, WORD_IN, Case, Package, par

WORDS = f"{BEFORE}\n{AFTER}\n"


def cases() -> list[Case]:
    """Return the cases."""
    return [*_headers(), *_bodies(), *_encodings(), *_attachments(), *_structure()]


def _headers() -> list[Case]:
    def plain(name: str, **headers: str) -> Case:
        return Case(name, build_mail(text_part(WORDS), **headers))

    def more(name: str, header: str) -> Case:
        return Case(name, header.encode() + b"\r\n" + build_mail(text_part(WORDS)))

    encoded = base64.b64encode(f"About {WORD_IN}".encode()).decode()
    return [
        plain("sender", sender=f"{WORD_IN} <desk@a.example>"),
        plain("address of the sender", sender=f"Ada <ada.{WORD_IN.lower()}@a.example>"),
        plain("recipient", to=f"{WORD_IN} <desk@a.example>"),
        plain("subject", subject=f"About {WORD_IN} again"),
        plain("encoded subject", subject=f"=?utf-8?B?{encoded}?="),
        plain("subject in pieces", subject="=?utf-8?Q?Brac?= =?utf-8?Q?ken=66old?="),
        plain("folded subject", subject=f"About\r\n {WORD_IN}"),
        more("blind copy", f"Bcc: {WORD_IN} <a@a.example>"),
        more("way of the message", f"Received: from {WORD_IN}.a.example by b.example; Tue, 16 Sep 2025 11:52:00 +0100"),
        more("id of the message", f"Message-ID: <{WORD_IN}@a.example>"),
        more("answered message", f"In-Reply-To: <{WORD_IN}.1@a.example>"),
        more("private header", f"X-Author: {WORD_IN}"),
        more("name of a header", f"X-{WORD_IN}: yes"),
        more("thread", f"Thread-Topic: {WORD_IN}"),
    ]


def _bodies() -> list[Case]:
    page = f"<p>{BEFORE}</p><p>Met {WORD_IN}</p><p>{AFTER}</p>"
    hidden = f"<p>{BEFORE}</p><p style='display:none'>{WORD_IN}</p><p>{AFTER}</p>"
    commented = f"<p>{BEFORE}</p><!-- {WORD_IN} --><p>{AFTER}</p>"
    flowed = f"{BEFORE}\r\n\r\nBracken \r\nfold left.\r\n\r\n{AFTER}"
    head = b"Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\n"
    uuencoded = f"{WORDS}begin 644 {WORD_IN}.txt\n#86)C\n`\nend\n"
    return [
        Case(
            "plain body", build_mail(text_part(f"{BEFORE}\nMet {WORD_IN} there.\n{AFTER}")), (BEFORE, AFTER, "there.")
        ),
        Case(
            "quoted body", build_mail(text_part(f"{BEFORE}\n> Met {WORD_IN} there.\n{AFTER}")), (BEFORE, AFTER, "> Met")
        ),
        Case("page", build_mail(text_part(page, "html")), (BEFORE, AFTER, "Met")),
        Case("hidden in a page", build_mail(text_part(hidden, "html"))),
        Case("comment in a page", build_mail(text_part(commented, "html"))),
        Case("only in the page", build_mail(multipart("alternative", [text_part(WORDS), text_part(page, "html")]))),
        Case(
            "only in the plain body",
            build_mail(
                multipart("alternative", [text_part(f"{WORDS}{WORD_IN}"), text_part(f"<p>{BEFORE}</p>", "html")])
            ),
        ),
        Case("flowing lines", build_mail(head + flowed.encode()), (BEFORE, AFTER, "left.")),
        Case("file in the text", build_mail(text_part(uuencoded))),
    ]


def _encodings() -> list[Case]:
    text = f"{BEFORE}\nMet Café {WORD_IN} there.\n{AFTER}\n"

    def sent(name: str, charset: str, transfer: str, data: bytes) -> Case:
        head = f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"
        return Case(name, build_mail(head.encode() + data), (BEFORE, AFTER, "Met Café", "there."))

    return [
        sent("base64", "utf-8", "base64", base64.encodebytes(text.encode())),
        sent("quoted-printable", "utf-8", "quoted-printable", quopri.encodestring(text.encode())),
        sent(
            "quoted letters",
            "utf-8",
            "quoted-printable",
            text.replace("Brac", "=42rac").replace("é", "=C3=A9").encode(),
        ),
        sent(
            "soft line ends",
            "utf-8",
            "quoted-printable",
            text.replace("Brac", "Brac=\r\n").replace("é", "=C3=A9").encode(),
        ),
        sent("Latin-1", "iso-8859-1", "8bit", text.encode("latin-1")),
        sent("UTF-16", "utf-16", "base64", base64.encodebytes(text.encode("utf-16"))),
        sent("wrong encoding", "us-ascii", "8bit", text.encode()),
    ]


def _attachments() -> list[Case]:
    def sent(name: str, file_name: str, content: bytes, kind: str = "application/octet-stream") -> Case:
        return Case(name, build_mail(multipart("mixed", [text_part(WORDS), file_part(file_name, content, kind)])))

    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.txt", WORD_IN)
    inner = build_mail(text_part(f"Deep {WORD_IN} words"), subject="Inner")
    nested = build_mail(multipart("mixed", [text_part("x"), file_part("a.txt", WORD_IN.encode())], "=_inner"))
    return [
        sent("text file", "list.txt", f"First {WORD_IN} last".encode()),
        sent("table", "list.csv", f"name,boat\n{WORD_IN},Tern\n".encode(), "text/csv"),
        sent("document", "notes.docx", Package(par(f"Deep {WORD_IN}")).build()),
        sent("page file", "page.html", f"<html><body><p>{WORD_IN}</p></body></html>".encode(), "text/html"),
        sent("archive", "all.zip", archive.getvalue()),
        sent("file name", f"{WORD_IN}.txt", b"Nothing here."),
        sent("program", "a.bin", b"\x00\x01\x02" * 50 + WORD_IN.encode()),
        Case("message inside", build_mail(multipart("mixed", [text_part(WORDS), message_part(inner)]))),
        Case("file of a message inside", build_mail(multipart("mixed", [text_part(WORDS), message_part(nested)]))),
        Case(
            "invitation",
            build_mail(
                multipart(
                    "mixed",
                    [
                        text_part(WORDS),
                        text_part("BEGIN:VCALENDAR\nSUMMARY:Bracken\n fold\nEND:VCALENDAR", "calendar"),
                    ],
                )
            ),
        ),
    ]


def _structure() -> list[Case]:
    def built(name: str, content: bytes) -> Case:
        return Case(name, build_mail(content))

    seal = b"Content-Type: application/pkcs7-signature\r\n\r\n" + WORD_IN.encode()
    mixed = multipart("mixed", [text_part(WORDS)])
    described = f"Content-Description: {WORD_IN}\r\n".encode() + text_part(WORDS)
    return [
        built("boundary", multipart("mixed", [text_part(WORDS)], f"=_{WORD_IN}")),
        built("before the parts", mixed.replace(b"\r\n\r\n", b"\r\n\r\n" + WORD_IN.encode() + b"\r\n", 1)),
        built("behind the parts", mixed + WORD_IN.encode()),
        built("signature", multipart("signed", [text_part(WORDS), seal])),
        built("description of a part", multipart("mixed", [described])),
        Case(
            "mbox line", f"From {WORD_IN}@a.example Tue Sep 16 11:52:00 2025\n".encode() + build_mail(text_part(WORDS))
        ),
    ]
