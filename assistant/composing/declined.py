"""What is not answered: another subject, another département, a premise the texts contradict, or nothing found."""

import re
from typing import Literal, overload

from assistant.answer import Outcome, PartnerCard
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.intent import asked_article
from assistant.orienting import named_cards
from assistant.signs import is_off_subject, is_on_subject
from assistant.turn import Turn
from assistant.wording import say

LOCAL = re.compile(
    r"\b(?:ccapex|sous-commission|fsl|mail|adresse|courriel|numero|telephone|charte|reglement|adil|permanence|bareme|contact|email|phone|address)\b"
)
WHO = ("adil",)
LAW = re.compile(r"\b(?:loi|code|decret|civil|cpce|cch)\b")
RULES = re.compile(r"\b(?:reglement|charte|ccapex|vienne|arrete)\b")
ARTICLES = {"86": ("ri-86", 14), "62": ("ri-62", 4)}
LAST = {"ri-86": "art-14", "ri-62": "4-4"}


@overload
def declined(turn: Turn, engine: Engine, *, nothing_found: Literal[True]) -> Draft: ...
@overload
def declined(turn: Turn, engine: Engine) -> Draft | None: ...
def declined(turn: Turn, engine: Engine, *, nothing_found: bool = False) -> Draft | None:
    """The draft that declines, or None when nothing speaks against answering."""
    text = turn.understood.message.text if turn.understood else turn.message
    partners = named_cards(WHO, turn.situation, engine.knowledge, turn.language)
    who = say("ask-adil", turn.language, phone=partners[0].phone if partners else "")
    if is_off_subject(text) or (nothing_found and not is_on_subject(text)):
        return Draft(Outcome.DECLINED, say("off-subject", turn.language, who=who), partners=partners)
    if turn.department and turn.department not in engine.knowledge.departments and LOCAL.search(text):
        return Draft(Outcome.DECLINED, say("other-department", turn.language, department=turn.department, who=who), partners=partners)
    if (number := asked_article(text)) and (document := _document_without(number, turn, text)):
        return _no_such_article(document, turn, engine, partners)
    return Draft(Outcome.DECLINED, say("not-in-texts", turn.language, who=who), partners=partners) if nothing_found else None


def _document_without(number: int, turn: Turn, text: str) -> str | None:
    """The règlement that is meant, when it has no such article."""
    if LAW.search(text) or not RULES.search(text):
        return None
    department = turn.department or ("86" if "vienne" in text else "62" if "calais" in text else "")
    document, count = ARTICLES.get(department, ("", number))
    return document if number > count else None


def _no_such_article(document: str, turn: Turn, engine: Engine, partners: tuple[PartnerCard, ...]) -> Draft:
    """The premise corrected, with the document's last article as the proof."""
    last = engine.knowledge.documents[document].section(LAST[document])
    passage = next(p for p in engine.knowledge.passages.values() if p.document == document and p.section == last.anchor)
    lead = say(f"articles-of-{document}", turn.language)
    return Draft(Outcome.PARTIAL, lead, passages=((passage, None),), partners=partners)
