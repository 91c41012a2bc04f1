//! Whether words before a provision say what of it is meant: `quy định về mức hỗ trợ tại khoản 1 Điều 2`, `nội dung “...” tại Điều 4`.

use super::mention::Mention;
use super::provision::Named;
use super::verb::verb_at;
use super::words::{CONTENTS, FILLERS, LINKS, PROVISIONS, QUANTITIES, QUOTES, is_separator};
use crate::legal::structure::phrase::{is_any, words};
use crate::legal::structure::token::{Kind, Token};

/// In how many tokens what is meant is described at most.
const FARTHEST: usize = 60;
/// Words that tie a description to its provision.
const TIES: &[u64] = words!("tại của trong ở thuộc");
/// Words that describe nothing, besides [`FILLERS`].
const LIGHT: &[u64] = words!("nêu trên được nói đó này còn có như hiện hoàn trước liên quan");

/// Marks the provisions of which words before them describe a part. All of them are in the order of the tokens.
pub(super) fn mark_described(tokens: &[Token], mentions: &[Mention], lists: &mut [Named]) {
    let mut end = 0;
    for list in lists {
        if list.from > end
            && tokens[list.from - 1].is_among(TIES)
            && is_described(tokens, mentions, end, list.from)
        {
            list.entries.iter_mut().for_each(|entry| entry.is_described = true);
        }
        end = list.to;
    }
}

/// Whether what stands before index `to` and behind index `end`, where other provisions end, describes something.
fn is_described(tokens: &[Token], mentions: &[Mention], end: usize, to: usize) -> bool {
    let near = end.max(to.saturating_sub(FARTHEST));
    let clause = tokens[near..to].iter().rposition(|token| token.is_one_of(&[';', ':', '.']));
    let near = clause.map_or(near, |at| near + at + 1);
    let verb =
        (near..to).rev().find_map(|at| verb_at(tokens, at).map(|(_, end)| end)).filter(|end| *end <= to);
    let mention =
        mentions.partition_point(|mention| mention.to <= to).checked_sub(1).map(|at| mentions[at].to);
    let from = match (verb, mention.filter(|mention| *mention > near)) {
        (Some(verb), mention) if mention.is_none_or(|mention| mention <= verb) => verb,
        // Behind the name of a document its title stands.
        (_, Some(mention)) => match tokens[mention..to].iter().rposition(is_separator) {
            Some(parter) => mention + parter + 1,
            None => return false,
        },
        _ => match (near..to).find(|at| is_any(CONTENTS, tokens, *at)) {
            Some(content) => content,
            None => return false,
        },
    };
    tokens[from..to].iter().any(describes)
}

