//! Reading the settings: the built-in file, the operator's over it, the environment over both.

use std::net::IpAddr;
use std::path::Path;

use anyhow::{Context, bail};
use toml::{Table, Value};

use super::Config;

const DEFAULTS: &str = include_str!("../../../../config/enishi.toml");
const USUAL_FILE: &str = "config/enishi.toml";

/// Reads `file` (or `./config/enishi.toml` if it is there) and the environment given, and checks every figure.
pub fn load(
    file: Option<&Path>,
    environment: impl Iterator<Item = (String, String)>,
) -> anyhow::Result<Config> {
    let mut table: Table = DEFAULTS.parse().expect("the built-in settings parse");
    let chosen = file.or(Some(Path::new(USUAL_FILE)).filter(|usual| usual.is_file()));
    if let Some(path) = chosen {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let own: Table = text.parse().with_context(|| format!("in {}", path.display()))?;
        lay_over(&mut table, own).with_context(|| format!("in {}", path.display()))?;
    }
    for (name, value) in environment {
        set_from_environment(&mut table, &name, &value)?;
    }
    let mut config: Config = Value::Table(table).try_into().context("in the settings")?;
    config.signup.rules.home = config.signup.countries.first().cloned().unwrap_or_default().to_uppercase();
    check(&config)?;
    Ok(config)
}

fn lay_over(table: &mut Table, own: Table) -> anyhow::Result<()> {
    for (section, values) in own {
        let known = table.get_mut(&section).and_then(Value::as_table_mut);
        let (Some(known), Value::Table(values)) = (known, values) else {
            bail!("there is no section [{section}]");
        };
        for (key, value) in values {
            if known.insert(key.clone(), value).is_none() {
                bail!("section [{section}] has no setting {key}");
            }
        }
    }
    Ok(())
}

/// `ENISHI_<SECTION>__<KEY>`: read as what the default is, so that a number in quotes stays words where words
/// are meant (`+1555…`).
fn set_from_environment(table: &mut Table, name: &str, value: &str) -> anyhow::Result<()> {
    let Some((section, key)) = name.strip_prefix("ENISHI_").and_then(|rest| rest.split_once("__")) else {
        return Ok(());
    };
    let (section, key) = (section.to_lowercase(), key.to_lowercase());
    let Some(default) = table.get_mut(&section).and_then(|known| known.get_mut(&key)) else {
        bail!("{name}: there is no such setting");
    };
    *default = match default {
        Value::String(_) => Value::String(value.to_owned()),
        _ => read_value(value).with_context(|| format!("{name} cannot be read"))?,
    };
    Ok(())
}

fn read_value(text: &str) -> anyhow::Result<Value> {
    let line: Table = format!("value = {text}").parse()?;
    line.get("value").cloned().context("nothing there")
}

fn check(config: &Config) -> anyhow::Result<()> {
    config.signup.rules.check().context("in [signup]")?;
    jiff::tz::TimeZone::get(&config.site.time_zone).context("in [site] time_zone")?;
    for text in &config.server.trusted_proxies {
        network(text).with_context(|| format!("[server] trusted_proxies: {text:?} is no address"))?;
    }
    for text in &config.signup.shared_networks {
        network(text).with_context(|| format!("[signup] shared_networks: {text:?} is no network"))?;
    }
    if config.sms.provider == enishi_sms::Provider::Twilio && config.server.public_url.is_empty() {
        bail!(
            "[sms] provider = \"twilio\" needs [server] public_url: the text names the site it is good for"
        );
    }
    if config.mail.provider == enishi_mail::Provider::Smtp && config.server.public_url.is_empty() {
        bail!("[mail] provider = \"smtp\" needs [server] public_url: links in letters begin with it");
    }
    config.push.check()?;
    let legacy = &config.server.legacy_url;
    if !legacy.is_empty() && (!legacy.starts_with("http://") || legacy.ends_with('/')) {
        bail!("[server] legacy_url begins with http:// and has no slash at its end");
    }
    let url = &config.server.public_url;
    let is_web = url.is_empty() || url.starts_with("http://") || url.starts_with("https://");
    if !is_web || url.ends_with('/') {
        bail!("[server] public_url begins with http:// or https:// and has no slash at its end");
    }
    Ok(())
}

