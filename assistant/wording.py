"""Every sentence said without a model, and how a date, a duration or an amount is written."""

from datetime import date

from assistant.patterns import data
from knowledge.procedure.deadlines import Both

MONTHS = {
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
}
WEEKDAYS = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
UNITS = {
    "fr": {"jours": ("jour", "jours"), "semaines": ("semaine", "semaines"), "mois": ("mois", "mois"), "ans": ("an", "ans")},
    "en": {"jours": ("day", "days"), "semaines": ("week", "weeks"), "mois": ("month", "months"), "ans": ("year", "years")},
}


def say(sentence: str, language: str, /, **values: object) -> str:
    """The sentence of that name in *language*, filled."""
    return str(data("sentences")[sentence][language]).format(**values)


def has(sentence: str) -> bool:
    """Whether there is a sentence of that name."""
    return sentence in data("sentences")


def pick(text: Both, language: str) -> str:
    """The text in *language*."""
    return text.en if language == "en" else text.fr


def written_date(day: date, language: str) -> str:
    """« lundi 1er mars 2027 », "Monday 1 March 2027"."""
    number = "1er" if day.day == 1 and language == "fr" else str(day.day)
    return f"{WEEKDAYS[language][day.weekday()]} {number} {MONTHS[language][day.month - 1]} {day.year}"


def written_duration(number: int, unit: str, language: str) -> str:
    """« 6 semaines », "6 weeks"."""
    one, many = UNITS[language][unit]
    return f"{number} {one if number == 1 else many}"


def written_amount(amount: float, language: str) -> str:
    """« 1 250,50 € », "€1 250.50", with spaces that do not break; whole sums without cents."""
    plain = (f"{amount:,.2f}" if amount % 1 else f"{amount:,.0f}").replace(",", "\u00a0")
    return f"€{plain}" if language == "en" else f"{plain.replace('.', ',')}\u00a0€"


def written_count(value: float, language: str) -> str:
    """« 2,5 », "2.5", « 3 »."""
    plain = f"{value:g}"
    return plain if language == "en" else plain.replace(".", ",")
