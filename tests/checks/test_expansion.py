"""Acronyms and their expansions against the sources; the drafts are marked in CriticMarkup."""

import pytest

import critic
import desk

HARBOUR = "The Baltic Harbour Safety Board (BHSB) met in May."
TREATY = "The Northern Waters Treaty Organization (NWTO) met."
DISPLAY = "The fault is a Timed element Display of Signals (TeDoS)."
IMAGING = "She had magnetic resonance imaging (MRI) in May."
ENERGY = "Inspectors of the International Atomic Energy Agency (IAEA) came."
REFUGEES = "The United Nations High Commissioner for Refugees (UNHCR) spoke."
HEALTH, TRADE = "The World Health Organization (WHO) warned.", "The World Trade Organization (WTO) ruled."
DATA = "The General Data Protection Regulation (GDPR) applies."
MEDICINES = "The European Medicines Agency (EMA) approved the drug."


def told(sources, draft, path="draft.md"):
    sources = [sources] if isinstance(sources, str) else sources
    return [
        (finding.span, finding.text, finding.suggestions[0])
        for finding in desk.findings(sources, draft, path)
        if finding.rule in ("wrong-expansion", "inconsistent-expansion", "misspelled-name")
    ]


def marks(draft):
    return [(expected.span, expected.text, expected.suggestion) for expected in critic.read(draft).expected]


@pytest.mark.parametrize(
    "draft",
    [
        "The Baltic Harbour {~~Savings~>Safety~~} Board (BHSB) paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board [BHSB] paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board (“BHSB”) paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board (the BHSB) paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board (B.H.S.B.) paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board (abbreviated: BHSB) paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board (BHSB for short) paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board (hereinafter BHSB) paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board (BHSB; founded 1901) paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board, or BHSB, paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board, BHSB for short, paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board, known as the BHSB, paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board, better known by its acronym BHSB, paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board, abbreviated to BHSB, paid.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board is abbreviated as BHSB.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board – BHSB – paid.",
        "BHSB (Baltic Harbour {~~Savings~>Safety~~} Board) paid.",
        "BHSB (short for Baltic Harbour {~~Savings~>Safety~~} Board) paid.",
        "The BHSB, or Baltic Harbour {~~Savings~>Safety~~} Board, paid.",
        "The BHSB, which stands for the Baltic Harbour {~~Savings~>Safety~~} Board, paid.",
        "BHSB stands for “Baltic Harbour {~~Savings~>Safety~~} Board”.",
        "BHSB is the acronym of the Baltic Harbour {~~Savings~>Safety~~} Board.",
        "## BHSB: Baltic Harbour {~~Savings~>Safety~~} Board\n\nIt paid.",
        "- **BHSB** — Baltic Harbour {~~Savings~>Safety~~} Board\n- another item",
        "| Short | Long |\n|---|---|\n| BHSB | Baltic Harbour {~~Savings~>Safety~~} Board |\n",
        "| Long | Short |\n|---|---|\n| Baltic Harbour {~~Savings~>Safety~~} Board | BHSB |\n",
        "*Baltic Harbour {~~Savings~>Safety~~} Board* (**BHSB**) paid.",
        "We call it baltic harbour {~~savings~>safety~~} board (BHSB) here.",
        "The Baltic Harbour {~~Savings~>Safety~~} Board's (BHSB) year was good.",
    ],
)
def test_an_expansion_is_found_in_every_shape(draft):
    assert told(HARBOUR, critic.read(draft).draft) == marks(draft)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("BHSB | Baltic Harbour Safety Board", "The Baltic {~~Haulage~>Harbour~~} Safety Board (BHSB) paid."),
        ("BHSB: Baltic Harbour Safety Board", "The Baltic {~~Haulage~>Harbour~~} Safety Board (BHSB) paid."),
        (ENERGY, "The International {~~Atomic~>Atomic Energy~~} Agency (IAEA) came."),
        (ENERGY, "The International {~~Atomic Nuclear~>Atomic~~} Energy Agency (IAEA) came."),
        (ENERGY, "The International {~~Energy Atomic~>Atomic Energy~~} Agency (IAEA) came."),
        (ENERGY, "The International Atomic Energy {~~Authority~>Agency~~} (IAEA) came."),
        (TREATY, "The Northern Waters Treaty {~~Alliance~>Organization~~} (NWTO) met."),
        (TREATY, "The {~~Southern~>Northern~~} Waters Treaty Organisation (NWTO) met."),
        (DISPLAY, "It is a {~~Temporal~>Timed element~~} Display of Signals (TeDoS)."),
        (DISPLAY, "It is a Timed {~~event~>element~~} Display of Signals (TeDoS)."),
        (IMAGING, "He had magnetic {~~radiation~>resonance~~} imaging (MRI)."),
        (IMAGING, "He had Magnetic Resonance {~~Scanning~>Imaging~~} (MRI)."),
        (REFUGEES, "The United Nations High {~~Commission~>Commissioner~~} for Refugees (UNHCR) spoke."),
        (REFUGEES, "The UN High {~~Commission~>Commissioner~~} for Refugees (UNHCR) spoke."),
        (DATA, "GDPR (General Data {~~Privacy~>Protection~~} Regulation) applies."),
        ("The World Wide Web Consortium (W3C) met.", "The World Wide Web {~~Council~>Consortium~~} (W3C) met."),
        ("The Group of Twenty (G20) met.", "The {~~Club~>Group~~} of Twenty (G20) met."),
        ("A memorandum of understanding (MoU)", "A memorandum of {~~agreement~>understanding~~} (MoU) was signed."),
        ("Frente Popular de Acción Rural (FPAR)", "The Frente Popular de {~~Unidad~>Acción~~} Rural (FPAR) won."),
        ("Médecins Sans Frontières (MSF) came.", "{~~Docteurs~>Médecins~~} Sans Frontières (MSF) came."),
        (
            "Popular Front for the Liberation of Ruritania (PFLR)",
            "{~~People's~>Popular~~} Front for Liberation of Ruritania (PFLR)",
        ),
        (
            "The United Nations Educational, Scientific and Cultural Organization (UNESCO) met.",
            "The United Nations {~~Economic~>Educational~~}, Scientific and Cultural Organization (UNESCO) met.",
        ),
    ],
)
def test_exactly_the_words_that_differ_are_marked(source, draft):
    assert told(source, critic.read(draft).draft) == marks(draft)


