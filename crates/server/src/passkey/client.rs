//! What the browser saw: which site, which challenge, which act.

use enishi_core::secrets::is_same;
use serde::Deserialize;

use super::Expected;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// Whether it saw this very site and challenge, not in a frame of another.
pub(super) fn is_ours(json: &[u8], act: &str, expected: Expected<'_>) -> bool {
    let Ok(client) = serde_json::from_slice::<ClientData>(json) else { return false };
    client.r#type == act
        && client.origin == expected.origin
        && !client.cross_origin
        && is_same(client.challenge.as_bytes(), expected.challenge.as_bytes())
}
