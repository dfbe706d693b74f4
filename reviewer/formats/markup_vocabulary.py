"""The fixed words of HTML, XML and mail where they stand as vocabulary: nobody's name, whatever people are called.

A text without them is still the text: what people can fill in (values, contents, comments, made-up names) stays.
"""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_HTML_ELEMENTS = _words(
    "html head title meta body a abbr address article aside b bdi bdo big blockquote br button caption center cite "
    "code col colgroup dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr i ins kbd label legend li main mark menu nav ol p pre q rb rp rt rtc ruby s samp "
    "section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr"
)
_HTML_ATTRIBUTES = _words("charset lang dir href colspan rowspan scope span start type reversed value datetime")
_HTML_TAG = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:\s+[a-z]+(?:=\"[^\"<>]*\")?)*)\s*(?P<end>/?)>",
    re.DOTALL,
)
_HTML_ATTRIBUTE = re.compile(r"\s+([a-z]+)")
_FIXED_HEAD = re.compile(r"<!DOCTYPE html>|<meta charset=(?:3D)?\"utf-8\">")

XML_NAMES = _words(
    "document body p r t tab br cr sym tbl tr tc style styles name hdr ftr comment comments footnote footnotes "
    "endnote endnotes hyperlink drawing pict graphic graphicData inline anchor shape group textbox txbx txbxContent "
    "pic wsp blip blipFill chart chartSpace plotArea layout title tx rich ser cat val pt v idx order ruby rubyBase "
    "rt rPr pPr oMath oMathPara num numbering lvl abstractNum font fonts theme themeElements settings id type start "
    "end ascii hAnsi cs eastAsia fill color sz embed link author date initials"
)
"""Names of elements and attributes without which a DOCX falls apart: they stay whatever word is to be removed."""

