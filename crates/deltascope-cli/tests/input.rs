//! All ways in, as a user runs the command: containers, folders, patterns and hostile files. Each
//! page gives one record, and the run goes on.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests write the pages they are about, and stop at the first fault"
)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use deltascope_model::CleanedPage;
use tempfile::TempDir;

const STORY: &str =
    "江畔三市去年起共用大型仪器,一年来企业节省检测费用两千多万元,闲置设备有了去处。";
const REST: &str = "科研院所把设备登记到平台,企业在线预约,排队时间缩短一半,小微企业还可领取补助。";

fn html(head: &str) -> String {
    format!(
        "<!doctype html><html><head>{head}</head><body><h1>三市共用大型仪器一年记</h1><p>{STORY}</p><p>{REST}</p></body></html>"
    )
}

fn mhtml() -> String {
    format!(
        "From: <Saved by a browser>\r\nDate: Wed, 5 Jun 2024 10:12:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"e\"\r\n\r\n--e\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://example.org/saved\r\n\r\n{}\r\n--e\r\nContent-Type: image/png\r\n\r\nx\r\n--e--\r\n",
        html("")
    )
}

fn warc(body: &str, times: usize) -> String {
    let block = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\r\n",
        body.len()
    );
    format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/crawled\r\nWARC-Date: 2024-06-05T02:12:00Z\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
    .repeat(times)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

fn run(args: &[&str], stdin: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_deltascope"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(stdin).unwrap();
    child.wait_with_output().unwrap()
}

fn records(args: &[&str], stdin: &[u8]) -> Vec<CleanedPage> {
    let output = run(&[&["clean"], args].concat(), stdin);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let stdout = String::from_utf8(output.stdout).unwrap();
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A file alone in a folder: one record each, a story or an error that holds the words.
#[track_caller]
fn check(name: &str, bytes: &[u8], expected: &[Result<(), &str>]) {
    let pages = folder(&[(name, bytes)]);
    let found = records(&[path(pages.path())], b"");
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (record, expected) in found.iter().zip(expected) {
        match (&record.error, expected) {
            (None, Ok(())) => assert_eq!(record.articles[0].paragraphs.len(), 2, "{record:?}"),
            (Some(error), Err(words)) => {
                assert!(error.starts_with(name) && error.contains(words), "{error}");
                assert!(error.contains("; "), "{error} says what to do");
            }
            _ => panic!("{record:?} is not {expected:?}"),
        }
    }
}

#[test]
fn containers_hold_pages() {
    check("a.html", html("").as_bytes(), &[Ok(())]);
    check("a.html.gz", &gzip(html("").as_bytes()), &[Ok(())]);
    check("a.mhtml", mhtml().as_bytes(), &[Ok(())]);
    check("a.mht.gz", &gzip(mhtml().as_bytes()), &[Ok(())]);
    check("a.warc", warc(&html(""), 2).as_bytes(), &[Ok(()), Ok(())]);
    check("a.warc.gz", &gzip(warc(&html(""), 1).as_bytes()).repeat(3), &[Ok(()), Ok(()), Ok(())]);
    let line = serde_json::json!({ "id": "a", "content": html("") }).to_string();
    check("a.jsonl", format!("{line}\n{line}\n").as_bytes(), &[Ok(()), Ok(())]);
}

#[test]
fn damaged_containers_say_so() {
    let packed = gzip(html("").as_bytes());
    check("cut.gz", &packed[..packed.len() / 2], &[Err("cut off")]);
    check("cut.mhtml", &mhtml().as_bytes()[..500], &[Err("cut off")]);
    let file = warc(&html(""), 3);
    check("cut.warc", &file.as_bytes()[..file.len() - 100], &[Ok(()), Ok(()), Err("record 3")]);
    let lying = warc(&html(""), 1).replace("Content-Length: ", "Content-Length: 1");
    check("lie.warc", (lying + &file).as_bytes(), &[Err("record 1"), Ok(()), Ok(()), Ok(())]);
    let packed = gzip(file.as_bytes());
    check("cut.warc.gz", &packed[..packed.len() - 12], &[Ok(()), Ok(()), Err("cut off")]);
    check(
        "deep.gz",
        &(0..9).fold(html("").into_bytes(), |bytes, _| gzip(&bytes)),
        &[Err("wrapped more than 8")],
    );
    check("bomb.gz", &gzip(&vec![b' '; 8 << 20]), &[Err("grows more than 200 times")]);
    check("a.txt", b"page\0", &[Err("not text")]);
    check("a.pdf", b"%PDF-1.7\n", &[Err("a PDF document")]);
}

#[test]
fn packed_answers_are_pages() {
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    zlib.write_all(html("").as_bytes()).unwrap();
    let packed = zlib.finish().unwrap();
    let answer = |way: &str, packed: &[u8]| {
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {way}\r\n\r\n"
        );
        let length = head.len() + packed.len();
        let record =
            format!("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n{head}");
        [record.as_bytes(), packed, b"\r\n\r\n"].concat()
    };
    let file = [answer("deflate", &packed), answer("deflate", &packed[..99]), answer("zstd", b"x")];
    let errors = [Ok(()), Err("“deflate” data are cut off"), Err("packed by “zstd”")];
    check("packed.warc", &file.concat(), &errors);
}

