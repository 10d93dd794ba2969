"""Given names: which words are spellings of one name, and which are different names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.values.romanization import Romanization

# The least and the most that two words can be alike: spellings of one name, forms that one person may go by,
# different names, and words that the table does not know.
_ONE_NAME = (0.97, 0.97)
_ONE_PERSON = (0.87, 0.87)
_DIFFERENT = (0.0, 0.42)
_UNKNOWN = (0.0, 1.0)


class GivenNames(Struct, frozen=True, eq=False, dict=True):
    """Given names by their folded spellings: `names[word]` numbers those that it spells, `forms[word]` the groups of
    names that one person may go by.
    """

    names: Mapping[str, frozenset[int]]
    forms: Mapping[str, frozenset[int]]

    def bounds(self, x: str, y: str) -> tuple[float, float]:
        """The least and the most that two folded words can be alike, as given names."""
        names_x, names_y = self.names.get(x), self.names.get(y)
        if names_x is None or names_y is None:
            return _UNKNOWN
        if not names_x.isdisjoint(names_y):
            return _ONE_NAME
        forms_x, forms_y = self.forms.get(x), self.forms.get(y)
        if forms_x is None or forms_y is None or forms_x.isdisjoint(forms_y):
            return _DIFFERENT
        return _ONE_PERSON


def given_names(table: Mapping[str, Any], romanization: Romanization) -> GivenNames:
    """The given names of a table in the form of `given_names.toml`, by spellings folded as names are."""
    groups = [romanization.all_words(group) for group in table.get("groups", ())]
    forms = [romanization.all_words(group) for group in table.get("forms", ())]
    known = {word for group in groups for word in group}
    groups += [[word] for word in {word for group in forms for word in group} - known]
    names = _numbered(groups)
    spelled = [{spelling for word in group for number in names[word] for spelling in groups[number]} for group in forms]
    return GivenNames(names, _numbered(spelled))


def _numbered(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """For each word the numbers of the groups that have it."""
    numbers: dict[str, frozenset[int]] = {}
    for number, group in enumerate(groups):
        own = frozenset((number,))
        for word in group:
            numbers[word] = numbers[word] | own if word in numbers else own
    return numbers
