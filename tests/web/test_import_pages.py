"""Pages of Excel in and out: who may open them, preview, answers, commit, files to download."""

import io
import os
import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.apps.accounts.models import User
from thidua.apps.accounts.sheets import PEOPLE
from thidua.apps.org.models import Unit
from thidua.apps.org.sheets import UNITS
from thidua.office.sheets import write_rows

MOST_QUERIES = 12
ON = date(2026, 1, 1)


def line(code, name, parent="VN-TU-LIEM", **more):
    return {"code": code, "name": name, "kind": "CĐCS", "parent": parent, "on": ON, **more}


def text_of(response):
    return " ".join(response.content.decode().split())


def upload(client, data, kind="don-vi", name="danh sách.xlsx"):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("imports:upload", args=[kind]), {"file": file})


def uploaded(client, *rows, kind="don-vi", form=UNITS):
    """Upload rows; return the address of their preview."""
    return upload(client, write_rows(form, rows), kind)["Location"]


def shown(client, address, **posted):
    page = client.post(address, posted) if posted else client.get(address)
    seen = text_of(page).partition('name="seen" value="')[2].partition('"')[0]
    return page, seen


def commit(client, address, **answers):
    _, seen = shown(client, address, do="check", **answers)
    return client.post(address, {"do": "commit", "seen": seen, "request_key": "k1", **answers})


@pytest.fixture
def keeper(client_of):
    return client_of("quan-tri", "ha-noi")


def test_each_role_is_offered_what_it_may_take_in(client_of, client):
    kept = text_of(client_of("quan-tri", "ha-noi").get(reverse("imports:start")))
    led = text_of(client_of("lanh-dao", "ha-noi").get(reverse("imports:start")))

    assert reverse("imports:upload", args=["don-vi"]) in kept
    assert reverse("imports:upload", args=["can-bo"]) in led
    assert reverse("imports:upload", args=["don-vi"]) not in led
    assert client_of("can-bo-cdcs", "anh-duong").get(reverse("imports:start")).status_code == 403
    assert client.get(reverse("imports:start")).status_code == 302


@pytest.mark.parametrize("name", ["upload", "template", "export"])
def test_a_kind_opens_for_its_role_only(client_of, keeper, name):
    leader = client_of("lanh-dao", "ha-noi")

    assert keeper.get(reverse(f"imports:{name}", args=["don-vi"])).status_code == 200
    assert leader.get(reverse(f"imports:{name}", args=["don-vi"])).status_code == 403
    assert leader.get(reverse(f"imports:{name}", args=["can-bo"])).status_code == 200
    assert keeper.get(reverse(f"imports:{name}", args=["khong-co"])).status_code == 404


def test_a_file_is_previewed_then_written_once(keeper):
    address = uploaded(keeper, line("C-1", "CĐCS Một"), line("C-2", "CĐCS Hai", "KHONG-CO"))
    page, _ = shown(keeper, address)

    assert "Thêm: 1" in text_of(page)
    assert "Lỗi: 1" in text_of(page)
    assert "Không có đơn vị mã KHONG-CO trong phạm vi của đồng chí" in text_of(page)
    assert not Unit.objects.filter(code="C-1").exists()

    _, seen = shown(keeper, address)
    press = {"do": "commit", "seen": seen, "request_key": "k1"}
    first, again = keeper.post(address, press), keeper.post(address, press)
    assert first["Location"] == again["Location"] == f"{address}ket-qua/"
    assert Unit.objects.filter(code="C-1").count() == 1
    result = text_of(keeper.get(first["Location"]))
    assert "Đã ghi: thêm 1, sửa 0. Không ghi: 1 dòng lỗi." in result
    assert "Giống, không đổi: 1" in result


def test_a_likeness_is_asked_about_and_the_answer_kept(country, keeper):
    address = uploaded(keeper, line("C-1", "Công đoàn CTY TNHH Ánh Dương"))
    page, seen = shown(keeper, address)
    early = keeper.post(address, {"do": "commit", "seen": seen})
    answered, _ = shown(keeper, address, do="check", **{"answer-4": "new"})

    assert "Là CĐCS Công ty Ánh Dương (VN-ANH-DUONG) đã có" in text_of(page)
    assert early.status_code == 409
    assert "Còn 1 dòng chưa trả lời" in text_of(early)
    assert 'value="new" checked' in text_of(answered)
    assert commit(keeper, address, **{"answer-4": "new"}).status_code == 302
    assert Unit.objects.filter(code="C-1").exists()


