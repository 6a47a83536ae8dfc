"""An error whose message is one sentence for a person: what, where, what to do."""


class Fault(ValueError):
    """Shown as it is, without a traceback; every package derives its own from it. `status` is that of the process."""

    status = 1


class Unkept(Fault):
    """What was found cannot be stored: going on would lose it."""
