"""Ways to hide a word in plain text."""

import base64
import quopri

from tests.redacting.docx_package_builder import AFTER, BEFORE, WORD_IN, Case


def cases() -> list[Case]:
    """Return the cases."""
    return [*_spellings(), *_encodings(), *_codes()]


def _case(name: str, inside: str, *kept: str, encoding: str = "utf-8") -> Case:
    text = f"{BEFORE}\r\n{inside}\r\n{AFTER}\r\n"
    return Case(name, text.encode(encoding), (BEFORE, AFTER, *kept))


def _spellings() -> list[Case]:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in WORD_IN)
    overstruck = "".join(f"{letter}\b{letter}" for letter in WORD_IN)
    return [
        _case("plain", f"They met {WORD_IN} there.", "They met", "there."),
        _case("possessive", f"It was {WORD_IN}'s boat.", "It was", "boat."),
        _case("capitals", f"{WORD_IN.upper()} LEFT.", "LEFT."),
        _case("underscores", f"see notes_{WORD_IN}_v2 now", "see", "now"),
        _case("hyphenated at a line's end", "then Bracken-\r\nfold left.", "then", "left."),
        _case("quoted and hyphenated", "> then Bracken-\r\n> fold left.", "then", "left."),
        _case("soft hyphens", "then Brac\u00adken\u00adfold left.", "then", "left."),
        _case("zero-width", "then Brac\u200bken\ufefffold left.", "then", "left."),
        _case("accents taken apart", "then Bra\u0301ckenfo\u0308ld left.", "left."),
        _case("full width", f"then {wide} left.", "left."),
        _case("letterspaced", "then B r a c k e n f o l d left.", "left."),
        _case("dotted", "then B.r.a.c.k.e.n.f.o.l.d left.", "left."),
        _case("reversed between marks", "then \u202edlofnekcarB\u202c left.", "left."),
        _case("Cyrillic", "then Brасkеnfоld left.", "left."),
        _case("direction marks inside", "then Brac\u200eken\u200ffold left.", "left."),
        _case("overstruck", f"then {overstruck} left.", "left."),
        _case("private letters", "then " + "".join(chr(0xF000 + ord(c)) for c in WORD_IN) + " left.", "left."),
        _case("mail address", f"to ada.{WORD_IN.lower()}@a.example now", "to", "now"),
        _case("web address", f"at https://a.example/{WORD_IN.lower()}/ now", "at", "now"),
        _case("camel case", "then AdaBrackenfold left.", "left."),
        _case("run together in an address", f"at https://a.example/maria{WORD_IN.lower()}page/ now", "at", "now"),
        _case("run together in a file's name", f"see maria{WORD_IN.lower()}scan.png now", "see", "now"),
        _case("tag characters", "then " + "".join(chr(0xE0000 + ord(c)) for c in WORD_IN) + " left.", "left."),
        _case("one line break", "then Bracken\r\nfold left.", "then", "left."),
    ]


def _in_signs() -> str:
    """Return the word as bits, a space of no width for 0 and a joiner for 1."""
    bits = "".join(f"{byte:08b}" for byte in WORD_IN.encode())
    return bits.replace("0", "\u200b").replace("1", "\u200d")


def _encodings() -> list[Case]:
    made = [
        _case(name, f"Café {WORD_IN} left.", "Café", "left.", encoding=name)
        for name in ("utf-8-sig", "utf-16", "cp1252", "latin-1", "utf-32")
    ]
    unmarked = f"{BEFORE}\n{WORD_IN} left.\n{AFTER}\n".encode("utf-16-be")
    broken = f"{BEFORE}\n{WORD_IN} “left”\n{AFTER}\n".encode() + b"\x80\xff"
    return [*made, Case("UTF-16 without a mark", unmarked, (BEFORE, AFTER, "left.")), Case("broken bytes", broken)]


def _codes() -> list[Case]:
    sentence = f"It was {WORD_IN} who said so."
    card = "BEGIN:VCARD\r\nFN:Ada Bracken\r\n fold\r\nTEL:01632 960 001\r\nEND:VCARD"
    twice = "BEGIN:VCARD\r\nFN:Ada Brac\r\n ken\r\n fold\r\nTEL:01632 960 001\r\nEND:VCARD"
    return [
        _case("visiting card folded twice", twice, "BEGIN:VCARD", "TEL:01632 960 001"),
        _case("entities", "then &#66;racken&#x66;old left.", "then", "left."),
        _case("percent escapes", "at /Bracken%66old now", "at", "now"),
        _case("quoted-printable", "then =42racken=66old left.", "then", "left."),
        _case("soft line end", "then Brac=\r\nkenfold left.", "then", "left."),
        _case("quoted-printable block", quopri.encodestring(f"é {sentence}".encode()).decode()),
        _case("JSON escapes", '{"name": "Bracken\\u0066old", "age": 40}', '"age": 40'),
        _case("base64", base64.encodebytes(sentence.encode()).decode()),
        _case("base64 of UTF-16", base64.b64encode(sentence.encode("utf-16-le")).decode()),
        _case("hexadecimal", "dump " + WORD_IN.encode().hex(" ") + " end", "dump", "end"),
        _case("zero-width bits", f"They left{_in_signs()}, it is said.", "They left", ", it is said."),
        _case(
            "zero-width bits among letters",
            "They " + "".join(map("".join, zip(_in_signs(), "a" * 88, strict=True))) + " left.",
        ),
        _case("visiting card", card, "BEGIN:VCARD", "TEL:01632 960 001"),
    ]
