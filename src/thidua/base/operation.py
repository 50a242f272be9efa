"""`@operation`: the one way to write: one transaction, one right, one audit event, done once."""

import functools
import secrets
from collections.abc import Callable, Hashable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ParamSpec, Protocol, TypeVar

from django.db import connection, models, transaction

from thidua.base import clock, sealing
from thidua.base.actor import Actor
from thidua.base.digests import event_digest, hash_of, payload_hash, plain
from thidua.base.models import AuditEvent, AuditPayload
from thidua.base.statements import fetch_one
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid

P = ParamSpec("P")
T = TypeVar("T")
_WAIT_FOR_TWIN = "5s"
# CASE: the patience is set before the lock is asked for, in one trip to the database.
_CLAIM = """
    SELECT CASE WHEN set_config('lock_timeout', %s, true) <> '' THEN pg_advisory_xact_lock(%s) END
"""
_DONE = "SELECT fingerprint, answer FROM base_auditevent WHERE request_key = %s"


class Authoriser(Protocol):
    """Raises NotFound outside the actor's scope and Forbidden where it is seen but not allowed."""

    def __call__(self, actor: Actor, capability: Capability, unit_id: int | None) -> None:
        """Decide on one capability at one unit."""


@dataclass
class _Note:
    """What the running operation has said about itself so far."""

    subject: models.Model | None = None
    unit_id: int | None = None
    payload: dict[str, Any] = field(default_factory=dict)
    found: dict[Hashable, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class OperationInfo:
    """What tests, documents and the audit page know of an operation."""

    name: str
    capability: Capability
    run: Callable[..., str]


REGISTRY: dict[str, OperationInfo] = {}
_authorisers: list[Authoriser] = []
_current: ContextVar[_Note | None] = ContextVar("operation", default=None)


def register_authoriser(authoriser: Authoriser) -> None:
    """Name the function that decides on rights; `apps.org` does, once, at start-up."""
    _authorisers[:] = [authoriser]


def note(
    *, subject: models.Model | None = None, unit_id: int | None = None, **payload: Any
) -> None:
    """Tell the audit event of the running operation what was touched and how."""
    current = _current.get()
    if current is None:
        raise RuntimeError("note() belongs inside an operation")
    current.subject = subject or current.subject
    current.unit_id = unit_id or current.unit_id
    current.payload.update(payload)


def found(key: Hashable, find: Callable[[], T]) -> T:
    """Return what `find` finds, looked for once in the running operation: by `unit_of` and the act."""
    current = _current.get()
    if current is None:
        return find()
    if key not in current.found:
        current.found[key] = find()
    answer: T = current.found[key]
    return answer


def operation(
    capability: Capability, *, unit_of: Callable[..., int | None]
) -> Callable[[Callable[P, str]], Callable[P, str]]:
    """Make a keyword-only function a use case for holders of `capability` at `unit_of(**arguments)`.

    The function returns the public id of what it made or changed; repeating it with the same
    `actor.request_key` returns that answer again and changes nothing.
    """

    def decorate(function: Callable[P, str]) -> Callable[P, str]:
        name = function.__name__

        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> str:
            if args:
                raise TypeError(f"{name} takes keyword arguments only")
            return _run(name, capability, unit_of, functools.partial(function, **kwargs), kwargs)

        REGISTRY[f"{function.__module__}.{name}"] = OperationInfo(name, capability, run)
        return run

    return decorate


def _run(
    name: str,
    capability: Capability,
    unit_of: Callable[..., int | None],
    call: Callable[[], str],
    arguments: dict[str, Any],
) -> str:
    if _current.get() is not None:
        raise RuntimeError("operations never call operations")
    actor: Actor = arguments["actor"]
    given = {key: value for key, value in arguments.items() if key != "actor"}
    fingerprint = hash_of([name, actor.assignment_id, given])
    key = hash_of([name, actor.user_id, actor.request_key]) if actor.request_key else None
    with transaction.atomic():
        if key is not None:
            _claim(key)
            done = fetch_one(_DONE, key)
            if done is not None:
                return _first_answer(done, fingerprint)
        said = _Note()
        token = _current.set(said)
        try:
            said.unit_id = unit_of(**arguments)
            for authorise in _authorisers:
                authorise(actor, capability, said.unit_id)
            answer = call()
            _record(name, capability, actor, key, fingerprint, answer)
        finally:
            _current.reset(token)
    return answer


def _claim(key: str) -> None:
    """Wait for a twin that is still running, at most 5 s; SQLite's writer gate does so by itself."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [_WAIT_FOR_TWIN, int(key[:15], 16)])


def _first_answer(done: tuple[str, ...], fingerprint: str) -> str:
    first, answer = done
    if first != fingerprint:
        raise Conflict("base.key_reused")
    return answer


def _record(
    name: str, capability: Capability, actor: Actor, key: str | None, fingerprint: str, answer: str
) -> None:
    said = _current.get()
    if said is None or said.subject is None:
        raise Invalid("base.no_subject", operation=name)
    salt, data = secrets.token_hex(32), plain(said.payload)
    event = AuditEvent(
        at=clock.now(),
        on_day=clock.today(),
        operation=name,
        capability=capability,
        actor_user=actor.user_id,
        actor_name=actor.name,
        actor_post=actor.post,
        unit=said.unit_id,
        subject_type=said.subject._meta.label_lower,  # noqa: SLF001
        subject_id=getattr(said.subject, "public_id", ""),
        request_key=key,
        fingerprint=fingerprint,
        answer=answer,
        payload_hash=payload_hash(salt, data),
    )
    event.digest = event_digest(event)
    sealing.seal_at_once(event)
    event.save(force_insert=True)
    AuditPayload.objects.create(event=event, salt=salt, data=data)
