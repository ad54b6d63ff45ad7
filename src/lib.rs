//! Publishes school regulations: website, iCal feeds and posters, in time and provably.
//!
//! Data flows one way; each stage is a folder with one way in and one type out:
//!
//! 1. [`source`] reads files into documents with places;
//! 2. [`model`] understands them (`model::resolve`) and knows occurrences and due dates;
//! 3. [`checks`] judges what is understood;
//! 4. [`outputs`] renders pages, feeds, print and data as files in memory;
//! 5. [`publish`] writes them and is alone in touching the output folder;
//! 6. [`verify`] asks the published site whether it is what was built;
//! 7. [`import`] turns a school's own file into an edition, before all this begins;
//! 8. [`pipeline`] calls the stages in a row, [`serve`] shows on this machine what they make, and
//!    [`cli`] calls both.
//!
//! Beside them stand [`language`] (texts for people) and [`diagnostics`] (findings as data). A
//! module imports only from those above it; a test asserts it. Clock, environment and terminal
//! enter through [`cli::Environment`].
//!
//! | file | read by | written by |
//! |-|-|-|
//! | `content/**`, `themes/**` | `source` | people |
//! | `content/schools/*/calendar.lock` | `source`, `model::stamps` | `publish` |
//! | the output folder | `publish` (its manifest) | `publish` |
//! | `posters/sheets.json` in it | `pipeline`, before it is replaced | `publish` |
//! | a folder for printed sheets, `print/` | – | `publish::Folder` |
//! | `.<output>.staging`, `.<output>.lock` beside it while it builds | `publish` | `publish` |

pub mod checks;
pub mod cli;
pub mod diagnostics;
pub mod import;
pub mod language;
pub mod model;
pub mod outputs;
pub mod pipeline;
pub mod publish;
pub mod serve;
pub mod source;
pub mod verify;
