//! Pages about oneself.

use enishi_core::approval::{Asker, Standing};
use enishi_core::claim::Standing as ClaimStanding;
use enishi_core::group::GroupPage;
use enishi_core::known_device::Known;
use enishi_core::number::Waits;
use enishi_core::passkey::Passkey;
use enishi_core::pinned_phone::Bound;
use enishi_core::profile::{Answer, Field, ProfileForm};
use enishi_core::recovery::MailWay;
use enishi_core::session;
use enishi_core::signup::Progress;
use enishi_core::trusted::FriendsWay;
use enishi_device::ImageFormat;
use enishi_face::pages::{
    AccountPage, AppPage, AppStands, AppWaiting, ApprovePage, GroupsPage, GuardingPage, Happened,
    MakePasskey, MyProfilePage, NumberCode, NumberPage, OtherPhone, Overview, PasskeysPage, PinPage,
    RecoveryCode, RecoveryPage, RecoveryProof, SecurityPage, SettingsPage, WayInPage,
};
use enishi_face::{Form, Language, Page, Phrase};

use super::diary::{audiences, groups};
use super::people::{bridge, koharu, minato, sato, yuzucha};
use super::{Sample, at};

pub fn samples() -> Vec<Sample> {
    let some = GroupsPage { groups: groups(), form: Form::empty() };
    let none = GroupsPage {
        groups: Vec::new(),
        form: Form::empty().with("name", "").fault("name", Phrase::new("group-name-empty")),
    };
    let settings = SettingsPage { language: Language::Ja, face: None };
    vec![
        Sample::new("my_profile", "/me/profile", Page::MyProfile(my_profile(Form::empty()))),
        Sample::new("my_profile_refused", "/me/profile", Page::MyProfile(my_profile(refused()))),
        Sample::new("groups", "/me/groups", Page::MyGroups(some)),
        Sample::new("groups_refused", "/me/groups", Page::MyGroups(none)),
        Sample::new("group", "/me/groups/7", Page::MyGroup { page: group(), form: Form::empty() }),
        Sample::new(
            "group_left_out",
            "/me/groups/8",
            Page::MyGroup { page: left_out(), form: Form::empty() },
        ),
        Sample::new(
            "group_of_many",
            "/me/groups/7",
            Page::MyGroup { page: group_of_many(), form: Form::empty() },
        ),
        Sample::new("blocks", "/me/blocks", Page::MyBlocks(vec![bridge()])),
        Sample::new("blocks_empty", "/me/blocks", Page::MyBlocks(Vec::new())),
        Sample::new("security", "/me/security", Page::Security(SecurityPage::Overview(Box::new(security())))),
        Sample::new("security_again", "/me/again", Page::Security(SecurityPage::AskAgain(asked_again()))),
        Sample::new("second_step", "/login/code", Page::WayIn(WayInPage::SecondStep(second_step())))
            .for_guest(),
        Sample::new("other_phone", "/login/other", other_phone(Standing::Nothing, Form::empty())).for_guest(),
        Sample::new(
            "other_phone_code",
            "/login/other",
            other_phone(
                Standing::Asking("1234 5678".to_owned()),
                Form::empty().fault("form", Phrase::new("other-phone-not-yet")),
            ),
        )
        .for_guest(),
        recovery("recovery", RecoveryPage::Number(Form::empty())),
        recovery("recovery_code", RecoveryPage::Code(recovery_code())),
        recovery("recovery_proof", RecoveryPage::Proof(recovery_proof(true))),
        recovery("recovery_no_way", RecoveryPage::Proof(recovery_proof(false))),
        recovery("recovery_password", RecoveryPage::Password(Form::empty())),
        Sample::new(
            "recovery_watch",
            "/me/security/recovery",
            Page::Security(SecurityPage::Guarding(GuardingPage::Recovery(Some(at(5))))),
        ),
        Sample::new("approve", "/me/security/approve", approve(ApprovePage::Enter(Form::empty()))),
        Sample::new(
            "approve_question",
            "/me/security/approve",
            approve(ApprovePage::Question {
                asker: Asker { device: "docomo P901i".to_owned(), asked_at: at(2) },
                code: "12345678".to_owned(),
            }),
        ),
        Sample::new("passkeys", "/me/security/passkeys", passkeys(Form::empty())),
        Sample::new(
            "passkeys_refused",
            "/me/security/passkeys",
            passkeys(Form::empty().fault("form", Phrase::new("passkey-not-made"))),
        ),
        Sample::new("number", "/me/security/number", number(own_number(Form::empty()))),
        Sample::new(
            "number_refused",
            "/me/security/number",
            number(own_number(
                Form::empty()
                    .with("phone", "0312345678")
                    .fault("phone", Phrase::new("signup-phone-not-mobile")),
            )),
        ),
        Sample::new("number_code", "/me/security/number/code", number(NumberPage::Code(number_code()))),
        Sample::new(
            "number_claim",
            "/signup/profile",
            Page::Account(AccountPage::NumberClaim {
                stands: ClaimStanding::Held { can_claim: true },
                days: 7,
            }),
        )
        .for_guest(),
        Sample::new("number_undo", "/undo", Page::Account(AccountPage::NumberUndo(undo_refused())))
            .for_guest(),
        Sample::new("pin", "/me/security/pin", pins(false, Form::empty())),
        Sample::new("pin_of_keypad", "/me/security/pin", pins(true, Form::empty())),
        Sample::new("app_off", "/me/security/app", guarding(AppStands::Off)),
        Sample::new("app_waiting", "/me/security/app", guarding(AppStands::Waiting(app_waiting()))),
        Sample::new(
            "app_codes",
            "/me/security/app",
            guarding(AppStands::Codes(vec!["1234 5678 9012".to_owned(); 10])),
        ),
        Sample::new("app_on", "/me/security/app", guarding(AppStands::On(9))),
        Sample::new(
            "security_password",
            "/me/security/password",
            Page::Security(SecurityPage::Password(
                Form::empty().fault("new_password", Phrase::new("signup-password-short")),
            )),
        ),
        Sample::new("settings", "/me/settings", Page::MySettings(settings)).done("done-saved"),
    ]
}

