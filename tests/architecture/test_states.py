"""A state is written in one module of the whole program."""

import pytest
from tests.architecture.checkers.sources import Source, python_files
from tests.architecture.checkers.states import state_faults


def test_only_the_workflow_writes_states():
    faults = [fault for source in python_files() for fault in state_faults(source)]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "planted",
    [
        "report.state = 'sent'",
        "report.state, other = 'sent', 1",
        "row.report.state += 'x'",
        "Report.objects.filter(pk=1).update(state='sent')",
        "setattr(report, 'state', 'sent')",
        "Report.objects.create(unit=1, state='accepted')",
    ],
)
def test_the_gate_bites(planted):
    assert list(state_faults(Source("src/thidua/planted.py", planted)))


@pytest.mark.parametrize(
    "allowed",
    [
        "Report.objects.create(unit=1, state=REPORT.initial)",
        "Report.objects.filter(state='sent')",
        "state = row.state",
    ],
)
def test_reading_and_beginning_are_allowed(allowed):
    assert not list(state_faults(Source("src/thidua/planted.py", allowed)))
