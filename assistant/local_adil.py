"""The ADIL's own number in a département, from an operator who verified it: nowhere else do we have one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.wording import say
from knowledge.directory import Contact, Local
from knowledge.known import Knowledge
from knowledge.procedure.deadlines import Both
from knowledge.reading import KnowledgeError

ADIL = "adil"
_ENTRY = re.compile(r"^(\d{2,3}|2[AB])\s*=\s*(0[1-9](?:[ .]?\d{2}){4}|0[ .]?8\d{2}(?:[ .]?\d{3}){2})\s+le\s+(\d{4}-\d{2}-\d{2})$")


def with_local_adils(knowledge: Knowledge, numbers: str, today: date) -> Knowledge:
    """The knowledge with the ADILs that *numbers* adds, each before what the files say; a wrong entry stops the start."""
    added = tuple(_local(entry.strip(), knowledge, today) for entry in numbers.split(";") if entry.strip())
    departments = [local.department for local in added]
    if len(set(departments)) < len(departments):
        raise _wrong(numbers, "one-each")
    return replace(knowledge, locals=(*added, *knowledge.locals))


def _local(entry: str, knowledge: Knowledge, today: date) -> Local:
    found = _ENTRY.match(entry)
    if not found:
        raise _wrong(entry, "format")
    code, phone, day = found[1], _spaced(found[2]), _day(found[3], today)
    if code not in knowledge.department_names:
        raise _wrong(entry, "department")
    if day is None:
        raise _wrong(entry, "day")
    if phone in _unconfirmed(knowledge):
        raise _wrong(entry, "someone-elses")
    name = Both(say("adil-local", "fr", department=code), say("adil-local", "en", department=code))
    source = say("added-by-operator", "fr", date=f"{day:%d/%m/%Y}")
    return Local(ADIL, name, Contact(phone=phone, source=source, as_of=day.isoformat()), department=code)


def _spaced(phone: str) -> str:
    """The digits as the French write them: by two, a free number by three."""
    digits = re.sub(r"\D", "", phone)
    if digits.startswith("08"):
        return " ".join((digits[0], digits[1:4], digits[4:7], digits[7:]))
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def _day(text: str, today: date) -> date | None:
    """The day of the verification; None when it does not exist or is still to come."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day <= today else None


def _unconfirmed(knowledge: Knowledge) -> frozenset[str]:
    """The numbers that the law knows without trusting them: the Nord's must not be given for the Pas-de-Calais."""
    return frozenset(_phones(knowledge))


def _phones(knowledge: Knowledge) -> Iterator[str]:
    for parameter in knowledge.law.values():
        yield from (version.value.phone for version in parameter.versions if version.value and version.value.phone and not version.shown)


def _wrong(entry: str, why: str) -> KnowledgeError:
    return KnowledgeError(say("adil-numbers-wrong", "fr", entry=entry, why=say(f"adil-numbers-{why}", "fr")))
