"""`python -m portal.operators NOM`: the line that lets an operator in."""

import getpass
import re
import sys

from portal.operators.passwords import SHORTEST, hashed


def main() -> None:
    """Ask for a password, print its hash."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if not re.fullmatch(r"[\w.-]{2,40}", name):
        sys.exit("Donnez un nom : python -m portal.operators NOM (lettres, chiffres, points, tirets).")
    password = getpass.getpass("Mot de passe : ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if len(password) < SHORTEST:
        sys.exit(f"Ce mot de passe est trop court : {SHORTEST} caractères au moins.")
    print(f"OPERATORS={hashed(name, password)}")


if __name__ == "__main__":
    main()
