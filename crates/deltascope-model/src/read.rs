//! How each wire type is read: the trait [`Read`], and the two macros that implement it.
//!
//! - `record!` lists the fields of a struct by name, next to the struct. A field left out does not
//!   compile, so the list cannot drift from the definition.
//! - `names!` defines an enum without content: its variants, their names in JSON, `ALL` and `key`.
//!
//! Types derive `Deserialize` too, for the command line and the tests; nothing here may use it, so
//! that the app carries one reader.

use std::borrow::Cow;

use crate::json::{Reader, Refused, Step};

/// A type that JSON is read into, in place: code that fills a place is much smaller than code that
/// returns a value, and a struct's fields can be filled by one function for all structs.
pub(crate) trait Read {
    /// Fills the place, which is [`Blank`].
    fn read(&mut self, reader: &mut Reader<'_>) -> Step;

    /// True where no value at all is the same as null.
    fn may_be_null(&self) -> bool {
        false
    }

    /// Room for its entries, where it is a list.
    fn entries(&mut self) -> Option<&mut dyn Room> {
        None
    }
}

/// A struct, field by field.
pub(crate) trait Record {
    /// Its fields' names.
    const NAMES: &'static [&'static str];
    /// How many of them, the first ones, must be there, but for those that may be null.
    const REQUIRED: usize;

    /// Hands its fields on, in the order of their names.
    fn fields<T>(&mut self, with: impl FnOnce(&mut [&mut dyn Read]) -> T) -> T;
}

/// What stands in a place before. It never leaves the reader: a place that is not filled is an
/// error, or may be empty. A constant, as copying one takes less code than making one.
pub(crate) trait Blank {
    /// The value.
    const BLANK: Self;
}

/// What makes room for values as they come: a list, or an option.
pub(crate) trait Room {
    /// A blank place for another value.
    fn another(&mut self) -> &mut dyn Read;
}

/// Implements [`Read`] for a struct whose fields implement it. The fields after `or_empty` may be
/// missing; those of an `Option` always may.
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? } $(or_empty { $($more:ident),* })?) => {
        impl $crate::read::Blank for $type {
            const BLANK: Self = Self {
                $($field: $crate::read::Blank::BLANK,)*
                $($($more: $crate::read::Blank::BLANK,)*)?
            };
        }

        impl $crate::read::Record for $type {
            const NAMES: &'static [&'static str] =
                &[$(stringify!($field),)* $($(stringify!($more),)*)?];
            const REQUIRED: usize = [$(stringify!($field)),*].len();

            fn fields<T>(
                &mut self,
                with: impl FnOnce(&mut [&mut dyn $crate::read::Read]) -> T,
            ) -> T {
                with(&mut [$(&mut self.$field,)* $($(&mut self.$more,)*)?])
            }
        }

        impl $crate::read::Read for $type {
            fn read(&mut self, reader: &mut $crate::json::Reader<'_>) -> $crate::json::Step {
                use $crate::read::Record;
                const { assert!(Self::NAMES.len() <= 64, "the reader marks fields in 64 bits") };
                self.fields(|fields| reader.object(Self::NAMES, Self::REQUIRED, fields))
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

        impl $crate::read::Blank for $type {
            const BLANK: Self = Self::ALL[0];
        }

        impl $crate::read::Read for $type {
            fn read(&mut self, reader: &mut $crate::json::Reader<'_>) -> $crate::json::Step {
                const NAMES: &[&str] = &[$($name),*];
                let nth = reader.choice(NAMES)?;
                if let Some(variant) = Self::ALL.get(nth) {
                    *self = *variant;
                }
                Ok(())
            }
        }
    };
}
pub(crate) use names;

impl Blank for String {
    const BLANK: Self = Self::new();
}

impl Read for String {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        reader.string(self)
    }
}

impl Blank for Cow<'static, str> {
    const BLANK: Self = Self::Borrowed("");
}

impl Read for Cow<'static, str> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        self.to_mut().read(reader)
    }
}

impl Blank for u32 {
    const BLANK: Self = 0;
}

impl Read for u32 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        *self = reader.offset()?;
        Ok(())
    }
}

impl Blank for u8 {
    const BLANK: Self = 0;
}

impl Read for u8 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        *self = reader.offset()?.try_into().map_err(|_| Refused::Wrong)?;
        Ok(())
    }
}

impl Blank for f64 {
    const BLANK: Self = 0.0;
}

impl Read for f64 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        *self = reader.number()?;
        Ok(())
    }
}

impl<T: Blank> Blank for [T; 2] {
    const BLANK: Self = [T::BLANK, T::BLANK];
}

impl<T: Read + Blank> Read for [T; 2] {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        let [first, second] = self;
        reader.pair(first, second)
    }
}

impl<T> Blank for Option<T> {
    const BLANK: Self = None;
}

impl<T: Read + Blank> Read for Option<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        reader.option(self)
    }

    fn may_be_null(&self) -> bool {
        true
    }
}

impl<T: Read + Blank> Room for Option<T> {
    fn another(&mut self) -> &mut dyn Read {
        // `insert` would carry the code that drops what stood there.
        self.get_or_insert_with(|| T::BLANK)
    }
}

impl<T> Blank for Vec<T> {
    const BLANK: Self = Self::new();
}

impl<T: Read + Blank> Read for Vec<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        reader.list(self)
    }

    fn entries(&mut self) -> Option<&mut dyn Room> {
        Some(self)
    }
}

impl<T: Read + Blank> Room for Vec<T> {
    fn another(&mut self) -> &mut dyn Read {
        self.push_mut(T::BLANK)
    }
}
