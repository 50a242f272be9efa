"""The papers of registering: one person's, the unit's list to be signed, and the list left blank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.campaigns.models import Registration
from thidua.domain.documents import (
    Blank,
    Block,
    Column,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)
from thidua.text.dates import day as written_day
from thidua.text.numbers import group

KIND = "BẢN ĐĂNG KÝ THI ĐUA"
LIST_KIND = "DANH SÁCH ĐĂNG KÝ THI ĐUA"
_LINE = "…………………………………"
_COLUMNS = (
    Column("STT", 0.4, "center"),
    Column("Họ và tên (tập thể)", 1.8),
    Column("Nội dung đăng ký", 3.2),
    Column("Kết quả phấn đấu", 1.6),
    Column("Hoàn thành", 0.9, "center"),
    Column("Ký tên", 1.0),
)


@dataclass(frozen=True)
class RegistrationHead:
    """What stands above a registration: the plan, the unit, its superior."""

    campaign: str
    issuer: str
    superior: str = ""
    year: int = 0


def registration_paper(row: Registration, head: RegistrationHead) -> Paper:
    """Return what one subject registered, to be signed by it and by the union."""
    told = [
        ("Người đăng ký" if row.subject == "ca-nhan" else "Đơn vị đăng ký", row.name),
        ("Đơn vị", head.issuer),
        ("Loại đăng ký", str(row.get_kind_display())),
        ("Nội dung đăng ký", row.text),
        ("Kết quả phấn đấu", row.goal),
        ("Hoàn thành trước hết ngày", written_day(row.finish_by) if row.finish_by else ""),
        *_plaque(row),
    ]
    return Paper(
        kind=KIND,
        subject=head.campaign,
        issuer=head.issuer,
        superior=head.superior,
        day=row.registered_on,
        blocks=(
            *(_said(label, text) for label, text in told),
            Paragraph("Cam kết thực hiện đúng nội dung đã đăng ký."),
        ),
        signatures=(
            Signature(("XÁC NHẬN CỦA CÔNG ĐOÀN",)),
            Signature(("NGƯỜI ĐĂNG KÝ",), row.name),
        ),
    )


def registration_list(
    rows: Sequence[Registration], head: RegistrationHead, day: date | None
) -> Paper:
    """Return the list of what was registered, with a place to sign on each line."""
    lines = tuple(
        (
            str(order),
            row.name if row.people == 1 else f"{row.name} ({group(row.people)} người)",
            row.text,
            row.goal,
            written_day(row.finish_by) if row.finish_by else "",
            "",
        )
        for order, row in enumerate(rows, 1)
    )
    people = group(sum(row.people for row in rows))
    total = f"Danh sách có {len(rows):02} dòng đăng ký của {people} người, tập thể."
    return _listed(lines, head, day, total)


def blank_registrations(head: RegistrationHead, lines: int) -> Paper:
    """Return the list with so many empty lines, to be filled in and signed at a meeting."""
    rows = tuple((str(n), "", "", "", "", "") for n in range(1, lines + 1))
    return _listed(rows, head, None, f"Danh sách có {_LINE} người, tập thể.")


def _listed(
    lines: tuple[tuple[str, ...], ...], head: RegistrationHead, day: date | None, total: str
) -> Paper:
    return Paper(
        kind=LIST_KIND,
        subject=head.campaign,
        issuer=head.issuer,
        superior=head.superior,
        day=day,
        year=head.year,
        blocks=(
            Table(_COLUMNS, lines),
            Paragraph(total),
        ),
        signatures=(
            Signature(("NGƯỜI LẬP DANH SÁCH",)),
            Signature(("TM. BAN CHẤP HÀNH", "CHỦ TỊCH")),
        ),
        landscape=True,
    )


def _said(label: str, text: str) -> Block:
    return Paragraph((Run(f"{label}: "), Run(text, bold=True))) if text else Blank(f"{label}:")


def _plaque(row: Registration) -> list[tuple[str, str]]:
    if row.kind != "cong-trinh":
        return []
    return [
        ("Ngày gắn biển", written_day(row.plaque_on) if row.plaque_on else ""),
        ("Nơi gắn biển", row.plaque_place),
        ("Nội dung biển", row.plaque_text),
    ]
