//! Issuers that words name for documents that follow: `các nghị quyết sau của HĐND huyện Núi Hồng`, the head of a list, the
//! cell of a table.

use std::ops::Range;

use super::body::body_end;
use super::reading::Reading;
use super::token::{Gap, Kind};

/// Whose documents follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListIssuer {
    /// Those of this body, as written.
    One(String),
    /// Those of several bodies, and nothing tells which are whose.
    Several,
}

/// Most words between documents and their issuer, where their subject stands between.
const LONGEST_SUBJECT: usize = 30;
/// What councils and committees are called.
const BODIES: [&str; 4] = ["hđnd", "hội đồng nhân dân", "ubnd", "uỷ ban nhân dân"];
/// What their documents are called together.
const DOCUMENTS: [[&str; 2]; 4] = [["nghị", "quyết"], ["văn", "bản"], ["quyết", "định"], ["chỉ", "thị"]];
/// Words that may stand between the two: `các văn bản quy phạm pháp luật sau đây của`.
const BETWEEN: &[&str] = &[
    "sau", "đây", "dưới", "trên", "quy", "phạm", "pháp", "luật", "cá", "biệt", "đã", "được", "hiện", "còn",
    "hết", "hiệu", "lực", "hành", "chính", "cũ", "trước",
];
/// Most words between the two.
const MOST_BETWEEN: usize = 10;
/// Words that a name in capitals does not end with: `CỦA HỘI ĐỒNG NHÂN DÂN TỈNH BỊ BÃI BỎ`.
const NO_END: &[&str] = &[
    "bị", "được", "đã", "hết", "còn", "sau", "đây", "dưới", "gồm", "tại", "từ", "có", "không", "theo", "kèm",
    "trước", "cũ", "đang", "trong", "năm", "ngừng", "ngưng", "chấm", "cần", "phải", "và", "do", "để",
];
/// Words behind `HĐND` that mean several councils: `HĐND các huyện`, `HĐND cấp huyện`.
const LEVELS: [&str; 6] = ["các", "cấp", "hai", "ba", "02", "03"];
/// What places are called.
const LEVEL_NAMES: [&str; 9] =
    ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"];
/// Most words of the name of a place.
const LONGEST_PLACE: usize = 7;
/// What says that a body made a document.
const MADE: [&str; 4] = ["ban hành", "thông qua", "ký ban hành", "ký"];

/// The issuers that words name for documents that follow, each with the bytes of the input that name it, in order.
#[must_use]
pub fn list_issuers(words: &str) -> Vec<(Range<usize>, ListIssuer)> {
    let reading = Reading::new(words);
    let first = behind_label(&reading);
    let named = (0..reading.len()).filter_map(|at| {
        if at == first
            && let Some((end, issuer)) = body_before_colon(&reading, at)
        {
            return Some((reading.raw(at, end), issuer));
        }
        let is_of = matches!(reading.word(at), "của" | "do") && follows_documents(&reading, at);
        let (end, issuer) = body_at(&reading, at + 1).filter(|_| is_of)?;
        let is_made = || MADE.iter().any(|verb| reading.phrase(end, verb).is_some());
        (reading.word(at) == "của" || is_made()).then(|| (reading.raw(at, end), issuer))
    });
    let named: Vec<_> = named.collect();
    if named.is_empty() { behind_subject(&reading).into_iter().collect() } else { named }
}

/// The issuer that stands behind the subject of documents: `các nghị quyết về phí, lệ phí của HĐND huyện Núi Hồng sau đây`.
fn behind_subject(reading: &Reading) -> Option<(Range<usize>, ListIssuer)> {
    let is_plural = |at: usize| {
        matches!(reading.word_before(at), "các" | "những" | "bộ") || reading.before(at).kind == Kind::Number
    };
    let are_documents = |at: &usize| DOCUMENTS.contains(&[reading.word(*at), reading.word(at + 1)]);
    let documents = (1..reading.len()).find(|at| are_documents(at) && is_plural(*at))?;
    let is_named = |at: &usize| reading.word(*at) == "số" || reading.token(*at).is_mark(b'/');
    let subject = (documents + 2..documents + LONGEST_SUBJECT).take_while(|at| !is_named(at));
    subject.into_iter().find_map(|at| {
        let (end, issuer) = body_at(reading, at + 1).filter(|_| reading.word(at) == "của")?;
        let leads = reading.word(end) == "sau" || reading.token(end).is_mark(b':');
        leads.then(|| (reading.raw(at, end), issuer))
    })
}

