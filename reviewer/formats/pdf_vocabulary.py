"""The fixed words of PDF where they stand as vocabulary (ISO 32000-2): keys, kinds, filters, keywords of the syntax.

Names that a person or program makes up stay: those of fonts, glyphs, colours, resources, roles, private data.
"""

import re
from collections.abc import Iterator
from typing import Any

from reviewer.formats.pdf_schema import KINDS

_FURTHER = """
A ASCII85Decode ASCIIHexDecode AcroForm Action Alpha Annot Annots AntiAlias Artifact Ascii85Decode Author BBox Border
C CCITTFaxDecode CIDFontType0 CIDFontType0C CIDFontType2 CIDToGIDMap CMap CMapName CalGray CalRGB Catalog CharProcs
ColorSpace Columns Compatible Contents Count CreationDate Creator CropBox D DCTDecode Darken DecodeParms Dest Dests
DeviceCMYK DeviceGray DeviceN DeviceRGB Encoding Encrypt ExtGState Extends F Filter First Fit FlateDecode Font
FontDescriptor FontFile Form Group Height ICCBased ID Identity Identity-H Identity-V Image ImageB ImageC ImageI
ImageMask Index Indexed Info Interpolate JBIG2Decode JPXDecode Keywords Kids LZWDecode Lab Lang Last Length Length1
Length2 Length3 Lighten Linearized Link Luminosity MMType1 MacExpertEncoding MacRomanEncoding MarkInfo MediaBox
Metadata ModDate Multiply N Names NeedAppearances Next None Normal O OBJR ObjStm Open OpenAction OpenType Outlines
Overlay P PDF Page PageLabels PageMode Pages Parent Pattern Predictor Prev ProcSet Producer Properties R Rect
Resources Root Rotate RunLengthDecode S Screen Separation Shading SigFlags Size Standard StandardEncoding
StructParents StructTreeRoot Subject Subtype SymbolSetEncoding Text Title ToUnicode Trans Transparency TrueType Type
Type0 Type1 Type1C Type3 URI UserUnit V Version ViewerPreferences Widget Width WinAnsiEncoding XML XObject XRef XStep
XYZ YStep
"""
STANDARD_NAMES = frozenset((*_FURTHER.split(), "Nums")) | {key for kind in KINDS.values() for key in kind}
"""Names without their slash."""

_GLYPHS = """
space exclam quotedbl numbersign dollar percent ampersand quotesingle quoteright parenleft parenright asterisk plus
comma hyphen minus period slash zero one two three four five six seven eight nine colon semicolon less equal greater
question at bracketleft backslash bracketright asciicircum underscore grave quoteleft braceleft bar braceright
asciitilde bullet dagger daggerdbl ellipsis emdash endash fraction Euro trademark caron breve ring acute cedilla
dieresis macron ogonek dotaccent hungarumlaut circumflex tilde currency yen cent sterling florin section copyright
registered degree plusminus mu paragraph onehalf onequarter threequarters onesuperior multiply divide logicalnot
brokenbar periodcentered exclamdown questiondown guillemotleft guillemotright Thorn Eth thorn eth germandbls lozenge
alpha beta gamma delta theta lambda omega Omega Delta Sigma Phi Psi pi phi psi rho tau chi infinity integral radical
summation product arrowleft arrowright arrowup arrowdown
"""
GLYPH_NAMES = frozenset(_GLYPHS.split())
"""Names of signs after Adobe's list of glyphs: in the encoding of a font they name what it shows, and nobody."""

_FREE_NAMES = """
BaseFont FontName FontFamily Differences Font XObject ExtGState ColorSpace Pattern Shading Properties
CharProcs RoleMap ClassMap Dests Info PieceInfo Private Encoding Names Limits Colorants
"""
_FREE = frozenset(f"/{name}" for name in _FREE_NAMES.split())
"""Keys under which the names are made up."""

_LISTED = frozenset(("/Filter", "/ProcSet"))
_KINDS_TELL = (
    "/Type",
    "/Subtype",
    "/Length",
    "/FunctionType",
    "/ShadingType",
    "/WhitePoint",
    "/Registry",
    "/S",
    "/Size",
    "/First",
    "/BM",
    "/ca",
    "/LW",
)

