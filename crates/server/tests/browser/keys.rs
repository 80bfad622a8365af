//! Joining, writing, commenting and asking somebody to be a friend, with the keys of a keypad phone alone.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{CLOUD_PHONE, FOMA, KAIOS, Phone};
use fantoccini::key::Key;

use crate::keypad::Keypad;
use crate::program::{Program, demos, link_to, number_of, write_entry};
use crate::window::Window;

/// What hanako has written for everybody before the walk begins.
pub const TITLE: &str = "川べりの朝";

/// The cast, an entry of hanako's that every member may read, and its address.
pub fn stage() -> (Program, Phone, String) {
    let program = demos().next().unwrap();
    let mut hanako = program.phone_of("hanako", FOMA);
    let entry = write_entry(&mut hanako, TITLE, "霧が晴れるまで待ちました。", "members");
    (program, hanako, entry)
}

/// Hanako's own phone shows what somebody of this name has done.
pub fn hanako_sees(hanako: &mut Phone, entry: &str, comment: &str, name: &str, greeting: &str) {
    let page = hanako.get(entry).text();
    assert!(page.contains(comment) && page.contains(name), "{page}");
    let page = hanako.get("/friends/requests");
    let text = page.text();
    assert!(text.contains(name) && text.contains(greeting), "{text}");
    let member = page.links().find(|link| link.contains("/members/")).expect("who asks");
    let page = hanako.get(&member);
    assert!(link_to(&page, "/diary/").is_some(), "no entry of {name}: {}", page.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keypad_is_enough_to_join_write_comment_and_ask() {
    let (program, mut hanako, entry) = tokio::task::spawn_blocking(stage).await.unwrap();
    let window = Window::keypad(240, 320, KAIOS).await;
    let keypad = Keypad::new(&window, Key::Tab);
    keypad.open(&format!("http://{}/", program.address)).await;
    sign_up(&keypad, &program).await;
    window.picture("keys-home").await;
    write(&keypad, "はじめての日記", "きょうは川沿いを歩きました☀\n風が気持ちよかったです。").await;
    window.picture("keys-diary").await;
    find_hanako(&keypad).await;
    comment(&keypad, "霧もいいですね。").await;
    find_hanako(&keypad).await;
    keypad.dial("友人申請をする").await;
    window.picture("keys-ask").await;
    keypad.fill("メッセージ", "川でお会いした者です。").await;
    keypad.choose("友人申請を送る").await;
    window.close().await;
    tokio::task::block_in_place(|| {
        hanako_sees(&mut hanako, &entry, "霧もいいですね。", "みどり", "川でお会いした者です。");
    });
}

/// A screen of 128×160, and arrow keys in place of Tab.
#[tokio::test(flavor = "multi_thread")]
async fn arrow_keys_on_a_very_small_screen_are_enough_to_write_and_comment() {
    let (program, mut hanako, entry) = tokio::task::spawn_blocking(stage).await.unwrap();
    let window = Window::keypad(128, 160, CLOUD_PHONE).await;
    let keypad = Keypad::new(&window, Key::Down);
    keypad.open(&format!("http://{}/", program.address)).await;
    keypad.dial("ログイン").await;
    keypad.fill("電話番号", number_of("natsu")).await;
    keypad.fill("パスワード", PASSWORD).await;
    keypad.choose("ログインする").await;
    window.picture("keys-small-home").await;
    write(&keypad, "小さな画面から", "字が大きくて読みやすいです。").await;
    window.picture("keys-small-diary").await;
    find_hanako(&keypad).await;
    comment(&keypad, "小さな画面で読みました。").await;
    window.close().await;
    let page = tokio::task::block_in_place(|| hanako.get(&entry).text());
    assert!(page.contains("小さな画面で読みました。"), "{page}");
}

async fn sign_up(keypad: &Keypad<'_>, program: &Program) {
    keypad.dial("はじめて使う").await;
    keypad.fill("携帯電話の番号", "090-6666-1102").await;
    keypad.choose("確認コードを送る").await;
    let text = tokio::task::block_in_place(|| program.text_to("+819066661102"));
    keypad.fill("確認コード", text.rsplit('#').next().unwrap().trim()).await;
    // Enter in the last field sends a form as well.
    keypad.turn_by(Key::Enter.into()).await;
    keypad.fill("ニックネーム", "みどり").await;
    keypad.fill("パスワード", "umi to yama 77").await;
    keypad.choose("この名前ではじめる").await;
    assert_eq!(keypad.address().await, "/home");
}

async fn write(keypad: &Keypad<'_>, title: &str, body: &str) {
    keypad.turn_by('9').await;
    keypad.dial("日記を書く").await;
    keypad.fill("タイトル", title).await;
    keypad.fill("本文", body).await;
    keypad.move_to("読めます").await;
    // The levels have the keys 1 to 5; all members is the first.
    keypad.press('1').await;
    assert!(keypad.focus().await.unwrap().words.contains("メンバー全員"));
    keypad.choose("この範囲で公開する").await;
    let page = keypad.ask::<String>("return document.body.innerText").await;
    assert!(page.contains(title) && page.contains(body), "{page}");
    assert!(keypad.address().await.starts_with("/diary/"));
}

async fn find_hanako(keypad: &Keypad<'_>) {
    keypad.turn_by('9').await;
    keypad.dial("探す").await;
    keypad.fill("探すことば", "はなこ").await;
    keypad.choose("探す").await;
    keypad.dial("はなこ").await;
}

async fn comment(keypad: &Keypad<'_>, words: &str) {
    keypad.dial(TITLE).await;
    keypad.fill("コメントする", words).await;
    keypad.choose("コメントを書きこむ").await;
    let page = keypad.ask::<String>("return document.body.innerText").await;
    assert!(page.contains(words), "{page}");
}
