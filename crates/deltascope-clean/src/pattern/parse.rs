//! A pattern's source → its tree. What is read is what this crate's patterns are written in, a part
//! of the syntax of the crate `regex`, with the same meaning:
//!
//! | written | read as |
//! | --- | --- |
//! | `三市`, `\.` | characters as they stand |
//! | `[…]`, `[^…]`, `.`, `\s`, `\S`, `\d`, `\w`, `\p{Han}`, `\u{3000}` | one character of a set |
//! | `a\|b`, `(…)`, `(?:…)`, `(?i)`, `(?i:…)` | choices, groups, letters of ASCII in either case |
//! | `*`, `+`, `?`, `{n}`, `{n,m}`, and each with `?` behind it | as many as there are, or as few |
//! | `^`, `$`, `\b` | ends of the text, and of a word |

use std::iter::Peekable;
use std::str::Chars;

use super::class::{Class, Part};

/// A part of a pattern.
#[derive(Clone, Debug)]
pub enum Node {
    /// A character as it stands.
    Char(char),
    /// A character of a set.
    Class(Class),
    /// One after the other.
    Row(Vec<Node>),
    /// The first that leads to a match.
    Choice(Vec<Node>),
    /// Between `least` and `most` times, as often as it can be or as seldom.
    Repeat {
        /// What comes again.
        node: Box<Node>,
        /// At least so often.
        least: usize,
        /// At most so often; none is without end.
        most: Option<usize>,
        /// Rather more than less.
        greedy: bool,
    },
    /// A group whose place is told, from 1.
    Group(usize, Box<Node>),
    /// `^`
    Start,
    /// `$`
    End,
    /// `\b`
    Edge,
}

/// Reads a pattern; gives how many groups it has, too.
///
/// # Panics
/// Where it is none; patterns are fixed.
pub fn parse(source: &str) -> (Node, usize) {
    let mut parser = Parser { rest: source.chars().peekable(), groups: 0, either: false };
    let node = parser.choice();
    assert!(parser.rest.next().is_none(), "a bracket closes that was not opened: {source}");
    (node, parser.groups)
}

struct Parser<'s> {
    rest: Peekable<Chars<'s>>,
    groups: usize,
    /// Letters of ASCII match in either case.
    either: bool,
}

impl Parser<'_> {
    fn choice(&mut self) -> Node {
        let either = self.either;
        let mut all = vec![self.row()];
        while self.takes('|') {
            all.push(self.row());
        }
        self.either = either;
        if all.len() == 1 { all.remove(0) } else { Node::Choice(all) }
    }

    fn row(&mut self) -> Node {
        let mut row = Vec::new();
        while self.rest.peek().is_some_and(|char| !matches!(char, '|' | ')')) {
            if let Some(node) = self.atom() {
                row.push(self.repeated(node));
            }
        }
        if row.len() == 1 { row.remove(0) } else { Node::Row(row) }
    }

    /// One thing that may be repeated; none where only a flag is set.
    fn atom(&mut self) -> Option<Node> {
        Some(match self.next() {
            '(' => return self.group(),
            '[' => Node::Class(self.class()),
            '.' => Node::Class(Class::new(vec![Part::Range('\n', '\n')], true, false)),
            '^' => Node::Start,
            '$' => Node::End,
            '\\' if self.takes('b') => Node::Edge,
            '\\' => match self.escape() {
                Part::Range(char, _) => self.char(char),
                part => Node::Class(Class::new(vec![part], false, false)),
            },
            char => self.char(char),
        })
    }

    fn char(&self, char: char) -> Node {
        if self.either && char.is_ascii_alphabetic() {
            Node::Class(Class::new(vec![Part::Range(char, char)], false, true))
        } else {
            Node::Char(char)
        }
    }

    fn group(&mut self) -> Option<Node> {
        let either = self.either;
        let mut number = None;
        if self.takes('?') {
            self.either |= self.takes('i');
            if self.takes(')') {
                return None;
            }
            assert!(self.takes(':'), "a group has a mark that is not known");
        } else {
            self.groups += 1;
            number = Some(self.groups);
        }
        let node = self.choice();
        assert!(self.takes(')'), "a group is not closed");
        self.either = either;
        Some(match number {
            Some(number) => Node::Group(number, Box::new(node)),
            None => node,
        })
    }

    fn repeated(&mut self, node: Node) -> Node {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.next();
                let least = self.number();
                let most = if !self.takes(',') {
                    Some(least)
                } else if self.rest.peek() == Some(&'}') {
                    None
                } else {
                    Some(self.number())
                };
                assert_eq!(self.rest.peek(), Some(&'}'), "a count is not closed");
                (least, most)
            }
            _ => return node,
        };
        self.next();
        let greedy = !self.takes('?');
        Node::Repeat { node: Box::new(node), least, most, greedy }
    }

    fn number(&mut self) -> usize {
        let mut number = 0;
        while let Some(digit) = self.rest.peek().and_then(|char| char.to_digit(10)) {
            self.next();
            number = number * 10 + digit as usize;
        }
        number
    }

    /// What stands between `[` and `]`.
    fn class(&mut self) -> Class {
        let negated = self.takes('^');
        let mut parts = Vec::new();
        while !self.takes(']') {
            let part = match self.next() {
                '\\' => self.escape(),
                '[' => panic!("a bracket in a set needs a backslash"),
                char => Part::Range(char, char),
            };
            let Part::Range(first, _) = part else {
                parts.push(part);
                continue;
            };
            let mut ahead = self.rest.clone();
            let is_range = ahead.next() == Some('-') && ahead.next() != Some(']');
            let last = if is_range {
                self.next();
                self.next()
            } else {
                first
            };
            parts.push(Part::Range(first, last));
        }
        Class::new(parts, negated, self.either)
    }

    /// What stands behind a backslash.
    fn escape(&mut self) -> Part {
        match self.next() {
            's' => Part::Space,
            'S' => Part::NoSpace,
            'd' => Part::Digit,
            'w' => Part::Word,
            'p' => {
                assert!("{Han}".chars().all(|char| self.takes(char)), "only `\\p{{Han}}` is known");
                Part::Han
            }
            'u' => {
                assert!(self.takes('{'), "a code stands in brackets");
                let mut code = 0;
                while let Some(digit) = self.rest.peek().and_then(|char| char.to_digit(16)) {
                    self.next();
                    code = code * 16 + digit;
                }
                assert!(self.takes('}'), "a code stands in brackets");
                let char = char::from_u32(code).expect("a code of a character");
                Part::Range(char, char)
            }
            char => {
                assert!(!char.is_alphanumeric(), "`\\{char}` is not known");
                Part::Range(char, char)
            }
        }
    }

    fn takes(&mut self, char: char) -> bool {
        self.rest.next_if_eq(&char).is_some()
    }

    fn next(&mut self) -> char {
        self.rest.next().expect("a pattern is whole")
    }
}
