"""What no word told: a danger or a refused request that the question resembles as a whole."""

from dataclasses import replace

from assistant.engine import Engine
from assistant.likeness import clear_danger, clear_kind, is_certain, likeness
from assistant.signs import dangers, is_latin, is_ordinary_fear
from assistant.steps.protect import emergency, refused, unsure
from assistant.turn import Turn


def recognise(turn: Turn, engine: Engine) -> Turn:
    """The second net behind `protect`, on the vector that the search has made; a follow-up is left to the words."""
    if turn.previous:
        return turn
    shares = likeness(turn.vector)
    known = {danger.id: danger for danger in dangers()}
    if (danger := clear_danger(shares, tuple(known))) and not is_ordinary_fear(turn.text):
        return replace(turn, answer=emergency(known[danger], engine, turn.language))
    if _is_read(turn.message) and (kind := clear_kind(shares, turn.nearest, is_told=_tells_a_paper(turn))):
        return replace(turn, answer=refused(kind, engine, turn.language) if is_certain(shares, kind) else unsure(engine, turn.language))
    return turn


def _tells_a_paper(turn: Turn) -> bool:
    """Whether an act, or a paper not yet named, was received: somebody frightened is not refused on a faint resemblance."""
    return bool(turn.situation.acts or turn.situation.unclear_act)


def _is_read(message: str) -> bool:
    """Whether it has words of the alphabet we read: nobody is refused for what is not understood."""
    return is_latin(message) and any(letter.isalpha() for letter in message)
