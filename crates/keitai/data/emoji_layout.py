#!/usr/bin/env python3
"""Lays out the emoji tables of this folder from the two wide source tables (see README.md).

    python3 emoji_layout.py WIDE.tsv CARRIER_MAP.tsv

writes emoji.tsv and carrier-map.tsv beside this script. Standard library only. Run it again only when
a source table is corrected; the results are checked in.
"""

import csv
import pathlib
import re
import sys

CARRIERS = ("docomo", "au", "softbank")
CODES = {
    "docomo": ("docomo_pua", "docomo_sjis"),
    "au": ("au_pua", "au_sjis", "au_pua_gateway", "au_mail_jis"),
    "softbank": ("softbank_pua", "softbank_sjis"),
}
# A stand-in text must never become markup on a handset.
FULL_WIDTH = str.maketrans({"<": "＜", ">": "＞", "&": "＆", '"': "＂", "'": "’", "\\": "＼"})
# The carriers' own map of 2007 joins these two free-dial signs; the wide table leaves them apart.
EXTRA = {("E6DF", "softbank"): "=E211", ("E211", "docomo"): "=E6DF"}

# Better than a carrier's name for the sign where all carriers have it and no stand-in was ever agreed.
PLAIN = {
    "2002": " ", "2003": " ", "2005": " ", "00A9": "(C)", "00AE": "(R)", "2122": "TM", "3030": "～",
    "2764": "[ハート]", "2753": "？", "2754": "？", "2755": "！", "2757": "！",
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def inner_text(row):
    """The Unicode of a sign; a carrier's logo that Unicode lacks gets a scalar of plane 16."""
    if row["unicode"]:
        return row["unicode"]
    own = row["docomo_pua"] or row["au_pua"]
    return f"10{own}" if own else f"{0x100000 + int(row['softbank_pua'], 16) - 0x4000:X}"


def plain(row, by_pua):
    """What a reader without any emoji sees."""
    if row["unicode"] in PLAIN:
        return PLAIN[row["unicode"]]
    if row["unicode"].endswith(" 20E3"):
        return f"[{chr(int(row['unicode'].split()[0], 16))}]"
    for carrier in CARRIERS:
        kind, _, text = row[f"{carrier}_fallback"].partition(":")
        if kind == "text" and text != "〓":
            return text.translate(FULL_WIDTH)
    name = next((row[f"{c}_name"] for c in ("docomo", "softbank", "au") if row[f"{c}_name"]), "")
    if not name:
        kind, _, value = row["au_fallback"].partition(":")
        return plain(by_pua["au", value], by_pua) if kind == "sign" else "〓"
    return "[{}]".format(re.sub("（.*）$", "", name)).translate(FULL_WIDTH)


def instead(row, carrier, by_pua):
    """What stands in on `carrier`: `=` and signs joined by `+`, or a text; empty where it has the sign."""
    if row[f"{carrier}_sjis"]:
        return ""
    own = next(row[f"{c}_pua"] for c in CARRIERS if row[f"{c}_pua"])
    if (own, carrier) in EXTRA:
        return EXTRA[own, carrier]
    kind, _, value = row[f"{carrier}_fallback"].partition(":")
    if kind == "sign":
        return "=" + value.replace(" ", "+")
    if kind == "text":
        return value.translate(FULL_WIDTH)
    # A sign the carrier kept to itself: borrow the stand-in that the other carriers use.
    for other in CARRIERS:
        kind, _, value = row[f"{other}_fallback"].partition(":")
        twin = by_pua.get((other, value))
        if kind == "sign" and twin and twin[f"{carrier}_sjis"]:
            return "=" + twin[f"{carrier}_pua"]
    return plain(row, by_pua)


def main(wide, carrier_map):
    here = pathlib.Path(__file__).parent
    signs = rows(wide)
    by_pua = {(c, r[f"{c}_pua"]): r for r in signs for c in CARRIERS if r[f"{c}_pua"]}
    with open(here / "emoji.tsv", "w", encoding="utf-8") as out:
        out.write("text\tdocomo\tau\tsoftbank\tdocomo_instead\tau_instead\tsoftbank_instead\tplain\n")
        for row in signs:
            codes = [":".join(row[k] for k in CODES[c] if row[k]) for c in CARRIERS]
            others = [instead(row, c, by_pua) for c in CARRIERS]
            out.write("\t".join([inner_text(row), *codes, *others, plain(row, by_pua)]) + "\n")
    with open(here / "carrier-map.tsv", "w", encoding="utf-8") as out:
        out.write("from\tsign\tto\tbecomes\n")
        for row in rows(carrier_map):
            becomes = "=" + row["to"].replace(" ", "+") if row["kind"] == "sign" else row["to"]
            out.write(f"{row['from_carrier']}\t{row['from_pua']}\t{row['to_carrier']}\t{becomes}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
