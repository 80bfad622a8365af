//! A plot drawn as lines of an SVG: bars against the most there may be. Its words stand in a table beneath.

use maud::{Markup, html};

/// The picture's own units; it is as wide as the page lets it.
const WIDTH: f64 = 320.0;
const TOP: f64 = 18.0;
const GROUND: f64 = 118.0;
const HEIGHT: f64 = 138.0;
/// A line is drawn up to so many times the height of the highest bar.
const REACH: i64 = 5;

/// Bars from the left; lines across.
pub(crate) struct Plot<'a> {
    /// One bar each.
    pub(crate) values: &'a [i64],
    /// Room for so many bars.
    pub(crate) slots: usize,
    /// A line across at this height, with what is said over its right end: the most there may be first.
    pub(crate) lines: &'a [(i64, String)],
    /// What is said under the first bar and the last room.
    pub(crate) ends: (String, String),
    /// The whole in a sentence, for ears.
    pub(crate) said: &'a str,
}

impl Plot<'_> {
    /// Whether a line lies within reach of the bars. Where the most is far off, it would press them flat; the words
    /// beneath tell of it all the same.
    fn reaches(&self, at: i64) -> bool {
        let highest = self.values.iter().copied().max().unwrap_or_default();
        highest == 0 || at <= highest.saturating_mul(REACH)
    }

    fn highest(&self) -> i64 {
        let lines = self.lines.iter().map(|(at, _)| *at).filter(|at| self.reaches(*at));
        self.values.iter().copied().chain(lines).max().unwrap_or_default().max(1)
    }

    fn height(&self, value: i64) -> f64 {
        let share = value as f64 / self.highest() as f64;
        let height = share * (GROUND - TOP);
        // What is there is seen, however little it is.
        if value > 0 { height.max(2.0) } else { 0.0 }
    }

    /// The busiest bar has its figure over it.
    fn peak(&self) -> Option<(usize, i64)> {
        let peak = self.values.iter().copied().enumerate().max_by_key(|(index, value)| (*value, *index));
        peak.filter(|(_, value)| *value > 0)
    }

    pub(crate) fn draw(&self) -> Markup {
        let room = WIDTH / self.slots.max(1) as f64;
        html! {
            svg.plot viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(self.said) {
                @for (index, value) in self.values.iter().enumerate() {
                    @let height = self.height(*value);
                    rect.last[index + 1 == self.values.len()] x=(figure(index as f64 * room + room * 0.15))
                        y=(figure(GROUND - height)) width=(figure(room * 0.7)) height=(figure(height)) {}
                }
                line.ground x1="0" x2=(WIDTH) y1=(GROUND) y2=(GROUND) {}
                @for (index, (at, label)) in self.lines.iter().enumerate().filter(|(_, (at, _))| self.reaches(*at)) {
                    @let y = GROUND - self.height(*at);
                    line.most[index == 0].near[index > 0] x1="0" x2=(WIDTH) y1=(figure(y)) y2=(figure(y)) {}
                    text x=(WIDTH) y=(figure(y - 4.0)) text-anchor="end" { (label) }
                }
                @if let Some((index, value)) = self.peak() { (self.over(index, value, room)) }
                text x="0" y=(HEIGHT - 6.0) { (self.ends.0) }
                text x=(WIDTH) y=(HEIGHT - 6.0) text-anchor="end" { (self.ends.1) }
            }
        }
    }

    fn over(&self, index: usize, value: i64, room: f64) -> Markup {
        let x = (index as f64 + 0.5) * room;
        let anchor = match x {
            x if x < 20.0 => "start",
            x if x > WIDTH - 20.0 => "end",
            _ => "middle",
        };
        html! {
            text.peak x=(figure(x)) y=(figure(GROUND - self.height(value) - 4.0)) text-anchor=(anchor) { (value) }
        }
    }
}

/// A coordinate, to a tenth.
fn figure(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_most_far_beyond_the_bars_does_not_press_them_flat() {
        let lines = [(300, "limit 300".to_owned())];
        let ends = (String::new(), String::new());
        let plot = Plot { values: &[2, 4], slots: 2, lines: &lines, ends, said: "6 of 300" };
        assert_eq!((plot.height(4), plot.height(2)), (100.0, 50.0));
        assert!(!plot.draw().into_string().contains("limit 300"));
    }

    #[test]
    fn bars_are_measured_against_the_most() {
        let lines = [(100, "limit 100".to_owned())];
        let ends = (String::new(), String::new());
        let plot = Plot { values: &[0, 1, 50], slots: 4, lines: &lines, ends, said: "51" };
        assert_eq!((plot.height(100), plot.height(50), plot.height(0)), (100.0, 50.0, 0.0));
        assert_eq!(plot.height(1), 2.0, "a single one is seen");
        let drawn = plot.draw().into_string();
        assert_eq!((drawn.matches("<rect").count(), drawn.matches("limit 100").count()), (3, 1));
        assert!(!drawn.contains("style="), "the policy allows none: {drawn}");
    }
}
