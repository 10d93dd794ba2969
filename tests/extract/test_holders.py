"""Who a sentence says holds which office or rank, over many fields and forms; and who it does not say so of."""

import pytest

import desk
from factlint.model import Slot


def offices(text):
    """Each holder with head, portfolios, country, and the words of the body."""
    statements = desk.account(text).about(Slot.OFFICE)
    return [
        (
            str(s.subject[0]),
            s.value.head.name,
            " ".join(sorted(s.value.portfolios)),
            s.value.country or "",
            " ".join(sorted(s.value.body)),
        )
        for s in statements
    ]


def holders(text):
    return [(holder, head) for holder, head, *_ in offices(text)]


def ranks(text):
    return [(str(s.subject[0]), s.value.name) for s in desk.account(text).about(Slot.RANK)]


def qualifiers(text):
    [statement] = desk.account(text).about(Slot.OFFICE)
    return set(statement.value.qualifiers)


@pytest.mark.parametrize(
    ("text", "portfolio", "country"),
    [
        ("Danish defense minister Nora Lind spoke.", "defense", "Denmark"),
        ("Defence Minister Nora Lind spoke.", "defense", ""),
        ("Nora Lind, Minister of Defence of Denmark, spoke.", "defense", "Denmark"),
        ("Denmark's minister for defence, Nora Lind, spoke.", "defense", "Denmark"),
        ("The country's defence minister, Nora Lind, spoke.", "defense", ""),
        ("Nora Lind, who is the Danish minister of health, spoke.", "health", "Denmark"),
        ("Nora Lind, who was appointed minister of health in 2019, spoke.", "health", ""),
        ("Nora Lind was sworn in as finance minister of Peru.", "finance", "Peru"),
        ("As foreign minister, Nora Lind met the king.", "foreign", ""),
        ("Nora Lind, as minister of labour, signed the order.", "labor", ""),
        ("Finance minister since 2010, Nora Lind resigned.", "finance", ""),
        ("After serving as minister of trade, Nora Lind retired.", "trade", ""),
        ("The German Federal Minister of the Interior, Nora Lind, spoke.", "interior", "Germany"),
        ("The minister of culture is Nora Lind.", "culture", ""),
        ("Justice Minister Nora Lind spoke.", "justice", ""),
    ],
)
def test_ministers(text, portfolio, country):
    assert offices(text) == [("Nora Lind", "minister", portfolio, country, "")]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Nora Lind was named chief executive in 2019.", "chief executive officer"),
        ("The board appointed Nora Lind as chief executive.", "chief executive officer"),
        ("The board named Nora Lind chief financial officer.", "chief financial officer"),
        ("The board named Nora Lind chairman.", "chairman"),
        ("Nora Lind became chairman in May.", "chairman"),
        ("Nora Lind serves as treasurer.", "treasurer"),
        ("Nora Lind had served for ten years as treasurer.", "treasurer"),
        ("Nora Lind took over as head coach in May.", "head coach"),
        ("Nora Lind retired as comptroller in 2010.", "comptroller"),
        ("Nora Lind stepped down as chief operating officer.", "chief operating officer"),
        ("The company's chief financial officer, Nora Lind, sold shares.", "chief financial officer"),
        ("Nora Lind, MD, director, spoke.", "director"),
        ("Nora Lind, Ph.D., director, spoke.", "director"),
        ("Nora Lind, 54, the first female director, spoke.", "director"),
        ("Nora Lind (born 1954) is a director.", "director"),
        ("Nora Lind — the director — spoke.", "director"),
        ("Nora Lind (director) spoke.", "director"),
        ("Treasurer: Nora Lind", "treasurer"),
        ("- Nora Lind, treasurer", "treasurer"),
        ("Nora Lind\nDirector", "director"),
        ("“We will win,” said Nora Lind, a spokeswoman.", "spokesperson"),
        ("Elected president in 2010, Nora Lind reformed the club.", "president"),
        ("Appointed to the post of governor in 1910, Nora Lind left.", "governor"),
        ("Nora Lind, who met Karl Dahl in Rome, was named director.", "director"),
        ("Nora Lind joined the bank in 1990 and later served as director.", "director"),
        ("Its first president was Nora Lind.", "president"),
        ("Chief Brand and Digital Officer Nora Lind spoke.", "chief brand and digital officer"),
        ("The appointment of Nora Lind as registrar came late.", "registrar"),
        ("The museum's curator of prints, Nora Lind, spoke.", "curator"),
        ("Mission manager Nora Lind watched.", "mission manager"),
        ("Nora Lind was a good swimmer. She was later elected mayor.", "mayor"),
        ("The head coach, Nora Lind of Bergen, spoke.", "head coach"),
    ],
)
def test_forms_in_which_an_office_is_given(text, head):
    assert holders(text) == [("Nora Lind", head)]


