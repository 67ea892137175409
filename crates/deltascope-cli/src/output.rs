//! `deltascope build`.
