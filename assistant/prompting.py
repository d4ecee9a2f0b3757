"""What a language model is told: the slotted sentences, and of the question only the words that the answer says too."""

import re
from functools import cache
from importlib.resources import files

from assistant.clarifying import question_for
from assistant.patterns import data
from assistant.rephrasing import Prompt
from assistant.slots import SLOT, Slotted
from assistant.turn import Turn
from retrieval.stems import stems

UNSAID = "…"
_MARKS = re.compile(r"\{[^}]*\}|<[^>]*>")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _instructions() -> str:
    return (files("assistant") / "prompts" / "rephrase.md").read_text("utf-8")


def prompt_for(verified: Slotted, message: str) -> Prompt:
    """The instructions apart; the data between marks that they cannot hold."""
    questions = "\n".join(f"{slot} : {question}" for slot, question in verified.questions.items())
    blocks = {"question": shared_words(message, verified.text), "questions": questions, "phrases": verified.text}
    return Prompt(_instructions(), "\n\n".join(f"<{name}>\n{text}\n</{name}>" for name, text in blocks.items()))


def shared_words(message: str, answer: str) -> str:
    """The words of the message that stand in the answer, and the small ones: neither a name, a number nor an order leaves."""
    known = set(stems(SLOT.sub(" ", answer)))
    words = [word if set(stems(word)) <= known else UNSAID for word in _WORDS.findall(_MARKS.sub(" ", message))]
    return " ".join(word for n, word in enumerate(words) if word != UNSAID or words[n - 1 : n] != [UNSAID])


def questions_back(turn: Turn) -> list[str]:
    """The written questions about what this turn has not told."""
    situation = turn.situation
    told = {
        "act": bool(situation.acts or situation.unclear_act),
        "act_date": not situation.acts or any(act.day for act in situation.acts),
        "commune": bool(situation.commune or turn.department),
    }
    return [question_for(fact, turn.language).question for fact in data("rephrasing")["questions"] if not told[fact]]