@pytest.mark.parametrize(
    ("sources", "draft"),
    [
        (MEDICINES, "The European Medicines Agency ({~~EMEA~>EMA~~}) approved it."),
        (HARBOUR, "The Baltic Harbour Safety Board ({~~BHBS~>BHSB~~}) paid."),
        ([HEALTH, TRADE], "The World Health Organization ({~~WTO~>WHO~~}) warned."),
        (HARBOUR, "The {~~BHBS~>BHSB~~} paid."),
        (HARBOUR, "The {~~BHHSB~>BHSB~~} paid."),
    ],
)
def test_a_wrong_acronym_is_marked_itself(sources, draft):
    assert told(sources, critic.read(draft).draft) == marks(draft)


def test_initials_tell_what_an_acronym_stands_for_that_sources_never_expand():
    source = "The International Atomic Energy Agency met in Vienna. The IAEA was founded in 1957."
    draft = "The International {~~Atomic~>Atomic Energy~~} Agency (IAEA) met."
    assert told(source, critic.read(draft).draft) == marks(draft)


def test_up_to_three_sources_are_the_evidence():
    [finding] = desk.findings([HEALTH] * 4, "The World Hunger Organization (WHO) warned.")
    assert [evidence.span.of(evidence.document.text) for evidence in finding.evidence] == [
        "World Health Organization"
    ] * 3
    assert "World Health Organization" in finding.message


