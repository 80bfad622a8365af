//! The number of those who could read it is asked for anew when another level is chosen.

use fantoccini::{Client, Locator};
use serde_json::json;

use super::window::Window;
use super::{program, sign_up};

const BESIDE_FRIENDS: &str = "return document.querySelector('[data-readers=friends]').textContent";
const MAKE_OLD: &str = "document.querySelector('[data-readers=friends]').textContent = 'old'";
const CHOOSE: &str = "const chosen = document.querySelector(arguments[0]);
    if (chosen.type === 'radio') chosen.checked = true; else chosen.value = 'friends';
    chosen.dispatchEvent(new Event('change', { bubbles: true }));";

async fn beside_friends(client: &Client) -> String {
    let words = client.execute(BESIDE_FRIENDS, vec![]).await.unwrap();
    words.as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn another_level_asks_for_the_number_of_its_readers() {
    let program = tokio::task::spawn_blocking(|| program::empty(&[]).next().unwrap()).await.unwrap();
    let window = Window::open(390, 844).await;
    let client = &window.client;
    let base = format!("http://{}", program.address);
    sign_up(client, &base, &program).await;
    for (path, chosen) in [
        ("/diary/new", "input[value=friends]"),
        ("/voices", "select[name=visibility]"),
        ("/me/profile", "select[name=hometown_visibility]"),
    ] {
        client.goto(&format!("{base}{path}")).await.unwrap();
        client.wait().for_element(Locator::Css("[data-readers-at]")).await.unwrap();
        window.picture(&format!("readers{}", path.replace('/', "-"))).await;
        let when_opened = beside_friends(client).await;
        client.execute(MAKE_OLD, vec![]).await.unwrap();
        // Not in the first seconds: what came with the page is new enough.
        tokio::time::sleep(std::time::Duration::from_millis(3200)).await;
        client.execute(CHOOSE, vec![json!(chosen)]).await.unwrap();
        let mut tries = 0;
        while beside_friends(client).await != when_opened {
            tries += 1;
            assert!(tries < 100, "nothing was asked on {path}: {}", beside_friends(client).await);
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }
    window.close().await;
}
