//! The number of things of an initiative, and what it ranks among: `首批共有4家`, `跻身…前15名`.

use deltascope_model::TextRange;

use super::indicator::without_ends;
use super::naming::Naming;
use super::thing::is_thing;
use super::words::LINKS;
use crate::names::Mention;
use crate::rules::name_head::is_han;

impl Naming<'_> {
    /// `甲省牵头4家` of such as the initiative is: 牵头联合体.
    pub(super) fn led(&self, owner: Option<&Mention>, before: &str) -> Option<String> {
        const HEADS: [&str; 6] = ["联合体", "实验室", "中心", "基地", "平台", "集群"];
        let leads = without_ends(before, &LINKS).ends_with("牵头");
        let owner = owner.or(self.sentence.thread.topic.as_ref())?;
        let head = HEADS.iter().find(|head| owner.name.ends_with(**head))?;
        leads.then(|| format!("牵头{head}"))
    }

    /// `首批共有4家` of an initiative: its number.
    pub(super) fn number_of(&self, owner: Option<&Mention>, before: &str) -> Option<String> {
        let words = without_ends(before, &LINKS).trim_start_matches('的');
        let nothing = matches!(words, "" | "首批" | "第一批" | "总" | "累计" | "目前" | "现");
        let counts = self.quantities[self.nth].kind == "count";
        let articles = self.quantities[self.nth].unit == "条";
        let name = || if articles { "条文".to_owned() } else { self.number("数量") };
        owner.filter(|_| nothing && counts).map(|_| name())
    }

    /// `第二批甲联合体有12家`: so many of what the name right before it names.
    pub(super) fn number_behind(&self, owner: Option<&Mention>) -> Option<String> {
        const THINGS: [&str; 7] = ["联合体", "实验室", "中心", "基地", "集群", "联盟", "园区"];
        let quantity = &self.quantities[self.nth];
        let owner = owner.filter(|owner| THINGS.iter().any(|end| owner.name.ends_with(end)))?;
        let clause = self.clauses[self.at];
        let named = clause.contains(owner.range) && owner.range.end() <= quantity.range.start();
        let between = self.sentence.slice(owner.range.end(), quantity.range.start());
        let counted = quantity.kind == "count" && quantity.noun.is_none();
        let nothing = without_ends(between, &LINKS).is_empty() && !between.is_empty();
        (named && counted && nothing).then(|| self.number_in_batch(owner))
    }

    /// `第二批甲联合体名单公布,共12家`: so many of what the list is of.
    pub(super) fn number_listed(&self, clause: TextRange) -> Option<String> {
        let inside = self.sentence.mentions.iter().filter(|name| clause.contains(name.range));
        let lists = |name: &&&Mention| {
            self.sentence.slice(name.range.end(), clause.end()).starts_with("名单")
        };
        inside.into_iter().find(lists).map(|name| self.number_in_batch(name))
    }

    /// The number of things of a name; that of a later batch before the name is none of all.
    fn number_in_batch(&self, name: &Mention) -> String {
        let batch = self.quantities[..self.nth].iter().rev().find(|one| {
            (one.kind, one.unit.as_str()) == ("ordinal", "批")
                && one.value != "1"
                && one.range.end() == name.range.start()
        });
        format!("{}数量", batch.map_or("", |batch| &batch.text))
    }

    /// What the number of an initiative's things is called; that of a later batch is none of all.
    pub(super) fn number(&self, things: &str) -> String {
        let first = self.nth.checked_sub(1).map(|nth| &self.quantities[nth]);
        let batch = first.filter(|one| {
            one.range.end() == self.quantities[self.nth].range.start()
                && (one.kind, one.unit.as_str()) == ("ordinal", "批")
                && one.value != "1"
        });
        batch.map_or_else(|| "数量".to_owned(), |one| format!("{}{things}", one.text))
    }

    /// `跻身全球科技集群前15名`: among what it ranks so, where that is more than a place.
    pub(super) fn ranked_among(&self) -> Option<&str> {
        const ENTERS: [&str; 6] = ["跻身", "进入", "闯入", "挺进", "跃居", "迈入"];
        const WIDE: [&str; 8] = ["全国", "全省", "全市", "全球", "世界", "国内", "国际", "行业"];
        let number = self.quantities[self.nth].range;
        let ahead = self.sentence.slice(self.clauses[self.at].start(), number.start());
        let entered = ENTERS.iter().find_map(|verb| Some(ahead.rsplit_once(verb)?.1))?;
        let among = entered.trim_end_matches(['前', '的']);
        let named = among.chars().count() > 2 && among.chars().all(is_han) && is_thing(among);
        Some(among).filter(|among| named && !WIDE.contains(among))
    }

    /// Whether a rank is of an initiative in its clause, or of one that the clause goes on about.
    pub(super) fn is_ranked(&self) -> bool {
        let clause = self.clauses[self.at];
        let words = self.words_before();
        let words =
            words.trim_start_matches(['的', '它', '其', '则', '也', '并', '又', '均', '都']);
        let verbs = [
            "排", "位", "居", "列", "名", "升", "跻", "首", "上", "继", "保", "稳", "从", "由",
            "是", "为", "至", "进",
        ];
        let named = self.sentence.mentions.iter().any(|mention| clause.contains(mention.range));
        named || words.is_empty() || verbs.iter().any(|verb| words.starts_with(verb))
    }
}
