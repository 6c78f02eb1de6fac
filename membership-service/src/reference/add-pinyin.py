#!/usr/bin/env python3
"""Writes the pinyin of every district and community into sanya-divisions.json.

Run after the divisions change: python3 -m pip install pypinyin==0.55.0 && python3 add-pinyin.py
Syllables stand apart by spaces and without tones; the readings of one character by a slash. The
committee (居委会, 委会) is left out: nobody looks for it.
"""

import json
import pathlib
import re

from pypinyin import lazy_pinyin

FILE = pathlib.Path(__file__).parent.parent / "main/resources/reference/sanya-divisions.json"

# As places are called, where the dictionary takes another reading first; and both where people differ.
READINGS = {"朝": "chao/zhao", "长": "chang/zhang", "槟": "bing/bin", "仔": "zai/zi"}


def pinyin(name):
    spoken = re.sub("居委会$|委会$", "", name)
    syllables = lazy_pinyin(spoken)
    if len(syllables) != len(spoken) or not all(s.isascii() and s.isalpha() for s in syllables):
        raise SystemExit("No pinyin for " + name)
    return " ".join(READINGS.get(character, s) for character, s in zip(spoken, syllables))


divisions = json.loads(FILE.read_text(encoding="utf-8"))
for place in divisions["districts"] + divisions["communities"]:
    place["pinyin"] = pinyin(place["name"])
FILE.write_text(json.dumps(divisions, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
