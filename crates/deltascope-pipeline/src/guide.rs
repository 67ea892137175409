//! What is said of pages that nobody introduced, in place of a guide written by hand: of where and of
//! what years they tell, how they were made, and views that have something to show.
//!
//! | offered | where there are |
//! | --- | --- |
//! | the initiative with most events and figures | two of it |
//! | figures, side by side | figures that are related |
//! | targets, beside what was reported later | targets |
//! | who acts with whom | events of somebody |
//! | places, year by year | events of two cities |
//! | what the build doubts | doubts |

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::{Corpus, Guide, Place, Standing, Story, Told};

/// The guide to this corpus; none to one without articles.
pub fn guide(corpus: &Corpus) -> Option<Guide> {
    if corpus.articles.is_empty() {
        return None;
    }
    let note = told([
        "文章由程序从存下的网页里整理出来；每条事实都连到说出它的原句，拿不准的列在“存疑”里。",
        "文章由程式從存下的網頁裡整理出來；每條事實都連到說出它的原句，拿不準的列在「存疑」裡。",
        "A program made these articles from saved pages. Each fact leads to the sentence that states it; \
         what is doubtful is listed under “Issues”.",
    ]);
    let offered = [life, related, targets, network, places, doubts];
    Some(Guide {
        title: title(corpus),
        note,
        stories: offered.iter().filter_map(|offer| offer(corpus)).collect(),
    })
}

fn told<T: Into<String>>([simplified, traditional, english]: [T; 3]) -> Told {
    Told { hans: simplified.into(), hant: traditional.into(), en: english.into() }
}

/// A view of so many, named in its text; none where there are fewer than `least`.
fn story(
    query: &str,
    (count, least): (usize, usize),
    title: [&str; 3],
    text: [&str; 3],
) -> Option<Story> {
    let text = text.map(|text| text.replace("{}", &count.to_string()));
    let story = || Story { query: query.to_owned(), title: told(title), text: told(text) };
    (count >= least).then(story)
}

fn title(corpus: &Corpus) -> Told {
    let [simplified, traditional, english] = match widest(corpus) {
        Some(place) => [
            format!("{}的新闻", place.name),
            format!("{}的新聞", place.name_hant),
            format!("{} in the news", place.name_en),
        ],
        None => ["新闻语料", "新聞語料", "A corpus of news"].map(str::to_owned),
    };
    let (wide, narrow) = match corpus.years() {
        Some((from, to)) if from < to => (format!("，{from}—{to}"), format!(", {from}–{to}")),
        Some((year, _)) => (format!("，{year}"), format!(", {year}")),
        None => <_>::default(),
    };
    told([simplified + &wide, traditional + &wide, english + &narrow])
}

/// The place that facts of half of the articles tell of: where there are several, the one that most
/// do, then the one with most members.
fn widest(corpus: &Corpus) -> Option<&Place> {
    let mut tell = BTreeMap::<&str, BTreeSet<&str>>::new();
    let of_initiatives = corpus.initiatives.iter().map(|one| (&one.places[..], &one.evidence));
    let of_events = corpus.events.iter().map(|one| (&one.places[..], &one.evidence));
    let of_figures = corpus.figures.iter().map(|one| (one.scope.as_slice(), &one.evidence));
    for (places, evidence) in of_initiatives.chain(of_events).chain(of_figures) {
        for place in places {
            let articles = evidence.iter().map(|sentence| sentence.article.as_str());
            tell.entry(place).or_default().extend(articles);
        }
    }
    let count = |place: &Place| tell.get(place.id.as_str()).map_or(0, BTreeSet::len);
    let half = corpus.places.iter().filter(|place| count(place) * 2 >= corpus.articles.len());
    half.max_by_key(|place| (count(place), place.members.len()))
}

fn life(corpus: &Corpus) -> Option<Story> {
    let mut facts = BTreeMap::<&str, usize>::new();
    let of_figures = corpus.figures.iter().filter_map(|one| one.initiative.as_deref());
    for initiative in corpus.events.iter().map(|one| &*one.initiative).chain(of_figures) {
        *facts.entry(initiative).or_default() += 1;
    }
    // Of several the first.
    let (initiative, count) = facts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    story(
        &format!("initiative={initiative}"),
        (count, 2),
        ["讲得最多的举措", "講得最多的舉措", "The initiative told of most"],
        [
            "它的历程和数据，共{}条事实。",
            "它的歷程和數據，共{}條事實。",
            "Its life and its figures: {} facts.",
        ],
    )
}

fn related(corpus: &Corpus) -> Option<Story> {
    let figure = |id: &String| corpus.figures.binary_search_by(|known| known.id.cmp(id)).is_ok();
    let related = corpus.relations.iter().filter(|relation| relation.members.iter().any(figure));
    let count = related.count();
    story(
        "view=figures",
        (count, 1),
        ["几个来源，几种说法", "幾個來源，幾種說法", "What sources say"],
        [
            "{}组数值可以对照，各附原句。",
            "{}組數值可以對照，各附原句。",
            "Values to compare, each with its sentence: {}.",
        ],
    )
}