def test_the_result_remembers_the_answers(country, keeper):
    row = line("C-1", "Công đoàn CTY TNHH Ánh Dương", members=9, on=date(2025, 7, 1))
    address = uploaded(keeper, row)
    answer = commit(keeper, address, **{"answer-4": country["anh-duong"].public_id})
    result = text_of(keeper.get(answer["Location"]))

    assert "Giống, không đổi: 1" in result
    assert "Cần trả lời" not in result


def test_the_file_with_its_errors_is_the_one_that_was_sent(keeper):
    address = uploaded(keeper, line("C-1", "CĐCS Một", members="48 (tạm)"), line("C-2", "CĐCS Hai"))
    answer = keeper.get(f"{address}loi/")
    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active

    assert "loi.xlsx" in answer["Content-Disposition"]
    assert page["J4"].value == "48 (tạm)"
    assert page["J4"].fill.fgColor.rgb == "FFF9D6D2"
    assert "Ô này chỉ ghi số, như 48" in page["K4"].value
    assert page["K5"].value is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Tệp rỗng"),
        (b"Ma;Ten", "không phải là tệp Excel .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kiểu cũ (.xls)"),
        (write_rows(PEOPLE, [{"unit": "A", "full_name": "Lê An"}]), "Không tìm thấy dòng tên cột"),
    ],
)
def test_a_file_that_will_not_do_is_refused_as_a_whole(keeper, data, says):
    answer = upload(keeper, data)

    assert answer.status_code == 422
    assert says in text_of(answer)


def test_a_form_without_a_file_says_so(keeper):
    answer = keeper.post(reverse("imports:upload", args=["don-vi"]))

    assert answer.status_code == 422
    assert "Chưa chọn tệp" in text_of(answer)


def test_a_kept_file_is_its_owners_sealed_and_for_a_day(client_of, keeper, settings):
    address = uploaded(keeper, line("C-1", "CĐCS Bí Mật Trong Tệp"))
    digest = address.rstrip("/").rpartition("/")[2]
    [path] = (Path(settings.THIDUA_DATA_DIR) / "uploads").glob(f"*/{digest}")

    assert client_of("quan-tri", "tu-liem").get(address).status_code == 404
    assert keeper.get(address.replace(digest, "0" * 64)).status_code == 404
    assert keeper.get(address.replace(digest, "khong-phai")).status_code == 404
    assert b"PK" not in path.read_bytes()[:4]
    assert oct(path.parent.stat().st_mode & 0o777) == "0o700"

    old = time.time() - 2 * 24 * 3600
    os.utime(path, (old, old))
    gone = keeper.get(address)
    assert gone.status_code == 404
    assert "chỉ được giữ một ngày" in text_of(gone)
    uploaded(keeper, line("C-2", "CĐCS Hai"))
    assert not path.exists()


def test_names_in_a_file_are_escaped(keeper):
    page, _ = shown(keeper, uploaded(keeper, line("C-1", "CĐCS <b>A</b>", "X-1<script>")))

    assert b"<b>A" not in page.content
    assert b"<script>a" not in page.content.lower()


def test_people_get_letters_that_the_result_leads_to(client_of):
    leader = client_of("lanh-dao", "ha-noi")
    row = {
        "unit": "VN-ANH-DUONG",
        "full_name": "Nguyễn Thị Hoa",
        "sign_in_name": "0912000001",
        "role": "Chủ tịch công đoàn cơ sở",
    }
    address = uploaded(leader, row, kind="can-bo", form=PEOPLE)
    answer = commit(leader, address)
    hoa = User.objects.get(sign_in_name="0912000001")
    letter = reverse("account:link", args=[hoa.public_id])

    assert letter in text_of(leader.get(answer["Location"]))
    assert leader.get(letter).status_code == 200


def test_templates_and_exports_are_workbooks_of_the_same_form(keeper):
    blank = keeper.get(reverse("imports:template", args=["don-vi"]))
    filled = keeper.get(reverse("imports:export", args=["don-vi"]))
    heads = [
        [cell.value for cell in openpyxl.load_workbook(io.BytesIO(one.content)).worksheets[0][3]]
        for one in (blank, filled)
    ]

    assert blank["Content-Disposition"] == 'attachment; filename="mau-don-vi.xlsx"'
    assert heads[0] == heads[1]
    assert keeper.post(reverse("imports:export", args=["don-vi"])).status_code == 405


def test_a_longer_file_takes_no_more_queries(keeper):
    def queries_for(*rows):
        address = uploaded(keeper, *rows)
        with CaptureQueriesContext(connection) as captured:
            assert keeper.get(address).status_code == 200
        return len(captured)

    few = queries_for(line("C-1", "CĐCS Một"))
    many = queries_for(*(line(f"C-{number}", f"CĐCS Số {number}") for number in range(60)))

    assert few == many <= MOST_QUERIES
