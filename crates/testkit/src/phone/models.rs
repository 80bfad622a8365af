//! The phones tests are run with, by the headers they really send.

/// A model of phone.
#[derive(Clone, Copy, Debug)]
pub struct Model {
    /// What it is called in tests.
    pub name: &'static str,
    /// The headers it sends.
    pub headers: &'static [(&'static str, &'static str)],
    /// Whether it keeps cookies.
    pub keeps_cookies: bool,
    /// Whether its pages are in Shift_JIS.
    pub shift_jis: bool,
    /// The most bytes of markup its profile allows; 0 where there is no such limit.
    pub page_bytes: usize,
}

macro_rules! models {
    ($($(#[$doc:meta])* $name:ident = $label:literal, $agent:literal, cookies $cookies:literal, sjis $sjis:literal, bytes $bytes:literal;)*) => {
        $($(#[$doc])* pub const $name: Model = Model {
            name: $label,
            headers: &[("User-Agent", $agent)],
            keeps_cookies: $cookies,
            shift_jis: $sjis,
            page_bytes: $bytes,
        };)*
        /// All of them.
        pub const EVERY_MODEL: &[Model] = &[$($name),*];
    };
}

models! {
    /// docomo mova with 10 KB.
    MOVA = "mova", "DoCoMo/1.0/D503i/c10", cookies false, sjis true, bytes 5000;
    /// docomo FOMA, browser 1.0.
    FOMA = "foma1", "DoCoMo/2.0 P901i(c100;TB;W24H12)", cookies false, sjis true, bytes 20000;
    /// docomo FOMA, browser 2.0.
    FOMA_2 = "foma2", "DoCoMo/2.0 P07A3(c500;TB;W24H15)", cookies true, sjis true, bytes 50000;
    /// au WIN.
    AU = "win", "KDDI-CA32 UP.Browser/6.2_7.2.7.1.K.4.306 (GUI) MMP/2.0", cookies true, sjis true, bytes 9000;
    /// J-PHONE C.
    J_PHONE = "j-phone", "J-PHONE/3.0/J-SH06_a", cookies false, sjis true, bytes 3000;
    /// SoftBank 3GC.
    SOFTBANK = "3gc", "SoftBank/1.0/910T/TJ001 Browser/NetFront/3.3 Profile/MIDP-2.0 Configuration/CLDC-1.1", cookies true, sjis false, bytes 20000;
    /// WILLCOM.
    WILLCOM = "willcom", "Mozilla/3.0(WILLCOM;SANYO/WX310SA/2;1/1/C128) NetFront/3.3", cookies true, sjis true, bytes 32000;
    /// A 4G feature phone.
    GARAHO = "garaho", "Mozilla/5.0 (Linux; Android 5.1.1; KYF31 Build/112.0.5800; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/46.0.2490.76 Mobile Safari/537.36", cookies true, sjis false, bytes 50000;
    /// KaiOS 2.5.
    KAIOS = "kaios", "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.1", cookies true, sjis false, bytes 50000;
    /// Opera Mini.
    OPERA_MINI = "operamini", "Opera/9.80 (J2ME/MIDP; Opera Mini/6.1.25378/25.692; U; ja) Presto/2.5.25 Version/10.54", cookies true, sjis false, bytes 50000;
    /// Cloud Phone.
    CLOUD_PHONE = "cloudphone", "Mozilla/5.0 (Cloud Phone; Nokia 110 4G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.6261.111 Mobile Safari/537.36 Puffin/12.1.1.46653FP", cookies true, sjis false, bytes 50000;
    /// w3m in a terminal.
    TEXT_BROWSER = "w3m", "w3m/0.5.3+git20230121", cookies true, sjis false, bytes 50000;
    /// Safari on an iPhone.
    IPHONE = "iphone", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", cookies true, sjis false, bytes 0;
    /// Chrome on Android.
    ANDROID = "android", "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36", cookies true, sjis false, bytes 0;
    /// Firefox on a PC.
    PC = "pc", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", cookies true, sjis false, bytes 0;
}
