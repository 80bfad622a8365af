//! A phone is switched on by a press, and its own worker says the one sentence when it rings. The browser's push service
//! is out of reach of a test, so its answer is given in its place; the rest is the browser's own.

use fantoccini::{Client, Locator};
use serde_json::json;

use super::window::Window;
use super::{program, sign_up};

const SUBSCRIBE: &str =
    "PushManager.prototype.subscribe = async ({ applicationServerKey, userVisibleOnly }) => {
    if (applicationServerKey.length !== 65 || !userVisibleOnly) throw new Error('not as it should be');
    return { endpoint: 'https://fcm.googleapis.com/fcm/send/of-a-test' };
};";
const WORKER: &str = "const done = arguments[0];
    navigator.serviceWorker.ready.then((found) => done(found.active.scriptURL + ' ' + found.scope));";
const SHOWN: &str = "const done = arguments[0];
    navigator.serviceWorker.ready.then((found) => found.getNotifications())
        .then((shown) => done(shown.map(({ title, body, lang }) => [title, body, lang].join(' '))));";

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_is_switched_on_by_a_press_and_says_one_sentence() {
    let program = tokio::task::spawn_blocking(|| program::empty(&[]).next().unwrap()).await.unwrap();
    let window = Window::open(390, 844).await;
    let client = &window.client;
    let base = format!("http://localhost:{}", program.address.port());
    sign_up(client, &base, &program).await;
    client.goto(&format!("{base}/me/notices")).await.unwrap();
    let permission = json!({ "origin": base, "permissions": ["notifications"] });
    window.cdp("Browser.grantPermissions", permission).await;
    client.execute(SUBSCRIBE, vec![]).await.unwrap();
    let button = Locator::Css("form[data-bell]:not([hidden]) button");
    let button = client.wait().for_element(button).await.unwrap();
    assert!(!client.find(Locator::Css("[data-bell-cannot]")).await.unwrap().is_displayed().await.unwrap());
    // Clear of the bar at the foot.
    let there = "document.querySelector('form[data-bell]').scrollIntoView({ block: 'center' })";
    client.execute(there, vec![]).await.unwrap();
    window.picture("bells").await;
    let script = asked(client, "arguments[0](navigator.serviceWorker.controller)").await;
    assert!(script.is_null(), "nothing runs before the button is pressed: {script}");
    button.click().await.unwrap();
    client.wait().for_element(Locator::Css("form[action$='/off']")).await.unwrap();
    window.picture("bells-on").await;
    assert_eq!(asked(client, WORKER).await, json!(format!("{base}/assets/bell-ja.js {base}/")));
    window.cdp("ServiceWorker.enable", json!({})).await;
    let message = json!({ "origin": format!("{base}/"), "registrationId": "0", "data": "" });
    window.cdp("ServiceWorker.deliverPushMessage", message).await;
    for _ in 0..100 {
        let shown = asked(client, SHOWN).await;
        if shown != json!([]) {
            assert_eq!(shown, json!(["Enishi 新しいお知らせがあります ja"]));
            follows_the_language(client, &base).await;
            window.close().await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the phone did not ring");
}

/// Another language is chosen: from the next page on it is the worker of that one that would ring.
async fn follows_the_language(client: &Client, base: &str) {
    client.goto(&format!("{base}/me/settings")).await.unwrap();
    client.find(Locator::Css("input[name=language][value=en]")).await.unwrap().click().await.unwrap();
    let save = "document.querySelector('input[name=language]').form.requestSubmit()";
    client.execute(save, vec![]).await.unwrap();
    let wanted = json!(format!("{base}/assets/bell-en.js {base}/"));
    for _ in 0..100 {
        if asked(client, WORKER).await == wanted {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the old sentence stays: {}", asked(client, WORKER).await);
}

async fn asked(client: &Client, script: &str) -> serde_json::Value {
    client.execute_async(script, vec![]).await.unwrap()
}
