"""A folder of pages with keys, in either of two forms, its sub-folders included:

- `X.html`, `X.txt`, `X.key.json` with `title`, `host`, `crawled` (YYYYMMDD) and `body` (paragraphs),
  and where known `byline` (a list) and `published` (YYYY-MM-DD)
- `X.html` or `X.txt` with `X.toml`, as in `tests/pages`; of several stories on a page the bodies are
  joined in their order, and title and day are the first's
"""

import json
import tomllib


def read(folder, form):
    """Pages with keys, by name."""
    chosen = []
    for page in sorted(folder.rglob(f'*.{form}')):
        key = page.with_suffix('.key.json')
        if key.exists():
            chosen.append((page, json.loads(key.read_text(encoding='utf-8'))))
        elif (key := page.with_suffix('.toml')).exists():
            chosen.append((page, of_stories(tomllib.loads(key.read_text(encoding='utf-8')))))
    return chosen


def of_stories(key):
    """A key of `tests/pages` in the shape of the others."""
    stories = key.get('story', [])
    first = stories[0] if stories else {}
    return {
        'title': first.get('title'),
        'host': key.get('host'),
        'byline': first.get('byline', []),
        'published': first.get('published'),
        'body': [part for story in stories for part in story['paragraphs']],
    }
