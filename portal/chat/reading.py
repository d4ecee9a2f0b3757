"""What was written: a greeting, an answer to what was asked, or a question."""

import re

from portal.api.requests import QUESTION_LIMIT
from portal.chat.guiding import typed
from portal.chat.replying import ask
from portal.chat.screen import say, talk
from portal.chat.words import courtesy, words

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


async def read(content: str) -> None:
    """One message to one reply."""
    text, known = CONTROL.sub(" ", content).strip(), talk()
    if not text:
        await say(words()["empty"])
    elif len(text) > QUESTION_LIMIT:
        await say(words()["too-long"].format(limit=QUESTION_LIMIT))
    elif reply := courtesy(text):
        await say(reply)
    elif known.asking and "?" not in text:
        await typed(text, known, known.asking)
    else:
        await ask(text)


async def again() -> None:
    """The last question once more."""
    await read(talk().question)
