//! The timeline.
pub mod layout;
pub mod projection;
pub mod shape;
pub mod text_width;
pub mod ticks;
