//! What is known beforehand.

/// Places, groups, initiatives and organisations known beforehand.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {}

/// Why files are no gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    /// Not TOML of the expected shape.
    #[error("{file}: {message}")]
    Shape {
        /// The file.
        file: String,
        /// What is wrong, where, and what to do.
        message: String,
    },
}

impl Gazetteer {
    /// Reads gazetteer files, given as name and content.
    ///
    /// # Errors
    /// Names the file and the entry that is wrong, and what to do.
    pub fn parse(_files: &[(&str, &str)]) -> Result<Self, GazetteerError> {
        Ok(Self::default())
    }
}
