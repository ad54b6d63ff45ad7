//! Stage 2, understand: the checked model of the site, its schools, acts and timetables.
//!
//! [`resolve`] turns raw documents into these types and says what is wrong with them; nothing
//! behind it sees a raw document. The model touches no file, knows no clock and has no serde but for
//! the lines of the journal.
//!
//! - [`site`], [`system`], [`school`]: who publishes;
//! - [`regulation`], [`text`], [`annotation`], [`passages`], [`due`]: what is published, and
//!   until when;
//! - [`timetable`], [`occurrence`], [`calendar`], [`clock`]: when people can come;
//! - [`frozen`]: whether an approved text is as it was approved;
//! - [`duty`], [`deadline`]: what falls due;
//! - [`memo`], [`mod@print`]: what parents should remember, which posters are made;
//! - [`journal`], [`status`]: what was posted, and how every edition stands;
//! - [`template`]: model regulations, and texts made from them;
//! - [`stamps`]: what calendars of subscribers already know.

pub mod annotation;
pub mod audience;
pub mod calendar;
pub mod clock;
pub mod deadline;
pub mod due;
pub mod duty;
pub mod frozen;
pub mod journal;
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
pub mod status;
pub mod system;
pub mod template;
pub mod text;
pub mod timetable;
