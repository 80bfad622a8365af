//! A page before it is cut and written: blocks in reading order. Nothing here knows a tag or a byte.

mod block;
mod field;
mod line;
mod sheet;
mod text;

pub(crate) use block::{Block, Key, Picture, Row};
pub(crate) use field::{Area, Button, Choice, Field, Form, Input, Kind, Levels, Method, Mode};
pub(crate) use line::{Line, Piece, Tone};
pub(crate) use sheet::Sheet;
pub(crate) use text::{Linked, Text};
