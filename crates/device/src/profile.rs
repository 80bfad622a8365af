//! The answer of this crate: one value that says what a phone can take.

use serde::{Deserialize, Serialize};

/// Which of the two faces a phone is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FaceKind {
    /// Light XHTML for keypads.
    Keitai,
    /// HTML for fingers and mice.
    Touch,
}

/// The Japanese carriers whose handsets spoke their own dialects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Carrier {
    Docomo,
    Au,
    Tuka,
    Softbank,
    Willcom,
    Emobile,
}

/// What kind of machine it is, for counting and for choosing a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum DeviceClass {
    Featurephone,
    Smartphone,
    Tablet,
    Pc,
    Crawler,
    Other,
}

impl DeviceClass {
    /// The word, as files and figures write it.
    pub fn word(self) -> &'static str {
        match self {
            DeviceClass::Featurephone => "featurephone",
            DeviceClass::Smartphone => "smartphone",
            DeviceClass::Tablet => "tablet",
            DeviceClass::Pc => "pc",
            DeviceClass::Crawler => "crawler",
            DeviceClass::Other => "other",
        }
    }
}

/// The charset a page leaves in and a form comes back in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Charset {
    #[serde(rename = "shift_jis")]
    ShiftJis,
    #[serde(rename = "utf-8")]
    Utf8,
}

/// The dialect of markup. The keitai face writes all but `Html5` of the touch face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Markup {
    /// Touch HTML.
    Html5,
    /// XHTML Mobile Profile 1.0: garaho, KaiOS, Opera Mini, Cloud Phone, text browsers, WILLCOM.
    XhtmlMp,
    /// docomo i-XHTML; only with `application/xhtml+xml`, the document type and the XML declaration together.
    IXhtml,
    /// au XHTML (Openwave document type).
    EzXhtml,
    /// SoftBank W and 3GC (J-PHONE XHTML Basic Plus).
    JXhtml,
    /// Compact HTML for mova.
    Chtml,
    /// J-PHONE C and P: the same subset of HTML, with `directkey`.
    JHtml,
}

/// Whose pictograms the phone draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmojiSet {
    /// docomo's 176 signs, all that mova knew before the 505i.
    DocomoBasic,
    /// docomo's 252 signs (also WILLCOM, EMOBILE).
    Docomo,
    /// au's own.
    Au,
    /// SoftBank's own.
    Softbank,
    /// Unicode emoji as they are.
    Unicode,
    /// None: bracketed words instead.
    None,
}

/// How a form field asks for digits, letters or kana.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputStyle {
    /// `istyle="4"` (docomo in HTML mode, au, WILLCOM, EMOBILE).
    Istyle,
    /// `style="-wap-input-format:…"` (docomo in XHTML mode).
    WapInputFormat,
    /// `mode="numeric"` (J-PHONE, SoftBank). Never `-wap-input-format` there: it forbids other characters.
    Mode,
    /// `inputmode="numeric"` (current browsers).
    Inputmode,
    /// Nothing.
    None,
}

/// How keys 0–9, `*` and `#` reach a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyStyle {
    /// `accesskey`, bound by the browser.
    Accesskey,
    /// `directkey` with `nonumber` (J-PHONE C, P, W).
    Directkey,
    /// `accesskey` in the markup and a few lines of optional script that bind it (garaho, KaiOS, Cloud
    /// Phone).
    Script,
    /// None bound (Opera Mini, text browsers); numbers are not printed.
    None,
}

/// Where style may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CssSupport {
    /// Nowhere: `bgcolor` and `font color` at most.
    None,
    /// `style` attributes only.
    Inline,
    /// A `style` element in the head as well.
    Embedded,
}

/// A picture format a phone can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ImageFormat {
    Jpeg,
    Gif,
    Png,
    Webp,
}

/// A screen in device pixels as the browser sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
}

/// What a phone can take. Every field is a question a page or a picture asks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeviceProfile {
    /// The profile's own name, as its file heads it: `docomo-foma1`.
    pub name: String,
    /// The root it inherits from: `docomo`, `au`, `kaios`. A session in a path is bound to it.
    pub family: String,
    /// The face shown unless the member chose otherwise.
    pub face: FaceKind,
    /// The carrier, if it is a handset of one.
    pub carrier: Option<Carrier>,
    /// `mova foma1 foma2 hdml wap2 win C P W 3GC phs emobile garaho kaios-N.N operamini cloudphone`.
    pub generation: Option<String>,
    /// The model as people say it, where known: `P903i`, `W31CA`, `910T`.
    pub model: Option<String>,
    /// What kind of machine it is.
    pub class: DeviceClass,
    /// The charset of pages and forms.
    pub charset: Charset,
    /// The dialect of markup.
    pub markup: Markup,
    /// The media type of pages, without its charset.
    pub content_type: String,
    /// The most bytes of markup in one answer.
    pub page_bytes: usize,
    /// The most bytes of a page with its pictures.
    pub total_bytes: usize,
    /// The most bytes of one picture.
    pub image_bytes: usize,
    /// The screen.
    pub screen: Screen,
    /// Formats it draws, the preferred first. Never empty.
    pub image_formats: Vec<ImageFormat>,
    /// Colours of the screen; 4 or fewer means grey.
    pub colours: u32,
    /// Whether it keeps cookies.
    pub cookies: bool,
    /// Whether links may carry a query (`?p=2`). Where they lose it, it is written into the path.
    pub queries: bool,
    /// Whether a form can send a file.
    pub upload: bool,
    /// Whose pictograms it draws.
    pub emoji: EmojiSet,
    /// How a field asks for digits.
    pub input: InputStyle,
    /// How keys reach links.
    pub keys: KeyStyle,
    /// Where style may be written.
    pub css: CssSupport,
    /// Whether optional script may be offered.
    pub script: bool,
    /// Whether the SMS code can fill itself in (`autocomplete="one-time-code"` is understood).
    pub code_autofill: bool,
}

impl DeviceProfile {
    /// The phone in a few words, as its owner would say: `docomo P903i`, `Nokia 8110 4G`, `iPhone`.
    pub fn words(&self) -> String {
        let maker = match self.family.as_str() {
            "kaios" | "garaho" | "android" | "touch" | "cloudphone" => "",
            "softbank" => "SoftBank ",
            "willcom" => "WILLCOM ",
            "tuka" => "TU-KA ",
            family => &format!("{family} "),
        };
        match &self.model {
            Some(model) => format!("{maker}{}", model.replace('_', " ")),
            None => match self.name.as_str() {
                "iphone" => "iPhone",
                "ipad" => "iPad",
                "pc" => "PC",
                "kaios" | "kaios-3" => "KaiOS",
                name if name.starts_with("android") => "Android",
                name if name.starts_with("operamini") => "Opera Mini",
                name if name.starts_with("cloudphone") => "Cloud Phone",
                name => name,
            }
            .to_owned(),
        }
    }

    /// Too narrow for a header bar and pictograms: 96 to 128 px handsets get short words.
    pub fn is_narrow(&self) -> bool {
        self.screen.width < 160
    }

    /// Whether the screen has colour enough for coloured words.
    pub fn has_colour(&self) -> bool {
        self.colours > 16
    }

    /// The picture width in pixels that fills the screen without scrolling.
    pub fn image_width(&self) -> u32 {
        self.screen.width
    }

    /// Whether a session rides in a cookie; if not, it rides in the path.
    pub fn keeps_cookies(&self) -> bool {
        self.cookies
    }
}
