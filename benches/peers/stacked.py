"""Pages set one below the other: how many pairs are split into their two stories, and how many single
pages are wrongly split.

    cargo build --release -p deltascope-cli
    python3 benches/peers/stacked.py DIR                a folder as run.py takes it, with .txt
    python3 benches/peers/stacked.py DIR --half 1       of its pages, in order, every second one

A pair is split exactly where there are two stories and the body of each scores .9 against its key. Taken
are pages whose body does so alone: what is wrong with one page is not asked again. Two pages of a pair
are of different hosts. The same pairs come out each time.
"""

import argparse
import json
import pathlib
import random
import subprocess
import tempfile

import pages
import score

# What a body scores that is right, and how many characters its key has at least.
RIGHT = 0.9
SHORTEST = 100
ROOT = pathlib.Path(__file__).resolve().parents[2]


def cleaned(command, files):
    """The bodies of the stories of each file, in the order of the files."""
    run = subprocess.run([command, 'clean', *files], capture_output=True, check=True)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    bodies = {
        record['page']['path']: [''.join(article['paragraphs']) for article in record['articles']]
        for record in records
    }
    by_name = {pathlib.Path(path).name: found for path, found in bodies.items()}
    return [by_name[pathlib.Path(file).name] for file in files]


def is_right(found, keys):
    """As many stories as keys, each with its body."""
    right = [score.body(body, key) >= RIGHT for body, key in zip(found, keys)]
    return len(found) == len(keys) and all(right)


def pairs(chosen, count, seed):
    """Pairs of pages of different hosts, no pair twice."""
    draw = random.Random(seed)
    found = []
    for _ in range(count * 100):
        pair = draw.sample(chosen, 2)
        if pair[0][1].get('host') != pair[1][1].get('host') and pair not in found:
            found.append(pair)
        if len(found) == count:
            break
    return found


def main():
    """Reads the options, measures, and prints."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument('folder', type=pathlib.Path)
    options.add_argument('--half', type=int, choices=[0, 1])
    options.add_argument('--count', type=int, default=200)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--command', default=ROOT / 'target/release/deltascope')
    options = options.parse_args()
    all_pages = pages.read(options.folder, 'txt')
    if options.half is not None:
        all_pages = all_pages[options.half :: 2]
    found = cleaned(options.command, [page for page, _ in all_pages])
    print(f'single pages {len(all_pages)}, wrongly split {sum(len(one) > 1 for one in found)}')
    chosen = [
        page
        for page, one in zip(all_pages, found)
        if len(score.counted(''.join(page[1]['body']))) >= SHORTEST and is_right(one, [page[1]])
    ]
    drawn = pairs(chosen, options.count, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / f'{nth:04}.txt' for nth in range(len(drawn))]
        for file, pair in zip(files, drawn):
            file.write_text('\n'.join(page.read_text(encoding='utf-8') for page, _ in pair))
        right = [
            is_right(one, [key for _, key in pair])
            for one, pair in zip(cleaned(options.command, files), drawn)
        ]
    print(f'pairs of {len(chosen)} pages: {len(drawn)}, split exactly {sum(right)}')


if __name__ == '__main__':
    main()
