//! Offices that each of several places has: `江苏、浙江、安徽三省科技厅` are three.

use crate::gazetteer::Gazetteer;

/// The last place of a list, and the office that all of the list have.
pub(crate) struct Shared<'a> {
    pub(crate) place: &'a str,
    pub(crate) office: Office<'a>,
}

/// An office, with what its places are called together where that is told: 省 and 科技厅 of 三省科技厅.
pub(crate) struct Office<'a> {
    pub(crate) rank: Option<char>,
    pub(crate) name: &'a str,
}

impl Office<'_> {
    /// The office of a place: 江苏省科技厅, also where 四地 tells no rank.
    pub(crate) fn of(&self, place: &str, gazetteer: &Gazetteer) -> String {
        let mut own = place.to_owned();
        match self.rank {
            Some('地') => {
                let names = gazetteer.place_before(place).map(|id| gazetteer.names_of_place(&id));
                let full = |name: &&str| name.len() > place.len() && name.starts_with(place);
                let full = names.into_iter().flatten().find(full);
                own = full.map_or(own, str::to_owned);
            }
            Some(rank) if !place.ends_with(rank) => own.push(rank),
            _ => {}
        }
        own + self.name
    }
}

/// What a name tells that has between a place and an office how many places those are.
pub(crate) fn of_so_many<'a>(name: &'a str, gazetteer: &Gazetteer) -> Option<Shared<'a>> {
    const RANKS: [char; 5] = ['省', '市', '县', '区', '地'];
    let behind = gazetteer.behind_place(name)?;
    let counted = behind.strip_prefix(|c| "两二三四五六七八九十".contains(c))?;
    let rank = counted.chars().next().filter(|rank| RANKS.contains(rank))?;
    let office = counted.strip_prefix(rank).filter(|office| !office.is_empty())?;
    let place = &name[..name.len() - behind.len()];
    Some(Shared { place, office: Office { rank: Some(rank), name: office } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, other: &str, expected: Option<[&str; 2]>) {
        let file = r#"place = [
            { id = "1", name = "甲川", full = "甲川省", hant = "", en = "", level = "province" },
        ]"#;
        let gazetteer = Gazetteer::parse(&[("a.toml", file)]).unwrap();
        let shared = of_so_many(name, &gazetteer);
        let offices = shared.map(|Shared { place, office }| {
            [place, other].map(|place| office.of(place, &gazetteer))
        });
        assert_eq!(offices, expected.map(|names| names.map(str::to_owned)), "{name}");
    }

    #[test]
    fn each_place_has_its_office() {
        check("甲川三省科技厅", "乙山", Some(["甲川省科技厅", "乙山省科技厅"]));
        check("甲川省两省科技厅", "乙山省", Some(["甲川省科技厅", "乙山省科技厅"]));
        check("甲川四地人大常委会", "乙山", Some(["甲川省人大常委会", "乙山人大常委会"]));
        check("甲川省科技厅", "乙山", None);
        check("甲川三中心", "乙山", None);
        check("乙山三省科技厅", "乙山", None);
    }
}
