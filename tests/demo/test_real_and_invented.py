"""What is real carries only what the sources say; what is invented says so."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from thidua.apps.accounts.queries import demo_people
from thidua.apps.campaigns.models import Campaign
from thidua.apps.org.models import Assignment, Headcount, UnitName
from thidua.apps.org.queries import ancestor_ids, lives_on
from thidua.demo.source import read

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src/thidua/demo/data"
SHARED = ROOT.parent / "shared"
MARK = "(minh họa)"
REAL = {
    "Tổng Liên đoàn Lao động Việt Nam",
    "Liên đoàn Lao động thành phố Hà Nội",
    "Liên đoàn Lao động quận Hà Đông",
    "Liên đoàn Lao động quận Nam Từ Liêm",
    "Công đoàn phường Cầu Diễn",
    "Công đoàn Viên chức thành phố Hà Nội",
    *(
        f"Công đoàn phường {ward}"
        for ward in ("Từ Liêm", "Phú Diễn", "Xuân Phương", "Tây Mỗ", "Đại Mỗ", "Hà Đông")
    ),
}
ACCOUNTS = {
    "demo-tld": ("can-bo-thi-dua", "TLD"),
    "demo-quan-tri": ("quan-tri", "TLD"),
    "demo-tp-lanh-dao": ("lanh-dao", "HN"),
    "demo-tp-can-bo": ("can-bo-thi-dua", "HN"),
    "demo-phuong-lanh-dao": ("lanh-dao", "HN-00592"),
    "demo-phuong": ("can-bo-thi-dua", "HN-00592"),
    "demo-cs": ("chu-tich-cdcs", "HN-00592-MH-01"),
    "demo-doan-vien": ("doan-vien", "HN-00592-MH-01"),
    "demo-cs-2": ("chu-tich-cdcs", "HN-00592-MH-03"),
}
# Names of bodies, events and standing formulas, which are never put into other words.
PROPER = (
    "nghị quyết đại hội đảng các cấp",
    "nghị quyết đại hội đại biểu toàn quốc lần thứ xiii của đảng",
    "đại hội thi đua yêu nước toàn quốc lần thứ x",
    "nghị quyết đại hội đảng bộ các cấp nhiệm kỳ 2020 2025",
    "nghị quyết đại hội công đoàn các cấp nhiệm kỳ 2018 2023",
    "học tập và làm theo tư tưởng đạo đức phong cách hồ chí minh",
    "cuộc vận động xây dựng người cán bộ công chức viên chức",
    "công nhân viên chức lao động",
    "tết nguyên đán tân sửu 2021",
    "hội đồng nhân dân các cấp nhiệm kỳ 2021 2026",
    "đại biểu quốc hội khoá xv",
    "ngày thành lập đảng cộng sản việt nam",
    "ngày giải phóng hoàn toàn miền nam thống nhất đất nước",
    "ngày sinh chủ tịch hồ chí minh",
    "ngày thành lập công đoàn việt nam",
    "cách mạng tháng tám và quốc khánh nước cộng hòa xã hội chủ nghĩa việt nam",
    "cách mạng tháng tám và quốc khánh",
    "67 năm giải phóng thủ đô",
    "đại hội công đoàn thành phố hà nội lần thứ xvii",
    "đại hội công đoàn quận hà đông lần thứ xi",
    "đại hội lần thứ xiii công đoàn việt nam",
    "đại hội đảng bộ thành phố hà nội lần thứ xvii",
    "đại hội đảng toàn quốc lần thứ xiii",
    "bầu cử đại biểu quốc hội và hội đồng nhân dân các cấp",
    "kế hoạch phát triển kinh tế xã hội giai đoạn 2021 2025",
    "đại hội đại biểu toàn quốc lần thứ xiii của đảng",
    "đại hội đại biểu lần thứ xiii của đảng",
    "nghị quyết đại hội đảng bộ các cấp thành phố hà nội nhiệm kỳ 2020 2025",
    "bằng khen của tổng liên đoàn lao động việt nam",
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def own_words(text: str) -> str:
    bare = " ".join(words(re.sub(r"“[^”]*”", " ", text)))
    for name in PROPER:
        bare = bare.replace(name, "|")
    return bare


def test_every_invented_unit_is_marked_and_every_real_one_is_not(demo):
    shown = UnitName.objects.values_list("name", "short_name")
    assert {name for name, _ in shown if MARK not in name} == REAL
    for name, short in shown:
        assert name.endswith(MARK) == short.endswith(MARK) == (name not in REAL)


def test_real_units_have_no_invented_headcount(demo):
    counted = Headcount.objects.values_list("unit__names__name", flat=True)
    assert all(name.endswith(MARK) for name in counted)


def test_nobody_real_has_an_account(demo):
    people = get_user_model().objects.all()
    assert all(person.full_name.endswith(MARK) for person in people)
    assert not any(person.has_usable_password() for person in people)


def test_officials_stand_only_as_signers_of_their_own_paper(demo):
    signed = Campaign.objects.exclude(signer_name="").exclude(signer_name__endswith=MARK)
    assert set(signed.values_list("signer_name", "unit__code", "year")) == {
        ("Nguyễn Đình Khang", "TLD", 2021),
        ("Phùng Thị Khanh", "HN-HD", 2023),
        ("Vũ Thị Trâm", "HN-NTL-01", 2021),
    }
    for official, key in (
        ("Lê Thị Kim Điệp", "cau-dien-2021"),
        ("Phùng Thị Khanh", "ha-dong-2023"),
    ):
        files = {path.stem for path in DATA.glob("*.yaml") if official in path.read_text("utf-8")}
        assert files <= {"conferences", "plans_past"}
        kept = read("conferences")
        assert {name for name, row in kept.items() if official in str(row)} == {key}


def test_plans_of_the_live_year_say_that_they_are_invented(demo):
    live = Campaign.objects.filter(year__gte=2026)
    assert live.count() == 5
    assert all(plan.title.endswith(MARK) and "minh họa" in plan.note for plan in live)


def test_the_accounts_are_those_that_are_announced(demo):
    users = get_user_model().objects.filter(sign_in_name__startswith="demo-")
    held = Assignment.objects.filter(user__in=users).values_list(
        "user__sign_in_name", "role", "unit__code"
    )
    assert {name: (role, code) for name, role, code in held} == ACCOUNTS
    assert len(demo_people()) == len(ACCOUNTS)
    page = (ROOT / "docs/seeds.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in ACCOUNTS)


def test_past_officers_hold_no_post_today(demo):
    past = Assignment.objects.filter(user__sign_in_name__startswith="luu-")
    assert past.count() == 9 + 1 + 24
    assert all(post.valid_until.year <= 2025 for post in past)


def test_the_district_is_gone_and_the_city_keeps_its_record(demo):
    ward, district = demo.unit("HN-NTL-01"), demo.unit("HN-NTL")
    for unit in (ward, district):
        assert lives_on(unit.pk, date(2025, 6, 30))
        assert not lives_on(unit.pk, date(2025, 7, 1))
    assert demo.unit("HN").pk in ancestor_ids(ward.pk)
    assert not lives_on(demo.unit("HN-00592").pk, date(2025, 9, 30))
    assert lives_on(demo.unit("HN-00592").pk, date(2025, 10, 1))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sources are not here")
def test_the_wards_are_wards_of_ha_noi():
    lines = (SHARED / "data/communes-2025.tsv").read_text("utf-8").splitlines()
    known = {tuple(line.split("\t")[1:4]) for line in lines}
    wards = {key: unit for key, unit in read("units").items() if unit["kind"] == "cd-xa-phuong"}
    assert len(wards) == 6
    for unit in wards.values():
        code, name = unit["code"].removeprefix("HN-"), unit["name"].removeprefix("Công đoàn p")
        assert ("Thành phố Hà Nội", code, f"P{name}") in known


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sources are not here")
@pytest.mark.parametrize(
    ("file", "key", "article"),
    [
        ("plans_2021", "tld-2021", "004"),
        ("plans_2021", "cau-dien-2021", "000"),
        ("plans_past", "ha-dong-2023", "001"),
        ("plans_past", "nam-tu-liem-2020", "003"),
    ],
)
def test_the_sentences_are_our_own(file, key, article):
    theirs = words((SHARED / f"plan-corpus/cases/{article}.txt").read_text("utf-8"))
    runs = {tuple(theirs[at : at + 8]) for at in range(len(theirs))}
    plan = read(file)[key]
    contents = [c if isinstance(c, str) else c["text"] for c in plan["contents"]]
    tasks = [phase.get("task", "") for phase in plan["phases"]]
    for text in [*contents, *tasks, plan["background"], plan.get("requirements", "")]:
        ours = own_words(text).split()
        taken = [ours[at : at + 8] for at in range(len(ours)) if tuple(ours[at : at + 8]) in runs]
        assert not taken


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sources are not here")
@pytest.mark.parametrize(("key", "article"), [("cau-dien-2021", "000"), ("ha-dong-2023", "001")])
def test_the_sentences_of_a_conference_are_our_own(key, article):
    theirs = words((SHARED / f"plan-corpus/cases/{article}.txt").read_text("utf-8"))
    runs = {tuple(theirs[at : at + 8]) for at in range(len(theirs))}
    kept = read("conferences")[key]
    rows = [*kept["programme"], *kept.get("conclusions", ()), *kept.get("pacts", ())]
    for row in rows:
        for text in (row.get("text", ""), row.get("parties", "")):
            ours = own_words(text).split()
            assert not [
                ours[at : at + 8] for at in range(len(ours)) if tuple(ours[at : at + 8]) in runs
            ]


def test_the_data_files_are_in_nfc():
    for path in (ROOT / "src/thidua/demo/data").glob("*.yaml"):
        text = path.read_text("utf-8")
        assert unicodedata.normalize("NFC", text) == text, path.name
