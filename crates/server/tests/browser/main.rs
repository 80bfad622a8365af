//! A walk in headless Chromium at 390×844: sign up, fill in who one is, write, read, be seen; then the same pages at
//! 320 px, where nothing may scroll sideways. `keys` and `terminal` walk with keys only, on a keypad phone and in w3m.
//! Screenshots go to `target/screenshots`.

#![allow(clippy::unwrap_used)] // a test may stop where it fails
#![allow(dead_code)] // shares its ways of driving the program with the other tests

mod bells;
mod desk;
mod focus;
mod keypad;
mod keys;
#[path = "../it/loaded.rs"]
mod loaded;
#[path = "../it/program.rs"]
mod program;
mod readers;
mod terminal;
mod tmux;
#[path = "../it/desk/tools.rs"]
mod tools;
mod window;
mod works_on;

use std::path::Path;

use fantoccini::{Client, Locator};
use window::Window;

const PHOTO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/photos/mountain.jpg");

#[tokio::test(flavor = "multi_thread")]
async fn sign_up_and_write() {
    let program = tokio::task::spawn_blocking(|| program::empty(&[]).next().unwrap()).await.unwrap();
    let window = Window::open(390, 844).await;
    let base = format!("http://{}", program.address);
    sign_up(&window.client, &base, &program).await;
    window.picture("home-new").await;
    write(&window, &base).await;
    window.close().await;
}

/// The script and the browser's own passkeys: made under "login and safety", shown at the door.
#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_made_and_signs_in() {
    let program = tokio::task::spawn_blocking(|| program::empty(&[]).next().unwrap()).await.unwrap();
    let window = Window::open(390, 844).await;
    window.give_authenticator().await;
    let client = &window.client;
    // Browsers make passkeys for names, and for addresses in figures never.
    let base = format!("http://localhost:{}", program.address.port());
    sign_up(client, &base, &program).await;
    client.goto(&format!("{base}/me/security/passkeys")).await.unwrap();
    use_passkey(client).await;
    window.picture("passkeys").await;
    assert!(client.find(Locator::Css("form[action$='/remove']")).await.is_ok(), "no passkey is listed");
    client.delete_all_cookies().await.unwrap();
    client.goto(&format!("{base}/login")).await.unwrap();
    window.picture("login-passkey").await;
    use_passkey(client).await;
    assert_eq!(client.current_url().await.unwrap().path(), "/home");
    window.close().await;
}

