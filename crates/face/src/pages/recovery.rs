//! The way back to an account whose password is lost.
//!
//! Until the number is proven nothing here depends on it; and after that no name, address or number is shown, since a
//! number may have changed hands.

use enishi_core::moment::Moment;
use enishi_core::recovery::{MailWay, Standing};
use enishi_core::signup::Progress;
use enishi_core::trusted::FriendsWay;

use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::recovery_place::RecoveryPlace;
use crate::way_in_place::WayIn;
use crate::words::Phrase;

/// A page on the way back.
pub enum RecoveryPage {
    /// The number. Field: `phone`.
    Number(Form),
    /// The code from the text message. Field: `code`.
    Code(RecoveryCode),
    /// One thing more. Fields: `code` of the letter, `paper` for a recovery code.
    Proof(RecoveryProof),
    /// What the friends say; what is wrong is said of `friends`.
    Friends(FriendsWay),
    /// A new password. Field: `new_password`.
    Password(Form),
}

/// The code from the text message.
pub struct RecoveryCode {
    /// What was typed, and what is wrong with it.
    pub form: Form,
    /// The end of the number, as typed.
    pub last_two: String,
    /// Seconds until another code may be asked for; 0 if now.
    pub resend_in_seconds: i64,
    /// How the message fares.
    pub progress: Progress,
}

/// One thing more.
pub struct RecoveryProof {
    /// What there is to prove.
    pub standing: Standing,
    /// What was typed for the letter's code.
    pub mail: Form,
    /// What was typed for a recovery code.
    pub paper: Form,
    /// What is wrong with asking friends.
    pub friends: Form,
}

impl RecoveryPage {
    /// What stands on the page.
    pub(super) fn slip(&self) -> Slip {
        match self {
            RecoveryPage::Number(form) => number(form),
            RecoveryPage::Code(page) => code(page),
            RecoveryPage::Proof(page) => proof(page),
            RecoveryPage::Friends(way) => friends_say(*way),
            RecoveryPage::Password(form) => password(form),
        }
    }
}

fn at(place: RecoveryPlace) -> Place {
    Place::Recovery(place)
}

fn number(form: &Form) -> Slip {
    let asked = Asked::of(at(RecoveryPlace::Number), form, "signup-phone-button")
        .line("phone", "recovery-phone", LineKind::Phone)
        .hinted("recovery-phone-hint");
    Slip::new("recovery")
        .words("recovery-lead")
        .form(asked)
        .hint("recovery-needs")
        .way(Place::WayIn(WayIn::Former), "login-former")
        .way(Place::Login, "recovery-back")
}

fn code(page: &RecoveryCode) -> Slip {
    let key = match page.progress {
        Progress::OnItsWay => "recovery-code-sent",
        Progress::Late => "signup-code-late",
        Progress::Listed => "signup-code-listed",
    };
    let asked = Asked::of(at(RecoveryPlace::Code), &page.form, "signup-code-button").line(
        "code",
        "signup-code-field",
        LineKind::Code,
    );
    let slip = Slip::new("signup-code")
        .piece(Piece::Words(Phrase::new(key).with("last", page.last_two.as_str())))
        .form(asked);
    let slip = match (page.progress, page.resend_in_seconds) {
        (Progress::Listed, _) => slip,
        (_, 0) => slip.form(Asked::button(at(RecoveryPlace::Resend), "signup-code-resend")),
        (_, seconds) => {
            slip.piece(Piece::Hint(Phrase::new("signup-code-resend-in").with("seconds", seconds)))
        }
    };
    slip.hint("recovery-code-none").way(at(RecoveryPlace::Number), "signup-code-change")
}

fn proof(page: &RecoveryProof) -> Slip {
    let slip = Slip::new("recovery-proof");
    if page.standing.has_no_way() {
        return slip.words("recovery-no-way").words("recovery-no-way-now").way(Place::Login, "recovery-back");
    }
    let slip = slip.words("recovery-proof-lead");
    let slip = mail(slip, page);
    let slip = if page.standing.has_paper { paper(slip, &page.paper) } else { slip };
    let slip = friends(slip, page);
    slip.way(at(RecoveryPlace::Number), "recovery-anew")
}

