"""Which attributions are found, and which wording attributes nothing."""

import pytest

from tests.analysing.conftest import said_by


def speaker_of(analysis):
    assert len(analysis.claims) == 1
    attribution = analysis.claims[0].attribution
    return attribution.resolved if attribution else None


@pytest.mark.parametrize(
    "text",
    [
        "“We saw it coming,” Ann Dale said.",
        "“We saw it coming,” said Ann Dale.",
        "“We saw it coming,” Ann Dale, the harbour master, said in a statement.",
        "“We saw it coming,” said the harbour master, Ann Dale.",
        "‘We saw it coming’, said Ann Dale, who runs the harbour.",
        '"We saw it coming," Ann Dale told the Post.',
        "Ann Dale said: “We saw it coming.”",
        "Ann Dale replied, “We saw it coming.”",
        "Ann Dale: “We saw it coming that night.”",
        "Asked about it, Ann Dale said: “We saw it coming.”",
        "Ann Dale explained that they saw it coming.",
        "They saw it coming, Ann Dale insisted.",
        "Ann Dale accused the council of having “sat on it for months”.",
        "In the first hour, according to Ann Dale, they saw it coming.",
        "Ann Dale marked the day by saying they had seen it coming.",
        "“We saw it coming!” Ann Dale shouted.",
        "“We saw it coming that night.” — Ann Dale, harbour master",
        "In the words of Ann Dale, they saw it coming.",
        "They saw it coming, per the harbour master, Ann Dale.",
        "As Ann Dale put it, “we saw it coming that night”.",
        "“We saw it coming that night,” Ann Dale enthused.",
    ],
)
def test_the_speaker_is_found(either_pass, text):
    assert speaker_of(either_pass(text)) == "Ann Dale"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Dale urged the council to act.",
        "Ann Dale criticised the council’s decision.",
        "Ann Dale pleaded with them not to decide that night.",
        "Ann Dale called for an inquiry.",
        "The plan was described by Ann Dale as a mistake.",
        "The council ignored Ann Dale’s warning that the roof would fall.",
        "Ann Dale, who said the roof would fall, was right.",
        "The cracks suggest that the roof was old, according to Ann Dale.",
        "Ann Dale, who holds the key to the shed, said that it was locked.",
        "The roof fell, with Ann Dale saying that it was old.",
    ],
)
def test_the_parse_finds_attitudes_and_reporting_nouns(full_pass, text):
    assert speaker_of(full_pass(text)) == "Ann Dale"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Dale did not say whether the boats would return.",
        "Ann Dale declined to comment.",
        "Ann Dale never said the boats would return.",
        "The statement did not address the fact that the roof had fallen.",
        "Ann Dale refused to say who had paid.",
        "The boats were denied a berth at the port.",
        "The United States sent a ship.",
        "The boats were found in the bay.",
        "Ann Dale added two boats to the fleet.",
        "Ann Dale called a meeting for Monday.",
        "The book reads well.",
        "Nobody could say where the boats were.",
        "It is fair to say that the boats were late.",
        "The firm has received 63 reports of smoke.",
        "The boat, a five-year loan, is still at sea.",
        "The boats cost nine crowns per night, per berth.",
    ],
)
def test_nobody_is_said_to_say_it(either_pass, text):
    assert speaker_of(either_pass(text)) is None


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Harbour Board Statement: Boats To Return Soon", "Harbour Board"),
        ("Boats will return in spring, says harbour master", "harbour master"),
        ("Boats will return in spring: harbour master", "harbour master"),
        ("Boats will return in spring, police say", "police"),
        ("Sea air cures colds, study finds", "study"),
    ],
)
def test_a_headline_says_who_says_it(either_pass, headline, speaker):
    found = either_pass(f"{headline}\nThe boat was late.", headline=True)
    attribution = found.claims[0].attribution
    assert attribution is not None
    assert speaker in (attribution.resolved, attribution.speaker)


@pytest.mark.parametrize(
    "headline",
    [
        "Boat found in the bay may be Roman",
        "Norrmar recalls 400 boats that leak at sea",
        "Check these pumps: 400 recalled over leaks",
        "Live: boats return to the bay",
        "Rovers 2 Athletic 1: late winner stuns leaders",
        "Boats return after six years",
    ],
)
def test_a_headline_without_a_speaker_is_the_newsrooms(either_pass, headline):
    found = either_pass(f"{headline}\nThe boat was late.", headline=True)
    assert found.claims[0].attribution is None


def test_a_quote_without_a_tag_goes_on_with_the_last_speaker(either_pass):
    text = "“We saw it coming,” said Ann Dale.\n\n“Nobody else did in the whole town.”"
    assert said_by(either_pass(text))[1] == ("“Nobody else did in the whole town.”", "Ann Dale")


