"""A fault in a fact file is one sentence naming file, entry and key."""

from pathlib import Path

import pytest

from crawlers.facts import BadFacts
from crawlers.sources import Default, watched

PLACE = """
zz:
  name: Sampleland
  languages: [en]
  zone: Europe/Brussels
  sources:
    zz-bills:
"""
ENTRY = {
    "name": "Bills",
    "parser": "akoma_ntoso",
    "format": "Akoma Ntoso XML",
    "urls": "[https://assembly.example/bills]",
    "hosts": "[assembly.example]",
    "default": "on",
    "cadence": "1d",
    "licence": "free",
    "republish": "text",
    "evidence": "bytes",
    "politeness": "{reason: small site}",
}


def file(folder: Path, **changes: str | None) -> Path:
    """A jurisdictions.yaml whose one source has these keys changed, or left out where None."""
    entry = {key: value for key, value in {**ENTRY, **changes}.items() if value is not None}
    path = folder / "jurisdictions.yaml"
    path.write_text(PLACE + "".join(f"      {key}: {value}\n" for key, value in entry.items()), encoding="utf-8")
    return path


def test_a_sound_entry_is_read_and_inherits_from_its_place(tmp_path: Path) -> None:
    source = watched(file(tmp_path)).source("zz-bills")
    assert (source.default, source.languages, source.zone) == (Default.ON, ("en",), "Europe/Brussels")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kimd": "bill"}, "jurisdictions.yaml: zz-bills: unknown key 'kimd'"),
        ({"licence": None}, "jurisdictions.yaml: zz-bills: key 'licence' is missing"),
        ({"minimum": "many"}, "jurisdictions.yaml: zz-bills: minimum: expected `int`, got `str`"),
        ({"default": "maybe"}, "jurisdictions.yaml: zz-bills: default: invalid enum value 'maybe'"),
        ({"cadence": "daily"}, "jurisdictions.yaml: zz-bills: cadence: 'daily' is not like 12h, 1d or 2w"),
        ({"default": "off"}, "jurisdictions.yaml: zz-bills: reason: say why the source is not on"),
        (
            {"urls": "[file:///etc/passwd]"},
            "jurisdictions.yaml: zz-bills: urls: 'file:///etc/passwd' is not an http address",
        ),
        ({"parser": None}, "jurisdictions.yaml: zz-bills: parser: name either a parser or a feed, not both"),
        (
            {"canary": "{contains: a}", "urls": "['https://assembly.example/?since={since}']"},
            "jurisdictions.yaml: zz-bills: canary: give it a url on one of the hosts, or the source a first address that holds no {}",
        ),
        (
            {"canary": "{contains: a, url: 'https://elsewhere.example/'}"},
            "jurisdictions.yaml: zz-bills: canary: give it a url on one of the hosts, or the source a first address that holds no {}",
        ),
        ({"politeness": "{delay: 2}"}, "jurisdictions.yaml: zz-bills: politeness: key 'reason' is missing"),
    ],
)
def test_a_fault_names_file_entry_and_key(tmp_path: Path, changes: dict[str, str | None], said: str) -> None:
    with pytest.raises(BadFacts) as fault:
        watched(file(tmp_path, **changes))
    assert str(fault.value) == said


def test_a_key_that_stands_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    path = file(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + "      name: Again\n", encoding="utf-8")
    with pytest.raises(BadFacts, match=r"jurisdictions\.yaml: line 19: key 'name' stands twice"):
        watched(path)


def test_broken_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "jurisdictions.yaml"
    path.write_text("zz:\n  name: [open\n", encoding="utf-8")
    with pytest.raises(BadFacts, match=r"jurisdictions\.yaml: line \d"):
        watched(path)


def test_norway_is_not_false(tmp_path: Path) -> None:
    path = tmp_path / "jurisdictions.yaml"
    path.write_text("no:\n  name: Norway\n  languages: [no]\n  zone: Europe/Oslo\n", encoding="utf-8")
    assert watched(path).jurisdictions["no"].languages == ("no",)


def test_a_misspelt_source_is_answered_with_its_neighbours(tmp_path: Path) -> None:
    with pytest.raises(BadFacts, match="near it: zz-bills"):
        watched(file(tmp_path)).source("zz-bill")


def test_the_shipped_file_is_sound() -> None:
    assert len(watched().jurisdictions) > 50


ASKED_BY_POST = {"iachr-judgments", "fr-legifrance", "it-normattiva-changes", "nz-bills"}
KEY_IN_A_HEADER = {"us-courtlistener-api", "nz-legislation"}
FORM_UNSEEN = {"kr-law", "kr-lawmaking"}  # what a full answer always holds is not documented


def test_every_source_that_an_update_asks_has_a_question_with_a_known_answer() -> None:
    asked = [source for source in watched().sources.values() if source.default is not Default.OFF]
    lacking = {source.id for source in asked if source.canary is None}
    assert lacking == ASKED_BY_POST | KEY_IN_A_HEADER | FORM_UNSEEN


def test_a_question_with_a_known_answer_is_put_to_the_first_address_unless_it_has_its_own(tmp_path: Path) -> None:
    source = watched(file(tmp_path, canary="{contains: bills}")).source("zz-bills")
    assert source.canary
    assert source.canary.url == "https://assembly.example/bills"
