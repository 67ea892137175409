"""The Python peers: what each is called with and what of its answer counts.

A tool is a function that imports its package and returns another, which takes HTML as text (or as
bytes, where a page is not UTF-8) and returns `{'body', 'titles', 'dates'}`. Each is set up as its
own documents say for Chinese news.
"""

# Lines from this length on are body to the simplest of all cleaners.
LONG_LINE = 60

BLOCKS = (
    'address article aside blockquote br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 '
    'h5 h6 header hr li main nav ol option p pre section table td th title tr ul'
).split()


def wrapped(text):
    """Flattened text as HTML, a paragraph a line, for tools that read nothing else."""
    lines = (line.strip() for line in text.split('\n'))
    escaped = (
        line.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;') for line in lines if line
    )
    paragraphs = ''.join(f'<p>{line}</p>\n' for line in escaped)
    return (
        '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"></head><body>\n'
        f'{paragraphs}</body></html>\n'
    )


def found(body=None, title=None, date=None):
    return {
        'body': body or '',
        'titles': [title] if title else [],
        'dates': [str(date)] if date else [],
    }


def text_of(html):
    """The text of HTML, a line for each block, without scripts and styles."""
    from lxml import html as parser

    root = html if not isinstance(html, (str, bytes)) else parser.fromstring(unmarked(html))
    for element in root.iter('script', 'style', 'noscript', 'template'):
        element.text = None
        element.clear(keep_tail=True)
    for element in root.iter(*BLOCKS):
        element.text = '\n' + (element.text or '')
        element.tail = '\n' + (element.tail or '')
    return root.text_content()


def unmarked(html):
    """lxml takes no text that declares an encoding; as UTF-8 bytes it would believe a wrong one."""
    import re

    if isinstance(html, bytes):
        return html
    return re.sub(r'^\s*<\?xml[^>]*\?>', '', html) or ' '


def all_text():
    return lambda html: found(text_of(html))


def long_lines():
    def clean(html):
        lines = (line.strip() for line in text_of(html).split('\n'))
        return found('\n'.join(line for line in lines if len(line) >= LONG_LINE))

    return clean


def trafilatura(**options):
    from trafilatura import bare_extraction

    def clean(html):
        page = bare_extraction(
            html, with_metadata=True, include_comments=False, target_language=None, **options
        )
        return found(page.text, page.title, page.date) if page else found()

    return clean


def goose3():
    from goose3 import Goose
    from goose3.text import StopWordsChinese

    goose = Goose({
        'enable_image_fetching': False,
        'stopwords_class': StopWordsChinese,
        'use_meta_language': False,
        'target_language': 'zh',
    })

    def clean(html):
        page = goose.extract(raw_html=html)
        return found(page.cleaned_text, page.title, page.publish_date)

    return clean


def readability_lxml():
    from readability import Document

    def clean(html):
        page = Document(html)
        return found(text_of(page.summary()), page.short_title())

    return clean


def magic_html():
    from magic_html import GeneralExtractor

    extractor = GeneralExtractor()

    def clean(html):
        page = extractor.extract(html, base_url='')
        return found(text_of(page['html']), page.get('title'))

    return clean


# Name → how to set it up, and the package whose version is told.
TOOLS = {
    'trafilatura, precision': (lambda: trafilatura(favor_precision=True), 'trafilatura'),
    'trafilatura': (trafilatura, 'trafilatura'),
    'goose3': (goose3, 'goose3'),
    'readability-lxml': (readability_lxml, 'readability-lxml'),
    'magic_html': (magic_html, 'magic_html'),
    'lines of 60 or more': (long_lines, 'lxml'),
    'all text': (all_text, 'lxml'),
}
