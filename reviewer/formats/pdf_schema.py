"""What a page needs to be drawn: the dictionary keys that a copy may take along, by kind of object (ISO 32000-2).

Everything that is not listed stays behind: metadata, private data, structure, scripts, thumbnails, alternate images,
names of layers. "plain" values are numbers, names, booleans and arrays of them; other words name a kind in `KINDS`.
"""

Kind = dict[str, str]


def _plain(keys: str) -> Kind:
    return dict.fromkeys(keys.split(), "plain")


_BOX = {"Type": "plain", "Subtype": "plain"}

KINDS: dict[str, Kind] = {
    "group": {"S": "plain", "CS": "colours", "I": "plain", "K": "plain", "Type": "plain"},
    "font": _BOX
    | {
        "BaseFont": "font_name",
        "FirstChar": "plain",
        "LastChar": "plain",
        "Widths": "plain",
        "FontDescriptor": "descriptor",
        "Encoding": "encoding",
        "ToUnicode": "table",
        "DescendantFonts": "fonts",
        "CIDSystemInfo": "collection",
        "DW": "plain",
        "W": "plain",
        "DW2": "plain",
        "W2": "plain",
        "CIDToGIDMap": "raw",
        "FontBBox": "plain",
        "FontMatrix": "plain",
    },
    "descriptor": {
        "Type": "plain",
        "FontName": "font_name",
        "Flags": "plain",
        "FontBBox": "plain",
        "ItalicAngle": "plain",
        "Ascent": "plain",
        "Descent": "plain",
        "Leading": "plain",
        "CapHeight": "plain",
        "XHeight": "plain",
        "StemV": "plain",
        "StemH": "plain",
        "AvgWidth": "plain",
        "MaxWidth": "plain",
        "MissingWidth": "plain",
        "FontFile": "font_file",
        "FontFile2": "font_file",
        "FontFile3": "font_file",
    },
    "collection": {"Registry": "text", "Ordering": "text", "Supplement": "plain"},
    "encoding": {"Type": "plain", "BaseEncoding": "plain", "Differences": "plain"},
    "image": _BOX
    | {
        "Width": "plain",
        "Height": "plain",
        "ColorSpace": "colours",
        "BitsPerComponent": "plain",
        "Decode": "plain",
        "ImageMask": "plain",
        "Interpolate": "plain",
        "SMask": "image",
        "Mask": "image",
        "Intent": "plain",
        "SMaskInData": "plain",
        "Matte": "plain",
    },
    "state": {
        **_plain("Type LW LC LJ ML D RI OP op OPM BG BG2 UCR UCR2 TR TR2 HT FL SM SA BM CA ca AIS TK"),
        "SMask": "soft_mask",
        "Font": "font_and_size",
    },
    "soft_mask": {"Type": "plain", "S": "plain", "G": "xobject", "BC": "plain", "TR": "function"},
    "profile": {"N": "plain", "Alternate": "colours", "Range": "plain"},
    "calibration": {
        "WhitePoint": "plain",
        "BlackPoint": "plain",
        "Gamma": "plain",
        "Matrix": "plain",
        "Range": "plain",
    },
    "function": {
        **_plain("FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"),
        "Functions": "function",
    },
    "shading": {
        **_plain(
            "ShadingType Background BBox AntiAlias Domain Matrix Coords Extend VerticesPerRow "
            "BitsPerCoordinate BitsPerComponent BitsPerFlag Decode"
        ),
        "ColorSpace": "colours",
        "Function": "function",
    },
    "form": _BOX | {"FormType": "plain", "BBox": "plain", "Matrix": "plain", "Group": "group"},
    "pattern": {
        **_plain("Type PatternType PaintType TilingType BBox XStep YStep Matrix"),
        "Shading": "shading",
        "ExtGState": "state",
    },
}
"""Kind of object to its keys, and for each key the kind of its value."""

CATEGORIES = {
    "Tf": "Font",
    "Do": "XObject",
    "gs": "ExtGState",
    "cs": "ColorSpace",
    "CS": "ColorSpace",
    "scn": "Pattern",
    "SCN": "Pattern",
    "sh": "Shading",
}
"""Operator of a content stream to the category of the resource that it names."""

PREFIXES = {"Font": "F", "XObject": "X", "ExtGState": "G", "ColorSpace": "C", "Pattern": "P", "Shading": "S"}
"""Category of resources to the first letter of the new names they get."""

_DRAWING = """
b B b* B* BI BT c cm CS cs d d0 d1 Do EI ET f F f* G g gs h i ID j J K k l m M n q Q re RG rg ri s S SC sc SCN scn sh
T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "
"""
OPERATORS = frozenset(_DRAWING.split()) | {"INLINE IMAGE"}
"""The operators of page content that draw; marked content and compatibility sections are not among them."""

DEVICE_COLOURS = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern", "/G", "/RGB", "/CMYK", "/I"})
