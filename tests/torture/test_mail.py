"""Acceptance test 7 at its full number, from the records to the mailbox."""

from tests.test_mail_acceptance import Room, box, parsed_anew, room, store

__all__ = ["box", "room", "store"]


def test_7_five_thousand_records_parsed_anew_send_a_daily_reader_nothing(room: Room) -> None:
    assert parsed_anew(room, 5_000) == ["reader@example.org"]
