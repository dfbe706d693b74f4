"""Ways to hide a word in a mail message: long names, more kinds of attachment and body, reports and digests."""

import base64
import io
import zipfile

from tests.documents.mail_builder import build_mail, file_part, message_part, multipart, text_part
from tests.redacting.docx_package_builder import AFTER, BEFORE, WORD_IN, Case, png
from tests.redacting.mail_cases import WORDS

_WIDE = WORD_IN.encode("utf-16-le")


def cases() -> list[Case]:
    """Return the cases."""
    return [*_headers(), *_bodies(), *_attachments(), *_structure()]


def _headers() -> list[Case]:
    def more(name: str, header: str) -> Case:
        return Case(name, header.encode() + b"\r\n" + build_mail(text_part(WORDS)))

    return [
        more("seal of the sender", f"DKIM-Signature: v=1; d={WORD_IN}.example; b=abc"),
        more("seals on the way", f"ARC-Seal: i=1; d={WORD_IN}.example"),
        more("sent again", f"Resent-To: {WORD_IN} <a@a.example>"),
        more("way back", f"Return-Path: <{WORD_IN}@a.example>"),
        more("way off a list", f"List-Unsubscribe: <https://a.example/?u={WORD_IN}>"),
        more("place of the sender", f"X-Originating-IP: [{WORD_IN}]"),
        more("keywords", f"Keywords: ferry, {WORD_IN}"),
        more("comment in a header", f"Comments: about {WORD_IN}"),
        more("coded header", f"X-Data: {base64.b64encode(WORD_IN.encode()).decode()}"),
        more("comment beside an address", f"Cc: a@a.example ({WORD_IN})"),
        more("quoted name", 'Cc: "Brac\\kenfold, Ada" <a@a.example>'),
        more("coded address", "Cc: =?utf-8?Q?Bracken=66old?= <a@a.example>"),
        more("header in Latin-1", "Subject: =?iso-8859-1?Q?Caf=E9_Bracken=66old?="),
        more("group of addresses", f"Cc: {WORD_IN}: a@a.example, b@a.example;"),
        more("second subject", f"Subject: {WORD_IN}"),
        more("name of a zone", f"Date: Tue, 16 Sep 2025 11:52:00 +0100 ({WORD_IN})"),
    ]


