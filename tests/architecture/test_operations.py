"""Every act goes through `@operation`; pages and the demonstration know no other way to write."""

import pytest
from tests.architecture.checkers.operations import (
    caller_faults,
    operation_faults,
    shared_writers,
)
from tests.architecture.checkers.sources import Source, python_files, service_modules


def test_services_that_act_for_somebody_are_operations():
    faults = [fault for source in service_modules() for fault in operation_faults(source)]

    assert not faults, "\n".join(faults)


def test_pages_and_the_demonstration_write_through_operations_only():
    writers = {name for source in service_modules() for name in shared_writers(source)}

    faults = [
        fault
        for folder in ("src/thidua/web/", "src/thidua/demo/")
        for source in python_files(folder)
        for fault in caller_faults(source, writers)
    ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "planted",
    [
        "def send_report(*, actor, report_id):\n    Report.objects.create(unit=1)\n",
        "@operation(CAPABILITY, unit_of=unit)\ndef send_report(actor, report_id):\n    return ''\n",
        "@operation(CAPABILITY, unit_of=unit)\ndef send_report(*, report_id):\n    return ''\n",
    ],
)
def test_the_gate_bites(planted):
    assert list(operation_faults(Source("src/thidua/apps/x/services.py", planted)))


def test_an_operation_and_a_shared_part_pass():
    text = (
        "@operation(CAPABILITY, unit_of=unit)\ndef send_report(*, actor, report_id):\n    row.save()\n"
        "def record_facts(*, unit_id):\n    Fact.objects.create(unit=unit_id)\n"
    )
    source = Source("src/thidua/apps/x/services.py", text)

    assert not list(operation_faults(source))
    assert shared_writers(source) == {"record_facts"}


@pytest.mark.parametrize(
    "planted",
    [
        "from thidua.apps.figures.services import record_facts",
        "from thidua.apps.figures import services\nservices.record_facts(unit_id=1)",
    ],
)
def test_the_gate_on_callers_bites(planted):
    assert list(caller_faults(Source("src/thidua/web/planted.py", planted), {"record_facts"}))
