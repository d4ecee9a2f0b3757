"""The dates as a calendar: an all-day event a date, with its rule and its source, and two reminders before."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from assistant.answer import DeadlineCard

REMINDERS = (timedelta(days=-7), timedelta(days=-1))
MAKER = "-//Toit//Dates qui comptent//FR"


def agenda(cards: Iterable[DeadlineCard], said: Mapping[str, str], language: str, today: date) -> bytes:
    """The calendar of the deadlines that have a date; *said* holds the words of the card."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", said["dates"])
    for card in cards:
        if card.date:
            calendar.add_component(_event(card, card.date, said, language, today))
    return bytes(calendar.to_ical())


def _event(card: DeadlineCard, day: date, said: Mapping[str, str], language: str, today: date) -> Event:
    event = Event()
    event.add("uid", f"{hashlib.sha256(f'{card.id}|{day}|{card.condition}'.encode()).hexdigest()[:24]}@toit")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", card.label, {"language": language})
    event.add("description", _description(card, said))
    event.add("transp", "TRANSPARENT")
    if card.source:
        event.add("url", card.source)
    for before in REMINDERS:
        event.add_component(_reminder(card.label, before))
    return event


def _description(card: DeadlineCard, said: Mapping[str, str]) -> str:
    """The condition, the rule, its text and its source, then who answers questions."""
    parts = [
        said["if"].format(condition=card.condition) if card.condition else "",
        card.rule,
        said["legal-basis"].format(basis=card.legal_basis) if card.legal_basis else "",
        f"{said['source']} : {card.source}" if card.source else "",
        said["informs"],
    ]
    return "\n".join(part for part in parts if part)


def _reminder(label: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", label)
    alarm.add("trigger", before)
    return alarm