@pytest.mark.parametrize(
    ("sources", "draft"),
    [
        (HEALTH, "The World Health Organisation (WHO) warned. WHO, the world health organization, warned."),
        (
            HEALTH,
            "The world's health body (WHO) warned. The UN health agency (WHO) and the Health Organization (WHO) too.",
        ),
        (HEALTH, "The World Health Report (WHO) and the World Trade Report (WHO, 2020) say so."),
        (HEALTH, "World Health Organization Director Anne Larsen (WHO) spoke for the World Trade Bank (WHO partner)."),
        (
            [HEALTH, TRADE],
            "The World Trade Organization, and the WHO, met. Ask the World Trade Organization, or the WHO.",
        ),
        (HEALTH, "The World Trade Organization, the WHO said, is late."),
        (HEALTH, "It is not the World Hunger Organization (WHO)."),
        (HEALTH, "He wrongly wrote World Hunger Organization (WHO)."),
        (HEALTH, "We wrote World Hunger Organization (WHO); it is the World Health Organization."),
        (HEALTH, "“The World Hunger Organization (WHO) is strong,” he said."),
        (HEALTH, "The “World Hunger Organization” (WHO), as the joke goes, laughed."),
        (HEALTH, "`World Hunger Organization (WHO)` is code."),
        (
            "The Ruritanian Revolution Guards Corps (RRGC)",
            "Ruritania's Guards (RRGC) and the Revolutionary Guards (RRGC) moved.",
        ),
        (
            "The Italian Space Agency (ISA) flew.",
            "The Israel Space Agency (ISA) flew. The Israeli Space Agency (ISA) flew.",
        ),
        ("The European Union (EU) agreed.", "The European University (EU) agreed."),
        ("A denial of service (DoS) began.", "A Distributed Denial of Service (DDoS) began."),
        ("The United States (US) agreed.", "The United States (USA) agreed."),
        ("The Ministry of Defence (MoD)", "The Ministry of Defence (UK) agreed."),
        ("Emma Smith (BBC) spoke.", "Maria Smith (BBC) spoke."),
        ("The Polish Football Association (PZPN) met.", "The Polish Football Federation (PZPN) met."),
        ("Environment, Social and Governance (ESG)", "Environmental, Social and Governance (ESG)"),
        ("A Veterans Service Organization (VSO)", "Veterans service officers (VSO) help."),
        ("Chief Executive Officer (CEO)", "The Chief Executive (CEO) left."),
        ("Earnings per share (EPS) rose.", "Diluted earnings per ordinary share (EPS) rose."),
        ("earnings before interest and taxes (EBIT)", "Earnings before interest and tax (EBIT) rose."),
        ("XY Modules (XYM)", "XY6 Modules (XYM)"),
        ("Human immunodeficiency virus (HIV)", "human immunodeficiency viruses (HIV)"),
        (
            "Automated teller machines (ATMs)",
            "The automated teller machine (ATM); an asynchronous transfer mode (ATM) link.",
        ),
        ("The U.N. Development Programme (UNDP)", "The United Nations Development Program (UNDP) paid."),
        ("Department of Defense (DoD)", "The Department of Defence (DOD) paid."),
        ("The Centre for Labour Law (CLL)", "The Center for Labor Law (CLL) opened."),
        (
            "The National Basketball Association (NBA)",
            "The National Basketball Association (NBA) is no National Bar Association (NBA).",
        ),
        ("The National Art Board (NAB) met. The National Audit Board left.", "The National Audit Board (NAB) paid."),
        ("The UNHCR spoke.", "The United Nations Human Rights Council (UNHRC) spoke. The UNHRC met."),
        ("The UNHCR spoke. The UNHRC spoke.", "The UNHRC spoke."),
        (
            "Anne Larsen (WHO) spoke.",
            "The European Organization for Nuclear Research (CERN) and the World Bank (IMF) met.",
        ),
    ],
)
def test_what_may_be_right_is_left_alone(sources, draft):
    assert told(sources, draft) == []


@pytest.mark.parametrize(
    "draft",
    [
        "The Fjord Safety Board (FSB) met. The Fjord {~~Savings~>Safety~~} Board (FSB) paid.",
        "The Fjord Safety Board (FSB) met. FSB stands for Fjord {~~Savings~>Safety~~} Board.",
        "The Fjord Board (FSB) paid. The Fjord Safety Board (FSB) met.",
        "The Inner {~~Fjord~>Fjord Safety~~} Board (IFSB) paid. The Inner Fjord Safety Board (IFSB) met.",
        "The Fjord Safety Board (FSB) met. The {~~FBS~>FSB~~} paid.",
        "The Fjord Safety Board (FSB) met. The Fjord Safety Board ({~~FSSB~>FSB~~}) paid.",
        "The Fjord Safety Board (FSB) met. The French Sailing Bank (FSB) paid.",
        "The Fjord Safety Board (FSB) met. The Fjord Safety Boards (FSBs) paid. FSB (fjord safety board) left.",
        "The Fjord Safety Board (FSB) met. A memo wrongly had Fjord Savings Board (FSB).",
    ],
)
def test_a_draft_agrees_with_itself(draft):
    assert told("The council met.", critic.read(draft).draft) == marks(draft)
