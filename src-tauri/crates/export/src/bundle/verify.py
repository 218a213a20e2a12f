#!/usr/bin/env python3
"""Checks a case history exported from DPO Casebook.

    python3 verify.py                                  checks the folder this file lies in
    python3 verify.py FOLDER                           checks another folder
    python3 verify.py FOLDER --mark "9 4F7K A0ZX 91QT" also looks for the mark printed at the foot of a letter

It needs Python 3.8 or newer and nothing else. It opens no network connection and changes nothing. It ends with 0 if
everything is right, and with 1 if anything is wrong; it then names each file or entry that is wrong. README.txt says
what a result proves and what it does not. When it matters, run a copy of this file that did not come with the folder.
"""

import argparse
import base64
import hashlib
import json
import os
import re
import sys

TAG_MANIFEST = "tagmanifest-sha256.txt"
MANIFEST = "manifest-sha256.txt"
EVENTS = "data/events.jsonl"
PARTICULARS = "data/particulars.jsonl"
REQUIRED_TAG_FILES = ["README.txt", "bag-info.txt", "bagit.txt", MANIFEST, "verify.py"]
REQUIRED_DATA_FILES = [EVENTS, "data/history.csv", "data/history.pdf", PARTICULARS]
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

# The parts of an entry and their types. "ref" is the only one that may be absent.
PARTS = {"app": str, "at": str, "case": str, "case_prev": str, "case_seq": int, "casebook": str, "clock": str,
         "facts": dict, "kind": str, "on": str, "prev": str, "ref": int, "sealed": dict, "seq": int, "v": int,
         "who": str}
# Why a particular is not in the bundle.
REASONS = {"other_person": "withheld: it is about somebody else",
           "legal_advice": "withheld: legal advice",
           "internal": "withheld: internal advice",
           "identity": "withheld: proof of identity is in no export",
           "erased": "erased: it no longer exists"}
FIRST = "0" * 64           # what the first entry gives as the hash of the one before it
HEX = re.compile(r"[0-9a-f]{64}")
MARK = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"   # the 32 characters a mark on paper is made of


class Problems:
    """What was found wrong, printed at once."""

    def __init__(self):
        self.count = 0

    def add(self, place, reason):
        self.count += 1
        # A name out of a damaged file may hold anything; it is printed in plain characters.
        print("WRONG  %s: %s" % (place.encode("ascii", "backslashreplace").decode(), reason))


class Wrong(Exception):
    """One entry or one line is wrong."""


# --- Files: is every file there, is every file the one that was listed, is nothing else there? ---------------------

def files_in(folder, problems):
    """The paths of all files, with "/" between the parts. Links and empty folders have no place in a bundle."""
    found = set()
    for parent, folders, names in os.walk(folder):
        for name in folders + names:
            full = os.path.join(parent, name)
            path = os.path.relpath(full, folder).replace(os.sep, "/")
            if os.path.islink(full):
                problems.add(path, "it is a link, not a file")
            elif os.path.isdir(full):
                if not os.listdir(full):
                    problems.add(path, "it is an empty folder that does not belong here")
            else:
                found.add(path)
    return found


def read(folder, path, problems):
    """The bytes of one file; None if it cannot be read."""
    try:
        with open(os.path.join(folder, *path.split("/")), "rb") as file:
            return file.read()
    except OSError as error:
        problems.add(path, "it cannot be read (%s)" % error.strerror)
        return None