fn group() -> GroupPage {
    GroupPage {
        group: groups().swap_remove(0),
        members: vec![sato(), bridge()],
        others: vec![minato(), yuzucha()],
    }
}

fn left_out() -> GroupPage {
    GroupPage { group: groups().swap_remove(1), ..group() }
}

fn group_of_many() -> GroupPage {
    let friends = [minato(), yuzucha(), sato()].into_iter().cycle().take(9).collect();
    GroupPage { members: Vec::new(), others: friends, ..group() }
}

fn my_profile(form: Form) -> MyProfilePage {
    let answer = |field: Field| Answer {
        field,
        value: if field == Field::About {
            "本と銭湯が好きです。".to_owned()
        } else {
            String::new()
        },
        visibility: field.first_visibility(),
    };
    let answers = Field::all().map(answer).collect();
    MyProfilePage {
        profile: ProfileForm {
            card: koharu(),
            answers,
            old_birthday: Some("山笠の日".to_owned()),
            groups: groups(),
        },
        audiences: audiences(),
        form,
    }
}

fn refused() -> Form {
    Form::empty()
        .with("nickname", "")
        .with("about", "書きかけの自己紹介")
        .with("about_visibility", "group:8")
        .fault("nickname", Phrase::new("signup-nickname-empty"))
        .fault("birthday_visibility", Phrase::new("profile-visibility-unknown"))
}

fn security() -> Overview {
    let line = |id: i64, in_path, device: &str| session::Line {
        id: id.into(),
        in_path,
        device: device.to_owned(),
        seen_at: at(60 * id),
        created_at: at(1440 * id),
    };
    Overview {
        sessions: vec![line(1, false, "iPhone"), line(2, true, "docomo P901i")],
        this: 1.into(),
        devices: vec![Known { id: 7.into(), device: "iPhone".to_owned(), seen_at: at(60) }],
        this_device: Some(7.into()),
        events: vec![Happened { words: "event-signed-in", at: at(60) }],
    }
}

