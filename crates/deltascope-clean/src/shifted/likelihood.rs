//! How likely a character is in honest Chinese text, and which pair of GBK bytes it is.
//!
//! Only the square of pairs with both bytes from 0xA1 on counts: Simplified text is in it, read in
//! step or one byte late. A character costs tenths of the negative natural logarithm of its share
//! of news: the everyday ones are four fifths of it, marks an eighth, the rest of GB 2312's first
//! level a fourteenth, all others next to nothing.

use std::sync::LazyLock;

use encoding_rs::GB18030;

/// First byte of a pair, second byte.
pub type Pair = [u8; 2];

/// The most frequent characters of Chinese news, in the order of their codes.
const EVERYDAY: &str = "\
    爱安案吧八把白百版半包保报爆北被本比必变标表别病并播博不布步部才财彩参策测查察产\
    场常长超车称城成程吃持出处传创春此次从存达打大带代单但当导到道德得的登等低地第点\
    电调定东动都读度队对多俄而儿耳二发法反犯方房防访放非费分份风凤服复父富改感港高告\
    格个各给根跟更工功供公共购股关官观管光广规郭国果过孩海韩寒航好号和何合黑很红后护\
    互户花华化话环还患凰回会活火或击基机集及即级己技济计记际家加价间荐见件健建将江奖\
    降交角教接节解界介金今进近京精经警究九救就居局据均军卡开刊看康考科可克客空口库快\
    款拉来浪老乐离理李里历利立力联连两量了料列林领留流六龙路录旅律率论落码马猫么没媒\
    每美门们米秘密免面民明名命母目那南男难内能你年您牛女拍排牌盘配皮片票频品平评破期\
    妻七其起企器气汽千钱前强亲青清情请球求区取去权全群然让热人任认日容如入三色山伤商\
    上尚少社设身深神生升省师失十石时食实史使式示士世事是市室视试收手首售受书术数双水\
    说斯司死四送速岁索所他她台太坛谈糖特提题体天条铁停通同统投头突图推退外完晚万王网\
    望微为委未位温文闻问我无五物务析西息系下先现限线相香想享像向销消小校效些新心信星\
    型行性需选学雪血讯压亚研言眼演样药要也页业夜一医伊疑已以易亿意议因音引印英应影用\
    由邮油游有友于娱与域育元原员源院月运再在遭造责增摘展战站张涨招照者这真整正政证支\
    知之直值指只至致置制质治中种重周州主著助住注专转着资子自字总走足组最做作\
";

const COST_EVERYDAY: u8 = 66;
const COST_MARK: u8 = 47;
const COST_FIRST_LEVEL: u8 = 106;
const COST_FULL_WIDTH: u8 = 90;
const COST_RARE: u8 = 131;
/// No page writes a character that no standard defines.
const COST_PRIVATE: u8 = 200;

/// First byte of the square.
const LOW: u8 = 0xa1;
/// Its side, in bytes.
const SIDE: usize = 94;

/// The square.
pub static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// A character of the square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The character.
    pub char: char,
    /// What it costs.
    pub cost: u8,
}

/// Where a character has its place in the square, and what it costs; nothing where it has none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Placed(
    // Invariant: the low bits of the pair, none of which is 0; 0 where there is no place.
    u16,
);

impl Placed {
    fn new(pair: Pair) -> Self {
        Self(low_bits(pair) as u16)
    }

    /// It has a place.
    #[inline]
    pub fn is_some(self) -> bool {
        self.0 > 0
    }

    /// The place.
    pub fn pair(self) -> Pair {
        [(self.0 >> BYTE) as u8 | 0x80, self.0 as u8 | 0x80]
    }

    /// The pair that begins in the middle of this one and ends in the middle of the next.
    #[inline]
    pub fn late(self, next: Self) -> Self {
        Self((self.0 & LOW_BITS) << BYTE | next.0 >> BYTE)
    }
}

/// How many low bits of a byte are kept.
const BYTE: u32 = 7;
const LOW_BITS: u16 = (1 << BYTE) - 1;
/// Pairs by these bits, and the characters of the basic plane.
const PAIRS: usize = 1 << (2 * BYTE);
const PLANE: usize = 1 << 16;

/// What is known of the square.
pub struct Table {
    /// For each character of the basic plane.
    placed: Vec<Placed>,
    /// For each pair what it is; none where it is no character, or another pair is it too.
    known: Vec<Option<Known>>,
    /// For each pair, at the low bits of its bytes, what it costs; nothing where it is none.
    costs: Box<[u8; PAIRS]>,
}