fn describes(token: &Token) -> bool {
    let is_light = [FILLERS, LINKS, QUANTITIES, PROVISIONS, LIGHT].iter().any(|words| token.is_among(words));
    token.is_one_of(&QUOTES) || (token.kind == Kind::Word && token.letter == '\0' && !is_light)
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Certainty, Extent, Instruction, instructions};
    use crate::legal::structure::{plain_blocks, structure};

    /// What an article does to the documents `{A}`, `{B}` and `{C}`.
    fn found(form: &str) -> Vec<Instruction> {
        let mut text = format!("Điều 1. {form}");
        for (name, number) in [("{A}", "1/2021"), ("{B}", "2/2022"), ("{C}", "3/2023")] {
            let document =
                format!("Nghị quyết số {number}/NQ-HĐND ngày 08 tháng 7 năm 2021 của Hội đồng nhân dân tỉnh");
            text = text.replace(name, &document);
        }
        let blocks = plain_blocks(&text);
        instructions(&blocks, &structure(&blocks)).found
    }

    /// Each instruction: `delete khoản 2 Điều 3`, a part of a provision with `~` before it, what is unsure with `?` before all.
    fn told(form: &str) -> Vec<String> {
        let spoken = |instruction: &Instruction| {
            let doubt = if instruction.certainty == Certainty::Read { "" } else { "?" };
            let whole = if instruction.extent == Extent::Whole { " whole" } else { "" };
            let named = instruction
                .provisions
                .iter()
                .map(|provision| format!("{}{}", if provision.is_part { "~" } else { "" }, provision.words));
            let named: Vec<String> = named.collect();
            format!("{doubt}{}{whole} {}", instruction.action.name(), named.join(", ")).trim_end().to_owned()
        };
        found(form).iter().map(spoken).collect()
    }

    #[test]
    fn words_beside_a_provision_are_taken_out_alone() {
        for (form, expected) in [
            (
                "Bãi bỏ khoản 3 Điều 2 và từ “huyện” tại khoản 1 Điều 4 {A}.",
                &["delete khoản 3 Điều 2", "delete_words khoản 1 Điều 4"][..],
            ),
            (
                "Bãi bỏ Điều 2; các cụm từ “cấp huyện”, “thị xã” tại Điều 4 {A}.",
                &["delete Điều 2", "delete_words Điều 4"],
            ),
            (
                "Bãi bỏ khoản 3 Điều 2 {A} và cụm từ “huyện” tại Điều 4 {B}.",
                &["delete khoản 3 Điều 2", "delete_words Điều 4"],
            ),
            (
                "Bãi bỏ một phần {A} như sau: bãi bỏ điểm b khoản 2 Điều 3 và cụm từ “huyện” tại Điều 4.",
                &["delete", "delete điểm b khoản 2 Điều 3", "delete_words Điều 4"],
            ),
            (
                "Khoản 3 Điều 2 và cụm từ “huyện” tại Điều 4 {A} bị bãi bỏ.",
                &["?delete khoản 3 Điều 2, Điều 4"],
            ),
            (
                "Bãi bỏ cụm từ “huyện” tại Điều 2, cụm từ “xã” tại Điều 3 {A}.",
                &["delete_words Điều 2", "delete_words Điều 3"],
            ),
        ] {
            assert_eq!(told(form), expected, "{form}");
        }
    }

    #[test]
    fn rows_and_what_is_described_are_parts() {
        for (form, expected) in [
            ("Bãi bỏ dòng thứ 5, mục I, Phụ lục I kèm theo {A}.", "delete ~Mục I Phụ lục I"),
            ("Bãi bỏ nội dung tại cột 5 và dòng 3, Phụ lục I {A}.", "delete ~Phụ lục I"),
            ("Bãi bỏ dòng 3 {A}.", "delete"),
            ("Bãi bỏ mục I, Phụ lục I và Phụ lục II kèm theo {A}.", "delete Mục I Phụ lục I, Phụ lục II"),
            ("Bãi bỏ nội dung “hỗ trợ chi phí đi lại” tại khoản 1 Điều 4 {A}.", "delete ~khoản 1 Điều 4"),
            ("Bãi bỏ quy định về mức hỗ trợ lãi suất tại khoản 1 Điều 2 {A}.", "delete ~khoản 1 Điều 2"),
            ("Bãi bỏ Điều 2, nội dung về học phí tại Điều 5 {A}.", "delete Điều 2, ~Điều 5"),
            ("Nội dung quy định về phí tại khoản 3 Điều 2 {A} hết hiệu lực.", "ends ~khoản 3 Điều 2"),
            ("Bãi bỏ các quy định tại Điều 3, Điều 4 {A}.", "delete Điều 3, Điều 4"),
            ("Bãi bỏ toàn bộ nội dung quy định tại Điều 3 {A}.", "delete Điều 3"),
            ("Sửa đổi mức hỗ trợ tại khoản 1 Điều 2 {A} như sau: “1. Mới.”", "replace khoản 1 Điều 2"),
            ("Bãi bỏ việc áp dụng khoản 2 Điều 3 {A} đối với cán bộ cấp xã.", "?delete khoản 2 Điều 3"),
            ("Bãi bỏ khoản 2 Điều 3 {A} về chính sách đối với cán bộ.", "delete khoản 2 Điều 3"),
        ] {
            assert_eq!(told(form), [expected], "{form}");
        }
    }

    #[test]
    fn places_are_completed_by_what_stands_beside_them() {
        for (form, expected) in [
            (
                "Sửa đổi {A}\n1. Sửa đổi khoản 1, bổ sung khoản 1a Điều 2 như sau:\n“1. Một.\n1a. Một a.”",
                &["replace khoản 1 Điều 2", "insert khoản 1a Điều 2"][..],
            ),
            ("Sửa đổi {A}\n1. Tại Điều 3 bổ sung khoản 9 như sau: “9. Khác.”", &["insert khoản 9 Điều 3"]),
            ("Bãi bỏ khoản 2 Điều 3\n{A}.", &["delete khoản 2 Điều 3"]),
            ("Sửa đổi, bổ sung khoản 2 Điều 3\n{A} như sau:\n“2. Mới.”", &["replace khoản 2 Điều 3"]),
        ] {
            let told: Vec<String> = told(form).into_iter().filter(|told| told != "replace").collect();
            assert_eq!(told, expected, "{form}");
        }
    }

    #[test]
    fn an_exception_is_made_of_the_document_before_it() {
        for (form, expected) in [
            (
                "Nghị quyết này thay thế {A}, {B} (trừ khoản 3 Điều 2) và {C}.",
                &["replaces whole", "replaces", "replaces whole"][..],
            ),
            ("Bãi bỏ {A} (trừ khoản 2 Điều 3) và {B}.", &["delete", "repeals whole"]),
            ("{A} (trừ Điều 3) và {B} hết hiệu lực.", &["ends", "ends whole"]),
            ("Bãi bỏ {A} và {B}, trừ khoản 2 Điều 3.", &["?delete", "delete"]),
            ("Bãi bỏ: {A}; {B}, trừ các quy định về chế độ hội nghị.", &["?delete", "delete"]),
            ("Bãi bỏ {A} (trừ vận động viên) và {B}.", &["?repeals whole", "?repeals whole"]),
        ] {
            assert_eq!(told(form), expected, "{form}");
        }
    }

    #[test]
    fn new_wording_without_marks_ends_nothing_for_certain() {
        for form in [
            "Sửa đổi một số điều của {A}\n1. Sửa đổi Điều 5 như sau:\nĐiều 5. Điều khoản thi hành\n1. Nghị quyết này có hiệu \
             lực từ ngày 01 tháng 01 năm 2022.\n2. Bãi bỏ {B}.\n3. {C} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            "Bổ sung Điều 6a vào sau Điều 6 {A} như sau:\nĐiều 6a. Bãi bỏ văn bản\nBãi bỏ {B}.",
            "Sửa đổi khoản 2 Điều 6 {A} như sau:\n2. Nghị quyết này thay thế {B}.",
            "Sửa đổi khoản 2 Điều 6 {A} như sau: 2. {B} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            "Sửa đổi khoản 3 Điều 7 {A} như sau:\n3. Bãi bỏ các nghị quyết sau:\na) {B};\nb) {C}.",
            "Sửa đổi {A}\n1. Sửa đổi khoản 2 Điều 6:\n2. Bãi bỏ {B}.",
        ] {
            let sure = found(form).iter().filter(|instruction| instruction.ends_surely()).count();
            assert_eq!(sure, 0, "{form}");
        }
        for form in [
            "Sửa đổi một số điều của {A}\n1. Sửa đổi Điều 3 như sau:\nĐiều 3. Mức chi\n1. Một.\n2. Hai.\n2. Bãi bỏ {B}.",
            "Sửa đổi một số điều của {A}\n1. Sửa đổi Điều 5 như sau:\nĐiều 5. Hiệu lực\n1. Một.\nĐiều 2. Hiệu lực\n1. Một.\n2. \
             Bãi bỏ {B}.",
            "Sửa đổi khoản 2 Điều 3 {A} như sau:\n“2. Mới.”\nĐiều 2. Bãi bỏ {B}.",
        ] {
            let sure = found(form).iter().filter(|instruction| instruction.ends_surely()).count();
            assert_eq!(sure, 1, "{form}");
        }
    }

    #[test]
    fn words_are_swapped_in_more_ways() {
        for form in [
            "Thay đổi cụm từ “A” thành cụm từ “B” tại Điều 2 {A}.",
            "Đổi cụm từ “A” thành “B” tại Điều 2 {A}.",
            "Cụm từ “A” thay bằng cụm từ “B” tại Điều 2 {A}.",
            "Cụm từ “A” được thay thế bằng cụm từ “B” tại Điều 2 {A}.",
            "Cụm từ “A” tại Điều 2 {A} đổi thành cụm từ “B”.",
        ] {
            assert_eq!(told(form), ["replace_words Điều 2"], "{form}");
        }
    }

    #[test]
    fn rarer_endings_are_read_or_doubted() {
        for (form, action, is_sure) in [
            ("Kết thúc thực hiện {A} kể từ ngày 01 tháng 01 năm 2026.", Action::Ends, true),
            ("{A} có hiệu lực thi hành đến hết ngày 31 tháng 12 năm 2025.", Action::Ends, true),
            ("{A} và các quy định trước đây trái với Nghị quyết này đều bãi bỏ.", Action::Repeals, true),
            ("Các quy định tại {A} không còn phù hợp thì bãi bỏ.", Action::Delete, false),
            ("{A} trái với Nghị quyết này thì bãi bỏ.", Action::Delete, false),
            ("Tiếp tục thực hiện các chính sách theo {A} đến hết ngày 31/12/2025.", Action::Extends, false),
            ("Bổ sung 12 dự án vào danh mục dự án ban hành kèm theo {A}.", Action::Insert, true),
        ] {
            let found = found(form);
            let [instruction] = found.as_slice() else { panic!("{form}: {found:?}") };
            assert_eq!((instruction.action, instruction.certainty.is_sure()), (action, is_sure), "{form}");
        }
    }

    #[test]
    fn rare_acts_are_told() {
        for form in [
            "Khôi phục hiệu lực Nghị quyết số 1/2021/NQ-HĐND kể từ ngày 01 tháng 7 năm 2025.",
            "Lùi thời điểm hết hiệu lực của Nghị quyết số 1/2021/NQ-HĐND đến ngày 01 tháng 01 năm 2027.",
            "Dừng chủ trương đầu tư dự án đã được phê duyệt tại Nghị quyết số 1/NQ-HĐND.",
            "Các quy định tại Nghị quyết số 04/2020 không còn phù hợp thì bãi bỏ.",
        ] {
            let text = format!("Điều 1. {form}");
            let blocks = plain_blocks(&text);
            assert_eq!(instructions(&blocks, &structure(&blocks)).unread_acts.len(), 1, "{form}");
        }
    }

    #[test]
    fn heads_of_the_gazette_are_no_part_of_a_sentence() {
        for head in
            ["CÔNG BÁO/Số 15 + 16/Ngày 20-12-2022", "12\nCÔNG BÁO/Số 15/Ngày 20-12-2022", "Số 15 CÔNG BÁO 3"]
        {
            let ended = found(&format!("{{A}} hết hiệu lực kể\n{head}\ntừ ngày 01 tháng 01 năm 2027."));
            assert!(matches!(ended.as_slice(), [one] if one.from.is_some()), "{head}: {ended:?}");
            let day = found(&format!("{{A}} hết hiệu lực kể từ ngày\n{head}\n01 tháng 01 năm 2027."));
            assert!(matches!(day.as_slice(), [one] if one.from.is_some()), "{head}: {day:?}");
            let excepted =
                told(&format!("Bãi bỏ {{A}} về mức chi,\n{head}\ntrừ Điều 2 tiếp tục có hiệu lực."));
            assert_eq!(excepted, ["delete"], "{head}");
        }
    }
}
