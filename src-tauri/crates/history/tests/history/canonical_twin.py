"""Writes entries in canonical form without knowing how this program does it.

Reads one JSON object a line; prints for each its hash and then its canonical bytes, a line each.
"""

import hashlib
import json
import sys

for line in sys.stdin.buffer:
    entry = json.loads(line)
    written = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    sys.stdout.buffer.write(hashlib.sha256(b"\0" + written).hexdigest().encode() + b"\n" + written + b"\n")
