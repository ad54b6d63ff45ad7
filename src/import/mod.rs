//! From a school's own file (.docx, .odt, .html, .txt, .pdf) to an edition of its regulation.
//!
//! `read` makes an [`Extract`](document::Extract) of the file's bytes, without understanding it;
//! what follows repairs the damage of extraction, finds sections, clauses and items, writes
//! Markdown and accounts for every word of the file.

pub mod document;
pub mod read;
