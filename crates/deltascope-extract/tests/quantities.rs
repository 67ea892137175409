//! Quantities of sentences of our own: what is found, and that nothing else is.

use deltascope_extract::{numbers, quantities};
use proptest::prelude::*;

/// A sentence, and `text=value unit qualifier kind` of each of its quantities.
type Case = (&'static str, &'static [&'static str]);

fn found(sentence: &str) -> Vec<String> {
    quantities(sentence)
        .into_iter()
        .map(|one| {
            format!("{}={} {} {} {}", one.text, one.value, one.unit, one.qualifier, one.kind)
        })
        .collect()
}

#[track_caller]
fn check(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(sentence, expected)| found(sentence) != *expected)
        .map(|(sentence, expected)| {
            format!("{sentence}\n  expected {expected:?}\n  found    {:?}", found(sentence))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn counts_with_their_measure_words() {
    check(&[
        (
            "平台已收录仪器38215台（套），用户超过2.6万家。",
            &["38215台（套）=38215 台(套) exact count", "2.6万家=26000 家 over count"],
        ),
        (
            "全年发放补贴1300余笔，惠及近四百家小企业。",
            &["1300余笔=1300 笔 over count", "四百家=400 家 under count"],
        ),
        (
            "两市共建了十二个实验室，引进人才两千三百名。",
            &["十二个=12 个 exact count", "两千三百名=2300 名 exact count"],
        ),
        (
            "约三四十名工程师参加了第二期培训。",
            &["三四十名=30/40 名 about count", "第二期=2 期 exact ordinal"],
        ),
        (
            "今年拟支持项目20至30项，每项资助50万—80万元。",
            &["20至30项=20/30 项 exact count", "50万—80万元=500000/800000 CNY exact money"],
        ),
        ("上百家企业到场，签约逾千项。", &["百家=100 家 over count", "千项=1000 项 over count"]),
        (
            "数十位专家和几百名学生参观了展厅。",
            &["数十位=10 位 over count", "几百名=100 名 over count"],
        ),
        (
            "园区內有 7 家 研究院和 3 个 中试基地。",
            &["7 家=7 家 exact count", "3 个=3 个 exact count"],
        ),
        ("八部门联合发文，九个县区先行。", &["八部门=8 部门 exact count", "九个=9 个 exact count"]),
        (
            "不少于15人次、不超过40人次的团队可以申请。",
            &["15人次=15 人次 over count", "40人次=40 人次 under count"],
        ),
    ]);
}

#[test]
fn money_with_its_currency() {
    check(&[
        (
            "合同额1.2万亿元，其中外资35.6亿美元。",
            &["1.2万亿元=1200000000000 CNY exact money", "35.6亿美元=3560000000 USD exact money"],
        ),
        (
            "该校获捐港币三千万元，另有￥500万配套。",
            &["港币三千万元=30000000 HKD exact money", "￥500万=5000000 CNY exact money"],
        ),
        (
            "单价由每吨820元/吨降至790元/吨。",
            &["820元/吨=820 CNY/吨 exact change", "790元/吨=790 CNY/吨 exact change"],
        ),
        (
            "票价五元三角，往返十元六角。",
            &["五元三角=5.3 CNY exact money", "十元六角=10.6 CNY exact money"],
        ),
        ("基金规模达到百亿元级，首期到位8亿元人民币。", &["8亿元人民币=800000000 CNY exact money"]),
        ("多元投入机制基本形成，公共服务均等化。", &[]),
    ]);
}

#[test]
fn shares_growth_and_change() {
    check(&[
        (
            "增加值占比提升至28.6%，同比提高1.3个百分点。",
            &["28.6%=28.6 % exact percent", "1.3个百分点=1.3 百分点 exact growth"],
        ),
        (
            "不良率百分之2點5，投资3点5亿元，上午8点20分开会。",
            &["百分之2點5=2.5 % exact percent", "3点5亿元=350000000 CNY exact money"],
        ),
        (
            "发明专利同比增长约两成，能耗下降百分之三点五。",
            &["两成=20 % about growth", "百分之三点五=3.5 % exact decline"],
        ),
        ("投入强度由2.4%提高到3.1%。", &["2.4%=2.4 % exact change", "3.1%=3.1 % exact change"]),
        (
            "故障率为千分之五，合格率98%以上。",
            &["千分之五=0.5 % exact percent", "98%=98 % over percent"],
        ),
        (
            "产值增长2.5倍，约三分之一来自县域。",
            &["2.5倍=2.5 倍 exact growth", "三分之一=0.333333333333333  about ratio"],
        ),
        ("利率浮动10%-15%。", &["10%-15%=10/15 % exact percent"]),
        ("这一做法没有成立的理由，三成立场摇摆。", &[]),
    ]);
}

#[test]
fn ranks_and_ordinals() {
    check(&[
        ("该市位居全国第三，较上年上升2位。", &["第三=3  exact rank", "2位=2 位 exact count"]),
        (
            "第五届成果交易会和第十二批名单同日公布。",
            &["第五届=5 届 exact ordinal", "第十二批=12 批 exact ordinal"],
        ),
        ("两所高校进入世界前100名。", &["两所=2 所 exact count", "前100名=100 名 under rank"]),
        ("第三产业占比上升，第一书记到村任职。", &[]),
        ("指数得分为87.4，连续提高。", &["87.4=87.4  exact index"]),
    ]);
}

/// How many texts of a table are right, and those that are wrong: below each text stand its quantities.
fn measure(table: &str) -> (usize, Vec<String>) {
    let (mut right, mut wrong) = (0, Vec::new());
    let mut lines =
        table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).peekable();
    while let Some(text) = lines.next() {
        let mut expected = Vec::new();
        while let Some(quantity) = lines.next_if(|line| line.starts_with("> ")) {
            expected.push(quantity.trim_start_matches("> ").to_owned());
        }
        let found = found(text);
        if found == expected {
            right += 1;
        } else {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    (right, wrong)
}

#[test]
fn every_seen_short_text_is_right() {
    let (right, wrong) = measure(include_str!("quantities/short-seen.txt"));
    assert!(wrong.is_empty() && right > 100, "{right} right\n{}", wrong.join("\n"));
}

/// The floor rises with the rules and is never lowered; what is wrong is not shown.
#[test]
fn held_short_texts_keep_their_score() {
    let (right, wrong) = measure(include_str!("quantities/short-held.txt"));
    assert!(right * 100 >= (right + wrong.len()) * 97, "{right} right, {} wrong", wrong.len());
}

#[test]
fn membership_of_the_first_is_a_rank() {
    check(&[
        ("白石港跻身全球百强。", &["百强=100 强 under rank"]),
        ("该公司入围全国渔业500强，产值居首。", &["500强=500 强 under rank"]),
        ("渔船厂进入世界前20强。", &["前20强=20 强 under rank"]),
        ("校队闯入八强，总分第三。", &["八强=8 强 under rank", "第三=3  exact rank"]),
        ("得分是十年来第二低的。", &["第二=2  exact rank"]),
        ("引进世界500强企业，创建百强县和百强科技集群，首批、首个。", &[]),
    ]);
}

#[test]
fn so_many_for_so_many_others() {
    check(&[
        (
            "全县每10万人有12家诊所，每平方公里260人。",
            &["10万人=100000 人 exact count", "12家=12 家 exact ratio", "260人=260 人 exact ratio"],
        ),
        (
            "师生比由1:18改善为1:15，按3∶2的比例出资，主队3:1获胜。",
            &[
                "1:18=0.0555555555555556  exact ratio",
                "1:15=0.0666666666666667  exact ratio",
                "3∶2=1.5  exact ratio",
            ],
        ),
        ("每天开12班，每家出资5万元。", &["12班=12 班 exact count", "5万元=50000 CNY exact money"]),
    ]);
}

#[test]
fn words_and_forms_that_real_pages_have() {
    check(&[
        ("至少要500人才能开船，引进500人才能力出众者。", &["500人=500 人 over count"]),
        ("采集耗时5小时11分，14时36分30秒返航。", &["5小时11分=311 分钟 exact duration"]),
        (
            "近千万网民围观，百元上下的鱼，二三十人的船队。",
            &[
                "千万=10000000  under count",
                "百元=100 CNY about money",
                "二三十人=20/30 人 about count",
            ],
        ),
        (
            "水温最低-2℃，收入比由2.45缩小至2.34。",
            &["-2℃=-2 ℃ exact measure", "2.45=2.45  exact change", "2.34=2.34  exact change"],
        ),
        (
            "312家用户停电，两千家用电器受损，展期共92日。",
            &["312家=312 家 exact count", "92日=92 日 exact duration"],
        ),
        (
            "152票赞成、九票反对，监测井142眼，录音1.5万段，涨了一倍半，下调25个基点。",
            &[
                "152票=152 票 exact count",
                "九票=9 票 exact count",
                "142眼=142 眼 exact count",
                "1.5万段=15000 段 exact count",
                "一倍半=1.5 倍 exact growth",
                "25个基点=25 基点 exact measure",
            ],
        ),
        (
            "30万羽绒服、八千元月租、一面之词、四面环水、两票制、100面部识别机。",
            &["八千元=8000 CNY exact money"],
        ),
    ]);
}

#[test]
fn the_first_rank_in_a_word() {
    let first = &["首位=1 位 exact rank"][..];
    check(&[
        ("茶园面积居全省首位。", first),
        ("渔船数量跃居三省一市首位，", first),
        ("总量和增速均排名首位的港口", first),
        ("把质量放在首位，首位度提高。", &[]),
        ("居民首位代表发言，她是首位登顶的队员。", &[]),
        ("居民把安全放在首位。", &[]),
    ]);
}

/// What counts are of.
#[track_caller]
fn check_nouns(cases: &[(&str, &str)]) {
    for (sentence, noun) in cases {
        let found = quantities(sentence);
        assert_eq!(found[0].noun.as_deref(), Some(*noun), "{sentence}");
    }
}

#[test]
fn a_noun_ends_before_what_is_said_of_it() {
    check_nouns(&[
        ("三大渔港带动沿海各县", "渔港"),
        ("两大车型预计明年上市", "车型"),
        ("每10艘渔船中就有3艘", "渔船"),
        ("四大港口中最忙的一个", "港口"),
        ("三个示范港区超80家企业", "示范港区"),
        ("两个试点县约1200户", "试点县"),
        ("5项最新成果", "最新成果"),
        ("12个超算中心", "超算中心"),
        ("31项深海养殖和种质保存项目", "深海养殖和种质保存项目"),
        ("31项课题和种质保存项目", "课题"),
        ("31个渔村和种质保存项目", "渔村"),
        ("31项规则和办法", "规则"),
    ]);
}

#[test]
fn measures_and_spans_of_time() {
    check(&[
        (
            "镜头有315万像素，药瓶装500CC，重85公克，离心机容量1300g·t。",
            &[
                "315万像素=3150000 像素 exact measure",
                "500CC=500 CC exact measure",
                "85公克=85 公克 exact measure",
                "1300g·t=1300 g·t exact measure",
            ],
        ),
        (
            "候鸟由1200万降至760万。",
            &["1200万=12000000  exact change", "760万=7600000  exact change"],
        ),
        (
            "走廊全长约320公里，面积7.62万平方公里。",
            &["320公里=320 公里 about measure", "7.62万平方公里=76200 平方公里 exact measure"],
        ),
        (
            "装置功率为15兆瓦，年发电3.6亿千瓦时。",
            &["15兆瓦=15 兆瓦 exact measure", "3.6亿千瓦时=360000000 千瓦时 exact measure"],
        ),
        (
            "试点为期一年半，审批用时压缩到两个多小时。",
            &["一年半=1.5 年 exact duration", "两个多小时=2 小时 over duration"],
        ),
        (
            "服务24小时不断，响应不超过5分钟。",
            &["24小时=24 小时 exact duration", "5分钟=5 分钟 under duration"],
        ),
    ]);
}

#[test]
fn every_form_of_a_numeral_in_running_sentences() {
    check(&[
        (
            "港区年吞吐1.8亿吨，仓库4.6万平方米，泊位二十个，廿五条航线连到两千里外。",
            &[
                "1.8亿吨=180000000 吨 exact measure",
                "4.6万平方米=46000 平方米 exact measure",
                "二十个=20 个 exact count",
                "廿五条=25 条 exact count",
            ],
        ),
        (
            "村里有3000余户人家，半数外出；留下的两千三百多人里，百分之三是孩子，千分之五过了九十岁。",
            &[
                "3000余户=3000 户 over count",
                "两千三百多人=2300 人 over count",
                "百分之三=3 % exact percent",
                "千分之五=0.5 % exact percent",
                "九十岁=90 岁 exact duration",
            ],
        ),
        (
            "排队由半小时减到十来分钟，半个月里办件突破五万件，每天不少于1500件。",
            &[
                "半小时=0.5 小时 exact duration",
                "十来分钟=10 分钟 about duration",
                "半个月=0.5 个月 exact duration",
                "五万件=50000 件 over count",
                "1500件=1500 件 over count",
            ],
        ),
        (
            "本島人口四千九百萬，網民突破5億，其中七成用手機上網。",
            &[
                "四千九百萬=49000000  exact count",
                "5億=500000000  over count",
                "七成=70 % exact percent",
            ],
        ),
        (
            "兩岸航班增至廿三班，旅客逾三十萬人次，貨量近兩萬噸，運費降了一成半。",
            &[
                "廿三班=23 班 exact count",
                "三十萬人次=300000 人次 over count",
                "兩萬噸=20000 吨 under measure",
                "一成半=15 % exact decline",
            ],
        ),
        (
            "果農收入約佔全縣的四分之一，畝產百餘公斤，比去年多三四公斤。",
            &[
                "四分之一=0.25  about ratio",
                "百餘公斤=100 公斤 over measure",
                "三四公斤=3/4 公斤 about measure",
            ],
        ),
    ]);
}

#[test]
fn spans_and_neighbours() {
    check(&[
        (
            "水温11、12度，游6、7个小时也不冷。",
            &["11、12度=11/12 度 exact count", "6、7个小时=6/7 小时 exact duration"],
        ),
        ("第3、4、5号泊位停用，3、5个并排。", &["5个=5 个 exact count"]),
        (
            "损耗四到五成，泡五到十分钟，每户补助1200元到1500元。",
            &[
                "四到五成=40/50 % exact percent",
                "五到十分钟=5/10 分钟 exact duration",
                "1200元到1500元=1200/1500 CNY exact money",
            ],
        ),
        (
            "报销比例从65%提到72%，覆盖11至13个县。",
            &["65%=65 % exact change", "72%=72 % exact change", "11至13个=11/13 个 exact count"],
        ),
        ("Alpha和Beta两大系列上市，Mk3没有。", &["两大=2 大 exact count"]),
    ]);
}

#[test]
fn ranks_without_their_sign_and_counts_without_a_measure_word() {
    check(&[
        ("该国排名138，较上年升3位。", &["138=138  exact rank", "3位=3 位 exact count"]),
        (
            "累计报告61病例，展厅十八万平方英尺。",
            &["61病例=61 病例 exact count", "十八万平方英尺=180000 平方英尺 exact measure"],
        ),
        ("四人均为船员，三人均获救。", &["四人=4 人 exact count", "三人=3 人 exact count"]),
    ]);
}

#[test]
fn places_and_words_that_begin_like_counts() {
    check(&[
        ("三门坡镇、五台山和八道湾乡都在下雨。", &[]),
        ("队伍人员齐整，这两天不出海。", &[]),
        (
            "五台机器、八道工序、三家村镇银行。",
            &["五台=5 台 exact count", "八道=8 道 exact count", "三家=3 家 exact count"],
        ),
        ("电话13800000000，邮编200333，地址港前路36号，证券代码（000001）。", &[]),
        ("（一）总则；（2）范围；3.附则。其一为公，其二为民。", &[]),
        ("“一网通办”和“两山”理念，三省一市、七市一区、“三农”与“五个新城”。", &[]),
    ]);
}

#[test]
fn what_only_looks_like_a_quantity() {
    check(&[
        ("长三角一体化发展，三省一市协同，G60走廊提速。", &[]),
        ("“五个统一”和“三张清单”写入方案。", &[]),
        ("一是加强统筹，二是完善机制，三是压实责任。", &[]),
        ("热线021-55667788，股票代码688981，版本号2.0.1。", &[]),
        ("C919交付，5G基站开通，PM2.5下降。", &[]),
        ("党的二十大以来，十四届人大二次会议通过决议。", &[]),
        ("一批企业、一系列成果和一个目标。", &[]),
        ("《三年行动方案（10条）》印发，详见http://a.example/12个.html。", &[]),
        ("附近居民参加，节约用水。", &[]),
        ("2024年6月12日，会议于上午9点召开。", &[]),
        ("世界500强和全球百强企业。", &[]),
    ]);
}

#[test]
fn shares_with_what_they_are_of() {
    check(&[
        ("梨园约占8成，桃园占30%。", &["8成=80 % about percent", "30%=30 % exact percent"]),
        ("柳树約佔全鎮的40%。", &["40%=40 % about percent"]),
        (
            "七成的鸭棚迁走了，八成人赞成，2成人1儿童免票。",
            &["七成=70 % exact percent", "八成=80 % exact percent"],
        ),
        ("一成人带队，织成的席子归三成人员。", &[]),
    ]);
}

#[test]
fn years_of_the_republic_are_no_spans() {
    check(&[
        ("渔港自91年3月起疏浚，比90年同期多捞120吨。", &["120吨=120 吨 exact measure"]),
        (
            "茶園由91年的12%降為95年的9%，92年產茶300公斤。",
            &["12%=12 % exact change", "9%=9 % exact change", "300公斤=300 公斤 exact measure"],
        ),
        ("從91年到95年，竹材少了4萬包。", &["4萬包=40000 包 exact count"]),
        (
            "老桥用了90年，树龄从100年到200年不等，100年风雨不倒。",
            &[
                "90年=90 年 exact duration",
                "100年=100 年 exact duration",
                "200年=200 年 exact duration",
                "100年=100 年 exact duration",
            ],
        ),
    ]);
}

#[test]
fn packs_portions_medals_and_coins() {
    check(&[
        (
            "盐卖出3万包，粥备了20人份，鸡蛋降了两分钱。",
            &[
                "3万包=30000 包 exact count",
                "20人份=20 人份 exact count",
                "两分钱=0.02 CNY exact money",
            ],
        ),
        (
            "划艇队拿下5金2银，另有1铜。",
            &["5金=5 金 exact count", "2银=2 银 exact count", "1铜=1 铜 exact count"],
        ),
        ("第3金属车间、第6银行网点和5g基站，5包括运费。", &[]),
        (
            "招收6至12周岁学员，每袋250g，滴剂15ml，泵55 kW。",
            &[
                "6至12周岁=6/12 岁 exact duration",
                "250g=250 g exact measure",
                "15ml=15 ml exact measure",
                "55 kW=55 kW exact measure",
            ],
        ),
        (
            "盐度十六.五克，藻类4500/毫升，碱度指标达62，氨浓度≤4。",
            &[
                "十六.五克=16.5 克 exact measure",
                "4500/毫升=4500 /毫升 exact measure",
                "62=62  exact index",
                "4=4  under index",
            ],
        ),
        ("养蜂的有30万？“40万”。", &["30万=300000  exact count", "40万=400000  exact count"]),
        ("白鹭连续第四周减少。", &["第四周=4 周 exact ordinal"]),
    ]);
}

#[test]
fn names_that_hold_a_measure_word() {
    check(&[
        ("孩子四处找伞，船到七台河市，又到六安。", &[]),
        ("村里建成四处凉亭，“柳七首”已失传。", &["四处=4 处 exact count"]),
        ("门上写着“3000家”和“共七首”。", &["3000家=3000 家 exact count", "七首=7 首 exact count"]),
    ]);
}

#[test]
fn traditional_script_keeps_its_own_characters() {
    check(&[
        (
            "補助金額約新臺幣三億元，核定兩百餘件。",
            &["新臺幣三億元=300000000 TWD about money", "兩百餘件=200 件 over count"],
        ),
        (
            "賠償五百廿一萬多元，藥價降了一元錢左右，第二天生效。",
            &["五百廿一萬多元=5210000 CNY over money", "一元錢=1 CNY about money"],
        ),
        ("四百廿三名旅客。", &["四百廿三名=423 名 exact count"]),
        (
            "占比百分之廿五，較去年增加四個百分點。",
            &["百分之廿五=25 % exact percent", "四個百分點=4 百分点 exact growth"],
        ),
    ]);
}

#[test]
fn long_lines_without_a_clause_end_take_linear_work() {
    // A slow way would take minutes for these.
    for part in ["12家、", "《", "百分之", "从1%上升到2%", "十 ", "3个多"] {
        let line = part.repeat(20_000);
        let found = quantities(&line);
        assert!(found.iter().all(|one| one.range.slice(&line).is_some()), "{part}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "[一二三四五六七八九十百千万亿兆0-9０-９.,，点分之又半多余几数第个家元%％成折前从由到至约近超《》“”a-zG /-]{0,40}") {
        let mut before = 0;
        for one in quantities(&text) {
            prop_assert!(one.range.start() >= before);
            prop_assert_eq!(one.range.slice(&text), Some(one.text.as_str()));
            before = one.range.end();
        }
        for one in numbers(&text) {
            prop_assert!(one.range.slice(&text).is_some());
        }
    }
}

#[test]
fn words_between_a_qualifier_and_its_number() {
    check(&[
        ("离码头大概还有12公里。", &["12公里=12 公里 about measure"]),
        ("修好那座桥起码需要八年。", &["八年=8 年 over duration"]),
        ("县里约有三成农户参保。", &["三成=30 % about percent"]),
        (
            "票价30欧元，约合240元人民币。",
            &["30欧元=30 EUR exact money", "240元人民币=240 CNY about money"],
        ),
        ("履约有3家。", &["3家=3 家 exact count"]),
        ("水位不得低于8米，跌破9米。", &["8米=8 米 over measure", "9米=9 米 under measure"]),
    ]);
}

#[test]
fn units_in_letters_and_long_numbers_in_words() {
    check(&[
        ("新建一条2500t/d的生产线。", &["2500t/d=2500 t/d exact measure"]),
        ("身高182CM，体重75KG。", &["182CM=182 CM exact measure", "75KG=75 KG exact measure"]),
        ("这份两万三千多字的讲稿。", &["两万三千多字=23000 字 over count"]),
        ("三字经和十二城。", &[]),
        ("投下30万只为露个脸。", &[]),
        ("租 用 了 5 個 月。", &["5 個 月=5 个月 exact duration"]),
        ("门诊占百分之四到五。", &["百分之四到五=4/5 % exact percent"]),
        ("营业额有六千万以上。", &["六千万=60000000  over count"]),
    ]);
}

#[test]
fn names_and_prices_that_look_like_counts() {
    check(&[
        ("副院长林一成指出，要多运动。", &[]),
        ("家电三包规定将修订，商家送来三包茶叶。", &["三包=3 包 exact count"]),
        (
            "一份盒饭卖二十块，蛋糕切成五块。",
            &["二十块=20 CNY exact money", "五块=5 块 exact count"],
        ),
        ("产量名列第二的是湖东县。第三为湖西县。", &["第二=2  exact rank", "第三=3  exact rank"]),
        ("第三为了省钱。", &[]),
        ("产量第四为湖南村，少于去年。第五为湖北村。", &["第五=5  exact rank"]),
    ]);
}

#[test]
fn larger_and_smaller_units_together() {
    check(&[
        (
            "她用9分30秒绕湖一圈，比去年快1小时20分钟。",
            &["9分30秒=570 秒 exact duration", "1小时20分钟=80 分钟 exact duration"],
        ),
        (
            "少年身高1米86，百米跑出10秒03。",
            &["1米86=1.86 米 exact measure", "10秒03=10.03 秒 exact duration"],
        ),
        ("修路用了三年零两个月。", &["三年零两个月=38 个月 exact duration"]),
        (
            "粽子三块五毛一个，豆浆两块五。",
            &["三块五毛=3.5 CNY exact money", "两块五=2.5 CNY exact money"],
        ),
        ("渡口一天24小时开放，10时36分30秒开船。", &["24小时=24 小时 exact duration"]),
        ("北纬30度20分，水田10亩3分。", &["30度=30 度 exact count", "10亩=10 亩 exact measure"]),
        (
            "送来三块五彩石和100米5连冠的旗。",
            &["三块=3 块 exact count", "100米=100 米 exact measure"],
        ),
    ]);
}

#[test]
fn numbers_that_share_a_unit_or_have_none() {
    check(&[
        (
            "三个渔港的渔船分别为120、86和54艘。",
            &[
                "三个=3 个 exact count",
                "120=120 艘 exact count",
                "86=86 艘 exact count",
                "54艘=54 艘 exact count",
            ],
        ),
        ("第3、4、5号泊位，5、6号机组。", &[]),
        (
            "岛上住着2600多万外来渔民，收养了300多鲸鱼。",
            &["2600多万=26000000  over count", "300多=300  over count"],
        ),
        (
            "造价超过20个亿，工钱两万五。",
            &["20个亿=2000000000  over count", "两万五=25000  exact count"],
        ),
        ("万一下雨，5万里海路也要走，10万级的船。", &["10万级=100000 级 exact count"]),
        ("全镇共14 .5万名渔民。", &["14 .5万名=145000 名 exact count"]),
        (
            "每股跌到60美分，募得US$1.2bn。",
            &["60美分=0.6 USD exact money", "US$1.2bn=1200000000 USD exact money"],
        ),
    ]);
}

#[test]
fn shares_doublings_and_frost() {
    check(&[
        ("渔获翻了一番，三番五次延期。", &["一番=1 番 exact growth"]),
        (
            "油价上涨2成至3成，损耗百分之六到百分之九。",
            &["2成至3成=20/30 % exact growth", "百分之六到百分之九=6/9 % exact percent"],
        ),
        ("节省一半费用，另一半留着，一半是海水。", &["一半=0.5  exact ratio"]),
        (
            "最低气温零下五度，冰库零下18℃。",
            &["零下五度=-5 度 exact count", "零下18℃=-18 ℃ exact measure"],
        ),
        (
            "血压120/80毫米汞柱，流量575立方米每秒。",
            &["575立方米每秒=575 立方米每秒 exact measure"],
        ),
        ("官司一波三折，电话05-2765041分机30。", &[]),
    ]);
}

#[test]
fn lengths_of_days_and_of_one() {
    check(&[
        (
            "60日内可退，海岛4日自由行，3月5日开船。",
            &["60日=60 日 exact duration", "4日=4 日 exact duration"],
        ),
        ("须提前一个月左右预订，一个月后取票。", &["一个月=1 个月 about duration"]),
        ("“30天包退换”改为“60日内”。", &["30天=30 天 exact duration", "60日=60 日 exact duration"]),
    ]);
}

#[test]
fn units_are_written_as_the_text_spells_them() {
    check(&[
        (
            "標本重85公克，長30~45公分，離岸兩公尺。",
            &[
                "85公克=85 公克 exact measure",
                "30~45公分=30/45 公分 exact measure",
                "兩公尺=2 公尺 exact measure",
            ],
        ),
        (
            "体重不足1千克，热量5200大卡/千克。",
            &["1千克=1 千克 under measure", "5200大卡/千克=5200 大卡/千克 exact measure"],
        ),
        (
            "绿地3平方千米，气温30摄氏度，上调10个基点。",
            &[
                "3平方千米=3 平方千米 exact measure",
                "30摄氏度=30 摄氏度 exact measure",
                "10个基点=10 基点 exact measure",
            ],
        ),
    ]);
}

#[test]
fn halves_of_pieces_and_pieces_of_money() {
    check(&[
        (
            "离灶台不足半米，每晚吃半片药。",
            &["半米=0.5 米 under measure", "半片=0.5 片 exact count"],
        ),
        (
            "每粒1-3分钱，一片才一分多钱。",
            &["1-3分钱=0.01/0.03 CNY exact money", "一分多钱=0.01 CNY over money"],
        ),
        ("一分钱一分货，得了3分。", &["3分=3 分 exact score"]),
    ]);
}

#[test]
fn bounds_that_were_not_passed_and_bounds_around_a_measure() {
    check(&[
        (
            "股价始终未能突破12元，客流没有超过3万人。",
            &["12元=12 CNY under money", "3万人=30000 人 under count"],
        ),
        (
            "股价突破12元，靠近一公尺内会被发现。",
            &["12元=12 CNY over money", "一公尺=1 公尺 under measure"],
        ),
        (
            "水位低于24.80米的历史最低值，涨幅超过5%的企业。",
            &["24.80米=24.8 米 exact measure", "5%=5 % over growth"],
        ),
        (
            "女婴1岁3个月，长到三岁半。",
            &["1岁3个月=15 个月 exact duration", "三岁半=3.5 岁 exact duration"],
        ),
        ("渠长10公里内部防渗。", &["10公里=10 公里 exact measure"]),
        (
            "铁船和木船的占比大概分别为20%和80%。",
            &["20%=20 % about percent", "80%=80 % exact percent"],
        ),
    ]);
}

#[test]
fn ones_that_are_meant_and_numbers_that_stand_bare() {
    check(&[
        (
            "开馆仅仅一周的时间里，接待了近两万居民。",
            &["一周=1 周 exact duration", "两万=20000  under count"],
        ),
        (
            "背了一周行囊，每年手术高达千次。",
            &["一周=1 周 exact duration", "千次=1000 次 exact count"],
        ),
        (
            "药分三大类，有50板，连续第18年上榜。",
            &["三大类=3 大类 exact count", "50板=50 板 exact count", "第18年=18 年 exact ordinal"],
        ),
        ("锅炉销量在国内和亚洲都是第一。安全是第一，速度是第二。", &["第一=1  exact rank"]),
        ("推出三包的厂家，送来三包种子。", &["三包=3 包 exact count"]),
    ]);
}
