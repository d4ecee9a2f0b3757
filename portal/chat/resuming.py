"""The first screen, what a reloaded page takes up again, and what is read of a paper."""

from typing import Any

from portal.chat.replying import ask
from portal.chat.screen import Button, held_paper, hold, hold_paper, say, talk, tell_page
from portal.chat.talk import Talk, resumed
from portal.chat.words import words


async def welcome() -> None:
    """The first screen, then the tab is asked what it kept."""
    await say(words()["welcome"], _beginnings())
    await tell_page("hello")


async def taken_over(told: Any) -> None:
    """What our page hands over; anything else that is posted to the window is ignored."""
    kind = told.get("toit") if isinstance(told, dict) else None
    known = resumed(told) if kind in {"resume", "paper"} else None
    if known is None:
        return
    if kind == "paper":
        await _read(told, known)
    elif talk() == Talk():
        await hold(known)
        text = words()["resumed"].format(question=known.question) if known.question else words()["resumed-facts"]
        await say(text, [("again", words()["again"], {}), ("forget", words()["forget"], {})])


async def confirmed(*, right: bool) -> None:
    """What was read of a paper is right: it is known, and the question is what to do; or it is not, and nothing is."""
    paper = held_paper()
    hold_paper(None)
    if right and paper:
        await hold(talk().told(paper.known))
        await ask(words()["paper-question"])
    else:
        await say(words()["paper-wrong"], [("guide", words()["guide"], {})])


async def forget() -> None:
    """Nothing is known any more, here or in the tab."""
    await hold(Talk())
    await tell_page("forget")
    await say(words()["forgotten"], _beginnings())


async def _read(told: dict[str, Any], paper: Talk) -> None:
    hold_paper(paper)
    lines = [str(line)[:200] for line in told.get("lines", [])[:10] if isinstance(line, str)]
    text = "\n\n".join((words()["paper-read"], "\n".join(f"- {line}" for line in lines), words()["paper-right"]))
    await say(text, [("paper", words()["paper-yes"], {"right": True}), ("paper", words()["paper-no"], {"right": False})])


def _beginnings() -> list[Button]:
    """The questionnaire, then four ways to begin."""
    starters: list[Button] = [("starter", one["label"], {"message": one["message"]}) for one in words()["starters"]]
    return [("guide", words()["guide"], {}), *starters]
