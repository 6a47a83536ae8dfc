"""The sentences of one version in which its norms stand, of the provisions whose words differ from another version's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from crawlers.matter import Norm
from index.differences.figures import Kind, figures
from nlp.grammar.reader import known
from nlp.grammar.sentences import starts


class Place:
    """The words of one version's provisions that differ, where its norms stand; `others` are the other version's."""

    def __init__(
        self, texts: Mapping[str, str], language: str, others: Mapping[str, str], norms: Sequence[Norm]
    ) -> None:
        self.texts, self.language, self.others, self.norms = texts, language, others, norms

    def sentence(self, norm: Norm) -> str:
        """The whole sentence, or sentences, that the norm is read from."""
        first, last = self._span(norm)
        return self.texts[norm.provision][first:last]

    def _span(self, norm: Norm) -> tuple[int, int]:
        text, language = self.texts[norm.provision], self.language.split("-")[0].lower()
        begins = [*(starts(text, language) if known(language) else ()), len(text)]
        first = max((at for at in begins if at <= norm.start), default=0)
        return first, min((at for at in begins if at >= norm.end), default=len(text))

    def own(self, norms: Sequence[Norm]) -> str:
        """The sentences without what other norms say in them."""
        return "\n".join(dict.fromkeys(map(self._own, norms)))

    def _own(self, norm: Norm) -> str:
        first, last = self._span(norm)
        before, after = first, last
        for other in self.norms:
            if other.provision == norm.provision and first <= other.start and other.end <= last:
                before = max(before, other.end) if other.end <= norm.start else before
                after = min(after, other.start) if other.start >= norm.end else after
        return self.texts[norm.provision][before:after]

    def sentences(self, norms: Sequence[Norm]) -> str:
        """Each once, in a line of its own."""
        return "\n".join(dict.fromkeys(map(self.sentence, norms)))

    def holder(self, norms: Sequence[Norm], said: str) -> Norm:
        """The norm in whose sentence the words stand."""
        return next((norm for norm in norms if said in self.sentence(norm)), norms[0])

    @cached_property
    def surplus(self) -> Counter[tuple[Kind, float | None]]:
        """How often each figure stands in these provisions more than in the others."""
        own, other = (
            Counter(_counts(text, self.language))
            for text in map(" \n".join, (self.texts.values(), self.others.values()))
        )
        return own - other


def _counts(text: str, language: str) -> list[tuple[Kind, float | None]]:
    return [(one.kind, one.value) for one in figures(text, language)]