def check_manifest(folder, manifest, expected, found, problems):
    """Compares the files with a list: one line a file, its SHA-256, two spaces, its path, sorted by path."""
    content = read(folder, manifest, problems)
    if content is None:
        return
    listed, last = {}, ""
    for number, line in enumerate(content.split(b"\n")[:-1], start=1):
        match = re.fullmatch(rb"([0-9a-f]{64})  ([A-Za-z0-9._/-]+)", line)
        path = match.group(2).decode() if match else ""
        if not match or path <= last:
            problems.add(manifest, "line %d is not as it was written" % number)
            continue
        listed[path] = match.group(1).decode()
        last = path
    if not content.endswith(b"\n"):
        problems.add(manifest, "its last line is cut off")
    for path in sorted(set(expected) - set(listed)):
        problems.add(manifest, "it does not list %s" % path)
    for path in sorted(found - set(listed)):
        problems.add(path, "it is not listed in %s; it was added or renamed" % manifest)
    for path, sha256 in listed.items():
        if path not in found:
            problems.add(path, "it is listed in %s, but it is not there" % manifest)
            continue
        file = read(folder, path, problems)
        if file is not None and hashlib.sha256(file).hexdigest() != sha256:
            problems.add(path, "it is not the file that is listed in %s" % manifest)


# --- Entries: is each one written as it was hashed, and does each one hold on to the one before it? ----------------

def lines_of(folder, path, problems):
    content = read(folder, path, problems)
    if content and not content.endswith(b"\n"):
        problems.add(path, "its last line is cut off")
    return (content or b"").split(b"\n")[:-1]


def canonical(line):
    """Reads one line of JSON; refuses it unless writing it again gives the same bytes."""
    try:
        value = json.loads(line.decode("utf-8"))
        again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise Wrong("it cannot be read") from None
    if again != line or not isinstance(value, dict) or not is_plain(value):
        raise Wrong("it is not written in the canonical form")
    return value


def is_plain(value):
    """Text, whole numbers below 2^53, lists and maps of these: nothing two programs could write differently."""
    if isinstance(value, dict):
        return all(key.isascii() and is_plain(part) for key, part in value.items())
    if isinstance(value, list):
        return all(is_plain(part) for part in value)
    return isinstance(value, str) or (type(value) is int and 0 <= value < 2 ** 53)


def check_entry(line, number, before):
    """Checks one entry against the one before it, and returns it with its hash."""
    entry = canonical(line)
    wrong_parts = [part for part in set(PARTS) | set(entry)
                   if not (part == "ref" and part not in entry) and type(entry.get(part)) is not PARTS.get(part)]
    if wrong_parts:
        raise Wrong("its parts are not those of an entry (%s)" % ", ".join(sorted(wrong_parts)))
    if entry["case_seq"] != number:
        raise Wrong("it is number %d of the case; an entry was left out, added or moved" % entry["case_seq"])
    if entry["case_prev"] != (before["hash"] if before else FIRST):
        raise Wrong("it does not follow the entry before it; one of the two was changed")
    if before:
        if (entry["case"], entry["casebook"]) != (before["case"], before["casebook"]):
            raise Wrong("it belongs to another case")
        # Between two entries of a case lie entries of other cases, unless the numbers follow each other.
        if entry["seq"] <= before["seq"]:
            raise Wrong("its number in the casebook does not rise")
        if entry["seq"] == before["seq"] + 1 and entry["prev"] != before["hash"]:
            raise Wrong("it does not follow the entry before it in the casebook; one of the two was changed")
    # A zero byte before the entry keeps the hashes of entries apart from those of files.
    entry["hash"] = hashlib.sha256(b"\0" + line).hexdigest()
    return entry


def check_entries(folder, problems):
    entries = []
    for number, line in enumerate(lines_of(folder, EVENTS, problems), start=1):
        try:
            entries.append(check_entry(line, number, entries[-1] if entries else None))
        except Wrong as wrong:
            # What follows hangs on this entry, so there is no use in going on.
            problems.add("entry %d (%s, line %d)" % (number, EVENTS, number), wrong)
            return entries
    if not entries:
        problems.add(EVENTS, "it holds no entry")
    return entries


# --- Particulars: is each disclosed text the one that was recorded? ------------------------------------------------

def commitment(salt, value):
    """An entry does not contain names and texts, only this hash over a random salt and the content."""
    return hashlib.sha256(b"cb/field/v1\0" + salt + len(value).to_bytes(8, "big") + value).hexdigest()


