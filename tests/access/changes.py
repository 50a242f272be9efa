"""A reorganisation drawn up by the ward, one laid aside, and Excel files kept between two pages."""

from dataclasses import replace
from datetime import date

from tests.access.things import LEAF, MIDDLE, Thing
from tests.conftest import Country

from thidua.apps.accounts.sheets import PEOPLE
from thidua.apps.org.services.reorganise import (
    carry_out_reorganisation,
    draft_reorganisation,
    withdraw_reorganisation,
)
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.apps.org.sheets import PLAN, UNITS
from thidua.office.sheets import write_rows
from thidua.web.areas.imports import keeping

HEAD = HeadDraft("Phương án Hoa Đào", date(2026, 12, 1), "QĐ 12/QĐ-CĐ")
_NEWCOMER = {
    "unit": "VN-ANH-DUONG",
    "full_name": "Bùi Thị Thu Trang",
    "sign_in_name": "0912345009",
    "role": "Cán bộ công đoàn cơ sở",
}
_UNIT = {
    "code": "VN-TEP",
    "name": "CĐCS Công ty Trong Tệp",
    "kind": "CĐCS",
    "parent": "VN-TU-LIEM",
    "on": date(2026, 1, 1),
}
_CHANGE = {
    "act": "Kết thúc hoạt động",
    "code": "VN-BINH-MINH",
    "on": date(2026, 12, 1),
    "basis": "QĐ 12/QĐ-CĐ",
}
PEOPLE_FILE = write_rows(PEOPLE, [_NEWCOMER])
UNITS_FILE = write_rows(UNITS, [_UNIT])
PLAN_FILE = write_rows(PLAN, [_CHANGE])
# What is uploaded in a cell stays on the disk: another file than those that are kept.
OTHER_PEOPLE_FILE = write_rows(PEOPLE, [_NEWCOMER | {"full_name": "Bùi Thị Thu Hà"}])
OTHER_UNITS_FILE = write_rows(UNITS, [_UNIT | {"name": "CĐCS Công ty Tệp Khác"}])
OTHER_PLAN_FILE = write_rows(PLAN, [_CHANGE | {"basis": "QĐ 13/QĐ-CĐ"}])


def changes_of(country: Country) -> dict[str, Thing]:
    """Return what a plan or a file may change: a draft, a withdrawn one, a file of each right."""
    return _reorganisations(country) | _strange(country) | _files(country) | _exports()


def _reorganisations(country: Country) -> dict[str, Thing]:
    leader = country.actor(*MIDDLE["own"])
    rename = RowDraft("rename", "VN-ANH-DUONG", name="CĐCS Công ty Ánh Dương Mới")
    made = [
        draft_reorganisation(actor=leader, unit_id=leader.unit_public_id, head=head, rows=(rename,))
        for head in (HEAD, replace(HEAD, title="Phương án Hoa Mai"))
    ]
    withdraw_reorganisation(actor=leader, reorganisation_id=made[1])
    ahead = draft_reorganisation(
        actor=leader,
        unit_id=leader.unit_public_id,
        head=replace(HEAD, title="Phương án Hoa Lan"),
        rows=(RowDraft("rename", "VN-BINH-MINH", name="CĐCS Công ty Bình Minh Mới"),),
    )
    carry_out_reorganisation(actor=leader, reorganisation_id=ahead)
    return {
        "ahead": Thing(MIDDLE, {"reorganisation_id": ahead}, "Thu hồi về dự thảo"),
        "scheme": Thing(MIDDLE, {"reorganisation_id": made[0]}, HEAD.title),
        "laid": Thing(MIDDLE, {"reorganisation_id": made[1]}, "Phương án Hoa Mai"),
        "past": Thing(
            MIDDLE,
            {"unit_id": country["tu-liem"].public_id},
            "Vũ Thị Thanh Mai",
            {"ngay": "2026-06-30"},
        ),
    }


def _strange(country: Country) -> dict[str, Thing]:
    """Return a draft that names a unit of another province, as anybody may type a code."""
    leader = country.actor(*MIDDLE["own"])
    rows = (RowDraft("rename", "VN-SONG-HUONG", name="CĐCS Tên Khác"),)
    head = replace(HEAD, title="Phương án Hoa Cau")
    made = draft_reorganisation(actor=leader, unit_id=leader.unit_public_id, head=head, rows=rows)
    strange = Thing(MIDDLE, {"reorganisation_id": made}, "CĐCS Công ty Sông Hương")
    return {"strange": strange, "press": replace(strange, marker="Thực hiện sắp xếp</span>")}


def _exports() -> dict[str, Thing]:
    keepers = {"keeper": MIDDLE["keeper"], "none": ("quan-tri", "hue")}
    return {
        "staff": Thing(MIDDLE, {"kind": "can-bo"}, "Vũ Thị Thanh Mai"),
        "units": Thing(keepers, {"kind": "don-vi"}, "CĐCS Công ty Bình Minh"),
    }


def _files(country: Country) -> dict[str, Thing]:
    """Return one file of people kept for the ward's leader, one of units for the administrator."""
    people = keeping.keep(country.actor(*MIDDLE["own"]).user_id or 0, PEOPLE_FILE)
    units = keeping.keep(country.actor(*MIDDLE["keeper"]).user_id or 0, UNITS_FILE)
    plan = keeping.keep(country.actor(*MIDDLE["own"]).user_id or 0, PLAN_FILE)
    elsewhere = country.actor("quan-tri", "hue").user_id or 0
    other = keeping.keep(elsewhere, UNITS_FILE)
    return {
        # One new row, in the field that the press sends: not for an administrator of elsewhere.
        "outside": Thing(
            {"none": ("quan-tri", "hue")},
            {"kind": "don-vi", "digest": other},
            'name="seen" value="1-',
        ),
        "roll": Thing(MIDDLE, {"kind": "can-bo", "digest": people}, _NEWCOMER["full_name"]),
        "leafroll": Thing(LEAF, {"kind": "can-bo", "digest": people}, _NEWCOMER["full_name"]),
        "drawn": Thing(MIDDLE, {"kind": "sap-xep", "digest": plan}, _CHANGE["code"]),
        "sheet": Thing(MIDDLE, {"kind": "don-vi", "digest": units}, _UNIT["name"]),
    }