#[test]
fn broken_lines_cost_no_other() {
    let line = serde_json::json!({ "id": "a", "content": html("") }).to_string();
    // Half of a character, as a program writes it that cuts texts anywhere.
    let half = line.replace("</h1>", "\\ud83d</h1>");
    let file = [line.as_str(), "[]", "{\"id\":\"b\"}", &half, &line[..40]].join("\n");
    let errors = [Ok(()), Err("expected"), Err("missing field"), Ok(()), Err("EOF")];
    check("a.jsonl", file.as_bytes(), &errors);
    let (gbk, _, _) = encoding_rs::GBK.encode(&line);
    check("gbk.jsonl", &gbk, &[Err("not UTF-8")]);
    check("cut.jsonl", &[line.as_bytes(), b"\n\xff\xfe"].concat(), &[Ok(()), Err("not UTF-8")]);
}

#[test]
fn addresses_and_days_are_kept() {
    let pages = folder(&[
        ("a.mhtml", mhtml().as_bytes()),
        ("b.warc", warc(&html("<link rel=canonical href=https://example.org/own>"), 1).as_bytes()),
        ("c.html", html("<link rel=canonical href=https://example.org/own>").as_bytes()),
    ]);
    let found = records(&[path(pages.path())], b"");
    let known: Vec<(&str, Option<&str>, Option<&str>)> = found
        .iter()
        .map(|record| &record.page)
        .map(|page| (page.path.as_str(), page.url.as_deref(), page.accessed.as_deref()))
        .collect();
    let day = Some("2024-06-05T02:12:00Z");
    assert_eq!(
        known,
        [
            ("a.mhtml", Some("https://example.org/saved"), day),
            ("b.warc#1", Some("https://example.org/crawled"), day),
            ("c.html", Some("https://example.org/own"), None),
        ]
    );
}

#[test]
fn limits_are_options() {
    let page = html("");
    let pages = folder(&[("a.html.gz", &gzip(page.as_bytes())), ("b.txt", STORY.as_bytes())]);
    let errors = |option: &str, value: &str| -> Vec<bool> {
        let found = records(&[path(pages.path()), option, value], b"");
        found.iter().map(|record| record.error.is_some()).collect()
    };
    assert_eq!(errors("--max-bytes", "1K"), [false, false]);
    assert_eq!(errors("--max-bytes", "300"), [true, false]);
    assert_eq!(errors("--max-text", "150"), [true, false]);
    assert_eq!(errors("--max-lines", "0"), [true, true]);
    assert_eq!(errors("--max-depth", "0"), [true, false]);
    assert_eq!(errors("--max-ratio", "1"), [false, false], "the first megabyte is free");
    assert_eq!(errors("--max-seconds", "0"), [false, false]);
    let wrong = run(&["clean", "--max-bytes", "9G", "-"], b"");
    assert!(!wrong.status.success() && String::from_utf8_lossy(&wrong.stderr).contains("1 to 1G"));
}

