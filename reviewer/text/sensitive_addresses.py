"""Street addresses of several countries; a town alone is none."""

import re
from collections.abc import Iterator

from reviewer.text.wordlists import word_set

_STREET_WORDS = word_set("sensitive", "street_words")
_STREET = "|".join(sorted(_STREET_WORDS | {word.upper() for word in _STREET_WORDS}, key=len, reverse=True))
_NAME = r"[A-Z][^\W\d_][^\W\d_’'\-]*(?:[’'-][^\W\d_]+)*"
_MONTHS = r"(?i:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_POSTCODE = r"(?:[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|[A-Z]\d[\dW]\s?[A-Z\d]{4})(?!\w)"
_STATE = r"(?:[A-Z]{2}|[A-Z][a-z]{1,5}\.|[NSW]\.[A-Z]\.|" + _NAME + r")"
_AP_STATE = (
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|"
    r"Ore|Pa|"
    r"Tenn|Vt|Va|Wash|Wis|Wyo|Co)\."
)
"""States, and county, as newspapers cut them short; the full stop belongs to the address."""

_HOUSE_WORDS = "|".join(sorted(word_set("sensitive", "house_words"), key=len, reverse=True))
_HOUSE = rf"(?:The[ ])?(?:{_NAME}[ ]){{0,2}}(?:{_HOUSE_WORDS})"
_UNIT = (
    r"(?:(?:Top|Basement|Ground|First|Second|Third|Garden|Upper|Lower|Rear|Attic)(?:\s(?:Floor|Right|"
    r"Left))?(?:\sFlat)?(?=,)|"
    r"(?:(?i:Flat|Apartment|Apt\.?|Unit|Suite|Ste\.?|Room|Floor)|\#)\s?\w+)"
)
_WAY = r"(?:\s(?:North|South|East|West|[NSEW]\.?|[NS][EW])(?!\w))?"
_TOWN = rf"(?:Co(?:\.|unty)?\s)?{_NAME}(?:[ -](?:on|by|le|under|upon|in|the|of|{_NAME})){{0,4}}(?<![ -]on)(?<![ -]the)"
_TOWNS = rf"{_WAY}(?:,?\s*{_UNIT})?(?:,\s*{_TOWN}(?=[\s,.;)]|$)){{0,4}}"
_REST = (
    rf"(?:,?\s+{_POSTCODE}|,?[ \t]*[-–]?[ \t]*[1-9]\d\d[ ]?\d{{3}}(?![\w,.]?\d)|\.?,?\s+\d{{5}}(?:-\d{{4}})?(?!\w)|"
    rf",?\s+{_STATE},?\s+\d{{5}}(?:-\d{{4}})?(?!\w)|,\s+{_STATE}(?=\s|$|[,;)]))?"
)
_TOWN_LINES = (
    rf"(?:,?[ \t]*\r?\n[ \t]*{_NAME}(?:[ -]{_NAME}){{0,3}}){{0,4}}"
    rf"(?:,?[ \t]*\r?\n[ \t]*{_POSTCODE}|,?[ \t]+(?:{_POSTCODE}|{_STATE},?[ \t]+\d{{5}}(?:-\d{{4}})?(?!\w)))"
)
_BENCH = (
    r"(?:(?:US|U\.S\.|State|New|Federal)\s)?(?:Supreme|High|District|Crown|County|Juvenile|Appeals?|Circuit|"
    r"Magistrates[’']?|Family|Superior|Tribunal|Youth)\sCourt\b"
)
"""A court of law is no street."""

_COUNTED = r"(?![ \t]+(?!(?:was|is|has|his|its|as|this|thus|yes|always|plus|us)\b)[a-z]+s\b)"
"""What follows when a number counts things: 300 High Street shops."""

_NUMBERED = re.compile(
    rf"(?<![\w£$€.,/-])(?!(?<=[Tt]he )(?:19|20)\d\d\s)"
    rf"(?:{_HOUSE},[ \t]+)?(?:{_UNIT},?\s+)?(?:(?:[Nn]umber|N[oO]\.?)\s+)?"
    rf"\d{{1,5}}[A-Za-z]?(?:[-–/]\d{{1,3}}[A-Za-z]?)?,?\s+(?!{_MONTHS})"
    rf"(?:(?:[NSEW]\.?|(?:North|South|East|West)\b)\s+)?"
    rf"(?!{_BENCH})(?!(?:West|East|North|South|Front|Back)\sEnd\b)(?:(?:{_NAME}|St\.|\d{{1,3}}(?:st|nd|rd|"
    rf"th))\s+){{1,4}}(?:{_STREET})\b\.?"
    rf"(?:{_TOWN_LINES}|{_TOWNS}{_REST}{_COUNTED})"
)
_NAMED_HOUSE = re.compile(
    rf"(?:The\s+)?{_NAME}(?:\s+{_NAME}){{0,2}},\s+(?:{_NAME}\s+){{1,3}}(?:{_STREET})\b\.?{_TOWNS},?\s+{_POSTCODE}"
)
_LIVES_AT = re.compile(
    rf"\b(?:liv(?:es?|ed|ing) at|home at|home address(?: is|:)?|address(?: is|:)|resid(?:es?|ing) at|"
    rf"of no fixed abode at)\s+"
    rf"((?:The\s+)?{_NAME}(?:\s+{_NAME}){{0,3}}(?:,\s*{_NAME}(?:\s+{_NAME}){{0,3}}){{1,3}}(?:,?\s+{_POSTCODE})?)"
)
_BOX = re.compile(rf"\bP\.?\s?O\.?\s?Box\s\d{{1,6}}{_TOWNS}{_REST}")
_GERMANIC = re.compile(
    r"\b[A-ZÄÖÜÅØ][\w-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|ufer|gatan|vägen|gade|vej|gata|veien|"
    r"straat|laan|"
    rf"plein|kade|katu|tie)\s\d{{1,4}}\s?[a-zA-Z]?\b(?:,\s*(?:[A-Z]{{1,2}}-)?\d{{4,5}}(?:\s[A-Z]{{2}})?\s{_NAME})?"
)
_ROMANCE = re.compile(
    r"(?<![\w.,])\d{1,4}\s?(?:bis|ter)?,?\s(?:rue|avenue|boulevard|place|quai|impasse|allée|chemin|cours)\s"
    rf"(?:(?:de|du|des|la|le|les|l[’'])\s?){{0,2}}{_NAME}(?:[ -]{_NAME}){{0,3}}(?:,\s*\d{{5}}\s{_NAME})?|"
    rf"\b(?:Via|Viale|Piazza|Corso|Calle|Avenida|Plaza|Paseo|Rua|Praça)\s(?:(?:de|del|della|di|do|da|dos|la|las|"
    rf"los)\s){{0,2}}"
    rf"{_NAME}(?:\s{_NAME}){{0,3}},?\s\d{{1,4}}(?:,\s*\d{{4,5}}(?:-\d{{3}})?\s{_NAME})?"
)
_COTTAGE = re.compile(
    rf"(?<!\w)(?:{_UNIT},\s)?{_HOUSE},[ ]"
    rf"(?:{_NAME}\s){{1,3}}(?:{_STREET})\b{_TOWNS}{_REST}"
)
_UNIT_IN = re.compile(
    rf"(?<!\w)(?:Unit|Suite|Flat|Apartment|Apt\.?|Plot|Chalet|Caravan|Pitch)\s\d{{1,4}}[A-Za-z]?,\s{_NAME}"
    rf"(?:\s{_NAME}){{0,3}}"
    rf"(?:,\s{_NAME}(?:[ -]{_NAME}){{0,3}}){{1,3}}(?:,?\s+{_POSTCODE})?"
)
_OF_THE_HOUSE = re.compile(rf"\b(?:of|at)\s((?:The\s){_HOUSE}(?:,\s{_TOWN}){{1,3}}(?:,?\s+{_POSTCODE})?)")
_NAMED_AT = re.compile(
    rf"\b(?:of|at|from)\s({_NAME}(?:[ ]{_NAME}){{0,2}},[ ](?:{_NAME}\s){{1,3}}(?:{_STREET})\b(?!\s[A-Z])"
    rf"{_TOWNS}(?:,?\s+{_POSTCODE})?)"
)
"""A house that is known by its name alone, and its street."""

_AGED_OF = re.compile(
    rf",\s(?:aged\s)?\d{{1,3}},\s(?:formerly\s)?(?:of|from)\s((?:{_NAME}\s){{1,3}}(?:{_STREET})\b(?!\s[A-Z]){_TOWNS}(?:,?\s+{_POSTCODE})?)"
)
"""The way of courts: a name, an age, and a street."""

_LIVES_IN = re.compile(
    rf"\b(?:liv(?:es?|ed|ing)|home|flat|house|lodg(?:es?|ing)|stay(?:s|ed|ing)|address|resid(?:es?|ing))\s(?:in|"
    rf"on|at|is)\s"
    rf"((?:{_NAME}\s){{1,3}}(?:{_STREET})\b{_TOWNS}(?:,?\s+{_POSTCODE})?)"
)
_ROUTE = re.compile(
    rf"(?<![\w£$€.,/-])\d{{1,5}}\s(?:[NSEW]\.?\s)?(?:County\sRoad|State\sRoad|State\sRoute|Route|Highway|Hwy\.?|"
    rf"Rt\.?|Rte\.?|"
    rf"FM|CR|US|U\.S\.)\s(?:No\.\s)?\d{{1,4}}[A-Z]?(?![\w%]|\s[a-z]+s\b){_TOWNS}{_REST}"
)
_THE_PLACE = re.compile(
    rf"(?<![\w£$€.,/-])\d{{1,4}}[A-Za-z]?\sThe\s{_NAME}s\b(?:,\s{_TOWN}){{0,3}}(?:,?\s+{_POSTCODE})?(?!\s[a-z]+s\b)"
)
_BEFORE_POSTCODE = re.compile(
    rf"(?<![\w£$€.,/-])\d{{1,4}}[A-Za-z]?\s(?:(?:The\s)?{_NAME}\s){{0,3}}{_NAME}(?:,?\s{_TOWN}){{0,3}},?\s+{_POSTCODE}"
)
"""A number and names that a postcode ends."""

_POSTCODE_ALONE = re.compile(
    rf"\b(?i:post\s?code|zip(?:\scode)?|eircode)(?:\sis|:)?:?\s({_POSTCODE}|\d{{5}}(?:-\d{{4}})?(?!\w))"
)
_CUT_SHORT = re.compile(rf"(?:\b\w{{1,4}}|\b(?:Terr|Pkwy|Gdns|Cres|Tce|Apt)|,\s{_AP_STATE[:-2]})\.$")
_STATE_CUT = re.compile(rf",\s{_AP_STATE}$")
_DEGREES = r"\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?[’'′]\s?(?:\d{1,2}(?:\.\d+)?\s?[”\"″]\s?)?)?"
_COORDINATES = re.compile(
    rf"{_DEGREES}[NS],?\s{{0,2}}{_DEGREES}[EWO](?!\w)|(?<![\d.,-])-?\d{{1,2}}\.\d{{3,8}}"
    rf",\s?-?\d{{1,3}}\.\d{{3,8}}(?![\d.])"
)
"""A place by latitude and longitude, in degrees or as decimal numbers."""

_NO_HOUSE = re.compile(
    r"\b(?:chapters?|pages?|figures?|acts?|scenes?|verses?|volumes?|sections?|tables?|parts?|episodes?|psalms?)\s$",
    re.I,
)
_ALL = (
    _NUMBERED, _NAMED_HOUSE, _COTTAGE, _UNIT_IN, _COORDINATES, _BOX, _GERMANIC, _ROMANCE, _ROUTE, _THE_PLACE,
    _BEFORE_POSTCODE,
)  # fmt: skip
_NAMED = (_LIVES_AT, _POSTCODE_ALONE, _OF_THE_HOUSE, _AGED_OF, _LIVES_IN, _NAMED_AT)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield street addresses with the town, state and postcode that go with them; offsets are code points."""
    found = [match.span() for pattern in _ALL for match in pattern.finditer(text)]
    found += [match.span(1) for pattern in _NAMED for match in pattern.finditer(text)]
    end = 0
    for start, stop in sorted(found, key=lambda one: (one[0], -one[1])):
        if stop > end and not _NO_HOUSE.search(text, max(0, start - 12), start):
            yield start, _with_full_stop(text, stop)
            end = stop


def _with_full_stop(text: str, end: int) -> int:
    """Return the end with the full stop of a word cut short ("Rd.", "Halden, Ore.") and without that of a "
    "sentence."""
    if text[end - 1] == ".":
        return end if _CUT_SHORT.search(text, max(0, end - 8), end) else end - 1
    return end + 1 if text[end : end + 1] == "." and _STATE_CUT.search(text, max(0, end - 8), end + 1) else end
