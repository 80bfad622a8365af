//! Queries in the path, for phones whose links lose them: `/home?before=3k9&p=2` is `/home/_/before=3k9/p=2` as well.
//!
//! Either form means the same page on every phone, so that an address copied from one opens on any other.

use std::borrow::Cow;

/// Stands between path and query; no part of an address of ours is called so.
const MARK: &str = "/_/";

/// The address with its query in the path. A fragment stays at the end.
pub fn query_into_path(address: &str) -> Cow<'_, str> {
    let (whole, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
    let Some((path, query)) = whole.split_once('?') else { return Cow::Borrowed(address) };
    let pairs = query.replace('/', "%2F").replace('&', "/");
    Cow::Owned(format!("{}{MARK}{pairs}{fragment}", path.trim_end_matches('/')))
}

/// Path and query of a path; `None` if it holds no query.
pub fn query_out_of_path(path: &str) -> Option<(&str, String)> {
    let (path, pairs) = path.split_once(MARK)?;
    let query = pairs.split('/').filter(|pair| !pair.is_empty()).collect::<Vec<_>>().join("&");
    Some((if path.is_empty() { "/" } else { path }, query))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_comes_out_as_it_went_in() {
        for (address, written, path, query) in [
            ("/home?before=3k9&p=2", "/home/_/before=3k9/p=2", "/home", "before=3k9&p=2"),
            ("/?p=2", "/_/p=2", "/", "p=2"),
            ("/login?next=/diary/3k9", "/login/_/next=%2Fdiary%2F3k9", "/login", "next=%2Fdiary%2F3k9"),
        ] {
            assert_eq!(query_into_path(address), written);
            assert_eq!(query_out_of_path(written), Some((path, query.to_owned())));
        }
        assert_eq!(query_into_path("/diary/3k9?p=2#said"), "/diary/3k9/_/p=2#said");
        assert_eq!(query_into_path("/home#top"), "/home#top");
        assert_eq!(query_out_of_path("/home"), None);
        assert_eq!(query_out_of_path("/home/_/"), Some(("/home", String::new())));
    }
}
