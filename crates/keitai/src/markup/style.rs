//! The small style sheets in the head.
//!
//! Kept short: on au they count against 9,000 bytes. No `float`, no layout; current browsers get room to
//! breathe and a focus one can see, with the red thread at the left of what a key press would open. Where the screen is
//! high enough, home and menu stay at its lower edge as soft keys would; a browser that knows no `sticky` shows them at
//! the end of the page.

/// Links alone: what i-mode's browser 1.0 reads in a style element. The rest of its style stands inline.
pub(crate) const LINKS: &str = "a:link{color:#003399}a:visited{color:#003399}";

/// Carriers' browsers that read a style sheet.
pub(crate) const PLAIN: &str = "body{background:#ffffff;color:#333333}a:link,a:visited{color:#003399}\
.b{background:#cc3300;color:#ffffff;text-align:center}.h{background:#eeeeee}.s{color:#666666}\
.r,a.r:link,a.r:visited{color:#cc3300}.d{color:#336633}";

/// Current browsers on small screens.
pub(crate) const CURRENT: &str = "body{background:#fff;color:#333;margin:0;font:16px/1.5 sans-serif}\
a:link,a:visited{color:#039}h1,h2,div,form{margin:0;padding:2px 6px}h1{font-size:16px}div div,form div{padding:2px 0}\
.b{background:#c30;color:#fff;text-align:center;font-size:16px;padding:4px 6px}\
.h{background:#eee;font-size:14px;margin-top:8px}.s{color:#666;font-size:14px}\
.r,a.r:link,a.r:visited{color:#c30}.d{color:#363}.w{padding:4px 6px}.k{color:#c30;padding-right:4px;font-size:14px}\
.t{overflow-wrap:break-word;word-wrap:break-word}.f{font-size:14px}hr{border:0;border-top:1px solid #ccc;\
margin:4px 6px}img{max-width:100%}input,textarea,select{font-size:16px;max-width:100%;box-sizing:border-box}\
textarea{width:100%}a:focus{outline:1px solid #c30;background:#fdeee9;box-shadow:-3px 0 0 #c30}\
input:focus,textarea:focus,select:focus{outline:2px solid #c30}.n{font-size:14px}\
@media(min-height:200px){html{scroll-padding-bottom:40px}.n{position:sticky;bottom:0;background:#fff;\
border-top:1px solid #c30}}";
