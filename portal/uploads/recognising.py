"""The text of a paper to what it is: which act, its date, the hearing's, the sum; None where nothing is recognised."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.understanding.dates import Mention, find_dates
from assistant.understanding.money import read_money
from knowledge.procedure.stage import Stage
from portal.uploads.spelt import in_figures
from retrieval.stems import fold

TITLE, HEAD, SURE, REACH = 3, 900, 3, 45
_SPACED = re.compile(r"\b(?:\w ){4,}\w\b")
_YEAR = re.compile(r"\d{4}|\d[/.]\d{1,2}[/.]\d{2}\b")
_SUM = re.compile(r"(\d{1,3}(?:[ .]\d{3})+|\d+)(?:,(\d{2})|\.(\d{2})(?!\d))? ?(?:€|euros?\b|eur\b)")


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper says; None = not found."""

    act: Stage
    act_date: date | None = None
    hearing_date: date | None = None
    debt_eur: float | None = None

    def known(self) -> dict[str, str]:
        """As facts of a situation."""
        facts = {"act": self.act, "act_date": self.act_date, "hearing_date": self.hearing_date, "debt_eur": self.debt_eur}
        return {name: str(value) for name, value in facts.items() if value is not None}


@cache
def _signs() -> dict[str, Any]:
    data = yaml.safe_load((Path(__file__).parent / "papers.yaml").read_text("utf-8"))
    papers = {Stage(name): (re.compile(one["title"]), [re.compile(sign) for sign in one["signs"]]) for name, one in data.pop("papers").items()}
    return {"papers": papers, **{name: [re.compile(sign) for sign in signs] for name, signs in data.items()}}


def recognised(written: str, today: date) -> Paper | None:
    """The paper that this text is."""
    text = in_figures(_plain(written))
    scores = {stage: _score(text, *signs) for stage, signs in _signs()["papers"].items()}
    act = max(scores, key=lambda stage: scores[stage])
    if scores[act] < SURE:
        return None
    dates = [one for one in find_dates(text, today) if _YEAR.search(text[one.start : one.end]) and one.past.exact]
    hearing = next((one.past.first for one in _led(text, dates, "hearing-date")), None) if act is Stage.ASSIGNATION else None
    past = [one for one in dates if one.past.first <= today and one.past.first != hearing]
    acted = next(iter([*_led(text, past, "act-date"), *past]), None)
    return Paper(act, acted.past.first if acted else None, hearing, _debt(text))


def _plain(written: str) -> str:
    """Folded, on one line, its spaced-out titles closed."""
    text = re.sub(r"\s+", " ", fold(written))
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), text)


def _score(text: str, title: re.Pattern[str], signs: list[re.Pattern[str]]) -> float:
    """A title at the top counts three, the higher the better; each sign counts one."""
    found = title.search(text[:HEAD])
    return (TITLE + 1 - found.start() / HEAD if found else 0) + sum(bool(sign.search(text)) for sign in signs)


def _led(text: str, dates: list[Mention], kind: str) -> list[Mention]:
    """The dates that stand behind such words, those behind the surest words first."""
    return [one for sign in _signs()[kind] for one in dates if sign.search(text[max(0, one.start - REACH) : one.start])]


def _debt(text: str) -> float | None:
    """The sum named by the surest word; the largest of those that the same word names."""
    sums = list(_SUM.finditer(text))
    for sign in _signs()["debt"]:
        if named := [found for found in sums if sign.search(text[max(0, found.start() - REACH) : found.start()])]:
            return max(filter(None, (read_money(f"je dois {_amount(found)} euros de loyer").debt for found in named)), default=None)
    return None


def _amount(found: re.Match[str]) -> str:
    return re.sub(r"[ .]", "", found[1]) + (f",{found[2] or found[3]}" if found[2] or found[3] else "")
