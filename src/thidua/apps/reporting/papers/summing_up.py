"""The report that sums a period up (báo cáo sơ kết, tổng kết): every sentence a fact of the data."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.apps.campaigns.queries import LaunchedPlan
from thidua.apps.org.papers import Letterhead, signature
from thidua.apps.reporting.papers import annexes
from thidua.apps.reporting.papers.lines import Runs, result
from thidua.apps.reporting.papers.numbers import Numbers
from thidua.apps.reporting.queries.summary import Summary, SummaryLine
from thidua.domain.documents import Blank, Block, Heading, Item, Paper, Paragraph, Run
from thidua.domain.figures.periods import period_words
from thidua.domain.figures.printed import Of, Printed
from thidua.domain.figures.stretches import following
from thidua.domain.spans import OPEN_END
from thidua.text.dates import day

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass(frozen=True)
class Texts:
    """What people wrote themselves: outstanding results, difficulties, requests."""

    highlights: str = ""
    difficulties: str = ""
    requests: str = ""


def summing_up(
    paper_id: str, head: Letterhead, texts: Texts, summary: Summary
) -> tuple[Paper, list[Printed]]:
    """Return the paper, whole, and every number in it."""
    numbers = Numbers(paper_id, summary.unit_id, summary.span)
    chapters = [
        ("Công tác chỉ đạo, phát động, triển khai", _launched(numbers, summary)),
        *(
            (section.title, list(_results(numbers, lines)))
            for section, lines in summary.sections
            if lines
        ),
        ("Kết quả nổi bật; khó khăn, hạn chế", list(_texts(texts))),
        (f"Nhiệm vụ {period_words(following(summary.span))}", list(_coming(numbers, summary))),
        ("Đề xuất, kiến nghị", list(_paragraphs(texts.requests, "Đề xuất, kiến nghị"))),
    ]
    blocks: list[Block] = [_opening(head, summary)]
    for roman, (title, body) in zip(_ROMAN, chapters, strict=False):
        blocks += [Heading(f"{roman}. {title.upper()}"), *body]
    behind = [*annexes.results(numbers, summary), *annexes.ids(numbers, summary.cut_off)]
    return _paper(head, summary, tuple(blocks), tuple(behind)), numbers.all


def title_of(summary: Summary) -> str:
    """Return what the report is about."""
    return f"Kết quả phong trào thi đua {period_words(summary.span)}"


def _paper(
    head: Letterhead, summary: Summary, blocks: tuple[Block, ...], behind: tuple[Block, ...]
) -> Paper:
    recipients = (f"{head.superior} (để báo cáo)",) if head.superior else ()
    return Paper(
        kind="BÁO CÁO",
        subject=title_of(summary),
        issuer=head.issuer,
        superior=head.superior,
        number=head.blank_number("BC"),
        place=head.place,
        year=summary.cut_off.year,
        blocks=blocks,
        annexes=behind,
        signatures=(signature(head, "", ""),),
        recipients=(*recipients, "Lưu: VT"),
    )


def _opening(head: Letterhead, summary: Summary) -> Paragraph:
    return Paragraph(
        f"{head.issuer} báo cáo kết quả phong trào thi đua {period_words(summary.span)}. Số liệu là số "
        f"đã gửi trên hệ thống, tính đến hết ngày {day(summary.cut_off)}."
    )


def _launched(numbers: Numbers, summary: Summary) -> list[Block]:
    """Say what was launched, handed down and signed."""
    if not summary.plans:
        return [Blank("Công tác chỉ đạo, phát động", 3)]
    new = sum(plan.launched_here for plan in summary.plans)
    said = [
        Run("Số kế hoạch phát động thi đua thực hiện trong kỳ: "),
        numbers.say("Kế hoạch thực hiện trong kỳ", len(summary.plans), numbers.of(Of.PLANS)),
        Run(", trong đó phát động mới: "),
        numbers.say("Kế hoạch phát động mới", new, numbers.of(Of.NEW_PLANS)),
        Run("."),
    ]
    return [Paragraph(tuple(said)), *(_plan(numbers, plan) for plan in summary.plans)]


def _plan(numbers: Numbers, plan: LaunchedPlan) -> Item:
    called = f"{plan.title}, số {plan.number}" if plan.number else plan.title
    said = [Run(f"{called} ({_days(plan)})")]
    counts = (
        (plan.given, Of.GIVEN, "; giao triển khai tới ", " đơn vị trực thuộc"),
        (plan.received, Of.RECEIVED, ", ", " đơn vị đã tiếp nhận"),
        (plan.launched, Of.LAUNCHED, ", ", " đơn vị đã phát động"),
    )
    if plan.given:
        for value, of, before, after in counts:
            label = f"{plan.number or plan.title}:{after}"
            said += [
                Run(before),
                numbers.say(label, value, numbers.of(of, plan.public_id)),
                Run(after),
            ]
    if plan.pacts:
        origin = numbers.of(Of.PACTS, plan.public_id)
        label = f"{plan.number or plan.title}: giao ước đã ký"
        said += [Run("; ký "), numbers.say(label, plan.pacts, origin), Run(" giao ước thi đua")]
    return Item((*said, Run(".")))


def _days(plan: LaunchedPlan) -> str:
    first = day(plan.span.valid_from)
    last = plan.span.last_day
    return f"từ {first}" if last is None else f"{first} – {day(last)}"


def _results(numbers: Numbers, lines: list[SummaryLine]) -> Iterator[Block]:
    for line in lines:
        yield Item((*result(numbers, line), Run(".")))


def _texts(texts: Texts) -> Iterator[Block]:
    yield from _paragraphs(texts.highlights, "Kết quả nổi bật")
    yield from _paragraphs(texts.difficulties, "Khó khăn, hạn chế")


def _paragraphs(text: str, label: str) -> Iterator[Block]:
    """Yield what people wrote, or room to write it by hand."""
    if not text.strip():
        yield Blank(label, 3)
        return
    for paragraph in text.splitlines():
        if paragraph.strip():
            yield Paragraph(paragraph.strip())


def _coming(numbers: Numbers, summary: Summary) -> Iterator[Block]:
    """Say which plans run on, and what is still missing of their targets."""
    for plan in summary.coming:
        until = "" if plan.span.valid_until == OPEN_END else f" ({_days(plan)})"
        yield Item(f"Tiếp tục thực hiện: {plan.title}{until}.")
    for line in summary.lines:
        aim = line.aim
        if aim and aim.days.valid_until < aim.target.campaign.until:
            missing = aim.target.value - aim.reached.sent
            if missing > 0:
                yield Item((*_still(numbers, line, missing), Run(".")))
    yield Blank("Nhiệm vụ khác", 3)


def _still(numbers: Numbers, line: SummaryLine, missing: int) -> Runs:
    origin = numbers.of(Of.MISSING, line.indicator.code, line.aim.days if line.aim else None)
    label = f"{line.indicator.name}, còn phải thực hiện"
    return [
        Run(f"{line.indicator.name}: còn "),
        numbers.say(label, missing, origin, line.indicator.measure),
        Run(f" {line.indicator.measure} để đạt chỉ tiêu của kế hoạch"),
    ]
