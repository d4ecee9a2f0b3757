"""A message to a situation report: the core's whole result, as the contract gives it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.answer import Place, SituationReport
from assistant.cards import entities_of
from assistant.clarifying import question_for
from assistant.engine import Engine
from assistant.knowing import completed
from assistant.lacking import lacking_datum
from assistant.orienting import emergency_cards, partner_cards
from assistant.signs import is_off_subject
from assistant.situating import standing
from assistant.steps.protect import find_danger, heard
from assistant.understanding.dates import no_such_day
from assistant.understanding.reading import Understood, understand, with_usual_role
from assistant.wording import pick, say
from knowledge.procedure.locate import Located, Missing, Outcome, locate
from knowledge.procedure.stage import Stage


def report(message: str, today: date, engine: Engine, language: str | None = None, known: Mapping[str, Any] | None = None) -> SituationReport:
    """Where the person stands; a danger puts the emergency numbers first, and keeps the stage that the message tells."""
    understood = understand(message, today, engine.knowledge.gazetteer)
    understood = with_usual_role(completed(understood, known or {}, None, None, engine.knowledge.gazetteer))
    language = language or ("en" if understood.message.english else "fr")
    outcome = locate(understood.situation, today)
    if danger := find_danger(heard(message)):
        stage = outcome.stage if isinstance(outcome, Located) and outcome.stage is not Stage.BAIL_EN_COURS else Stage.INCONNU
        return SituationReport(
            Place.EMERGENCY,
            danger.text[language],
            stage,
            entities_of(understood, outcome),
            partners=emergency_cards(danger.numbers, engine.knowledge, language),
            language=language,
        )
    if isinstance(outcome, Located):
        return _located(outcome, understood, engine, today, language)
    return _elsewhere(outcome, understood, engine, language)


def _located(outcome: Located, understood: Understood, engine: Engine, today: date, language: str) -> SituationReport:
    situation, knowledge = understood.situation, engine.knowledge
    found = standing(outcome.stage, situation, knowledge, today, language)
    label = pick(knowledge.sheets[outcome.stage].label, language)
    misdated = no_such_day(understood.message.text, today)
    lacking = lacking_datum(understood.message.text, outcome, situation, is_misdated=misdated is not None)
    clarify = question_for(lacking, language, misdated) if lacking else None
    return SituationReport(
        Place.LOCATED,
        say("located-landlord" if situation.role == "bailleur" else "located", language, label=label),
        outcome.stage,
        entities_of(understood, outcome),
        deadlines=found.deadlines,
        actions=found.actions,
        rights=found.rights,
        next_stage=found.next_stage,
        partners=found.partners,
        citations=found.citations,
        law_notes=found.law_notes,
        needs_clarification=clarify is not None,
        clarify=clarify,
        language=language,
    )


def _is_another_subject(understood: Understood) -> bool:
    """Whether nothing of a tenancy is told and the words are another subject's: then no paper is asked about."""
    situation = understood.situation
    return not (situation.unclear_act or situation.acts or situation.debt_told) and is_off_subject(understood.message.text)


def _elsewhere(outcome: Outcome, understood: Understood, engine: Engine, language: str) -> SituationReport:
    """Not located: the question about what is missing, or why it is none of ours; a jurist either way."""
    partners = partner_cards(Stage.INCONNU, understood.situation, engine.knowledge, language)
    entities = entities_of(understood, outcome)
    if isinstance(outcome, Missing) and not _is_another_subject(understood):
        clarify = question_for(outcome.fact, language)
        return SituationReport(
            Place.MISSING, clarify.question, Stage.INCONNU, entities, needs_clarification=True, clarify=clarify, partners=partners, language=language
        )
    reason = say(f"scope-{getattr(outcome, 'reason', 'hors-sujet')}", language)
    return SituationReport(Place.OUT_OF_SCOPE, reason, Stage.INCONNU, entities, partners=partners, language=language)
