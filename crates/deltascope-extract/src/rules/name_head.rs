//! Names by their last word: `白石湾智慧航运联合创新中心`.
//!
//! 1. a head (平台, 联盟, 走廊 …) that no longer word goes on from
//! 2. its left boundary: the last verb, particle or mark before it, or the opening quotation mark
//! 3. the name must be six characters long, say more than general words, and be no counted class
//!    (首批12家创新联合体)
//!
//! `青川省成立新材料产业联盟` → `新材料产业联盟`. Precision first: a doubtful boundary gives no name.

use deltascope_model::{InitiativeKind, TextRange};

use super::name_counted::{
    counted, counted_behind, ends_in_an_edition, is_a_session, is_a_system_of_the_country,
    is_an_edition, is_an_own_meeting, is_numbered, is_of_a_reach, is_one_of_many, may_be_of_many,
    of_several, of_those_places, only_general, says_whose, year_before,
};
use super::name_heads::{Head, Needs, heads, heads_of_part};
use super::name_longer::extended;
use super::name_place::starts_with_place;
use super::name_quoted::{behind_quotes, quoted_start, with_place_before};
use super::name_start::{before_purpose, boundary, last_stop};
use super::name_title::document_kind;
use super::name_verb::{
    beside_documents_verb, beside_verb, has_its_measure, has_its_sum, is_verb,
    is_where_something_happens, is_where_something_is_told, opens_what_has_a_verb,
};
use crate::grounds::Places;
use crate::spots::Text;
use crate::stages::begins_with_a_stage;

/// A name found by its last word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadName {
    /// The name, without quotation marks.
    pub(crate) range: TextRange,
    pub(crate) kind: InitiativeKind,
    /// Starts with a place or an organisation, or stands in quotation marks.
    pub(crate) anchored: bool,
}

pub(super) const MOST_CHARACTERS: usize = 32;
const LEAST_CHARACTERS: usize = 6;

/// The names of a text by their last words, in order, none overlapping another.
pub(crate) fn head_names(text: Text<'_>, around: Places<'_>) -> Vec<HeadName> {
    let mut found: Vec<HeadName> = Vec::new();
    for head in heads(text).into_iter().filter(|head| !is_verb(&text, head)) {
        if let Some(name) = name_before(text, head, around).map(|name| extended(&text, name)) {
            let name = going_on_from(found.last(), head, name);
            while found.last().is_some_and(|last| name.range.start() <= last.range.start()) {
                found.pop();
            }
            if found.last().is_none_or(|last| last.range.end() <= name.range.start()) {
                found.push(name);
            }
        }
    }
    found
}

/// `“护鸟”行动推进会`: a head right behind a name makes one name with it.
fn going_on_from(last: Option<&HeadName>, head: Head, mut name: HeadName) -> HeadName {
    let first = last.filter(|last| last.range.usize().end == head.start);
    if let Some(last) = first.filter(|last| last.range.start() < name.range.start()) {
        name.range = TextRange::new(last.range.start(), name.range.end());
    }
    name
}

/// The name that a clause begins with, whether or not a verb dates it: 临河铁路 of `临河铁路全长186公里`.
pub(crate) fn opening_name(clause: &str) -> Option<(&str, InitiativeKind)> {
    const LEAST: usize = 4;
    let whole = |head: &Head| !matches!(head.needs, Needs::Quotes | Needs::AnEdition);
    let head = heads_of_part(clause).into_iter().find(whole)?;
    let (name, modifiers) = (clause.get(..head.end)?, clause.get(..head.start)?);
    let fits = (LEAST..=MOST_CHARACTERS).contains(&name.chars().count())
        && name.chars().all(is_han)
        && last_stop(modifiers) == 0
        && !only_general(modifiers)
        && !counted(modifiers);
    fits.then_some((name, head.kind))
}

