//! What templates see: one serialisable view for each, made of texts that are ready to print.
//!
//! Views hold no model types; dates, names and phrases in them are already written in the
//! site's language. [`phrases`], [`places`], [`patterns`] and [`zones`] write them.

pub mod changes;
pub mod coming;
pub mod consultant;
pub mod desk;
pub mod draft;
pub mod exceptions;
pub mod facts;
pub mod feed;
pub mod feeds;
pub mod home;
pub mod journal;
pub mod page;
pub mod patterns;
pub mod phrases;
pub mod places;
pub mod portal;
pub mod posting;
pub mod publication;
pub mod regulation;
pub mod stand;
pub mod subscribe;
pub mod timeline;
pub mod timetable;
pub mod week;
pub mod zones;
