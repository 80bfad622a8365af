//! A form with files. The grammar of multipart bodies is actix-multipart's; names and types of files are dropped.

use actix_multipart::Multipart;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use actix_web::web::Bytes;
use enishi_face::pages::Trouble;
use enishi_keitai::text::{self, Encoding};
use futures_util::{StreamExt, stream};

use super::body::{File, Typed};
use crate::error::PageError;

const MOST_PARTS: usize = 100;

pub(super) async fn read(kind: &str, body: Vec<u8>, encoding: Encoding) -> Result<Typed, PageError> {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_str(kind).map_err(|_| unreadable())?);
    let whole = stream::once(async move { Ok(Bytes::from(body)) });
    let mut parts = Multipart::new(&headers, whole);
    let mut typed = Typed::default();
    for _ in 0..MOST_PARTS {
        let Some(part) = parts.next().await else { return Ok(typed) };
        let mut part = part.map_err(|_| unreadable())?;
        let field = part.name().unwrap_or_default().to_owned();
        let is_file = part.content_disposition().is_some_and(|about| about.get_filename().is_some());
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            bytes.extend_from_slice(&chunk.map_err(|_| unreadable())?);
        }
        match is_file {
            true => typed.files.push(File { field, bytes }),
            false => typed.fields.push((field, text::decode(&bytes, encoding))),
        }
    }
    Err(unreadable())
}

fn unreadable() -> PageError {
    PageError::Trouble(Trouble::BadRequest)
}
