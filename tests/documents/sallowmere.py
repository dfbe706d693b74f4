"""A review like a real one: an invented ferry story, its results table and statement, every verdict but two."""

from reviewer.model.claim import ClaimKind, Place
from reviewer.model.document import Furniture
from reviewer.model.evidence import DifferenceKind
from reviewer.model.finding import Rule
from reviewer.model.review import Desk
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Decision, NoteKind
from tests.documents.review_builder import ReviewBuilder

ARTICLE = """Market data delayed by at least 15 minutes.
Sallowmere ferry operator lifts profit as fares rise
By Petra Lindqvist | Transport desk | 6 May 2026
Sallowmere Ferries said on Wednesday that operating profit rose 12 percent in the first quarter to €8.4 million, as higher fares made up for dearer fuel.
Revenue at the island operator climbed 9 percent to €61.3 billion. Passenger fares brought in €38.2 million and freight €23.1 million.
Net profit grew by about 11 percent to just over €5 million, or roughly $5.5 million.
“Fuel cost us two million euros more than a year ago, and we could not pass all of it on,” Ragna Thorvik-Halle, the chief executive, said in a statement.
“We are planning further route closures this year,” she added.
She described bookings for the summer as “the strongest I have seen”.
Related: Island bridge back on the agenda
Net debt fell to €112.5 million from €120 million a year earlier.
“Debt is coming down faster than we promised, and we intend to keep it that way,” said Bruno Castellane, the finance director.
The fleet shrank by two to 31. The dividend was held at six cents a share.
Earnings per share came in at 14.1 cents, beating the 13.6 cents that analysts had expected.
Sallowmere kept its forecast of full-year revenue of between €250 million and €262 million. The figures have not been audited.
“Sallowmere has been too slow to replace its oldest ships,” said Ines Falkenrath, an analyst at Tarn Partners.
The group’s “Calm Water” savings plan, announced last year, is meant to cut costs by €7 million a year from 2027.
Follow our transport desk for live results all season
Related: Who is buying the nation’s harbours?
"""

RESULTS = """SALLOWMERE FERRIES GROUP
Results for the quarter ended 31 March 2026 (unaudited)
Released 6 May 2026
EUR million            Q1 2026     Q1 2025     Change
Revenue                   61.3        56.2      +9.1%
  Passengers              38.2        35.0      +9.1%
  Freight                 23.1        21.2      +9.0%
Operating profit           8.4         7.5     +12.0%
Net profit                 5.04        4.54    +11.0%
Earnings per share (cents)  14.1       12.7    +11.0%
Net debt at 31 March     112.5       120.0
Ships in service            31          33
Dividend: 6 cents a share, unchanged.
Exchange rate used: EUR 1 = USD 1.09
"""

STATEMENT = """EMBARGOED UNTIL 6 MAY 2026, 07:00 BST
Statement of Ragna Thorvik-Halle, chief executive of Sallowmere Ferries:
Fuel cost us two million euros more than a year ago, and we could not pass all of it on.
We are not planning further route closures this year. Bookings for the summer are the strongest I have seen.
Statement of Bruno Castellane, finance director:
Debt is coming down faster than we promised, and we intend to keep it that way.
Our Calm Water savings plan, announced last year, will cut costs by up to €7 million a year from 2027, if fuel prices stay where they are.
Sallowmere continues to expect revenue for the full year of between €250 million and €262 million.
Contact: press office, 01632 960 114, press@sallowmere.example
"""

FURNITURE = {
    "Market data delayed by at least 15 minutes.": Furniture.OTHER,
    "By Petra Lindqvist | Transport desk | 6 May 2026": Furniture.BYLINE,
    "Related: Island bridge back on the agenda": Furniture.RELATED,
    "Follow our transport desk for live results all season": Furniture.NEWSLETTER,
    "Related: Who is buying the nation’s harbours?": Furniture.RELATED,
}

LEGAL_NOTE = (
    "Counsel advises that the reversal of the closures quote is actionable and must not run under any circumstances."
)