#[test]
fn patterns_find_files() {
    let page = STORY.as_bytes();
    let pages = folder(&[
        ("2023/a.txt", page),
        ("2024/b.txt", page),
        ("2024/c/d.txt", page),
        ("2024/e.md", page),
    ]);
    let names = |pattern: &str| -> Vec<String> {
        let pattern = pages.path().join(pattern);
        records(&[path(&pattern)], b"").into_iter().map(|record| record.page.path).collect()
    };
    assert_eq!(names("*/*.txt"), ["2023/a.txt", "2024/b.txt"]);
    assert_eq!(names("**/*.txt"), ["2023/a.txt", "2024/b.txt", "2024/c/d.txt"]);
    assert_eq!(names("2024/[c-e]*"), ["c/d.txt", "e.md"]);
    let none = run(&["clean", path(&pages.path().join("*.html"))], b"");
    assert!(
        !none.status.success() && String::from_utf8_lossy(&none.stderr).contains("matches no file")
    );
}

#[test]
fn standard_input_takes_lines_archives_and_company() {
    let line = serde_json::json!({ "id": "one", "content": STORY }).to_string();
    let ids = |args: &[&str], stdin: &[u8]| -> Vec<String> {
        records(args, stdin).into_iter().map(|record| record.page.id).collect()
    };
    assert_eq!(ids(&["-"], format!("{line}\n{line}").as_bytes()), ["one", "one-2"]);
    assert_eq!(ids(&["-"], &gzip(line.as_bytes())), ["one"]);
    assert_eq!(records(&["-"], warc(&html(""), 2).as_bytes()).len(), 2);
    assert_eq!(ids(&["-"], b""), Vec::<String>::new());
    let pages = folder(&[("a.txt", STORY.as_bytes())]);
    assert_eq!(ids(&["-", path(pages.path())], line.as_bytes()).len(), 2);
}

#[cfg(unix)]
#[test]
fn strange_folders_give_a_record_each() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    let pages = folder(&[("good.txt", STORY.as_bytes()), ("in/good.txt", STORY.as_bytes())]);
    let at = |name: &str| pages.path().join(name);
    symlink(pages.path(), at("in/up")).unwrap();
    symlink(at("self"), at("self")).unwrap();
    symlink(at("no-such-file"), at("lost")).unwrap();
    fs::write(pages.path().join(std::ffi::OsStr::from_bytes(b"bad\xff.txt")), STORY).unwrap();
    Command::new("mkfifo").arg(at("pipe")).status().unwrap();
    let found = records(&[path(pages.path())], b"");
    let brief: Vec<(&str, bool)> =
        found.iter().map(|record| (record.page.path.as_str(), record.error.is_none())).collect();
    assert_eq!(
        brief,
        [
            ("bad\u{fffd}.txt", true),
            ("good.txt", true),
            ("in/good.txt", true),
            ("in/up", false),
            ("lost", false),
            ("pipe", false),
            ("self", false),
        ]
    );
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let pages = folder(&[]);
    for nth in 0..600 {
        fs::write(pages.path().join(format!("{nth}.txt")), format!("{nth}{STORY}")).unwrap();
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_deltascope"))
        .args(["clean", path(pages.path())])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
}

#[test]
fn archives_build_and_pass_the_check() {
    let pages = folder(&[
        ("a.warc.gz", &gzip(warc(&html(""), 2).as_bytes())),
        ("b.mhtml", mhtml().as_bytes()),
        ("cut.gz", &gzip(STORY.as_bytes())[..20]),
    ]);
    let out = pages.path().join(".out");
    let built = run(&["build", path(pages.path()), "--out", path(&out)], b"");
    let report = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(built.status.success() && report.contains("4 (1 could not be read)"), "{report}");
    let checked = run(&["check", path(&out)], b"");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}
