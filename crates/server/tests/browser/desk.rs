//! The operators' desk in a real browser: the phone on the screen.

use std::time::Duration;

use fantoccini::Locator;

use crate::program;
use crate::tools::at_desk;
use crate::window::Window;

const PHONE: &str = "/operator/devices/phone?agent=P901i&beside=kaios&viewer=hanako&path=/home";

#[tokio::test(flavor = "multi_thread")]
async fn a_link_on_the_screen_turns_both_phones() {
    let (program, aoi) = tokio::task::spawn_blocking(|| {
        let program = program::empty(&[]).next().unwrap();
        let aoi = at_desk(&program, "aoi");
        (program, aoi)
    })
    .await
    .unwrap();
    let base = format!("http://{}", program.address);
    for width in [390, 320] {
        let window = Window::open(width, 844).await;
        let client = &window.client;
        client.goto(&format!("{base}/robots.txt")).await.unwrap();
        let token = aoi.browser.cookie("enishi-desk").unwrap().to_owned();
        let cookie = format!("document.cookie = 'enishi-desk={token}; path=/; SameSite=Strict'");
        client.execute(&cookie, Vec::new()).await.unwrap();
        client.goto(&format!("{base}{PHONE}")).await.unwrap();
        let sideways = "return document.documentElement.scrollWidth - window.innerWidth";
        assert_eq!(client.execute(sideways, Vec::new()).await.unwrap(), 0, "at {width}");
        window.picture(&format!("desk-phone-{width}")).await;
        client.clone().enter_frame(0).await.unwrap();
        let drawn =
            "return document.body.innerText.includes('ホーム') && document.documentElement.clientWidth";
        assert_eq!(
            client.execute(drawn, Vec::new()).await.unwrap(),
            240,
            "the page of a P901i in its own width"
        );
        client.find(Locator::Css("a[accesskey='9']")).await.unwrap().click().await.unwrap();
        client.clone().enter_parent_frame().await.unwrap();
        for _ in 0..100 {
            if client.current_url().await.unwrap().as_str().contains("path=/menu") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let url = client.current_url().await.unwrap();
        assert!(url.as_str().contains("path=/menu"), "the desk's own page did not turn: {url}");
        assert_eq!(client.find_all(Locator::Css("iframe")).await.unwrap().len(), 2, "signed out on the way");
        window.close().await;
    }
}
