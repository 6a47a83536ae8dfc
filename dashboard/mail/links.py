"""Addresses that a mail carries: the frozen list, the settings, the one-click stop."""

from crawlers.matter import Struct


class Links(Struct, frozen=True, kw_only=True):
    """Empty where the mail is only shown, not sent."""

    frozen: str = ""
    settings: str = ""
    stop: str = ""
