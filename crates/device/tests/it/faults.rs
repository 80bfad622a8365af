//! What an operator reads who made a mistake in a file.

use std::fs;

use enishi_device::{FaceKind, Headers, Profiles, check};

const ROOT: &str = r#"
[[profile]]
name = "root"
face = "keitai"
class = "other"
charset = "utf-8"
markup = "xhtml-mp"
content_type = "text/html"
page_bytes = 20_000
total_bytes = 100_000
image_bytes = 20_000
screen = { width = 240, height = 320 }
image_formats = ["jpeg"]
colours = 65_536
cookies = false
queries = true
upload = false
emoji = "none"
input = "none"
keys = "accesskey"
css = "inline"
script = false
code_autofill = false
"#;

/// The faults of a sound root and one more file, each as the operator sees it but for the folder.
fn faults(text: &str) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("00-root.toml"), ROOT).unwrap();
    fs::write(dir.path().join("10-more.toml"), text).unwrap();
    let folder = format!("{}/", dir.path().display());
    check(dir.path()).iter().map(|fault| fault.to_string().replace(&folder, "")).collect()
}

#[test]
fn a_sound_file_has_none() {
    assert_eq!(faults("[[profile]]\nname = \"a\"\ninherits = \"root\"\n"), [""; 0]);
}

#[test]
fn a_mistyped_key_is_answered_with_the_nearest() {
    insta::assert_snapshot!(faults("[[profile]]\nname = \"a\"\ninherits = \"root\"\npage_byts = 1\n").join("\n"),
        @"10-more.toml:4: unknown key `page_byts`; did you mean `page_bytes`?");
    insta::assert_snapshot!(
        faults("[[profile]]\nname = \"a\"\ninherits = \"root\"\nwhen = { prefx = [\"A\"] }\n").join("\n"),
        @"10-more.toml:4: unknown key `prefx`; did you mean `prefix`?");
    insta::assert_snapshot!(faults("[profiles]\n").join("\n"),
        @"10-more.toml:1: unknown key `profiles`; did you mean `profile`?");
    insta::assert_snapshot!(faults("[[profile]]\nname = \"a\"\ninherits = \"rot\"\n").join("\n"),
        @"10-more.toml:2: `a` inherits from `rot`, which does not stand above it; did you mean `root`?");
    insta::assert_snapshot!(faults("[models.rootz]\nP903i = {}\n").join("\n"),
        @"10-more.toml:1: no profile is named `rootz`; did you mean `root`?");
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let text =
        "[[profile]]\nname = \"a\"\ninherits = \"root\"\nface = \"mobile\"\ncookies = \"yes\"\ncolors = 2\n";
    insta::assert_snapshot!(faults(text).join("\n"), @r#"
    10-more.toml:4: unknown variant `mobile`, expected `keitai` or `touch`
    10-more.toml:5: invalid type: string "yes", expected a boolean
    10-more.toml:6: unknown key `colors`; did you mean `colours`?
    "#);
}

#[test]
fn values_that_would_break_pages_are_refused() {
    let text = "[[profile]]\nname = \"a\"\ninherits = \"root\"\npage_bytes = 10\nimage_formats = []\n\
                screen = { width = 0, height = 9 }\nmarkup = \"i-xhtml\"\n\n\
                [[profile]]\nname = \"b\"\ninherits = \"a\"\n";
    insta::assert_snapshot!(faults(text).join("\n"), @r"
    10-more.toml:4: no page fits into page_bytes below 1000
    10-more.toml:5: image_formats must name a format
    10-more.toml:6: a screen is 32 to 8192 pixels each way
    10-more.toml:7: i-xhtml needs the content_type application/xhtml+xml
    ");
}

#[test]
fn a_profile_that_cannot_be_reached_is_a_fault() {
    let text =
        "[[profile]]\nname = \"a\"\ninherits = \"root\"\n[[profile]]\nname = \"b\"\ninherits = \"root\"\n";
    insta::assert_snapshot!(faults(text).join("\n"), @"10-more.toml:5: `b` is never reached: `a` above it has no `when`");
}

#[test]
fn names_and_models_are_unique() {
    let text = "[[profile]]\nname = \"root\"\ninherits = \"root\"\n[models.root]\nA = {}\n";
    let all = faults(text).join("\n");
    assert!(all.starts_with("10-more.toml:2: a second profile is named `root`"), "{all}");
    assert_eq!(faults("[models.root]\nA = {}\n\"A\" = {}\n").len(), 1);
}

#[test]
fn what_is_no_toml_is_told_with_its_line() {
    let all = faults("[[profile]]\nname = \"a\ninherits = \"root\"\n");
    assert!(all.iter().all(|fault| fault.starts_with("10-more.toml:")) && !all.is_empty(), "{all:?}");
}

#[test]
fn a_root_must_say_everything() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.toml"), "[[profile]]\nname = \"root\"\nface = \"keitai\"\n").unwrap();
    let faults = check(dir.path());
    assert!(faults.iter().any(|fault| fault.message == "`root` must set `charset`"), "{faults:?}");
    assert_eq!(Profiles::load(dir.path()).unwrap_err(), faults);
}