@pytest.mark.parametrize(
    ("text", "head", "body"),
    [
        ("Vestas CEO Nora Lind spoke.", "chief executive officer", "vestas"),
        ("CEO of Vestas Nora Lind spoke.", "chief executive officer", "vestas"),
        ("Vestas's director Nora Lind spoke.", "director", "vestas"),
        ("Nora Lind (Vestas CEO) spoke.", "chief executive officer", "vestas"),
        ("Nora Lind is dean of the Hartley School of Law.", "dean", "hartley law school"),
        (
            "Nora Lind is a research scientist at the Raymond Institute.",
            "research scientist",
            "institute raymond",
        ),
        ("Harvard professor Nora Lind spoke.", "professor", "harvard"),
        ("Nora Lind is a professor of physics at Oslo University.", "professor", "oslo university"),
        ("Valley Commission chairman Nora Lind spoke.", "chairman", "commission valley"),
        ("Governor Nora Lind of Texas spoke.", "governor", "texas"),
        ("Oslo Mayor Nora Lind spoke.", "mayor", "oslo"),
        ("Bergen's mayor, Nora Lind, spoke.", "mayor", "bergen"),
        ("Nora Lind, director, Port Institute, spoke.", "director", "institute port"),
        ("Judge Nora Lind of the High Court ruled.", "judge", "court high"),
        ("Port Safety Agency (PSA) Administrator Nora Lind spoke.", "administrator", "agency port safety"),
        ("Nora Lind was principal conductor of the Oslo Philharmonic.", "principal conductor", "oslo philharmonic"),
        ("Nora Lind, a spokeswoman for the Port Board, spoke.", "spokesperson", "board port"),
        (
            "Nora Lind, principal investigator of ESA's Corvid mission, spoke.",
            "principal investigator",
            "corvid esa mission",
        ),
        ("Nora Lind, head of the Medicines Agency, spoke.", "head", "agency medicines"),
        ("Nora Lind was elected Bishop of Lund.", "bishop", "lund"),
        ("Denmark's ambassador to Norway, Nora Lind, spoke.", "ambassador", "norway"),
    ],
)
def test_the_body_of_an_office(text, head, body):
    [(holder, found, _, _, words)] = offices(text)
    assert (holder, found, words) == ("Nora Lind", head, body)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Chairman and CEO Nora Lind spoke.", ["chairman", "chief executive officer"]),
        ("Nora Lind, chairman, president and CEO, spoke.", ["chairman", "president", "chief executive officer"]),
        ("Nora Lind is senior vice president and general counsel of Vestas.", ["president", "general counsel"]),
        ("Nora Lind, ex-chief executive and now chairman, spoke.", ["chief executive officer", "chairman"]),
        ("The founder and director, Nora Lind, spoke.", ["director"]),
        ("The king and the prime minister, Nora Lind, spoke.", ["prime minister"]),
    ],
)
def test_several_offices_of_one_person(text, heads):
    assert holders(text) == [("Nora Lind", head) for head in heads]


@pytest.mark.parametrize(
    "text",
    [
        "Hon. Nora Lind, OJ, CD, director, spoke.",
        "Nora Lind, R.N., M.P.H., director, spoke.",
        "Nora Lind, MSc (Hons), director, spoke.",
        "Nora Lind, CPA, CFE, Director",
        "Nora Lind spoke. She, the director, was late.",
        "Nora Lind came. The king met her, then director, in May.",
    ],
)
def test_letters_behind_a_name_and_pronouns_before_an_office(text):
    assert holders(text) == [("Nora Lind", "director")]


