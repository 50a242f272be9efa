"""From a record and its plan to the plain facts that the news item is composed of."""

from collections.abc import Mapping
from datetime import timedelta

from thidua.apps.campaigns.models import Campaign, Commemoration, Phase
from thidua.apps.conferences.enums import ProgrammePart
from thidua.apps.conferences.models import ConferencePerson, HandedAward, ProgrammeItem
from thidua.apps.conferences.queries import Record
from thidua.apps.org.enums import Sector
from thidua.domain import news
from thidua.text.dates import day

# Parts of the programme that other sentences already tell: pacts and awards have rows of their own.
_TOLD_ELSEWHERE = (ProgrammePart.PACTS, ProgrammePart.AWARDS, ProgrammePart.GENERAL)

# As a paper says it, whatever language the screen speaks.
_KHOI: Mapping[str, str] = {
    Sector.ENTERPRISE: "doanh nghiệp",
    Sector.PUBLIC: "hành chính, sự nghiệp",
}


def facts_of(record: Record) -> news.Conference:
    """Return what a news item may say of a conference; its plan's contents and đợt where it launches."""
    row = record.row
    campaign = row.campaign if _launches(record) else None
    return news.Conference(
        organiser=record.unit_name,
        title=row.title,
        year=campaign.year if campaign else row.on_day.year,
        day=None if row.day_unsure else row.on_day,
        host=record.host_name,
        pilot=_is_pilot(row.campaign, row.host_id),
        place=row.place,
        chairs=tuple(_person(p) for p in record.chairs if p.name),
        attended=row.attended,
        significance=tuple(record.significance),
        spoken=tuple(_spoken(item) for item in record.programme if _tells(item)),
        contents=_contents(campaign) if campaign else (),
        phases=_phases(campaign) if campaign else (),
        handed=tuple(_handed(award) for award in record.awards),
        signed=tuple(news.Signed(pact.parties, pact.subject) for pact in record.pacts),
        conclusions=tuple(
            news.Conclusion(one.text, unit, one.due_on)
            for one in record.conclusions
            for unit in _asked_of(one.for_all, [a.unit_name for a in one.assigned])
        ),
    )


def _launches(record: Record) -> bool:
    return any(item.part == ProgrammePart.LAUNCH for item in record.programme)


def _is_pilot(campaign: Campaign | None, host_id: int | None) -> bool:
    directive = getattr(campaign, "directive", None)
    return bool(directive and directive.pilot and directive.unit_id == host_id)


def _tells(item: ProgrammeItem) -> bool:
    return item.part not in _TOLD_ELSEWHERE


def _spoken(item: ProgrammeItem) -> news.Spoken:
    speech = item.part in (ProgrammePart.SPEECH, ProgrammePart.CONCLUSION)
    return news.Spoken(item.text, item.who, speech, item.part == ProgrammePart.LAUNCH)


def _contents(campaign: Campaign) -> tuple[str, ...]:
    """Return the contents; the first for a khối says for which."""
    said, former = [], ""
    for content in campaign.contents.all():
        khoi = f"đối với khối {_KHOI[content.sector]}: " if content.sector else ""
        said.append(content.text if khoi == former else khoi + content.text)
        former = khoi
    return tuple(said)


def _phases(campaign: Campaign) -> tuple[news.Phase, ...]:
    told: dict[int | None, list[Commemoration]] = {}
    for one in campaign.commemorations.all():
        told.setdefault(one.phase_id, []).append(one)
    return tuple(_phase(phase, told.get(phase.pk, [])) for phase in campaign.phases.all())


def _phase(phase: Phase, told: list[Commemoration]) -> news.Phase:
    return news.Phase(
        phase.starts_on,
        phase.until - timedelta(days=1),
        phase.theme,
        phase.task,
        tuple(f"{one.years} năm {one.name}" for one in told if one.years),
        tuple(one.name for one in told if not one.years),
    )


def _handed(award: HandedAward) -> news.Handed:
    number = f"Quyết định số {award.decision_number}" if award.decision_number else ""
    decided = f"ngày {day(award.decided_on)}" if award.decided_on else ""
    return news.Handed(
        name=award.name,
        recipient=award.recipient,
        given_by=award.given_by,
        decision=" ".join(filter(None, (number, decided))),
        handed_by=award.handed_by,
        praise=not award.name,
    )


def _asked_of(for_all: bool, units: list[str]) -> list[str]:  # noqa: FBT001 - a column's value
    return ["các đơn vị trực thuộc"] if for_all else units


def _person(person: ConferencePerson) -> str:
    post = " ".join(filter(None, (person.post, person.organisation)))
    return ", ".join(filter(None, (person.name, post)))
