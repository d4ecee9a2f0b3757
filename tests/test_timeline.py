"""The terminal shows a situation as a timeline: the stage, the dates and what is left of them, what to do, whom to call."""

from datetime import date

import pytest

from assistant.__main__ import BadOptionError, Request, main, read_request, respond
from assistant.bootstrap import Assistant

TODAY = date(2026, 11, 25)
TOLD = "j'ai reçu un commandement de payer le 20 octobre, bail signé en mars 2024, à Lens"


def shown(assistant: Assistant, message: str, today: date = TODAY, department: str | None = None) -> str:
    return respond(Request(message, situation=True, department=department), assistant, today)


def test_the_stage_stands_in_the_whole_procedure(assistant):
    """Twelve stages, and one « vous êtes ici »."""
    lines = shown(assistant, TOLD).splitlines()
    assert sum(line.startswith(("  ·", "  ▶")) for line in lines[: lines.index("") + 15]) == 12
    assert [line for line in lines if "← vous êtes ici" in line] == ["  ▶ Commandement de payer reçu  ← vous êtes ici"]


def test_today_stands_among_the_dates(assistant):
    """The past ones before, those to come after, and the first of two readings is the one to act before."""
    text = shown(assistant, "j'ai reçu un commandement de payer le 20 octobre")
    order = ["mercredi 4 novembre 2026", "mercredi 25 novembre 2026 — aujourd'hui, vous êtes ici", "mardi 1er décembre 2026", "dimanche 20 décembre 2026"]
    assert sorted(order, key=text.index) == order
    assert "Agissez avant la première de ces dates" in text


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 11, 30), "dans 1 jour"),
        (date(2026, 12, 1), "aujourd'hui, dernier jour"),
        (date(2026, 12, 2), "passé depuis 1 jour"),
        (date(2026, 11, 25), "dans 6 jours"),
    ],
)
def test_a_date_says_how_many_days_are_left(assistant, today, left):
    """The eve, the day and the morrow of the last day to pay."""
    assert f"mardi 1er décembre 2026 — {left}" in shown(assistant, TOLD, today)


def test_a_date_gives_its_rule_and_its_text(assistant):
    """Six weeks, and article 24 of the law of 1989."""
    text = shown(assistant, TOLD)
    assert "Règle : 6 semaines à partir du jour où le commandement a été remis" in text
    assert "Texte : loi n° 89-462, art. 24, I" in text


def test_an_action_has_its_day_and_a_partner_its_number(assistant):
    """What to do before when, and SOS Loyers impayés."""
    text = " ".join(shown(assistant, TOLD).split())
    assert "(avant le mardi 1er décembre 2026)" in text
    assert "0 805 160 075" in text
    assert "Lens" in text


def test_what_is_missing_is_said(assistant):
    """Without a date, no date: the block says which fact is missing."""
    text = shown(assistant, "j'ai reçu un commandement de quitter les lieux")
    assert "Ce qui manque pour vous donner d'autres dates" in text
    assert "il manque la date de remise de l'acte" in " ".join(text.split())
    assert "Les dates qui comptent" not in text


def test_an_unknown_stage_asks_one_question_and_shows_no_procedure(assistant):
    """An ambiguous paper: the question and its choices, « je ne sais pas » among them."""
    text = shown(assistant, "j'ai reçu un avis d'expulsion")
    assert "vous êtes ici" not in text
    assert "Une question" in text
    assert "je ne sais pas" in text.lower()


def test_the_departement_gives_its_own_texts(assistant):
    """`--departement` says where one lives when the message does not."""
    told = "j'ai reçu un commandement de payer hier"
    here, there = shown(assistant, told, department="62"), shown(assistant, told, department="86")
    assert "Charte" in here.partition("Ce que disent les textes")[2]
    assert "Charte" not in there.partition("Ce que disent les textes")[2]


def test_no_line_is_wider_than_the_terminal(assistant):
    """A hundred characters."""
    assert max(len(line) for line in shown(assistant, TOLD).splitlines()) <= 100


def test_english_speaks_english(assistant):
    """The frame follows the message."""
    assert "you are here" in shown(assistant, "I received a commandement de payer from a bailiff yesterday, what can I do about my rent?")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["une", "question"], Request("une question", situation=False)),
        (["situation", "mon loyer"], Request("mon loyer", situation=True)),
        (["situation", "mon loyer", "--today", "2027-01-01"], Request("mon loyer", situation=True, today="2027-01-01")),
        (["--departement", "62", "situation", "mon loyer"], Request("mon loyer", situation=True, department="62")),
        (["situation"], None),
        (["situation", "mon loyer", "--today"], None),
        ([], None),
    ],
)
def test_the_command_line_is_read_in_any_order(arguments, expected):
    """Words, options, or how to write them."""
    assert read_request(arguments) == expected


def test_a_departement_that_does_not_exist_is_refused_in_french(assistant):
    """It says what and how."""
    with pytest.raises(BadOptionError, match="« 999 » n'est pas un département"):
        shown(assistant, TOLD, department="999")


@pytest.mark.parametrize("arguments", [["situation", "mon loyer", "--today", "demain"], []])
def test_a_wrong_command_ends_with_one_sentence(arguments):
    """No stack trace, nothing loaded."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert "--today 2026-11-25" in str(stopped.value)


def test_a_question_is_still_answered(assistant):
    """The other half of the command."""
    text = respond(Request("qu'est-ce que la CCAPEX ?", situation=False, department="62"), assistant, TODAY)
    assert "CCAPEX" in text
