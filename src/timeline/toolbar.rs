//! The row above the chart: how much is shown, what the lanes are, zoom, rendering, and saving.

use crate::dom::{el, live};
use deltascope_model::civil;
use leptos::prelude::*;

use super::chart::Chart;
use crate::{
    browser,
    components::control::click,
    state::{By, Form},
    words::{Lang, date, words},
};

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    Lanes(By),
    Zoom(bool),
    Fit,
    Today,
    Show(Form),
    Save(&'static str),
}

/// The row above the chart, in a language.
pub fn toolbar(chart: Chart, lang: Lang, form: Form) -> AnyView {
    let words = &words(lang).timeline;
    let by = chart.wiring.by.get();
    // One function for all buttons: each kind of handler costs size.
    let button = |(test, text, name, does): (&'static str, &'static str, &'static str, Does)| {
        let pressed = match does {
            Does::Lanes(lanes) => Some(lanes == by),
            Does::Show(other) => Some(other == form),
            _ => None,
        };
        let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
        el("button")
            .attr("type", "button")
            .test(test)
            .attr("aria-label", name)
            .attr("aria-pressed", pressed)
            .on("click", click(move || act(chart, does)))
            .child(text)
            .view()
    };
    let group = |name: &'static str, test: &'static str, buttons: Vec<_>| {
        el("div")
            .class("timeline-group")
            .attr("role", "group")
            .attr("aria-label", name)
            .test(test)
            .children(buttons.into_iter().map(button))
            .view()
    };
    let same = |test, text, does| (test, text, text, does);
    let lanes = By::ALL.map(|by| {
        let test = ["by-kind", "by-place", "by-pillar", "by-actor", "by-initiative"][by as usize];
        same(test, words.by[by as usize], Does::Lanes(by))
    });
    let forms = Form::ALL.map(|form| {
        let test = ["as-across", "as-down", "as-table"][form as usize];
        same(test, words.forms[form as usize], Does::Show(form))
    });
    let zoom = vec![
        ("zoom-out", "−", words.zoom_out, Does::Zoom(false)),
        ("zoom-in", "+", words.zoom_in, Does::Zoom(true)),
        same("zoom-fit", words.fit, Does::Fit),
        same("zoom-today", words.today, Does::Today),
    ];
    let [kept, svg, png, csv] = words.save;
    let file = |kind: &'static str, name| (kind, kind, name, Does::Save(kind));
    let files = match form {
        Form::Table => vec![file("CSV", csv)],
        _ => vec![file("SVG", svg), file("PNG", png)],
    };
    let has_lanes = form == Form::Across;
    el("div")
        .class("timeline-bar")
        .child(
            el("p").class("timeline-count").test("range").child(live(move || count(chart, lang))),
        )
        .child(has_lanes.then(|| group(words.lanes, "lanes", lanes.into())))
        .child(group(words.zoom, "zoom", zoom))
        .child(group(words.rendering, "timeline-switch", forms.into()))
        .child(el("div").class("timeline-save").child(group(kept, "save", files)))
        .view()
}

fn act(chart: Chart, does: Does) {
    let (by, form) = (chart.wiring.by.get_untracked(), chart.wiring.form.get_untracked());
    match does {
        Does::Lanes(by) => chart.wiring.on_look.run((by, form)),
        Does::Show(form) => chart.wiring.on_look.run((by, Some(form))),
        Does::Zoom(closer) => chart.zoom(closer),
        Does::Fit => chart.fit(),
        Does::Today => {
            if let Some(today) = chart.wiring.today {
                chart.show_day(today);
            }
        }
        Does::Save(kind) => browser::hand_over(super::SECTION, kind),
    }
}

/// The days in view, and how many events they leave out.
fn count(chart: Chart, lang: Lang) -> AnyView {
    let words = &words(lang).timeline;
    let shown = chart.in_view().len();
    let (first, last) = chart.view.get().window();
    let month = |day| {
        let (year, month, _) = civil(day);
        date::month(year, month, lang)
    };
    let all = chart.prepared.with(|all| all.dated.len());
    let mut text = [month(first).as_str(), words.to, &month(last)].concat();
    if shown < all {
        let [before, between, after] = words.shown;
        let (shown, all) = (shown.to_string(), all.to_string());
        text += &[words.comma, before, &shown, between, &all, after].concat();
    }
    text.into_any()
}
