//! `deltascope check`: proves the rules on a built corpus.
