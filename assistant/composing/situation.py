"""A told situation as an answer: the stage, the first dates, what to do, whom to call."""

from collections.abc import Sequence

from assistant.answer import Outcome, PartnerCard
from assistant.clarifying import question_for
from assistant.composing.dates import first_dates
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.orienting import partner_cards
from assistant.situating import standing
from assistant.turn import Turn
from assistant.understanding.dates import no_such_day
from assistant.wording import pick, say
from knowledge.corpus import Passage
from knowledge.procedure.locate import Located, Missing
from knowledge.procedure.stage import Stage

ACTIONS, PARTNERS, BESIDE = 3, 5, 4


def situation_draft(turn: Turn, engine: Engine, beside: Sequence[Passage] = ()) -> Draft:
    """Where the person stands and what to do now; or the one question without which that cannot be said; `beside` are passages found as well."""
    outcome = turn.place
    if isinstance(outcome, Missing):
        return _asking(outcome.fact, turn, engine)
    if not isinstance(outcome, Located):
        lead = say(f"scope-{getattr(outcome, 'reason', 'hors-sujet')}", turn.language)
        return Draft(Outcome.DECLINED, lead, partners=_partners(Stage.INCONNU, turn, engine))
    found = standing(outcome.stage, turn.situation, engine.knowledge, turn.today, turn.language)
    passages = tuple((passage, citation.quote) for citation in found.citations if (passage := _passage(citation.url, engine)))
    passages += tuple((passage, engine.windows.quote(passage)) for passage in beside[:BESIDE])
    misdated = no_such_day(turn.text, turn.today)
    more = [say("no-such-day", turn.language, day=misdated)] if misdated else [first_dates(found.deadlines, turn, passed=True)]
    more.append(say("what-now", turn.language) + "\n" + "\n".join(f"{n}. {a.label}" for n, a in enumerate(found.actions[:ACTIONS], start=1)))
    more.append(_call(found.partners, turn))
    label = pick(engine.knowledge.sheets[outcome.stage].label, turn.language)
    return Draft(
        Outcome.ANSWERED if passages else Outcome.PARTIAL,
        say("located-landlord" if turn.situation.role == "bailleur" else "located", turn.language, label=label),
        tuple(filter(None, more)),
        passages,
        found.law_notes,
        found.partners[:PARTNERS],
        found.deadlines,
        stage=outcome.stage.value,
    )


def _asking(fact: str, turn: Turn, engine: Engine) -> Draft:
    clarify = question_for(fact, turn.language)
    return Draft(Outcome.CLARIFY, clarify.question, partners=_partners(Stage.INCONNU, turn, engine), clarify=clarify)


def _partners(stage: Stage, turn: Turn, engine: Engine) -> tuple[PartnerCard, ...]:
    return partner_cards(stage, turn.situation, engine.knowledge, turn.language)[:PARTNERS]


def _call(partners: tuple[PartnerCard, ...], turn: Turn) -> str:
    """The first partner with a number; everyone is in the cards."""
    card = next((card for card in partners if card.phone), None)
    return say("call", turn.language, name=card.name, phone=card.phone) if card else ""


def _passage(url: str, engine: Engine) -> Passage | None:
    return engine.knowledge.passages.get(url.removeprefix("/textes/"))
