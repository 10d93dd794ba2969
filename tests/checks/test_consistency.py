"""When two names of the draft are one person's, body's or place's in two spellings."""

import pytest

import desk

NOTHING = ["The council met."]


def told(draft, sources=NOTHING):
    return [(f.text, f.suggestions) for f in desk.findings(sources, draft) if f.rule == "inconsistent-spelling"]


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("Owen Rudd kept the gate. For Rud it was a long day.", "Rud", "Rudd"),
        ("Bram van Loonen baked. “It rose,” said Van Lonen.", "Lonen", "Loonen"),
        ("Jana Trnková sang. “It was cold,” Trňková says.", "Trňková", "Trnková"),
        ("Emre Çetin drove. Mr Cetin was late.", "Cetin", "Çetin"),
        ("Rosa Calvetti sang. “I was cold,” said Calvatti.", "Calvatti", "Calvetti"),
        (
            "Ida Bremmer sent forty; Mr Bremmer is welcome to send more, and Mr Bremer's wife laughed.",
            "Bremer",
            "Bremmer",
        ),
        ("Henrik Aalund sells boats. Dr Alund has three.", "Alund", "Aalund"),
    ],
)
def test_a_surname_alone_is_written_as_in_the_full_name(draft, wrong, right):
    assert told(draft) == [(wrong, (right,))]


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        ("Teresa Bucksom danced. In May Theresa Bucksom won.", "Theresa", "Teresa"),
        ("Zoé Lamarre swims. On Sunday Zoe Lamarre swam.", "Zoe", "Zoé"),
        ("Annika Rohde runs. In May Annika Rohede won.", "Rohede", "Rohde"),
        ("The Brandauer Foundation paid. The Branndauer Foundation was thanked.", "Branndauer", "Brandauer"),
        ("The mill in Unterweiden stands. Nobody in Untterweiden minds.", "Untterweiden", "Unterweiden"),
    ],
)
def test_one_word_of_a_name_changes(draft, wrong, right):
    assert told(draft) == [(wrong, (right,))]


def test_the_rarer_spelling_is_the_wrong_one_and_the_other_place_is_the_evidence():
    draft = "Liv Tollefsson came. Tollefson sang. Tollefson left."
    [finding] = desk.findings(NOTHING, draft)
    assert (finding.text, finding.suggestions) == ("Tollefsson", ("Tollefson",))
    assert [draft[e.span.start : e.span.end] for e in finding.evidence] == ["Tollefson"]


def test_the_spelling_of_the_sources_is_the_right_one_however_rare():
    draft = "“Fine,” said Tollefsen. “Good,” said Tollefsen. Liv Tollefsson laughed."
    assert told(draft, ["Liv Tollefsson runs the harbour."]) == [("Tollefsen", ("Tollefsson",))] * 2


@pytest.mark.parametrize(
    "draft",
    [
        "Owen Rudd kept the gate. For Rudd's wife it was a long day. The Rudds left.",
        "Erik Solheim came with Erik Solhaim. Solheim sang, Solhaim played.",
        "Erik Solheim came. Solheim sang, Solhaim played.",
        "Ms Meiner's dog bit Ms Mainer. Then Ms Mainer sued.",
        "Teresa Bucksom danced. Her cousin Theresa Bucksom sang.",
        "Teresa Bucksom danced. Theresa Bucksom, who is no relation, sang.",
        "Jakub Brandt came. Jacub Brandt, another man of that name, left.",
        "Finance minister Lars Holmsen came. The health minister, Lars Holmson, left.",
        "Owen Rudd kept the gate. Jane Rud, a nurse, kept the door. Rud laughed.",
        "Hans Tellmann sang. Telmann, a composer of that age, did not.",
        "Emre Çetin drove. “Mr Cetin was late,” her note said.",
        "Emre Çetin drove. The label had his name as Cetin.",
        "Karl Lenz wrote it. A Lenzian read it. Lenzians came.",
        "Jan Berg sells shoes. In May Jon Berg bought them.",
        "Andre Lavigne left. Andrea Lavigne stayed.",
        "Jose Brito ran. José de Brito swam.",
        "Luis Prados came. Pradós, Peru's president, left.",
        "Adam Rose won. Rosé wine is pink.",
        "- Ana Lopez 12\n- Eva Kos 11\n- Ana Lopes 10",
        "Olga Karimov left. On Monday Olga Karimova came.",
        "Gary Lee spoke. Lea is a river.",
        "Owen Ford kept the gate. Forde Abbey is old.",
        "The Northern Foundation paid. The Norther Foundation was thanked.",
    ],
)
def test_what_may_be_two_names_is_left_alone(draft):
    assert told(draft) == []
