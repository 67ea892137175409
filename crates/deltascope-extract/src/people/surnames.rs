//! Surnames, and the words that begin like one.
//!
//! `何平` begins with a surname, and so does `何时`: a place where one of [`NO_NAMES`] stands begins no
//! name. A surname that is also a particle (`于`, `曾`) is one before what no particle stands before;
//! [`after`](super::after) tells.

use std::sync::LazyLock;

use crate::words::Words;

/// Surnames of one character that news name people by.
const SINGLE: &str = "\
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任\
    沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔\
    向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌\
    毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项芦\
    麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩\
    明佘池查麻苑迟邝封谈匡鞠惠荆乐冀郁胥南班储栗燕楚鄢劳谌奚皮粟冼蔺楼盘闻厉伊仝区郜海阚花权强帅屠\
    豆朴盖练廉禹井祖漆巴丰支卿狄平计索宣晋初云容敬扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰\
    赫杭况宿鲜印逯隆茹诺慕亢嵇哈湛宾戎勾茅利於呼揭尉冶斯元檀衣阴昝智幸奉衡\
    尧闭";

/// Surnames of two characters.
const DOUBLE: [&str; 24] = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空",
    "夏侯", "宇文", "长孙", "轩辕", "端木", "百里", "南宫", "西门", "呼延", "独孤", "拓跋", "澹台",
];

