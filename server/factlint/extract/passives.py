"""What a passive tells before its agent: "the show was installed by"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.extract.relation import stem_of

if TYPE_CHECKING:
    from factlint.extract.tokens import Tokens
    from factlint.lexicon import Lexicon

_AGENT, _PARTICIPLES = "by", ("ed", "en", "wn", "lt", "ld", "de", "ung", "id")


def passive_before(tokens: Tokens, lexicon: Lexicon, number: int) -> tuple[str, str] | None:
    """The stems of the thing and of the verb where the name at token `number` is the agent of a passive; else None."""
    items, start = tokens.items, tokens.sentence_of(number).start
    if number - 4 < start or items[number - 1].folded != _AGENT:
        return None
    thing, auxiliary, verb = items[number - 4 : number - 1]
    is_passive = auxiliary.folded in lexicon.grammar["passives"] and verb.folded.endswith(_PARTICIPLES)
    if not is_passive or not thing.is_word or thing.is_capital or thing.folded in lexicon.function_words:
        return None
    return stem_of(thing.folded, lexicon), stem_of(verb.folded, lexicon)
