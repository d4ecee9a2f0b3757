"""A fiche's short answer reaches its reader whole: each of its figures stands in what the fiche rests on."""

from datetime import date

import pytest

from assistant.bootstrap import Assistant
from assistant.citing import citations
from assistant.composing.fiche import fiche_draft
from assistant.engine import Engine
from assistant.figures import figures
from assistant.steps.understand import understand
from assistant.steps.verify import known_figures
from assistant.turn import Turn
from knowledge.fiche import Fiche

DAYS = (date(2026, 11, 27), date(2027, 1, 4))


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(("language", "role"), [("fr", "locataire"), ("en", "locataire"), ("fr", "juriste")])
def test_no_sentence_of_a_short_answer_is_left_out(day: date, language: str, role: str, assistant: Assistant):
    dropped = {
        fiche.id: left
        for fiche in assistant.engine.knowledge.fiches.values()
        if (left := _left_out(fiche, Turn("?", day, language, role=role), assistant.engine))
    }
    assert dropped == {}


def _left_out(fiche: Fiche, turn: Turn, engine: Engine) -> set[str]:
    """The figures of the short answer that stand in nothing the fiche rests on: their sentences are not said."""
    turn = understand(turn, engine)
    draft = fiche_draft(fiche, turn, engine, ())
    return figures(draft.lead) - known_figures(citations(draft.passages, engine.knowledge), draft, turn, engine)
