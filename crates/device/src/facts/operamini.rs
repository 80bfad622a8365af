//! Opera Mini: Opera's server asks, and names the handset behind it in headers of its own.

use super::{Dialect, Facts, Told, dialect, words::token};
use crate::{Carrier, Headers};

const INNER: &str = "x-operamini-phone-ua";
const PHONE: &str = "x-operamini-phone";

pub(super) fn speaks(user_agent: &str) -> bool {
    user_agent.contains("Opera Mini/")
}

pub(super) fn read<'h>(mut facts: Facts<'h>, headers: &Headers<'h>) -> Facts<'h> {
    if let Some(inner) = inner_facts(headers) {
        facts.carrier = carrier(&inner).map(|value| Told { value, header: INNER });
        facts.model = inner.model.map(|model| Told { value: model.value, header: INNER });
    }
    facts.model = facts.model.or_else(|| phone(headers));
    facts
}

/// The handset's own User-Agent may be that of a Japanese one. Never read as another Opera Mini: that would
/// not end.
fn inner_facts<'h>(headers: &Headers<'h>) -> Option<Facts<'h>> {
    let inner = Headers::new([("user-agent", headers.get(INNER)?)]);
    let speaks = dialect(inner.user_agent(), &inner);
    (speaks != Dialect::Operamini).then(|| Facts::read(&inner))
}

fn carrier(inner: &Facts<'_>) -> Option<Carrier> {
    match inner.dialect {
        Dialect::Docomo => Some(Carrier::Docomo),
        Dialect::Au if matches!(inner.series, Some("T" | "U")) => Some(Carrier::Tuka),
        Dialect::Au => Some(Carrier::Au),
        Dialect::Softbank => Some(Carrier::Softbank),
        Dialect::Willcom => Some(Carrier::Willcom),
        Dialect::Emobile => Some(Carrier::Emobile),
        Dialect::Kaios | Dialect::Operamini | Dialect::Cloudphone | Dialect::Android | Dialect::Plain => None,
    }
}

/// `Nokia # 6230i`; a question mark stands for what Opera does not know.
fn phone<'h>(headers: &Headers<'h>) -> Option<Told<&'h str>> {
    let (_, model) = headers.get(PHONE)?.split_once('#')?;
    token(model).map(|value| Told { value, header: PHONE })
}