/// `10.0.0.0/8`, or a single address.
pub(super) fn network(text: &str) -> Option<(IpAddr, u8)> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address.parse().ok()?, Some(bits.parse().ok()?)),
        None => (text.parse::<IpAddr>().ok()?, None),
    };
    let most = if address.is_ipv4() { 32 } else { 128 };
    Some((address, bits.unwrap_or(most))).filter(|(_, bits)| *bits <= most)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> anyhow::Result<Config> {
        let pairs: Vec<_> =
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        load(Some(Path::new("/dev/null")), pairs.into_iter())
    }

    #[test]
    fn the_built_in_settings_are_whole() {
        let config = with(&[]).unwrap();
        assert_eq!(config.database_url(), "sqlite://data/enishi.db");
        assert_eq!(config.pictures_url(), "file://data/pictures");
        assert_eq!(config.signup.rules, enishi_core::signup::SignupRules::default());
        assert_eq!(config.session, enishi_core::session::SessionRules::default());
        assert_eq!(config.login, enishi_core::login::LoginRules::default());
        assert_eq!(config.operator, enishi_core::operator::OperatorRules::default());
        assert_eq!(config.claim, enishi_core::claim::ClaimRules::default());
        assert_eq!(config.number, enishi_core::number::NumberRules::default());
        assert_eq!(config.notices, enishi_core::notice::settings::NoticeRules::default());
        assert_eq!(config.push.sender, enishi_push::PushConfig::default());
        assert_eq!(config.push.rules, enishi_core::bell::BellRules::default());
        assert_eq!(config.email, enishi_core::email::EmailRules::default());
        assert_eq!(config.diary, enishi_core::diary::DiaryRules::default());
        assert_eq!(config.communities, enishi_core::community::CommunityRules::default());
        assert_eq!(config.leaving, enishi_core::leaving::LeavingRules::default());
        assert_eq!(config.mail, enishi_mail::MailConfig::default());
        assert_eq!(config.invitations, enishi_core::invitation::InvitationRules::default());
        assert_eq!(config.limits, enishi_core::allowance::LimitRules::default());
        assert_eq!(config.password, enishi_core::password::Cost::default());
    }

    #[test]
    fn the_environment_wins_and_keeps_the_kind_of_a_setting() {
        let config = with(&[
            ("ENISHI_SERVER__LISTEN", "127.0.0.1:0"),
            ("ENISHI_SMS__TWILIO_FROM", "+15005550006"),
            ("ENISHI_SIGNUP__CODE_SECONDS", "120"),
            ("ENISHI_SIGNUP__COUNTRIES", r#"["JP", "US"]"#),
            ("OTHER", "ignored"),
        ])
        .unwrap();
        assert_eq!(config.server.listen.port(), 0);
        assert_eq!(config.sms.twilio_from, "+15005550006");
        assert_eq!((config.signup.rules.code_seconds, config.signup.countries.len()), (120, 2));
    }

    #[test]
    fn a_slip_is_named() {
        for (name, value, said) in [
            ("ENISHI_SERVER__LISTN", "x", "no such setting"),
            ("ENISHI_SIGNUP__CODE_SECONDS", "601", "600"),
            ("ENISHI_SIGNUP__CODE_SECONDS", "ten", "cannot be read"),
            ("ENISHI_SIGNUP__CODE_DIGITS", "7", "code_digits must be 6 or 8"),
            ("ENISHI_SIGNUP__CODE_DIGITS", "-6", "code_digits must be 6 or 8"),
            ("ENISHI_SITE__TIME_ZONE", "Asia/Edo", "time_zone"),
            ("ENISHI_SERVER__PUBLIC_URL", "sns.example.jp", "public_url"),
            ("ENISHI_SERVER__TRUSTED_PROXIES", r#"["10.0.0.0/33"]"#, "10.0.0.0/33"),
        ] {
            let why = format!("{:#}", with(&[(name, value)]).unwrap_err());
            assert!(why.contains(said), "{name}={value}: {why}");
        }
    }
}
