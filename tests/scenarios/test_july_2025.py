"""The reform of 1 July 2025 in Hà Nội, replayed from the real communes and their successions.

30 June: the district unions and Công đoàn Viên chức TP end, the latter without heir; for three
months all grassroots unions stand directly under the city; 1 October: the unions of the new
communes are founded, what is left of the old communes' unions is carried on by them. The data
names 126 new communes; how many of them had a union of their own is not known.
"""

import csv
import os
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from tests.apps.org.test_org_paths import stored, walked

from thidua.apps.figures.queries import indicators_by_code, stored_total
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.figures.services.ledger import record_facts
from thidua.apps.org import queries
from thidua.apps.org.models import Placement, Succession, Unit, UnitPath
from thidua.apps.org.queries.succession import carried_on_by
from thidua.apps.org.services import found_unit
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.apps.org.services.reorganise import carry_out_reorganisation, draft_reorganisation
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.base.actor import SYSTEM

FOLDER = Path(os.environ.get("THIDUA_SHARED") or Path(__file__).resolve().parents[3] / "shared")
DATA = FOLDER / "data"
HANOI = "01"
BEFORE, GAP, AFTER = date(2020, 1, 1), date(2025, 7, 1), date(2025, 10, 1)
FIRMS = 3
VIEN_CHUC = "HN-CDVC"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real communes are not beside this copy"),
]


def read(name):
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def old(commune):
    """The era stands in the code: 00004 was phường Trúc Bạch, and is phường Ba Đình now."""
    return f"HN-2024-{commune}"


def ward(commune):
    return f"HN-2025-{commune}"


def firm(commune, number):
    return f"{old(commune)}-{number}"


class Reform:
    """The communes of Hà Nội before and after, and who carries on whom."""

    def __init__(self):
        self.old = [r for r in read("communes-2024.tsv") if r["province_code"] == HANOI]
        self.new = [r for r in read("communes-2025.tsv") if r["province_code"] == HANOI]
        self.districts = {row["district_code"]: row["district"] for row in self.old}
        self.heirs = defaultdict(list)
        for row in read("succession-2025.tsv"):
            if row["old_province_code"] == HANOI:
                self.heirs[row["old_commune_code"]].append((row["new_commune_code"], row["share"]))

    def founding(self):
        """The organisation up to 30 June 2025."""
        for code, name in self.districts.items():
            yield RowDraft(
                "found", f"HN-{code}", parent="HN", kind="ldld-huyen", name=f"LĐLĐ {name}"
            )
        kind = "cd-nganh-dia-phuong"
        yield RowDraft("found", VIEN_CHUC, parent="HN", kind=kind, name="Công đoàn Viên chức TP")
        for row in self.old:
            code, parent = row["commune_code"], f"HN-{row['district_code']}"
            base = {"act": "found", "kind": "cdcs", "sector": "hanh-chinh-su-nghiep"}
            yield RowDraft(**base, code=old(code), parent=parent, name=f"CĐ {row['commune']}")
            for number in range(FIRMS):
                name = f"CĐCS doanh nghiệp {number}, {row['commune']}"
                yield RowDraft(**base, code=firm(code, number), parent=parent, name=name)

    def ending(self):
        """1 July: no district level any more; nobody is named as heir."""
        for code in (*(f"HN-{code}" for code in self.districts), VIEN_CHUC):
            yield RowDraft("end", code, children="superior")

    def rising(self):
        """1 October: the new unions, and every old one handed to those that carry it on."""
        for row in self.new:
            name = f"Công đoàn {row['commune']}"
            code = ward(row["commune_code"])
            yield RowDraft("found", code, parent="HN", kind="cd-xa-phuong", name=name)
        for row in self.old:
            code = row["commune_code"]
            heirs = self.heirs[code]
            act = "merge" if len(heirs) == 1 else "split"
            for heir, share in heirs:
                yield RowDraft(act, old(code), heir=ward(heir), share=share)
            for number in range(FIRMS):
                yield RowDraft("move", firm(code, number), parent=ward(self.home(code, number)))

    def home(self, code, number):
        """The new commune of a firm: mostly the main heir, the last one in a divided part."""
        heirs = sorted(self.heirs[code], key=lambda heir: heir[1] == "part")
        return heirs[-1 if number == FIRMS - 1 else 0][0]


@pytest.fixture(scope="module")
def reform():
    return Reform()


@pytest.fixture
def city(db, settings):
    settings.THIDUA_PINNED_DAY = "2026-11-22"
    install_indicators(actor=SYSTEM)
    root = found_unit(
        actor=SYSTEM, parent_id=None, kind="tong-lien-doan", name="Tổng LĐ", code="TLD", on=BEFORE
    )
    made = found_unit(
        actor=SYSTEM, parent_id=root, kind="ldld-tinh", name="LĐLĐ Hà Nội", code="HN", on=BEFORE
    )
    return Unit.objects.get(public_id=made)


