//! A small chart of one indicator over time. It shows what a table beside it lists.

use crate::dom::{drawing, el};
use deltascope_model::{Figure, Standing};
use leptos::prelude::*;

use super::figure::value_words;
use crate::{
    data::Data,
    figures::plot::{Plot, plot},
    naming,
    store::{say_in, store},
    timeline::Tick,
    words::{count, figures::FigureWords},
};

/// The chart, under its name; none where there are not two dated values to compare.
pub fn figure_chart(data: &Data, name: &str, figures: &[&Figure]) -> Option<AnyView> {
    let lang = store().lang.get_untracked();
    // What differs is named: values of one scope need it no more than those of none.
    let scoped = figures.iter().any(|figure| figure.scope != figures[0].scope);
    let label = |figure: &&Figure| {
        let scope = figure.scope.as_deref().filter(|_| scoped);
        let scope = &scope.map_or_else(String::new, |scope| naming::actor(data, scope, lang).0);
        let aim = figure.standing == Standing::Target;
        let aim = if aim { say_in(FigureWords::of).aim } else { "" };
        let gap = |word: &str| if word.is_empty() { "" } else { " " };
        let value = value_words(figure, lang);
        [&value, gap(scope), scope, gap(aim), aim].concat()
    };
    let labels: Vec<String> = figures.iter().map(label).collect();
    let Plot { zero, solid, hollow, aims, lines, labels: placed, ticks } =
        plot(figures, &labels, lang)?;
    let told = count(say_in(FigureWords::of).chart, figures.len());
    let labels = placed.into_iter().map(|(figure, x, top)| {
        el("span")
            .class("plot-label")
            .style("left", pixels(x))
            .style("top", pixels(top))
            .child(labels[figure].clone())
            .view()
    });
    let tick = |tick: Tick| {
        el("span").class("plot-tick").style("left", pixels(tick.x)).child(tick.label).view()
    };
    let paths = [
        ("plot-zero", zero),
        ("plot-lines", lines),
        ("plot-solid", solid),
        ("plot-hollow", hollow),
        ("plot-aims", aims),
    ];
    let drawing = drawing("plot-drawing", "0 0 284 118", paths);
    let chart = el("figure")
        .class("plot")
        .test("chart")
        .child(el("figcaption").attr("lang", "zh").child(name.to_owned()))
        .child(
            el("div")
                .class("plot-field")
                .attr("role", "img")
                .attr("aria-label", told)
                .child(drawing)
                .children(labels)
                .child(el("div").class("plot-axis").children(ticks.into_iter().map(tick))),
        );
    Some(chart.view())
}

fn pixels(length: i32) -> String {
    length.to_string() + "px"
}
