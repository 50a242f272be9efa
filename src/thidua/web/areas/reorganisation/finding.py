"""Finds the unit that was typed, by code or by part of its name, accents or not."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.translation import gettext as _

from thidua.apps.org.queries import UnitRow, search_units
from thidua.apps.org.queries.reorganisation import called_by_code
from thidua.base.actor import Actor
from thidua.text.fold import fold
from thidua.text.unicode import clean_line

_NAMED = 5


class Finder:
    """Turns what was typed into codes; those that are founded in other rows count too."""

    def __init__(
        self, actor: Actor, day: date, typed: Iterable[str], founded: Iterable[str]
    ) -> None:
        self._actor, self._day = actor, day
        self._founded = {_as_code(text): "" for text in founded}
        # One question for all that are codes already; only the rest is searched for.
        self._known = called_by_code(actor, {_as_code(text) for text in typed if text}, day)

    def code_of(self, typed: str) -> str:
        """Return the code of the one unit that fits; name the candidates where several do."""
        code = _as_code(typed)
        if code in self._founded or code in self._known:
            return code
        found = [row for row in search_units(self._actor, typed, self._day) if row.lives]
        exact = [row for row in found if fold(typed) == fold(row.name)]
        if len(exact or found) == 1:
            return (exact or found)[0].code
        raise forms.ValidationError(_which(typed, found))

    def name_of(self, code: str) -> str:
        """Return what a unit is called, if its code was among those typed."""
        return self._known.get(code, "")


def _as_code(text: str) -> str:
    return clean_line(text).upper()


def _which(typed: str, found: list[UnitRow]) -> str:
    if not found:
        return _("Không tìm thấy đơn vị nào ứng với “%(typed)s”. Hãy nhập mã đơn vị.") % {
            "typed": typed
        }
    named = "; ".join(f"{row.name} ({row.code})" for row in found[:_NAMED])
    return _("Có nhiều đơn vị ứng với “%(typed)s”: %(named)s. Hãy nhập mã.") % {
        "typed": typed,
        "named": named,
    }
