//! My number: changed in two steps, and told of in red while it can come back.

use enishi_core::number::Waits;
use enishi_core::signup::Progress;

use crate::context::Context;
use crate::form::Form;
use crate::guard_place::GuardPlace;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// My number.
pub enum NumberPage {
    /// Which it is, and another. Field: `phone`.
    Own {
        /// Its last two digits; there may be none.
        last_two: Option<String>,
        /// What waits about it.
        waits: Vec<Waits>,
        /// What was typed.
        form: Form,
    },
    /// The code that went to the new one. Fields: `code`, `second`.
    Code(NumberCode),
}

/// The code that went to the new number.
pub struct NumberCode {
    /// The last two digits of the number it went to.
    pub last_two: String,
    /// How the message fares.
    pub progress: Progress,
    /// Seconds until another may be asked for; 0 if now.
    pub resend_in_seconds: i64,
    /// It was right already: only the second factor is still asked for.
    pub is_proven: bool,
    /// Whether a second factor is asked for.
    pub asks_second: bool,
    /// What was typed.
    pub form: Form,
}

fn at(place: GuardPlace) -> Place {
    Place::Guard(place)
}

pub(super) fn number(page: &NumberPage, context: &Context<'_>) -> Slip {
    match page {
        NumberPage::Own { last_two, waits, form } => own(last_two.as_deref(), waits, form, context),
        NumberPage::Code(page) => code(page),
    }
}

fn own(last_two: Option<&str>, waits: &[Waits], form: &Form, context: &Context<'_>) -> Slip {
    let slip = waits.iter().fold(Slip::new("number"), |slip, waits| self::waits(slip, waits, context));
    let slip = match last_two {
        Some(last) => slip.piece(Piece::Words(Phrase::new("number-now").with("last", last))),
        None => slip,
    };
    let asked = Asked::of(at(GuardPlace::Number), form, "number-button");
    slip.form(asked.line("phone", "number-new", LineKind::Phone).hinted("signup-phone-hint"))
        .hint("number-how")
}

fn waits(slip: Slip, waits: &Waits, context: &Context<'_>) -> Slip {
    match waits {
        Waits::Changed { until } => {
            let words = Phrase::new("number-changed").with("until", context.when(*until).as_str());
            slip.piece(Piece::Red(words)).way(Place::NumberUndo, "undo")
        }
        Waits::Claimed { until, is_alone } => {
            let words = Phrase::new("red-claim").with("until", context.when(*until).as_str());
            let slip = slip
                .piece(Piece::Red(words))
                .form(Asked::button(at(GuardPlace::NumberKeep), "claim-keep"))
                .hint("claim-keep-not");
            if *is_alone { another_name(slip.hint("claim-alone")) } else { slip }
        }
        Waits::Missing => slip.piece(Piece::Red(Phrase::new("number-missing"))),
    }
}

/// What an account is opened by when its number is gone.
fn another_name(slip: Slip) -> Slip {
    slip.way(Place::MyEmail, "email").way(at(GuardPlace::Passkeys), "passkeys")
}

fn code(page: &NumberCode) -> Slip {
    let slip = Slip::new("number");
    let mut asked = Asked::of(at(GuardPlace::NumberCode), &page.form, "number-code-button");
    let slip = if page.is_proven {
        slip.words("number-proven")
    } else {
        asked = asked.line("code", "signup-code-field", LineKind::Code);
        slip.piece(Piece::Words(Phrase::new(word(page.progress)).with("last", page.last_two.as_str())))
    };
    if page.asks_second {
        asked = asked.line("second", "second-step-code", LineKind::Code).hinted("number-second-hint");
    }
    let slip = slip.form(asked);
    let slip = if page.is_proven { slip } else { again(slip, page) };
    slip.way(at(GuardPlace::Number), "signup-code-change")
}

fn again(slip: Slip, page: &NumberCode) -> Slip {
    match page.resend_in_seconds {
        _ if page.progress == Progress::Listed => slip,
        0 => slip.form(Asked::button(at(GuardPlace::NumberResend), "signup-code-resend")),
        wait => slip.piece(Piece::Hint(Phrase::new("signup-code-resend-in").with("seconds", wait))),
    }
}

fn word(progress: Progress) -> &'static str {
    match progress {
        Progress::OnItsWay => "signup-code-sent",
        Progress::Late => "signup-code-late",
        Progress::Listed => "signup-code-listed",
    }
}
