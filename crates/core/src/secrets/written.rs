//! The key file as text: one `name value` a line, keys in hexadecimal, `#` for remarks.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use super::keyring::{Key, Keyring};

const REMARK: &str = "# The keys of this Enishi site: numbers are recognised and read with them alone.\n\
    # Keep a copy, apart from the backups of the database. Show it to nobody.\n";

const DATA_KEY: &str = "data-key-";
const DATA_KEY_CURRENT: &str = "data-key-current";

pub(super) fn write(keyring: &Keyring) -> Zeroizing<String> {
    // Long enough from the first: a string that grows leaves copies behind that nobody wipes.
    let mut text = Zeroizing::new(String::with_capacity(8192));
    text.push_str(REMARK);
    push_key(&mut text, "number-pepper", &keyring.number_pepper);
    for (id, key) in &keyring.data_keys {
        push_key(&mut text, &format!("{DATA_KEY}{id}"), key);
    }
    text.push_str(&format!("{DATA_KEY_CURRENT} {}\n", keyring.data_key_current));
    push_key(&mut text, "code-key", &keyring.code_key);
    push_key(&mut text, "form-key", &keyring.form_key);
    push_key(&mut text, "counter-key", &keyring.counter_key);
    text
}

fn push_key(text: &mut String, name: &str, key: &Key) {
    text.push_str(name);
    text.push(' ');
    text.push_str(&Zeroizing::new(HEXLOWER.encode(&key[..])));
    text.push('\n');
}

pub(super) fn read(text: &str) -> Result<Keyring, &'static str> {
    let lines = named_lines(text)?;
    let data_keys = data_keys(&lines)?;
    let current = lines.get(DATA_KEY_CURRENT).and_then(|id| id.parse().ok());
    Ok(Keyring {
        number_pepper: key(&lines, "number-pepper")?,
        data_key_current: current.filter(|id| data_keys.contains_key(id)).ok_or("no current data key")?,
        data_keys,
        code_key: key(&lines, "code-key")?,
        form_key: key(&lines, "form-key")?,
        counter_key: key(&lines, "counter-key")?,
    })
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

fn data_keys(lines: &Lines<'_>) -> Result<BTreeMap<u8, Key>, &'static str> {
    lines
        .keys()
        .filter_map(|name| {
            name.strip_prefix(DATA_KEY).and_then(|id| id.parse().ok()).map(|id: u8| (id, name))
        })
        .map(|(id, name)| Ok((id, key(lines, name)?)))
        .collect()
}

fn key(lines: &Lines<'_>, name: &str) -> Result<Key, &'static str> {
    let text = lines.get(name).ok_or("a key is missing")?;
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

    #[test]
    fn what_is_written_is_read_back() {
        let keyring = Keyring::make();
        assert_eq!(*write(&read(&write(&keyring)).unwrap()), *write(&keyring));
    }

    #[test]
    fn a_damaged_file_is_refused_with_a_reason() {
        let whole = write(&Keyring::make());
        for (damage, why) in [
            (whole.replace("number-pepper", "number-paper"), "a key is missing"),
            (whole.replace("data-key-current 1", "data-key-current 2"), "no current data key"),
            (whole.replace("code-key ", "code-key x"), "a key is not hexadecimal"),
            (whole.replace("code-key ", "code-key 00"), "a key is too long or too short"),
            (format!("{}{}", *whole, *whole), "a name stands twice"),
            (String::new(), "a key is missing"),
        ] {
            assert_eq!(read(&damage).err(), Some(why));
        }
    }
}
