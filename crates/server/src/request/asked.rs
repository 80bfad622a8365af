//! Forms that ask and change nothing, from phones that lose what stands after `?`: they come by POST and are asked anew
//! by an address of their own, so that turning its parts and coming back work as everywhere.

use enishi_face::Place;
use enishi_keitai::encoder_for;

use super::ask::Ask;

impl Ask {
    /// The address that asks what this form asked: its fields as a query, in the charset this phone's queries are read in.
    pub fn asked_at(&self, place: Place, fields: &[&str]) -> String {
        let encoder = encoder_for(&self.profile());
        let pair = |field: &&str| {
            let bytes = encoder.encode(self.typed.get(field));
            format!("{field}={}", bytes.iter().map(|byte| percent(*byte)).collect::<String>())
        };
        format!("{place}?{}", fields.iter().map(pair).collect::<Vec<_>>().join("&"))
    }
}

fn percent(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    }
}
