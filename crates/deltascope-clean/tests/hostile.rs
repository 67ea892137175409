//! Whatever bytes come in: one record, whose segments tile its text, and no panic.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;

use deltascope_clean::{Input, Limits, clean_within};
use proptest::prelude::*;

/// Cleans bytes and looks at what must hold of every record.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let input = Input { id: "p", path: "p", bytes, ..Input::default() };
    let limits = Limits { bytes: 1 << 20, ..Limits::default() };
    let record = clean_within(&input, &limits);
    let tiles: String = record
        .segments
        .iter()
        .map(|segment| segment.range.slice(&record.page.text).unwrap_or("no range"))
        .collect();
    prop_assert_eq!(&tiles, &record.page.text);
    prop_assert!(record.error.is_none() || record.articles.is_empty());
    prop_assert_eq!(&record.page.id, "p");
    Ok(())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).and_then(|()| packed.finish()).unwrap_or_default()
}

/// Words that the steps look for, so that chance meets them.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "<html>",
            "<div>",
            "</div>",
            "<p",
            ">",
            "<script>",
            "<!--",
            "-->",
            "&#x",
            "\n",
            "\r\n",
            "--b\n",
            "--b--",
            "MIME-Version: 1.0\n",
            "Content-Type: multipart/related; boundary=b\n",
            "Content-Type: text/html\n",
            "Content-Transfer-Encoding: base64\n",
            "=",
            "\u{3000}",
            "来源:",
            "记者",
            "2024-06-05",
            "本报江畔6月5日电",
            "。",
            "(",
            ")",
            "某某炒股 ",
            "\t",
            "_",
            "责任编辑:",
            "相关阅读",
            "首页 > ",
            "\u{feff}",
            "\u{fffd}",
            "三市共用大型仪器,企业预约检测。",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ]
}

/// Inputs that once failed, found by fuzzing.
#[test]
fn what_failed_before_gives_one_record() {
    // Parts in two scripts, of which one was headlines alone.
    check(include_bytes!("cases/headlines-only.bin")).expect("one record");
}

proptest! {
    #[test]
    fn any_bytes_give_one_record(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        check(&bytes)?;
        check(&gzip(&bytes))?;
        check(&[b"\x1f\x8b\x08\x00", &bytes[..]].concat())?;
        check(&[b"\xff\xfe", &bytes[..]].concat())?;
    }

    #[test]
    fn any_words_give_one_record(words in prop::collection::vec(word(), 0..60)) {
        let text = words.concat();
        check(text.as_bytes())?;
        check(format!("<html><body>{text}").as_bytes())?;
        check(format!("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n{text}").as_bytes())?;
        check(&encoding_rs::GB18030.encode(&text).0)?;
    }

    #[test]
    fn cut_off_or_damaged_containers_give_one_record(cut in 0usize..400, flip in 0usize..400) {
        let page = "<html><body><p>三市共用大型仪器,企业预约检测。</p></body></html>".repeat(4);
        let saved = format!("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n{page}\n--b--\n");
        for whole in [saved.as_bytes(), &gzip(saved.as_bytes())] {
            check(&whole[..cut.min(whole.len())])?;
            let mut damaged = whole.to_vec();
            let at = flip % damaged.len();
            damaged[at] ^= 0x55;
            check(&damaged)?;
        }
    }
}
