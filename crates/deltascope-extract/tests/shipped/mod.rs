//! The project's own gazetteer, read for tests.

use deltascope_extract::Gazetteer;

pub fn gazetteer() -> Gazetteer {
    let files = [
        ("places", include_str!("../../../../corpus/gazetteer/places.toml")),
        ("groups", include_str!("../../../../corpus/gazetteer/groups.toml")),
        ("initiatives", include_str!("../../../../corpus/gazetteer/initiatives.toml")),
        ("organisations", include_str!("../../../../corpus/gazetteer/organisations.toml")),
    ];
    Gazetteer::parse(&files).expect("the gazetteer is sound")
}
