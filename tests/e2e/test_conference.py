"""The conference: that of Cầu Diễn read by the city's leader, another entered row by row on a phone."""

from playwright.sync_api import expect
from tests.e2e.visiting import CHAIR, CITY_LEADER


def test_from_the_pilots_plan_to_the_news_item(visit, house):
    leader = visit(house)
    leader.enter(CITY_LEADER)
    leader.open("/ke-hoach/?nam=2021")
    leader.follow("Phát động thi đua điểm năm 2021", exact=False)
    leader.follow(
        "Hội nghị", within=leader.page.get_by_role("navigation", name="Các phần của trang")
    )
    for words in (
        "Phát động thi đua trong đoàn viên",
        "Biểu dương, trao thưởng",
        "Bằng khen năm 2020",
        "Kết luận, giao việc",
    ):
        leader.sees(words)
    leader.follow("Viết tin bài")
    leader.heading("Tin bài")
    paper = leader.page.locator(".paper")
    expect(paper).to_contain_text("đồng chí Vũ Thị Trâm, Chủ tịch Công đoàn phường Cầu Diễn")
    expect(paper).to_contain_text("[Trích phát biểu của đồng chí Lê Thị Kim Điệp]")
    with leader.page.expect_download() as given:
        leader.follow("Tải Word")
    assert given.value.suggested_filename.endswith(".docx")


def test_a_chair_enters_a_conference_on_the_phone(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(CHAIR)
    chair.open("/hoi-nghi/moi/")
    chair.page.get_by_label("Tên hội nghị").fill("Hội nghị người lao động giữa năm")
    chair.page.get_by_label("Hội nghị người lao động", exact=True).check()
    chair.page.get_by_label("Ngày tổ chức").fill("20/11/2026")
    chair.press("Lưu hội nghị")
    chair.heading("Hội nghị người lao động giữa năm")
    chair.follow("Nhập", within=chair.page.locator("section", has_text="Chương trình"))
    rows = chair.page.locator("fieldset.phase-fields")
    rows.nth(0).get_by_label("Nội dung").fill("Khai mạc")
    chair.press("Thêm mục")
    expect(rows).to_have_count(2)
    rows.nth(1).get_by_label("Nội dung").fill("Báo cáo của người sử dụng lao động")
    chair.press("Chuyển lên 2")
    chair.sees("Đã lưu 2 dòng")
    expect(rows.nth(0).get_by_label("Nội dung")).to_have_value("Báo cáo của người sử dụng lao động")
    chair.press("Lưu và về hội nghị")
    chair.follow("Ghi kết quả hội nghị")
    chair.type("Số đại biểu dự", "45")
    chair.press("Ghi nhận đã tổ chức")
    chair.sees("Đã tổ chức")
    chair.sees("45")
