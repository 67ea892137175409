//! `deltascope search`: the app's own engine from a shell.
