//! Whether a report really comes from Twilio: X-Twilio-Signature.
//!
//! Twilio signs the address it was given, followed by every field of the form, sorted by name, name and value without
//! anything between: HMAC-SHA1 under the account's secret, in base 64 (its page "Webhooks security").

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// Whether the holder of `auth_token` signed this form for this address. A field that comes twice is refused, since
/// Twilio sends none so; the comparison takes the same time wherever the two differ.
pub fn has_signed(auth_token: &str, url: &str, form: &[(String, String)], signature: &str) -> bool {
    let Ok(sent) = BASE64.decode(signature.as_bytes()) else { return false };
    let mut names: Vec<&str> = form.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let is_doubled = names.windows(2).any(|pair| pair[0] == pair[1]);
    !auth_token.is_empty() && !is_doubled && mac(auth_token, url, form).verify_slice(&sent).is_ok()
}

/// The signature of a form for an address, as Twilio would write it.
pub fn signature(auth_token: &str, url: &str, form: &[(String, String)]) -> String {
    BASE64.encode(&mac(auth_token, url, form).finalize().into_bytes())
}

fn mac(auth_token: &str, url: &str, form: &[(String, String)]) -> Hmac<Sha1> {
    let mut mac =
        Hmac::<Sha1>::new_from_slice(auth_token.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(url.as_bytes());
    let mut fields: Vec<&(String, String)> = form.iter().collect();
    fields.sort();
    for (name, value) in fields {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    /// The example on Twilio's page: account secret 12345, a call from a web server.
    #[test]
    fn twilios_own_example() {
        let fields = form(&[
            ("CallSid", "CA1234567890ABCDE"),
            ("Caller", "+14158675310"),
            ("Digits", "1234"),
            ("From", "+14158675310"),
            ("To", "+18005551212"),
        ]);
        let url = "https://example.com/myapp.php?foo=1&bar=2";
        assert!(has_signed("12345", url, &fields, &signature("12345", url, &fields)));
        assert_eq!(
            signature(
                "12345",
                "https://mycompany.com/myapp.php?foo=1&bar=2",
                &form(&[
                    ("CallSid", "CA1234567890ABCDE"),
                    ("Caller", "+12349013030"),
                    ("Digits", "1234"),
                    ("From", "+12349013030"),
                    ("To", "+18005551212"),
                ])
            ),
            "0/KCTR6DLpKmkAf8muzZqo1nDgQ="
        );
    }

    #[test]
    fn anything_changed_is_refused() {
        let (url, fields) = ("https://sns.example.jp/sms/status/1", form(&[("A", "1"), ("B", "2")]));
        let good = signature("secret", url, &fields);
        let is_good =
            |token, url, fields: &[(&str, &str)], sign: &str| has_signed(token, url, &form(fields), sign);
        assert!(is_good("secret", url, &[("B", "2"), ("A", "1")], &good));
        for fields in [
            &[("A", "1"), ("B", "3")][..],
            &[("A", "1"), ("B", "2"), ("C", "")],
            &[("A", "1"), ("B", "2"), ("B", "2")],
            &[("A", "2"), ("B", "1")],
            &[("A", "1")],
        ] {
            assert!(!is_good("secret", url, fields, &good), "{fields:?}");
        }
        let same = &[("A", "1"), ("B", "2")];
        assert!(!is_good("secret", "http://sns.example.jp/sms/status/1", same, &good));
        assert!(!is_good("secret", "https://sns.example.jp:8443/sms/status/1", same, &good));
        assert!(!is_good("other", url, same, &good));
        assert!(!is_good("secret", url, same, "") && !is_good("secret", url, same, "%%%"));
        assert!(!is_good("", url, same, &signature("", url, &form(same))), "a site without a secret");
    }
}