impl Table {
    fn new() -> Self {
        let mut placed = vec![Placed::default(); PLANE];
        let mut known: Vec<Option<Known>> = vec![None; SIDE * SIDE];
        let pairs: Vec<Pair> = (0..SIDE * SIDE)
            .map(|nth| [LOW + (nth / SIDE) as u8, LOW + (nth % SIDE) as u8])
            .collect();
        // Each pair is a character, or a mark that it is none.
        let (text, _) = GB18030.decode_without_bom_handling(pairs.as_flattened());
        for ((char, pair), known) in text.chars().zip(&pairs).zip(&mut known) {
            let Some(place) = placed.get_mut(char as usize) else { continue };
            if char != char::REPLACEMENT_CHARACTER && !place.is_some() {
                *place = Placed::new(*pair);
                *known = Some(Known { char, cost: cost(*pair, char) });
            }
        }
        for char in EVERYDAY.chars() {
            let pair = placed[char as usize].pair();
            if let Some(known) = cell(pair).and_then(|cell| known[cell].as_mut()) {
                known.cost = COST_EVERYDAY;
            }
        }
        let mut costs = Box::new([0; PAIRS]);
        for (pair, known) in pairs.into_iter().zip(&known) {
            costs[low_bits(pair)] = known.map_or(0, |known| known.cost);
        }
        Self { placed, known, costs }
    }

    /// The place of a character.
    #[inline]
    pub fn placed(&self, char: char) -> Placed {
        self.placed.get(char as usize).copied().unwrap_or_default()
    }

    /// What the character of a place costs; nothing where none has it.
    #[inline]
    pub fn cost(&self, placed: Placed) -> u8 {
        self.costs[usize::from(placed.0) % PAIRS]
    }

    /// The character that a pair is; none where reading it and writing it again gives another pair.
    pub fn read(&self, pair: Pair) -> Option<Known> {
        self.known[cell(pair)?]
    }
}

/// The seven low bits of both bytes, which tell the pairs of the square apart.
fn low_bits([first, second]: Pair) -> usize {
    usize::from(first & 0x7f) << BYTE | usize::from(second & 0x7f)
}

fn cell(pair: Pair) -> Option<usize> {
    let [first, second] = pair.map(|byte| usize::from(byte.wrapping_sub(LOW)));
    (first < SIDE && second < SIDE).then_some(first * SIDE + second)
}

fn cost(pair: Pair, char: char) -> u8 {
    match pair {
        _ if matches!(char, '\u{e000}'..='\u{f8ff}') => COST_PRIVATE,
        // 、。—…‘’“”《》 and ！（），：；？
        [0xa1, 0xa2 | 0xa3 | 0xaa | 0xad..=0xb1 | 0xb6 | 0xb7]
        | [0xa3, 0xa1 | 0xa8 | 0xa9 | 0xac | 0xba | 0xbb | 0xbf] => COST_MARK,
        [0xa3, _] => COST_FULL_WIDTH,
        [0xb0..=0xd7, _] => COST_FIRST_LEVEL,
        _ => COST_RARE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(char: char, expected: Option<(Pair, u8)>) {
        let placed = TABLE.placed(char);
        let (pair, cost) = (placed.pair(), TABLE.cost(placed));
        assert_eq!(placed.is_some().then_some((pair, cost)), expected, "{char}");
        if expected.is_some() {
            assert_eq!(TABLE.read(pair), Some(Known { char, cost }));
        }
    }

    #[test]
    fn a_late_pair_has_a_byte_of_each() {
        let [one, next] = [[0xb5, 0xc4], [0xa3, 0xac]].map(Placed::new);
        assert_eq!(one.late(next).pair(), [0xc4, 0xa3]);
    }

    #[test]
    fn what_everybody_writes_costs_little() {
        check('的', Some(([0xb5, 0xc4], COST_EVERYDAY)));
        check('，', Some(([0xa3, 0xac], COST_MARK)));
        check('颊', Some(([0xbc, 0xd5], COST_FIRST_LEVEL)));
        check('饕', Some(([0xf7, 0xd2], COST_RARE)));
        check('こ', Some(([0xa4, 0xb3], COST_RARE)));
        check('a', None);
        check('\u{fffd}', None);
        check('\u{20000}', None);
    }

    #[test]
    fn a_pair_is_the_character_that_it_is_alone() {
        for pair in (LOW..=0xfe).flat_map(|first| (LOW..=0xfe).map(move |second| [first, second])) {
            let text = GB18030.decode_without_bom_handling_and_without_replacement(&pair);
            let char = text.and_then(|text| text.chars().next());
            assert_eq!(char.is_some_and(|char| TABLE.placed(char).is_some()), char.is_some());
            assert!(TABLE.read(pair).is_none_or(|known| Some(known.char) == char), "{pair:x?}");
        }
    }

    #[test]
    fn traditional_characters_are_outside() {
        check('儀', None);
    }
}
