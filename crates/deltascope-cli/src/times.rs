//! `deltascope times`: time expressions of text lines, a JSON line for each.

use anyhow::{Context, Result};
use deltascope_extract::{Expression, ExpressionKind, FoundTime, expressions, times_known};
use deltascope_model::Edtf;
use serde_json::{Value, json};

use crate::args::TimesArgs;
use crate::{gazetteer, lines};

pub fn run(args: &TimesArgs) -> Result<()> {
    let reference = args.reference.as_deref().map(reference).transpose()?;
    let reference = reference.as_ref();
    if args.all {
        return lines::answer("times", |line| {
            expressions(line, reference).iter().map(expression).collect()
        });
    }
    let gazetteer = gazetteer::parse(&Vec::new())?;
    lines::answer("times", |line| {
        times_known(line, reference, &gazetteer).iter().map(time).collect()
    })
}

fn time(time: &FoundTime) -> Value {
    json!({ "range": time.range, "text": time.text, "edtf": time.edtf, "basis": time.basis, "anchor": time.anchor })
}

/// A time with its kind and its value; what dates nothing has no basis.
fn expression(found: &Expression) -> Value {
    let mut value = time(&found.time);
    value["kind"] = found.kind.key().into();
    value["timex"] = json!(found.timex);
    if found.kind != ExpressionKind::Date {
        value["basis"] = Value::Null;
    }
    value
}

/// The reference date: one date, not an interval, or relative expressions would count from two.
fn reference(text: &str) -> Result<Edtf> {
    let edtf = Edtf::new(text.trim()).ok().filter(|edtf| !edtf.as_str().contains(['/', 'X']));
    edtf.with_context(|| {
        format!("--reference “{text}” is no date; give a day, a month or a year, such as 2025-03-10, 2025-03 or 2025")
    })
}
