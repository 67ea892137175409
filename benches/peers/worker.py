"""One Python cleaner over pages in memory, in a process of its own: `worker.py TOOL FORM SECONDS`.

1. paths come on standard input, a line each, until an empty line
2. each page is cleaned once, and what was found goes out as a JSON line; then `{"ready": true}`
3. for each further line `pass`, all pages are cleaned again, in whole passes, for so many seconds of
   CPU, and the time of one pass goes out

Imports, reading files and writing JSON are outside the measured time. Whoever called this ends it
where a page takes too long.
"""

import contextlib
import json
import logging
import os
import sys
import time
from pathlib import Path

from tools import TOOLS, wrapped

try:
    import resource
except ImportError:  # Windows has none.
    resource = None


def page(path, form):
    data = Path(path).read_bytes()
    try:
        text = data.decode('utf-8-sig')
    except UnicodeDecodeError:
        if form == 'txt':
            return wrapped(data.decode('gb18030', 'replace'))
        # The tool works the encoding out by itself.
        return data
    return wrapped(text) if form == 'txt' else text


def peak():
    """Most memory that this process held, in bytes."""
    if resource is None:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == 'darwin' else most << 10


def main():
    name, form, seconds = sys.argv[1:]
    # What a package prints must not get between our lines.
    out = os.fdopen(os.dup(1), 'w', encoding='utf-8')
    sys.stdout = sys.stderr
    logging.disable(logging.CRITICAL)

    def say(line):
        print(json.dumps(line, ensure_ascii=False), file=out, flush=True)

    lines = (line.rstrip('\n') for line in sys.stdin)
    paths = list(iter(lambda: next(lines), ''))
    pages = [page(path, form) for path in paths]
    setup, package = TOOLS[name]
    try:
        clean = setup()
    except ImportError as error:
        say({'missing': f'{error}'})
        return
    for path, html in zip(paths, pages):
        try:
            answer = clean(html)
        except Exception as error:  # Whatever a peer throws is its answer.
            answer = {'error': f'{type(error).__name__}: {error}'[:200]}
        say({'path': path, **answer})
    say({'ready': True})
    for _ in lines:
        wall, cpu, passes = time.perf_counter(), time.process_time(), 0
        while passes == 0 or time.process_time() - cpu < float(seconds):
            for html in pages:
                with contextlib.suppress(Exception):
                    clean(html)
            passes += 1
        say({
            'wall': (time.perf_counter() - wall) / passes,
            'cpu': (time.process_time() - cpu) / passes,
            'peak': peak(),
        })


if __name__ == '__main__':
    main()
