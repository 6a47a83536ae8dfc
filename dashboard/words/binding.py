"""Words of our files of facts that a verdict says: kinds of services, figures, our own facts and their notes."""

from collections.abc import Iterator

from index.binding.profile import Profile, profiles
from index.binding.terms import terms


def sentences() -> Iterator[str]:
    """Each once or more; what is empty is none."""
    known = terms()
    yield from (entry.label for entry in known.classes.values())
    yield from (entry.label for entry in known.exemptions.values())
    yield from (entry.label for entry in known.metrics.values())
    yield from (_plain(figure) for metric in known.metrics.values() for figure in metric.figures)
    for profile in profiles().values():
        yield from (words for words in _of_profile(profile) if words)


def _of_profile(profile: Profile) -> Iterator[str]:
    yield profile.name
    for name, fact in profile.facts.items():
        yield from (_plain(name), fact.note)
    yield from (_plain(number.metric) for number in profile.numbers)


def _plain(name: str) -> str:
    return name.replace("_", " ")
