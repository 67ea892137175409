//! Numbers that order and rank: `第三轮`, `排名第五`, `全国前十`, `居首位`.

use std::sync::LazyLock;

use deltascope_model::TextRange;
use rust_decimal::Decimal;

use super::near_before;
use super::numeral::{Form, Numeral};
use super::qualifier::Qualifier;
use super::shape::{Of, Place, Read, Shape};
use super::units::{Class, unit};
use crate::words::Words;

/// Words before an ordinal that make it a rank.
const RANKS: [&str; 29] = [
    "排名", "排", "位居", "位列", "居", "列", "名列", "排在", "跃居", "升至", "跃至", "升到",
    "跻身", "保持", "稳居", "全国", "全球", "世界", "国内", "全省", "全市", "亚洲", "排行", "获",
    "蝉联", "省内", "榜单", "分榜", "总分",
];

/// What follows 第三 where that is a name: 第三产业.
const NOT_ORDINALS: [&str; 20] = [
    "产业",
    "方",
    "者",
    "线",
    "时间",
    "财经",
    "书记",
    "人民",
    "医院",
    "中学",
    "小学",
    "附属",
    "课堂",
    "生产力",
    "代表",
    "现场",
    "责任",
    "人称",
    "眼",
    "世界",
];

/// What stands right before a number that orders: 第三, 前三.
pub(super) const ORDERS: [char; 2] = ['第', '前'];

/// What a rank in a word begins with.
pub(super) const FOREMOST: char = '首';

/// Verbs of holding a place, before the first one.
static HOLDS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(["居", "位列", "名列", "排名", "排在", "排", "升至", "跃至", "升到", "占据"])
});

