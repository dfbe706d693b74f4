"""Whom a mention means."""

import pytest

from tests.analysing.conftest import said_by


def last_speaker(analysis):
    return said_by(analysis)[-1][1]


DALE = "“We saw it coming,” said Ann Dale, the harbour master.\n\n"
REED = "“We slept through it,” said Jo Reed, a baker.\n\n"


@pytest.mark.parametrize(
    "later",
    [
        "“It was loud and long,” Dale said.",
        "“It was loud and long,” Ms Dale said.",
        "“It was loud and long,” she said.",
        "“It was loud and long,” the harbour master said.",
        "She said it was loud.",
        "It was loud, she added.",
        "She welcomed the inquiry.",
    ],
)
def test_surname_title_role_and_pronoun_mean_the_full_name(either_pass, later):
    assert last_speaker(either_pass(DALE + later)) == "Ann Dale"


def test_a_role_is_told_from_another(either_pass):
    text = DALE + REED + "“It was loud and long,” the harbour master said."
    assert last_speaker(either_pass(text)) == "Ann Dale"


def test_a_pronoun_means_whoever_spoke_last(either_pass):
    text = DALE + "“We slept through it,” said Mary Reed.\n\n“It was loud and long,” she said."
    assert last_speaker(either_pass(text)) == "Mary Reed"


def test_a_pronoun_passes_over_a_speaker_of_the_other_gender(either_pass):
    text = DALE + "“We slept through it,” said Mr Tom Reed.\n\n“It was loud and long,” she said."
    assert last_speaker(either_pass(text)) == "Ann Dale"


def test_a_pronoun_after_the_subject_of_the_sentence_before_means_that_person(either_pass):
    text = DALE + "Tom Reed was less happy. “It was loud and long,” he said."
    assert last_speaker(either_pass(text)) == "Tom Reed"


def test_gender_is_learnt_from_a_possessive(either_pass):
    text = "Robin Kroll hailed her side.\n\nTom Reed slept.\n\n“It was loud and long,” she said."
    assert last_speaker(either_pass(text)) == "Robin Kroll"


def test_the_company_means_the_company_named(either_pass):
    text = "Norrmar Lines said the boats would return.\n\nThe company said fares would not rise."
    assert last_speaker(either_pass(text)) == "Norrmar Lines"


def test_a_short_form_means_the_full_name_of_an_institution(either_pass):
    text = "Norrmar Lines said the boats would return.\n\nNorrmar said fares would not rise."
    assert last_speaker(either_pass(text)) == "Norrmar Lines"


def test_the_council_means_the_council_though_a_company_was_named_last(either_pass):
    text = (
        "Brackley Town Council said the pool would close.\n\nNorrmar Lines said it was sorry.\n\n"
        "The council said there was no money."
    )
    assert last_speaker(either_pass(text)) == "Brackley Town Council"


def test_the_statement_is_its_issuers(either_pass):
    text = (
        "Norrmar Lines said in a statement that the boats would return.\n\n“Fares will not rise,” the statement added."
    )
    assert last_speaker(either_pass(text)) == "Norrmar Lines"


def test_it_means_the_institution_that_spoke(either_pass):
    text = "Norrmar Lines said the boats would return.\n\n“Fares will not rise,” it said."
    assert last_speaker(either_pass(text)) == "Norrmar Lines"


def test_a_spokeswoman_speaks_for_her_institution(either_pass):
    text = "Norrmar Lines runs the boats.\n\nA spokeswoman for Norrmar Lines said fares would not rise."
    assert last_speaker(either_pass(text)) == "Norrmar Lines"


def test_a_study_is_its_institutions(either_pass):
    text = "Sea air cures colds, study finds\nSea air may help, according to researchers at the University of Hallow."
    assert [speaker for _, speaker in said_by(either_pass(text, headline=True))] == ["University of Hallow"] * 2


def test_a_name_in_an_aside_is_taken_for_the_role(either_pass):
    text = "“It was loud and long,” said her co-author, the physicist Jan Lind."
    assert last_speaker(either_pass(text)) == "Jan Lind"


def test_it_is_said_what_a_resolution_rests_on(either_pass):
    claim = either_pass(DALE + "“It was loud and long,” she said.").claims[-1]
    assert claim.attribution.speaker == "she"
    assert "Dale" in claim.attribution.resolved_from


def test_the_entities_of_a_document_are_listed_with_roles_and_mentions(either_pass):
    text = DALE + "Dale left."
    dale = next(speaker for speaker in either_pass(text).speakers if speaker.name == "Ann Dale")
    assert "the harbour master" in dale.roles
    assert [span.of(text) for span in dale.mentions] == ["Ann Dale", "Dale"]


