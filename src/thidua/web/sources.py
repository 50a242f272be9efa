"""What a figure comes from: for each kind of source the words, and the name and address of each row.

An app whose rows are counted (`record_derived`) adds its kind to `_KINDS`: a word for a row that the
reader may not open, and a function that names those he may.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from thidua.apps.campaigns.queries.pacts import pact_titles
from thidua.apps.campaigns.queries.registrations import registration_texts
from thidua.apps.conferences.queries import conference_titles
from thidua.apps.figures.queries import SourceRow
from thidua.apps.initiatives.queries import SourceLine, initiative_sources
from thidua.apps.reporting.queries import report_names
from thidua.base.actor import Actor


@dataclass(frozen=True)
class Source:
    """The name of a row, and the address of its page; no address where it may not be opened."""

    name: str
    href: str = ""


_Names = Callable[[Actor, list[str]], dict[str, Source]]


def _reports(actor: Actor, ids: list[str]) -> dict[str, Source]:
    return {
        public_id: Source(name, reverse("reporting:report", args=[public_id]))
        for public_id, name in report_names(actor, ids).items()
    }


def _initiatives(actor: Actor, ids: list[str]) -> dict[str, Source]:
    return {
        public_id: Source(_decided(row), reverse("initiatives:one", args=[public_id]))
        for public_id, row in initiative_sources(actor, ids).items()
    }


def _decided(row: SourceLine) -> str:
    """Return the title of an initiative with its decision."""
    return _t("%(title)s – số %(number)s") % {"title": row.title, "number": row.number}


def _pacts(actor: Actor, ids: list[str]) -> dict[str, Source]:
    return {
        public_id: Source(title, reverse("pacts:pact", args=[public_id]))
        for public_id, title in pact_titles(actor, ids).items()
    }


def _registrations(actor: Actor, ids: list[str]) -> dict[str, Source]:
    return {
        public_id: Source(text, reverse("registrations:registration", args=[public_id]))
        for public_id, text in registration_texts(actor, ids).items()
    }


def _conferences(actor: Actor, ids: list[str]) -> dict[str, Source]:
    return {
        public_id: Source(title, reverse("conferences:record", args=[public_id]))
        for public_id, title in conference_titles(actor, ids).items()
    }


_KINDS: dict[str, tuple[Promise, _Names]] = {
    "report": (_("Báo cáo"), _reports),
    "initiative": (_("Sáng kiến"), _initiatives),
    "conference": (_("Hội nghị"), _conferences),
    "pact": (_("Giao ước"), _pacts),
    "registered": (_("Đăng ký"), _registrations),
    "registration": (_("Đăng ký"), _registrations),
}


def named(actor: Actor, rows: Iterable[SourceRow]) -> dict[str, Source]:
    """Return the name and address of each source by its id; one question for each kind."""
    ids: dict[str, list[str]] = {}
    for row in rows:
        ids.setdefault(row.source_type, []).append(row.source_id)
    found: dict[str, Source] = {}
    for kind, wanted in ids.items():
        word, names = _KINDS.get(kind, (_("Nguồn số liệu"), _nobody))
        known = names(actor, wanted)
        found |= {one: known.get(one, Source(str(word))) for one in wanted}
    return found


def _nobody(actor: Actor, ids: list[str]) -> dict[str, Source]:
    return {}
