//! Stage 2, understand: the checked model of the site, its schools, acts and timetables.
//!
//! [`resolve`] turns raw documents into these types and says what is wrong with them; nothing
//! behind it sees a raw document. The model has no serde, touches no file and knows no clock.
//!
//! - [`site`], [`system`], [`school`]: who publishes;
//! - [`regulation`], [`text`], [`annotation`], [`passages`], [`due`]: what is published, and
//!   until when;
//! - [`timetable`], [`occurrence`], [`calendar`], [`clock`]: when people can come;
//! - [`duty`], [`deadline`]: what falls due;
//! - [`memo`], [`mod@print`]: what parents should remember, which posters are made;
//! - [`stamps`]: what calendars of subscribers already know.

pub mod annotation;
pub mod audience;
pub mod calendar;
pub mod clock;
pub mod deadline;
pub mod due;
pub mod duty;
pub mod markdown;
pub mod memo;
pub mod occurrence;
pub mod passages;
pub mod print;
pub mod redline;
pub mod regulation;
pub mod resolve;
pub mod school;
pub mod site;
pub mod stamps;
pub mod system;
pub mod text;
pub mod timetable;