def open_particular(line, by_seq):
    """Checks one line of particulars.jsonl; returns entry and name of the particular, and the reason if withheld."""
    particular = canonical(line)
    is_withheld = set(particular) == {"case_seq", "name", "seq", "withheld"}
    if not is_withheld and set(particular) != {"case_seq", "encoding", "name", "salt", "seq", "value"}:
        raise Wrong("it has other parts than a particular")
    name = particular["name"]
    if type(name) is not str or type(particular["seq"]) is not int:
        raise Wrong("it has other parts than a particular")
    entry = by_seq.get(particular["seq"])
    if entry is None or entry["case_seq"] != particular["case_seq"] or name not in entry["sealed"]:
        raise Wrong("no entry has this particular")
    if is_withheld:
        if particular["withheld"] not in REASONS:
            raise Wrong("it gives no known reason for withholding")
        return (entry["case_seq"], name), REASONS[particular["withheld"]]
    salt, value = particular["salt"], particular["value"]
    try:
        value = {"utf-8": str.encode, "base64": lambda text: base64.b64decode(text, validate=True)}[
            particular["encoding"]](value)
    except (KeyError, TypeError, ValueError):
        raise Wrong("its content cannot be read") from None
    if not isinstance(salt, str) or not HEX.fullmatch(salt):
        raise Wrong("its salt cannot be read")
    if commitment(bytes.fromhex(salt), value) != entry["sealed"][name]:
        raise Wrong("the particular \"%s\" is not the one recorded in entry %d" % (name, entry["case_seq"]))
    return (entry["case_seq"], name), None


def is_key_of_document(entry, name):
    """A document is in the bundle or it is not; the key that opens it elsewhere is no content."""
    return entry["kind"] == "document.kept" and name == "key"


def check_particulars(folder, entries, problems):
    """Returns how many are as recorded, and entry, name and reason of each one that is not in the bundle."""
    by_seq = {entry["seq"]: entry for entry in entries}
    given = {}
    for number, line in enumerate(lines_of(folder, PARTICULARS, problems), start=1):
        try:
            key, reason = open_particular(line, by_seq)
            if key in given:
                raise Wrong("the particular \"%s\" of entry %d is given twice" % (key[1], key[0]))
            given[key] = reason
        except Wrong as wrong:
            problems.add("%s, line %d" % (PARTICULARS, number), wrong)
    sealed = {(entry["case_seq"], name) for entry in entries for name in entry["sealed"]
              if not is_key_of_document(entry, name)}
    for number, name in sorted(sealed - set(given)):
        problems.add("entry %d (%s)" % (number, PARTICULARS),
                     "the particular \"%s\" is neither here nor listed as withheld" % name)
    withheld = sorted((number, name, reason) for (number, name), reason in given.items() if reason)
    return len(given) - len(withheld), withheld


# --- Letters: is each one the PDF whose hash was recorded when it was made final? ----------------------------------

def check_letters(folder, entries, found, problems):
    """Returns how many letters are as made final, and the numbers of those that are not in the bundle."""
    final = {entry["facts"]["number"]: entry for entry in entries
             if entry["kind"] == "letter.finalised" and type(entry["facts"].get("number")) is int}
    right = set()
    for path in sorted(path for path in found if path.startswith("data/letters/")):
        match = re.search(r"-([0-9]+)\.pdf$", path)
        number = int(match.group(1)) if match else None
        content = read(folder, path, problems)
        if number not in final:
            problems.add(path, "no entry says that this letter was made final")
        elif content is not None:
            if hashlib.sha256(content).hexdigest() != final[number]["facts"].get("pdf_sha256"):
                problems.add(path, "it is not the letter made final in entry %d" % final[number]["case_seq"])
            right.add(number)
    return len(right), sorted(number for number in final if number not in right)


# --- The end of the history, and marks on paper --------------------------------------------------------------------

