//! A terminal of 80×40 with w3m in it: keys go in, a screen comes out.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A terminal of its own, and a home of its own: nothing of the machine's w3m is read or written.
pub struct Terminal {
    home: TempDir,
}

/// What the terminal shows.
pub struct Screen {
    pub lines: Vec<String>,
    /// Where the cursor is, in cells.
    pub column: usize,
    pub row: usize,
}

/// w3m opens an editor for longer texts. This one writes down what is typed, until Ctrl-D.
const EDITOR: &str = "#!/bin/sh\nprintf '\\033[2J\\033[Hwrite, then Ctrl-D\\n'\nexec cat > \"$1\"\n";

impl Terminal {
    /// Opens w3m at an address.
    pub fn open(address: &str) -> Terminal {
        let terminal = Terminal { home: tempfile::tempdir().unwrap() };
        let editor = terminal.home.path().join("editor");
        std::fs::write(&editor, EDITOR).unwrap();
        make_executable(&editor);
        let w3m = format!(
            "w3m -cookie -I UTF-8 -O UTF-8 -o accept_language=ja -o display_link=1 -o editor={} {address}",
            editor.display()
        );
        terminal.tmux(&["new-session", "-d", "-x", "80", "-y", "40", &w3m]);
        terminal
    }

    /// Presses keys by their names: `Tab`, `Enter`, `C-d`.
    pub fn press(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }

    /// Types words.
    pub fn type_in(&self, words: &str) {
        self.tmux(&["send-keys", "-l", "--", words]);
    }

    /// What it shows now.
    pub fn screen(&self) -> Screen {
        let shown =
            self.tmux(&["display-message", "-p", "#{cursor_x} #{cursor_y}", ";", "capture-pane", "-p"]);
        let text = String::from_utf8(shown.stdout).unwrap();
        let (cursor, lines) = text.split_once('\n').unwrap();
        let (column, row) = cursor.split_once(' ').unwrap();
        let lines = lines.lines().map(str::to_owned).collect();
        Screen { lines, column: column.parse().unwrap(), row: row.parse().unwrap() }
    }

    /// Waits until it shows what is wanted.
    pub fn wait_for(&self, what: &str, is_there: impl Fn(&Screen) -> bool) -> Screen {
        let until = Instant::now() + Duration::from_secs(60);
        loop {
            let screen = self.screen();
            if is_there(&screen) {
                return screen;
            }
            assert!(Instant::now() < until, "no {what} in the terminal:\n{}", screen.lines.join("\n"));
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    fn tmux(&self, words: &[&str]) -> Output {
        let home = self.home.path();
        let answer = Command::new("tmux")
            .args(["-u", "-f", "/dev/null", "-S"])
            .arg(home.join("socket"))
            .args(words)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .envs([("LANG", "C.UTF-8"), ("TERM", "xterm")])
            .env("HOME", home)
            .output()
            .expect("tmux is installed");
        assert!(answer.status.success(), "{words:?}: {}", String::from_utf8_lossy(&answer.stderr));
        answer
    }
}

fn make_executable(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o700)).unwrap();
}

impl Screen {
    /// Whether the words stand anywhere.
    pub fn has(&self, words: &str) -> bool {
        self.lines.iter().any(|line| line.contains(words))
    }

    /// The line the cursor is on, from the cursor to its end.
    pub fn at_cursor(&self) -> &str {
        let line = self.lines.get(self.row).map_or("", String::as_str);
        let mut cells = 0;
        let start = line.char_indices().find(|(_, sign)| {
            let is_here = cells >= self.column;
            cells += if *sign < '\u{2E80}' { 1 } else { 2 };
            is_here
        });
        start.map_or("", |(at, _)| &line[at..])
    }

    /// The few lines above the cursor, up to the field before: where the label of a field stands.
    pub fn above(&self) -> String {
        let above = self.lines.iter().take(self.row).rev().take(4);
        above.take_while(|line| !line.starts_with(['[', '('])).map(String::as_str).collect()
    }

    /// The line at the foot, where w3m says where it is.
    pub fn foot(&self) -> &str {
        self.lines.last().map_or("", String::as_str)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ =
            Command::new("tmux").arg("-S").arg(self.home.path().join("socket")).arg("kill-server").output();
    }
}
