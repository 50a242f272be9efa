"""The paper of a pact: who makes it, what they promise, who signs; blank ones, a page for each unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.campaigns.models import Pact, PactCommitment, PactParty
from thidua.domain.documents import (
    Blank,
    Block,
    Column,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)
from thidua.text.dates import day as written_day
from thidua.text.numbers import group

KIND = "GIAO ƯỚC THI ĐUA"
_BLANK_LINES = 5
# More signatures do not fit beside one another on a page: they are signed in a table.
_MOST_BESIDE = 3
_SIGNING = (
    Column("STT", 0.3, "center"),
    Column("Bên giao ước", 2.0),
    Column("Người đại diện, chức vụ", 1.8),
    Column("Ký tên", 1.2),
)


@dataclass(frozen=True)
class PactHead:
    """What stands above a pact: the plan it belongs to, who keeps it and the superior of that."""

    campaign: str
    number: str
    issuer: str
    superior: str = ""
    year: int = 0


def pact_paper(pact: Pact, head: PactHead) -> Paper:
    """Return a pact as a paper; places that were not filled are left to be written by hand."""
    parties = list(pact.parties.all())
    return Paper(
        kind=KIND,
        subject=_subject(pact.title),
        issuer=head.issuer,
        superior=head.superior,
        day=pact.signed_on,
        year=head.year,
        bases=_bases(head),
        blocks=(
            Paragraph(
                _opening(pact.signed_on, pact.place),
                align="justify" if pact.signed_on and pact.place else "left",
            ),
            *_parties(parties),
            Paragraph("Các bên cùng giao ước thực hiện những nội dung sau:"),
            *_commitments(list(pact.commitments.all())),
            Paragraph(_closing(len(parties))),
            *(_signing_table(parties) if len(parties) > _MOST_BESIDE else ()),
        ),
        signatures=tuple(map(_signature, parties)) if len(parties) <= _MOST_BESIDE else (),
    )


def blank_pacts(head: PactHead, contents: Sequence[str], names: Sequence[str]) -> Paper:
    """Return one paper with a page for each of these units, to be filled in and signed by hand."""
    blocks: list[Block] = []
    for place, name in enumerate(names):
        if place:
            blocks += [
                PageBreak(),
                Paragraph((Run(KIND, bold=True),), align="center", indent=False),
                Paragraph((Run(head.campaign, bold=True),), align="center", indent=False),
            ]
        blocks += _blank_page(head, contents, name)
    return Paper(
        kind=KIND,
        subject=head.campaign,
        issuer=head.issuer,
        superior=head.superior,
        bases=_bases(head),
        blocks=tuple(blocks),
        year=head.year,
    )


def _blank_page(head: PactHead, contents: Sequence[str], name: str) -> list[Block]:
    return [
        Paragraph(_opening(None, ""), align="left"),
        Heading(f"1. {head.issuer}", 2),
        Blank("Đại diện:"),
        Blank("Chức vụ:"),
        Heading(f"2. {name}", 2),
        Blank("Đại diện:"),
        Blank("Chức vụ:"),
        Paragraph("Hai bên cùng giao ước thực hiện những nội dung sau:"),
        *(Item(text) for text in contents),
        Blank("Nội dung khác:", _BLANK_LINES if not contents else 2),
        Paragraph(_closing(2)),
        Paragraph(
            (Run("ĐẠI DIỆN CÁC BÊN KÝ, GHI RÕ HỌ TÊN", bold=True),), align="center", indent=False
        ),
        Blank(f"{head.issuer}:"),
        Blank(f"{name}:"),
    ]


def _subject(title: str) -> str:
    """Return the title without the words that stand above it already."""
    rest = title[len(KIND) :].strip() if title.upper().startswith(KIND) else title
    return rest[:1].upper() + rest[1:]


def _bases(head: PactHead) -> tuple[str, ...]:
    called = head.campaign if head.campaign.startswith("Kế hoạch") else f"Kế hoạch {head.campaign}"
    return (f"Căn cứ {called}{f' (số {head.number})' if head.number else ''}",)


def _opening(day: date | None, place: str) -> str:
    when = f"ngày {written_day(day)}" if day else "ngày ..... tháng ..... năm ........"
    where = place or "......................................................"
    return f"Hôm nay, {when}, tại {where}, các bên gồm:"


def _parties(parties: Sequence[PactParty]) -> list[Block]:
    blocks: list[Block] = []
    for order, party in enumerate(parties, 1):
        blocks.append(Heading(f"{order}. {party.name}", 2))
        if party.representative:
            post = f", {party.post}" if party.post else ""
            blocks.append(Paragraph(f"Đại diện: {party.representative}{post}."))
        else:
            blocks.append(Blank("Đại diện, chức vụ:"))
    return blocks


def _commitments(commitments: Sequence[PactCommitment]) -> list[Block]:
    if not commitments:
        return [Blank("", _BLANK_LINES)]
    return [Item(_promise(row), f"{order}.") for order, row in enumerate(commitments, 1)]


def _promise(row: PactCommitment) -> str:
    if row.target is None or row.indicator is None:
        return row.text
    return f"{row.text}: {group(row.target)} {row.indicator.measure}"


def _closing(parties: int) -> str:
    copies = f"{parties:02} bản" if parties else "....... bản"
    return (
        f"Giao ước được lập thành {copies}, mỗi bên giữ một bản, và là căn cứ để theo dõi, bình xét "
        "thi đua."
    )


def _signature(party: PactParty) -> Signature:
    lines = ("ĐẠI DIỆN", party.name)
    return Signature(lines + ((party.post,) if party.post else ()), party.representative)


def _signing_table(parties: Sequence[PactParty]) -> tuple[Table]:
    rows = tuple(
        (str(order), party.name, ", ".join(filter(None, [party.representative, party.post])), "")
        for order, party in enumerate(parties, 1)
    )
    return (Table(_SIGNING, rows),)