fn friends(slip: Slip, page: &RecoveryProof) -> Slip {
    let headed = |slip: Slip| slip.piece(Piece::Heading(Phrase::new("recovery-friends")));
    match page.standing.friends {
        FriendsWay::None => slip,
        FriendsWay::Open => {
            let ask = Asked::button(at(RecoveryPlace::Friends), "recovery-friends-ask");
            headed(slip)
                .words("recovery-friends-lead")
                .form(Asked { state: page.friends.clone(), ..ask }.main())
        }
        FriendsWay::Asked { .. } => headed(slip).way(at(RecoveryPlace::Friends), "recovery-friends-see"),
        FriendsWay::Closed => headed(slip).words("recovery-friends-closed"),
    }
}

/// No name is said: whoever chose the friends knows them.
fn friends_say(way: FriendsWay) -> Slip {
    let slip = Slip::new("recovery-friends");
    let FriendsWay::Asked { sign, yes } = way else {
        return slip.words("recovery-friends-closed").way(at(RecoveryPlace::Proof), "recovery-friends-other");
    };
    slip.words("recovery-friends-ring")
        .piece(Piece::Heading(Phrase::new("recovery-friends-sign")))
        .piece(Piece::Key(sign.to_string()))
        .piece(Piece::Words(Phrase::new("recovery-friends-so-far").with("yes", yes as i64)))
        .way(at(RecoveryPlace::Friends), "recovery-friends-look")
        .hint("recovery-friends-keep")
        .way(at(RecoveryPlace::Proof), "recovery-friends-other")
}

fn mail(slip: Slip, page: &RecoveryProof) -> Slip {
    let send = |key| Asked::button(at(RecoveryPlace::Mail), key);
    match page.standing.mail {
        MailWay::None => slip,
        MailWay::Open => slip
            .piece(Piece::Heading(Phrase::new("recovery-mail")))
            .words("recovery-mail-lead")
            .form(Asked { state: page.mail.clone(), ..send("recovery-mail-send") }.main()),
        MailWay::Sent => slip
            .piece(Piece::Heading(Phrase::new("recovery-mail")))
            .words("recovery-mail-sent")
            .form(Asked::of(at(RecoveryPlace::MailCode), &page.mail, "signup-code-button").line(
                "code",
                "signup-code-field",
                LineKind::Code,
            ))
            .form(send("recovery-mail-again")),
    }
}

fn paper(slip: Slip, form: &Form) -> Slip {
    let asked = Asked::of(at(RecoveryPlace::Paper), form, "recovery-paper-button").line(
        "paper",
        "recovery-paper-code",
        LineKind::Code,
    );
    slip.piece(Piece::Heading(Phrase::new("recovery-paper"))).words("recovery-paper-lead").form(asked)
}

fn password(form: &Form) -> Slip {
    let asked = Asked::of(at(RecoveryPlace::Password), form, "recovery-password-button")
        .line("new_password", "password-new", LineKind::NewPassword)
        .hinted("signup-password-hint");
    Slip::new("recovery-password").words("recovery-password-lead").form(asked)
}

/// What somebody who is signed in is shown while another is on the way back to their account.
pub(super) fn watch(begun_at: Option<Moment>, context: &Context<'_>) -> Slip {
    let slip = Slip::new("recovery-watch");
    let Some(begun_at) = begun_at else { return slip.words("recovery-watch-none") };
    let since = Phrase::new("recovery-watch-since").with("when", context.when(begun_at).as_str());
    slip.piece(Piece::Words(since))
        .words("recovery-watch-you")
        .piece(Piece::Red(Phrase::new("recovery-watch-not-you")))
        .form(Asked::button(at(RecoveryPlace::Watch), "recovery-watch-stop").main())
}
