//! How each wire type is read: the trait [`Read`], and the two macros that implement it.
//!
//! - `record!` lists the fields of a struct by name, next to the struct. A field left out does not
//!   compile, so the list cannot drift from the definition.
//! - `names!` defines an enum without content: its variants, their names in JSON, `ALL` and `key`.
//!
//! Types derive `Deserialize` too, for the command line and the tests; nothing here may use it, so
//! that the app carries one reader.

use crate::json::{Reader, Refused, Step};

/// A type that JSON is read into, in place: code that fills a place is much smaller than code that
/// returns a value, and a struct's fields can be filled by one function for all structs.
pub(crate) trait Read {
    /// What stands in the place before. It never leaves the reader: a place that is not filled is
    /// an error, or may be empty.
    fn blank() -> Self
    where
        Self: Sized;

    /// Fills the place, which is blank.
    fn read(&mut self, reader: &mut Reader<'_>) -> Step;

    /// True where no value at all is the same as null.
    fn may_be_null(&self) -> bool {
        false
    }
}

/// Implements [`Read`] for a struct whose fields implement it. The fields after `or_empty` may be
/// missing; those of an `Option` always may.
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? } $(or_empty { $($more:ident),* })?) => {
        impl $crate::read::Read for $type {
            fn blank() -> Self {
                Self {
                    $($field: $crate::read::Read::blank(),)*
                    $($($more: $crate::read::Read::blank(),)*)?
                }
            }

            fn read(&mut self, reader: &mut $crate::json::Reader<'_>) -> $crate::json::Step {
                const REQUIRED: &[&str] = &[$(stringify!($field)),*];
                const NAMES: &[&str] = &[$(stringify!($field),)* $($(stringify!($more),)*)?];
                const { assert!(NAMES.len() <= 64, "the reader marks fields in 64 bits") };
                reader.object(
                    NAMES,
                    REQUIRED.len(),
                    &mut [$(&mut self.$field,)* $($(&mut self.$more,)*)?],
                )
            }
        }
    };
}
pub(crate) use record;

/// Defines an enum without content, with the name of each variant in JSON.
macro_rules! names {
    (
        $(#[$about:meta])*
        pub enum $type:ident { $($(#[$says:meta])* $variant:ident = $name:literal,)* }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        pub enum $type {
            $($(#[$says])* #[serde(rename = $name)] $variant,)*
        }

        impl $type {
            /// Every one, in the order of their definition.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];

            /// Its name in the corpus and in addresses.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        impl $crate::read::Read for $type {
            fn blank() -> Self {
                Self::ALL[0]
            }

            fn read(&mut self, reader: &mut $crate::json::Reader<'_>) -> $crate::json::Step {
                let nth = reader.name(&[$($name),*])?;
                let variant = nth.and_then(|nth| Self::ALL.get(nth));
                *self = *variant.ok_or($crate::json::Refused::Wrong)?;
                Ok(())
            }
        }
    };
}
pub(crate) use names;

impl Read for String {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        reader.string(self)
    }
}

impl Read for u32 {
    fn blank() -> Self {
        0
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        *self = reader.offset()?;
        Ok(())
    }
}

impl Read for f64 {
    fn blank() -> Self {
        0.0
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        *self = reader.number()?;
        Ok(())
    }
}

impl<T: Read> Read for [T; 2] {
    fn blank() -> Self {
        [T::blank(), T::blank()]
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        let [first, second] = self;
        reader.pair(first, second)
    }
}

impl<T: Read> Read for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        if reader.peek()? == b'n' {
            return reader.literal("null");
        }
        self.insert(T::blank()).read(reader)
    }

    fn may_be_null(&self) -> bool {
        true
    }
}

impl<T: Read> Read for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        reader.entries(b'[', &mut |reader| {
            self.push(T::blank());
            self.last_mut().ok_or(Refused::Wrong)?.read(reader)
        })
    }
}
