"""Passwords as scrypt hashes: `name:salt:hash`, both in hexadecimal; never the password itself."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping

COST, BLOCK, PARALLEL, MEMORY = 1 << 15, 8, 1, 64 << 20
SHORTEST = 12
_NOBODY = (b"\0" * 16, b"\0" * 32)


def hashed(name: str, password: str) -> str:
    """The line to put in OPERATORS."""
    salt = secrets.token_bytes(16)
    return f"{name}:{salt.hex()}:{_scrypt(password, salt).hex()}"


def read_operators(lines: str) -> Mapping[str, tuple[bytes, bytes]]:
    """The operators of the setting, separated by spaces or commas."""
    parts = [line.split(":") for line in lines.replace(",", " ").split()]
    return {name: (bytes.fromhex(salt), bytes.fromhex(digest)) for name, salt, digest in parts}


def is_right(operators: Mapping[str, tuple[bytes, bytes]], name: str, password: str) -> bool:
    """Whether it is that operator's password; an unknown name takes as long."""
    salt, digest = operators.get(name, _NOBODY)
    same = hmac.compare_digest(_scrypt(password, salt), digest)
    return same and name in operators


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=PARALLEL, maxmem=MEMORY, dklen=32)
