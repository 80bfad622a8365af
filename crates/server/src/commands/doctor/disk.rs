//! Files that only this program should read.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Finding, Mark};
use crate::config::Config;

/// A key file older than this should by now be in somebody's safe.
const REMIND_DAYS: u64 = 1;

/// Modes of the data folder, the keys and the SQLite file.
pub fn modes(config: &Config) -> Vec<Finding> {
    let data = &config.server.data_dir;
    let keyring = data.join("keys/keyring");
    let mut private = vec![data.clone(), data.join("keys"), keyring.clone()];
    private.extend(config.database_url().strip_prefix("sqlite://").map(PathBuf::from));
    let loose: Vec<_> = private.iter().filter(|path| is_open_to_others(path)).collect();
    let mut findings: Vec<Finding> = loose
        .iter()
        .map(|path| {
            let said = format!("others on this machine may read {}: chmod go-rwx it", path.display());
            Finding::new(Mark::Broken, "files", said)
        })
        .collect();
    if findings.is_empty() {
        findings.push(Finding::new(
            Mark::Well,
            "files",
            "nobody else on this machine reads the data or the keys",
        ));
    }
    findings.push(backup(&keyring));
    findings
}

fn is_open_to_others(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
}

fn backup(keyring: &Path) -> Finding {
    let written = std::fs::metadata(keyring).and_then(|file| file.modified()).ok();
    let Some(age) = written.and_then(|at| SystemTime::now().duration_since(at).ok()) else {
        return Finding::new(Mark::Mind, "keys", "there are none yet; the first start makes them");
    };
    let days = age.as_secs() / 86_400;
    let said = format!(
        "{days} days old. Keep a copy of {} apart from the backups of the database: without it no number opens",
        keyring.display()
    );
    Finding::new(if days < REMIND_DAYS { Mark::Mind } else { Mark::Well }, "keys", said)
}
