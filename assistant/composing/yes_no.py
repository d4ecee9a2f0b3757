"""Oui or non, when a question asks for it: read on what the text that answers says, never guessed without one."""

import re
from functools import cache, lru_cache

from assistant.engine import Engine
from assistant.patterns import data, pattern
from assistant.polarity import UNMARKED, Sense, is_turned, marked
from assistant.turn import Turn
from assistant.wording import say
from knowledge.fiche import Fiche
from retrieval.stems import fold, stems

_CLAUSES = re.compile(r"[.;!\n]+|(?<=\?)|, (?=(?:est|es|puis|dois|je peux|on peut|il a|c'est|faut|il faut|can|do|does|is)\b)")
NEAR = 4  # characters: « ou il peut » is an alternative, « le propriétaire ou l'agence doit-il » is not
LETTER = 0.8  # from this cosine a marked way is the question itself: what it says outweighs what is read on a sentence
WORDS = 4  # fewer, without one of the forms, ask for a thing: « Adresse de Lens ? », « Et après ? »
_PRONOUN = re.compile(r"(?:Il|Elle|Ils|Elles|It|They)\b(?! (?:y a|faut|est (?:possible|interdit|gratuit|obligatoire)))")
_ASKED_LAST = re.compile(r"\b(?:quand|combien|quoi|comment|qui)(?: (?:au plus tard|exactement|au juste|maintenant|alors|svp))?\W*$")
_WHERE_LAST = re.compile(r"\b(?:est|sont|trouve|trouvent|situee?s?) ou\W*$")  # « il est ou ? », without the accent
_SAID = re.compile(r"^(?:Oui|Non|Yes|No)\b\s?[,.:;]?\s*(?:(?:mais|but)\s+)?")
_SENTENCES = re.compile(r"(?<=[.;:!?])\s+")
_SUPPOSED = re.compile(r"(?<!uniquement )(?<!seulement )\bsi (?:l'|la |le |les |un|elle|il|on|cette|ce)[^,;.]*[,;]")


@cache
def _signs(name: str) -> re.Pattern[str]:
    return pattern(data("yes_no")[name])


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((pattern(pair["asked"]), pattern(pair["said"])) for pair in data("yes_no")["opposites"])


@lru_cache(maxsize=8)
def yes_no_question(text: str) -> str | None:
    """The clause of a folded message that asks for a yes or a no; None when nothing does."""
    for clause in reversed([part.strip() for part in _CLAUSES.split(fold(text)) if part and part.strip(" ,?")]):
        form, other = _sign("form", clause), _sign("wh", clause)
        if _ASKED_LAST.search(clause) or _WHERE_LAST.search(clause):
            return None
        if _sign("strong", clause) or (other and (not form or other.start() <= form.start() or other[0][0] in ",:" or _ends_asking(clause))):
            return None
        if form or (clause.endswith("?") and len(re.findall(r"\w+", clause)) >= WORDS and not clause.startswith("et ")):
            return None if _sign("alternative", clause[max(0, form.start() - NEAR) if form else 0 :]) and not _sign("obliged", clause) else clause
    return None


def _sign(name: str, text: str) -> re.Match[str] | None:
    return _signs(name).search(text)


def _ends_asking(clause: str) -> bool:
    """« je peux faire quoi », « je dois payer combien »: the last words ask for a thing."""
    return bool(re.search(r"\b(?:(?:quoi|comment|combien|ou|qui|quand)\b(?: \w+){0,3}|combien d[e'](?: [\w']+){0,6})\W*$", clause))


def marked_sense(turn: Turn, engine: Engine, target: str) -> Sense:
    """What the marked ways of asking of *target* say of this question; nothing where it asks for neither oui nor non."""
    asked = yes_no_question(turn.text)
    return UNMARKED if asked is None or turn.vector is None else marked(asked, turn.vector, engine, target)


def with_yes_no(said: str, turn: Turn, *, sure: bool = True, sense: Sense = UNMARKED) -> str:
    """*said*, which answers, after its yes or its no where the question asks for one: as it is marked, else as a *sure* text says."""
    asked = yes_no_question(turn.text)
    if asked and sense.is_marked:
        return bare(said) if _is_silent(sense, asked, bare(said)) else _said(bare(said), turn, is_yes=bool(sense.is_yes))
    if not asked or _SAID.match(said):
        return said
    if not sure or (_sign("evict", asked) and not _sign("evicted", fold(said))):
        return said  # what does not speak of being evicted says neither that one may be nor that one may not
    return _said(said, turn, is_yes=answers_yes(asked, said))


def _is_silent(sense: Sense, asked: str, said: str) -> bool:
    """Whether no mark decides, or one not near to the letter says yes to what the very sentence that follows denies: « Oui. Aucun quorum n'est exigé »."""
    return sense.is_yes is None or (sense.is_yes and sense.near < LETTER and not answers_yes(asked, said))


def fitted(fiche: Fiche, short: str, turn: Turn, *, is_known: bool, sure: bool, sense: Sense = UNMARKED) -> str:
    """A fiche's short answer with its oui or non only where the question asks for one, in the fiche's own sense or in the one marked."""
    asked = yes_no_question(turn.text)
    if fiche.yes_no is None or (asked and sense.is_marked):
        return with_yes_no(short, turn, sure=sure, sense=sense)
    return short if asked and is_known and not is_turned(asked, fiche.question) else bare(short)


def lent(fiche: Fiche, rule: str, turn: Turn, *, is_known: bool, sense: Sense = UNMARKED) -> str:
    """A rule behind its fiche's oui or non, where the question asks for one in the fiche's own sense."""
    asked = yes_no_question(turn.text)
    if fiche.yes_no is None or (asked and sense.is_marked):
        return with_yes_no(rule, turn, sense=sense)
    return _said(rule, turn, is_yes=fiche.yes_no == "oui") if asked and is_known and not is_turned(asked, fiche.question) else rule


def _said(text: str, turn: Turn, *, is_yes: bool) -> str:
    return say("yes" if is_yes else "no", turn.language, text=text)


def named(said: str, fiche: Fiche, turn: Turn) -> str:
    """The same behind the fiche's question, when it begins with « Elle… » or « Ils… »: who that is stands in the question."""
    question = fiche.question_en if turn.language == "en" else fiche.question
    return f"{question} {said}" if _PRONOUN.match(said) else said


def bare(said: str) -> str:
    """The same without the oui or non that begins it."""
    rest = _SAID.sub("", said)
    return rest[:1].upper() + rest[1:]


def answers_yes(question: str, evidence: str) -> bool:
    """Whether *evidence*, which answers the folded yes-or-no *question*, says yes."""
    said = _SUPPOSED.sub(" ", fold(evidence))
    if any(asked.search(question) and answer.search(said) for asked, answer in _opposites()):
        return False
    if _sign("evict", question) and _sign("halted", said):
        return bool(_sign("freed", question))
    if _sign("quantified", question):
        return not (_sign("reserve", said) or _sign("denied", said))
    if _sign("obliged", question) and (_sign("effort", said) or (_sign("faculty", said) and not _sign("duty", said))):
        return False
    return not _denies(question, said)


def _denies(question: str, said: str) -> bool:
    """Whether a negation stands in the sentence that shares most words with the question."""
    wanted = set(stems(question))
    best = max(_SENTENCES.split(said), key=lambda part: len(wanted & set(stems(part))))
    return bool(_sign("denied", best)) and bool(wanted & set(stems(best)))
