"""One initiative with its authors, photographs and praises; what waits; what looks the same."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q

from thidua.apps.files.models import StoredFile
from thidua.apps.initiatives.enums import InitiativeState
from thidua.apps.initiatives.models import Author, Initiative, InitiativePhoto
from thidua.apps.initiatives.queries.naming import name_now
from thidua.apps.initiatives.scoping import visible
from thidua.apps.org.scoping import reaches
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import NotFound
from thidua.domain.initiatives.authors import share_words
from thidua.domain.workflow.initiatives import INITIATIVE
from thidua.lawbook.programmes import programmes
from thidua.text.fold import fold

_MOST_ALIKE = 5
_MOST_WAITING = 999


@dataclass(frozen=True)
class AuthorLine:
    """One author as a page shows it; `share` in percent as typed, `share_words` as read."""

    name: str
    post: str
    workplace: str
    share: Any

    @property
    def share_words(self) -> str:
        """The share as papers write it."""
        return share_words(self.share)


@dataclass(frozen=True)
class PraiseLine:
    """One praise of the initiative."""

    level: str
    praised_by: str
    number: str
    praised_on: date


@dataclass(frozen=True)
class InitiativeView:
    """An initiative as a page shows it, and which steps are open to the actor."""

    row: Initiative
    unit_name: str
    unit_public_id: str
    authors: list[AuthorLine]
    photos: list[str]
    praises: list[PraiseLine]
    programme: str = ""
    may_edit: bool = False
    may_decide: bool = False
    may_withdraw: bool = False
    may_praise: bool = False
    own_hand: bool = False


@dataclass(frozen=True)
class Alike:
    """Another initiative that has the same title, at the unit or with the same authors."""

    public_id: str
    title: str
    unit_name: str
    authors: str
    recognition_no: str
    recognised_on: date | None


@dataclass(frozen=True)
class Waiting:
    """How many initiatives wait to be confirmed, at most so many; which, if it is a single one."""

    count: int
    only: str


def initiative_for(actor: Actor, public_id: str) -> InitiativeView:
    """Return an initiative that the actor may see; raise NotFound."""
    rows: Any = visible(actor).select_related("unit").filter(public_id=public_id)
    row = rows.annotate(
        unit_name=name_now(),
        decides=reaches(actor, Capability.INITIATIVE_CONFIRM, OuterRef("unit_id")),
    ).first()
    if row is None:
        raise NotFound("base.not_found")
    files = InitiativePhoto.objects.filter(initiative=row).order_by("id")
    return InitiativeView(
        row=row,
        unit_name=row.unit_name or "",
        unit_public_id=row.unit.public_id,
        authors=[
            AuthorLine(one.name, one.post, one.workplace, one.share)
            for one in Author.objects.filter(initiative=row)
        ],
        photos=list(files.values_list("file__public_id", flat=True)),
        praises=[
            PraiseLine(one.level, one.praised_by, one.number, one.praised_on)
            for one in row.praises.all()
        ],
        programme=programmes()[row.programme].short if row.programme in programmes() else "",
        **_rights(actor, row),
    )


def _rights(actor: Actor, row: Any) -> dict[str, bool]:
    """Return what the actor may do with it now."""
    steps = {step.name for step in INITIATIVE.open_steps(row.state)}
    sees_all = reach_of(actor.role, Capability.INITIATIVE_VIEW) is not None
    enters = row.unit_id == actor.unit_id and (sees_all or row.entered_by == actor.user_id)
    enters = enters and reach_of(actor.role, Capability.INITIATIVE_SUBMIT) is not None
    return {
        "may_edit": enters and "submit" in steps,
        "own_hand": enters and "drop" in steps,
        "may_decide": row.decides and "confirm" in steps,
        "may_withdraw": row.decides and "withdraw" in steps,
        "may_praise": row.decides and row.state == InitiativeState.CONFIRMED,
    }


def photo_file(actor: Actor, initiative_id: str, file_id: str) -> StoredFile:
    """Return a photograph under its initiative, for those who may see that; raise NotFound."""
    photos = InitiativePhoto.objects.filter(
        initiative__in=visible(actor), initiative__public_id=initiative_id
    )
    photo = photos.select_related("file").filter(file__public_id=file_id).first()
    if photo is None:
        raise NotFound("base.not_found")
    return photo.file


def waiting(actor: Actor) -> Waiting:
    """Return how many initiatives wait for the actor's unit to confirm, in one look."""
    rows = Initiative.objects.filter(unit_id=actor.unit_id or 0, state=InitiativeState.SUBMITTED)
    ids = list(rows.order_by("id").values_list("public_id", flat=True)[:_MOST_WAITING])
    return Waiting(len(ids), ids[0] if len(ids) == 1 else "")


def alike(actor: Actor, found: InitiativeView) -> list[Alike]:
    """Return others with the same title at the same unit, or with the same authors (INI-13)."""
    row, keys = found.row, {fold(author.name) for author in found.authors}
    same: Any = visible(actor).filter(title_key=row.title_key).exclude(pk=row.pk)
    same = same.exclude(state=InitiativeState.WITHDRAWN).annotate(unit_name=name_now())
    shared = Author.objects.filter(name_key__in=keys).values("initiative_id")
    near = same.filter(Q(unit_id=row.unit_id) | Q(pk__in=shared)).order_by("-id")
    return [
        Alike(
            one.public_id,
            one.title,
            one.unit_name or "",
            ", ".join(author.name for author in one.authors.all()),
            one.recognition_no,
            one.recognised_on,
        )
        for one in near.prefetch_related("authors")[:_MOST_ALIKE]
    ]