def _bodies() -> list[Case]:
    def body(name: str, kind: str, words: str) -> Case:
        return Case(name, build_mail(multipart("alternative", [text_part(WORDS), text_part(words, kind)])))

    related = multipart(
        "related",
        [
            text_part(f"<p>{BEFORE}</p><img src='cid:{WORD_IN}@a'><p>{AFTER}</p>", "html"),
            b"Content-Type: image/png\r\nContent-ID: <" + WORD_IN.encode() + b"@a>\r\n"
            b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(png()),
        ],
    )  # fmt: skip
    return [
        body("rich text of old", "enriched", f"<bold>{WORD_IN}</bold>"),
        body("markdown", "markdown", f"**{WORD_IN}**"),
        body("page that runs", "x-amp-html", f"<html amp4email><body>{WORD_IN}</body></html>"),
        body("rich text", "rtf", f"{{\\rtf1 {WORD_IN}}}"),
        body("calendar", "calendar", f"BEGIN:VCALENDAR\r\nATTENDEE;CN={WORD_IN}:mailto:a@a.example\r\nEND:VCALENDAR"),
        Case("name of a picture inside", build_mail(related)),
        Case("style of a page", build_mail(text_part(f"<style>.{WORD_IN}{{}}</style><p>{BEFORE}</p><p>{AFTER}</p>", "html"))),
        Case("signed in plain text", build_mail(text_part(f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{WORDS}{WORD_IN}\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----"))),
        Case("yEnc in the text", build_mail(text_part(f"{WORDS}=ybegin line=128 size=3 name={WORD_IN}.txt\nabc\n=yend size=3"))),
    ]  # fmt: skip


def _attachments() -> list[Case]:
    def sent(name: str, file_name: str, content: bytes, kind: str = "application/octet-stream") -> Case:
        return Case(name, build_mail(multipart("mixed", [text_part(WORDS), file_part(file_name, content, kind)])))

    def headed(name: str, head: str) -> Case:
        part = f"Content-Type: application/octet-stream\r\n{head}\r\n\r\nx".encode()
        return Case(name, build_mail(multipart("mixed", [text_part(WORDS), part])))

    return [
        sent("Outlook's own parts", "winmail.dat", b"\x78\x9f\x3e\x22" + _WIDE, "application/ms-tnef"),
        sent("Outlook's message", "a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _WIDE, "application/vnd.ms-outlook"),
        sent("visiting card", "a.vcf", f"BEGIN:VCARD\r\nFN:{WORD_IN}\r\nEND:VCARD\r\n".encode(), "text/vcard"),
        sent("invitation as a file", "a.ics", f"BEGIN:VCALENDAR\r\nSUMMARY:{WORD_IN}\r\nEND:VCALENDAR\r\n".encode(), "text/calendar"),
        sent("workbook", "a.xlsx", _zipped({"xl/sharedStrings.xml": f"<sst><si><t>{WORD_IN}</t></si></sst>".encode()})),
        sent("slides", "a.pptx", _zipped({"ppt/slides/slide1.xml": f"<a:t>{WORD_IN}</a:t>".encode()})),
        sent("open document", "a.odt", _zipped({"content.xml": f"<text:p>{WORD_IN}</text:p>".encode()})),
        sent("archive in an archive", "a.zip", _zipped({"b.zip": _zipped({"c.txt": WORD_IN.encode()})})),
        sent("name in an archive", "a.zip", _zipped({f"{WORD_IN}.txt": b"x"})),
        sent("rich text file", "a.rtf", f"{{\\rtf1 {WORD_IN}}}".encode(), "application/rtf"),
        sent("data", "a.json", b'{"name": "Bracken\\u0066old"}', "application/json"),
        sent("tagged data", "a.xml", f"<a b='{WORD_IN}'/>".encode(), "application/xml"),
        sent("picture with a note", "a.png", png((b"tEXt", b"Author\0" + WORD_IN.encode())), "image/png"),
        sent("vector picture", "a.svg", f"<svg><text>{WORD_IN}</text></svg>".encode(), "image/svg+xml"),
        sent("sound", "a.mp3", b"ID3\x03\0\0\0\0\0\x20TIT2\0\0\0\x0c\0\0\0" + WORD_IN.encode(), "audio/mpeg"),
        sent("old document", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _WIDE, "application/msword"),
        sent("key", "key.asc", f"-----BEGIN PGP PUBLIC KEY BLOCK-----\nComment: {WORD_IN}\n\nx\n".encode(), "application/pgp-keys"),
        sent("wrong kind", "a.png", f"{WORD_IN} in plain words".encode(), "image/png"),
        headed("long file name", "Content-Disposition: attachment; filename*0=Brac; filename*1=kenfold.bin"),
        headed("coded file name", "Content-Disposition: attachment; filename*=utf-8''Bracken%66old.bin"),
        headed("file name as a word", 'Content-Disposition: attachment; filename="=?utf-8?Q?Bracken=66old.bin?="'),
        headed("two file names", f'Content-Disposition: attachment; filename="a.bin"\r\nContent-Description: {WORD_IN}'),
        headed("place of a file", f"Content-Location: https://a.example/{WORD_IN}"),
        headed("private mark of a part", f"X-Attachment-Id: {WORD_IN}"),
    ]  # fmt: skip


def _zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _structure() -> list[Case]:
    status = (
        b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a.example\r\n\r\nFinal-Recipient: rfc822; "
    )
    status += f"{WORD_IN}@a.example\r\n".encode()
    headers = f"Content-Type: text/rfc822-headers\r\n\r\nSubject: {WORD_IN}\r\n".encode()
    outside = f"Content-Type: message/external-body; access-type=URL; URL=https://a.example/{WORD_IN}\r\n\r\n".encode()
    inner = build_mail(text_part("x"), subject=f"On {WORD_IN}")
    deep = inner
    for level in range(3):
        deep = build_mail(multipart("mixed", [message_part(deep)], f"=_l{level}"))
    return [
        Case("report", build_mail(multipart("report", [text_part(WORDS), status]))),
        Case("headers sent back", build_mail(multipart("report", [text_part(WORDS), headers]))),
        Case("body in another place", build_mail(multipart("mixed", [text_part(WORDS), outside]))),
        Case("digest", build_mail(multipart("mixed", [text_part(WORDS), multipart("digest", [message_part(inner)], "=_d")]))),
        Case("message four levels in", build_mail(multipart("mixed", [text_part(WORDS), message_part(deep)]))),
        Case("kind of a part", build_mail(multipart("mixed", [text_part(WORDS), file_part("a.bin", b"x", f"application/{WORD_IN}")]))),
        Case("parameter of a part", build_mail(b"Content-Type: text/plain; charset=utf-8; x-who=" + WORD_IN.encode() + b"\r\n\r\n" + WORDS.encode())),
        Case("unknown encoding of a part", build_mail(b"Content-Type: text/plain; charset=x-unknown\r\n\r\n" + f"{WORDS}{WORD_IN}".encode())),
    ]  # fmt: skip