fn name_before(text: Text<'_>, head: Head, around: Places<'_>) -> Option<HeadName> {
    let hopeless = match head.needs {
        Needs::AnEdition => !may_be_of_many(&text[..head.start]),
        // What stands in title marks is named by them.
        Needs::AVerbOfDocuments => text[head.end..].starts_with('》') || is_no_law(text, head),
        _ => false,
    };
    if hopeless {
        return None;
    }
    let document = head.needs == Needs::AVerbOfDocuments;
    let behind = || if document { None } else { behind_quotes(&text, head) };
    let quoted = quoted_start(&text, head).or_else(behind);
    if let Some(whole) = quoted.and_then(|start| with_place_before(text, start, head, around)) {
        return Some(whole);
    }
    let start = match (quoted, head.needs) {
        (Some(start), _) => start,
        (None, Needs::Quotes) => return None,
        (None, _) => boundary(text, head.start, around)
            .map(|start| before_purpose(&text, head, start).unwrap_or(start))?,
    };
    // 2021甲省创新指数 is the index of each year.
    let index = text[..head.end].ends_with("指数");
    let start = if index { start + year_before(&text[start..head.start]) } else { start };
    let name = text.get(start..head.end)?;
    let count = name.chars().count();
    let modifiers = text.get(start..head.start)?;
    let system = text[..head.end].ends_with("制度");
    let placed = if system {
        is_a_system_of_the_country(name)
    } else {
        starts_with_place(&text, start + year_before(modifiers), around)
    };
    // A project or a fund whose sum is told is one thing, wherever it is.
    let may_have_a_sum = head.kind == InitiativeKind::Fund || head.needs == Needs::AVerbAndAPlace;
    let summed =
        may_have_a_sum && is_long(&text[start..head.start]) && has_its_sum(&text, head.end);
    let measured =
        placed && head.kind == InitiativeKind::Project && has_its_measure(&text, head.end);
    let of_a_place = document || head.needs == Needs::AVerbAndAPlace;
    if of_a_place && !placed && quoted.is_none() && !summed {
        return None;
    }
    // An institute or an office is mostly an actor; it is an initiative where something dates it.
    // 第六届甲节 is named so whatever is told of it.
    let session = head.needs == Needs::AnEdition && name.ends_with("会议");
    if session && !is_a_session(name) {
        return None;
    }
    let edition = head.kind == InitiativeKind::Event
        && (is_an_edition(name)
            || placed && is_numbered(name)
            || session
            || quoted.is_some() && ends_in_an_edition(&text[..start]));
    let needs_little = of_a_place || head.needs == Needs::Nothing;
    let anchored = (quoted.is_some() || placed || edition || summed)
        && (needs_little || edition || measured)
        && (head.kind != InitiativeKind::Centre || is_no_actor(name))
        && !name.ends_with("办公室");
    // 大型仪器共享网 may be any, that of a place is one.
    let specific = placed
        || !only_general(modifiers) && !name.ends_with("共享网") && !begins_with_a_stage(name);
    let (least, modified) = least_lengths(head);
    let modified = modifiers.chars().filter(|c| is_han(*c)).count() >= modified;
    let fits =
        (least..=MOST_CHARACTERS).contains(&count) && (quoted.is_some() || placed || modified);
    // Whether a verb stands beside it is asked last, as that takes longest.
    if !fits || !specific {
        return None;
    }
    // 住甲市中心: where somebody lives.
    let several = of_several(text.get(..start)?) || name.ends_with("市中心");
    let lives = || match head.needs {
        Needs::Nothing => true,
        Needs::AVerbOfDocuments => beside_documents_verb(&text, start, head.end),
        // “甲办”App is one, whatever is told of it.
        Needs::Quotes if head.kind == InitiativeKind::Platform => true,
        Needs::AnEdition if !edition && !is_of_a_reach(modifiers, placed) => false,
        _ if placed && (quoted.is_some() || says_whose(modifiers, name)) || edition => true,
        _ => summed || measured || is_told_of(&text, start, head),
    };
    // 湖南、江西三省林科院: one of each of them.
    let of_each = of_those_places(text.get(..start)?, modifiers);
    // 协作网成员医院: a class of its members; 在甲开发区动工: where something happens.
    let of_members = modifiers.contains("成员");
    let where_at = is_where_something_happens(&text, start, head.end);
    // 力争新增联合实验室十个: so many of a class.
    let of_a_class = !placed && quoted.is_none() && counted_behind(text.get(head.end..)?);
    let several = several
        || of_each
        || of_members
        || where_at
        || is_one_of_many(name)
        || is_of_five_years(name)
        || of_a_class
        || is_an_own_meeting(name);
    (!several && !counted(modifiers) && lives()).then(|| HeadName {
        range: TextRange::of(start, head.end),
        kind: head.kind,
        anchored,
    })
}

