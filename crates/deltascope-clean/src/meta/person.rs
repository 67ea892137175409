//! Names of people by their look: a known surname and one or two characters more.

/// It begins as names of people do; four characters only after a surname of two.
pub fn has_surname(word: &str) -> bool {
    const DOUBLE: [&str; 12] = [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯",
        "闻人",
    ];
    const SINGLE: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包左石崔吉龚程邢滑裴陆荣翁荀羊惠甄曲封芮储靳段富焦巴牧谷车侯班秋仲伊宫宁仇甘厉祖武符刘景詹龙叶幸司黎白蒲卓蔺屠蒙池乔阴苍闻党翟谭贡姬申冉雍桑桂牛寿通边燕冀浦尚农温庄晏柴瞿阎连茹习艾鱼容向古易戈廖衡步都耿满匡国文寇广东殳沃利蔚越师巩聂晁敖融冷辛阚那简饶空曾沙养鞠须丰巢关相查后荆红游竺权盖益桓公肖付代佘佟冼覃邸闫涂欧仝仓海宇展解曾隋";
    let chars = word.chars().count();
    let double = DOUBLE.iter().any(|name| word.starts_with(name));
    double && chars <= 4
        || chars <= 3 && word.chars().next().is_some_and(|char| SINGLE.contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_opens_a_name() {
        for name in ["张三", "李思思", "欧阳小江", "司徒月"] {
            assert!(has_surname(name), "{name}");
        }
        for word in ["打印", "会议", "江畔日报", "的话"] {
            assert!(!has_surname(word), "{word}");
        }
    }
}