def carry_out(city, on, rows):
    head = HeadDraft("Sắp xếp tổ chức", on, "KL 157-KL/TW ngày 25/5/2025")
    made = draft_reorganisation(actor=SYSTEM, unit_id=city.public_id, head=head, rows=tuple(rows))
    carry_out_reorganisation(actor=SYSTEM, reorganisation_id=made)


def file_figures(reform):
    """Every firm reports for June, in the gap for August, and for October."""
    indicator = indicators_by_code(["doi-thoai"])["doi-thoai"].pk
    ids = dict(Unit.objects.values_list("code", "pk"))
    for month in (6, 8, 10):
        for place, row in enumerate(reform.old[::9]):
            unit = ids[firm(row["commune_code"], place % FIRMS)]
            record_facts(
                unit_id=unit,
                sector="doanh-nghiep",
                starts_on=date(2025, month, 1),
                until=date(2025, month + 1, 1),
                stage="sent",
                values={indicator: place + month},
                source_type="report",
                source_id=f"bc_{unit}_{month}",
                source_version=1,
            )
    return indicator


def sent(units, indicator, month):
    while fold_pending():
        pass
    span = date(2025, month, 1), date(2025, month + 1, 1)
    return [stored_total(unit, indicator, *span).sent for unit in units]


def parents_on(day):
    rows = Placement.objects.on(day).filter(line="main", unit__kind="cdcs")
    return dict(rows.values_list("unit__code", "parent__code"))


def test_the_reform_of_hanoi(reform, city, poor_statistics):
    carry_out(city, BEFORE, reform.founding())
    units = len(reform.old) * (1 + FIRMS)
    districts = list(Unit.objects.filter(kind="ldld-huyen").values_list("pk", flat=True))
    assert len(parents_on(date(2025, 6, 30))) == units
    indicator = file_figures(reform)
    above = [city.pk, *queries.ancestor_ids(city.pk, BEFORE)]
    filed = {month: sent([*above, *districts], indicator, month) for month in (6, 8, 10)}
    assert filed[6][0] == filed[6][1] == sum(filed[6][2:]) > 0

    carry_out(city, GAP, reform.ending())
    carry_out(city, AFTER, reform.rising())

    gap = parents_on(date(2025, 9, 30))
    assert len(gap) == units
    assert set(gap.values()) == {"HN"}
    now = parents_on(AFTER)
    assert len(now) == len(reform.old) * FIRMS
    assert set(now.values()) <= {ward(row["commune_code"]) for row in reform.new}
    for row in reform.old[::50]:
        for number in range(FIRMS):
            code = row["commune_code"]
            assert now[firm(code, number)] == ward(reform.home(code, number))

    check_paths()
    check_succession(reform, city)
    check_figures(city, above, districts, indicator, filed)


def check_paths():
    """The closure equals walking the placements, on the days before, between and after."""
    for day in (date(2025, 6, 30), GAP, date(2025, 9, 30), AFTER, date(2026, 11, 22)):
        assert stored(day) == walked(day), day
    assert rebuild_all_paths() == 0


def check_succession(reform, city):
    """Every line of the data is there; who ended without heir is kept by the city."""
    assert Succession.objects.count() == sum(len(heirs) for heirs in reform.heirs.values())
    for row in reform.old[::50]:
        unit = Unit.objects.get(code=old(row["commune_code"]))
        found = {(Unit.objects.get(pk=h.unit_id).code, h.share) for h in carried_on_by(unit.pk)}
        assert found == {(ward(heir), share) for heir, share in reform.heirs[row["commune_code"]]}
    ended = Unit.objects.get(code=VIEN_CHUC).pk
    assert queries.last_living_day(ended) == date(2025, 6, 30)
    assert queries.record_keeper_id(ended) == city.pk
    assert not carried_on_by(ended)
    seen = UnitPath.objects.on(date(2026, 11, 22)).filter(ancestor=city, descendant=ended)
    assert seen.get().line == "record"


def check_figures(city, above, districts, indicator, filed):
    """What was filed by 30 June has not moved; no figure was lost, doubled or divided."""
    for month, before in filed.items():
        after = sent([*above, *districts], indicator, month)
        assert after[:2] == before[:2]
        # Figures of the gap and of October were filed under districts that no longer were.
        assert after[2:] == (before[2:] if month == 6 else [0] * len(districts))
    wards = list(Unit.objects.filter(kind="cd-xa-phuong").values_list("pk", flat=True))
    assert sum(sent(wards, indicator, 10)) == filed[10][0]
    assert sum(sent(wards, indicator, 8)) == 0
