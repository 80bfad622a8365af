//! The dialects of markup: document types and what is allowed in them.
//!
//! Facts: docomo's and Openwave's document types as collected by mbdb.jp and tenderfeel.xsrv.jp; J-PHONE's
//! from gihyo.jp; XHTML Mobile Profile 1.0 from the WAP Forum.

use enishi_device::Markup;

const I_XHTML: &str = "<!DOCTYPE html PUBLIC \"-//i-mode group (ja)//DTD XHTML \
i-XHTML(Locale/Ver.=ja/1.0) 1.0//EN\" \"i-xhtml_4ja_10.dtd\">\n";
const EZ_XHTML: &str = "<!DOCTYPE html PUBLIC \"-//OPENWAVE//DTD XHTML 1.0//EN\" \
\"http://www.openwave.com/DTD/xhtml-basic.dtd\">\n";
const J_XHTML: &str =
    "<!DOCTYPE html PUBLIC \"-//J-PHONE//DTD XHTML Basic 1.0 Plus//EN\" \"xhtml-basic10-plus.dtd\">\n";
const XHTML_MP: &str = "<!DOCTYPE html PUBLIC \"-//WAPFORUM//DTD XHTML Mobile 1.0//EN\" \
\"http://www.wapforum.org/DTD/xhtml-mobile10.dtd\">\n";

/// A dialect of markup.
#[derive(Clone, Debug)]
pub(crate) struct Dialect {
    /// XHTML, or the compact subset of HTML.
    pub is_xhtml: bool,
    /// The document type; compact HTML is served without.
    pub document_type: &'static str,
    /// Whether style in the head is wrapped in CDATA, as i-mode's browser wants it and others stumble over.
    pub wraps_style: bool,
    /// Whether headings are drawn soberly: carriers' browsers know only one size of them, the largest.
    pub has_headings: bool,
}

impl Dialect {
    /// Of a profile. A touch browser that was asked to show this face takes Mobile Profile.
    pub(crate) fn of(markup: Markup) -> Dialect {
        let xhtml = |document_type| Dialect {
            is_xhtml: true,
            document_type,
            wraps_style: false,
            has_headings: false,
        };
        match markup {
            Markup::XhtmlMp | Markup::Html5 => Dialect { has_headings: true, ..xhtml(XHTML_MP) },
            Markup::IXhtml => Dialect { wraps_style: true, ..xhtml(I_XHTML) },
            Markup::EzXhtml => xhtml(EZ_XHTML),
            Markup::JXhtml => xhtml(J_XHTML),
            Markup::Chtml | Markup::JHtml => Dialect { is_xhtml: false, ..xhtml("") },
        }
    }
}