@pytest.mark.parametrize(
    ("text", "head", "body", "speciality"),
    [
        ("Nora Lind, a Juno co-investigator from Texas, spoke.", "co-investigator", "juno", ""),
        ("Nora Lind, the ESA navigation team lead, spoke.", "team leader", "esa", "navigation"),
        ("Nora Lind, the Road-to-Mars mission manager, spoke.", "mission manager", "road-to-mars", "mission"),
        ("Nora Lind, a young veteran navigation engineer, spoke.", "engineer", "", "navigation"),
        ("Nora Lind is a respected fitness coach.", "coach", "", "fitness"),
        ("Fitness coach Nora Lind spoke.", "coach", "", "fitness"),
        ("Nora Lind, Lumen's experiments manager, spoke.", "manager", "lumen", "experiments"),
        ("Nora Lind, the club president, spoke.", "president", "club", ""),
        ("Nora Lind, professor of physics at Oslo University, spoke.", "professor", "oslo university", "physics"),
        ("Nora Lind is a long-serving Oslo-based coach.", "coach", "", ""),
        ("Karl met coach Nora Lind.", "coach", "", ""),
        ("Nora Lind is a principal engineer at Lumen.", "engineer", "lumen", ""),
    ],
)
def test_what_an_office_is_for(text, head, body, speciality):
    [statement] = [s for s in desk.account(text).about(Slot.OFFICE) if str(s.subject[0]) == "Nora Lind"]
    office = statement.value
    assert (office.head.name, " ".join(sorted(office.body)), " ".join(office.speciality)) == (head, body, speciality)


@pytest.mark.parametrize("text", ["Nora Lind is an engineer.", "Nora Lind, the French scientist, spoke."])
def test_a_profession_is_no_office(text):
    assert holders(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nora Lind is President of Vestas, Inc. and Treasurer.",
        "Nora Lind, President of Vestas & Co. Ltd. and Treasurer, spoke.",
        "Nora Lind, president of Royal Vestas N.V. and treasurer, spoke.",
    ],
)
def test_a_legal_form_ends_no_office(text):
    assert holders(text) == [("Nora Lind", "president"), ("Nora Lind", "treasurer")]


def test_a_row_of_offices_shares_its_body():
    found = offices("Nora Lind, chairman and chief executive officer of Vestas, spoke.")
    assert [body for *_, body in found] == ["vestas", "vestas"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presidents Nora Lind and Karl Dahl met.", [("Nora Lind", ""), ("Karl Dahl", "")]),
        ("Presidents Nora Lind of Iran and Karl Dahl of Syria met.", [("Nora Lind", "Iran"), ("Karl Dahl", "Syria")]),
        ("Ministers Nora Lind of Iran and Karl Dahl of Syria met.", [("Nora Lind", "Iran"), ("Karl Dahl", "Syria")]),
    ],
)
def test_one_word_for_the_offices_of_several_people(text, expected):
    assert [(holder, country) for holder, _, _, country, _ in offices(text)] == expected


def test_who_succeeds_and_who_is_succeeded_held_the_office():
    assert holders("Nora Lind succeeded Karl Dahl as director.") == [
        ("Nora Lind", "director"),
        ("Karl Dahl", "director"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former acting deputy director Nora Lind spoke.", {"former", "acting", "deputy"}),
        ("President-elect Nora Lind spoke.", {"elect"}),
        ("Then-Foreign Minister Nora Lind spoke.", {"past"}),
        ("Ex-Danish prime minister Nora Lind spoke.", {"former"}),
        ("Nora Lind resigned as chairman.", {"former", "past"}),
        ("Nora Lind, previously chairman, spoke.", {"former"}),
        ("Nora Lind serves as chairman.", set()),
        ("Nora Lind served as chairman.", {"past"}),
    ],
)
def test_qualifiers(text, expected):
    assert qualifiers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nora Lind met the Prime Minister.",
        "Nora Lind visited the Prime Minister's Office.",
        "Nora Lind won the general election and drives a coach.",
        "Dean Acheson met Marshall Holm.",
        "The son of Nora Lind is the director.",
        "A friend of Nora Lind was appointed chief executive.",
        "Nora Lind's brother served as governor.",
        "Nora Lind appointed the director.",
        "The police chief told officer Lind.",
        "The president of the board, Lind said, was late.",
        "He watched Nora Lind as the prosecutor spoke.",
        "In sentencing Lind, the judge said he was sorry.",
        "Mr Lind said: “He was not the owner of the house.”",
        "Karl Dahl said Nora Lind had left and served as director.",
        "Karl Dahl was a student of Nora Lind who became the leader of the movement.",
        "Nora Lind, whose head was cut, wept.",
        "The Chief Market Leader role went to Nora Lind.",
        "Da Nora Lind came.",
        "Nora Lind, heir to Karl Lind, became chairman.",
    ],
)
def test_who_holds_no_office(text):
    assert holders(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister's adviser Nora Lind spoke.", [("Nora Lind", "adviser")]),
        ("Nora Lind, a senior adviser to the President, spoke.", [("Nora Lind", "adviser")]),
        ("Nora Lind won with Karl Dahl as her vice president.", [("Karl Dahl", "president")]),
        ("Nora Lind, not Karl Dahl, is the chairman.", [("Nora Lind", "chairman")]),
        ("Karl Berg, Anna Dahl and Nora Lind, a lawyer, was named judge.", [("Nora Lind", "judge")]),
        ("The club praised Nora Lind, (manager) Karl Dahl and all.", [("Karl Dahl", "manager")]),
    ],
)
def test_the_true_holder(text, expected):
    assert holders(text) == expected