/// Presses the button that the script has brought to light, and waits until the browser has gone on.
async fn use_passkey(client: &Client) {
    let before = client.current_url().await.unwrap();
    let shown = Locator::Css("form[data-passkey]:not([hidden]) button");
    let button = client.wait().for_element(shown).await.unwrap();
    button.click().await.unwrap();
    for _ in 0..1200 {
        let is_there = client.execute("return document.readyState === 'complete'", vec![]).await;
        let went_on = client.current_url().await.unwrap() != before;
        if went_on && is_there.is_ok_and(|there| there.as_bool() == Some(true)) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("nothing came of a passkey");
}

async fn sign_up(client: &Client, base: &str, program: &program::Program) {
    client.goto(&format!("{base}/signup")).await.unwrap();
    fill(client, "phone", "090-6666-1101").await;
    press(client).await;
    let code_field = client.find(Locator::Css("input[name=code]")).await.unwrap();
    assert_eq!(code_field.attr("autocomplete").await.unwrap().as_deref(), Some("one-time-code"));
    assert_eq!(code_field.attr("inputmode").await.unwrap().as_deref(), Some("numeric"));
    let text = tokio::task::block_in_place(|| program.text_to("+819066661101"));
    fill(client, "code", text.rsplit('#').next().unwrap().trim()).await;
    press(client).await;
    fill(client, "nickname", "みどり").await;
    fill(client, "password", "umi to yama 77").await;
    press(client).await;
    assert!(client.current_url().await.unwrap().path().starts_with("/home"));
}

async fn write(window: &Window, base: &str) {
    let client = &window.client;
    client.goto(&format!("{base}/diary/new")).await.unwrap();
    fill(client, "title", "はじめての日記").await;
    fill(client, "body", "きょうは川沿いを歩きました。☀\n風が気持ちよかったです。").await;
    client
        .find(Locator::Css("input[type=file]"))
        .await
        .unwrap()
        .send_keys(Path::new(PHOTO).canonicalize().unwrap().to_str().unwrap())
        .await
        .unwrap();
    choose(client, "friends_of_friends").await;
    window.picture("diary-form").await;
    press(client).await;
    let page = client.source().await.unwrap();
    assert!(page.contains("はじめての日記") && page.contains("風が気持ちよかったです"), "{page}");
    assert!(all_pictures_are_drawn(client).await, "a picture is broken");
    fill(client, "body", "自分でひとこと").await;
    press(client).await;
    assert!(client.source().await.unwrap().contains("自分でひとこと"));
    window.picture("diary").await;
}

/// Pages of the cast at both widths.
#[tokio::test(flavor = "multi_thread")]
async fn no_page_scrolls_sideways() {
    let program = tokio::task::spawn_blocking(|| program::demos().next().unwrap()).await.unwrap();
    let base = format!("http://{}", program.address);
    for (width, height) in [(390, 844), (320, 568)] {
        let window = Window::open(width, height).await;
        log_in(&window.client, &base).await;
        for page in PAGES {
            window.client.goto(&format!("{base}/{page}")).await.unwrap();
            let wide =
                window.client.execute("return document.documentElement.scrollWidth", vec![]).await.unwrap();
            assert!(wide.as_u64().unwrap() <= u64::from(width), "/{page} is {wide} px wide at {width}");
            window.picture(&format!("{}-{width}", page.replace('/', "-"))).await;
        }
        window.close().await;
    }
}

const PAGES: [&str; 29] = [
    "home",
    "menu",
    "friends",
    "friends/meetings",
    "friends/requests",
    "friends/code",
    "friends/favourites",
    "friends/suggestions",
    "communities",
    "communities/all",
    "communities/closed",
    "communities/new",
    "footprints",
    "notifications",
    "diary/new",
    "diary/drafts",
    "diary/categories",
    "diary/levels",
    "me/code",
    "diary/joined",
    "diary/joined/closed",
    "me/profile",
    "me/photos",
    "me/introductions",
    "me/groups",
    "me/notices",
    "me/settings",
    "search",
    "nowhere",
];

async fn log_in(client: &Client, base: &str) {
    client.goto(&format!("{base}/login")).await.unwrap();
    fill(client, "login", program::number_of("hanako")).await;
    fill(client, "password", enishi_testkit::cast::PASSWORD).await;
    press(client).await;
}

async fn fill(client: &Client, name: &str, value: &str) {
    let selector = format!("main [name={name}]");
    let field = client.wait().for_element(Locator::Css(&selector)).await.unwrap();
    field.clear().await.unwrap();
    field.send_keys(value).await.unwrap();
}

async fn choose(client: &Client, visibility: &str) {
    let script = "document.querySelector(`input[name=visibility][value=${arguments[0]}]`).click()";
    client.execute(script, vec![visibility.into()]).await.unwrap();
}

/// Presses the button of the page's last form that has fields to fill, and waits for the next page.
async fn press(client: &Client) {
    let script = "const forms = [...document.querySelectorAll('main form')]
        .filter(form => form.querySelector('input:not([type=hidden]), textarea'));
        window.leaving = true; forms.at(-1).querySelector('button[type=submit], button:not([type])').click()";
    client.execute(script, vec![]).await.unwrap();
    for _ in 0..1200 {
        let left =
            client.execute("return !window.leaving && document.readyState === 'complete'", vec![]).await;
        if left.is_ok_and(|left| left.as_bool() == Some(true)) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the next page did not come");
}

async fn all_pictures_are_drawn(client: &Client) -> bool {
    let script = "return Promise.all([...document.images].map(image => { image.loading = 'eager';
        return image.decode().then(() => true, () => false) })).then(all => all.every(Boolean))";
    client.execute(script, vec![]).await.unwrap().as_bool() == Some(true)
}

/// w3m draws no pictures, binds no keys and runs no script; everything is readable and in order all the same.
#[test]
fn a_text_browser_reads_the_door() {
    let program = program::empty(&[]).next().unwrap();
    let address = format!("http://{}/login", program.address);
    let dump = std::process::Command::new("w3m")
        .args(["-o", "accept_language=ja", "-dump", "-O", "UTF-8", &address])
        .output();
    let text = String::from_utf8(dump.expect("w3m is installed").stdout).unwrap();
    let places = ["電話番号", "パスワード", "ログインする"].map(|words| text.find(words));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
}
