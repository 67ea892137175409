"""Deltascope beside its peers on a folder of pages with keys: quality, and speed in the same run.

    python3 benches/peers/run.py [PAGES] [--form html|txt] [--tools 'A;B'] [--limit N]

1. pages and their keys are read (`pages.py`)
2. what is missing is made: a virtual environment with the pinned peers in the user's cache folder,
   the command, and the Rust runner
3. each tool cleans each page once, in a process of its own (`worker.py`, `rust/`); `score.py` tells
   how well
4. in rounds, each tool in turn cleans all pages again on the same core, and the times are taken
5. a table goes to standard output, and with `--json FILE` all figures to a file

It needs Python 3.11 and cargo, and nothing else that is installed. What cannot be had is told, and
the others go on.
"""

import argparse
import datetime
import hashlib
import json
import os
import platform
import queue
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pages
import score
from tools import TOOLS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# The tool that the others are compared with: the library, called page by page as they are.
OURS = 'deltascope'
COMMAND = 'deltascope, the command'
RUST = [OURS, 'dom_smoothie']
# Behind a tool's name: it is given each page as HTML, whatever the others read.
AS_HTML = ", the page's HTML"
BESIDE = f'trafilatura{AS_HTML}'
ALL = [OURS, COMMAND, 'dom_smoothie', *TOOLS, BESIDE]


def say(line):
    print(line, file=sys.stderr, flush=True)


class Missing(Exception):
    """A tool cannot be had, and why."""


class Late(Exception):
    """A tool gave no answer in time, or died."""


def cache():
    if sys.platform == 'win32':
        base = Path(os.environ.get('LOCALAPPDATA', Path.home()))
    elif sys.platform == 'darwin':
        base = Path.home() / 'Library/Caches'
    else:
        base = Path(os.environ.get('XDG_CACHE_HOME') or Path.home() / '.cache')
    return base / 'deltascope' / 'peers'


