"""Every test asserts."""

from tests.architecture.checkers.asserts import assert_faults
from tests.architecture.checkers.sources import Source, python_files


def test_every_test_asserts():
    faults = [fault for source in python_files("tests/") for fault in assert_faults(source)]

    assert not faults, "\n".join(faults)


def test_the_gate_bites():
    empty = Source("tests/planted.py", "def test_nothing():\n    call()\n")
    real = Source(
        "tests/planted.py", "def test_refusal():\n    with pytest.raises(E):\n        f()\n"
    )

    assert list(assert_faults(empty))
    assert not list(assert_faults(real))
