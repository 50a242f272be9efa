"""Django building blocks of every app: actor, clock, dated rows, audit, operations, states."""
