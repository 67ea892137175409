//! The words of a clause that may name what is measured: those before its number, without times, places and names.

use deltascope_model::TextRange;

use super::measured::Measuring;
use super::naming::Naming;
use crate::gazetteer::Known;

impl Naming<'_> {
    pub(super) fn find_words_before(&self) -> String {
        let clause = self.clauses[self.at];
        let number = self.quantities[self.nth].range;
        let before = self.nth.checked_sub(1).map(|nth| self.quantities[nth].range.end());
        // 有27个城市、面积22万平方公里: what stands behind the mark.
        let start = before.filter(|&end| end > clause.start()).and_then(|end| {
            let at = self.sentence.slice(end, number.start()).rfind('、')?;
            Some(end + (at + "、".len()) as u32)
        });
        let start = start.unwrap_or(clause.start());
        // 院长:办了37期班: who speaks, or what is explained, is said already.
        let ahead = self.sentence.slice(start, number.start());
        let told = ahead.rsplit(['：', ':']).next().unwrap_or(ahead);
        let start = number.start() - told.len() as u32;
        let changes = self.quantities[self.nth].kind == "change";
        let named = if changes { without_state(told) } else { told };
        self.words(start, start + named.len() as u32)
    }

    pub(super) fn words(&self, start: u32, end: u32) -> String {
        let sentence = self.sentence;
        let mut words = String::new();
        let mut at = start;
        let times = sentence.times.iter().map(|time| time.range);
        let known = sentence.around.known.iter();
        let places = known.filter(|known| matches!(known.known, Known::Place(_)));
        let places_at = |cut: TextRange| sentence.place_at(cut.start()).is_some();
        let mut cuts: Vec<TextRange> = times
            .chain(sentence.mentions.iter().map(|mention| mention.range))
            .chain(places.map(|known| known.range))
            .chain(self.quantities.iter().map(|one| one.range))
            .filter(|range| start <= range.start() && range.end() <= end)
            .filter(|range| !sentence.is_a_term(*range) && !sentence.is_a_station(*range))
            .collect();
        cuts.sort();
        for cut in cuts {
            if cut.start() < at {
                continue;
            }
            // 授权店全甲市有50家: all of the place.
            let ahead = sentence.slice(at, cut.start());
            let of_all = places_at(cut);
            words.push_str(ahead.strip_suffix('全').filter(|_| of_all).unwrap_or(ahead));
            // A name inside an indicator (长三角仪器) parts it from what stands before.
            if !words.ends_with('的') && !words.is_empty() {
                words.push('的');
            }
            at = cut.end();
            // 六年里: the 里 is the time's.
            let behind = sentence.slice(at, end);
            at += (behind.len() - behind.trim_start_matches(['里', '内', '间']).len()) as u32;
            // 湘江甲市段水位, 甲市地区: the part of a place.
            let behind = sentence.slice(at, end);
            let part = ["地区", "境内", "全境", "一带", "段"]
                .iter()
                .find(|word| behind.starts_with(**word));
            at += part.filter(|part| behind.len() > part.len()).map_or(0, |part| part.len()) as u32;
        }
        words.push_str(sentence.slice(at, end));
        words
    }
}

impl Measuring<'_> {
    /// `甲市站水位`: a place that names a gauge.
    fn is_a_station(&self, place: TextRange) -> bool {
        let behind = self.slice(place.end(), self.range.end()).strip_prefix('站');
        behind.is_some_and(|rest| ["水位", "流量", "雨量"].iter().any(|of| rest.starts_with(of)))
    }

    /// `三个月期国债`: a length of time that is part of a name.
    pub(super) fn is_a_term(&self, time: TextRange) -> bool {
        let behind = self.slice(time.end(), self.range.end());
        let term = behind
            .strip_prefix('期')
            .filter(|rest| !rest.starts_with(['间', '内', '末', '待', '望', '货']));
        let length = self.slice(time.start(), time.end());
        term.is_some() && length.ends_with(['月', '年', '个', '天'])
    }
}

/// `价格由进口的460万元降到175万元`: the words without those of what the first value is of.
fn without_state(words: &str) -> &str {
    const LONGEST: usize = 6;
    let named = words.rsplit_once(['由', '从']).filter(|(name, state)| {
        name.chars().count() > 1 && state.ends_with('的') && state.chars().count() <= LONGEST
    });
    named.map_or(words, |(name, _)| name)
}
