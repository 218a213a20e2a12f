"""Opens a key file with its recovery key, from the description of the format alone.

Reads the key file from standard input and takes the recovery key as its argument; prints the key as SQLCipher's
PRAGMA takes it, or exits with 1. Slow, not hardened, and for one purpose: to show that the file means what we say.
"""

import hashlib
import hmac
import json
import struct
import sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def hkdf(secret, salt, purpose):
    """RFC 5869 with SHA-256 and 32 bytes of output."""
    extracted = hmac.new(salt or bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(extracted, purpose + b"\x01", hashlib.sha256).digest()


def rounds(state):
    """The twenty rounds of ChaCha20, without the final addition."""
    state = list(state)

    def quarter(a, b, c, d):
        for x, y, z, left in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            state[x] = (state[x] + state[y]) & 0xFFFFFFFF
            mixed = state[z] ^ state[x]
            state[z] = (mixed << left | mixed >> (32 - left)) & 0xFFFFFFFF

    for _ in range(10):
        for i in range(4):
            quarter(i, i + 4, i + 8, i + 12)
        for i in range(4):
            quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
    return state


def chacha_words(key, last_four):
    return [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574, *struct.unpack("<8L", key), *last_four]


def open_xchacha20_poly1305(key, nonce, label, sealed):
    """draft-irtf-cfrg-xchacha; None if the tag is another."""
    mixed = rounds(chacha_words(key, struct.unpack("<4L", nonce[:16])))
    inner_key = struct.pack("<8L", *mixed[:4], *mixed[12:])

    def block(counter):
        start = chacha_words(inner_key, (counter, 0, *struct.unpack("<2L", nonce[16:])))
        return struct.pack("<16L", *((a + b) & 0xFFFFFFFF for a, b in zip(start, rounds(start))))

    text, tag = sealed[:-16], sealed[-16:]
    pad = lambda part: part + bytes(-len(part) % 16)
    message = pad(label) + pad(text) + struct.pack("<QQ", len(label), len(text))
    once = block(0)
    r = int.from_bytes(once[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for i in range(0, len(message), 16):
        total = (total + int.from_bytes(message[i : i + 16] + b"\x01", "little")) * r % (2**130 - 5)
    total = (total + int.from_bytes(once[16:32], "little")) % 2**128
    if total.to_bytes(16, "little") != tag:
        return None
    stream = b"".join(block(1 + i) for i in range(len(text) // 64 + 1))
    return bytes(a ^ b for a, b in zip(text, stream))


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def main():
    file = json.loads(sys.stdin.buffer.read())
    number = 0
    for character in sys.argv[1].replace(" ", ""):
        number = number * 32 + ALPHABET.index(character)
    if (number % 1024 + (number >> 10) * 1024) % 1021 != 0:
        sys.exit(1)
    recovery_key = (number >> 10).to_bytes(20, "big")

    slot = file["slots"]["recovery"]
    label = {"casebook": file["casebook"], "format": file["format"]}
    label.update((part, slot[part]) for part in ("cost", "kdf", "salt"))
    wrap = hkdf(recovery_key, bytes.fromhex(slot["salt"]), b"cb/recovery/v1")
    nonce, sealed = bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["sealed"])
    master = open_xchacha20_poly1305(wrap, nonce, canonical(label), sealed)
    if master is None:
        sys.exit(1)

    rest = {part: file[part] for part in ("casebook", "format", "slots")}
    nonce, sealed = (bytes.fromhex(file["database"][part]) for part in ("nonce", "sealed"))
    database = open_xchacha20_poly1305(hkdf(master, b"", b"cb/dbwrap/v1"), nonce, canonical(rest), sealed)
    if database is None:
        sys.exit(1)
    print(f"x'{database.hex()}'")


main()
