//! Where the focus is, and where it goes when somebody presses Tab through a page.

use fantoccini::key::Key;
use serde::Deserialize;

use crate::keypad::Keypad;

/// What has the focus.
#[derive(Debug, Deserialize)]
pub struct Focus {
    /// The number of the element in the document.
    place: u32,
    top: f64,
    bottom: f64,
    left: f64,
    has_ring: bool,
    is_in_sight: bool,
    /// Its words, or those of its label.
    pub words: String,
    /// Whether a digit that is pressed is written into it, or chooses in its list.
    pub is_typed_in: bool,
}

/// Describes the element that has the focus.
pub const FOCUSED: &str = "const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return null;
    const box = at.getClientRects()[0], style = getComputedStyle(at);
    return {
        place: [...document.querySelectorAll('*')].indexOf(at),
        top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left,
        has_ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
        is_in_sight: box.top >= -1 && box.top < innerHeight && at.contains(document.elementFromPoint(
            box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1))),
        words: (at.labels && at.labels[0] || at).textContent.trim() || at.value || '',
        is_typed_in: at.matches('textarea, select, input[type=text], input[type=password]'),
    };";

/// How many stops there are for a thumb.
const STOPS: &str = "return document.querySelectorAll(
    'a[href], button, select, textarea, input:not([type=hidden])').length";

/// Nothing scrolls sideways, and Tab leads past everything, once, in the order in which it is read, each with a ring.
pub async fn is_in_order(keypad: &Keypad<'_>) {
    let page = keypad.address().await;
    let wide = keypad.ask::<f64>("return document.documentElement.scrollWidth").await;
    let inner = keypad.ask::<f64>("return innerWidth").await;
    let width = f64::from(keypad.window.width);
    assert!(wide <= inner && wide <= width, "{page} is {wide} px wide in {inner} on {width}");
    let stops = walk(keypad).await;
    let most = keypad.ask::<usize>(STOPS).await;
    assert_eq!(stops.len(), most, "on {page} the focus stops at {stops:#?}");
    for stop in &stops {
        assert!(stop.has_ring, "no ring around {stop:?} on {page}");
        assert!(stop.is_in_sight, "{stop:?} on {page} is out of sight");
    }
    for pair in stops.windows(2) {
        let (one, next) = (&pair[0], &pair[1]);
        let is_read_later = next.top >= one.bottom - 4.0 || next.bottom > one.top && next.left > one.left;
        assert!(next.place > one.place && is_read_later, "{next:?} comes after {one:?} on {page}");
    }
}

/// Every stop, once; the focus ends where it began, on the first.
async fn walk(keypad: &Keypad<'_>) -> Vec<Focus> {
    let mut stops: Vec<Focus> = Vec::new();
    for _ in 0..200 {
        keypad.press(Key::Tab.into()).await;
        match keypad.focus().await {
            Some(focus) if stops.first().is_some_and(|first| first.place == focus.place) => return stops,
            Some(focus) => stops.push(focus),
            None => {}
        }
    }
    stops
}