#[test]
fn an_empty_or_missing_folder_is_a_fault() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(check(dir.path()).len(), 1);
    assert_eq!(check(&dir.path().join("nowhere")).len(), 1);
}

#[test]
fn an_operators_own_profile_inherits_and_decides() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("00-root.toml"), ROOT).unwrap();
    let own = "[[profile]]\nname = \"fridge\"\ninherits = \"root\"\nwhen = { contains = [\"Fridge\"] }\n\
               page_bytes = 4_000\n[[profile]]\nname = \"big-fridge\"\ninherits = \"fridge\"\n\
               when = { header = { name = \"X-Doors\", contains = [\"2\"] } }\ncolours = 16\n";
    fs::write(dir.path().join("10-own.toml"), own).unwrap();
    let profiles = Profiles::load(dir.path()).unwrap();
    let big = profiles.resolve(&Headers::from_lines("User-Agent: MyFRIDGE/1.0\nx-doors: 2"));
    assert_eq!((big.name.as_str(), big.family.as_str()), ("big-fridge", "fridge"));
    assert_eq!((big.page_bytes, big.colours, big.face), (4_000, 16, FaceKind::Keitai));
    assert_eq!(profiles.resolve(&Headers::from_lines("User-Agent: fridge")).name, "fridge");
    assert_eq!(profiles.resolve(&Headers::default()).name, "root");
}