/// The body that the cell of a table, or a heading, names, which says nothing else: `HĐND huyện Núi Hồng`, `Nghị quyết của
/// HĐND tỉnh`, `II. Huyện Núi Hồng`.
#[must_use]
pub fn issuer_of_cell(words: &str) -> Option<ListIssuer> {
    let reading = Reading::new(words);
    let first = behind_label(&reading);
    if let Some((end, issuer)) = body_at(&reading, first) {
        return says_no_more(&reading, end).then_some(issuer);
    }
    if LEVEL_NAMES.iter().any(|level| reading.phrase(first, level).is_some()) {
        let end =
            (first..reading.len()).find(|at| reading.token(*at).kind != Kind::Word).unwrap_or(reading.len());
        let is_name = end - first <= LONGEST_PLACE && end > first && reading.token(end - 1).is_capital();
        let name = format!("HĐND {}", reading.written(first, end));
        return (is_name && says_no_more(&reading, end)).then_some(ListIssuer::One(name));
    }
    let of = (first..reading.len().min(first + MOST_BETWEEN)).find(|at| reading.word(*at) == "của")?;
    let (end, issuer) = body_at(&reading, of + 1).filter(|_| follows_documents(&reading, of))?;
    says_no_more(&reading, end).then_some(issuer)
}

/// The body that an item of a list begins with, with the token behind it: `1. Của Hội đồng nhân dân tỉnh: ...`.
fn body_before_colon(reading: &Reading, at: usize) -> Option<(usize, ListIssuer)> {
    let start = at + usize::from(reading.word(at) == "của");
    body_at(reading, start).filter(|(end, _)| reading.token(*end).is_mark(b':'))
}

/// The first word behind a label: `II.`, `a)`, `1`.
fn behind_label(reading: &Reading) -> usize {
    let is_word = |at: usize| reading.token(at).kind == Kind::Word;
    let first = (0..reading.len()).find(|at| is_word(*at)).unwrap_or(0);
    let mark = reading.token(first + 1).kind;
    let is_label =
        reading.plain(first).chars().count() <= 4 && matches!(mark, Kind::Mark(b'.' | b')' | b'/' | b':'));
    if is_label { (first + 1..reading.len()).find(|at| is_word(*at)).unwrap_or(first) } else { first }
}

/// Whether nothing but marks and words in brackets stands from `at` on.
fn says_no_more(reading: &Reading, at: usize) -> bool {
    let mut rest = at..reading.len();
    let next = rest.find(|at| !matches!(reading.token(*at).kind, Kind::Mark(mark) if mark != b'('));
    next.is_none_or(|at| matches!(reading.token(at).kind, Kind::Mark(_) | Kind::End))
}

/// Whether a word for documents stands before `at`, and no document is named there.
fn follows_documents(reading: &Reading, at: usize) -> bool {
    let mut before = at;
    for _ in 0..MOST_BETWEEN {
        if before < 2 || reading.token(before).gap >= Gap::Paragraph {
            return false;
        }
        let pair = [reading.word(before - 2), reading.word(before - 1)];
        if DOCUMENTS.contains(&pair) {
            return true;
        }
        if !BETWEEN.contains(&reading.word(before - 1)) {
            return false;
        }
        before -= 1;
    }
    false
}

/// The council or committee that is named at `at`, with the token behind its name.
fn body_at(reading: &Reading, at: usize) -> Option<(usize, ListIssuer)> {
    let behind = behind_body(reading, at)?;
    if LEVELS.contains(&reading.word(behind)) {
        // `HĐND cấp huyện` is none of this council's, whichever it is; `HĐND các cấp` may be.
        let level = reading.word(behind + 1);
        let is_below = matches!(level, "huyện" | "xã" | "quận" | "phường" | "thị");
        let end = behind + 2;
        let one = ListIssuer::One(reading.written(at, end));
        return Some((end, if is_below { one } else { ListIssuer::Several }));
    }
    let mut end = body_end(reading, at).max(behind);
    // A name of one syllable seems to go on: `huyện Xa ban hành`.
    if let Some(at) = (behind..end).find(|at| reading.phrase(*at, "ban hành").is_some()) {
        end = at;
    }
    while end > behind && NO_END.contains(&reading.word(end - 1)) {
        end -= 1;
    }
    let others = (behind..end).filter(|other| behind_body(reading, *other).is_some());
    let is_joined = others.count() > 0;
    let next = end + usize::from(reading.token(end).is_mark(b',') || reading.word(end) == "và");
    if is_joined || (next > end && behind_body(reading, next).is_some()) {
        return Some((end, ListIssuer::Several));
    }
    Some((end, ListIssuer::One(reading.written(at, end))))
}

