"""Takes the lawbook's indicators into the database; done again, it changes nothing."""

from thidua.apps.figures.models import Indicator
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.lawbook.indicators import standard_indicators

# All but the code, which other rows and addresses know the indicator by.
_FOLLOWING = (
    "name", "measure", "aggregate", "source", "counted_as", "part_of", "part_words", "hint",
    "required", "evidence", "position", "valid_from", "valid_until",
)  # fmt: skip


def _no_unit(**_: object) -> None:
    return None


@operation(Capability.INSTALLATION_KEEP, unit_of=_no_unit)
def install_indicators(*, actor: Actor) -> str:
    """Write the standard indicators; names and dates of known ones are brought up to date."""
    standard = standard_indicators()
    Indicator.objects.bulk_create(
        [
            Indicator(
                code=entry.code,
                name=entry.name,
                measure=entry.measure,
                aggregate=entry.aggregate.value,
                source=entry.source,
                counted_as=entry.counted_as,
                part_of=entry.part_of,
                part_words=entry.part_words,
                hint=entry.hint,
                required=entry.required,
                evidence=entry.evidence,
                position=position,
                valid_from=entry.span.valid_from,
                valid_until=entry.span.valid_until,
            )
            for position, entry in enumerate(standard, start=1)
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=_FOLLOWING,
    )
    first = Indicator.objects.order_by("position").first()
    note(subject=first, indicators=[entry.code for entry in standard])
    return f"{len(standard)}"
