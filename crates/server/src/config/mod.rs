//! The settings: `config/enishi.toml`, its defaults carried inside the program, the environment over both.

mod load;
mod push;
mod sms;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use enishi_core::allowance::LimitRules;
use enishi_core::approval::ApprovalRules;
use enishi_core::claim::ClaimRules;
use enishi_core::community::CommunityRules;
use enishi_core::diary::DiaryRules;
use enishi_core::email::EmailRules;
use enishi_core::footprint::FootprintRules;
use enishi_core::invitation::InvitationRules;
use enishi_core::joining::Mode;
use enishi_core::leaving::LeavingRules;
use enishi_core::login::LoginRules;
use enishi_core::notice::settings::NoticeRules;
use enishi_core::number::NumberRules;
use enishi_core::operator::OperatorRules;
use enishi_core::password::Cost;
use enishi_core::pinned_phone::PinRules;
use enishi_core::recovery::RecoveryRules;
use enishi_core::second_step::SecondStepRules;
use enishi_core::session::SessionRules;
use enishi_core::signup::SignupRules;
use enishi_mail::MailConfig;
use serde::Deserialize;

use crate::listen::LineRules;

pub use load::load;
pub use push::PushSection;
pub use sms::SmsSection;

/// Every setting.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Name and time zone.
    pub site: SiteConfig,
    /// Where to listen and where to keep things.
    pub server: ServerConfig,
    /// What is said on standard error.
    pub log: LogConfig,
    /// How old keys may get.
    pub keys: KeysConfig,
    /// Which database.
    pub database: DatabaseConfig,
    /// Where the device profiles are.
    pub devices: DevicesConfig,
    /// How letters leave.
    pub mail: MailConfig,
    /// How an address is confirmed.
    pub email: EmailRules,
    /// When letters about what happened leave.
    pub notices: NoticeRules,
    /// Phones that ring.
    pub push: PushSection,
    /// How footprints are taken back.
    pub footprints: FootprintRules,
    /// How a number is changed.
    pub number: NumberRules,
    /// How a recycled number is claimed.
    pub claim: ClaimRules,
    /// When entries appear that were written for later.
    pub diary: DiaryRules,
    /// How communities go on without their owners.
    pub communities: CommunityRules,
    /// How leaving goes.
    pub leaving: LeavingRules,
    /// How text messages leave.
    pub sms: SmsSection,
    /// Who may sign up, and how often codes are sent.
    pub signup: SignupConfig,
    /// Invitations: how long, how many, how often codes may be tried.
    pub invitations: InvitationRules,
    /// How much may be written and looked at in a while.
    pub limits: LimitRules,
    /// How often a password may be tried.
    pub login: LoginRules,
    /// How long the second step of signing in waits.
    pub second_step: SecondStepRules,
    /// How a phone is let in by another's word.
    pub approval: ApprovalRules,
    /// How somebody comes back who has lost the password.
    pub recovery: RecoveryRules,
    /// PINs on keypad phones.
    pub pin: PinRules,
    /// How operators sign in, and for how long.
    pub operator: OperatorRules,
    /// How long sessions last.
    pub session: SessionRules,
    /// What a password hash costs.
    pub password: Cost,
    /// Where pictures lie and how large an upload may be.
    pub pictures: PicturesConfig,
}

/// `[site]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteConfig {
    /// The name on every page.
    pub name: String,
    /// An IANA name, `Asia/Tokyo`.
    pub time_zone: String,
}

/// `[server]`
#[derive(Clone, Debug, Deserialize)]
pub struct ServerConfig {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where handsets without TLS of today are let in, over plain HTTP and with fewer rights; empty for nowhere.
    pub legacy_listen: String,
    /// The address they type; empty for whatever host a request names.
    pub legacy_url: String,
    /// Where figures for machines are shown; empty for nowhere.
    pub metrics_listen: String,
    /// The address people type; empty for whatever host a request names.
    pub public_url: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<String>,
    /// Keys, outbox, database and pictures.
    pub data_dir: PathBuf,
    /// Threads that answer requests; 0 is one a core.
    pub workers: usize,
    /// How long sockets may take, and how many there may be.
    #[serde(flatten)]
    pub line: LineRules,
    /// How many requests are worked on at once.
    #[serde(flatten)]
    pub load: LoadRules,
}

