//! What the headers say, before anyone asks what it means. Each carrier's grammar has a file.
//!
//! A header that does not parse counts as absent; no input makes a panic. Ids of lines and handsets are not
//! read.

mod android;
mod au;
mod cloudphone;
mod docomo;
mod emobile;
mod figures;
mod kaios;
mod operamini;
mod softbank;
mod specimen;
mod willcom;
mod words;

use serde::Deserialize;
pub(crate) use specimen::specimens;

use crate::{Carrier, Headers, Screen};

/// The grammar that read the User-Agent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Dialect {
    Docomo,
    Au,
    Softbank,
    Willcom,
    Emobile,
    Kaios,
    Operamini,
    Cloudphone,
    Android,
    /// None of them: the User-Agent is looked at as mere text.
    #[default]
    Plain,
}

impl Dialect {
    /// Every grammar that names models.
    pub const ALL: [Dialect; 8] = [
        Dialect::Docomo,
        Dialect::Au,
        Dialect::Softbank,
        Dialect::Willcom,
        Dialect::Emobile,
        Dialect::Kaios,
        Dialect::Cloudphone,
        Dialect::Android,
    ];
}

/// A value and the header that told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told<T> {
    pub value: T,
    pub header: &'static str,
}

/// What the headers of one request say.
#[derive(Debug, Default)]
pub(crate) struct Facts<'h> {
    pub user_agent: &'h str,
    pub dialect: Dialect,
    /// The model's own token, as the models files key it.
    pub model: Option<Told<&'h str>>,
    /// The carrier's own mark of a generation: au's third letter, J-PHONE's major version, KaiOS's version.
    pub series: Option<&'h str>,
    pub cache_kb: Option<u32>,
    pub screen: Option<Told<Screen>>,
    pub colours: Option<Told<u32>>,
    /// The most bytes of an answer.
    pub max_bytes: Option<Told<usize>>,
    /// Only where a proxy's header names the handset behind it.
    pub carrier: Option<Told<Carrier>>,
}

impl<'h> Facts<'h> {
    pub fn read(headers: &Headers<'h>) -> Facts<'h> {
        let whole = headers.user_agent();
        let user_agent = docomo::quoted(whole).unwrap_or(whole);
        let dialect = dialect(user_agent, headers);
        let facts = Facts { user_agent, dialect, ..Facts::default() };
        match dialect {
            Dialect::Docomo => docomo::read(facts),
            Dialect::Au => au::read(facts, headers),
            Dialect::Softbank => softbank::read(facts, headers),
            Dialect::Willcom => willcom::read(facts),
            Dialect::Emobile => emobile::read(facts),
            Dialect::Kaios => kaios::read(facts),
            Dialect::Operamini => operamini::read(facts, headers),
            Dialect::Cloudphone => cloudphone::read(facts),
            Dialect::Android => android::read(facts, headers),
            Dialect::Plain => facts,
        }
    }

    fn with_model(mut self, token: Option<&'h str>) -> Self {
        self.model = token.and_then(words::token).map(|value| Told { value, header: "user-agent" });
        self
    }
}

/// Old handsets tell themselves by how the User-Agent begins, later ones by a word in it.
fn dialect(user_agent: &str, headers: &Headers<'_>) -> Dialect {
    match user_agent.as_bytes() {
        [b'D', ..] if docomo::speaks(user_agent) => Dialect::Docomo,
        [b'K' | b'U', ..] if au::speaks(user_agent) => Dialect::Au,
        [b'J' | b'V' | b'S' | b'M' | b'N', ..] if softbank::speaks(user_agent, headers) => Dialect::Softbank,
        [b'M', ..] if willcom::speaks(user_agent) => Dialect::Willcom,
        [b'O', ..] if operamini::speaks(user_agent) => Dialect::Operamini,
        [b'e' | b'I' | b'H', ..] if emobile::speaks(user_agent) => Dialect::Emobile,
        [b'M', ..] => mozilla_dialect(user_agent),
        _ => Dialect::Plain,
    }
}

fn mozilla_dialect(user_agent: &str) -> Dialect {
    match user_agent {
        _ if kaios::speaks(user_agent) => Dialect::Kaios,
        _ if cloudphone::speaks(user_agent) => Dialect::Cloudphone,
        _ if emobile::speaks(user_agent) => Dialect::Emobile,
        _ if docomo::is_full_browser(user_agent) => Dialect::Docomo,
        _ if operamini::speaks(user_agent) => Dialect::Operamini,
        _ if au::is_pc_viewer(user_agent) => Dialect::Au,
        _ if android::speaks(user_agent) => Dialect::Android,
        _ => Dialect::Plain,
    }
}
