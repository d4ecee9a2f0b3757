"""Partners to cards: the contact that is known where the person lives, dated, or none at all."""

from collections.abc import Iterable, Sequence

from assistant.answer import PartnerCard
from assistant.wording import pick, say
from knowledge.dated import Confidence
from knowledge.directory import Contact, Pointer
from knowledge.emergency import Emergency
from knowledge.loading import Knowledge
from knowledge.procedure.orient import local_contact, orient
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage


def partner_cards(stage: Stage, situation: Situation, knowledge: Knowledge, language: str, first: Sequence[str] = ()) -> tuple[PartnerCard, ...]:
    """The partners of a stage, those of *first* (a fiche's) before the others."""
    pointers = {pointer.partner: pointer for pointer in orient(stage, situation.role, situation, knowledge.orientation)}
    order = [*(p for p in first if p in knowledge.partners), *(p for p in pointers if p not in first)]
    return tuple(_card(partner, pointers.get(partner), situation, stage, knowledge, language) for partner in order)


def named_cards(partners: Iterable[str], situation: Situation, knowledge: Knowledge, language: str) -> tuple[PartnerCard, ...]:
    """Cards of these partners only."""
    known = [partner for partner in partners if partner in knowledge.partners]
    return tuple(_card(partner, None, situation, Stage.INCONNU, knowledge, language) for partner in known)


def emergency_cards(ids: Iterable[str], knowledge: Knowledge, language: str) -> tuple[PartnerCard, ...]:
    """The emergency numbers, in the order of the danger."""
    return tuple(_emergency(knowledge.emergencies[one], language) for one in ids)


def _emergency(number: Emergency, language: str) -> PartnerCard:
    english = language == "en"
    return PartnerCard(
        partner=number.id,
        name=number.label_en if english else number.label,
        why=number.purpose_en if english else number.purpose,
        phone=number.phone,
        source=number.sources[0].title if number.sources else None,
        url=number.sources[0].url if number.sources else None,
        as_of="2026-11-21",
    )


def _card(id_: str, pointer: Pointer | None, situation: Situation, stage: Stage, knowledge: Knowledge, language: str) -> PartnerCard:
    partner = knowledge.partners[id_]
    local = local_contact(id_, situation, stage, knowledge.locals)
    contact = local.contact if local else partner.contact
    return PartnerCard(
        partner=id_,
        name=pick(local.name if local else partner.name, language),
        why=pick(pointer.why if pointer else partner.role, language),
        phone=contact.phone or partner.contact.phone,
        email=_dated(contact.email, contact, language),
        address=_dated(contact.address, contact, language),
        url=contact.url,
        source=contact.source or partner.contact.source,
        as_of=contact.as_of,
        bring=pick(pointer.bring, language) if pointer and pointer.bring else None,
    )


def _dated(text: str | None, contact: Contact, language: str) -> str | None:
    """A contact as the text writes it; one of low confidence says its year and that it must be confirmed."""
    if text is None or contact.confidence != Confidence.FAIBLE:
        return text
    return f"{text} ({(contact.as_of or '')[:4]}, {say('to-confirm', language)})"
