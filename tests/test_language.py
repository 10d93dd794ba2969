"""Languages: what a document declares decides, else its function words."""

import pytest
from msgspec.structs import replace

from factlint.files import load_lexica
from factlint.language import language_of
from factlint.text import Block, Document, Run

LEXICA = load_lexica()

ENGLISH = (
    "The harbour authority said on Tuesday that the ferry would not sail before noon, because the wind had turned in "
    "the night and two of the moorings were damaged. Passengers who had booked for the morning can travel with any "
    "later boat, or ask for their money back at the desk in the hall."
)
OTHERS = {
    "German": (
        "Die Hafenbehörde teilte am Dienstag mit, dass die Fähre erst am Mittag ablegen will, weil der Wind in der "
        "Nacht gedreht hat und zwei Poller beschädigt sind. Man war so spät am Ort, dass am Ende in der Halle an die "
        "hundert Leute standen; wer für den Morgen gebucht hatte, kann jedes spätere Schiff nehmen."
    ),
    "Dutch": (
        "De havendienst zei dinsdag dat de veerboot pas in de middag zal varen, omdat de wind in de nacht was gedraaid "
        "en er twee bolders stuk waren. Wie voor de ochtend had geboekt, kan met een latere boot mee of het geld aan "
        "de balie in de hal terug vragen. Men had het me al gezegd."
    ),
    "French": (
        "La capitainerie a fait savoir mardi que le bac ne partirait pas avant midi, car le vent a tourné dans la nuit "
        "et deux bornes sont abîmées. Les passagers qui avaient réservé pour le matin peuvent prendre un bateau plus "
        "tard, on rend aussi les billets au guichet de la grande salle."
    ),
    "Spanish": (
        "La autoridad del puerto dijo el martes que el transbordador no saldría antes del mediodía, porque el viento "
        "cambió durante la noche y dos amarres están dañados. Quien había reservado para la mañana puede tomar otro "
        "barco más tarde o pedir que le devuelvan el dinero en la sala."
    ),
    "Persian": "اداره بندر روز سه‌شنبه گفت که کشتی پیش از ظهر حرکت نخواهد کرد، زیرا باد در شب تغییر کرده است.",
    "Russian": "Портовая служба сообщила, что паром не выйдет до полудня, потому что ночью переменился ветер.",
}
NOTES = (
    "repair the north gate; paint benches; order rope, chains, two new lamps; check fire doors; clean drains; "
    "test alarm; move boats; replace broken glass, locks, signs; buy paper, ink, soap, coffee; call roof company"
)
NAMES = "Anne Larsen, Port Director; Ola Berg, Harbour Master; Ida Dahl, Chief Engineer; Nils Lund, Purser; " * 6


def document(text, **metadata):
    blocks = (Block(text, (Run(0, 0, len(text), len(text)),)),) if text else ()
    return Document("draft.md", text, blocks, metadata)


@pytest.mark.parametrize("text", [ENGLISH, NOTES, ENGLISH + NAMES])
def test_english_prose_and_english_notes_are_english(text):
    assert language_of(document(text), LEXICA) == "en"


@pytest.mark.parametrize("language", OTHERS)
def test_prose_in_another_language_has_no_lexicon(language):
    assert language_of(document(OTHERS[language]), LEXICA) is None


@pytest.mark.parametrize("text", ["", "1,204 – 88", "Larsen opens bridge", "Le pont est fermé.", NAMES])
def test_what_tells_nothing_is_taken_to_be_in_the_first_language(text):
    assert language_of(document(text), LEXICA) == "en"


def test_a_short_text_in_another_script_has_no_lexicon():
    assert language_of(document("باد تغییر کرد."), LEXICA) is None


def test_english_with_names_and_quotations_of_another_language_is_english():
    assert language_of(document(f"{ENGLISH} “{OTHERS['French'][:120]}”, said a sign. {NAMES}"), LEXICA) == "en"


@pytest.mark.parametrize(
    ("declared", "language"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("de", None), ("fr-CA", None)],
)
def test_what_the_document_declares_decides(declared, language):
    for text in (ENGLISH, OTHERS["German"], ""):
        assert language_of(document(text, lang=declared), LEXICA) == language


@pytest.mark.parametrize("declared", ["", "{{ page.lang }}", "english"])
def test_a_declaration_that_is_no_language_code_counts_for_nothing(declared):
    assert language_of(document(ENGLISH, lang=declared), LEXICA) == "en"
    assert language_of(document(OTHERS["German"], lang=declared), LEXICA) is None


def test_of_several_lexica_the_one_that_fits_best_is_chosen():
    german = replace(
        LEXICA["en"], language="de", function_words=frozenset({"die", "der", "dass", "und", "für", "weil"})
    )
    for lexica in ({"de": german, **LEXICA}, {**LEXICA, "de": german}):
        assert language_of(document(ENGLISH), lexica) == "en"
        assert language_of(document(OTHERS["German"]), lexica) == "de"


def test_without_any_lexicon_no_language_is_known():
    assert language_of(document(ENGLISH), {}) is None
