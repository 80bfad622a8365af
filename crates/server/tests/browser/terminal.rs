//! The walk of `keys` once more, in a terminal: w3m, eighty columns, no colours, no pictures, no script.

use std::time::{Duration, Instant};

use crate::keys::{TITLE, hanako_sees, stage};
use crate::program::Program;
use crate::tmux::{Screen, Terminal};

#[test]
fn a_terminal_is_enough_to_join_write_comment_and_ask() {
    let (program, mut hanako, entry) = stage();
    let reader = Reader { terminal: Terminal::open(&format!("http://{}/", program.address)) };
    reader.page("はじめて使う");
    sign_up(&reader, &program);
    write(&reader);
    find_hanako(&reader);
    reader.choose(TITLE, "霧が晴れるまで待ちました。");
    reader.write_long("コメントする", "霧もいいですね☀");
    reader.choose("コメントを書きこむ]", "] みどりさん");
    find_hanako(&reader);
    reader.choose("友人申請をする", "はじめての相手には");
    reader.write_long("メッセージ", "川でお会いした者です。");
    reader.choose("友人申請を送る]", "申請を取り消す");
    hanako_sees(&mut hanako, &entry, "霧もいいですね", "みどり", "川でお会いした者です。");
}

fn sign_up(reader: &Reader, program: &Program) {
    reader.choose("はじめて使う", "携帯電話の番号");
    reader.write_line("携帯電話の番号", "090-6666-1103");
    reader.choose("確認コードを送る]", "確認コード（数字）");
    let text = program.text_to("+819066661103");
    reader.write_line("確認コード", text.rsplit('#').next().unwrap().trim());
    reader.choose("確認する]", "この名前ではじめる");
    reader.write_line("ニックネーム", "みどり");
    reader.write_line("パスワード", "umi to yama 77");
    reader.choose("この名前ではじめる]", "まだ友人がいません");
}

fn write(reader: &Reader) {
    reader.choose("日記を書く", "だれが読めますか");
    reader.write_line("タイトル", "端末からの日記");
    reader.write_long("本文", "きょうは川沿いを歩きました☀\n風が気持ちよかったです。");
    reader.move_to(" )メンバー全員");
    reader.terminal.press(&["Enter"]);
    reader.terminal.wait_for("mark", |screen| screen.at_cursor().starts_with("*)"));
    let page = reader.choose("この範囲で公開する]", "コメントはまだありません");
    for words in ["端末からの日記", "きょうは川沿いを歩きました☀", "風が気持ちよかったです。"]
    {
        assert!(page.has(words), "{}", page.lines.join("\n"));
    }
}

fn find_hanako(reader: &Reader) {
    reader.choose("メニュー", "ログアウト");
    reader.choose("探す", "[探す");
    reader.write_line("探すことば", "はなこ");
    reader.choose("探す]", "はなこさん");
    reader.choose("はなこさん", "友人申請をする");
}

/// Somebody before the terminal.
struct Reader {
    terminal: Terminal,
}

impl Reader {
    /// Waits for a page with these words; every sign of it can be read.
    fn page(&self, words: &str) -> Screen {
        let screen =
            self.terminal.wait_for(words, |screen| screen.has(words) && screen.foot().contains("Viewing"));
        let text = screen.lines.join("\n");
        assert!(!text.contains(['\u{FFFD}', '〓']), "signs that cannot be read:\n{text}");
        screen
    }

    /// Presses Tab until the cursor is on these words, or on the field below them. w3m never turns round at the end.
    fn move_to(&self, words: &str) {
        let mut before = self.terminal.screen();
        for _ in 0..120 {
            self.terminal.press(&["Tab"]);
            let now = self.moved_from(&before).unwrap_or_else(|| {
                panic!("Tab never leads to {words}:\n{}", before.lines.join("\n"));
            });
            let is_field = now.lines[now.row].starts_with('[');
            if now.at_cursor().starts_with(words) || is_field && now.above().contains(words) {
                return;
            }
            before = now;
        }
        panic!("120 steps did not lead to {words}:\n{}", before.lines.join("\n"));
    }

    /// The screen once the cursor or the page has moved; `None` if neither does.
    fn moved_from(&self, before: &Screen) -> Option<Screen> {
        let until = Instant::now() + Duration::from_secs(5);
        while Instant::now() < until {
            let now = self.terminal.screen();
            if (now.row, now.column) != (before.row, before.column) || now.lines != before.lines {
                return Some(now);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        None
    }

    /// Opens a link or presses a button, and waits for what it leads to.
    fn choose(&self, words: &str, leads_to: &str) -> Screen {
        self.move_to(words);
        self.terminal.press(&["Enter"]);
        self.page(leads_to)
    }

    /// Types into a field of one line: Enter opens w3m's line editor at the foot and closes it.
    fn write_line(&self, label: &str, words: &str) {
        self.move_to(label);
        self.terminal.press(&["Enter"]);
        self.terminal.wait_for("line editor", |screen| screen.foot().trim_end().ends_with(':'));
        self.terminal.type_in(words);
        self.terminal.press(&["Enter"]);
        self.terminal.wait_for("page", |screen| screen.foot().contains("Viewing"));
    }

    /// Types into a field of several lines: Enter opens the editor, Ctrl-D ends it.
    fn write_long(&self, label: &str, words: &str) {
        self.move_to(label);
        self.terminal.press(&["Enter"]);
        self.terminal.wait_for("editor", |screen| screen.lines[0] == "write, then Ctrl-D");
        self.terminal.type_in(words);
        self.terminal.press(&["Enter", "C-d"]);
        self.terminal.wait_for("page", |screen| screen.foot().contains("Viewing"));
    }
}
