"""Lays out later-emoji.tsv: the emoji of later years, which no carrier drew, and their Japanese names.

    python3 later_names.py ANNOTATIONS.json DERIVED.json > later-emoji.tsv

The two files are `annotations/ja/annotations.json` of the npm package cldr-annotations-full and
`annotationsDerived/ja/annotations.json` of cldr-annotations-derived-full (Unicode licence). Which texts are emoji at
all is asked of the Python package `emoji` (BSD licence), which has it from Unicode's emoji-test.txt.
"""
import json
import sys

import emoji

SKIN = range(0x1F3FB, 0x1F400)
REGION = range(0x1F1E6, 0x1F200)


def bare(text):
    return "".join(c for c in text if ord(c) != 0xFE0F)


def names(path, key):
    table = json.load(open(path, encoding="utf-8"))[key]["annotations"]
    return {bare(text): entry["tts"][0] for text, entry in table.items() if "tts" in entry}


def in_shift_jis(text):
    try:
        text.encode("cp932")
        return True
    except UnicodeEncodeError:
        return False


def main():
    known = {line.split("\t")[0] for line in open("emoji.tsv", encoding="utf-8").read().splitlines()[1:]}
    named = names(sys.argv[1], "annotations") | names(sys.argv[2], "annotationsDerived")
    print("text\tname")
    for text in sorted({bare(text) for text in emoji.EMOJI_DATA}):
        parts = text.split("\u200d")
        hexes = " ".join(f"{ord(c):X}" for c in text)
        dressed = any(ord(c) in SKIN or ord(c) in REGION or ord(c) == 0x20E3 for c in text)
        if dressed or ord(text[0]) < 0x2000 or in_shift_jis(text):
            continue
        if hexes in known or any(f"{ord(part[0]):X}" in known for part in parts):
            continue
        name = named.get(text, "").removeprefix("旗: ").replace(": ", "・").replace(" ", "")
        if name and all(ord(c) > 0x7F or c.isalnum() for c in name):
            print(f"{hexes}\t{name}")


main()
