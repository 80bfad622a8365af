//! A window of headless Chromium with a chromedriver of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use enishi_testkit::phone::{IPHONE, Model};
use fantoccini::{Client, ClientBuilder};

pub struct Window {
    pub client: Client,
    pub width: u32,
    port: u16,
    driver: Child,
}

impl Window {
    /// An iPhone.
    pub async fn open(width: u32, height: u32) -> Window {
        Window::launch(width, emulation(width, height, IPHONE, 2.0), &[]).await
    }

    /// A phone with keys and without touch, whose arrow keys move from one thing to the next.
    pub async fn keypad(width: u32, height: u32, model: Model) -> Window {
        let keypad = emulation(width, height, model, 1.0);
        Window::launch(width, keypad, &["--enable-spatial-navigation"]).await
    }

    /// A browser that pretends to be nothing else; [`Window::resize`] gives it a screen.
    pub async fn plain() -> Window {
        Window::launch(0, serde_json::Value::Null, &[]).await
    }

    async fn launch(width: u32, emulation: serde_json::Value, more: &[&str]) -> Window {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed (package chromium-driver)");
        let port = port_of(&mut driver);
        let arguments = [ARGUMENTS, more].concat();
        let mut options = serde_json::json!({
            "args": arguments,
            "prefs": { "intl.accept_languages": "ja,en" }
        });
        if !emulation.is_null() {
            options["mobileEmulation"] = emulation;
        }
        let options = serde_json::Map::from_iter([("goog:chromeOptions".to_owned(), options)]);
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(options);
        let url = format!("http://127.0.0.1:{port}");
        for _ in 0..300 {
            if let Ok(client) = builder.connect(&url).await {
                return Window { client, width, port, driver };
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let _ = driver.kill();
        panic!("chromedriver did not answer at {url}: {:?}", driver.wait());
    }

    /// Gives the browser an authenticator of software, which recognises its owner without asking.
    pub async fn give_authenticator(&self) {
        let authenticator = serde_json::json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
            "hasUserVerification": true, "isUserVerified": true, "isUserConsenting": true
        });
        self.command("webauthn/authenticator", &authenticator).await;
    }

    /// Makes the screen another one, of one pixel a pixel.
    pub async fn resize(&self, width: u32, height: u32) {
        let screen =
            serde_json::json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// A command of the browser's own protocol.
    pub async fn cdp(&self, name: &str, parameters: serde_json::Value) {
        let command = serde_json::json!({ "cmd": name, "params": parameters });
        self.command("goog/cdp/execute", &command).await;
    }

    /// What the driver can do beyond the client's words.
    async fn command(&self, name: &str, body: &serde_json::Value) {
        let session = self.client.session_id().await.unwrap().unwrap();
        let (path, body) = (format!("/session/{session}/{name}"), body.to_string());
        let head = format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json");
        let request = format!("{head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
        let mut line = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        line.write_all(request.as_bytes()).unwrap();
        let mut answer = [0; 15];
        line.read_exact(&mut answer).unwrap();
        assert_eq!(&answer, b"HTTP/1.1 200 OK");
    }

    /// Keeps a picture of the window in the target folder.
    pub async fn picture(&self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), self.client.screenshot().await.unwrap()).unwrap();
    }

    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }
}

/// What the driver is told of a phone.
fn emulation(width: u32, height: u32, model: Model, pixels: f64) -> serde_json::Value {
    let has_touch = model.name == IPHONE.name;
    let screen =
        serde_json::json!({ "width": width, "height": height, "pixelRatio": pixels, "touch": has_touch });
    serde_json::json!({ "deviceMetrics": screen, "userAgent": model.headers[0].1 })
}

const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=ja",
];

/// The port the driver has found for itself: one that was free a moment ago may be somebody else's by now.
fn port_of(driver: &mut Child) -> u16 {
    let mut said = BufReader::new(driver.stdout.take().unwrap()).lines().map_while(Result::ok);
    let port =
        said.find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok());
    // Whatever else it says must not fill the pipe.
    std::thread::spawn(move || said.for_each(drop));
    port.expect("chromedriver names its port")
}

/// The driver ends with the test, however it ended.
impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