/// Words that begin like a name and are none.
const NO_NAMES: &str = "\
    任何 任务 任命 任职 任期 任由 任教 任免 何时 何况 何种 何处 何以 高度 高级 高层 高校 高中 高等 高温 高速 \
    高官 高新 高兴 高原 高铁 高端 高科 高考 高血 高发 高薪 高管 方面 方案 方法 方式 方向 方便 方针 方才 方可 \
    金融 金额 金属 金牌 金秋 金钱 石油 石化 石材 水平 安全 安排 安徽 安置 安装 安监 安理 安保 全国 全部 全体 \
    全面 全市 全省 全球 全县 全区 全校 全院 全力 全年 全程 全会 全家 全新 全民 全军 全党 时间 时期 时代 时候 \
    时而 时常 时任 时隔 时机 成立 成功 成果 成员 成为 成本 成都 成绩 成长 成效 成人 成年 常务 常委 常常 常见 \
    常年 常州 常规 常任 关于 关注 关系 关键 关心 关怀 关节 关口 关门 项目 应该 应当 应邀 应对 应急 应用 应询 \
    应约 应聘 应届 于是 于今 于昨 计划 计算 计生 连续 连夜 连任 连日 连同 连接 连锁 左右 马上 明确 明显 明年 \
    明天 明日 文化 文件 文学 文明 文艺 文字 文物 文章 文理 文科 温度 温和 温暖 温家 温州 白天 白色 白宫 白领 \
    白血 白石 牛奶 牛肉 华人 华东 华南 华北 华中 华侨 华夏 华语 华裔 华尔 江苏 江西 江南 江北 江边 海外 海上 \
    海关 海洋 海南 海峡 海军 海域 海事 南方 南北 南京 南宁 南昌 南非 南海 南部 南美 国家 国际 国内 国外 国务 \
    国有 国产 国防 国土 国庆 国会 国企 国王 都是 都有 都会 都能 都要 都在 都市 原因 原来 原则 原本 原有 原定 \
    和平 和谐 和其 来自 来到 来说 来访 来信 来源 由于 由此 公司 公安 公布 公开 公共 公民 公众 公园 公里 公路 \
    公务 公益 公示 公告 公平 公正 公元 党委 党组 党员 党政 党校 党中 党总 党支 党建 严格 严重 严厉 严肃 严打 \
    平均 平安 平台 平时 平等 支持 支付 支部 支队 支援 支出 容易 简单 简介 简称 许多 许可 包括 包含 包装 万元 \
    万人 万名 万余 万亿 管理 管委 管辖 解决 解释 解放 解读 解除 权利 权威 权益 相关 相信 相比 相当 相应 宣布 \
    宣传 宣读 修改 修订 修建 智能 智慧 信息 信心 信用 信访 信贷 居民 居住 居家 干部 干预 但是 元旦 元首 阳光 \
    阳性 班子 班级 师傅 师生 师范 商业 商务 商品 商家 商会 满意 满足 农业 农民 农村 农田 司法 司机 司长 车辆 \
    车间 车站 车主 路上 路线 路边 路过 季节 季度 季后 古代 古典 古城 房屋 房价 房产 花园 花费 区域 区委 区政 \
    区长 区别 云南 云计 相互 利用 利益 利润 利好 利率 展示 展开 展览 幸福 富裕 初步 初期 初中 初次 门诊 门口 \
    单位 单独 钱款 阴性 广州 武汉 武警 武装 欧洲 欧盟 欧美 韩国 韩方 苏州 杭州 宁波 宁夏 鲁迅 兰州 吉林 晋江 \
    福建 秦皇 沙漠 印度 印发 印刷 印尼 巴西 巴黎 巴基 伊朗 伊拉 蒙古 古巴 荣获 荣誉 景区 景点 盛会 盛大 游客 \
    游戏 游泳 甘肃 贵州 康复 梅州 章程 易于 易发 向前 向来 向其 乐观 连长 燕京 强调 强化 强烈 强制 强大 强国 \
    边境 边远 边界 皮肤 皮革 米饭 索赔 索要 练习 诺贝 普通 普遍 普查 普及 那么 那里 那些 那个 那样 那时 谈话 \
    谈判 谈到 谈及 封闭 查处 查看 查明 查询 费用 席位 卫生 卫视 卫星 卫健 卫计 冷静 冷链 宫颈 童年 祝愿 祝贺 \
    祝福 纪检 纪委 纪律 纪录 纪念 申请 申报 申诉 章节 庄严 莫过 尚未 尚需 尚不 邀请 游览 屈服 通报 危险 危害 \
    危机 危重 乌克 阿里 阿拉 哈尔 玉米 银行 宾馆 信号 束缚 植物 战略 战士 战争 母亲 母婴 宿舍 鲜花 况且 汤药 \
    龙头 雷达 贺信 贺电 夏天 夏季 夏令 冬季 周一 周二 周三 周四 周五 周六 周日 周末 周边 周围 周期 周年 周岁 闻讯 勾结 商定 商量 陆续 盖房 盖楼 高收 万岁 严正 房东 柯达 易观 强行 \
    林业 林区 林地 田间 田径 田地 段时 毛利 丁肝 施工 施行 施政 童话 \
    凌晨 焦点 焦虑 曲线 路透 蓝天 蓝色 谷物 苗木 苗族 武术 江河 向好 游行 党外 支行 汪洋大 康乃 米兰 文教 经济 \
    陆军 韩军 印军 巴军 乌军 伊军 牛群 羊群";

/// Surnames that also are particles: a word behind such a one makes it that.
pub(super) const PARTICLES: &str = "于曾应向方任常尚全";

static NO_NAME: LazyLock<Words> = LazyLock::new(|| Words::new(NO_NAMES.split_whitespace()));
static DOUBLES: LazyLock<Words> = LazyLock::new(|| Words::new(DOUBLE));
static SINGLES: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut all: Vec<char> = SINGLE.chars().filter(|c| !c.is_whitespace()).collect();
    all.sort_unstable();
    all
});

/// How many bytes of a text that begins with a name are its surname.
pub(super) fn surname(text: &str) -> Option<usize> {
    if NO_NAME.begin(text) {
        return None;
    }
    if let Some((surname, ())) = DOUBLES.at(text).next() {
        return Some(surname.len());
    }
    let first = text.chars().next()?;
    SINGLES.binary_search(&first).is_ok().then(|| first.len_utf8())
}
