"""The sections of a plan (CAM-09): a title and what stands under it; empty ones fall away."""

from collections.abc import Iterable, Sequence

from thidua.apps.campaigns.papers.words import (
    award_words,
    commemoration_words,
    goal_words,
    milestone_words,
    peak_words,
    phase_time,
    plan_time,
    tie_words,
)
from thidua.domain.documents import Block, Column, Heading, Item, Paragraph, Table
from thidua.domain.plan_draft import ContentDraft, PhaseDraft, PlanDraft

Section = tuple[str, list[Block]]
TargetRow = tuple[str, str, str]

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_LETTERS = "abcdefghiklmnopqrstuvxy"
SECTORS = (
    ("", "Nội dung chung"),
    ("doanh-nghiep", "Khối doanh nghiệp"),
    ("hanh-chinh-su-nghiep", "Khối hành chính, sự nghiệp"),
)
_TARGET_COLUMNS = (
    Column("TT", 0.5, "center"),
    Column("Nội dung", 4),
    Column("Đơn vị tính", 1.4, "center"),
    Column("Chỉ tiêu", 1.2, "right"),
)


def numbered(sections: Iterable[Section]) -> list[Block]:
    """Return the sections that hold something, numbered I, II, III."""
    kept = [section for section in sections if section[1]]
    return [
        block
        for number, (title, blocks) in zip(_ROMAN, kept, strict=False)
        for block in (Heading(f"{number}. {title}"), *blocks)
    ]


def purpose(plan: PlanDraft) -> Section:
    """I. What the plan is for, in its own words."""
    return "MỤC ĐÍCH, YÊU CẦU", paragraphs(plan.background)


def addressed(plan: PlanDraft) -> Section:
    """II. Whom it addresses."""
    return "ĐỐI TƯỢNG", _items(plan.audience)


def substance(plan: PlanDraft, movements: Sequence[str], targets: Sequence[TargetRow]) -> Section:
    """III. Theme, time and đợt, contents by khối, movements, targets."""
    parts: list[Section] = [
        ("Chủ đề", _theme(plan)),
        ("Thời gian, các đợt thi đua", _time(plan)),
        ("Nội dung thi đua", _contents(plan)),
        ("Phong trào, cuộc vận động, chương trình", _items(f"“{name}”" for name in movements)),
        ("Chỉ tiêu, mục tiêu", [*_items(map(goal_words, plan.goals)), *_targets(targets)]),
    ]
    kept = [part for part in parts if part[1]]
    blocks: list[Block] = []
    for number, (title, inside) in enumerate(kept, start=1):
        blocks += [Heading(f"{number}. {title}", 2), *inside]
    return "NỘI DUNG", blocks


def honours(plan: PlanDraft) -> Section:
    """IV. What is awarded, to whom, how many."""
    return "HÌNH THỨC, SỐ LƯỢNG KHEN THƯỞNG", _items(map(award_words, plan.awards))


def carrying_out(plan: PlanDraft, closing: Sequence[str]) -> Section:
    """V. How it is carried out: the plan's words, the days to keep, what everyone does."""
    stones = _items(map(milestone_words, plan.milestones))
    days = [Paragraph("Các mốc thời gian:"), *stones] if stones else []
    return "TỔ CHỨC THỰC HIỆN", [
        *paragraphs(plan.requirements),
        *days,
        *(Paragraph(line) for line in closing),
    ]


def paragraphs(text: str) -> list[Block]:
    """Return each line of a text as a paragraph."""
    return [Paragraph(line.strip()) for line in text.split("\n") if line.strip()]


def _items(lines: Iterable[str]) -> list[Block]:
    return [Item(f"{line.rstrip(' ;.')}.") for line in lines if line.strip()]


def _theme(plan: PlanDraft) -> list[Block]:
    theme: list[Block] = [Paragraph(f"“{plan.theme}”.")] if plan.theme else []
    return theme + _items(map(tie_words, plan.ties))


def _time(plan: PlanDraft) -> list[Block]:
    blocks: list[Block] = [Paragraph(f"{plan_time(plan)}.")]
    for order, phase in enumerate(plan.phases, start=1):
        blocks += _phase(plan, order, phase)
    blocks += _welcomed(plan, None)
    return blocks + _peaks(plan)


def _peaks(plan: PlanDraft) -> list[Block]:
    """Return the cao điểm under a letter of their own: one may lie across several đợt."""
    blocks: list[Block] = []
    for peak in plan.peaks:
        blocks += [*_items([peak_words(peak)]), *paragraphs(peak.task)]
    return [Heading(f"{_LETTERS[len(plan.phases)]}) Đợt cao điểm", 3), *blocks] if blocks else []


def _phase(plan: PlanDraft, order: int, phase: PhaseDraft) -> list[Block]:
    title = f"{_LETTERS[order - 1 :][:1]}) Đợt {order}: {phase_time(phase)}"
    theme: list[Block] = [Paragraph(f"Chủ đề: “{phase.theme}”.")] if phase.theme else []
    return [Heading(title, 3), *theme, *paragraphs(phase.task), *_welcomed(plan, order)]


def _welcomed(plan: PlanDraft, phase: int | None) -> list[Block]:
    days = [commemoration_words(one) for one in plan.commemorations if one.phase == phase]
    return [Paragraph("Chào mừng, kỷ niệm:"), *_items(days)] if days else []


def _contents(plan: PlanDraft) -> list[Block]:
    contents = [c if isinstance(c, ContentDraft) else ContentDraft(c) for c in plan.contents]
    divided = any(content.sector for content in contents)
    blocks: list[Block] = []
    letters = iter(_LETTERS)
    for sector, label in SECTORS:
        inside = [content for content in contents if content.sector == sector]
        if inside and divided:
            blocks.append(Heading(f"{next(letters)}) {label}", 3))
        for content in inside:
            first, *others = paragraphs(content.text) or [Paragraph("")]
            blocks += [Item(first.text), *others] if isinstance(first, Paragraph) else []
    return blocks


def _targets(rows: Sequence[TargetRow]) -> list[Block]:
    if not rows:
        return []
    counted = tuple((str(place), *row) for place, row in enumerate(rows, start=1))
    return [Table(_TARGET_COLUMNS, counted)]
