"""What the words around a date say: how it relates to an event, and whether a bare number is a year at all."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import regex

from factlint.patterns import compiled

if TYPE_CHECKING:
    from factlint.text import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Role(StrEnum):
    """How a date relates to the event it is told of, by the class of the word before it.

    "between" is said of two ends ("from 1962 to 1974"), "after" and "from" of open time, "of" of a date that
    belongs to a thing ("Act of 2014"), "attributive" of one that stands before a noun ("the 2018 ministers").
    """

    NONE = ""
    ON = "on"
    IN = "in"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    BETWEEN = "between"
    OF = "of"
    ABOUT = "about"
    AS_OF = "as of"
    ATTRIBUTIVE = "attributive"


_ROLES = {
    "on": Role.ON,
    "in": Role.IN,
    "during": Role.IN,
    "throughout": Role.IN,
    "at": Role.IN,
    "since": Role.SINCE,
    "until": Role.UNTIL,
    "till": Role.UNTIL,
    "through": Role.UNTIL,
    "by": Role.BY,
    "before": Role.BEFORE,
    "prior to": Role.BEFORE,
    "pre": Role.BEFORE,
    "after": Role.AFTER,
    "post": Role.AFTER,
    "following": Role.AFTER,
    "from": Role.FROM,
    "starting": Role.FROM,
    "between": Role.BETWEEN,
    "of": Role.OF,
    "circa": Role.ABOUT,
    "ca": Role.ABOUT,
    "c": Role.ABOUT,
    "beyond": Role.AFTER,
    "about": Role.ABOUT,
    "around": Role.ABOUT,
    "as of": Role.AS_OF,
    "up to": Role.UNTIL,
    "back to": Role.FROM,
    "no later than": Role.BY,
    "not before": Role.AFTER,
    "not until": Role.AFTER,
}
_DETERMINERS = _words("the a an this that its his her their our my your")
_FUNCTION_WORDS = _words(
    """a about across after against all also although always an and another are as at be because been before
    between both but by can could did do does during each every few for from had has have he her his how if in
    into is it its many may might more most much must no nor not of on once one only or our over perhaps plus
    several she should since so some such than that the their them then there these they this those though three
    through throughout thus to too towards two under unless until up upon versus via was we were what when where
    whereas whether which while who whose will with within without would yes yet you"""
)

# Words after which a four-digit number is a year, and those after which it may be a count or the time of day.
_SURE = _words("in since during throughout circa ca c")
_LIKELY = _words("by until till before after from through of following between beyond pre post")
_LIKELY_PAIRS = frozenset({"prior to", "back to", "up to", "dating to", "early as", "late as", "recently as"})
_LABELS = _words("year years born b died d founded established est dated published")
# "an army of 1944" is a measure and "fell by 1944" a change.
_MEASURES = _words(
    """amount area army attendance audience capacity cost count crew crowd depth distance altitude elevation estimate
    average fleet force garrison group height length limit majority maximum mean median membership minimum number
    payment population price rate record salary score speed staff strength sum total turnout value volume weight
    width"""
)
_CHANGES = _words(
    """ahead beaten behind changed cut declined decreased divided down dropped exceeded expanded extended fallen fell
    grew grown increased jumped led lost lowered multiplied raised reduced risen rose shrank shrunk surged up won"""
)
_COUNTED = compiled(
    r"""[\s~-]*[%°]|[\s~-]+(?i:per[\s~]?cent|hours?|hrs?|h|gmt|utc|local[\s~]time|a\.?m|p\.?m|people|persons|
    men|women|children|boys|girls|students|pupils|soldiers|troops|civilians|members|residents|inhabitants|passengers|
    fans|spectators|voters|votes|seats|cases|deaths|casualties|homes|houses|households|families|words?|pages?|copies|
    pixels?|points?|times|jobs|years|days|weeks|months|minutes|seconds|strong|degrees|
    [kcmdµn]?m[²³23]?|km/?h|miles?|mph|mi|yards?|yd|feet|foot|ft|inch(?:es)?|acres?|hectares?|ha|sq|square|cubic|
    (?:kilo|centi|milli)?met(?:re|er)s?|lit(?:re|er)s?|l|gallons?|barrels?|[kmµ]?g|(?:kilo|milli)?gram(?:me)?s?|kilos?|
    tons?|tonnes?|pounds?|lbs?|ounces?|oz|[kmgt]?wh?|watts?|volts?|v|[kmg]?hz|[kmgt]i?b|rpm|cc|calories|kcal|
    dollars?|euros?|cents?|pence|rupees?|rials?|yen|yuan|usd|eur|gbp|million|billion|thousand|hundred|dozen
    )(?![\p{L}\p{N}])""",
    regex.VERBOSE,
)
_REFERENCE = compiled(
    r"""(?:(?i:\b(?:pages?|pp?|sections?|sec|nos?|numbers?|chapters?|articles?|paragraphs?|lines?|rooms?|titles?|law|act|
    bill|resolution|order|version|flight|route|highway|model|item|box|code|stat|rule|part|vol|volume|table|figure|fig|
    verse|psalm|channel|unit|suite|v))\.?|[§\#№])[\s~]*\Z""",
    regex.VERBOSE,
)
_NEXT_WORD = compiled(r"[\s~]+[“\"‘(]?(\p{L}[\p{L}\p{N}’'&-]*)")
_NAMED = compiled(r"\p{Lu}\p{Ll}[\p{L}’'-]*[\s~]+of[\s~]+\Z")
_NEXT_YEAR = compiled(r"(?:,?[\s~]+(?:and|or|&)|,)[\s~]+(?:1\d|20)\d\d(?!\d)")
_LIST_GAP = compiled(r"(?:,|,?[\s~]+(?:and|or|&))[\s~]+")
_PROPER_NAME = compiled(
    r"""(?!(?:[\s~]+\p{Lu}[\p{L}’'-]+)*[\s~]+(?:Avenue|Street|Road|Lane|Drive|Boulevard|Square|Court|Way|Place|Ave|St|Rd)\b)
    (?:[\s~]+\p{Lu}[\p{L}’'-]+[\s~]+\p{Lu}\p{L}|[\s~]+\p{Lu}{3,}[\s~]+\p{L})""",
    regex.VERBOSE,
)
_IN_BRACKETS = compiled(r"\)|[,:;][\s~]*[^\s~\d]")
_DAY_PART = compiled(r"[’']s\b|[\s~]+(?:morning|afternoon|evening|night|noon)\b")
# "one Friday afternoon" is a certain one.
_ONES = frozenset({"a", "one"})
_STOP = compiled(r"[,.;:!?)\]”]\Z")


def role_of(text: str, span: Span, *, takes_article: bool = False) -> Role:
    """The role that the words around a date give it; `takes_article` for a date that itself is said with "the"."""
    words = _words_before(text, span.start)
    if words and words[-1] in _DETERMINERS:
        noun = _word_after(text, span.end)
        if noun and not takes_article and noun not in _FUNCTION_WORDS:
            return Role.ATTRIBUTIVE
        words = words[:-1]
    for count in (3, 2, 1):
        role = _ROLES.get(" ".join(words[-count:])) if len(words) >= count else None
        if role is not None:
            return role
    return Role.NONE


def year_role(text: str, span: Span, years: tuple[int, ...], previous: tuple[int, Role] | None) -> Role | None:
    """The role of a bare year or range of years, or None where the number is not surely a year.

    `previous` is where the year found before it ended, and its role: a list goes on in the same sense.
    """
    if _COUNTED.match(text, span.end) or is_reference(text, span):
        return None
    words, noun = _words_before(text, span.start), _word_after(text, span.end)
    last = words[-1] if words else ""
    if last in _LABELS or (_NAMED.search(text, max(0, span.start - 32), span.start) and not _is_round(years)):
        return role_of(text, span)
    if last in _SURE or last in _LIKELY or " ".join(words[-2:]) in _LIKELY_PAIRS:
        return role_of(text, span) if _is_year_after(words, noun, years) else None
    if last in _DETERMINERS or last.endswith(("'s", "’s", "s'", "s’")):
        return Role.ATTRIBUTIVE if _is_attribute(text, span, noun, years) else None
    if previous and _LIST_GAP.fullmatch(text, previous[0], span.start):
        is_listed = previous[1] is Role.ATTRIBUTIVE or not _is_count(noun, years)
        return previous[1] if is_listed and not (_is_round(years) and noun) else None
    if _is_count(noun, years):
        return None
    if _is_bracketed(text, span) or len(years) > 1:
        return Role.NONE if not _is_round(years) else None
    if _PROPER_NAME.match(text, span.end) and not _is_round(years):
        before = text[max(0, span.start - 48) : span.start].rstrip()[-1:]
        return Role.ATTRIBUTIVE if last.islower() or before in ",.;:" else None
    return None


def is_reference(text: str, span: Span) -> bool:
    """True where the word before a number makes it that of a page, section, version or the like."""
    return _REFERENCE.search(text, max(0, span.start - 16), span.start) is not None


def month_role(text: str, span: Span) -> Role | None:
    """The role of a month's name that stands alone, or None where it may be a person's name or a verb."""
    role = role_of(text, span)
    return role if role in {Role.IN, Role.SINCE, Role.UNTIL, Role.BETWEEN} else None


def weekday_role(text: str, span: Span) -> Role | None:
    """The role of a weekday that stands alone, or None where it recurs ("every Monday") or names something else."""
    words, noun = _words_before(text, span.start), _word_after(text, span.end)
    role = role_of(text, span, takes_article=True)
    if words and words[-1] in _ONES and _DAY_PART.match(text, span.end):
        return role
    if words and (words[-1] in _DETERMINERS or words[-1] in {"every", "each", "any", "some", "most", "all", "one"}):
        return None
    if role in {Role.ON, Role.SINCE, Role.UNTIL, Role.BY, Role.BEFORE, Role.AFTER, Role.FROM}:
        return role
    if _DAY_PART.match(text, span.end):
        return role
    follows_word = (
        bool(words)
        and words[-1] not in _FUNCTION_WORDS
        and text[max(0, span.start - 48) : span.start].rsplit(maxsplit=1)[-1].islower()
    )
    return role if follows_word and not noun[:1].isupper() else None


def _is_year_after(words: list[str], noun: str, years: tuple[int, ...]) -> bool:
    """True where a number after a preposition is a year: no count of what follows, no measure of what came before."""
    if _is_count(noun, years):
        return False
    if words[-1] in _SURE:
        return True
    is_measure = words[-1] == "of" and words[-2:-1] and (words[-2] in _MEASURES or words[-2].isdecimal())
    is_change = words[-1] in {"by", "from"} and words[-2:-1] and words[-2] in _CHANGES
    if is_measure or is_change or (_is_round(years) and not set(years) & {1900, 2000}):
        return False
    return not noun or noun in _FUNCTION_WORDS or noun[0].isupper() or len(years) > 1


def _is_attribute(text: str, span: Span, noun: str, years: tuple[int, ...]) -> bool:
    if _NEXT_YEAR.match(text, span.end):
        return True
    if not noun or noun in _FUNCTION_WORDS:
        return False
    return not _is_round(years) or (not _is_plural(noun) and bool(set(years) & {1800, 1900, 2000}))


def _is_bracketed(text: str, span: Span) -> bool:
    """True for a number that opens brackets behind a word, "the treaty (1929)"."""
    before = text[max(0, span.start - 24) : span.start]
    is_opening = before.endswith("(") and before.rstrip("( ~\"”’'")[-1:].isalpha()
    return is_opening and _IN_BRACKETS.match(text, span.end) is not None


def _is_count(noun: str, years: tuple[int, ...]) -> bool:
    """True where the number may count the noun behind it: a plural, or any noun where the number is round."""
    return _is_plural(noun) or (_is_round(years) and noun.islower() and noun not in _FUNCTION_WORDS)


def _is_plural(noun: str) -> bool:
    return noun.islower() and noun.endswith("s") and not noun.endswith("ss") and noun not in _FUNCTION_WORDS


def _is_round(years: tuple[int, ...]) -> bool:
    """True for whole hundreds, and for two ends that are whole fifties."""
    return all(year % (100 if len(years) == 1 else 50) == 0 for year in years)


def _word_after(text: str, end: int) -> str:
    """The word behind white space at `end`, as written; empty where a mark comes first."""
    word = _NEXT_WORD.match(text, end)
    return word[1] if word else ""


def _words_before(text: str, start: int) -> list[str]:
    """Up to three words before `start` in lower case, back to the nearest mark of punctuation."""
    words: list[str] = []
    before = text[max(0, start - 48) : start].rstrip('([“"‘~-–').replace("~", " ")
    for word in reversed(before.split()):
        lower = word.strip('([“"‘').casefold()
        if _STOP.search(lower) and lower not in {"c.", "ca.", "b.", "d.", "est."}:
            break
        words.insert(0, lower.rstrip("."))
        if len(words) == 3:
            break
    return words
