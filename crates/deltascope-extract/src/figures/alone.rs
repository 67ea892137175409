//! Figures that no initiative, place or firm owns: of what the article tells, as long as the words name a
//! thing by themselves.
//!
//! - `监测点46个`, `货值9.7亿元`, `平均销售利润率1.3%` are measures wherever they stand
//! - `一百种期待`, `左偏两毫米`, `早年送一公斤货`: pieces of a sentence, told and not measured
//!
//! Only where nothing is spoken of that could own them.
//! What has an owner shows by it that it is measured. Here only the name can, so it must end as names of
//! things do; a short one counts only where it says that it is an amount, or where there are many.

use std::sync::LazyLock;

use deltascope_model::InitiativeKind;
use rust_decimal::Decimal;

use super::measured::Measuring;
use super::naming::grown;
use super::price::is_of_each;
use super::words::{EMPTY, RATES};
use crate::endings::Endings;
use crate::quantities::FoundQuantity;
use crate::words::Words;

/// What names of things end in.
const ENDS: &str = "率量额值格区失型款价数费款金税产品物货件具器机车船箱床位席座房屋楼室馆院所校园场站点厂店户人员工师生\
    者民众客童农患友会社团队组群企业商圈链网线路桥道港次赛牌奖项目题程书册卡券证单票案例规划策度力能源电水\
    气油煤粮食麦稻菜果瓜花林树苗种田地亩土矿石钢铁肉蛋奶鱼猪牛羊鸡药材料衣资库池塔柜盒包份额籍片剧牌号码文\
    献信息据本贷债股权利润酬薪补贴保险训练试验究作动险灾病疫痕迹面积程速径重温差比例强频段层栋盏\
    仪设备施艇舰机组列班航线索访办结收入支出投诉约课堂术服务发射进口出口举报培训招聘诊疗住院就业游览成交洽谈";

/// Words for parts and positions, and for whom a sentence tells of: they name nothing that is measured.
static NOTHING: LazyLock<Words> = LazyLock::new(|| {
    let words = "总指数 分指数 数量 病人 学生 家长 老师 孩子 老人 人家 村民 居民 司机 记者 峰值 实际 首年 首日 二者 两者 前者 后者 \
     三者 个人 本人 有人 别人 国人 老板 家人 客人 工人 朋友 时候 一面 一次 同样 部分 地方 东西 东部 西部 南部 北部 中部";
    Words::new(words.split_whitespace())
});

/// What stands inside a piece of a sentence, and in no name.
static VERBAL: LazyLock<Words> = LazyLock::new(|| {
    let words = "再 几年 几个 几家 列入 列为 首版 第一版 第二版 第三版 据此 据估 预期 平均预期 开业 停业 毕业 涌入 跑 吊 \
     三班 两班 或者 可能 也会 会增 会收 只要 方便 凭借 加码 蒸发 任何 当时 多品 修改 不低于 按照 进行 发现 抗议 授权 注意 超过 控制 参加 拖欠 报收 一份 一次 \
     点算 占了 含有 承保 建立 一人 一天 一周 一月 一个 每天 每人 一般 曾 获得 率队 合格 你 我 他 她";
    Words::new(words.split_whitespace())
});

/// Ends of what is told of one body, one meal, one thing.
static OF_ONE: LazyLock<Endings> = LazyLock::new(|| {
    let words = "体重 身高 热量 发热量 剂量 用量 血量 温度 体温 规格 运动 或者 企业生产 生产 训练 者 患者 病患 受访者 \
     步道 成年人 捐献";
    Endings::new(words.split_whitespace())
});

/// Words of sentences that suppose, advise or give an example.
static SUPPOSES: LazyLock<Words> = LazyLock::new(|| {
    let words = "如果 假如 假定 例如 比如 譬如 举例 也许 提醒 建议 你 您 一名 一位 这名 这位 岁的";
    Words::new(words.split_whitespace())
});

/// What says that it is an amount, however short.
static AMOUNTS: LazyLock<Endings> = LazyLock::new(|| {
    let words = "量 额 价 价格 值 率 费 款 金 税 收 支出 产出 投入 投资 进口 出口 损失 补贴 补助 票房 \
     工资 薪酬 奖金 保费 降雨 降水 积水 面积 里程 水位 气温 营收 奖励 资助 补偿 成本 上限 年薪 收费 租金 人数 深度 误差";
    Endings::new(words.split_whitespace())
});

impl Measuring<'_> {
    /// Whether neither the sentence nor its paragraph before it names an initiative, nor goes on about a
    /// meeting, and is plain: else a number that the rules do not give that may be its own all the same.
    pub(super) fn speaks_of_nothing(&self) -> bool {
        let supposes = || SUPPOSES.stand_in(self.slice(self.range.start(), self.range.end()));
        // 酒店入住率, behind a race: no meeting has it.
        let topic = self.thread.topic.as_ref();
        let meeting = || topic.is_some_and(|topic| topic.kind == InitiativeKind::Event);
        self.mentions.is_empty()
            && (!self.thread.here || meeting())
            && !self.goes_on_about_a_meeting()
            && !supposes()
    }
}

/// Whether a name says that it is of an amount.
pub(super) fn is_amount(name: &str) -> bool {
    RATES.end(name) || AMOUNTS.end(name) || is_of_each(name)
}