@pytest.mark.parametrize(
    "printed",
    [
        "Chief Executive Ann Dale",
        "Detective Chief Inspector Ann Dale",
        "Home Secretary Ann Dale",
        "State Rep. Ann Dale",
        "Sen. Ann Dale",
        "Police Chief Ann Dale",
        "Former England Captain Ann Dale",
        "Secretary of State Ann Dale",
        "Striker Ann Dale",
        "Lorry Driver Ann Dale",
        "Lt. Gov. Ann Dale",
        "the striker Ann Dale",
    ],
)
def test_a_role_before_a_name_is_no_part_of_it(either_pass, printed):
    assert (
        last_speaker(either_pass(f"The boats were late.\n\n“It was loud and long,” {printed} told us.")) == "Ann Dale"
    )


@pytest.mark.parametrize(
    "name", ["Ann Baker Dale", "Mary Cook", "Judge Academy Trust", "Tom Butler", "Bishop Reed Group"]
)
def test_a_name_that_holds_a_role_word_is_kept_whole(either_pass, name):
    assert last_speaker(either_pass(f"The boats were late.\n\nOn Friday {name} said it was loud.")) == name


def test_a_pronoun_after_counsel_means_counsel(either_pass):
    text = (
        "The boat was late, Oswin Brill, prosecuting, told the court.\n\n“It was dark,” he said. It was cold, he added."
    )
    assert {name for _, name in said_by(either_pass(text))} == {"Oswin Brill"}


def test_a_pronoun_means_the_last_speaker_though_the_name_looks_like_a_firms(either_pass):
    text = "“It works,” said Corvel Nox, who led the work. Nox had built it.\n\nThe rig cost more.\n\n“It is cheap,” she said."
    assert last_speaker(either_pass(text)) == "Corvel Nox"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A former nurse, who asked not to be named, called the plan “too little by half”.", "former nurse"),
        (
            "A source close to the club, speaking on condition of anonymity, said it was off.",
            "source close to the club",
        ),
        ("Two former players described the mood as “toxic and very sad”.", "Two former players"),
        ("Ann Dale and Tom Reed said they were sorry.", "Ann Dale and Tom Reed"),
        ("The court heard that the boat was late.", "court"),
        ("Jurors were told he had drunk ten pints.", "Jurors"),
        ("The boat was very late, the inquest heard.", "inquest"),
    ],
)
def test_speakers_without_a_name_and_joint_ones_are_speakers(either_pass, text, speaker):
    assert last_speaker(either_pass(text)) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Independent observers put the number of boats at four.", "Independent observers"),
        ("The union put the cost at £3 million.", "union"),
        ("Police estimated the crowd at 3,000.", "Police"),
        ("She put the kettle at one end.", None),
        ("The council put the house on the market at £300,000.", None),
        ("Officials put the meeting at 10am.", None),
        ("The court heard evidence for two days.", None),
        ("Ann Dale, 52, pleaded guilty to three counts of theft.", None),
    ],
)
def test_estimates_are_reported_and_other_uses_of_the_words_are_not(full_pass, text, speaker):
    assert last_speaker(full_pass(text)) == speaker


def test_initials_mean_the_institution_that_has_them(either_pass):
    text = "The World Harbour League said it was late.\n\nWHL added that it was cold."
    assert last_speaker(either_pass(text)) == "World Harbour League"


def test_no_ends_a_sentence_unless_a_number_follows(either_pass):
    assert len(either_pass("Ann Dale said no. Ms Reed left. Boat No. 5 was lost.").claims) == 3


@pytest.mark.parametrize("mention", ["the striker", "the 19-year-old", "The midfielder"])
def test_a_position_or_an_age_means_the_person_in_focus(either_pass, mention):
    text = f"Kasper Brill, 19, who came on loan, admitted he had been nervous. “My legs were shaking,” {mention} said."
    assert last_speaker(either_pass(text)) == "Kasper Brill"


def test_the_harbour_master_nobody_named_means_nobody_else(either_pass):
    text = "Kasper Brill admitted he had been nervous. “The tide was late and high,” the harbour master said."
    assert last_speaker(either_pass(text)) == "harbour master"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Dunn campaign manager Patty Oakes", "Patty Oakes"),
        ("Dunn’s rival Lena Marsh", "Lena Marsh"),
        ("Lena Marsh, the wife of Walter Dunn,", "Lena Marsh"),
        ("DCI Marsh", "Lena Marsh"),
    ],
)
def test_the_name_that_a_mention_leads_up_to_is_the_speaker(either_pass, printed, name):
    text = f"Walter Dunn and Lena Marsh met at the hall.\n\n“The numbers are good this year,” {printed} said."
    assert last_speaker(either_pass(text)) == name