def sallowmere() -> ReviewBuilder:
    """A review like a real one: eighteen claims, two sources, every verdict but two."""
    desk = Desk(title="sallowmere-results", draft=3, desk_name="Transport", reporter="Petra Lindqvist")
    made = ReviewBuilder(ARTICLE, furniture=FURNITURE, desk=desk)
    results = made.source(
        "results-table.txt", RESULTS, SourceKind.TABLE, Grade.PRIMARY, "Company website, saved by PL, 6 May 2026, 07:09"
    )
    statement = made.source(
        "statement.txt",
        STATEMENT,
        SourceKind.PRESS_RELEASE,
        Grade.PRESS_RELEASE,
        "Press office mail to PL, 6 May 2026, 07:02",
    )
    made.embargo(statement, "EMBARGOED UNTIL 6 MAY 2026, 07:00 BST")
    quote, figure, assertion = ClaimKind.DIRECT_QUOTE, ClaimKind.FIGURE, ClaimKind.ASSERTION

    def good(words, kind, source, passage, rule=Rule.PARAPHRASE_OK, said_by="", place=Place.BODY):
        claim = made.claim(words, kind, said_by, place)
        made.found(claim, source, passage, rule)
        made.verdict(claim, Decision.VERIFIED, second=True)

    good(
        "Sallowmere ferry operator lifts profit as fares rise",
        assertion,
        results,
        "Operating profit           8.4         7.5     +12.0%",
        place=Place.HEADLINE,
    )
    good(
        "Sallowmere Ferries said on Wednesday that operating profit rose 12 percent in the first quarter to €8.4 million, as higher fares made up for dearer fuel.",
        ClaimKind.INDIRECT_QUOTE,
        results,
        "Operating profit           8.4         7.5     +12.0%",
        said_by="Sallowmere Ferries",
    )
    billion = made.claim("Revenue at the island operator climbed 9 percent to €61.3 billion.", figure)
    made.found(
        billion,
        results,
        "EUR million            Q1 2026     Q1 2025     Change\nRevenue                   61.3",
        Rule.FIGURE_CHANGED,
        differences=[(DifferenceKind.FIGURE, "€61.3 billion", "61.3")],
        article="€61.3 billion",
        source="61.3 million",
    )
    made.verdict(billion, Decision.FIX, second=True).correction(billion, "… climbed 9 percent to €61.3 million.")
    made.note(billion, "Passengers and freight add up to 61.3 million.")
    good(
        "Passenger fares brought in €38.2 million and freight €23.1 million.",
        figure,
        results,
        "Passengers              38.2        35.0      +9.1%\n  Freight                 23.1",
    )
    good(
        "Net profit grew by about 11 percent to just over €5 million, or roughly $5.5 million.",
        figure,
        results,
        "Net profit                 5.04        4.54    +11.0%",
    )
    good(
        "“Fuel cost us two million euros more than a year ago, and we could not pass all of it on,”",
        quote,
        statement,
        "Fuel cost us two million euros more than a year ago, and we could not pass all of it on.",
        Rule.VERBATIM,
        "Ragna Thorvik-Halle",
    )
    closures = made.claim("“We are planning further route closures this year,”", quote, "Ragna Thorvik-Halle")
    made.found(
        closures,
        statement,
        "We are not planning further route closures this year.",
        Rule.NEGATION_CHANGED,
        differences=[(DifferenceKind.NEGATION, "", "not")],
        article="are planning",
        source="are not planning",
    )
    made.finding(closures, Rule.ALTERED_QUOTE)
    made.verdict(closures, Decision.FIX, second=True).correction(
        closures, "“We are not planning further route closures this year,”"
    )
    made.note(closures, LEGAL_NOTE, NoteKind.LEGAL).note(closures, "“not” dropped; the sense is reversed.")
    good(
        "She described bookings for the summer as “the strongest I have seen”.",
        ClaimKind.MIXED_QUOTE,
        statement,
        "Bookings for the summer are the strongest I have seen.",
        Rule.VERBATIM,
        "Ragna Thorvik-Halle",
    )
    good(
        "Net debt fell to €112.5 million from €120 million a year earlier.",
        figure,
        results,
        "Net debt at 31 March     112.5       120.0",
    )
    good(
        "“Debt is coming down faster than we promised, and we intend to keep it that way,”",
        quote,
        statement,
        "Debt is coming down faster than we promised, and we intend to keep it that way.",
        Rule.VERBATIM,
        "Bruno Castellane",
    )
    good("The fleet shrank by two to 31.", figure, results, "Ships in service            31          33")
    good("The dividend was held at six cents a share.", figure, results, "Dividend: 6 cents a share, unchanged.")
    good("Earnings per share came in at 14.1 cents,", figure, results, "Earnings per share (cents)  14.1")
    forecast = made.claim("beating the 13.6 cents that analysts had expected.", figure)
    made.finding(forecast, Rule.UNSUPPORTED).verdict(forecast, Decision.UNSOURCED)
    made.note(forecast, "No source gives analysts’ forecasts. Name the poll, or cut “beating … expected”.")
    good(
        "Sallowmere kept its forecast of full-year revenue of between €250 million and €262 million.",
        figure,
        statement,
        "Sallowmere continues to expect revenue for the full year of between €250 million and €262 million.",
    )
    good("The figures have not been audited.", assertion, results, "(unaudited)")
    analyst = made.claim("“Sallowmere has been too slow to replace its oldest ships,”", quote, "Ines Falkenrath")
    made.finding(analyst, Rule.UNSUPPORTED).verdict(analyst, Decision.QUERY)
    made.note(analyst, "To reporter: which note or recording holds these words, and when?", NoteKind.RESPONSE_SOUGHT)
    plan = made.claim(
        "The group’s “Calm Water” savings plan, announced last year, is meant to cut costs by €7 million a year from 2027.",
        figure,
    )
    made.found(
        plan,
        statement,
        "Our Calm Water savings plan, announced last year, will cut costs by up to €7 million a year from 2027, if fuel prices stay where they are.",
        Rule.STRENGTHENED,
        differences=[
            (DifferenceKind.HEDGE, "", "up to"),
            (DifferenceKind.CONDITION, "", ", if fuel prices stay where they are"),
        ],
        source="up to",
    )
    return made
