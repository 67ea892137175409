//! Small drawings, as SVG paths.

/// The app's mark, in a box of 64 by 64: a delta with its streams, and a seal at its head; each path
/// with its class.
pub const MARK: [(&str, &str); 3] = [
    ("brand-delta", "M32 8 58 54H6Z"),
    ("brand-streams", "M32 8V24M32 24 18 54M32 24 46 54M32 24V54"),
    ("brand-seal", "M26 24a6 6 0 1 0 12 0 6 6 0 1 0-12 0"),
];

/// A looking glass, in a box of 20 by 20.
pub const GLASS: &str = "M3 8.5a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0m10 4.5 4.5 4.5";