fn targets(corpus: &Corpus) -> Option<Story> {
    let figures = corpus.figures.iter().filter(|figure| figure.standing == Standing::Target);
    let count = figures.count() + corpus.events.iter().filter(|one| !one.has_happened()).count();
    story(
        "view=targets",
        (count, 1),
        ["要做到的，和后来说的", "要做到的，和後來說的", "Targets, and what came of them"],
        [
            "{}个目标，旁边是此后的报道。",
            "{}個目標，旁邊是此後的報道。",
            "What was to be reached, beside what was reported later: {}.",
        ],
    )
}

fn network(corpus: &Corpus) -> Option<Story> {
    let count = corpus.events.iter().filter(|event| !event.actors.is_empty()).count();
    story(
        "view=network",
        (count, 1),
        ["谁和谁一起做", "誰和誰一起做", "Who acts with whom"],
        [
            "{}个节点写明了主体，每条连线都有原句。",
            "{}個節點寫明了主體，每條連線都有原句。",
            "Events that name who acted: {}. Each line has its sentence.",
        ],
    )
}

fn places(corpus: &Corpus) -> Option<Story> {
    let told: BTreeSet<&String> = corpus.events.iter().flat_map(|event| &event.places).collect();
    let tiles = corpus.places.iter().filter(|place| place.tile.is_some());
    let count = tiles.filter(|place| told.contains(&place.id)).count();
    story(
        "view=places",
        (count, 2),
        ["各地有多少", "各地有多少", "How much of which place"],
        [
            "{}座城市有节点，可以按年播放。",
            "{}座城市有節點，可以按年播放。",
            "Cities named by events: {}, to be played year by year.",
        ],
    )
}

fn doubts(corpus: &Corpus) -> Option<Story> {
    let count = corpus.issues.len();
    story(
        "view=issues",
        (count, 1),
        ["先核对存疑之处", "先核對存疑之處", "What to check first"],
        [
            "{}处拿不准，逐条写明原因。",
            "{}處拿不準，逐條寫明原因。",
            "Doubts of the build, each with its reason: {}.",
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{
        Article, Basis, Edtf, Event, EventDate, EventStanding, Evidence, PageDate, Phase, TextRange,
    };

    fn article(id: &str, published: &str) -> Article {
        let range = TextRange::of(0, 3);
        let date = Edtf::new(published).ok();
        let published = date.map(|edtf| PageDate { edtf, basis: Basis::Stated, range });
        Article { id: id.into(), published, ..Article::default() }
    }

    fn place(id: &str, name: &str, members: &[&str]) -> Place {
        Place {
            id: id.into(),
            name: name.into(),
            name_hant: name.into(),
            name_en: id.into(),
            level: "city".into(),
            parent: None,
            point: None,
            tile: None,
            members: members.iter().map(|&id| id.into()).collect(),
            aliases: Vec::new(),
        }
    }

    fn event(initiative: &str, phase: Phase, article: &str, places: &[&str]) -> Event {
        Event {
            id: format!("{initiative}.{article}"),
            initiative: initiative.into(),
            phase,
            date: EventDate { edtf: Edtf::new("2024").unwrap(), basis: Basis::Stated },
            standing: EventStanding::Happened,
            said_by: Vec::new(),
            actors: Vec::new(),
            places: places.iter().map(|&id| id.into()).collect(),
            evidence: vec![Evidence {
                article: article.into(),
                range: TextRange::of(0, 3),
                text: "一".into(),
            }],
        }
    }

    fn corpus() -> Corpus {
        Corpus {
            articles: vec![article("a", "2023-05"), article("b", "2021"), article("c", "")],
            places: vec![
                place("x", "甲", &[]),
                place("y", "乙", &[]),
                place("z", "甲乙", &["x", "y"]),
            ],
            events: vec![
                event("m", Phase::Signed, "a", &["x", "z"]),
                event("n", Phase::Signed, "b", &["x", "z"]),
                event("n", Phase::Target, "c", &["y"]),
            ],
            ..Corpus::default()
        }
    }

    #[test]
    fn the_title_names_the_widest_place_that_half_of_the_articles_tell_of() {
        let mut corpus = corpus();
        let title = guide(&corpus).unwrap().title;
        assert_eq!(
            (&*title.hans, &*title.en),
            ("甲乙的新闻，2021—2023", "z in the news, 2021–2023")
        );
        corpus.articles.extend([article("d", "2021-02"), article("e", "2021-03")]);
        assert_eq!(guide(&corpus).unwrap().title.hant, "新聞語料，2021—2023");
        for article in &mut corpus.articles {
            article.published = None;
        }
        assert_eq!(guide(&corpus).unwrap().title.en, "A corpus of news");
    }

    #[test]
    fn only_views_with_something_to_show_are_offered() {
        let mut corpus = corpus();
        let offered = |corpus: &Corpus| -> Vec<String> {
            guide(corpus).unwrap().stories.into_iter().map(|story| story.query).collect()
        };
        assert_eq!(offered(&corpus), ["initiative=n", "view=targets"]);
        corpus.events[0].actors.push("丙".into());
        corpus.places.iter_mut().for_each(|place| place.tile = Some([1, 1]));
        assert_eq!(offered(&corpus)[2..], ["view=network", "view=places"]);
        corpus.events.drain(..2);
        assert_eq!(offered(&corpus), ["view=targets"]);
        corpus.events.clear();
        assert_eq!(offered(&corpus), Vec::<String>::new());
    }

    #[test]
    fn there_is_nothing_to_say_of_nothing() {
        assert_eq!(guide(&Corpus::default()), None);
    }
}
