"""How right a cleaner is about a page: standard library only, and no file is opened here.

The body's measure is F1 over the longest common subsequence of characters (NFKC, white space
dropped), after the key's title and byline are taken out of both sides: whether a tool repeats them
in its text is no matter of the body.
"""

import datetime
import re
import statistics
import unicodedata

# A shorter title or name may stand in the body as a word of it.
SHORTEST_TAKEN_OUT = 6


def counted(text):
    """The characters of a text that count."""
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', text or ''))


def common(one, other):
    """Length of the longest common subsequence, a row of bits at a time (Hyyrö 2004)."""
    if len(one) > len(other):
        one, other = other, one
    places = {}
    for at, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << at
    whole = (1 << len(one)) - 1
    row = whole
    for character in other:
        matches = row & places.get(character, 0)
        row = (row + matches | row - matches) & whole
    return len(one) - row.bit_count()


def f1(found, right):
    """From 0 to 1; 1 where both are empty."""
    if not found and not right:
        return 1.0
    return 2 * common(found, right) / (len(found) + len(right))


def body(found, key):
    """F1 of a found body against a key's."""
    found, right = counted(found), counted(''.join(key['body']))
    for part in [key.get('title'), *(key.get('byline') or [])]:
        part = counted(part)
        if len(part) >= SHORTEST_TAKEN_OUT:
            found, right = found.replace(part, ''), right.replace(part, '')
    return f1(found, right)


def title(found, key):
    """Whether one of the found titles is the key's; None where the key has none."""
    if not key.get('title'):
        return None
    return counted(key['title']) in [counted(title) for title in found]


def day(text):
    """The first ten characters as a day: `2011-12-09T18:51` → 9 December; None for a month."""
    try:
        return datetime.date.fromisoformat((text or '')[:10])
    except ValueError:
        return None


def date(found, key):
    """Whether the first found date is right: True, False, or None where nothing tells.

    Right is the key's own day where it has one; else a day from four before the crawl to one after.
    """
    first = day(found[0]) if found else None
    if key.get('published'):
        return first is not None and first == day(key['published'])
    if not key.get('crawled'):
        return None
    crawled = datetime.datetime.strptime(key['crawled'], '%Y%m%d').date()
    return first is not None and -4 <= (first - crawled).days <= 1


def summary(pages):
    """The quality of a tool over pages: pairs of what was found and the key."""
    bodies = [body(found.get('body'), key) for found, key in pages]
    titles = [title(found.get('titles') or [], key) for found, key in pages]
    titles = [right for right in titles if right is not None]
    dates = [
        (bool(found.get('dates')), date(found.get('dates') or [], key))
        for found, key in pages
        if date([], key) is not None
    ]
    return {
        'pages': len(pages),
        'f1_mean': statistics.fmean(bodies),
        'f1_median': statistics.median(bodies),
        'titles': len(titles),
        'titles_exact': sum(titles),
        'datable': len(dates),
        'dates_found': sum(found for found, _ in dates),
        'dates_right': sum(right for _, right in dates),
        'lost': sum(bool(found.get('error')) for found, _ in pages),
    }
