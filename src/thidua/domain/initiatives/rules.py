"""What an initiative must fulfil when it is entered: kinds, levels, days, windows, exclusions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.domain.errors import Invalid
from thidua.domain.spans import DateSpan
from thidua.text.fold import fold


class InitiativeType(StrEnum):
    """What it is (INI-01): four kinds of solution by decree, research as the unions' programme adds."""

    TECHNICAL = "ky-thuat"
    MANAGEMENT = "quan-ly"
    OPERATION = "tac-nghiep"
    APPLICATION = "ung-dung"
    RESEARCH = "nghien-cuu"


class Level(StrEnum):
    """How far it is recognised, or praised (INI-09), from the own unit to the whole country."""

    BASE = "co-so"
    DISTRICT = "cap-huyen"
    PROVINCE = "bo-tinh"
    NATION = "toan-quoc"


class Exclusion(StrEnum):
    """What the entering person says of the exclusions (INI-03); nothing said yet is the empty text."""

    NONE = "khong"
    ORDER = "trai-trat-tu"
    PROTECTED = "dang-bao-ho"


@dataclass(frozen=True)
class Recognition:
    """The decision that recognised an initiative; it is entered, never made by the system."""

    body: str = ""
    number: str = ""
    on: date | None = None
    level: str = ""

    @property
    def is_whole(self) -> bool:
        """Tell whether the decision is known by body, number, day and level."""
        return bool(self.body and self.number and self.on and self.level)


@dataclass(frozen=True)
class Programme:
    """A programme that counts initiatives first applied in `applied`, entered in one of `entry`."""

    name: str
    applied: DateSpan
    entry: tuple[DateSpan, ...]


def check_days(
    *, applied_on: date | None, filed_on: date | None, recognised_on: date | None, today: date
) -> None:
    """Refuse days to come, and a recognition older than what it recognises."""
    for field, day in (
        ("applied_on", applied_on),
        ("filed_on", filed_on),
        ("recognised_on", recognised_on),
    ):
        if day is not None and day > today:
            raise Invalid("initiatives.future", field=field, day=day, today=today)
    if recognised_on is None:
        return
    # Applied or tried first, then recognised (INI-02): both days come before the decision.
    if applied_on is not None and recognised_on < applied_on:
        raise Invalid(
            "initiatives.older_than_applied",
            field="recognised_on",
            recognised_on=recognised_on,
            day=applied_on,
        )
    if filed_on is not None and recognised_on < filed_on:
        raise Invalid(
            "initiatives.older_than_filed",
            field="recognised_on",
            recognised_on=recognised_on,
            day=filed_on,
        )


def check_programme(programme: Programme, applied_on: date | None, entered_on: date) -> None:
    """Refuse what a programme does not count: applied, or entered, outside its days (INI-05)."""
    first, last = programme.applied.valid_from, programme.applied.last_day
    if applied_on is None or not programme.applied.contains(applied_on):
        raise Invalid(
            "initiatives.outside_window",
            field="applied_on",
            programme=programme.name,
            first=first,
            last=last,
        )
    if not any(span.contains(entered_on) for span in programme.entry):
        raise Invalid(
            "initiatives.entry_closed",
            field="programme",
            programme=programme.name,
            first=programme.entry[0].valid_from,
            last=programme.entry[-1].last_day,
        )


def check_exclusion(said: str, basis: str) -> None:
    """Refuse what cannot be recognised: contrary to public order, or under protection (INI-03).

    `basis` is the law that says so, as a person reads it.
    """
    if said == Exclusion.ORDER:
        raise Invalid("initiatives.against_order", field="exclusion", basis=basis)
    if said == Exclusion.PROTECTED:
        raise Invalid("initiatives.protected", field="exclusion", basis=basis)
    if said != Exclusion.NONE:
        raise Invalid("initiatives.exclusion_unsaid", field="exclusion")


def title_key(title: str) -> str:
    """Return what two titles have in common that differ only in accents, case and signs."""
    return fold(title)
