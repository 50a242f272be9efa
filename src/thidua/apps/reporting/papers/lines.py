"""One result in words: the number, its percentage of the target, the same days a year before."""

from decimal import Decimal

from thidua.apps.reporting.papers.numbers import Numbers
from thidua.apps.reporting.queries.summary import Aim, SummaryLine
from thidua.domain.documents import Run
from thidua.domain.figures.printed import Of
from thidua.domain.figures.published import targets_fitting
from thidua.domain.figures.stretches import same_days_before
from thidua.domain.spans import DateSpan
from thidua.text.dates import day
from thidua.text.numbers import group

Runs = list[Run]


def result(numbers: Numbers, line: SummaryLine) -> Runs:
    """Return “Sáng kiến được công nhận: 906 sáng kiến, đạt 127,1 % chỉ tiêu …”, without the end."""
    indicator = line.indicator
    said = [Run(f"{indicator.name}: "), value_of(numbers, line), Run(f" {indicator.measure}")]
    if line.figure.accepted != line.figure.sent:
        origin = numbers.of(Of.ACCEPTED, indicator.code)
        accepted = numbers.say(
            f"{indicator.name}, đã duyệt", line.figure.accepted, origin, indicator.measure
        )
        said += [Run(" (đã duyệt "), accepted, Run(")")]
    for part in line.parts:
        words = part.indicator.part_words or part.indicator.name
        said += [Run(", trong đó "), value_of(numbers, part), Run(f" {words}")]
    if line.aim:
        said += _against_target(numbers, line, line.aim)
    said += _against_before(numbers, line)
    if line.note:
        said.append(Run(f" ({line.note.rstrip('.')})"))
    return said


def value_of(numbers: Numbers, line: SummaryLine) -> Run:
    """Return the result itself."""
    indicator = line.indicator
    origin = numbers.of(Of.SENT, indicator.code)
    return numbers.say(indicator.name, line.figure.sent, origin, indicator.measure)


def target_of(numbers: Numbers, line: SummaryLine, aim: Aim) -> Run:
    """Return the target."""
    origin = numbers.of(Of.TARGET, line.indicator.code)
    label = f"{line.indicator.name}, chỉ tiêu"
    note = "số minh họa" if aim.target.illustrative else ""
    return numbers.say(label, aim.target.value, origin, line.indicator.measure, note)


def share_of_target(numbers: Numbers, line: SummaryLine, aim: Aim) -> Run:
    """Return the percentage of the target that was reached in the days of its plan."""
    code = line.indicator.code
    part = numbers.printed(aim.reached.sent, numbers.of(Of.SENT, code, aim.days))
    base = numbers.printed(aim.target.value, numbers.of(Of.TARGET, code))
    return numbers.share(f"{line.indicator.name}, so với chỉ tiêu", part, base)


def before_of(numbers: Numbers, line: SummaryLine) -> Run:
    """Return the result of the same days a year before."""
    origin = numbers.of(Of.SENT, line.indicator.code, same_days_before(numbers.span))
    label = f"{line.indicator.name}, cùng kỳ năm trước"
    return numbers.say(label, line.before.sent, origin, line.indicator.measure)


def share_of_before(numbers: Numbers, line: SummaryLine) -> Run:
    """Return the result as a percentage of that of the same days a year before."""
    code, before = line.indicator.code, same_days_before(numbers.span)
    part = numbers.printed(line.figure.sent, numbers.of(Of.SENT, code))
    base = numbers.printed(line.before.sent, numbers.of(Of.SENT, code, before))
    return numbers.share(f"{line.indicator.name}, so với cùng kỳ năm trước", part, base)


def target_words(aim: Aim) -> str:
    """Say until when a target runs, and what must be known of one that no source gives."""
    said = []
    plan = aim.target.campaign
    if aim.days.valid_until < plan.until:
        last = DateSpan(plan.starts_on, plan.until).last_day
        said.append(
            f"chỉ tiêu của kế hoạch đến hết ngày {day(last)}"
            if last
            else "chỉ tiêu của cả kế hoạch"
        )
    if aim.target.illustrative:
        said.append("chỉ tiêu minh họa")
        published = aim.target.published
        actual = aim.reached.sent
        fitting = targets_fitting(actual, Decimal(published)) if published else range(0)
        if fitting:
            percent = published.replace(".", ",")
            said.append(
                f"{group(actual)} và {percent} % cho biết chỉ tiêu từ {group(fitting[0])} đến "
                f"{group(fitting[-1])}"
            )
    return "; ".join(said)


def _against_target(numbers: Numbers, line: SummaryLine, aim: Aim) -> Runs:
    said = [Run(", ")]
    if aim.reached != line.figure:
        origin = numbers.of(Of.SENT, line.indicator.code, aim.days)
        label = f"{line.indicator.name}, từ {day(aim.days.valid_from)}"
        reached = numbers.say(label, aim.reached.sent, origin, line.indicator.measure)
        said += [Run(f"lũy kế từ {day(aim.days.valid_from)}: "), reached, Run(", ")]
    if aim.target.value:
        said += [Run("đạt "), share_of_target(numbers, line, aim), Run(" ")]
    said += [Run("chỉ tiêu "), target_of(numbers, line, aim)]
    words = target_words(aim)
    return [*said, Run(f" ({words})")] if words else said


def _against_before(numbers: Numbers, line: SummaryLine) -> Runs:
    if not line.before.sent:
        return []
    said = [Run("; cùng kỳ năm trước "), before_of(numbers, line)]
    return [*said, Run(", bằng "), share_of_before(numbers, line), Run(" cùng kỳ")]
