"""What the views share: the kept file of the person who asks, read as its form says."""

from collections.abc import Mapping

from django.http import HttpRequest

from thidua.apps.org.services.importing_plan import Source
from thidua.base.actor import Actor
from thidua.office.sheets import read_workbook
from thidua.web.areas.imports import keeping
from thidua.web.areas.imports.kinds import ImportKind

_NAMES, _MOST_NAMES = "imports", 10
_ANSWERS = "import_answers"


def remember(request: HttpRequest, digest: str, name: str) -> None:
    """Keep the name of an uploaded file in the session; the latest few are enough."""
    names = [*request.session.get(_NAMES, {}).items(), (digest, name[-100:])]
    request.session[_NAMES] = dict(names[-_MOST_NAMES:])


def name_of(request: HttpRequest, digest: str) -> str:
    """Return what an uploaded file was called."""
    name: str = request.session.get(_NAMES, {}).get(digest, "")
    return name


def remember_answers(request: HttpRequest, digest: str, answers: Mapping[int, str]) -> None:
    """Keep the answers with which a file was written, for the page of its result."""
    request.session[_ANSWERS] = [digest, {str(row): answer for row, answer in answers.items()}]


def answers_of(request: HttpRequest, digest: str) -> dict[int, str]:
    """Return the answers with which a file was written last."""
    kept, answers = request.session.get(_ANSWERS, ["", {}])
    return {int(row): answer for row, answer in answers.items()} if kept == digest else {}


def source_of(request: HttpRequest, actor: Actor, kind: ImportKind, digest: str) -> Source:
    """Return a kept file as read; refuse one that is gone or not of this form."""
    data = keeping.fetch(actor.user_id or 0, digest)
    return Source(digest, name_of(request, digest), read_workbook(data, kind.sheet))