fn behind_body(reading: &Reading, at: usize) -> Option<usize> {
    BODIES.iter().find_map(|body| reading.phrase(at, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str) -> ListIssuer {
        ListIssuer::One(name.to_owned())
    }

    #[test]
    fn words_before_a_list_name_whose_documents_follow() {
        for (text, issuer) in [
            (
                "Bãi bỏ các nghị quyết của Hội đồng nhân dân huyện Núi Hồng sau đây:",
                one("Hội đồng nhân dân huyện Núi Hồng"),
            ),
            ("Bãi bỏ các nghị quyết do HĐND thị xã Bến Lam ban hành:", one("HĐND thị xã Bến Lam")),
            ("Bãi bỏ các nghị quyết do HĐND huyện Xa ban hành:", one("HĐND huyện Xa")),
            ("Các nghị quyết sau đây của HĐND quận 3 hết hiệu lực:", one("HĐND quận 3")),
            (
                "Bãi bỏ 02 văn bản quy phạm pháp luật của Ủy ban nhân dân tỉnh, gồm:",
                one("Ủy ban nhân dân tỉnh"),
            ),
            ("DANH MỤC NGHỊ QUYẾT CỦA HỘI ĐỒNG NHÂN DÂN TỈNH BỊ BÃI BỎ", one("HỘI ĐỒNG NHÂN DÂN TỈNH")),
            (
                "Bãi bỏ các nghị quyết của HĐND thành phố Bến Lam (trước sắp xếp)",
                one("HĐND thành phố Bến Lam"),
            ),
            (
                "Bãi bỏ các nghị quyết của Hội đồng nhân dân các huyện sau:",
                one("Hội đồng nhân dân các huyện"),
            ),
            ("Bãi bỏ các nghị quyết của Hội đồng nhân dân các cấp:", ListIssuer::Several),
            (
                "Bãi bỏ các nghị quyết của Hội đồng nhân dân tỉnh và Hội đồng nhân dân huyện Núi Hồng:",
                ListIssuer::Several,
            ),
            (
                "Bãi bỏ các nghị quyết về phí, lệ phí của HĐND huyện Núi Hồng sau đây:",
                one("HĐND huyện Núi Hồng"),
            ),
            ("Bãi bỏ các nghị quyết của HĐND tỉnh thuộc thẩm quyền của HĐND huyện:", one("HĐND tỉnh")),
            ("1. Của Hội đồng nhân dân tỉnh: Nghị quyết số 15/2021/NQ-HĐND.", one("Hội đồng nhân dân tỉnh")),
            ("- HĐND huyện Núi Hồng:", one("HĐND huyện Núi Hồng")),
            ("Bãi bỏ các nghị quyết của HĐND huyện A, HĐND huyện B:", ListIssuer::Several),
        ] {
            let found = list_issuers(text);
            assert_eq!(found.first().map(|(_, issuer)| issuer), Some(&issuer), "{text}");
        }
        for text in [
            "Bãi bỏ Nghị quyết số 12/2020/NQ-HĐND của Hội đồng nhân dân huyện Núi Hồng",
            "Bãi bỏ các quy định về phân cấp của Hội đồng nhân dân huyện",
            "Bãi bỏ các nghị quyết sau đây:",
            "Bãi bỏ các nghị quyết của Chính phủ:",
            "Nghị quyết do Hội đồng nhân dân tỉnh trình",
            "của Hội đồng nhân dân",
            "",
        ] {
            assert_eq!(list_issuers(text), Vec::new(), "{text}");
        }
    }

    #[test]
    fn a_cell_names_a_body() {
        for (text, issuer) in [
            ("HĐND huyện Núi Hồng", Some(one("HĐND huyện Núi Hồng"))),
            ("**II. Hội đồng nhân dân tỉnh**", Some(one("Hội đồng nhân dân tỉnh"))),
            ("Nghị quyết của HĐND huyện Núi Hồng", Some(one("HĐND huyện Núi Hồng"))),
            ("I. HUYỆN NÚI HỒNG (CŨ)", Some(one("HĐND HUYỆN NÚI HỒNG"))),
            ("Hội đồng nhân dân tỉnh quyết nghị bãi bỏ:", None),
            ("Huyện nghèo", None),
            ("10/12/2020", None),
            ("Về tổ chức của HĐND huyện", None),
            ("Sở Tài chính", None),
            ("", None),
        ] {
            assert_eq!(issuer_of_cell(text), issuer, "{text}");
        }
    }
}
