"""What a change in law is, and how it is called."""

from enum import StrEnum

from crawlers.matter import Norm, Struct


class Label(StrEnum):
    """`bound` is who must, `condition` in which case, `counted_from` where a time begins, `reference` which article is meant.

    `throughout` is one term for another in several norms of which nothing else changed. `changed` is a duty, what frees from
    one, or a definition, in other words of which none of the others tells.
    """

    NEW_DUTY = "new_duty"
    DUTY_GONE = "duty_gone"
    SHORTER = "shorter"
    LONGER = "longer"
    MORE_OFTEN = "more_often"
    LESS_OFTEN = "less_often"
    THRESHOLD = "threshold"
    EXEMPT = "exempt"
    EXEMPTION_GONE = "exemption_gone"
    PENALTY = "penalty"
    MODALITY = "modality"
    BOUND = "bound"
    CONDITION = "condition"
    COUNTED_FROM = "counted_from"
    REFERENCE = "reference"
    THROUGHOUT = "throughout"
    CHANGED = "changed"


class NormChange(Struct, frozen=True, kw_only=True):
    """One difference: `was` and `now` are the words that differ (24 hours, 3 hours), or the whole quotes.

    `places` are the provisions of one that is told once for several norms; `before` and `after` are then one of these norms.
    """

    label: Label
    was: str = ""
    now: str = ""
    before: Norm | None = None
    after: Norm | None = None
    places: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """Its provision by its path, or all of its places."""
        norm = self.after or self.before
        return f"throughout {', '.join(self.places)}" if self.places else norm.provision if norm else ""