def environment():
    """The Python of a virtual environment that holds what requirements.txt names."""
    wanted = (HERE / 'requirements.txt').read_bytes()
    mark = hashlib.sha256(wanted + sys.version.encode()).hexdigest()[:12]
    folder = cache() / mark
    python = folder / ('Scripts/python.exe' if os.name == 'nt' else 'bin/python')
    done = folder / 'done'
    if not done.exists():
        say(f'installing the Python peers into {folder}')
        install = [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
        try:
            subprocess.run([sys.executable, '-m', 'venv', '--clear', folder], check=True)
            # Older ones stop at two spellings of one extra.
            subprocess.run([*install, '--upgrade', 'pip'], check=True)
            subprocess.run([*install, '-r', HERE / 'requirements.txt'], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Missing(f'the Python peers do not install: {error}') from error
        done.touch()
    return python


def built(*args):
    """The program that cargo builds."""
    command = ['cargo', 'build', '--release', '--message-format=json-render-diagnostics', *args]
    try:
        out = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Missing(f'it does not build: {error}') from error
    programs = [json.loads(line).get('executable') for line in out.splitlines()]
    return next(program for program in programs if program)


class Worker:
    """A tool in a process that keeps the pages in memory (`worker.py`, `rust/`)."""

    def __init__(self, program, name, args):
        self.program, self.name, self.args = program, name.removesuffix(AS_HTML), args
        self.form = 'html' if name.endswith(AS_HTML) else args.form
        self.process = None

    def given(self, path):
        """The file of a page that this tool reads."""
        return str(Path(path).with_suffix(f'.{self.form}'))

    def start(self, paths):
        self.close()
        self.process = subprocess.Popen(
            [*self.program, self.name, self.form, str(self.args.seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding='utf-8',
        )
        self.lines = queue.Queue()
        threading.Thread(target=self.listen, args=(self.process, self.lines), daemon=True).start()
        self.process.stdin.write(''.join(f'{self.given(path)}\n' for path in paths) + '\n')
        self.process.stdin.flush()

    @staticmethod
    def listen(process, lines):
        for line in process.stdout:
            lines.put(json.loads(line))
        lines.put(None)

    def answer(self, seconds):
        try:
            line = self.lines.get(timeout=seconds)
        except queue.Empty:
            raise Late(f'no answer in {seconds} seconds') from None
        if line is None:
            raise Late('the process ended')
        if 'missing' in line:
            raise Missing(line['missing'])
        return line

    def found(self, paths):
        """What was found on each page. After a page without an answer it starts again without it."""
        absent = [path for path in map(self.given, paths) if not os.path.exists(path)]
        if absent:
            raise Missing(f'{absent[0]} is not there, nor are {len(absent) - 1} others')
        names, lost = {self.given(path): path for path in paths}, {}
        while True:
            left = [path for path in paths if path not in lost]
            found = dict(lost)
            self.start(left)
            # Setting up counts for the first page: some load dictionaries.
            patience = self.args.timeout + 60
            try:
                while 'ready' not in (line := self.answer(patience)):
                    found[names[line.pop('path')]] = line
                    patience = self.args.timeout
                return found
            except Late as error:
                late = next((path for path in left if path not in found), None)
                if late is None:
                    raise Missing(f'it stopped after the last page: {error}') from error
                lost[late] = {'error': f'{error}'}

    def timed(self):
        """The seconds of one pass over all pages."""
        self.process.stdin.write('pass\n')
        self.process.stdin.flush()
        return self.answer(3600)

    def close(self):
        if self.process:
            self.process.kill()
            self.process.wait()


class Command:
    """The command as a user runs it: starting, reading files and writing JSON lines count too."""

    def __init__(self, program, args):
        self.program, self.args = program, args

    @staticmethod
    def given(path):
        return path

    def run(self, out):
        begun = time.perf_counter()
        # A command line has room for some thousands of paths only; a folder would hold keys too.
        process = subprocess.Popen([self.program, 'clean', *self.paths], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise Missing(f'the command failed with {process.returncode}')
        peak = usage.ru_maxrss if sys.platform == 'darwin' else usage.ru_maxrss << 10
        cpu = usage.ru_utime + usage.ru_stime
        return {'wall': time.perf_counter() - begun, 'cpu': cpu, 'peak': peak}

    def found(self, paths):
        if not hasattr(os, 'wait4'):
            raise Missing('its times cannot be taken on this system')
        self.paths = paths
        names = {os.path.basename(path): path for path in paths}
        found = {}
        with tempfile.TemporaryFile() as out:
            self.run(out)
            out.seek(0)
            for line in map(json.loads, out):
                articles = line['articles']
                found[names[line['page']['path']]] = {
                    'error': line['error'],
                    'body': '\n'.join(part for one in articles for part in one['paragraphs']),
                    'titles': [one['title']['text'] for one in articles if one['title']],
                    'dates': [one['published']['edtf'] for one in articles if one['published']],
                }
        return found

    def timed(self):
        passes = []
        while sum(one['cpu'] for one in passes) < self.args.seconds:
            passes.append(self.run(subprocess.DEVNULL))
        mean = {key: statistics.fmean(one[key] for one in passes) for key in ('wall', 'cpu')}
        return {**mean, 'peak': max(one['peak'] for one in passes)}

    def close(self):
        pass


def runners(wanted, args):
    """The tools that can be had, by name."""
    ready, programs = {}, {}

    def program(kind, make):
        if kind not in programs:
            try:
                programs[kind] = make()
            except Missing as error:
                programs[kind] = error
        if isinstance(programs[kind], Missing):
            raise programs[kind]
        return programs[kind]

    manifest = str(HERE / 'rust/Cargo.toml')
    target = os.environ.get('CARGO_TARGET_DIR', ROOT / 'target')
    for name in wanted:
        try:
            if name == COMMAND:
                ours = lambda: built('--locked', '-p', 'deltascope-cli')  # noqa: E731
                ready[name] = Command(args.bin or program('command', ours), args)
            elif name in RUST:
                rust = lambda: built('--manifest-path', manifest, '--target-dir', f'{target}/peers')  # noqa: E731
                ready[name] = Worker([program('rust', rust)], name, args)
            else:
                ready[name] = Worker([program('python', environment), HERE / 'worker.py'], name, args)
        except Missing as error:
            say(f'without {name}: {error}')
    return ready


def pinned():
    """Keeps this process, and all that it starts, on one core: its number, or None."""
    if not hasattr(os, 'sched_setaffinity'):
        say('this system pins no process to a core; the times are of whatever cores it gives')
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def measure(tools, chosen, args):
    """The figures of each tool."""
    keys = {str(page): key for page, key in chosen}
    sizes, rows = {}, {}
    for name, tool in list(tools.items()):
        try:
            found = tool.found(list(keys))
        except Missing as error:
            say(f'without {name}: {error}')
            tool.close()
            del tools[name]
            continue
        sizes[name] = sum(os.path.getsize(tool.given(path)) for path in keys)
        rows[name] = score.summary([(found.get(path, {}), key) for path, key in keys.items()])
        for path, page in found.items():
            if page.get('error') and args.told:
                say(f'{name}: {os.path.basename(path)}: {page["error"]}')
        say(f'{name}: body {rows[name]["f1_mean"]:.4f}')
    passes = {name: [] for name in tools}
    for nth in range(args.rounds):
        for name, tool in list(tools.items()):
            try:
                passes[name].append(tool.timed())
            except (Late, Missing) as error:
                say(f'{name}: no time in round {nth + 1}: {error}')
                del tools[name]
        say(f'round {nth + 1} of {args.rounds}')
    for name, taken in passes.items():
        if not taken:
            continue
        count = rows[name]['pages'] - rows[name]['lost']
        for clock in ('wall', 'cpu'):
            times = [one[clock] for one in taken]
            for kind, seconds in [('best', min(times)), ('median', statistics.median(times))]:
                rows[name][f'{clock}_{kind}'] = {
                    'seconds': seconds,
                    'pages_per_second': count / seconds,
                    'megabytes_per_second': sizes[name] / 1e6 / seconds,
                }
        rows[name]['peak_bytes'] = max((one['peak'] or 0) for one in taken)
    best = rows.get(OURS, {}).get('cpu_best')
    for row in rows.values():
        if best and 'cpu_best' in row:
            row['deltascope_is_faster'] = (
                best['pages_per_second'] / row['cpu_best']['pages_per_second']
            )
    return rows


def table(rows):
    """The figures as Markdown."""
    head = [
        'tool', 'body F1, mean', 'median', 'titles', 'dates found', 'right', 'lost pages',
        'pages/s, wall, median', 'pages/s, CPU, best', 'MB/s, CPU, best', 'deltascope is faster', 'peak',
    ]
    lines = [f'| {" | ".join(head)} |', f'|{" --- |" * len(head)}']
    for name, row in rows.items():
        cells = [
            name, f'{row["f1_mean"]:.3f}', f'{row["f1_median"]:.3f}',
            f'{row["titles_exact"]} of {row["titles"]}',
            f'{row["dates_found"]} of {row["datable"]}', f'{row["dates_right"]}', f'{row["lost"]}',
        ]
        if 'cpu_best' in row:
            ratio = row.get('deltascope_is_faster')
            cells += [
                f'{row["wall_median"]["pages_per_second"]:.0f}',
                f'{row["cpu_best"]["pages_per_second"]:.0f}',
                f'{row["cpu_best"]["megabytes_per_second"]:.2f}',
                f'{ratio:.1f} times' if ratio else '',
                f'{row["peak_bytes"] / 1e6:.0f} MB',
            ]
        else:
            cells += [''] * 5
        lines.append(f'| {" | ".join(cells)} |')
    return '\n'.join(lines)


def versions():
    """What the peers say they are."""
    lock = (HERE / 'rust/Cargo.lock').read_text().split('name = "dom_smoothie"\nversion = "')[1]
    pins = (HERE / 'requirements.txt').read_text().splitlines()
    return [line for line in pins if '==' in line] + [f'dom_smoothie=={lock.split(chr(34))[0]}']


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        'pages', nargs='?', type=Path, default=ROOT / 'tests/pages',
        help='folder of pages with keys; without it the pages of this project (tests/pages)',
    )
    parser.add_argument('--form', choices=['html', 'txt'], default='html')
    parser.add_argument('--tools', help=f'some of, with semicolons: {"; ".join(ALL)}')
    parser.add_argument('--limit', type=int, help='so many pages, the first by name')
    parser.add_argument('--rounds', type=int, default=5, help='times each is timed; 0 for quality alone')
    parser.add_argument('--seconds', type=float, default=1, help='CPU of a time, at least')
    parser.add_argument('--timeout', type=float, default=30, help='seconds that a page may take')
    parser.add_argument('--bin', help='a built deltascope; without it, it is built')
    parser.add_argument('--json', type=Path, help='file for all figures')
    args = parser.parse_args()
    # Pages of tests/pages/held are nobody's to look at one by one.
    args.told = args.pages != ROOT / 'tests/pages'
    wanted = [name.strip() for name in args.tools.split(';')] if args.tools else ALL
    if args.form == 'html':
        # It would be measured twice.
        wanted = [name for name in wanted if name != BESIDE]
    for name in wanted:
        if name not in ALL:
            parser.error(f'no tool is called “{name}”; there are: {"; ".join(ALL)}')
    return args, wanted


def main():
    if sys.version_info < (3, 11):
        sys.exit(f'Python 3.11 or later is needed; this is {platform.python_version()}')
    args, wanted = arguments()
    chosen = pages.read(args.pages, args.form)[:args.limit]
    if not chosen:
        sys.exit(f'{args.pages} holds no .{args.form} page with a key; see README.md for the format')
    tools = runners(wanted, args)
    core = pinned()
    load = os.getloadavg()[0] if hasattr(os, 'getloadavg') else None
    try:
        rows = measure(tools, chosen, args)
    finally:
        for tool in tools.values():
            tool.close()
    print(table(rows))
    size = sum(os.path.getsize(page) for page, _ in chosen)
    facts = {
        'date': datetime.date.today().isoformat(),
        'form': args.form,
        'pages': len(chosen),
        'bytes': size,
        'rounds': args.rounds,
        'core': core,
        'cores': os.cpu_count(),
        'load_before': load,
        'system': f'{platform.system()} {platform.machine()}, Python {platform.python_version()}',
        'versions': versions(),
        'missing': [name for name in wanted if name not in rows],
        'tools': rows,
    }
    if args.json:
        args.json.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + '\n')
    print(
        f'\n{facts["date"]}, {len(chosen)} pages of {size / 1e6:.2f} MB as {args.form}, '
        f'{args.rounds} rounds on one of {facts["cores"]} cores (load {load}), {facts["system"]}; '
        f'{", ".join(facts["versions"])}'
        + (f'; missing: {", ".join(facts["missing"])}' if facts['missing'] else '')
    )


if __name__ == '__main__':
    main()
