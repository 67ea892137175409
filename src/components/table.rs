//! A table that every view shares. On a narrow screen the style sheet stacks its cells, each under
//! the name of its column; the roles are explicit, as stacking takes the implicit ones away.

use crate::dom::el;
use leptos::prelude::*;

/// A table: the first cell of each row is its header.
pub fn table(
    test: &'static str,
    name: String,
    columns: &[&str],
    rows: Vec<Vec<AnyView>>,
) -> AnyView {
    let head = columns.iter().map(|column| {
        el("th").attr("role", "columnheader").attr("scope", "col").child(*column).view()
    });
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().zip(columns).enumerate().map(|(at, (cell, column))| {
            let (tag, role) = if at == 0 { ("th", "rowheader") } else { ("td", "cell") };
            el(tag)
                .attr("role", role)
                .attr("scope", (at == 0).then_some("row"))
                .attr("data-column", *column)
                .child(cell)
                .view()
        });
        el("tr").attr("role", "row").children(cells).view()
    });
    el("table")
        .class("table")
        .test(test)
        .attr("role", "table")
        .attr("aria-label", name)
        .child(
            el("thead").attr("role", "rowgroup").child(el("tr").attr("role", "row").children(head)),
        )
        .child(el("tbody").attr("role", "rowgroup").children(rows))
        .view()
}