/// Units of single things.
const OF_BODIES: [&str; 10] =
    ["米", "公里", "厘米", "毫米", "千卡", "大卡", "毫升", "克", "立方米", "英寸"];

/// Units of people, and what names of people end in.
const OF_PEOPLE: [&str; 3] = ["名", "人", "位"];
const PEOPLE: &str = "员工师生者民众客手人农军警医童才户代表兵口数";

/// Whether a name says of itself that it is a share.
fn says_a_share(indicator: &str) -> bool {
    let grows = grown(indicator) != indicator;
    grows
        || indicator.ends_with(['率', '度', '比', '重'])
        || indicator.ends_with("比例")
        || indicator.contains('占')
}

/// So many of what says by its name what it is.
const SOME: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

/// Whether a number that nobody owns measures something by its own words.
pub(super) fn stands_alone(indicator: &str, quantity: &FoundQuantity) -> bool {
    const LONG: usize = 3;
    const MANY: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
    let name = thing(indicator);
    let unit = quantity.unit.as_str();
    let length = name.chars().count();
    let amount = || is_amount(name);
    // 申领甲券4120万元: the money is none of what the name counts.
    let fits = match quantity.kind {
        "money" => amount(),
        "percent" => says_a_share(indicator),
        // 2.26米的个头, 热量384千卡: how long or how hot something is.
        "measure" if OF_BODIES.contains(&unit) => amount(),
        _ if unit.is_empty() => amount(),
        "count" if OF_PEOPLE.contains(&unit) && !name.ends_with(|c| PEOPLE.contains(c)) => false,
        "count" => amount() || is_many(quantity, if length >= LONG { SOME } else { MANY }),
        _ => true,
    };
    if quantity.kind == "duration" {
        return true;
    }
    let ends = name.ends_with(|c| ENDS.contains(c)) || is_of_each(name);
    is_named_thing(indicator) && ends && fits
}

/// Whether a number measures something of which a sentence has just told: its name may end in
/// anything then.
pub(super) fn stands_as_told(indicator: &str, quantity: &FoundQuantity) -> bool {
    let in_digits = quantity.text.starts_with(|c: char| c.is_ascii_digit());
    // 2222名乡镇卫生院: those in it.
    let mistaken = OF_PEOPLE.contains(&&*quantity.unit)
        && thing(indicator)
            .ends_with(['院', '校', '馆', '所', '厂', '店', '局', '县', '区', '村', '镇']);
    let some = match quantity.kind {
        _ if mistaken => false,
        "count" => is_many(quantity, SOME),
        "money" => in_digits,
        _ => true,
    };
    stands_alone(indicator, quantity) || some && is_named_thing(indicator)
}

/// Whether a name is no piece of a sentence and says something.
fn is_named_thing(indicator: &str) -> bool {
    let name = thing(indicator);
    let empty = EMPTY.at(name).chain(NOTHING.at(name)).any(|(word, ())| word == name);
    let budget = name.starts_with("一般公共预算");
    let piece = !is_of_each(name) && !budget && VERBAL.stand_in(name)
        || OF_ONE.end(name)
        || name.starts_with(|c: char| c.is_ascii_digit());
    !empty && !piece
}

/// What an indicator is of, without how it grows and of which whole it is a share.
fn thing(indicator: &str) -> &str {
    let name = grown(indicator);
    let share = name.strip_suffix("比重").and_then(|rest| Some(rest.rsplit_once('占')?.0));
    share.or_else(|| name.strip_suffix("占比")).unwrap_or(name)
}

/// So many, in digits, as are counted rather than told of: 64份, but not 十个 and 一百种.
fn is_many(quantity: &FoundQuantity, least: Decimal) -> bool {
    let in_digits = quantity.text.starts_with(|c: char| c.is_ascii_digit());
    let value = quantity.value.parse::<Decimal>();
    value.is_ok_and(|value| if in_digits { value >= least } else { value > Decimal::ONE_THOUSAND })
}

#[cfg(test)]
mod tests {
    use super::stands_alone;
    use crate::quantities::quantities;

    #[track_caller]
    fn check(indicator: &str, number: &str, expected: bool) {
        let quantity = quantities(number).into_iter().next().expect("a number");
        assert_eq!(stands_alone(indicator, &quantity), expected, "{indicator} {number}");
    }

    #[test]
    fn measures_stand_alone() {
        check("监测点", "17个", true);
        check("货值", "9.7亿元", true);
        check("平均销售利润率", "1.3%", true);
        check("蔬菜价格增长", "6.7%", true);
        check("外地游客占比", "四成", true);
        check("旅客", "12.4万人次", true);
    }

    #[test]
    fn pieces_of_a_sentence_do_not() {
        check("监测点", "7个", false);
        check("体重", "86公斤", false);
        check("企业授权技术", "30家", false);
        check("病人", "300个", false);
        check("期待", "一百种", false);
        check("箱子", "十个", false);
        check("左偏", "2毫米", false);
        check("早年送", "1公斤", false);
        check("峰值", "72.5%", false);
        check("创新券", "4120万元", false);
        check("实际占比", "57%", false);
        check("贸易额再提高额", "100亿美元", false);
        check("分析师平均预期其营收", "51亿美元", false);
    }
}