def mark_of(entry):
    """The first 60 bits of an entry's hash, as they are printed at the foot of letters."""
    bits = int(entry["hash"][:16], 16) >> 4
    short = "".join(MARK[bits >> (55 - 5 * place) & 31] for place in range(12))
    return "%d  %s %s %s" % (entry["case_seq"], short[:4], short[4:8], short[8:])


def typed_mark(text):
    """A mark as somebody typed it from paper: only letters and digits count; O is 0, I and L are 1."""
    text = re.sub(r"[^0-9A-Z]", " ", text.upper())
    number, _, short = text.strip().partition(" ")
    return number, short.replace(" ", "").translate(str.maketrans("OIL", "011"))


def bag_labels(folder, problems):
    """What bag-info.txt says, by label."""
    content = (read(folder, "bag-info.txt", problems) or b"").decode("utf-8", "replace")
    return dict(line.split(": ", 1) for line in content.split("\n") if ": " in line)


def check(folder, mark, problems):
    found = files_in(folder, problems)
    data_files = {path for path in found if path.startswith("data/")}
    if "bagit.txt" in found and read(folder, "bagit.txt", problems) != BAGIT:
        problems.add("bagit.txt", "it does not say what it has to say")
    check_manifest(folder, TAG_MANIFEST, REQUIRED_TAG_FILES, found - data_files - {TAG_MANIFEST}, problems)
    check_manifest(folder, MANIFEST, REQUIRED_DATA_FILES, data_files, problems)

    entries = check_entries(folder, problems)
    labels = bag_labels(folder, problems)
    head = "%d %s" % (entries[-1]["case_seq"], entries[-1]["hash"]) if entries else ""
    if labels.get("Case-Head") != head:
        problems.add("bag-info.txt", "the history does not end with the entry that is named there")
    # A broken chain has been named; what hangs on the entries can only be checked if all of them are there.
    disclosed, withheld = check_particulars(folder, entries, problems) if not problems.count else (0, [])
    letters, absent = check_letters(folder, entries, found, problems) if entries else (0, [])
    if mark is not None and typed_mark(mark) not in [typed_mark(mark_of(entry)) for entry in entries]:
        problems.add("the mark", "no entry of this history bears it")
    if problems.count:
        return

    print("Case:         %s" % labels.get("External-Identifier", ""))
    print("Made for:     %s" % {"full": "a court or the company's lawyer (full)",
                                "subject": "the person concerned (subject)"}.get(labels.get("Audience"), "?"))
    print("Files:        %d, each as listed, and no other" % len(found))
    print("Entries:      %d, unbroken from the first to the last" % len(entries))
    print("Particulars:  %d as recorded, %d not in this bundle" % (disclosed, len(withheld)))
    for number, name, reason in withheld:
        print("              not in this bundle: \"%s\" of entry %d (%s)" % (name, number, reason))
    print("Letters:      %d as made final, %d not in this bundle" % (letters, len(absent)))
    for number in absent:
        print("              not in this bundle: letter %s" % number)
    jumps = sum(entry["clock"] != "ok" for entry in entries)
    if jumps:
        print("Clock:        %d entries were recorded after the computer's clock had been moved" % jumps)
    print("Last entry:   %s" % mark_of(entries[-1]))
    if mark is not None:
        print("Mark:         found; the history up to that entry is the one the letter was made from")
    with open(os.path.join(folder, MANIFEST), "rb") as file:
        print("SHA-256 of %s:\n              %s" % (MANIFEST, hashlib.sha256(file.read()).hexdigest()))
    print("RIGHT  This bundle is as it was made. What that proves, and what not, is in README.txt.")


def main():
    sys.stdout.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(description="Checks a case history exported from DPO Casebook.")
    parser.add_argument("folder", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--mark", help="number and twelve characters printed at the foot of a letter")
    arguments = parser.parse_args()
    problems = Problems()
    check(arguments.folder, arguments.mark, problems)
    if problems.count:
        print("This bundle is NOT as it was made: %d things are wrong." % problems.count)
    return 1 if problems.count else 0


if __name__ == "__main__":
    sys.exit(main())
