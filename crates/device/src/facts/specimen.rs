//! Turned round: what a handset of some model would send. For finding rows that no handset ever reaches, and
//! for showing a page as a model would get it when only its name is known.

use super::Dialect;

/// The headers of one request, name and value.
pub(crate) type Specimen = Vec<(&'static str, String)>;

/// The forms in which a grammar's handsets name this model, the likeliest first. None for text without a
/// grammar.
pub(crate) fn specimens(dialect: Dialect, token: &str, cache_kb: Option<u32>) -> Vec<Specimen> {
    let mut forms: Vec<Specimen> =
        user_agents(dialect, token, cache_kb).into_iter().map(|text| vec![("user-agent", text)]).collect();
    if dialect == Dialect::Softbank {
        let named = vec![("user-agent", "SoftBank/1.0/".to_owned()), ("x-jphone-msname", token.to_owned())];
        forms.push(named);
    }
    forms
}

fn user_agents(dialect: Dialect, token: &str, cache_kb: Option<u32>) -> Vec<String> {
    let mova_cache = cache_kb.map(|kb| format!("/c{kb}")).unwrap_or_default();
    let foma_cache = cache_kb.unwrap_or(100);
    match dialect {
        Dialect::Docomo => vec![
            format!("DoCoMo/2.0 {token}(c{foma_cache};TB;W24H12)"),
            format!("DoCoMo/1.0/{token}{mova_cache}"),
        ],
        Dialect::Au => vec![
            format!("KDDI-{token} UP.Browser/6.2.0.5 (GUI) MMP/2.0"),
            format!("UP.Browser/3.04-{token} UP.Link/3.4.4"),
        ],
        Dialect::Softbank => vec![
            format!("SoftBank/1.0/{token}/X"),
            format!("J-PHONE/3.0/{token}"),
            format!("J-PHONE/4.0/{token}"),
            format!("J-PHONE/5.0/{token}"),
            format!("MOT-{token}/80.2F.2E."),
        ],
        Dialect::Willcom => vec![format!("Mozilla/3.0(WILLCOM;X/{token}/1/1/C{foma_cache}) NetFront/3.3")],
        Dialect::Emobile => vec![format!("emobile/1.0.0 ({token}; like Gecko; Wireless) NetFront/3.4")],
        Dialect::Kaios => {
            vec![format!("Mozilla/5.0 (Mobile; {token}; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5")]
        }
        Dialect::Cloudphone => vec![format!("Mozilla/5.0 (Cloud Phone; {token}) Puffin/12.1.1.46653FP")],
        Dialect::Android => {
            vec![format!("Mozilla/5.0 (Linux; Android 8.1.0; {token} Build/X; wv) Mobile Safari/537.36")]
        }
        Dialect::Operamini | Dialect::Plain => Vec::new(),
    }
}