_PACKAGE_NAMES = _words(
    "Types Default Override Relationships Relationship Extension ContentType PartName Id Type Target TargetMode "
    "coreProperties"
)
_XML_TAG = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>(?:\w+:)?[\w.-]+)(?P<rest>(?:\s+[\w:.-]+=\"[^\"<>]*\")*)\s*(?P<end>/?)>",
    re.DOTALL,
)
_XML_ATTRIBUTE = re.compile(r"(\s+)(?:\w+:)?([\w.-]+)(?==\")")
_XML_HEAD = re.compile(
    r"<\?xml version=[\"']1\.0[\"'] encoding=[\"']UTF-8[\"'](?: standalone=[\"']yes[\"'])?\?>", re.IGNORECASE
)
_ADDRESSES = (
    r"http://schemas\.openxmlformats\.org/(?:wordprocessingml|drawingml|officeDocument|markup-compatibility|package)/2006"
    r"(?:/(?:main|math|relationships|wordprocessingDrawing|picture|chart|diagram|content-types|metadata/core-properties))?"
    r"(?:/(?:officeDocument|styles|settings|numbering|fontTable|theme|header|footer|footnotes|endnotes|comments|image|"
    r"hyperlink|chart|aFChunk|metadata/core-properties|diagram(?:Data|Layout|QuickStyle|Colors)))?"
    r"|http://schemas\.microsoft\.com/office/(?:word|drawing)/20\d\d/(?:wordml|main|wordprocessing\w{5,7})"
    r"|http://schemas\.microsoft\.com/office/2011/relationships/commentsExtended"
    r"|urn:schemas-microsoft-com:(?:vml|office:office|office:word)|http://purl\.org/dc/elements/1\.1/"
)
_MEDIA_TYPES = (
    r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document\.main|template\.main|styles|settings|"
    r"numbering|fontTable|header|footer|footnotes|endnotes|comments|commentsExtended)\+xml"
    r"|application/vnd\.openxmlformats-officedocument\.(?:theme|drawingml\.(?:chart|diagram(?:Data|Layout|Style|Colors)))\+xml"
    r"|application/vnd\.openxmlformats-package\.(?:relationships|core-properties)\+xml|application/xml|image/(?:png|jpeg)"
)
_PARTS = (
    r"\[Content_Types\]\.xml|(?:docProps/)?core\.xml|(?:_rels/)?\.rels"
    r"|(?:word/)?(?:_rels/)?(?:document|styles|settings|numbering|fontTable|footnotes|endnotes|comments|commentsExtended|"
    r"header\d+|footer\d+|theme/(?:_rels/)?theme\d*|charts/(?:_rels/)?chart\d+|diagrams/(?:data|layout|style|colors)\d+)"
    r"\.xml(?:\.rels)?|(?:word/)?media/image\d+\.(?:png|jpeg)"
)
_STANDARD_VALUE = re.compile(rf"(?:{_ADDRESSES}|{_MEDIA_TYPES}|/?(?:{_PARTS})|rId\d+|External|preserve)")
_QUOTED_STANDARD = re.compile(rf'="{_STANDARD_VALUE.pattern}"')
_PART_IN_BYTES = re.compile(rf"(?<![\w./-])(?:{_PARTS})".encode())

_HEADERS = (
    b"from|sender|reply-to|to|cc|bcc|date|subject|received|return-path|message-id|mime-version|content-type|"
    b"content-transfer-encoding|content-disposition"
)
_HEADER_NAME = re.compile(rb"^(?:" + _HEADERS + rb"):", re.IGNORECASE | re.MULTILINE)
_ABOUT_CONTENT = re.compile(
    rb"^(?:mime-version: 1\.0|content-transfer-encoding: (?:quoted-printable|base64|7bit|8bit)"
    rb"|content-type: (?:text/(?:plain|html|csv|calendar|vcard)|multipart/(?:mixed|alternative)|message/rfc822"
    rb"|application/(?:pdf|octet-stream))(?:; charset=\"?utf-8\"?)?(?:;\s+boundary=(?=\"))?"
    rb"|content-disposition: attachment(?:;\s+filename=(?=\"))?)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_BLOCK = re.compile(
    rb"(?:\A|^--[^\r\n]{1,200}\r?\n)(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+", re.MULTILINE
)


def without_html_words(source: str) -> str:
    """Return the source of a page without the names of its elements and attributes, as our own pages write them."""
    return _HTML_TAG.sub(_bare_html_tag, _FIXED_HEAD.sub("", source))


def _bare_html_tag(match: re.Match[str]) -> str:
    name = match["name"]
    if name is None or name not in _HTML_ELEMENTS:
        return match[0]
    rest = _HTML_ATTRIBUTE.sub(lambda one: " " if one[1] in _HTML_ATTRIBUTES else one[0], match["rest"])
    return f"<!{rest}>"


def without_xml_words(source: str) -> str:
    """Return the source of an XML part without standard names, addresses of namespaces and media types."""
    bare = _QUOTED_STANDARD.sub('=""', _XML_HEAD.sub("", source))
    return _XML_TAG.sub(_bare_xml_tag, bare)


def _bare_xml_tag(match: re.Match[str]) -> str:
    if match["name"] is None:
        return match[0]
    rest = _XML_ATTRIBUTE.sub(lambda one: one[1] if _is_xml_word(one[2]) else one[0], match["rest"])
    rest = rest.replace(' xml:space=""', "")
    name = "" if _is_xml_word(match["name"].rpartition(":")[2]) else match["name"]
    return f"<!{name}{rest}>"


def _is_xml_word(local: str) -> bool:
    return local in XML_NAMES or local in _PACKAGE_NAMES


def is_standard_value(value: str) -> bool:
    """Return whether an attribute's value is one that a DOCX has to have: an address, a media type, a part's name."""
    return _STANDARD_VALUE.fullmatch(value) is not None


def without_part_names(content: bytes) -> bytes:
    """Return the bytes of an archive without the names that the parts of every DOCX have."""
    return _PART_IN_BYTES.sub(b"", content)


def without_mail_words(source: bytes) -> bytes:
    """Return a message without the names of usual headers and what they say of encodings, in its header blocks only."""
    return _HEADER_BLOCK.sub(lambda block: _HEADER_NAME.sub(b":", _ABOUT_CONTENT.sub(b":", block[0])), source)
