//! `enishi text`: standard input to standard output through the keitai text layer.

use std::io::{BufRead, Read, Write};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use data_encoding::HEXLOWER_PERMISSIVE;
use enishi_keitai::text::{Encoding, decode, encode};

/// Encodings: utf-8, utf-8-plain, cp932, iso-2022-jp, docomo-sjis, au-sjis, softbank-sjis, willcom-sjis,
/// docomo-pua, au-pua, au-pua-gateway, softbank-pua, softbank-webcode, docomo-mail, au-mail, softbank-mail,
/// willcom-mail.
#[derive(Args)]
pub struct Text {
    /// What the input is in.
    #[arg(long)]
    from: String,
    /// What the output is to be in.
    #[arg(long)]
    to: String,
    /// One JSON object a line, {"hex":"…"}, in and out.
    #[arg(long)]
    json_lines: bool,
}

/// Turns everything on standard input.
pub fn run(text: &Text) -> anyhow::Result<ExitCode> {
    let (from, to) = (named(&text.from)?, named(&text.to)?);
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    if !text.json_lines {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes)?;
        output.write_all(&encode(&decode(&bytes, from), to))?;
        return Ok(ExitCode::SUCCESS);
    }
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let turned = turn_line(&line, from, to).with_context(|| format!("line {}", number + 1))?;
        writeln!(output, "{turned}")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn turn_line(line: &str, from: Encoding, to: Encoding) -> anyhow::Result<serde_json::Value> {
    let object: serde_json::Value = serde_json::from_str(line)?;
    let hex = object.get("hex").and_then(|hex| hex.as_str()).context("no \"hex\" in it")?;
    let bytes = HEXLOWER_PERMISSIVE.decode(hex.as_bytes())?;
    let turned = encode(&decode(&bytes, from), to);
    Ok(serde_json::json!({ "hex": HEXLOWER_PERMISSIVE.encode(&turned) }))
}

fn named(name: &str) -> anyhow::Result<Encoding> {
    name.parse().map_err(|_| anyhow::anyhow!("there is no encoding {name:?}; see enishi text --help"))
}
