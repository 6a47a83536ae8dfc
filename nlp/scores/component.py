"""The linear model as a spaCy component: `nlp.add_pipe("amicus_binds")` fills `doc.cats["binds"]` and `doc.user_data`."""

from typing import Any

from spacy.language import Language

from nlp.reading import Unit, read
from nlp.scores.linear import model, said, strongest

NAME = "amicus_binds"


@Language.factory(NAME)
def binds(nlp: Any, name: str) -> Any:
    """Raises KeyError for a language without a model. The five features that weigh most stand under the pipe's name."""
    known, language = model(nlp.lang), nlp.lang
    if known is None:
        raise KeyError(f"no model says what binds somebody in {language}")

    def component(doc: Any) -> Any:
        terms = known.contributions(said(read([Unit("", "", doc.text)], language, "")[0]), language)
        doc.cats["binds"] = known.score(terms)
        doc.user_data[name] = strongest(terms.items())
        return doc

    return component
