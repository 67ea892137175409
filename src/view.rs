//! `View`: what the main area shows.

/// What the main area shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The timeline of initiatives.
    #[default]
    Timeline,
    /// The list of articles.
    Articles,
    /// The ledger of figures.
    Figures,
    /// Targets, and what was reported later.
    Targets,
    /// Places, by how much there is of what another view lists.
    Places,
    /// Who acts with whom.
    Network,
    /// Initiatives and places side by side.
    Compare,
    /// What the reader collected.
    Trail,
    /// The doubts of the build.
    Issues,
    /// The corpus and how it was made.
    About,
    /// The figures as small charts.
    Charts,
    /// The figures that have a direction.
    Flows,
}

impl View {
    /// Every view, in the order of the switch; behind it, those that are faces of another.
    pub const ALL: [Self; 12] = [
        Self::Timeline,
        Self::Articles,
        Self::Figures,
        Self::Targets,
        Self::Places,
        Self::Network,
        Self::Compare,
        Self::Trail,
        Self::Issues,
        Self::About,
        Self::Charts,
        Self::Flows,
    ];

    /// How many of them, the first ones, stand in the switch.
    pub const TABS: usize = 10;

    /// The faces of the figures, in the order of their switch.
    pub const FACES: [Self; 3] = [Self::Figures, Self::Charts, Self::Flows];

    /// How many of them, the first ones, list what search and filters leave.
    pub const LISTS: usize = 4;

    /// The views whose lists may be counted by place, in the order of the switch.
    pub const COUNTED: [Self; 3] = [Self::Timeline, Self::Articles, Self::Figures];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Articles => "articles",
            Self::Figures => "figures",
            Self::Targets => "targets",
            Self::Places => "places",
            Self::Network => "network",
            Self::Compare => "compare",
            Self::Trail => "trail",
            Self::Issues => "issues",
            Self::About => "about",
            Self::Charts => "charts",
            Self::Flows => "flows",
        }
    }

    /// The view that stands in the switch for this one.
    pub fn tab(self) -> Self {
        if Self::FACES.contains(&self) { Self::Figures } else { self }
    }
}
