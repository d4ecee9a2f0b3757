"""A rule of the law as pages show it: what holds on a day, what held, what is to come; low confidence never as a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.answer import Citation
from knowledge.dated import Facts, Gap, Parameter, Quantity, Selected, Several, Source, Value, Version
from knowledge.loading import Knowledge
from portal.pages.catalogue import Catalogue
from portal.pages.words import word

TIMES = {"jours", "semaines", "mois", "ans"}
SEEDS = {"charte-prevention-expulsions-62": "charte-62", "reglement-interieur-ccapex-86": "ri-86"}


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a version was read; `inside` when it is one of our own texts."""

    href: str
    name: str
    consulted: date | None
    via: str | None
    inside: bool


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version in words; what may not be shown of it is left out."""

    plain: str
    start: date | None
    end: date | None
    legal_basis: str | None
    condition: str | None
    note: str | None
    confidence: str
    shown: bool
    sources: Sequence[SourceView]


@dataclass(frozen=True, slots=True)
class GapView:
    """Where a text and the law differ, with the address of the text's words."""

    gap: Gap
    rule: Parameter
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule on a day: its versions in force, past and to come; `ending` when one stops and none follows."""

    rule: Parameter
    now: Sequence[VersionView]
    past: Sequence[VersionView]
    coming: Sequence[VersionView]
    ending: date | None


def rule_view(rule: Parameter, day: date) -> RuleView:
    """The rule on that day."""
    found = rule.on(Facts(day))
    now = found.versions if isinstance(found, Several) else (found.version,) if isinstance(found, Selected) else ()
    coming = rule.to_come(day)
    past = [v for v in rule.versions if v not in now and v not in coming]
    living = [v for v in now if v.in_force(day)]
    ends = [v.end for v in living if v.end]
    return RuleView(
        rule,
        now=[version_view(v) for v in now],
        past=[version_view(v) for v in reversed(past)],
        coming=[version_view(v) for v in coming],
        ending=min(ends) if ends and len(ends) == len(living) and not coming else None,
    )


def version_view(version: Version) -> VersionView:
    """A version as it may be shown: of an uncertain one, the sentence that sends to the ADIL and the sources."""
    return VersionView(
        plain=version.plain,
        start=version.start,
        end=version.end,
        legal_basis=version.legal_basis,
        condition=version.condition if version.shown else None,
        note=version.note if version.shown else None,
        confidence=version.confidence.value,
        shown=version.shown,
        sources=[source_view(source) for source in version.sources if source.url],
    )


def source_view(source: Source) -> SourceView:
    """A source with an address that opens: our own texts open in the reader."""
    url = source.url or ""
    inside = next((document for seed, document in SEEDS.items() if seed in url), None)
    if inside:
        return SourceView(f"/textes/{inside}", word("documents", inside), source.consulted, None, inside=True)
    return SourceView(url, "", source.consulted, source.via, inside=False)


def gap_views(rule: Parameter, catalogue: Catalogue) -> list[GapView]:
    """The differences between the texts and that rule."""
    return [GapView(gap, rule, catalogue.gap(gap)) for gap in rule.gaps]


def rule_text(rule: Parameter) -> str:
    """The words a rule is found by."""
    return " ".join((rule.label, word("topics", rule.topic), *(f"{v.plain} {v.legal_basis or ''}" for v in rule.versions)))


def is_delay(view: RuleView) -> bool:
    """Whether the rule is a length of time."""
    return any(quantity.unit in TIMES for version in view.rule.versions if version.value for quantity in _quantities(version.value))


def _quantities(value: Value) -> Iterable[Quantity]:
    return (value, *filter(None, (value.min, value.max)), *value.list)


def turning(knowledge: Knowledge, turn: date) -> list[RuleView]:
    """The rules that change on *turn*: a version starts that day, or the last one stops on the eve. Seen from the eve."""
    eve = turn - timedelta(days=1)
    return [rule_view(rule, eve) for rule in knowledge.law.values() if any(v.start == turn or v.end == eve for v in rule.versions)]
