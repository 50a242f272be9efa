"""The plan as an official paper: head, căn cứ, sections, signatures, nơi nhận."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua.apps.campaigns.papers import sections
from thidua.apps.campaigns.papers.sections import TargetRow
from thidua.apps.org.papers import Letterhead, signature
from thidua.domain.documents import Paper, Paragraph, Signature
from thidua.domain.plan_draft import PlanDraft

_KIND = re.compile(r"(?:Kế hoạch|KẾ HOẠCH)\s+", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+[a-z]?/[^\s,;]+")
_BEGINS = re.compile(r"(?:Căn cứ|Thực hiện|Theo|Xét)\b", re.IGNORECASE)


@dataclass(frozen=True)
class PlanSource:
    """All that a plan's paper says: the plan as typed, and what lies around it."""

    plan: PlanDraft
    head: Letterhead
    grassroots: bool = False
    answers: str = ""
    movements: tuple[str, ...] = ()
    targets: tuple[TargetRow, ...] = ()


def paper_of(source: PlanSource) -> Paper:
    """Return the plan as a paper, in the sections of CAM-09."""
    plan, head = source.plan, source.head
    opening = Paragraph(f"{head.collective} {head.issuer} ban hành kế hoạch như sau:")
    whole = (
        sections.purpose(plan),
        sections.addressed(plan),
        sections.substance(plan, source.movements, source.targets),
        sections.honours(plan),
        sections.carrying_out(plan, _closing(head, grassroots=source.grassroots)),
    )
    return Paper(
        kind="KẾ HOẠCH",
        subject=_subject(plan.title),
        superior=head.superior,
        issuer=" – ".join([head.issuer, *(issuer.name for issuer in plan.joint_issuers)]),
        number=plan.number or head.blank_number("KH"),
        place=head.place,
        day=plan.issued_on,
        year=plan.year,
        bases=_bases(plan.bases, source.answers),
        blocks=(opening, *sections.numbered(whole)),
        signatures=_signatures(plan, head),
        recipients=_recipients(head, grassroots=source.grassroots),
    )


def _subject(title: str) -> str:
    """Return the title without the word that stands above it."""
    subject = _KIND.sub("", title, count=1) if _KIND.match(title) else title
    return subject[:1].upper() + subject[1:]


def _bases(typed: Sequence[str], answers: str) -> tuple[str, ...]:
    """Return the căn cứ lines; a plan that answers another cites it (CAM-10)."""
    lines = list(typed)
    number = _NUMBER.search(answers)
    if number and not any(number[0] in line for line in lines):
        lines.append(answers)
    return tuple(line if _BEGINS.match(line) else f"Căn cứ {line}" for line in lines)


def _closing(head: Letterhead, *, grassroots: bool) -> Sequence[str]:
    if grassroots:
        return (
            "Các tổ công đoàn và đoàn viên căn cứ kế hoạch này đăng ký, tổ chức thực hiện; "
            "ban chấp hành theo dõi, tổng hợp kết quả và báo cáo công đoàn cấp trên./.",
        )
    return (
        "Các đơn vị trực thuộc căn cứ kế hoạch này xây dựng kế hoạch của đơn vị, tổ chức thực hiện "
        f"và báo cáo kết quả về {head.issuer}./.",
    )


def _signatures(plan: PlanDraft, head: Letterhead) -> tuple[Signature, ...]:
    own = signature(head, plan.signer_post, plan.signer_name)
    others = (
        Signature((issuer.name.upper(), issuer.signer_post.upper()), issuer.signer_name)
        for issuer in plan.joint_issuers
    )
    return (own, *others)


def _recipients(head: Letterhead, *, grassroots: bool) -> tuple[str, ...]:
    above = [f"{head.superior} (để báo cáo)"] if head.superior else []
    below = "Các tổ công đoàn" if grassroots else "Các đơn vị trực thuộc"
    return (*above, f"{below} (để thực hiện)", "Lưu: VT")