/// True for what ends as a law does and is none: “甲办法”, “乙算法”.
fn is_no_law(text: Text<'_>, head: Head) -> bool {
    let law = head.kind == InitiativeKind::Law && text[..head.end].ends_with('法');
    law && quoted_start(&text, head)
        .is_none_or(|start| document_kind(&text[start..head.end]) != Some(InitiativeKind::Law))
}

/// The fewest characters of a name with this head, and of what stands before it: 白青铁路 is a name, 白青平台
/// hardly one.
fn least_lengths(head: Head) -> (usize, usize) {
    match (head.needs, head.kind) {
        (Needs::AVerb, InitiativeKind::Project) => (4, 2),
        (Needs::AVerbAndAPlace, InitiativeKind::Project)
        | (Needs::AVerb | Needs::AnEdition, InitiativeKind::Event) => (5, 3),
        (Needs::QuotesAround, _) => (3, 2),
        // 「甲乙防治法」 stands in quotation marks.
        (Needs::AVerbOfDocuments, _) if head.end - head.start == '法'.len_utf8() => (4, 3),
        _ => (LEAST_CHARACTERS, 4),
    }
}

/// True where something is told of the life of a name.
fn is_told_of(text: &str, start: usize, head: Head) -> bool {
    beside_verb(text, start, head.end)
        || match head.kind {
            InitiativeKind::Event => is_where_something_is_told(text, start, head.end),
            InitiativeKind::Project => opens_what_has_a_verb(text, start, head.end),
            _ => false,
        }
}

/// “十四五”计划 is that of the country.
fn is_of_five_years(name: &str) -> bool {
    ["计划", "规划"].iter().any(|head| {
        let years = name.strip_suffix(head).map(|years| years.trim_matches(['“', '”', '「', '」']));
        years.is_some_and(|years| years.ends_with('五') && years.starts_with('十'))
    })
}

/// True for a centre that is a place's standing rather than an institute: 甲国际科技创新中心.
fn is_no_actor(name: &str) -> bool {
    const STANDINGS: [&str; 4] = ["创新中心", "科学中心", "科创中心", "金融中心"];
    STANDINGS.iter().any(|standing| name.ends_with(standing))
}

/// True for modifiers that tell one thing from the others of its kind by themselves.
fn is_long(modifiers: &str) -> bool {
    const LEAST: usize = 6;
    modifiers.chars().count() >= LEAST
}