@pytest.mark.parametrize(
    ("text", "holder", "rank"),
    [
        ("Lieutenant-General Karl Dahl spoke.", "Karl Dahl", "lieutenant general"),
        ("Maj Gen Karl Dahl spoke.", "Karl Dahl", "major general"),
        ("Col. (ret.) Karl Dahl spoke.", "Karl Dahl", "colonel"),
        ("1st Lt Karl Dahl spoke.", "Karl Dahl", "first lieutenant"),
        ("Rear Admiral (lower half) Karl Dahl spoke.", "Karl Dahl", "rear admiral"),
        ("Wing Commander Karl Dahl flew.", "Karl Dahl", "wing commander"),
        ("Police Det Ch Insp Karl Dahl spoke.", "Karl Dahl", "detective chief inspector"),
        ("Captain de Villiers led them.", "de Villiers", "captain"),
        ("Count Karl Dahl spoke.", "Karl Dahl", "count"),
        ("Karl Dahl served as a first lieutenant in the Army.", "Karl Dahl", "first lieutenant"),
        ("Karl Dahl studied law. A second lieutenant in the war, he traded oil.", "Karl Dahl", "second lieutenant"),
        ("A second lieutenant in the war, Karl Dahl traded oil.", "Karl Dahl", "second lieutenant"),
        ("Karl Dahl was promoted to major general.", "Karl Dahl", "major general"),
        ("Karl Dahl was made a captain in the navy.", "Karl Dahl", "captain"),
        ("Karl Dahl held the rank of colonel.", "Karl Dahl", "colonel"),
        ("Karl Dahl, head of Peru's armed forces, is a major general.", "Karl Dahl", "major general"),
        ("Karl Dahl rose to the rank of vice admiral.", "Karl Dahl", "vice admiral"),
    ],
)
def test_forms_in_which_a_rank_is_given(text, holder, rank):
    assert ranks(text) == [(holder, rank)]


def test_one_word_for_the_ranks_of_several_people():
    assert ranks("Generals Karl Dahl and Nils Aas met.") == [("Karl Dahl", "general"), ("Nils Aas", "general")]


@pytest.mark.parametrize(
    "text",
    ["General Provisions apply.", "General Electric grew.", "Private Equity fell.", "It was a Major League game."],
)
def test_adjectives_that_look_like_ranks(text):
    assert ranks(text) == []


def relatives(text):
    return [(holder, head, body) for holder, head, _, _, body in offices(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg's niece Clara Holm ruled.", ("Clara Holm", "niece", "anna berg")),
        ("Clara Holm, niece of Anna Berg, ruled.", ("Clara Holm", "niece", "anna berg")),
        ("Clara Holm, a niece of the late Anna Berg, ruled.", ("Clara Holm", "niece", "anna berg")),
        ("Clara Holm was Anna Berg's eldest daughter.", ("Clara Holm", "daughter", "anna berg")),
        ("Anna Berg met her daughter, Clara Holm, in Rome.", ("Clara Holm", "daughter", "anna berg")),
        ("Anna Berg left in 1920. Her husband, Karl Dahl, stayed.", ("Karl Dahl", "husband", "anna berg")),
        ("Anna Berg, whose father Karl Berg was a smith, left.", ("Karl Berg", "father", "anna berg")),
        ("Karl Dahl was the widower of Anna Berg.", ("Karl Dahl", "husband", "anna berg")),
        ("Karl Berg left. His niece, the young Rome lawyer Clara Holm, stayed.", ("Clara Holm", "niece", "berg karl")),
        ("Anna Berg spoke. Clara Holm is Berg's cousin.", ("Clara Holm", "cousin", "anna berg")),
    ],
)
def test_whose_relative_somebody_is(text, expected):
    assert relatives(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg met Karl Dahl and his son, a boy of ten.",
        "Anna Berg and Karl Dahl spoke. His brother, Nils Aas, left.",
        "Father Brown met Mother Teresa.",
        "The sister ship of the Anna sank.",
        "Anna Berg's daughter's friend Clara Holm left.",
    ],
)
def test_who_is_nobody_s_relative(text):
    assert relatives(text) == []