#[test]
fn a_rule_in_the_shadow_of_another_is_a_fault() {
    let two = |first: &str, second: &str| {
        let profile = |name: &str, when: &str| {
            format!("[[profile]]\nname = \"{name}\"\ninherits = \"root\"\nwhen = {{ {when} }}\n")
        };
        faults(&(profile("a", first) + &profile("b", second))).join("\n")
    };
    let shadowed = "10-more.toml:6: `b` is never reached: `a` above it takes all that it would";
    for (first, second) in [
        (r#"prefix = ["DoCoMo/"]"#, r#"prefix = ["DoCoMo/2", "DoCoMo/1"]"#),
        (r#"contains = ["mobi"]"#, r#"contains = ["Mobile"], lacks = ["x"]"#),
        (r#"dialect = ["docomo", "au"]"#, r#"dialect = ["au"], series = ["2"]"#),
        (r##"model = ["KYF3#"]"##, r#"model = ["KYF31"]"#),
        (r#"cache_kb = { min = 10 }"#, r#"cache_kb = { min = 20, max = 30 }"#),
        (r#"lacks = ["mobi"]"#, r#"lacks = ["mo"]"#),
        (r#"header = { name = "X-A" }"#, r#"header = { name = "x-a", contains = ["b"] }"#),
    ] {
        assert_eq!(two(first, second), shadowed, "{first} before {second}");
    }
    for (first, second) in [
        (r#"prefix = ["DoCoMo/2"]"#, r#"prefix = ["DoCoMo/"]"#),
        (r#"contains = ["mobile"]"#, r#"contains = ["mobi"]"#),
        (r#"model = ["@listed"]"#, r#"model = ["KYF31"]"#),
        (r#"cache_kb = { min = 10 }"#, r#"contains = ["x"]"#),
        (r#"lacks = ["mo"]"#, r#"lacks = ["mobi"]"#),
    ] {
        assert_eq!(two(first, second), "", "{first} before {second}");
    }
}

#[test]
fn conditions_that_contradict_themselves_are_a_fault() {
    let below = |parent: &str, child: &str| {
        faults(&format!(
            "[[profile]]\nname = \"a\"\ninherits = \"root\"\nwhen = {{ {parent} }}\n\
             [[profile]]\nname = \"b\"\ninherits = \"a\"\nwhen = {{ {child} }}\n"
        ))
        .join("\n")
    };
    insta::assert_snapshot!(below(r#"dialect = ["docomo"]"#, r#"dialect = ["au"]"#),
        @"10-more.toml:6: `b` is never reached: the profile it inherits from is of another dialect");
    insta::assert_snapshot!(below("cache_kb = { max = 9 }", "cache_kb = { min = 20 }"),
        @"10-more.toml:6: `b` is never reached: the profile it inherits from takes another range of cache_kb");
    insta::assert_snapshot!(below(r#"contains = ["a"]"#, "cache_kb = { min = 9, max = 3 }"),
        @"10-more.toml:6: `b` is never reached: cache_kb can never be from 9 to 3");
    insta::assert_snapshot!(below(r#"contains = ["a"]"#, r#"contains = ["abc"], lacks = ["b"]"#),
        @"10-more.toml:6: `b` is never reached: `lacks` forbids every word of `contains`");
}

#[test]
fn a_model_that_no_user_agent_names_is_a_fault() {
    let docomo = "[[profile]]\nname = \"d\"\ninherits = \"root\"\nwhen = { dialect = [\"docomo\"] }\n";
    insta::assert_snapshot!(faults(&format!("{docomo}[models.d]\nP903i = {{}}\n\"P 903i\" = {{}}\n")).join("\n"),
        @"10-more.toml:7: `P 903i` is never reached: no User-Agent of its family names a model so");
    let narrow = docomo.replace("dialect = [\"docomo\"]", "dialect = [\"docomo\"], prefix = [\"DoCoMo/9\"]");
    insta::assert_snapshot!(faults(&format!("{narrow}[models.d]\nP903i = {{}}\n")).join("\n"),
        @"10-more.toml:6: `P903i` is never reached: its handsets are taken as `root`");
}

#[test]
fn slips_of_the_pen_in_values_are_answered_with_the_nearest() {
    let all = faults(
        "[[profile]]\nname = \"a\"\ninherits = \"root\"\ncharset = \"utf8\"\n\
         [crawlers]\nwords = [\"bo\"]\n",
    );
    insta::assert_snapshot!(all.join("\n"), @"
    10-more.toml:4: unknown variant `utf8`, expected `shift_jis` or `utf-8`; did you mean `utf-8`?
    10-more.toml:6: so short a word would be met in the User-Agent of phones
    ");
    let all = faults(
        "[[profile]]\nname = \"a\"\ninherits = \"root\"\ngeneration = \"foma3\"\npage_bytes = 2_000_000_000\n\
         total_bytes = 3_000_000_000\ncharset = \"shift_jis\"\nemoji = \"unicode\"\nimage_formats = [\"gif\", \"gif\"]\n",
    );
    insta::assert_snapshot!(all.join("\n"), @"
    10-more.toml:4: there is no generation `foma3`; did you mean `foma1`?
    10-more.toml:5: no phone takes page_bytes so large
    10-more.toml:6: no phone takes total_bytes so large
    10-more.toml:8: emoji `unicode` need charset `utf-8`
    10-more.toml:9: image_formats names a format twice
    ");
}
