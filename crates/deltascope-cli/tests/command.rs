//! The command as a user runs it: good pages, bad pages, and folders that are no corpus.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests write the pages they are about, and stop at the first fault"
)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const PAGE: &str = "江畔网首页 > 要闻 > 正文\n三市共用大型仪器一年记\n2024-06-05 10:12 来源:江畔日报\n江畔三市去年起共用大型仪器,一年来企业节省检测费用两千多万元,闲置设备有了去处。\n2023年6月,三市签署《大型仪器共用协议》,科研院所把设备登记到平台,企业在线预约,排队时间缩短一半。\n";

fn deltascope(args: &[&str], stdin: impl AsRef<[u8]>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_deltascope"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(stdin.as_ref()).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A JSON value for each line of what a command printed.
fn answers(found: &Output) -> Vec<serde_json::Value> {
    text(&found.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

#[test]
fn a_folder_builds_and_passes_the_check() {
    let (gbk, _, _) = encoding_rs::GBK.encode(PAGE);
    let pages = folder(&[
        ("a.txt", PAGE.as_bytes()),
        ("same/a.txt", PAGE.as_bytes()),
        ("gbk.txt", &gbk),
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00"),
        (".hidden", b"x"),
    ]);
    let out = pages.path().join(".out");
    let built = deltascope(&["build", path(pages.path()), "--out", path(&out)], "");
    let report = text(&built.stderr);
    assert!(built.status.success(), "{report}");
    assert!(
        report.contains("5 (2 could not be read)")
            && report.contains("empty.txt: the page is empty"),
        "{report}"
    );
    let corpus =
        deltascope_model::Corpus::parse(&fs::read(out.join("corpus.json")).unwrap()).unwrap();
    assert_eq!((corpus.pages.len(), corpus.articles.len()), (5, 3));
    assert!(corpus.families.iter().any(|family| family.members.len() == 3));
    let checked = deltascope(&["check", path(&out)], "");
    assert!(checked.status.success(), "{}", text(&checked.stderr));

    let first = fs::read(out.join("corpus.json")).unwrap();
    deltascope(&["build", path(pages.path()), "--out", path(&out), "--threads", "1"], "");
    assert_eq!(fs::read(out.join("corpus.json")).unwrap(), first);

    let found = deltascope(&["search", path(&out), "仪器"], "");
    assert!(text(&found.stdout).contains("三市共用大型仪器一年记"));
}

#[test]
fn a_corpus_in_parts_is_the_same_corpus() {
    let other = PAGE.replace("2024-06-05", "2024-08-09").replace("大型仪器", "实验用房");
    let pages =
        folder(&[("a.txt", PAGE.as_bytes()), ("b.txt", other.as_bytes()), ("empty.txt", b"")]);
    let out = pages.path().join(".out");
    let build = |more: &[&str]| {
        let whole = [&["build", path(pages.path()), "--out", path(&out)], more].concat();
        let built = deltascope(&whole, "");
        assert!(built.status.success(), "{}", text(&built.stderr));
    };
    let check = || deltascope(&["check", path(&out)], "");
    build(&[]);
    let whole = fs::read(out.join("corpus.json")).unwrap();
    let is_whole = || {
        ["head.json", "shelves.json", "parts.json", "parts"]
            .iter()
            .all(|one| !out.join(one).exists())
    };
    assert!(is_whole());
    build(&["--split-above", "1"]);
    assert_eq!(fs::read(out.join("corpus.json")).unwrap(), whole);
    assert!(check().status.success(), "{}", text(&check().stderr));
    let files = || -> Vec<_> {
        let parts = fs::read_dir(out.join("parts")).unwrap().map(|part| part.unwrap().path());
        let others = ["head.json", "shelves.json", "parts.json"].map(|file| out.join(file));
        parts.chain(others).map(|file| (fs::read(&file).unwrap(), file)).collect()
    };
    let first = files();
    build(&["--split-above", "1", "--threads", "1"]);
    assert_eq!(files(), first);

    for (bytes, file) in first {
        fs::write(&file, &bytes[..bytes.len() - 3]).unwrap();
        assert!(!check().status.success(), "{} is cut off", file.display());
        fs::write(&file, bytes).unwrap();
    }
    let head = fs::read_to_string(out.join("head.json")).unwrap();
    fs::write(out.join("head.json"), head.replace("UTF-8", "GBK")).unwrap();
    assert!(text(&check().stderr).contains("another corpus than corpus.json"));
    build(&[]);
    assert!(is_whole());
    assert!(check().status.success());
}

#[test]
fn a_search_of_parts_reads_what_it_needs_and_finds_the_same() {
    let other = PAGE.replace("仪器", "设备").replace("2024", "2023");
    let pages = folder(&[("a.txt", PAGE.as_bytes()), ("b.txt", other.as_bytes())]);
    let out = pages.path().join(".out");
    let queries = ["仪器", "設備", "企业节省", "发布：江畔日报 after:2024", "-仪器", "无此事物"];
    let found = |split: &str| {
        let built = deltascope(
            &["build", path(pages.path()), "--out", path(&out), "--split-above", split],
            "",
        );
        assert!(built.status.success(), "{}", text(&built.stderr));
        if split == "1" {
            fs::remove_file(out.join("corpus.json")).unwrap();
        }
        queries.map(|query| {
            let found = deltascope(&["search", path(&out), query, "--json"], "");
            assert!(found.status.success(), "{}", text(&found.stderr));
            (text(&found.stdout), text(&found.stderr))
        })
    };
    let whole = found("1000000");
    assert!(whole[0].0.lines().count() == 1 && whole[2].0.lines().count() == 2, "{whole:?}");
    assert_eq!(found("1"), whole);
}

#[test]
fn a_search_says_what_it_left_out_and_goes_on() {
    let pages = folder(&[("a.txt", PAGE.as_bytes())]);
    let out = pages.path().join(".out");
    deltascope(&["build", path(pages.path()), "--out", path(&out)], "");
    let search = |query: &str| {
        let found = deltascope(&["search", path(&out), query, "--json", "--sort", "date"], "");
        assert!(found.status.success(), "{}", text(&found.stderr));
        (text(&found.stdout).lines().count(), text(&found.stderr))
    };
    let (hits, said) = search("儀器 before:abc");
    assert_eq!(hits, 1);
    assert!(said.ends_with("  儀器 before:abc\n       ^^^^^^^^^^\n"), "{said}");
    assert_eq!(search("-仪器").0, 0);
    assert_eq!(search("发布：江畔日报 after:2024-06-05 before:2024-07").0, 1);
    let changed = fs::read_to_string(out.join("corpus.json")).unwrap().replace("去处", "去路");
    fs::write(out.join("corpus.json"), changed).unwrap();
    let found = deltascope(&["search", path(&out), "仪器"], "");
    assert!(text(&found.stderr).contains("another corpus.json"), "{}", text(&found.stderr));
}

#[test]
fn a_changed_corpus_does_not_pass_the_check() {
    let pages = folder(&[("a.txt", PAGE.as_bytes())]);
    let out = pages.path().join(".out");
    deltascope(&["build", path(pages.path()), "--out", path(&out)], "");
    let file = out.join("corpus.json");
    let whole = fs::read_to_string(&file).unwrap();
    for (changed, complaint) in [
        (whole.replace("闲置设备有了去处", "闲置设备没有去处"), "second build"),
        (whole.chars().take(600).collect(), "cut off"),
        (whole.replace("deltascope-corpus/4", "deltascope-corpus/0"), "deltascope-corpus/0"),
        (String::new(), "empty"),
    ] {
        fs::write(&file, changed).unwrap();
        let checked = deltascope(&["check", path(&out)], "");
        assert!(!checked.status.success());
        assert!(text(&checked.stderr).contains(complaint), "{}", text(&checked.stderr));
    }
}

#[test]
fn json_lines_give_a_record_each() {
    let line = serde_json::json!({ "id": "one", "content": PAGE, "url": "https://example.org/1" })
        .to_string();
    let cleaned = deltascope(&["clean", "-"], format!("{line}\n\nnot json\n"));
    assert!(cleaned.status.success());
    let stdout = text(&cleaned.stdout);
    let records: Vec<deltascope_model::CleanedPage> =
        stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(records.len(), 2);
    assert_eq!((records[0].page.id.as_str(), records[0].articles.len()), ("one", 1));
    assert!(records[1].error.as_ref().unwrap().contains("line 3"));
}

#[test]
fn what_cannot_be_done_says_what_and_where() {
    let missing = deltascope(&["build", "no/such/folder", "--out", "x"], "");
    assert!(!missing.status.success());
    assert!(text(&missing.stderr).contains("no/such/folder"));
    let pages = folder(&[("a.txt", PAGE.as_bytes()), ("g/bad.toml", b"[[place]]\nid = 1\n")]);
    let gazetteer = pages.path().join("g");
    let bad = deltascope(
        &["build", path(pages.path()), "--out", "x", "--gazetteer", path(&gazetteer)],
        "",
    );
    assert!(
        !bad.status.success() && text(&bad.stderr).contains("bad.toml"),
        "{}",
        text(&bad.stderr)
    );
    let date = deltascope(&["times", "--reference", "yesterday"], "");
    assert!(!date.status.success() && text(&date.stderr).contains("yesterday"));
}

#[test]
fn times_are_read_from_lines() {
    let found =
        deltascope(&["times", "--reference", "2025-03-10"], "去年6月三市签约。\n没有日期。\n");
    let lines = answers(&found);
    assert_eq!(lines[0]["times"][0]["edtf"], "2024-06");
    assert_eq!(lines[1]["times"], serde_json::json!([]));
    let lines = "此前一天闭幕。\n长三角地区第三轮三年行动计划印发。\n第三轮三年行动印发。\n";
    let found = deltascope(&["times", "--reference", "2025-03-10"], lines);
    let lines = answers(&found);
    assert_eq!(lines[0]["times"][0]["edtf"], "2025-03-09");
    assert_eq!(lines[1]["times"][0]["text"], "第三轮三年行动计划");
    assert_eq!(lines[1]["times"][0]["edtf"], "2024/2026");
    assert_eq!(lines[2]["times"], serde_json::json!([]));
}

#[test]
fn all_expressions_of_time_are_read_on_request() {
    let line = "今晚7点开会，工期两年半，每周一例会。\n";
    let found = deltascope(&["times", "--all", "--reference", "2025-03-10"], line);
    let answer: serde_json::Value = serde_json::from_str(&text(&found.stdout)).unwrap();
    let shown = |time: &serde_json::Value| format!("{} {}", time["kind"], time["timex"]);
    let found: Vec<String> = answer["times"].as_array().unwrap().iter().map(shown).collect();
    assert_eq!(
        found,
        [r#""date" "2025-03-10T19""#, r#""length" "P2.5Y""#, r#""habit" "XXXX-WXX-1""#]
    );
    assert_eq!(answer["times"][1]["basis"], serde_json::Value::Null);
}

#[test]
fn people_are_read_from_lines() {
    let found = deltascope(&["names"], "據白石市市長何平介紹，橋已通車。\n高度重視。\n");
    let lines = answers(&found);
    let first = &lines[0]["names"][0];
    assert_eq!((&first["text"], &first["range"]), (&"何平".into(), &serde_json::json!([18, 24])));
    assert_eq!(first["offices"][0]["name"], "白石市市长");
    assert_eq!(lines[1]["names"], serde_json::json!([]));
}

#[test]
fn quantities_are_read_from_lines() {
    let found = deltascope(&["quantities"], "投入超1.8亿元，共24家。\n长三角一体化。\n");
    let lines = answers(&found);
    let first = &lines[0]["quantities"][0];
    assert_eq!((&first["value"], &first["unit"]), (&"180000000".into(), &"CNY".into()));
    assert_eq!((&first["qualifier"], &first["kind"]), (&"over".into(), &"money".into()));
    assert_eq!(lines[0]["quantities"][1]["text"], "24家");
    assert_eq!(lines[1]["quantities"], serde_json::json!([]));
}

#[test]
fn the_corrections_of_the_default_corpus_all_meet_a_fact() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let out = TempDir::new().unwrap();
    let (pages, corrections) = (corpus.join("pages"), corpus.join("corrections.toml"));
    let args =
        ["build", path(&pages), "--out", path(out.path()), "--gazetteer", path(&corrections)];
    let built = deltascope(&args, "");
    assert!(built.status.success(), "{}", text(&built.stderr));
    let json = fs::read_to_string(out.path().join("corpus.json")).unwrap();
    assert!(!json.contains("correction-unmet"), "a correction meets no fact: {json}");
    let checked = deltascope(&["check", path(out.path())], "");
    assert!(checked.status.success(), "{}", text(&checked.stderr));
}

#[test]
fn times_say_what_they_cannot_read() {
    let bad =
        deltascope(&["times", "--reference", "2025"], b"\xe4\xbb\x8a\xe5\xb9\xb4\r\n\xc4\xea\n");
    assert!(!bad.status.success());
    assert!(text(&bad.stderr).contains("line 2 of standard input is not UTF-8"));
    assert!(text(&bad.stdout).contains(r#""edtf":"2025""#), "what stood before is written");
    for reference in ["2025/2026", "202X", "2025-02-30", ""] {
        let refused = deltascope(&["times", "--reference", reference], "");
        assert!(!refused.status.success() && text(&refused.stderr).contains("is no date"));
    }
}
