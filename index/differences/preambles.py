"""Recitals and preamble stand in an act as it was made; a consolidated text carries none, which is no change of the law."""

from msgspec.structs import replace

from crawlers.matter import Provision, Text

# the first part of an id: a recital, a preamble
_KINDS = ("rec", "pbl")


def shared(before: Text, after: Text) -> tuple[Text, Text]:
    """Both texts without the recitals, or the preamble, that only one of them carries at all."""
    alone = {kind for kind in _KINDS if _has(before, kind) != _has(after, kind)}
    return _without(before, alone), _without(after, alone)


def recitals(before: Text, after: Text) -> int:
    """How many recitals one of the texts has where the other has none: they are not compared."""
    here, there = (sum(_kind(one) == "rec" for one in text.provisions) for text in (before, after))
    return 0 if here and there else here + there


def _without(text: Text, kinds: set[str]) -> Text:
    if not kinds:
        return text
    return replace(text, provisions=tuple(one for one in text.provisions if _kind(one) not in kinds))


def _has(text: Text, kind: str) -> bool:
    return any(_kind(one) == kind for one in text.provisions)


def _kind(provision: Provision) -> str:
    return provision.id.partition("_")[0]
