"""Where sentences begin in laws and opinions."""

import pytest

from nlp.grammar.sentences import starts

CASES = [
    ("en", "The court agreed.[2] The pier was open.", ["The court agreed.[2] ", "The pier was open."]),
    ("en", "NOTES\n\n[1] See the chart.", ["NOTES\n\n", "[1] ", "See the chart."]),
    ("en", "See 12 Stat. 70, and c. 90, Tit. 29.", ["See 12 Stat. 70, and c. 90, Tit. 29."]),
    ("en", 'The sign read "Go home! Never return!" in red. It fell.', ['The sign read "Go home! Never return!" in red. ', "It fell."]),
    ("en", "The pier fell. 212 F. Supp. 41. The owner appealed.", ["The pier fell. ", "212 F. Supp. 41. ", "The owner appealed."]),
    ("en", "See Mass. Code § 4 and H. Ex. Doc. No. 9. The pier stood.", ["See Mass. Code § 4 and H. Ex. Doc. No. 9. ", "The pier stood."]),
    ("en", "He argued in No. 12. With him came two pilots.", ["He argued in No. 12. ", "With him came two pilots."]),
    ("it", "Si applica l'art. 1480.\nSi osserva il resto.", ["Si applica l'art. 1480.\n", "Si osserva il resto."]),
    ("it", "CAPO IV\nDelle barche a vela\nChi salpa saluta.", ["CAPO IV\nDelle barche a vela\n", "Chi salpa saluta."]),
    ("es", "\n\nLa ley entra en vigor hoy. Se publica.", ["La ley entra en vigor hoy. ", "Se publica."]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), CASES, ids=[case[1][:24] for case in CASES])
def test_a_sentence_begins_where_a_lawyer_would_begin_it(language: str, words: str, wanted: list[str]) -> None:
    begun = starts(words, language)
    assert [words[a:b] for a, b in zip(begun, [*begun[1:], len(words)], strict=True)] == wanted