def test_a_paragraph_that_ends_in_a_colon_brings_on_the_speaker_of_the_next(either_pass):
    text = "“We slept,” said Jo Reed.\n\nThen Ann Dale took the floor:\n\n“Nobody else saw it in the whole town.”"
    assert said_by(either_pass(text))[-1] == ("“Nobody else saw it in the whole town.”", "Ann Dale")


def test_the_newsrooms_rebuttal_stays_the_newsrooms(either_pass):
    text = (
        "“We have always paid our crews,” the statement added.\n\n"
        "The statement did not address the strike of last year. Crews went unpaid in May."
    )
    assert [speaker for _, speaker in said_by(either_pass(text))][1:] == [None, None]


def test_cue_and_mention_are_remembered_where_they_are_printed(either_pass):
    text = "“We saw it coming,” said Ann Dale."
    attribution = either_pass(text).claims[0].attribution
    assert attribution.cue == "said"
    assert attribution.cue_span.of(text) == "said"
    assert attribution.speaker_span.of(text) == "Ann Dale"


@pytest.mark.parametrize(
    "text",
    [
        "As Ann Dale told the Post, boats have come back partly because of the band.",
        "As Ann Dale said at the time, the boats were old.",
    ],
)
def test_as_somebody_said_leads_to_what_was_said(either_pass, text):
    assert speaker_of(either_pass(text)) == "Ann Dale"
    claim = either_pass(text).claims[0]
    assert [span.of(text) for span in claim.said] == [text[text.index(",") + 2 : -1]]


def test_what_a_second_verb_reports_belongs_to_the_same_speaker(full_pass):
    text = "Ann Dale said the roof was old, and warned that the wall might fall."
    claim = full_pass(text).claims[0]
    assert [span.of(text) for span in claim.said] == ["the roof was old", "the wall might fall"]
    assert claim.attribution.resolved == "Ann Dale"


@pytest.mark.parametrize(
    "text", ["The service had 300 calls for help by noon.", "The firm spent its claims fund on boats."]
)
def test_the_parse_tells_nouns_from_verbs(full_pass, text):
    assert speaker_of(full_pass(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ann Dale hopes the boats will return.",
        "Ann Dale wants a second pier.",
        "Neighbours fear that the wall will fall.",
        "The board has yet to explain why the lamp was off.",
        "Ann Dale insisted on a berth by the wall.",
        "Asked for her response, Ann Dale laughed.",
        "Crews were called to the quay following reports that a boat was adrift.",
        "Of the 40 crews asked, 54 per cent said they had been threatened.",
        "A smaller port, say one on the north coast, could not have paid.",
    ],
)
def test_what_is_wanted_feared_or_not_said_is_nobodys_statement(full_pass, text):
    assert speaker_of(full_pass(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Constable Ann Dale gave evidence that the shed had been open.",
        "Ann Dale voiced fears that the wall would fall.",
        "It was, as Ann Dale put it, “a wet evening”.",
        "The boats, Ann Dale used to say, were “lungs with opinions”.",
        "As Ann Dale noted in May, the pier had been sold twice.",
        "The pier, as Ann Dale noted, had been sold twice.",
        "Ann Dale had one explanation: “We forgot to look at the tide.”",
    ],
)
def test_more_ways_to_say_it(full_pass, text):
    assert speaker_of(full_pass(text)) == "Ann Dale"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We seek no quarrel with the port,” the letter began.", "letter"),
        ("“Sack the board, sack the board,” sang the home crowd.", "home crowd"),
        ("Ann Dale rose. “We seek no quarrel,” she said. “We never did seek one,” she went on.", "Ann Dale"),
        ("Ann Dale laughed: “We have 200 boats and no quay.”", "Ann Dale"),
        ("“We have 200 boats and no quay!” Ann Dale laughed.", "Ann Dale"),
        ("The minutes record that the chair left twice.", "minutes"),
    ],
)
def test_verbs_that_report_beside_a_quotation(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Pier could fall – report", "report"),
        ("Dale: I will not sell the pier", "Dale"),
        ("‘Simon Says’ back on air", None),
    ],
)
def test_a_lone_line_is_read_as_a_headline(either_pass, headline, speaker):
    assert speaker_of(either_pass(headline)) == speaker


def test_questions_and_lead_ins_of_the_newsroom_are_no_claims(full_pass):
    text = "It rained.\n\nSo who moved the statue?\n\nOf the sale she has this to say:\n\n“It was the worst day of my life.”"
    assert [claim.text for claim in full_pass(text).claims][1:] == ["“It was the worst day of my life.”"]
