"""Characters of articles a second that JioNLP (PyPI: jionlp) reads times of, on the pages of `benches/extract.rs`.

    deltascope clean corpus/pages/*.txt | python3 benches/extract_peer.py

It is the peer of that benchmark's line “times”, which also reads spans and vague words. Measured in one
round, as it takes long.
"""

import json
import logging
import sys
import time

import jionlp

logging.disable()  # it tells of each expression that it cannot read

paragraphs = [
    paragraph
    for line in sys.stdin
    for article in json.loads(line)["articles"]
    for paragraph in article["paragraphs"]
]
jionlp.ner.extract_time("2024年3月5日开工。", time_base={"year": 2024})  # loads its tables
start = time.perf_counter()
found = sum(len(jionlp.ner.extract_time(text, time_base={"year": 2024})) for text in paragraphs)
taken = time.perf_counter() - start
characters = sum(map(len, paragraphs))
print(f"{characters} characters, {found} times; millions a second: {characters / taken / 1e6:.4f}")
