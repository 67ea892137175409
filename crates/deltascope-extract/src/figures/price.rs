//! What one of a thing costs, or what each gets: `收购价每公斤9.6元`, `植入设备每套18.6万元`, `重建户每户补助5万元`,
//! `单个项目最高资助150万元`.

use std::sync::LazyLock;

use super::indicator::{indicator, without_ends};
use super::thing::is_thing;
use super::words::LINKS;
use crate::endings::Endings;

/// What is bought, sold and given one by one.
static EACH: LazyLock<Endings> = LazyLock::new(|| {
    let words = "每公斤 每千克 每吨 每斤 每克 每升 每桶 每平方米 每立方米 每亩 每批 每户 每人 每名 每家 每个 每台 每套 每件 每辆 \
     每艘 每只 每头 每枚 每片 每校 每县 每村 每队 每所 每位 每份 每箱 每张 每瓶 每棵 每株 每公里 每千瓦 每千瓦时 每例";
    Endings::new(words.split_whitespace())
});

/// What money is for, by the word for it: a verb has a noun.
const FOR: [(&str, &str); 22] = [
    ("补助", "补助"),
    ("补贴", "补贴"),
    ("奖励", "奖励"),
    ("资助", "资助"),
    ("补偿", "补偿"),
    ("奖补", "奖补"),
    ("收费", "收费"),
    ("收取", "收费"),
    ("售价", "售价"),
    ("售", "售价"),
    ("卖", "售价"),
    ("成本", "成本"),
    ("费用", "费用"),
    ("价格", "价格"),
    ("上限", "上限"),
    ("租金", "租金"),
    ("工资", "工资"),
    ("年薪", "年薪"),
    ("电价", "电价"),
    ("保费", "保费"),
    ("补", "补助"),
    ("奖", "奖励"),
];

/// What names of such amounts end in.
static AMOUNTS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new(FOR.into_iter().map(|(_, noun)| noun).chain(["价", "费", "额", "租"]))
});

/// The name of a sum of money that one of a thing costs or gets, by the words before it.
pub(super) fn of_each(before: &str) -> Option<String> {
    if !before.contains(['每', '单']) {
        return None;
    }
    let words = without_ends(before, &LINKS);
    told_of_each(words).or_else(|| amount_of_each(words))
}

/// `每件进村成本`: named so in one.
fn amount_of_each(words: &str) -> Option<String> {
    const COUNTED: &str = "件吨磅支套台个户人名家艘辆只头枚片亩斤克升桶箱张份瓶棵株例批趟册颗粒";
    const LONGEST: usize = 9;
    let (_, of) = words.rsplit_once('每').filter(|_| AMOUNTS.end(words))?;
    let length = of.chars().count();
    let plain = (3..=LONGEST).contains(&length) && of.chars().all(char::is_alphanumeric);
    (plain && of.starts_with(|c| COUNTED.contains(c))).then(|| format!("每{of}"))
}

/// `收购价每公斤`, `搬迁户每户补助`: named by what stands beside the one.
fn told_of_each(words: &str) -> Option<String> {
    // 要缴纳每件6元: what is to be done names nothing.
    let names = |name: &String| is_thing(name) && !name.starts_with(['要', '须', '需', '应']);
    if let Some(each) = EACH.of(words).max_by_key(|each| each.len()) {
        let name = indicator(&words[..words.len() - each.len()], None).filter(names)?;
        let amount = AMOUNTS.end(&name);
        return Some(if amount { format!("{each}{name}") } else { format!("{name}{each}价格") });
    }
    let (rest, noun) =
        FOR.iter().find_map(|(word, noun)| Some((words.strip_suffix(word)?, noun)))?;
    let rest = without_ends(rest, &LINKS);
    if let Some(each) = EACH.of(rest).max_by_key(|each| each.len()) {
        let thing = indicator(&rest[..rest.len() - each.len()], None).unwrap_or_default();
        return Some(format!("{thing}{each}{noun}"));
    }
    // 单个项目资助
    let (_, one) = rest.rsplit_once('单')?;
    let measured = one.starts_with(['个', '项', '家', '户', '笔', '台', '件']);
    let short = (3..=LONGEST_ONE).contains(&one.chars().count());
    let plain = one.chars().all(char::is_alphanumeric);
    (measured && short && plain).then(|| format!("单{one}{noun}"))
}

/// How long what is told of one by one may be, in characters, its measure word included.
const LONGEST_ONE: usize = 7;

/// Whether a name is of such an amount.
pub(super) fn is_of_each(name: &str) -> bool {
    (name.contains('每') || name.starts_with('单')) && AMOUNTS.end(name)
}

#[cfg(test)]
mod tests {
    use super::of_each;

    #[track_caller]
    fn check(before: &str, expected: Option<&str>) {
        assert_eq!(of_each(before).as_deref(), expected, "{before}");
    }

    #[test]
    fn prices_and_grants() {
        check("收购价每公斤", Some("每公斤收购价"));
        check("渔船发动机每台", Some("渔船发动机每台价格"));
        check("容量电价为每千瓦", Some("每千瓦容量电价"));
        check("搬迁户每户补助", Some("搬迁户每户补助"));
        check("每艘最多补", Some("每艘补助"));
        check("海带每吨卖", Some("海带每吨售价"));
        check("单个项目最高资助", Some("单个项目资助"));
        check("每件进村成本从", Some("每件进村成本"));
        check("每支成本由", Some("每支成本"));
    }

    #[test]
    fn what_each_gives_is_no_price() {
        for before in ["每家每年不少于", "每人只要花", "单件最贵的标", "订单补", "每年补助"]
        {
            check(before, None);
        }
    }
}