@pytest.mark.parametrize(
    "name", ["Halden Fire and Rescue Service", "Department of Health and Care", "Port Ellin Food and Drugs Board"]
)
def test_an_institution_may_have_and_in_its_name(either_pass, name):
    assert last_speaker(either_pass(f"It was late.\n\nIt was very cold, according to the {name}.")) == name


def test_two_institutions_are_not_one(either_pass):
    text = "It was late.\n\nAnn Dale and Halden Council said it was cold."
    assert last_speaker(either_pass(text)) == "Ann Dale"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (DALE + "“Mr Reed slept through it all,” she said.", "Ann Dale"),
        ("Rob Ince spoke first.\n\n“Mr Reed slept through it all,” he said.", "Rob Ince"),
        ("Rob Ince spoke first. Christmas came.\n\nHe said the boats were late.", "Rob Ince"),
        ("The operator of the Sella ferry said the boats were late.", "operator of the Sella ferry"),
        ("The boats were late, the transport office in Bern said.", "transport office in Bern"),
        ("The MP for Calder North, Rob Ince, said the boats were late.", "Rob Ince"),
        ("A woman who was on the quay, and who gave no name, said she had heard it.", "woman who was on the quay"),
        ("Norr officials said the boats were late. They said the fares would rise.", "Norr officials"),
        ("The harbour ministry turned down the plan. It called it “neither safe nor cheap”.", "harbour ministry"),
        (
            "“We own the sea,” according to the statement issued by a crew led by Captain Rob Ince.",
            "crew led by Captain Rob Ince",
        ),
        ("Ann Dale has been port minister for a week. The minister said the boats were late.", "Ann Dale"),
        ("“We regret it all,” a statement from Norrmar Lines read.", "Norrmar Lines"),
        ("The court heard that Ann Dale told police in interview: “He said I could have it.”", "Ann Dale"),
        ("Council said no.\n\nThe county council said it rained.", "county council"),
        ("Minister for Health Rob Ince said the boats were late.", "Rob Ince"),
        ("Board President Rob Ince spoke. He said the boats were late.", "Rob Ince"),
        ("“The boats were late again,” wrote Norrmar’s Imke Vos.", "Imke Vos"),
        ("The report, by the Harbour Auditor, said the boats were late.", "Harbour Auditor"),
        ("The boats were late, according to an audit tabled in parliament on Friday.", "audit"),
        ("The fares rose, according to a copy obtained by the Ledger.", "copy"),
        ("The Norr Sea Fund paid for it. A spokesperson for the fund said the boats were late.", "Norr Sea Fund"),
        (
            "A person close to the board said it rained. “It was not a pleasant day,” the person said.",
            "person close to the board",
        ),
        ("The study was paid for by the Norr Fund. The study found that the boats were late.", "study"),
        ("Ann Dale told staff that the firm had “grown too fast”, according to two people there.", "Ann Dale"),
        ("Ann Dale, a clerk who first complained to the port in May, said she was glad.", "Ann Dale"),
        ("Norr Post came. A spokesperson for Norr Police said: “Officers were on the quay.”", "Norr Police"),
        ("Rob Ince spoke.\n\nA GP in Norr described being hit. “I took off my coat then,” she said.", "GP in Norr"),
        ("Ineke van Rossum spoke. “We stopped playing at nine,” said the Dutchwoman.", "Ineke van Rossum"),
        ("A lawyer for Mr Ince said that he would appeal.", "lawyer for Mr Ince"),
        ("The Order of the Heron met. It warned that poachers would be fined.", "Order of the Heron"),
        ("Robin Kroll said he had sold his boat.\n\n“It was loud and long,” she said.", "Robin Kroll"),
        ("The Norr Harbour Depth Survey came out.\n\nThe report says it is deep.", "Norr Harbour Depth Survey"),
    ],
)
def test_whom_a_mention_means(full_pass, text, speaker):
    assert last_speaker(full_pass(text)) == speaker


def test_a_role_is_known_from_a_later_sentence(full_pass):
    text = "The pier will open, its director said.\n\n“Not before the end of May,” said the director, Rob Ince."
    assert said_by(full_pass(text))[0][1] == "Rob Ince"
