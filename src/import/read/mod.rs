//! From a file's bytes to an [`Extract`]: what it is shows its content, then the ending of its name.

mod characters;
