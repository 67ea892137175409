"""The measure is right: `python3 -m unittest discover benches/peers`."""

import random
import unittest

import score
import tools


def common_by_table(one, other):
    """The usual table, as slow as it is plain."""
    row = [0] * (len(other) + 1)
    for character in one:
        above_left = 0
        for at, candidate in enumerate(other):
            above = row[at + 1]
            row[at + 1] = above_left + 1 if character == candidate else max(above, row[at])
            above_left = above
    return row[-1]


class Score(unittest.TestCase):
    def check_body(self, found, right, expected, **key):
        self.assertAlmostEqual(score.body(found, {'body': right, **key}), expected, places=3)

    def test_what_is_missing_and_what_is_too_much_both_cost(self):
        self.check_body('三市共用仪器', ['三市', '共用仪器'], 1.0)
        self.check_body('三市 共用\n仪器，', ['三市共用仪器,'], 1.0)
        self.check_body('三市仪器', ['三市共用仪器'], 0.8)
        self.check_body('首页三市共用仪器', ['三市共用仪器'], 0.857)
        self.check_body('仪器共用', ['共用仪器'], 0.5)
        self.check_body('', ['三市'], 0.0)
        self.check_body('三市', [], 0.0)
        self.check_body(None, [], 1.0)

    def test_title_and_byline_count_on_neither_side(self):
        key = {'title': '三市共用大型仪器', 'byline': ['本报记者张三']}
        self.check_body('三市共用大型仪器 本报记者张三 一年来。', ['一年来。'], 1.0, **key)
        self.check_body('一年来。', ['本报记者张三', '一年来。'], 1.0, **key)
        # A short one may be a word of the body.
        self.check_body('三市一年来。', ['三市一年来。'], 1.0, title='三市')
        self.check_body('三市一年来。', ['一年来。'], 0.8, title='三市')

    def test_the_bits_count_as_the_table_does(self):
        draw = random.Random(1)
        for _ in range(300):
            one, other = (
                ''.join(draw.choices('三市共用仪器', k=draw.randrange(90))) for _ in range(2)
            )
            self.assertEqual(score.common(one, other), common_by_table(one, other), (one, other))

    def test_titles_are_exact_but_for_width_and_blanks(self):
        key = {'title': '三市共用仪器:一年记'}
        self.assertTrue(score.title(['别的', '三市共用仪器： 一年记'], key))
        self.assertFalse(score.title(['三市共用仪器:一年记_江畔网'], key))
        self.assertFalse(score.title([], key))
        self.assertIsNone(score.title(['三市'], {'title': None}))

    def test_dates_lie_around_the_crawl_or_are_the_keys(self):
        key = {'crawled': '20111209'}
        for found, right in [
            ('2011-12-05', True),
            ('2011-12-04', False),
            ('2011-12-10', True),
            ('2011-12-11', False),
            ('2011-12-09T18:51:00+08:00', True),
            ('2011-12', False),
            ('gestern', False),
        ]:
            self.assertIs(score.date([found], key), right, found)
        self.assertIs(score.date([], key), False)
        self.assertIsNone(score.date(['2011-12-09'], {}))
        key = {'published': '2011-12-08', 'crawled': '20111209'}
        self.assertIs(score.date(['2011-12-08'], key), True)
        self.assertIs(score.date(['2011-12-09'], key), False)

    def test_a_lost_page_counts_as_empty(self):
        key = {'title': '三市共用', 'crawled': '20111209', 'body': ['三市']}
        right = {'body': '三市', 'titles': ['三市共用'], 'dates': ['2011-12-09']}
        summary = score.summary([(right, key), ({'error': 'late'}, key)])
        self.assertEqual(summary['f1_mean'], 0.5)
        self.assertEqual((summary['titles_exact'], summary['titles']), (1, 2))
        self.assertEqual((summary['dates_right'], summary['datable']), (1, 2))
        self.assertEqual(summary['lost'], 1)


class Wrapping(unittest.TestCase):
    def test_a_line_is_a_paragraph(self):
        html = tools.wrapped('三市\n\n 共用 <仪器> & \r\n')
        body = html.split('<body>\n')[1].split('</body>')[0]
        self.assertEqual(body, '<p>三市</p>\n<p>共用 &lt;仪器&gt; &amp;</p>\n')


if __name__ == '__main__':
    unittest.main()
