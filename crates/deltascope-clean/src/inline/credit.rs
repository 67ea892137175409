//! The credit at a paragraph's end, `……开放。(某报记者 张三 通讯员 李四)` → `……开放。`, or at its
//! start, `【张三/江畔报道】仪器……` → `仪器……`.

use deltascope_model::Label;

use super::Cut;
use crate::pattern::Pattern;

static CREDIT: Pattern = Pattern::new(
    r"[(（【\[][^()（）【】\[\]。]{0,30}(?:记者|記者|通讯员|通訊員|编辑|編輯|作者|编译|編譯|责编|責編|撰稿|来源|來源|实习生)[^()（）【】\[\]。]{0,40}[)）】\]]\d{0,8}\s*$",
);

/// The photographer behind a caption that tells a gallery's story: `……散开。张三 摄`.
static PHOTO: Pattern = Pattern::new(
    r"[。！？”](\s*(?:\p{Han}{2,8}记者\s*|\p{Han}{2,8}記者\s*)?\p{Han}{2,4}\s*[/／]?\s*[摄攝]影?)\s*$",
);

static OPENING: Pattern = Pattern::new(
    r"^\s*[【\[〔](?:[^【】〔〕\[\]。，]{0,10}(?:记者|記者)[^【】〔〕\[\]。，]{2,16}|[^【】〔〕\[\]。，]{2,12}[／/╱][^【】〔〕\[\]。，]{2,12})(?:报道|报导|報導|報道)[】\]〕]",
);

pub(super) fn cuts(raw: &str) -> Vec<Cut> {
    let opening = OPENING.find(raw).filter(|found| found.end() < raw.len());
    // Few paragraphs end as a credit does.
    // Some agencies add the day: `(编辑:张三)1130118`.
    let closed = raw.trim_end().trim_end_matches(|char: char| char.is_ascii_digit());
    let closed = closed.ends_with([')', '）', '】', ']']);
    let shot = raw.trim_end().ends_with(['摄', '攝', '影']);
    let photo = PHOTO.captures(if shot { raw } else { "" }).and_then(|found| found.get(1));
    CREDIT
        .find(if closed { raw } else { "" })
        // A paragraph that is only a credit is a line of its own for the line rules.
        .filter(|found| found.start() > 0)
        .into_iter()
        .chain(opening)
        .map(|found| found.range())
        .chain(photo.map(|found| found.range()))
        .map(|range| Cut { range, label: Label::Metadata, rule: "inline-credit" })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("仪器开放。(某报记者 张三 通讯员 李四)", &[], "仪器开放。");
        check("儀器開放。（編輯：張三）1130118", &[], "儀器開放。");
        check("仪器共(来源:江畔)12台", &[], "仪器共(来源:江畔)12台");
        check("船队停下来等雾散开。张三 摄", &[], "船队停下来等雾散开。");
        check("船隊等霧散開。江畔報記者張三攝", &[], "船隊等霧散開。");
        check("展出的照片由他拍摄", &[], "展出的照片由他拍摄");
        check("【张三／江畔报导】仪器开放。", &[], "仪器开放。");
        check("【江畔醒报记者张三江畔报导】仪器开放。", &[], "仪器开放。");
        check("〔記者張三／江畔報導〕儀器開放。", &[], "儀器開放。");
        check("【仪器】开放。", &[], "【仪器】开放。");
        check("記者(孟某)說,儀器開放。", &[], "記者(孟某)說,儀器開放。");
    }
}