pub(crate) fn is_han(c: char) -> bool {
    ('一'..='鿿').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let names: Vec<_> = head_names(Spots::of(text).text(text), Places::default())
            .iter()
            .map(|name| &text[name.range.usize()])
            .collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn names_start_behind_verbs_and_particles() {
        check("白石区成立新材料产业链式联盟,", &["新材料产业链式联盟"]);
        check("推动四川航运数据服务平台建设", &["四川航运数据服务平台"]);
        check("在湖北中药材大会上", &["湖北中药材大会"]);
        check("2021年湖南油茶产业创新联盟成立", &["湖南油茶产业创新联盟"]);
        check("支持贵州碳纤维及复合材料技术创新中心建设", &["贵州碳纤维及复合材料技术创新中心"]);
        check(
            "由云南花卉交易中心和四川蚕桑创新中心发起",
            &["云南花卉交易中心", "四川蚕桑创新中心"],
        );
    }

    #[test]
    fn names_go_on() {
        check("成立四川绿色共同体建设办公室,", &["四川绿色共同体建设办公室"]);
        check("印发四川绿色走廊建设方案", &["四川绿色走廊建设方案"]);
        check("江西石湾机场三期扩建工程已于2022年动工", &["江西石湾机场三期扩建工程"]);
        check("云南省人民代表大会第三次会议开幕", &["云南省人民代表大会第三次会议"]);
    }

    #[test]
    fn a_year_and_two_who_build_together_are_part_of_a_name() {
        check("5月17日,2025湖北茶业博览会在石湾举行", &["2025湖北茶业博览会"]);
        check("2025个联盟成立", &[]);
        check("公布第三批黔渝共建农机重点实验室名单", &["黔渝共建农机重点实验室"]);
        check("两地已共建农机重点实验室", &["农机重点实验室"]);
    }

    #[test]
    fn a_special_programme_is_none_where_it_tells_of_another_thing() {
        check("举行湖北古桥修缮专项启动仪式", &["湖北古桥修缮专项"]);
        check("启动湖北古桥修缮专项资金申报", &[]);
    }

    #[test]
    fn names_start_with_places_that_no_gazetteer_knows() {
        check("湖北上饶的展馆,赣州石湾训练公园今年开放", &["赣州石湾训练公园"]);
        check("来宾石湾训练公园今年开放", &[]);
        check("环石湖训练公园今年开放,环太湖训练公园今年开放", &[]);
        check("沿黄河训练公园今年开放", &["沿黄河训练公园"]);
        check("中老石湾农业博物馆昨日开馆", &["中老石湾农业博物馆"]);
        check("中老年训练公园今年开放", &[]);
        check("石坝—湖北绿电通道公园今年开放", &["石坝—湖北绿电通道公园"]);
        check("设立白石(湖北)后市场服务中心,", &["白石(湖北)后市场服务中心"]);
        check("白石(下称公司)后市场服务中心成立", &["后市场服务中心"]);
    }

    #[test]
    fn a_sum_behind_a_name_tells_that_it_is_one() {
        check("石坝全钒储能示范项目计划投资18亿元,", &["石坝全钒储能示范项目"]);
        check("石坝全钒储能示范项目计划投资者很多,", &[]);
        check("石坝全钒储能示范项目很多,", &[]);
        check("旧城示范项目计划投资18亿元,", &[]);
    }

    #[test]
    fn a_measure_behind_a_name_tells_that_it_is_one() {
        check("湖北石坝快速路全长18公里,", &["湖北石坝快速路"]);
        check("湖北石坝—四川原油管道,全长约800公里", &["湖北石坝—四川原油管道"]);
        check("湖北石坝快速路全长很长,", &[]);
        check("石坝快速路全长18公里,", &[]);
    }

    #[test]
    fn what_is_said_at_a_meeting_tells_that_it_is_one() {
        check("在湖北省卫生工作会议上说", &["湖北省卫生工作会议"]);
        check("在2025年湖北省卫生工作会议上说", &["湖北省卫生工作会议"]);
        check("湖北省卫生工作会议上的水杯", &[]);
        check("在湖北省盐工运动会上获得金牌", &[]);
    }

    #[test]
    fn awards_and_choices_are_held() {
        check("“甜蜜湖北2025”年度养蜂人颁奖典礼16日举行", &["“甜蜜湖北2025”年度养蜂人颁奖典礼"]);
        check("“湖北年度养蜂人评选”16日启动", &["湖北年度养蜂人评选"]);
        check("湖北养蜂人参加评选", &[]);
        check("颁奖典礼16日举行", &[]);
    }

    #[test]
    fn sessions_are_counted_and_their_bodies_named() {
        check("盐湖保护组织理事会第十二届会议于6日举行", &["盐湖保护组织理事会第十二届会议"]);
        check("盐湖组织执行委员会第１３０届会议于6日举行", &["盐湖组织执行委员会第１３０届会议"]);
        check("第十二届会议于6日举行", &[]);
        check("首届部长级会议6日举行", &[]);
        check("第八届湖北盐湖文学奖6日揭晓", &["第八届湖北盐湖文学奖"]);
        check("湖北盐湖文学奖得主", &[]);
        check("第八届湖北盐湖画展金奖6日揭晓", &[]);
    }

    #[test]
    fn systems_of_the_country_are_names() {
        check("全省施行国家盐湖养护制度。", &["国家盐湖养护制度"]);
        check("全省施行湖北盐湖养护制度。", &[]);
        check("国家盐湖养护制度很好。", &[]);
    }

    #[test]
    fn laws_in_quotation_marks_are_decided_on() {
        check("院会昨日通过「盐湖防治法」草案。", &["盐湖防治法"]);
        check("院会昨日通过「盐工年金条例」草案。", &["盐工年金条例"]);
        check("院会昨日公布「盐湖算法」。", &[]);
        check("大家都学「盐湖防治法」。", &[]);
    }

    #[test]
    fn clusters_of_a_list_are_many() {
        check("湖北开设十六间石坝养老支援中心,", &[]);
        check("湖北公示湖北石坝汽车集群,", &["湖北石坝汽车集群"]);
        check("湖北公示湖北中小企业特色产业集群名单,", &[]);
        check(
            "湖北开设湖北石坝汽车展览馆,湖北创办石坝汽车科技馆,",
            &["湖北石坝汽车展览馆", "石坝汽车科技馆"],
        );
    }

    #[test]
    fn homes_are_named_for_what_they_are_not() {
        check("湖北石坝新城小区都会举办运动会", &[]);
        check("湖北石坝新城今年启动", &["湖北石坝新城"]);
    }

    #[test]
    fn documents_without_marks_are_names_beside_a_verb_of_theirs() {
        check("五市对外发布沿黄河石港合作倡议,", &["沿黄河石港合作倡议"]);
        check("湖北江豚保护条例自5月1日起施行", &["湖北江豚保护条例"]);
        check("发布江豚保护条例", &[]);
        check("根据湖北江豚保护条例处罚", &[]);
        check("印发《湖北江豚保护条例》", &[]);
        check("与湖北签署湖北江豚保护备忘录,", &[]);
        check("“共同决定”与各省条例7月起施行", &[]);
    }

    #[test]
    fn an_index_is_that_of_each_year() {
        check("2021湖北协同创新指数发布", &["湖北协同创新指数"]);
        check("协同创新指数发布", &[]);
        check("湖北协同创新指数很高", &[]);
    }

    #[test]
    fn works_on_what_stands_are_part_of_a_name_behind_a_place() {
        check("记者从湖北石湾机场改扩建工程获悉", &["湖北石湾机场改扩建工程"]);
        check("记者从石湾机场改扩建工程获悉", &[]);
        check("聚变主机综合研究设施2018年获批立项", &["聚变主机综合研究设施"]);
        check("聚变主机综合研究设施很大", &[]);
    }

    #[test]
    fn editions_may_be_of_a_day_or_a_season() {
        check("第六届白石蜂蜜品评日定于3月19日举行", &["第六届白石蜂蜜品评日"]);
        check("第二届石湾声音节订于12月举行", &["第二届石湾声音节"]);
        check("白石蜂蜜品评日定于3月19日举行", &[]);
        check("第四届湖北青年数学家论坛闭幕", &["第四届湖北青年数学家论坛"]);
        check("湖北蚕桑工作会在石湾召开", &["湖北蚕桑工作会"]);
        check("召开现场调度会商会", &[]);
    }

    #[test]
    fn quoted_names_are_whole() {
        check("「渔港古船特展」十月登场", &["渔港古船特展"]);
        check("「古船修护」助学计划将于4月实施", &["「古船修护」助学计划"]);
        check("（下称修护计划）2021年启动", &[]);
        check("位于甲镇的“青浦汽车及零部件集群”入选", &["青浦汽车及零部件集群"]);
        check("「海岛渔业保护计划」启动", &["海岛渔业保护计划"]);
    }

    #[test]
    fn what_is_named_all_the_time_is_a_name_beside_a_verb() {
        check("白青铁路石湾段昨日通车", &["白青铁路石湾段"]);
        check("乘客在白青铁路石湾段滞留", &[]);
        check("第四届湖广海钓锦标赛在石湾闭幕", &["第四届湖广海钓锦标赛"]);
        check("四川省推进航运发展大会召开", &["四川省推进航运发展大会"]);
        check("湖南蚕桑博物馆正式开馆", &["湖南蚕桑博物馆"]);
        check("全市建成两座跨海大桥", &[]);
        check("一座跨海大桥通车", &[]);
        check("3号线启动招标,白青高铁项目开工", &["白青高铁项目"]);
    }

    #[test]
    fn what_every_region_has_is_a_name_behind_a_place_and_beside_a_verb() {
        check("湖北江豚保护补偿机制2021年建立", &["湖北江豚保护补偿机制"]);
        check("建立江豚保护补偿机制", &[]);
        check("湖北江豚保护补偿机制作用不小", &[]);
        check("四川中药种质资源库建成投用", &["四川中药种质资源库"]);
        check("福建职业资格认可清单公布", &["福建职业资格认可清单"]);
        check("公布重点任务清单", &[]);
    }

    #[test]
    fn one_of_each_of_several_places_is_none() {
        check("由湖南、江西两省林业科学院发起", &[]);
        check("湖南、江西林业科学院成立", &["江西林业科学院"]);
        check("下一届省运动会在石湾举行", &[]);
    }

    #[test]
    fn where_something_happens_is_not_told_of() {
        check("中试基地在湖北山地经济开发区动工", &[]);
        check("湖北山地经济开发区成立", &["湖北山地经济开发区"]);
        check("湖北协作网成员医院增至41家", &[]);
    }

    #[test]
    fn regions_of_several_provinces_are_places() {
        check("推动川渝急救协作联盟建设", &["川渝急救协作联盟"]);
        check("由晋陕豫果业合作联盟发起", &["晋陕豫果业合作联盟"]);
    }

    #[test]
    fn purposes_right_before_a_head_are_part_of_a_name() {
        check("湖北低空飞行运营平台上线", &["湖北低空飞行运营平台"]);
        check("湖北低空运营服务平台上线", &["湖北低空运营服务平台"]);
        check("公司负责运营平台", &[]);
    }

    #[test]
    fn two_places_have_one_name() {
        check("湖北与湖南一体化示范区揭牌", &["湖北与湖南一体化示范区"]);
        check("白石与江北三县协同发展示范区揭牌", &["白石与江北三县协同发展示范区"]);
        check("云南花卉中心与四川蚕桑示范区揭牌", &["云南花卉中心", "四川蚕桑示范区"]);
    }

    #[test]
    fn a_dash_joins_places() {
        check("蒙东—湖北绿电直供工程开工", &["蒙东—湖北绿电直供工程"]);
        check("大家都来——湖北绿电直供工程开工", &["湖北绿电直供工程"]);
    }

    #[test]
    fn meetings_of_whoever_holds_them_are_no_names() {
        check("举行第四次成员大会", &[]);
        check("举行第四届湖北茶业大会", &["第四届湖北茶业大会"]);
    }

    #[test]
    fn short_quoted_names_have_their_place() {
        check("武汉“药店联盟”挂牌", &["武汉“药店联盟”"]);
        check("浙江“之江实验室”挂牌", &[]);
        check("“山海同游”一卡通发行", &["“山海同游”一卡通"]);
        check("四川“蓉易贷”上线", &["四川“蓉易贷”"]);
        check("“港澳药械通”政策实施", &["港澳药械通"]);
    }

    #[test]
    fn a_plan_that_was_decided_on_is_no_verb() {
        check("湖北湖泊保护规划2014年3月获国务院批复", &["湖北湖泊保护规划"]);
        check("湖北湖泊平台规划2026年启用", &["湖北湖泊平台"]);
    }

    #[test]
    fn heads_behind_quoted_names() {
        check("“护鸟”行动启动", &["“护鸟”行动"]);
        check("“护鸟”计划2019年启动", &["“护鸟”计划"]);
        check("「听风二号」气象卫星升空", &["「听风二号」气象卫星"]);
        check("“揭榜挂帅”项目启动", &[]);
        check("启动“护鸟”项目28项", &[]);
        check("他说“护鸟”的行动很有意义", &[]);
    }

    #[test]
    fn classes_and_general_words_are_no_names() {
        for text in [
            "建设重大科技创新平台",
            "组建首批12家产业创新联合体",
            "具有全球影响力的科技创新中心",
            "中心城市",
            "高水平国际合作平台化",
            "红十字会基金会",
            "该平台",
            "国家技术创新中心",
            "和复合材料技术中心",
            "建成两个航运数据平台",
            "每县建成一家慢病防治中心",
            "成立一批油茶产业联盟",
            "新增油茶联合实验室十个",
        ] {
            check(text, &[]);
        }
    }
}
