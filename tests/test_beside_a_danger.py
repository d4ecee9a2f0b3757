"""A danger is answered first; a question asked beside it is answered after the numbers, where there is room for it."""

from datetime import date

import pytest

from assistant.answer import Outcome
from assistant.beside import asked_beside
from assistant.signs import dangers

TODAY = date(2026, 11, 26)
DANGERS = {danger.id: danger for danger in dangers()}


def test_the_numbers_come_before_the_question_asked_beside_them(assistant):
    answer = assistant.answer("je dors dans ma voiture depuis hier. à partir de quand peut-on saisir la commission DALO ?", TODAY, department="62")
    assert answer.outcome is Outcome.EMERGENCY
    numbers, _, rest = answer.answer.partition("Pour votre question")
    assert "115" in numbers
    assert "dalo" in rest.lower()
    assert answer.partners[0].partner.startswith("urgence-")


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        ("suicide", "j'ai envie de mourir. quand peut-on saisir le dalo ?"),
        ("violences", "mon mari me frappe. le bail est-il a mon nom ?"),
        ("dehors", "je suis a la rue ce soir, que dois-je faire ?"),
        ("dehors", "je dors dehors ce soir. ou dormir ce soir ?"),
    ],
)
def test_nothing_else_is_said_where_the_danger_leaves_no_room_or_is_what_is_asked(danger, text):
    assert asked_beside(DANGERS[danger], text) is None
