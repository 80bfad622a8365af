//! A thumb on a keypad: keys pressed in a window, and nothing else. No mouse, no finger, no script that clicks.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde::de::DeserializeOwned;

use crate::focus::{FOCUSED, Focus, is_in_order};
use crate::window::Window;

/// A window and the key that leads to the next thing in it.
pub struct Keypad<'w> {
    pub window: &'w Window,
    next: Key,
}

impl<'w> Keypad<'w> {
    /// With Tab, or with an arrow key.
    pub fn new(window: &'w Window, next: Key) -> Keypad<'w> {
        Keypad { window, next }
    }

    /// Types an address and looks at the page.
    pub async fn open(&self, address: &str) {
        self.window.client.goto(address).await.unwrap();
        is_in_order(self).await;
    }

    /// Presses and lets go of one key.
    pub async fn press(&self, key: char) {
        self.type_in(&key.to_string()).await;
    }

    /// Types into what has the focus.
    pub async fn type_in(&self, words: &str) {
        let mut keys = KeyActions::new("keypad".to_owned());
        for value in words.chars() {
            let value = if value == '\n' { Key::Enter.into() } else { value };
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.window.client.perform_actions(keys).await.unwrap();
    }

    /// Moves on to what these words name, in one round of the page.
    pub async fn move_to(&self, words: &str) {
        let mut passed = Vec::new();
        for _ in 0..120 {
            match self.focus().await {
                Some(focus) if focus.words.contains(words) => return,
                focus => passed.push(focus.map(|one| one.words)),
            }
            self.press(self.next.into()).await;
        }
        panic!("{:?} never leads to {words} on {}: {passed:?}", self.next, self.address().await);
    }

    /// Types into the field of this label.
    pub async fn fill(&self, label: &str, words: &str) {
        self.move_to(label).await;
        self.type_in(words).await;
    }

    /// Moves to a link or a button, presses Enter and looks at the page that comes.
    pub async fn choose(&self, words: &str) {
        self.move_to(words).await;
        self.turn_by(Key::Enter.into()).await;
    }

    /// Presses the key that stands printed before these words. In a field a digit is a digit, so the way leads out of it.
    pub async fn dial(&self, words: &str) {
        let find = format!(
            "const link = [...document.querySelectorAll('[accesskey]')].find(one =>
                (one.labels && one.labels[0] || one).textContent.includes('{words}'));
             return link ? link.accessKey : ''"
        );
        let key = self.ask::<String>(&find).await;
        let key = key.chars().next().unwrap_or_else(|| panic!("no key for {words}"));
        while self.focus().await.is_some_and(|focus| focus.is_typed_in) {
            self.press(self.next.into()).await;
        }
        self.turn_by(key).await;
    }

    /// Presses a key that leads to another page, waits for it and looks at it.
    pub async fn turn_by(&self, key: char) {
        self.ask::<bool>("return window.leaving = true").await;
        self.press(key).await;
        for _ in 0..1200 {
            let script = "return !window.leaving && document.readyState === 'complete'";
            let left = self.window.client.execute(script, vec![]).await;
            if left.is_ok_and(|left| left.as_bool() == Some(true)) {
                return is_in_order(self).await;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{key:?} leads nowhere from {}", self.address().await);
    }

    /// What has the focus, if anything has.
    pub async fn focus(&self) -> Option<Focus> {
        self.ask(FOCUSED).await
    }

    /// Where the browser is, without host.
    pub async fn address(&self) -> String {
        self.window.client.current_url().await.unwrap().path().to_owned()
    }

    /// What a script says of the page; it only looks.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> T {
        serde_json::from_value(self.window.client.execute(script, vec![]).await.unwrap()).unwrap()
    }
}
