"""A stage as its page shows it: the sheet for one side, the law by date, and what each département's texts say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Citation, PartnerCard
from assistant.orienting import partner_cards
from knowledge.dated import Parameter
from knowledge.fiche import Fiche
from knowledge.loading import Knowledge
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from knowledge.sheet import Entitlement, StageSheet, Statement, ToDo
from portal.exports.letter import Letter, letters_at
from portal.pages.catalogue import Catalogue
from portal.pages.choices import ROLES, STAGES
from portal.pages.law_view import GapView, RuleView, gap_views, is_delay, rule_view

DOING = ("engagement", "organisation", "droit")
SAYING = ("information", "objectif", "indicateur")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the passage it rests on."""

    statement: Statement
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone the texts name, and what they say this one does."""

    name: str | None
    said: Sequence[Said]


@dataclass(frozen=True, slots=True)
class Local:
    """What a département's texts say of the stage, by kind."""

    code: str
    name: str
    delays: Sequence[Said]
    gaps: Sequence[GapView]
    doing: Sequence[Actor]
    letters: Sequence[Said]
    alerts: Sequence[Said]
    criteria: Sequence[Said]
    saying: Sequence[Said]


@dataclass(frozen=True, slots=True)
class Right:
    """What may be asked for, with the rule or the passage that gives it."""

    right: Entitlement
    rule: Parameter | None
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Outline:
    """A stage in the list: its sheet, the first thing to do for one side, and per département how many statements there are."""

    sheet: StageSheet
    first: ToDo | None
    said: Sequence[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class National:
    """What holds everywhere: the dated law, actions, rights, partners, letters, fiches."""

    delays: Sequence[RuleView]
    rules: Sequence[RuleView]
    coming: Sequence[RuleView]
    actions: Sequence[ToDo]
    rights: Sequence[Right]
    partners: Sequence[PartnerCard]
    letters: Sequence[Letter]
    fiches: Sequence[Fiche]


def outlines(side: str, departments: Sequence[str], knowledge: Knowledge) -> list[Outline]:
    """The twelve stages in order: what to do first there, and how much each département's texts say of it."""
    said = Counter((stage, one.department) for one in knowledge.statements for stage in one.stages)
    return [
        Outline(
            sheet := knowledge.sheets[stage],
            next((action for action in sheet.actions if not action.roles or ROLES[side] in action.roles), None),
            [(code, knowledge.department_names.get(code, code), said[stage, code]) for code in departments],
        )
        for stage in STAGES
    ]


def national(stage: Stage, side: str, departments: Sequence[str], catalogue: Catalogue, day: date) -> National:
    """The sheet of a stage for one side."""
    knowledge, role = catalogue.knowledge, ROLES[side]
    sheet = knowledge.sheets[stage]
    rules = [rule_view(knowledge.law[name], day) for name in sheet.parameters]
    situation = Situation(role=role, department=departments[0] if len(departments) == 1 else None)
    return National(
        delays=[rule for rule in rules if is_delay(rule)],
        rules=[rule for rule in rules if not is_delay(rule)],
        coming=[rule for rule in rules if rule.coming or rule.ending],
        actions=[action for action in sheet.actions if not action.roles or role in action.roles],
        rights=[_right(right, catalogue) for right in sheet.rights if not right.roles or role in right.roles],
        partners=partner_cards(stage, situation, knowledge, "fr"),
        letters=letters_at(stage, role),
        fiches=[f for f in knowledge.fiches.values() if stage in f.stages and _fits(f, role, departments)],
    )


def _right(right: Entitlement, catalogue: Catalogue) -> Right:
    rule = catalogue.knowledge.law[right.parameter] if right.parameter else None
    return Right(right, rule, catalogue.cited(right.source) if right.source else None)


def _fits(fiche: Fiche, role: str, departments: Sequence[str]) -> bool:
    return (not fiche.roles or role in fiche.roles) and (not fiche.departments or any(code in fiche.departments for code in departments))


def local(stage: Stage, department: str, catalogue: Catalogue) -> Local:
    """What that département's texts say of the stage."""
    here = [s for s in catalogue.knowledge.statements if stage in s.stages and s.department == department]
    of_kind = {kind: [_said(s, catalogue) for s in here if s.kind == kind] for kind in ("delai", "courrier", "alerte", "critere")}
    parameters = [catalogue.knowledge.law[name] for name in catalogue.knowledge.sheets[stage].parameters]
    return Local(
        code=department,
        name=catalogue.knowledge.department_names.get(department, department),
        delays=of_kind["delai"],
        gaps=[gap for p in parameters for gap in gap_views(p, catalogue) if gap.gap.document.endswith(department)],
        doing=_by_actor([s for s in here if s.kind in DOING], catalogue),
        letters=of_kind["courrier"],
        alerts=of_kind["alerte"],
        criteria=of_kind["critere"],
        saying=[_said(s, catalogue) for s in here if s.kind in SAYING],
    )


def _by_actor(statements: Sequence[Statement], catalogue: Catalogue) -> list[Actor]:
    """Who is named, in the order of the texts, those without a name last."""
    names = sorted(dict.fromkeys(s.who for s in statements), key=lambda who: who is None)
    return [Actor(name, [_said(s, catalogue) for s in statements if s.who == name]) for name in names]


def _said(statement: Statement, catalogue: Catalogue) -> Said:
    return Said(statement, catalogue.cited(statement.source))