_TREE_KEYS = frozenset(("/Nums", "/Names", "/Kids", "/Limits"))

_DELIMITED = rb"(?=[\s/<>\[\]()%]|\Z)"
_NAME = re.compile(rb"/(?:" + "|".join(sorted(STANDARD_NAMES)).encode() + rb")" + _DELIMITED)
_DIFFERENCES = re.compile(rb"/Differences\s*\[[^\]<>()]{0,20000}\]")
_GLYPH = re.compile(rb"/(?:" + "|".join(sorted(GLYPH_NAMES)).encode() + rb")" + _DELIMITED)
_KEYWORD = re.compile(
    rb"(?:(?<=[\s>\])])|\A)(?:\d+ \d+ obj|endobj|stream|endstream|xref|trailer|startxref)(?=\s|<<|\Z)"
    rb"|^%PDF-\d\.\d|^%%EOF",
    re.MULTILINE,
)
_COLLECTION = re.compile(rb"/(?:Registry|Ordering)\s*\((?:Adobe|Identity|UCS|Japan1|Korea1|GB1|CNS1)\)")
_TABLE_WORD = re.compile(
    rb"(?<![\w/])/?(?:CIDInit|ProcSet|findresource|begin|dict|begincmap|endcmap|CIDSystemInfo|Supplement|def|CMapName|CMapType|"
    rb"WMode|Adobe-Identity-UCS|currentdict|CMap|defineresource|pop|end|(?:begin|end)(?:codespacerange|bfrange|bfchar|cidrange|"
    rb"cidchar|notdefrange))" + _DELIMITED
)
_IS_CONTENT = re.compile(rb"[\s\])>](?:Tf|TJ|Tj|Do|gs|cs|CS|scn|rg|re|cm|BT)(?=\s|\Z)")
_IS_OBJECTS = re.compile(rb"\s*\d+ \d+\s[\d\s]*(?:<<|\[|/)")


def made_up_keys(dictionary: Any, under: str | None) -> Iterator[str]:  # noqa: ANN401 - a dictionary or stream
    """Go through the keys (without slash) that are no vocabulary; `under` is the dictionary's own, None at the top."""
    is_free = under in _FREE if under else not any(key in dictionary for key in _KINDS_TELL)
    is_free = is_free and not _is_tree_node(dictionary)
    for key in dictionary.keys():  # noqa: SIM118 - not a dict
        if is_free or key[1:] not in STANDARD_NAMES:
            yield key[1:]


def _is_tree_node(dictionary: Any) -> bool:  # noqa: ANN401 - a dictionary or stream
    """Return whether a dictionary is a piece of a tree of numbers or names: lists and nothing else."""
    return all(key in _TREE_KEYS and hasattr(value, "append") for key, value in dictionary.items())


def is_vocabulary(name: str, under: str | None, place: int | None = None) -> bool:
    """Return whether a name (without slash) says of what kind something is; `place` is its place in an array."""
    if under == "/Differences" and name in GLYPH_NAMES:
        return True
    if name not in STANDARD_NAMES or under is None:
        return False
    if place is None:
        return under[1:] in STANDARD_NAMES and under not in ("/BaseFont", "/FontName", "/FontFamily")
    return under in _LISTED or (place == 0 and under != "/Differences")


def is_collection(text: str, under: str | None) -> bool:
    """Return whether a string is the usual name of a character collection."""
    return under in ("/Registry", "/Ordering") and text in ("Adobe", "Identity", "UCS")


def without_pdf_words(data: bytes) -> bytes:
    """Return a PDF file, or the bytes between its streams, without standard names and keywords."""
    return _KEYWORD.sub(b" ", _without_names(data))


def without_words_of_stream(data: bytes) -> bytes:
    """Return the data of a stream without standard names, if it is page content, a list of objects or a table."""
    if b"begincmap" in data:
        return _TABLE_WORD.sub(b" ", _COLLECTION.sub(b"/", data))
    if _IS_OBJECTS.match(data) or _IS_CONTENT.search(data):
        return _without_names(data)
    return data


def _without_names(data: bytes) -> bytes:
    bare = _DIFFERENCES.sub(lambda listed: _GLYPH.sub(b"/", listed[0]), data)
    return _NAME.sub(b"/", _COLLECTION.sub(b"/", bare))
