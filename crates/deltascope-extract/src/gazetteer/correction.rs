//! The shape of a correction, and what can be wrong with one.

use deltascope_model::{Edtf, Phase, Standing};
use serde::Deserialize;

/// What kind of fact a correction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Fact {
    Time,
    Quantity,
    Initiative,
    Event,
    Figure,
    Person,
}

impl Fact {
    fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Quantity => "quantity",
            Self::Initiative => "initiative",
            Self::Event => "event",
            Self::Figure => "figure",
            Self::Person => "person",
        }
    }
}

/// One correction: which fact, by its words, and what is right.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Correction {
    pub(crate) fact: Fact,
    /// Words of the page around the fact, to the letter: a whole sentence, or a part of it.
    pub(crate) text: String,
    /// Why, for the next person.
    pub(crate) reason: String,
    /// Which time or quantity of the words, as written.
    #[serde(default)]
    expression: Option<String>,
    /// Which initiative: its id in the gazetteer, or its name.
    #[serde(default)]
    pub(crate) initiative: Option<String>,
    /// Which event.
    #[serde(default)]
    pub(crate) phase: Option<Phase>,
    /// Which figure.
    #[serde(default)]
    pub(crate) indicator: Option<String>,
    /// The fact is none.
    #[serde(default)]
    pub(crate) reject: bool,
    /// The right date of a time or an event, or the date that a figure is as of.
    #[serde(default)]
    pub(crate) date: Option<Edtf>,
    #[serde(default)]
    pub(crate) value: Option<String>,
    #[serde(default)]
    pub(crate) unit: Option<String>,
    #[serde(default)]
    pub(crate) qualifier: Option<String>,
    /// The right name of a figure's indicator.
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) scope: Option<String>,
    #[serde(default)]
    pub(crate) standing: Option<Standing>,
    /// Where it is written: the file, and which of the file's corrections.
    #[serde(skip)]
    pub(crate) place: (String, usize),
}

impl Correction {
    /// What is wrong with the entry, and what to do.
    pub(crate) fn fault(&self) -> Option<String> {
        let changes = [&self.value, &self.unit, &self.qualifier, &self.name, &self.scope];
        let changes = self.date.is_some()
            || self.standing.is_some()
            || changes.iter().any(|change| change.is_some());
        let fault = if self.text.trim().is_empty() {
            "has no `text`; give the words of the page that state the fact"
        } else if self.reason.trim().is_empty() {
            "has no `reason`; say why the fact is wrong"
        } else if let Some(field) = self.alien() {
            let fact = self.fact.name();
            return Some(format!("has a `{field}`, which no {fact} has; take it out"));
        } else if self.reject == changes {
            "must either `reject = true` or give what is right, not both or neither"
        } else if self.value.as_ref().is_some_and(|value| !is_value(value)) {
            "has a `value` that is no decimal; write 180000000, 2.5 or 2/3 for a span"
        } else if self
            .qualifier
            .as_ref()
            .is_some_and(|word| !["exact", "over", "under", "about"].contains(&word.as_str()))
        {
            "has a `qualifier` that is not exact, over, under or about"
        } else {
            return None;
        };
        Some(fault.to_owned())
    }

    /// A field that this kind of fact does not have. Of an initiative nothing can be changed: its
    /// names stand in the gazetteer.
    fn alien(&self) -> Option<&'static str> {
        use Fact::{Event, Figure, Initiative, Quantity, Time};
        let fields: [(&str, bool, &[Fact]); 11] = [
            ("expression", self.expression.is_some(), &[Time, Quantity]),
            ("initiative", self.initiative.is_some(), &[Initiative, Event, Figure]),
            ("phase", self.phase.is_some(), &[Event]),
            ("indicator", self.indicator.is_some(), &[Figure]),
            ("date", self.date.is_some(), &[Time, Event, Figure]),
            ("value", self.value.is_some(), &[Quantity, Figure]),
            ("unit", self.unit.is_some(), &[Quantity, Figure]),
            ("qualifier", self.qualifier.is_some(), &[Quantity, Figure]),
            ("name", self.name.is_some(), &[Figure]),
            ("scope", self.scope.is_some(), &[Figure]),
            ("standing", self.standing.is_some(), &[Figure]),
        ];
        let mut alien = fields.iter().filter(|(_, given, of)| *given && !of.contains(&self.fact));
        alien.next().map(|(field, ..)| *field)
    }

    /// Whether the correction is about an expression.
    pub(crate) fn means(&self, expression: &str) -> bool {
        self.expression.as_ref().is_none_or(|meant| meant == expression)
    }
}

/// A decimal, or two of them with a stroke.
fn is_value(value: &str) -> bool {
    let decimal = |part: &str| part.parse::<rust_decimal::Decimal>().is_ok();
    match value.split_once('/') {
        Some((low, high)) => decimal(low) && decimal(high),
        None => decimal(value),
    }
}