fn second_step() -> Form {
    let wrong = Phrase::new("second-step-wrong").with("n", 4i64);
    Form::empty().with("next", "/home").carry("body", "長い話").fault("code", wrong)
}

fn guarding(stands: AppStands) -> Page {
    let page = AppPage { stands, form: Form::empty() };
    Page::Security(SecurityPage::Guarding(GuardingPage::App(page)))
}

fn app_waiting() -> AppWaiting {
    AppWaiting {
        key: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".to_owned(),
        address: "otpauth://totp/Enishi:yui?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Enishi".to_owned(),
        mark: "1.ab".to_owned(),
        qr: Some((ImageFormat::Gif, 186)),
    }
}

fn approve(page: ApprovePage) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Approve(page)))
}

fn number(page: NumberPage) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Number(page)))
}

fn own_number(form: Form) -> NumberPage {
    NumberPage::Own {
        last_two: Some("78".to_owned()),
        waits: vec![Waits::Claimed { until: at(-2000), is_alone: true }, Waits::Changed { until: at(-2880) }],
        form,
    }
}

fn number_code() -> NumberCode {
    NumberCode {
        last_two: "78".to_owned(),
        progress: Progress::OnItsWay,
        resend_in_seconds: 40,
        is_proven: false,
        asks_second: true,
        form: Form::empty()
            .with("code", "12345")
            .fault("code", Phrase::new("signup-code-wrong").with("n", 4i64)),
    }
}

fn undo_refused() -> Form {
    Form::empty().with("key", "1234 5678 9012").fault("proof", Phrase::new("undo-proof-wrong"))
}

fn pins(is_keypad: bool, form: Form) -> Page {
    let phones = vec![Bound { id: 7.into(), device: "docomo P901i".to_owned(), used_at: at(600) }];
    Page::Security(SecurityPage::Guarding(GuardingPage::Pin(PinPage { is_keypad, phones, form })))
}

fn other_phone(stands: Standing, form: Form) -> Page {
    Page::WayIn(WayInPage::OtherPhone(OtherPhone { stands, form }))
}

fn passkeys(form: Form) -> Page {
    let make = MakePasskey {
        known: "AQID BAUG".to_owned(),
        challenge: "abc".to_owned(),
        member: "def".to_owned(),
        name: "ゆい".to_owned(),
        site: "えにし".to_owned(),
    };
    let passkeys = vec![Passkey { id: 7.into(), device: "iPhone".to_owned(), used_at: at(600) }];
    Page::Security(SecurityPage::Guarding(GuardingPage::Passkeys(PasskeysPage {
        passkeys,
        make: Some(make),
        form,
    })))
}

fn asked_again() -> Form {
    let form = Form::empty().with("next", "/me/security/password").with("act", "1");
    form.carry("new_password", "abcdefg").fault("password", Phrase::new("again-wrong"))
}

fn recovery(name: &'static str, page: RecoveryPage) -> Sample {
    Sample::new(name, "/login/forgot", Page::WayIn(WayInPage::Recovery(page))).for_guest()
}

fn recovery_code() -> RecoveryCode {
    let form = Form::empty().with("code", "123").fault("code", Phrase::new("signup-code-expired"));
    RecoveryCode { form, last_two: "01".to_owned(), resend_in_seconds: 0, progress: Progress::OnItsWay }
}

fn recovery_proof(has_ways: bool) -> RecoveryProof {
    let mail = if has_ways { MailWay::Sent } else { MailWay::None };
    let friends = if has_ways { FriendsWay::Open } else { FriendsWay::None };
    let standing = enishi_core::recovery::Standing { proof: None, mail, has_paper: has_ways, friends };
    let paper = Form::empty().with("paper", "1").fault("paper", Phrase::new("recovery-paper-wrong"));
    RecoveryProof { standing, mail: Form::empty(), paper, friends: Form::empty() }
}
