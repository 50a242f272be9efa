"""The sentences of a news item: one function for each kind of fact; no praise, no invented word."""

from collections.abc import Iterator, Sequence

from thidua.domain.news.facts import Conclusion, Conference, Handed, Phase, Signed, Spoken
from thidua.domain.news.wording import (
    UNKNOWN,
    bare,
    comrade,
    day_words,
    first,
    inside,
    listed,
    name_in,
    noun,
    span_words,
)

_COUNT_WORDS = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")


def lead(facts: Conference) -> str:
    """Say who held what, when, where, with whom in the chair."""
    when = f"Ngày {day_words(facts.day)}" if facts.day else "Vừa qua"
    met = facts.title.lower().startswith("hội nghị")
    named = facts.title if met else f"Hội nghị {inside(facts.title)}"
    place = f" tại {facts.place}" if facts.place and facts.place not in facts.title else ""
    said = [f"{when}, {facts.organiser} tổ chức {named}{place}."]
    if facts.host and facts.host != facts.organiser and not _names(facts.title, facts.host):
        pilot = "là đơn vị phát động điểm, " if facts.pilot else ""
        said.append(f"{facts.host} {pilot}đăng cai Hội nghị.")
    if facts.chairs:
        said.append(f"Chủ trì: {listed([comrade(chair) for chair in facts.chairs])}.")
    if facts.attended:
        said.append(f"Dự Hội nghị có {facts.attended} đại biểu.")
    return " ".join(said)


def significance(facts: Conference) -> str:
    """Name the events that the year stands under."""
    return f"Năm {facts.year} là năm {listed(facts.significance)}." if facts.significance else ""


def launch(facts: Conference) -> str:
    """Say who launched; the contents follow."""
    end = ":" if len(facts.contents) > 1 else "."
    said = next((part for part in facts.spoken if part.launch), None)
    if said is None:
        return f"Phong trào thi đua năm {facts.year} có các nội dung{end}" if end == ":" else ""
    return f"Tại Hội nghị, {_doer(said)} {inside(said.text)}{end}"


def content(order: int, text: str, whole: int) -> str:
    """Write a content behind its number."""
    if whole == 1:
        return f"Nội dung thi đua: {inside(text)}."
    if order < len(_COUNT_WORDS):
        return f"{_COUNT_WORDS[order]} là, {inside(text)}."
    return f"{order + 1}. {first(bare(text))}."


def left_out(count: int) -> str:
    """Say that the plan has more contents than the item."""
    return f"Kế hoạch còn {count} nội dung khác." if count else ""


def phases(facts: Conference) -> Iterator[str]:
    """Write each đợt: its days, theme, occasions and task."""
    alone = len(facts.phases) == 1
    said = " ".join(facts.significance)
    for order, phase in enumerate(facts.phases, start=1):
        yield _phase("Thời gian thi đua" if alone else f"Đợt {order}", phase, said)


def _phase(name: str, phase: Phase, said: str) -> str:
    """Write one đợt; an event that its theme or the year's significance names is not named again."""
    days = f"{name} ({span_words(phase.first_day, phase.last_day)})"
    theme = f", chủ đề “{phase.theme}”" if phase.theme else ""
    known = f"{phase.theme} {said}".lower()
    events = [noun(event) for event in phase.events if event.lower() not in known]
    more = [
        f"kỷ niệm {', '.join(phase.anniversaries)}" if phase.anniversaries else "",
        f"chào mừng {', '.join(events)}" if events else "",
        inside(phase.task.strip("; ")),
    ]
    told_of = "; ".join(filter(None, more))
    return f"{days}{theme}: {told_of}." if told_of else f"{days}{theme}."


def signed(pacts: Sequence[Signed]) -> str:
    """Name the pacts in the order of signing."""
    if len(pacts) == 1:
        subject = inside(pacts[0].subject) or "giao ước thi đua"
        return f"Tại Hội nghị, {noun(pacts[0].parties)} ký {subject}."
    if not pacts:
        return ""
    named = [f"{p.parties} ({inside(p.subject)})" if p.subject else p.parties for p in pacts]
    return f"Tại Hội nghị, {len(pacts)} giao ước thi đua được ký: {'; '.join(named)}."


def handed(award: Handed) -> str:
    """Say what was handed over, of whom, to whom, on which decision, by whom."""
    decision = f" ({award.decision})" if award.decision else ""
    recipient = noun(award.recipient)
    if award.praise:
        return f"{first(award.given_by or 'Hội nghị')} biểu dương {recipient}{decision}."
    of = f" của {award.given_by}" if award.given_by and award.given_by not in award.name else ""
    what = f"{award.name}{of}{decision}"
    if award.handed_by:
        return f"{first(comrade(award.handed_by, closed=True))} trao {what} cho {recipient}."
    return f"{first(recipient)} nhận {what}."


def told(part: Spoken) -> str:
    """Write what somebody, or the conference itself, did."""
    return f"{first(_doer(part)) if part.who else 'Hội nghị'} {inside(part.text)}."


def speech(part: Spoken) -> str:
    """Write what somebody spoke of, followed by the place of the quotation."""
    name = name_in(part.who)
    blank = f"[Trích phát biểu của đồng chí {name}]" if "," in part.who else "[Trích phát biểu]"
    text = inside(part.text)
    if text.startswith("phát biểu"):
        return f"{first(_doer(part))} {text}. {blank}"
    who = first(comrade(part.who)) if part.who else UNKNOWN
    return f"{who} phát biểu, {text}. {blank}"


def conclusions(items: Sequence[Conclusion]) -> Iterator[str]:
    """Say what was asked of each unit."""
    asked: dict[str, list[str]] = {}
    for item in items:
        due = f" (trước hết ngày {day_words(item.due_on)})" if item.due_on else ""
        asked.setdefault(item.asked_of, []).append(inside(item.text) + due)
    for unit, texts in asked.items():
        yield f"Hội nghị đề nghị {unit}: {'; '.join(texts)}."


def _doer(part: Spoken) -> str:
    return comrade(part.who, closed=True) if part.who else UNKNOWN


def _names(title: str, unit: str) -> bool:
    """Tell whether a title names a unit: every word of its name stands there."""
    return set(unit.lower().split()) <= set(title.lower().split())
