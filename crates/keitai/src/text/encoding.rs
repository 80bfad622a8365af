//! The names of the encodings.

use std::fmt;
use std::str::FromStr;

/// How text is written on the wire for one kind of reader: a charset and a carrier's emoji in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 with Unicode emoji: smartphones, garaho, KaiOS, proxy browsers.
    Utf8,
    /// UTF-8 for readers without emoji.
    Utf8Plain,
    /// Windows code page 932 without emoji.
    Cp932,
    /// ISO-2022-JP without emoji, for ordinary mail.
    Iso2022Jp,
    /// Shift_JIS with docomo's 252 signs.
    DocomoSjis,
    /// Shift_JIS with docomo's first 176 signs, NEC row 13 written out: mova.
    DocomoBasicSjis,
    /// Shift_JIS with au's signs.
    AuSjis,
    /// Shift_JIS with SoftBank's signs.
    SoftbankSjis,
    /// Shift_JIS with docomo's signs, as WILLCOM and EMOBILE took them over.
    WillcomSjis,
    /// UTF-8 with docomo's signs in private use, U+E63E to U+E757.
    DocomoPua,
    /// UTF-8 with au's signs in private use, U+E468 to U+EB8E.
    AuPua,
    /// UTF-8 as the EZweb gateway answers it, au's signs at U+EC40 to U+F0FC.
    AuPuaGateway,
    /// UTF-8 with SoftBank's signs in private use, U+E001 to U+E53E.
    SoftbankPua,
    /// Shift_JIS with SoftBank's signs as escapes, `ESC $ page character SI`: J-PHONE.
    SoftbankWebcode,
    /// docomo mail: Shift_JIS out; Shift_JIS or ISO-2022-JP in.
    DocomoMail,
    /// au mail: ISO-2022-JP with the signs in rows 0x75 to 0x7B.
    AuMail,
    /// SoftBank mail: Shift_JIS out; Shift_JIS, ISO-2022-JP or web codes in.
    SoftbankMail,
    /// WILLCOM mail: ISO-2022-JP with docomo's Shift_JIS codes between the escapes.
    WillcomMail,
}

/// A name that no [`Encoding`] has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownEncoding(pub String);

impl Encoding {
    /// Every encoding, in the order of the enum.
    pub const ALL: [Self; 18] = [
        Self::Utf8,
        Self::Utf8Plain,
        Self::Cp932,
        Self::Iso2022Jp,
        Self::DocomoSjis,
        Self::DocomoBasicSjis,
        Self::AuSjis,
        Self::SoftbankSjis,
        Self::WillcomSjis,
        Self::DocomoPua,
        Self::AuPua,
        Self::AuPuaGateway,
        Self::SoftbankPua,
        Self::SoftbankWebcode,
        Self::DocomoMail,
        Self::AuMail,
        Self::SoftbankMail,
        Self::WillcomMail,
    ];

    /// The name on the command line and in device profiles, such as `docomo-sjis`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8Plain => "utf-8-plain",
            Self::Cp932 => "cp932",
            Self::Iso2022Jp => "iso-2022-jp",
            Self::DocomoSjis => "docomo-sjis",
            Self::DocomoBasicSjis => "docomo-basic-sjis",
            Self::AuSjis => "au-sjis",
            Self::SoftbankSjis => "softbank-sjis",
            Self::WillcomSjis => "willcom-sjis",
            Self::DocomoPua => "docomo-pua",
            Self::AuPua => "au-pua",
            Self::AuPuaGateway => "au-pua-gateway",
            Self::SoftbankPua => "softbank-pua",
            Self::SoftbankWebcode => "softbank-webcode",
            Self::DocomoMail => "docomo-mail",
            Self::AuMail => "au-mail",
            Self::SoftbankMail => "softbank-mail",
            Self::WillcomMail => "willcom-mail",
        }
    }

    /// The charset to declare for text that [`super::encode`] wrote, by its registered name.
    pub const fn charset(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Plain => "UTF-8",
            Self::DocomoPua | Self::AuPua | Self::AuPuaGateway | Self::SoftbankPua => "UTF-8",
            Self::Iso2022Jp | Self::AuMail | Self::WillcomMail => "ISO-2022-JP",
            Self::Cp932 | Self::DocomoSjis | Self::DocomoBasicSjis | Self::AuSjis => "Shift_JIS",
            Self::SoftbankSjis | Self::WillcomSjis | Self::SoftbankWebcode => "Shift_JIS",
            Self::DocomoMail | Self::SoftbankMail => "Shift_JIS",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(name: &str) -> Result<Self, UnknownEncoding> {
        let found = Self::ALL.into_iter().find(|encoding| encoding.name() == name);
        found.ok_or_else(|| UnknownEncoding(name.to_owned()))
    }
}

impl fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown encoding `{}`; known are", self.0)?;
        Encoding::ALL.iter().try_for_each(|encoding| write!(f, " {encoding}"))
    }
}

impl std::error::Error for UnknownEncoding {}
