"""Proofs of a report: photographs that are already safe on disk are attached, or taken off."""

from collections.abc import Sequence

from thidua.apps.files.services import KeptPhoto, record_photo
from thidua.apps.reporting.models import Evidence
from thidua.apps.reporting.services.entries import find_report, must_be_open, unit_of_report
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Invalid, NotFound
from thidua.text.unicode import clean_line

MOST_PHOTOS = 60
_CAPTION_LENGTH = 200


@operation(Capability.REPORT_FILL, unit_of=unit_of_report)
def attach_evidence(
    *,
    actor: Actor,
    report_id: str,
    photos: Sequence[KeptPhoto],
    indicator: str = "",
    caption: str = "",
) -> str:
    """Attach photographs to a report, or to one of its figures; what was typed is not touched."""
    report = find_report(report_id)
    must_be_open(report)
    there = report.evidence.count()
    if there + len(photos) > MOST_PHOTOS:
        raise Invalid("reports.photos_many", field="photos", there=there, limit=MOST_PHOTOS)
    line = report.lines.filter(indicator__code=indicator).first()
    files = [record_photo(unit_id=report.unit_id, kept=photo) for photo in photos]
    Evidence.objects.bulk_create(
        Evidence(
            report=report,
            indicator_id=line.indicator_id if line else None,
            file=file,
            caption=clean_line(caption)[:_CAPTION_LENGTH],
        )
        for file in files
    )
    note(subject=report, attached=[file.public_id for file in files], indicator=indicator)
    return report.public_id


@operation(Capability.REPORT_FILL, unit_of=unit_of_report)
def remove_evidence(*, actor: Actor, report_id: str, file_id: str) -> str:
    """Take a photograph off a report that may still be changed."""
    report = find_report(report_id)
    must_be_open(report)
    proof = report.evidence.select_related("file").filter(file__public_id=file_id).first()
    if proof is None:
        raise NotFound("base.not_found")
    file = proof.file
    proof.delete()
    file.delete()
    note(subject=report, removed=file_id, sha256=file.sha256)
    return report.public_id
