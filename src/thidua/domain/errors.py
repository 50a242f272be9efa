"""Refusals of the rules: a code and its parameters; the words live in base/messages.py."""


class DomainError(Exception):
    """A refusal that a person can understand and act on, named by a code "area.reason"."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, object] = params

    def __str__(self) -> str:
        # Parameters may hold names of people: they go to the screen, never to a log line.
        return self.code


class NotFound(DomainError):
    """The thing does not exist, or this actor may not know that it does."""


class Forbidden(DomainError):
    """The actor may see the thing but not do this with it."""


class Conflict(DomainError):
    """The act does not fit what is there: stale, a duplicate, or in the wrong state."""


class Invalid(DomainError):
    """The input is wrong; `field` names the form field to correct, if it is a single one."""

    def __init__(self, code: str, /, *, field: str | None = None, **params: object) -> None:
        super().__init__(code, **params)
        self.field = field
