"""Papers of a conference: invitation, programme, list of what is handed over, news item."""

from collections.abc import Sequence

from thidua.apps.conferences.models import ConferencePerson, HandedAward
from thidua.apps.conferences.queries import Record
from thidua.apps.conferences.to_domain import facts_of
from thidua.apps.org.papers import Letterhead, letterhead, signature
from thidua.domain.documents import (
    Blank,
    Block,
    Column,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
)
from thidua.domain.news import NewsItem, compose
from thidua.text.dates import day
from thidua.text.times import clock_time, hour_words

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_PROGRAMME = (
    Column("Thời gian", 0.7, "center"),
    Column("Nội dung", 2.4),
    Column("Người thực hiện", 1.6),
)
_GUESTS = (
    Column("STT", 0.35, "center"),
    Column("Họ tên", 1.4),
    Column("Chức vụ", 1.3),
    Column("Cơ quan, đơn vị", 1.7),
)
_AWARDS = (
    Column("STT", 0.35, "center"),
    Column("Tập thể, cá nhân", 1.7),
    Column("Hình thức, cấp khen thưởng", 1.6),
    Column("Quyết định", 1.1),
    Column("Người trao", 1.4),
)


def invitation(record: Record, guest: ConferencePerson | None, *, listed: bool = False) -> Paper:
    """Return the invitation for a guest, for all in the list behind it, or with the name left blank."""
    head, row = _head(record), record.row
    asked: Block
    if guest is not None:
        asked = _centred(_person(guest))
    elif listed:
        asked = _centred("Các đồng chí có tên trong danh sách kèm theo")
    else:
        asked = Blank("", 2)
    return Paper(
        kind="GIẤY MỜI",
        subject=row.title,
        superior=head.superior,
        issuer=head.issuer,
        number=head.blank_number("GM"),
        place=head.place,
        year=row.on_day.year,
        blocks=(
            Paragraph(f"{head.collective} {head.issuer} trân trọng kính mời:"),
            asked,
            Paragraph(f"đến dự {_inside(row.title)}."),
            *_when_and_where(record),
            *_chairs(record),
            *((Item("Nội dung: theo chương trình gửi kèm."),) if record.programme else ()),
            Paragraph("Rất mong đồng chí thu xếp công việc đến dự đúng giờ./."),
        ),
        signatures=(signature(head, "", ""),),
        recipients=("Như trên", "Lưu: VT"),
        annexes=_guest_list(record.guests) if listed else (),
    )


def programme_paper(record: Record) -> Paper:
    """Return the programme: when, what, who; an hour that is not set is left to be written."""
    head = _head(record)
    rows = tuple(
        (clock_time(item.at) if item.at else "……", _first(item.text), item.who)
        for item in record.programme
    )
    return Paper(
        kind="CHƯƠNG TRÌNH",
        subject=record.row.title,
        superior=head.superior,
        issuer=head.issuer,
        place=head.place,
        year=record.row.on_day.year,
        blocks=(*_when_and_where(record), *_chairs(record), Table(_PROGRAMME, rows)),
        signatures=(signature(head, "", ""),),
    )


def awards_paper(record: Record) -> Paper:
    """Return what is handed over to whom, in order; what is not decided yet is left blank."""
    head = _head(record)
    rows = tuple(
        (str(order), _first(award.recipient), _form(award), _decision(award), award.handed_by)
        for order, award in enumerate(record.awards, start=1)
    )
    return Paper(
        kind="DANH SÁCH",
        subject=f"Biểu dương, trao thưởng tại {_inside(record.row.title)}",
        superior=head.superior,
        issuer=head.issuer,
        place=head.place,
        year=record.row.on_day.year,
        blocks=(Table(_AWARDS, rows),),
        signatures=(signature(head, "", ""),),
    )


def news_of(record: Record) -> NewsItem:
    """Return the draft of the news item."""
    return compose(facts_of(record))


def news_paper(item: NewsItem) -> Paper:
    """Return the news item as a paper without a head."""
    blocks = tuple(Paragraph(text) for text in item.paragraphs)
    return Paper(kind="", subject=item.title, issuer="", blocks=blocks)


def _head(record: Record) -> Letterhead:
    return letterhead(record.row.unit, record.row.on_day)


def _when_and_where(record: Record) -> tuple[Block, ...]:
    row = record.row
    weekday = _WEEKDAYS[row.on_day.weekday()]
    hour = f"{hour_words(row.starts_at)}, " if row.starts_at else ""
    when = Item(f"Thời gian: {hour}{weekday}, ngày {day(row.on_day)}.")
    where = record.row.place or record.host_name
    return (
        Blank("Thời gian:") if row.day_unsure else when,
        Item(f"Địa điểm: {where}.") if where else Blank("Địa điểm:"),
    )


def _chairs(record: Record) -> tuple[Block, ...]:
    return tuple(Item(f"Chủ trì: {_person(chair)}.") for chair in record.chairs)


def _guest_list(guests: Sequence[ConferencePerson]) -> tuple[Block, ...]:
    rows = tuple(
        (str(order), guest.name or "……………", guest.post, guest.organisation)
        for order, guest in enumerate(guests, start=1)
    )
    return PageBreak(), Table(_GUESTS, rows, caption="DANH SÁCH KHÁCH MỜI")


def _person(person: ConferencePerson) -> str:
    post = " ".join(filter(None, (person.post, person.organisation)))
    named = f"đồng chí {person.name}" if person.name else "đồng chí ……………………………"
    return ", ".join(filter(None, (named, post)))


def _form(award: HandedAward) -> str:
    if not award.name:
        return f"Biểu dương{f' ({award.given_by})' if award.given_by else ''}"
    return f"{award.name} của {award.given_by}" if award.given_by else award.name


def _decision(award: HandedAward) -> str:
    number = f"Số {award.decision_number}" if award.decision_number else ""
    decided = f"ngày {day(award.decided_on)}" if award.decided_on else ""
    return " ".join(filter(None, (number, decided)))


def _centred(text: str) -> Paragraph:
    return Paragraph((Run(_first(text), bold=True),), align="center", indent=False)


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _inside(title: str) -> str:
    return f"{title[:1].lower()}{title[1:]}" if title.startswith("Hội nghị") else title
