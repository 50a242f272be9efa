"""The only engine of states: a machine is a table of steps, each with sources, target and guards."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError

Guard = Callable[[Any], DomainError | None]


@dataclass(frozen=True)
class Step:
    """One move: allowed from `sources` to `target`, for holders of `capability`, where no guard objects."""

    name: str
    sources: frozenset[str]
    target: str
    capability: Capability
    guards: tuple[Guard, ...] = ()


@dataclass(frozen=True)
class Machine:
    """The life of one kind of thing."""

    name: str
    states: tuple[str, ...]
    initial: str
    steps: Mapping[str, Step] = field(default_factory=dict)

    def check(self, step_name: str, state: str, subject: object = None) -> Step:
        """Return the step if it may be taken now; raise `Conflict` or the guard's objection otherwise."""
        step = self.steps[step_name]
        if state not in step.sources:
            raise Conflict("workflow.wrong_state", machine=self.name, step=step_name, state=state)
        for guard in step.guards:
            objection = guard(subject)
            if objection is not None:
                raise objection
        return step

    def open_steps(self, state: str) -> list[Step]:
        """Return the steps that lead on from `state`, so that pages draw only buttons that work."""
        return [step for step in self.steps.values() if state in step.sources]


def machine(name: str, states: Iterable[str], steps: Iterable[Step]) -> Machine:
    """Build a machine whose first state is the initial one; refuse steps that name unknown states."""
    known = tuple(states)
    table = {step.name: step for step in steps}
    for step in table.values():
        strangers = (step.sources | {step.target}) - set(known)
        if strangers:
            raise ValueError(f"{name}.{step.name} names unknown states: {sorted(strangers)}")
    return Machine(name=name, states=known, initial=known[0], steps=table)
