//! Stage 3, render: from the model to files in memory.
//!
//! [`Renderer`] is made once per run from the theme; [`Renderer::school`] then gives all files
//! of one school and [`Renderer::portal`] those of the site as a whole. Exporters ([`site`],
//! [`ical`], [`print`], [`data`]) do not import each other; they share [`addresses`],
//! [`context`] and [`artifact`]. Nothing here touches the disk, the clock or the network.

pub mod addresses;
pub mod artifact;
pub mod context;
pub mod data;
pub mod ical;
pub mod print;
pub mod site;

pub use artifact::Artifact;
pub use context::{PortalContext, SchoolContext, SchoolSummary};
