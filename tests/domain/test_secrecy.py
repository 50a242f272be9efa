"""The stamp of a state secret stands alone on its line; the word inside a sentence is no stamp."""

import pytest

from thidua.domain.documents.secrecy import is_marked_secret


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("MẬT", True),
        ("LIÊN ĐOÀN LAO ĐỘNG\n  TỐI  MẬT \nSố: 12/BC", True),
        ("Số: 12\r\nTUYỆT MẬT\r\n", True),
        ("[MẬT]", True),
        ("MA\u0302\u0323T", True),
        ("Báo cáo về công tác bảo mật", False),
        ("Mật", False),
        ("GIỮ BÍ MẬT SỐ LIỆU", False),
        ("MAT", False),
        ("", False),
    ],
)
def test_stamps(text, secret):
    assert is_marked_secret(text) is secret
