"""The words of dates, folded, French and English: numbers, months, weekdays, spans; each as a piece of a grammar."""

NUMBERS = {
    word: number
    for number, words in enumerate(
        [
            "zero",
            "un une one a an",
            "deux two",
            "trois three",
            "quatre four",
            "cinq five",
            "six",
            "sept seven",
            "huit eight",
            "neuf nine",
            "dix ten",
            "onze eleven",
            "douze twelve",
            "treize",
            "quatorze",
            "quinze quinzaine",
            "seize",
        ]
    )
    for word in words.split()
} | {"vingt": 20, "trente": 30, "quarante": 40, "dizaine": 10, "quelques": 3, "couple": 2}
NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january janvie",
            "fevrier fevr fev february feb fevrie",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul juill",
            "aout august aug out",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})"
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("lundi monday", "mardi tuesday", "mercredi wednesday", "jeudi thursday", "vendredi friday", "samedi saturday", "dimanche sunday")
    )
    for name in names.split()
}
WEEKDAY = rf"({'|'.join(WEEKDAYS)})"
DAYS = r"(jours?|days?|j)\b"
WEEKS = r"(semaines?|weeks?|sem)\b"
SPAN = rf"(?:{DAYS}|{WEEKS}|(mois|months?)\b|(ans?|annees?|years?)\b)"
YEAR = r"(20\d{2}|19\d{2})"