/// The part of `[server]` that is about load. Figures are for each core.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct LoadRules {
    /// Requests at work at once.
    pub in_flight_per_core: usize,
    /// Requests that wait for their turn.
    pub waiting_per_core: usize,
    /// How long one waits, in seconds.
    pub wait_seconds: u64,
    /// Places for signing in and out.
    pub door_in_flight_per_core: usize,
    /// What a client that was sent away is told to wait, in seconds.
    pub retry_seconds: i64,
}

/// `[log]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogConfig {
    /// For eyes or for machines.
    pub format: LogFormat,
    /// What is said, in the words of `RUST_LOG`.
    pub level: String,
}

/// How an event is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// A line of words.
    Text,
    /// A line that is a JSON object.
    Json,
}

/// `[keys]`
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysConfig {
    /// From this age on, in seconds, `enishi doctor` advises new ones.
    pub old_after_seconds: i64,
}

/// `[database]`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseConfig {
    /// `sqlite://…`, `postgres://…`, or empty for a file in the data folder.
    pub url: String,
}

/// A database URL may hold a password.
impl std::fmt::Debug for DatabaseConfig {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("DatabaseConfig(…)")
    }
}

/// `[devices]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DevicesConfig {
    /// A folder of profiles; empty for `./config/devices`, else the ones inside the program.
    pub dir: String,
}

/// `[signup]`
#[derive(Clone, Debug, Deserialize)]
pub struct SignupConfig {
    /// Who may sign up.
    pub mode: Mode,
    /// Two-letter countries, home first.
    pub countries: Vec<String>,
    /// Networks of carriers, whose one address is many people.
    pub shared_networks: Vec<String>,
    /// Asked when the day's texts are nearly spent; empty for none.
    pub question: String,
    /// What counts as its answer.
    pub answers: Vec<String>,
    /// Codes and their limits.
    #[serde(flatten)]
    pub rules: SignupRules,
}

/// `[pictures]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PicturesConfig {
    /// `file://FOLDER`, or empty for one in the data folder.
    pub store: String,
    /// The most bytes of one upload.
    pub max_bytes: usize,
    /// The most pixels of one upload.
    pub max_pixels: u64,
    /// The most pixels of one side.
    pub max_side_px: u32,
}

impl SignupConfig {
    /// The countries by two capital letters, home first.
    pub fn country_letters(&self) -> Vec<String> {
        self.countries.iter().map(|country| country.to_uppercase()).collect()
    }
}

impl Config {
    /// The database URL, with its default.
    pub fn database_url(&self) -> String {
        match self.database.url.as_str() {
            "" => format!("sqlite://{}", self.server.data_dir.join("enishi.db").display()),
            url => url.to_owned(),
        }
    }

    /// The picture store's URL, with its default.
    pub fn pictures_url(&self) -> String {
        match self.pictures.store.as_str() {
            "" => format!("file://{}", self.server.data_dir.join("pictures").display()),
            url => url.to_owned(),
        }
    }

    /// The folder of device profiles, if any is on the disk.
    pub fn devices_dir(&self) -> Option<PathBuf> {
        match self.devices.dir.as_str() {
            "" => Some(PathBuf::from("config/devices")).filter(|usual| usual.is_dir()),
            dir => Some(Path::new(dir).to_owned()),
        }
    }

    /// Whether pages are reached over TLS, so that cookies may be Secure.
    pub fn is_https(&self) -> bool {
        self.server.public_url.starts_with("https://")
    }

    /// Networks of which one address is many people.
    pub fn shared_networks(&self) -> Vec<(IpAddr, u8)> {
        self.signup.shared_networks.iter().filter_map(|text| load::network(text)).collect()
    }

    /// Proxies whose word about a client's address is believed.
    pub fn trusted_proxies(&self) -> Vec<(IpAddr, u8)> {
        self.server.trusted_proxies.iter().filter_map(|text| load::network(text)).collect()
    }
}
