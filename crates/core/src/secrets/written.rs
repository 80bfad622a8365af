//! The key file as text: one `name value` a line, keys in hexadecimal, `#` for remarks.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use super::held::{Generation, Held, Key, Made};
use super::uses::Use;
use crate::moment::Moment;

const REMARK: &str = "# The keys of this Enishi site: numbers are recognised and read with them alone.\n\
    # Keep a copy, apart from the backups of the database. Show it to nobody. `enishi keys` changes them.\n";

/// When a key was made, in seconds since 1970.
const MADE: &str = "made";

pub(super) fn write(held: &Held) -> Zeroizing<String> {
    // Long enough from the first: a string that grows leaves copies behind that nobody wipes.
    let mut text = Zeroizing::new(String::with_capacity(1024 + 160 * held.0.len()));
    text.push_str(REMARK);
    for ((of, generation), made) in &held.0 {
        push_key(&mut text, &name(*of, *generation), &made.key);
        if let Some(at) = made.at {
            text.push_str(&format!("{MADE}-{}-{generation} {}\n", of.word(), at.millis() / 1000));
        }
    }
    text
}

/// Files of one generation are as they were before there could be two.
fn name(of: Use, generation: Generation) -> String {
    match (of, generation) {
        (Use::Data, _) | (_, 2..) => format!("{}-{generation}", of.name()),
        _ => of.name().to_owned(),
    }
}

fn push_key(text: &mut String, name: &str, key: &Key) {
    text.push_str(name);
    text.push(' ');
    text.push_str(&Zeroizing::new(HEXLOWER.encode(&key[..])));
    text.push('\n');
}

pub(super) fn read(text: &str) -> Result<Held, &'static str> {
    let lines = named_lines(text)?;
    let mut held = Held::default();
    for of in Use::ALL {
        for generation in 1..=Generation::MAX {
            let Some(text) = lines.get(name(of, generation).as_str()) else { continue };
            let at = lines.get(format!("{MADE}-{}-{generation}", of.word()).as_str());
            let at = at.and_then(|at| at.parse::<i64>().ok()).map(|at| Moment::from_millis(at * 1000));
            held.0.insert((of, generation), Made { key: key(text)?, at });
        }
        held.generations(of).next().ok_or("a key is missing")?;
    }
    Ok(held)
}

type Lines<'a> = BTreeMap<&'a str, &'a str>;

fn named_lines(text: &str) -> Result<Lines<'_>, &'static str> {
    let mut lines = Lines::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (name, value) = line.split_once(' ').ok_or("a line has no value")?;
        if lines.insert(name, value.trim()).is_some() {
            return Err("a name stands twice");
        }
    }
    Ok(lines)
}

fn key(text: &str) -> Result<Key, &'static str> {
    let bytes = Zeroizing::new(HEXLOWER.decode(text.as_bytes()).map_err(|_| "a key is not hexadecimal")?);
    let mut key = Zeroizing::new([0; 32]);
    if bytes.len() != key.len() {
        return Err("a key is too long or too short");
    }
    key.copy_from_slice(&bytes);
    Ok(key)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn held() -> Held {
        Held::fresh(Moment::from_millis(7_000))
    }

    #[test]
    fn what_is_written_is_read_back() {
        let older = Made { at: None, ..Made::fresh(Moment::from_millis(0)) };
        let held = held().with(Use::Number, 2, older).without(Use::Data, 1).with(
            Use::Data,
            255,
            Made::fresh(Moment::from_millis(9_000)),
        );
        let read = read(&write(&held)).unwrap();
        assert_eq!(*write(&read), *write(&held));
        assert_eq!(read.generations(Use::Number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(read.generations(Use::Data).collect::<Vec<_>>(), [255]);
    }

    /// As files were before keys could be changed.
    #[test]
    fn a_file_of_the_first_days_is_read() {
        let key = "0a".repeat(32);
        let names = ["number-pepper", "data-key-1", "code-key", "form-key", "counter-key"];
        let lines: String = names.iter().map(|name| format!("{name} {key}\n")).collect();
        let read = read(&format!("# keys\n{lines}data-key-current 1\n")).unwrap();
        assert!(Use::ALL.into_iter().all(|of| read.key(of, 1).unwrap()[..] == [10; 32]));
    }

    #[test]
    fn a_damaged_file_is_refused_with_a_reason() {
        let whole = write(&held());
        for (damage, why) in [
            (whole.replace("number-pepper", "number-paper"), "a key is missing"),
            (whole.replace("data-key-1", "data-key-0"), "a key is missing"),
            (whole.replace("code-key ", "code-key x"), "a key is not hexadecimal"),
            (whole.replace("code-key ", "code-key 00"), "a key is too long or too short"),
            (format!("{}{}", *whole, *whole), "a name stands twice"),
            (String::new(), "a key is missing"),
        ] {
            assert_eq!(read(&damage).err(), Some(why));
        }
    }
}