impl Place<'_> {
    /// `居全省首位`, but not `放在首位`, `居民首位代表` and `首位度`.
    pub(super) fn foremost(self) -> Option<Read> {
        const LONGEST_FIELD: usize = 8;
        let rest = self.rest().strip_prefix("首位")?;
        let ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric() || c == '的');
        let clause = self.clause_before();
        let (at, verb, ()) = HOLDS.within(clause).last()?;
        let field = &clause[at + verb.len()..];
        let holds = field.chars().count() <= LONGEST_FIELD
            && !field.contains('在')
            && !field.starts_with(['民', '住', '家']);
        let shape = Shape {
            range: TextRange::of(self.at, self.at + "首位".len()),
            value: Decimal::ONE,
            high: None,
            unit: "位".to_owned(),
            qualifier: Qualifier::Exact,
            of: Of::Rank,
        };
        (ends && holds).then(|| Read::Quantity(Box::new(shape)))
    }

    /// `第三位`, `第十届`; without a measure word only where the clause ranks.
    pub(super) fn ordinal(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let whole = number.value.scale() == 0 && number.form != Form::Fraction;
        if !whole || NOT_ORDINALS.iter().any(|word| rest.starts_with(word)) {
            return None;
        }
        let before = self.before().trim_end_matches('第').trim_end_matches([' ', '了']);
        // 第二差的分数
        let by_degree = rest.starts_with(|c| "大小多少高低好差快慢长短强弱".contains(c))
            && rest.chars().nth(1) == Some('的');
        let ranked = RANKS.iter().any(|word| before.ends_with(word))
            || by_degree
            || self.is_said_to_be(rest)
            || self.goes_on_ranking(rest);
        let unit = unit(rest, false)
            .filter(|unit| !matches!(unit.name, "金" | "银" | "铜"))
            .filter(|unit| {
                // 连续第四周: in order, where it is no time.
                matches!(unit.class, Class::Count | Class::ArabicCount)
                    || matches!(unit.name, "周" | "天" | "个月")
                    || unit.name == "年" && before.ends_with("连续")
            });
        let (len, name) = unit.map_or((0, ""), |unit| (unit.len, unit.name));
        // 第二天 is when, the day after.
        if name == "天" && number.value == Decimal::TWO {
            return None;
        }
        let of = match (ranked, name) {
            (true, "") | (_, "位" | "名") => Of::Rank,
            (false, "") => return None,
            _ => Of::Ordinal,
        };
        let start = self.at - "第".len();
        let range = TextRange::of(start, self.at + number.len + len);
        let shape = Shape {
            range,
            value: number.value,
            high: number.high,
            unit: name.to_owned(),
            qualifier: Qualifier::Exact,
            of,
        };
        Some(Read::Quantity(Box::new(shape)))
    }

    /// `销量在全国都是第一。`; 安全是第一 is no rank.
    fn is_said_to_be(self, rest: &str) -> bool {
        const FIELDS: [&str; 11] = [
            "世界", "全球", "亚洲", "全国", "国内", "全省", "全市", "销量", "产量", "总量", "规模",
        ];
        let clause = self.clause_before();
        let said = clause.strip_suffix('第').is_some_and(|ahead| ahead.ends_with(['是', '为']));
        let closes = rest.chars().next().is_none_or(|c| "，。；、！,;)）”".contains(c));
        said && closes && FIELDS.iter().any(|word| clause.contains(word))
    }

    /// `排名第二的是甲。第三为乙`: a list of ranks goes on.
    fn goes_on_ranking(self, rest: &str) -> bool {
        let ahead = near_before(self.before().strip_suffix('第').unwrap_or_default());
        let opens = ahead.trim_end().ends_with(['。', '；', '，', ';', ',']);
        let names = rest.starts_with(['为', '是']) && !rest.starts_with("为了");
        let first =
            || ["列第", "居第", "排第", "名第", "位第"].iter().any(|word| ahead.contains(word));
        opens && names && (first() || self.stands_behind_the_one_before(ahead))
    }

    /// `第四为甲，…。第五为乙`: the rank before it was told so.
    fn stands_behind_the_one_before(self, ahead: &str) -> bool {
        const IN_WORDS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let mut told = ahead.match_indices('第').map(|(at, word)| &ahead[at + word.len()..]);
        let pair = IN_WORDS.windows(2).find(|pair| self.rest().starts_with(pair[1]));
        pair.is_some_and(|pair| {
            told.any(|rank| {
                rank.strip_prefix(pair[0]).is_some_and(|rest| rest.starts_with(['为', '是']))
            })
        })
    }

    /// `全国前三`, `前100位`.
    pub(super) fn top(self, number: Numeral) -> Option<Read> {
        let before = self.before().strip_suffix('前')?;
        let ranked = RANKS.iter().chain(&["进入", "进"]).any(|word| before.ends_with(word));
        let rest = &self.rest()[number.len..];
        let unit = ["名", "位", "强"].into_iter().find(|unit| rest.starts_with(unit));
        if !ranked && unit.is_none() || number.form == Form::Multiplier {
            return None;
        }
        let shape = Shape {
            range: TextRange::of(
                self.at - "前".len(),
                self.at + number.len + unit.map_or(0, str::len),
            ),
            value: number.value,
            high: None,
            unit: unit.unwrap_or_default().to_owned(),
            qualifier: Qualifier::Under,
            of: Of::Rank,
        };
        Some(Read::Quantity(Box::new(shape)))
    }

    /// `跻身全球百强`, `入围中国企业500强`: membership of the first so many; 世界500强企业 and 百强县 only say of
    /// which kind something is.
    pub(super) fn among_the_first(self, number: Numeral) -> Option<Read> {
        const ENTERS: [&str; 16] = [
            "跻身", "入围", "入选", "进入", "闯入", "闯进", "打进", "杀入", "杀进", "挺进", "晋级",
            "迈入", "位列", "位居", "名列", "上榜",
        ];
        const CLOSES: [&str; 6] = ["的", "之列", "行列", "榜单", "名单", "榜"];
        let rest = self.rest()[number.len..].strip_prefix('强')?;
        let closes = rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
            || CLOSES.iter().any(|word| rest.starts_with(word));
        let clause = self.clause_before();
        let entered = ENTERS.iter().any(|verb| clause.contains(verb));
        let whole = number.value.scale() == 0 && number.value > Decimal::ONE;
        (closes && entered && whole).then(|| {
            let len = number.len + "强".len();
            Read::Quantity(Box::new(Shape {
                range: TextRange::of(self.at, self.at + len),
                value: number.value,
                high: None,
                unit: "强".to_owned(),
                qualifier: Qualifier::Under,
                of: Of::Rank,
            }))
        })
    }

    /// `排名138`: a rank without 第.
    pub(super) fn placed(self, number: Numeral) -> Option<Read> {
        const PLACED: [&str; 6] = ["排名", "位列", "名列", "位居", "排在", "排行"];
        let said = PLACED.iter().any(|word| self.before().ends_with(word));
        let plain = number.form == Form::Arabic && number.value.scale() == 0;
        let next = || self.rest()[number.len..].chars().next();
        let ends = || next().is_none_or(|c| "，。；、,;)）".contains(c));
        let range = TextRange::of(self.at, self.at + number.len);
        (said && plain && ends()).then(|| {
            Read::Quantity(Box::new(Shape {
                range,
                value: number.value,
                high: None,
                unit: String::new(),
                qualifier: Qualifier::Exact,
                of: Of::Rank,
            }))
        })
    }
}
