//! Laws and codes (luật, bộ luật) that councils cite most, and names under which more of them are known.

use crate::text::{Date, PartialDate};

use super::citation::Reading;

/// A law or code of the National Assembly.
#[derive(Debug, PartialEq, Eq)]
pub struct Law {
    /// The symbol (số, ký hiệu): `77/2015/QH13`.
    pub number: &'static str,
    /// The whole name, less the symbols in it: `Luật Tổ chức chính quyền địa phương`.
    pub name: &'static str,
    /// The usual abbreviation of the name without its first word: `TCCQĐP`; empty where there is none.
    pub short: &'static str,
    /// The symbols of laws that amend it (sửa đổi, bổ sung), as far as they are in the table.
    pub amended_by: &'static [&'static str],
    /// The symbol of the law that replaces it (thay thế); empty where none does.
    pub replaced_by: &'static str,
    /// Whether no other law has borne the name, so that the bare name means it.
    pub is_only: bool,
    /// What number, name and day rest on, in a few words.
    pub source: &'static str,
    /// The name as the recogniser reads it: small letters, the tone mark on the later vowel.
    pub(super) key: &'static str,
    /// The day of adoption as a number: `2015_0619`.
    day: u32,
}

impl Law {
    /// The day of adoption (ngày thông qua).
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        let part = |value: u32| i8::try_from(value).ok();
        Date::new(self.year(), part(self.day / 100 % 100)?, part(self.day % 100)?).ok()
    }

    fn year(&self) -> i16 {
        i16::try_from(self.day / 10_000).unwrap_or(0)
    }

    /// Whether it was adopted at that date, as far as the date is told.
    fn is_of(&self, date: PartialDate) -> bool {
        match date {
            PartialDate::Year(year) => self.year() == year,
            PartialDate::Month(year, month) => {
                self.date().is_some_and(|date| (date.year(), date.month()) == (year, month))
            }
            PartialDate::Day(day) => self.date() == Some(day),
        }
    }
}

/// The place of a law in the table; behind the last where it is none of it.
pub(super) fn place_of(law: &Law) -> usize {
    LAWS.iter().position(|other| other.number == law.number).unwrap_or(LAWS.len())
}

/// The law at a place of the table.
pub(super) fn law_at(place: usize) -> Option<&'static Law> {
    LAWS.get(place)
}

/// The law with that symbol.
#[must_use]
pub fn law_by_number(number: &str) -> Option<&'static Law> {
    let number = number.trim_start_matches('0');
    LAWS.iter().find(|law| law.number.trim_start_matches('0') == number)
}

/// The law with that key or abbreviation of that date; of the bare name only where no other law has borne it.
pub(super) fn law_by_name(name: Name<'_>, date: Option<PartialDate>) -> Option<&'static Law> {
    let bears = |law: &&Law| match name {
        Name::Key(key) => law.key == key,
        Name::Short(short) => !short.is_empty() && law.short == short,
    };
    let mut laws = LAWS.iter().filter(bears).filter(|law| match date {
        Some(date) => law.is_of(date),
        None => law.is_only,
    });
    let law = laws.next()?;
    laws.next().is_none().then_some(law)
}

/// How a law is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name<'a> {
    /// By its whole name, as the recogniser reads it.
    Key(&'a str),
    /// By its abbreviation without the first word.
    Short(&'a str),
}

/// The known name of a law that stands at `at`, with the token behind it; the longest where several do.
pub(super) fn name_at(reading: &Reading, at: usize) -> Option<(usize, &'static str)> {
    let law = reading.longest_pair(at, LAWS, |law| law.key).map(|(end, law)| (end, law.key));
    let other = reading.longest_pair(at, OTHER_NAMES, |name| name).map(|(end, name)| (end, *name));
    law.max(other)
}

/// As [`name_at`], of a law whose word `luật` stands earlier: `các Luật: Đất đai; Nhà ở`.
pub(super) fn title_at(reading: &Reading, at: usize) -> Option<(usize, &'static str)> {
    let law = reading.longest_of(at, LAWS, |law| title(law.key)).map(|(end, law)| (end, law.key));
    let other = reading.longest_of(at, OTHER_NAMES, |name| title(name)).map(|(end, name)| (end, *name));
    law.max(other)
}

/// The key of a law without its first word; for codes and ordinances what keeps a table sorted and no text holds.
fn title(key: &str) -> &str {
    key.strip_prefix("luật ").unwrap_or(if key < "luật" { "" } else { "\u{10ffff}" })
}

/// Number, name and day stand so in laws, decrees and lists of laws that cite the law.
const COMPARED: &str = "số, tên và ngày đã đối chiếu với văn bản dẫn";

/// Number and name stand so in texts that cite the law; the day was compared with none, only with those of laws of
/// neighbouring numbers.
const NUMBER_COMPARED: &str = "số và tên đã đối chiếu với văn bản dẫn, ngày chưa";

/// No text was found that gives number and name together.
const NOT_COMPARED: &str = "chưa đối chiếu";

/// The table, sorted by key, the earlier law first.
#[rustfmt::skip]
const LAWS: &[Law] = &[
    Law { number: "33/2005/QH11", day: 2005_0614, name: "Bộ luật Dân sự", key: "bộ luật dân sự", short: "DS", amended_by: &[], replaced_by: "91/2015/QH13", is_only: false, source: COMPARED },
    Law { number: "91/2015/QH13", day: 2015_1124, name: "Bộ luật Dân sự", key: "bộ luật dân sự", short: "DS", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "100/2015/QH13", day: 2015_1127, name: "Bộ luật Hình sự", key: "bộ luật hình sự", short: "HS", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "10/2012/QH13", day: 2012_0618, name: "Bộ luật Lao động", key: "bộ luật lao động", short: "", amended_by: &[], replaced_by: "45/2019/QH14", is_only: false, source: COMPARED },
    Law { number: "45/2019/QH14", day: 2019_1120, name: "Bộ luật Lao động", key: "bộ luật lao động", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "92/2015/QH13", day: 2015_1125, name: "Bộ luật Tố tụng dân sự", key: "bộ luật tố tụng dân sự", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "101/2015/QH13", day: 2015_1127, name: "Bộ luật Tố tụng hình sự", key: "bộ luật tố tụng hình sự", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "24/2018/QH14", day: 2018_0612, name: "Luật An ninh mạng", key: "luật an ninh mạng", short: "", amended_by: &[], replaced_by: "116/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "116/2025/QH15", day: 2025_1210, name: "Luật An ninh mạng", key: "luật an ninh mạng", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "86/2015/QH13", day: 2015_1119, name: "Luật An toàn thông tin mạng", key: "luật an toàn thông tin mạng", short: "", amended_by: &[], replaced_by: "116/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "55/2010/QH12", day: 2010_0617, name: "Luật An toàn thực phẩm", key: "luật an toàn thực phẩm", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "84/2015/QH13", day: 2015_0625, name: "Luật An toàn, vệ sinh lao động", key: "luật an toàn, vệ sinh lao động", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "17/2008/QH12", day: 2008_0603, name: "Luật Ban hành văn bản quy phạm pháp luật", key: "luật ban hành văn bản quy phạm pháp luật", short: "BHVBQPPL", amended_by: &[], replaced_by: "80/2015/QH13", is_only: false, source: NUMBER_COMPARED },
    Law { number: "80/2015/QH13", day: 2015_0622, name: "Luật Ban hành văn bản quy phạm pháp luật", key: "luật ban hành văn bản quy phạm pháp luật", short: "BHVBQPPL", amended_by: &["63/2020/QH14"], replaced_by: "64/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "64/2025/QH15", day: 2025_0219, name: "Luật Ban hành văn bản quy phạm pháp luật", key: "luật ban hành văn bản quy phạm pháp luật", short: "BHVBQPPL", amended_by: &["87/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "31/2004/QH11", day: 2004_1203, name: "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân", key: "luật ban hành văn bản quy phạm pháp luật của hội đồng nhân dân, uỷ ban nhân dân", short: "", amended_by: &[], replaced_by: "80/2015/QH13", is_only: false, source: COMPARED },
    Law { number: "103/2016/QH13", day: 2016_0405, name: "Luật Báo chí", key: "luật báo chí", short: "", amended_by: &[], replaced_by: "126/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "126/2025/QH15", day: 2025_1210, name: "Luật Báo chí", key: "luật báo chí", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "73/2006/QH11", day: 2006_1129, name: "Luật Bình đẳng giới", key: "luật bình đẳng giới", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "58/2014/QH13", day: 2014_1120, name: "Luật Bảo hiểm xã hội", key: "luật bảo hiểm xã hội", short: "BHXH", amended_by: &[], replaced_by: "41/2024/QH15", is_only: false, source: COMPARED },
    Law { number: "41/2024/QH15", day: 2024_0629, name: "Luật Bảo hiểm xã hội", key: "luật bảo hiểm xã hội", short: "BHXH", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "25/2008/QH12", day: 2008_1114, name: "Luật Bảo hiểm y tế", key: "luật bảo hiểm y tế", short: "BHYT", amended_by: &["46/2014/QH13", "97/2015/QH13", "68/2020/QH14", "30/2023/QH15", "51/2024/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "29/2018/QH14", day: 2018_1115, name: "Luật Bảo vệ bí mật nhà nước", key: "luật bảo vệ bí mật nhà nước", short: "", amended_by: &[], replaced_by: "117/2025/QH15", is_only: false, source: NUMBER_COMPARED },
    Law { number: "117/2025/QH15", day: 2025_1210, name: "Luật Bảo vệ bí mật nhà nước", key: "luật bảo vệ bí mật nhà nước", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "91/2025/QH15", day: 2025_0626, name: "Luật Bảo vệ dữ liệu cá nhân", key: "luật bảo vệ dữ liệu cá nhân", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "55/2014/QH13", day: 2014_0623, name: "Luật Bảo vệ môi trường", key: "luật bảo vệ môi trường", short: "BVMT", amended_by: &[], replaced_by: "72/2020/QH14", is_only: false, source: NUMBER_COMPARED },
    Law { number: "72/2020/QH14", day: 2020_1117, name: "Luật Bảo vệ môi trường", key: "luật bảo vệ môi trường", short: "BVMT", amended_by: &["11/2022/QH15", "16/2023/QH15", "18/2023/QH15", "47/2024/QH15", "54/2024/QH15", "146/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "19/2023/QH15", day: 2023_0620, name: "Luật Bảo vệ quyền lợi người tiêu dùng", key: "luật bảo vệ quyền lợi người tiêu dùng", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "29/2004/QH11", day: 2004_1203, name: "Luật Bảo vệ và phát triển rừng", key: "luật bảo vệ và phát triển rừng", short: "", amended_by: &[], replaced_by: "16/2017/QH14", is_only: false, source: COMPARED },
    Law { number: "85/2015/QH13", day: 2015_0625, name: "Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", key: "luật bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân", short: "", amended_by: &["83/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "07/2017/QH14", day: 2017_0619, name: "Luật Chuyển giao công nghệ", key: "luật chuyển giao công nghệ", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "148/2025/QH15", day: 2025_1211, name: "Luật Chuyển đổi số", key: "luật chuyển đổi số", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "32/2018/QH14", day: 2018_1119, name: "Luật Chăn nuôi", key: "luật chăn nuôi", short: "", amended_by: &[], replaced_by: "", is_only: true, source: NUMBER_COMPARED },
    Law { number: "32/2024/QH15", day: 2024_0118, name: "Luật Các tổ chức tín dụng", key: "luật các tổ chức tín dụng", short: "", amended_by: &["43/2024/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "22/2008/QH12", day: 2008_1113, name: "Luật Cán bộ, công chức", key: "luật cán bộ, công chức", short: "", amended_by: &["52/2019/QH14"], replaced_by: "80/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "80/2025/QH15", day: 2025_0624, name: "Luật Cán bộ, công chức", key: "luật cán bộ, công chức", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "37/2018/QH14", day: 2018_1120, name: "Luật Công an nhân dân", key: "luật công an nhân dân", short: "", amended_by: &["30/2023/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "67/2006/QH11", day: 2006_0629, name: "Luật Công nghệ thông tin", key: "luật công nghệ thông tin", short: "", amended_by: &[], replaced_by: "148/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "50/2024/QH15", day: 2024_1127, name: "Luật Công đoàn", key: "luật công đoàn", short: "", amended_by: &["97/2025/QH15"], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "26/2023/QH15", day: 2023_1127, name: "Luật Căn cước", key: "luật căn cước", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "68/2020/QH14", day: 2020_1113, name: "Luật Cư trú", key: "luật cư trú", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "23/2018/QH14", day: 2018_0612, name: "Luật Cạnh tranh", key: "luật cạnh tranh", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "28/2001/QH10", day: 2001_0629, name: "Luật Di sản văn hóa", key: "luật di sản văn hoá", short: "", amended_by: &[], replaced_by: "45/2024/QH15", is_only: false, source: NUMBER_COMPARED },
    Law { number: "45/2024/QH15", day: 2024_1123, name: "Luật Di sản văn hóa", key: "luật di sản văn hoá", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "68/2014/QH13", day: 2014_1126, name: "Luật Doanh nghiệp", key: "luật doanh nghiệp", short: "", amended_by: &[], replaced_by: "59/2020/QH14", is_only: false, source: COMPARED },
    Law { number: "59/2020/QH14", day: 2020_0617, name: "Luật Doanh nghiệp", key: "luật doanh nghiệp", short: "", amended_by: &["76/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "09/2017/QH14", day: 2017_0619, name: "Luật Du lịch", key: "luật du lịch", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "43/2009/QH12", day: 2009_1123, name: "Luật Dân quân tự vệ", key: "luật dân quân tự vệ", short: "", amended_by: &[], replaced_by: "48/2019/QH14", is_only: false, source: COMPARED },
    Law { number: "48/2019/QH14", day: 2019_1122, name: "Luật Dân quân tự vệ", key: "luật dân quân tự vệ", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "113/2025/QH15", day: 2025_1210, name: "Luật Dân số", key: "luật dân số", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "60/2024/QH15", day: 2024_1130, name: "Luật Dữ liệu", key: "luật dữ liệu", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "20/2023/QH15", day: 2023_0622, name: "Luật Giao dịch điện tử", key: "luật giao dịch điện tử", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "23/2008/QH12", day: 2008_1113, name: "Luật Giao thông đường bộ", key: "luật giao thông đường bộ", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "16/2023/QH15", day: 2023_0619, name: "Luật Giá", key: "luật giá", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "38/2005/QH11", day: 2005_0614, name: "Luật Giáo dục", key: "luật giáo dục", short: "", amended_by: &[], replaced_by: "43/2019/QH14", is_only: false, source: COMPARED },
    Law { number: "43/2019/QH14", day: 2019_0614, name: "Luật Giáo dục", key: "luật giáo dục", short: "", amended_by: &["123/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "74/2014/QH13", day: 2014_1127, name: "Luật Giáo dục nghề nghiệp", key: "luật giáo dục nghề nghiệp", short: "", amended_by: &["97/2015/QH13", "21/2017/QH14", "43/2019/QH14"], replaced_by: "124/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "124/2025/QH15", day: 2025_1210, name: "Luật Giáo dục nghề nghiệp", key: "luật giáo dục nghề nghiệp", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "125/2025/QH15", day: 2025_1210, name: "Luật Giáo dục đại học", key: "luật giáo dục đại học", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "35/2013/QH13", day: 2013_0620, name: "Luật Hòa giải ở cơ sở", key: "luật hoà giải ở cơ sở", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "87/2015/QH13", day: 2015_1120, name: "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", key: "luật hoạt động giám sát của quốc hội và hội đồng nhân dân", short: "", amended_by: &[], replaced_by: "121/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "121/2025/QH15", day: 2025_1210, name: "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", key: "luật hoạt động giám sát của quốc hội và hội đồng nhân dân", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "04/2017/QH14", day: 2017_0612, name: "Luật Hỗ trợ doanh nghiệp nhỏ và vừa", key: "luật hỗ trợ doanh nghiệp nhỏ và vừa", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "60/2014/QH13", day: 2014_1120, name: "Luật Hộ tịch", key: "luật hộ tịch", short: "", amended_by: &[], replaced_by: "03/2026/QH16", is_only: false, source: COMPARED },
    Law { number: "03/2026/QH16", day: 2026_0423, name: "Luật Hộ tịch", key: "luật hộ tịch", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "23/2012/QH13", day: 2012_1120, name: "Luật Hợp tác xã", key: "luật hợp tác xã", short: "", amended_by: &[], replaced_by: "17/2023/QH15", is_only: false, source: NUMBER_COMPARED },
    Law { number: "17/2023/QH15", day: 2023_0620, name: "Luật Hợp tác xã", key: "luật hợp tác xã", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "02/2011/QH13", day: 2011_1111, name: "Luật Khiếu nại", key: "luật khiếu nại", short: "", amended_by: &["42/2013/QH13"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "93/2025/QH15", day: 2025_0627, name: "Luật Khoa học, công nghệ và đổi mới sáng tạo", key: "luật khoa học, công nghệ và đổi mới sáng tạo", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "60/2010/QH12", day: 2010_1117, name: "Luật Khoáng sản", key: "luật khoáng sản", short: "", amended_by: &[], replaced_by: "54/2024/QH15", is_only: false, source: NUMBER_COMPARED },
    Law { number: "40/2009/QH12", day: 2009_1123, name: "Luật Khám bệnh, chữa bệnh", key: "luật khám bệnh, chữa bệnh", short: "", amended_by: &[], replaced_by: "15/2023/QH15", is_only: false, source: COMPARED },
    Law { number: "15/2023/QH15", day: 2023_0109, name: "Luật Khám bệnh, chữa bệnh", key: "luật khám bệnh, chữa bệnh", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "90/2015/QH13", day: 2015_1123, name: "Luật Khí tượng thủy văn", key: "luật khí tượng thuỷ văn", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "29/2023/QH15", day: 2023_1128, name: "Luật Kinh doanh bất động sản", key: "luật kinh doanh bất động sản", short: "", amended_by: &["43/2024/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "40/2019/QH14", day: 2019_0613, name: "Luật Kiến trúc", key: "luật kiến trúc", short: "", amended_by: &[], replaced_by: "", is_only: true, source: NUMBER_COMPARED },
    Law { number: "88/2015/QH13", day: 2015_1120, name: "Luật Kế toán", key: "luật kế toán", short: "", amended_by: &["56/2024/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "16/2017/QH14", day: 2017_1115, name: "Luật Lâm nghiệp", key: "luật lâm nghiệp", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "01/2011/QH13", day: 2011_1111, name: "Luật Lưu trữ", key: "luật lưu trữ", short: "", amended_by: &[], replaced_by: "33/2024/QH15", is_only: false, source: COMPARED },
    Law { number: "33/2024/QH15", day: 2024_0621, name: "Luật Lưu trữ", key: "luật lưu trữ", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "30/2023/QH15", day: 2023_1128, name: "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở", key: "luật lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "75/2015/QH13", day: 2015_0609, name: "Luật Mặt trận Tổ quốc Việt Nam", key: "luật mặt trận tổ quốc việt nam", short: "", amended_by: &["97/2025/QH15"], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "78/2015/QH13", day: 2015_0619, name: "Luật Nghĩa vụ quân sự", key: "luật nghĩa vụ quân sự", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "01/2002/QH11", day: 2002_1216, name: "Luật Ngân sách nhà nước", key: "luật ngân sách nhà nước", short: "NSNN", amended_by: &[], replaced_by: "83/2015/QH13", is_only: false, source: COMPARED },
    Law { number: "83/2015/QH13", day: 2015_0625, name: "Luật Ngân sách nhà nước", key: "luật ngân sách nhà nước", short: "NSNN", amended_by: &["56/2024/QH15"], replaced_by: "89/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "89/2025/QH15", day: 2025_0625, name: "Luật Ngân sách nhà nước", key: "luật ngân sách nhà nước", short: "NSNN", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "39/2009/QH12", day: 2009_1123, name: "Luật Người cao tuổi", key: "luật người cao tuổi", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "51/2010/QH12", day: 2010_0617, name: "Luật Người khuyết tật", key: "luật người khuyết tật", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "73/2025/QH15", day: 2025_0616, name: "Luật Nhà giáo", key: "luật nhà giáo", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "65/2014/QH13", day: 2014_1125, name: "Luật Nhà ở", key: "luật nhà ở", short: "", amended_by: &[], replaced_by: "27/2023/QH15", is_only: false, source: COMPARED },
    Law { number: "27/2023/QH15", day: 2023_1127, name: "Luật Nhà ở", key: "luật nhà ở", short: "", amended_by: &["43/2024/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "97/2015/QH13", day: 2015_1125, name: "Luật Phí và lệ phí", key: "luật phí và lệ phí", short: "", amended_by: &["23/2018/QH14", "72/2020/QH14", "16/2023/QH15"], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "114/2025/QH15", day: 2025_1210, name: "Luật Phòng bệnh", key: "luật phòng bệnh", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "27/2001/QH10", day: 2001_0629, name: "Luật Phòng cháy và chữa cháy", key: "luật phòng cháy và chữa cháy", short: "", amended_by: &[], replaced_by: "55/2024/QH15", is_only: false, source: COMPARED },
    Law { number: "55/2024/QH15", day: 2024_1129, name: "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ", key: "luật phòng cháy, chữa cháy và cứu nạn, cứu hộ", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "18/2023/QH15", day: 2023_0620, name: "Luật Phòng thủ dân sự", key: "luật phòng thủ dân sự", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "13/2022/QH15", day: 2022_1114, name: "Luật Phòng, chống bạo lực gia đình", key: "luật phòng, chống bạo lực gia đình", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "03/2007/QH12", day: 2007_1121, name: "Luật Phòng, chống bệnh truyền nhiễm", key: "luật phòng, chống bệnh truyền nhiễm", short: "", amended_by: &[], replaced_by: "114/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "23/2000/QH10", day: 2000_1209, name: "Luật Phòng, chống ma túy", key: "luật phòng, chống ma tuý", short: "", amended_by: &[], replaced_by: "73/2021/QH14", is_only: false, source: NUMBER_COMPARED },
    Law { number: "73/2021/QH14", day: 2021_0330, name: "Luật Phòng, chống ma túy", key: "luật phòng, chống ma tuý", short: "", amended_by: &[], replaced_by: "120/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "120/2025/QH15", day: 2025_1210, name: "Luật Phòng, chống ma túy", key: "luật phòng, chống ma tuý", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "36/2018/QH14", day: 2018_1120, name: "Luật Phòng, chống tham nhũng", key: "luật phòng, chống tham nhũng", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "33/2013/QH13", day: 2013_0619, name: "Luật Phòng, chống thiên tai", key: "luật phòng, chống thiên tai", short: "", amended_by: &["60/2020/QH14"], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "44/2019/QH14", day: 2019_0614, name: "Luật Phòng, chống tác hại của rượu, bia", key: "luật phòng, chống tác hại của rượu, bia", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "14/2012/QH13", day: 2012_0620, name: "Luật Phổ biến, giáo dục pháp luật", key: "luật phổ biến, giáo dục pháp luật", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "21/2017/QH14", day: 2017_1124, name: "Luật Quy hoạch", key: "luật quy hoạch", short: "", amended_by: &["57/2024/QH15"], replaced_by: "112/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "112/2025/QH15", day: 2025_1210, name: "Luật Quy hoạch", key: "luật quy hoạch", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "30/2009/QH12", day: 2009_0617, name: "Luật Quy hoạch đô thị", key: "luật quy hoạch đô thị", short: "", amended_by: &[], replaced_by: "47/2024/QH15", is_only: false, source: COMPARED },
    Law { number: "47/2024/QH15", day: 2024_1126, name: "Luật Quy hoạch đô thị và nông thôn", key: "luật quy hoạch đô thị và nông thôn", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "38/2019/QH14", day: 2019_0613, name: "Luật Quản lý thuế", key: "luật quản lý thuế", short: "", amended_by: &["56/2024/QH15"], replaced_by: "108/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "108/2025/QH15", day: 2025_1210, name: "Luật Quản lý thuế", key: "luật quản lý thuế", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "15/2017/QH14", day: 2017_0621, name: "Luật Quản lý, sử dụng tài sản công", key: "luật quản lý, sử dụng tài sản công", short: "", amended_by: &["56/2024/QH15", "90/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "22/2018/QH14", day: 2018_0608, name: "Luật Quốc phòng", key: "luật quốc phòng", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "146/2025/QH15", day: 2025_1211, name: "Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp và môi trường", key: "luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp và môi trường", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "63/2020/QH14", day: 2020_0618, name: "Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật", key: "luật sửa đổi, bổ sung một số điều của luật ban hành văn bản quy phạm pháp luật", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "87/2025/QH15", day: 2025_0625, name: "Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật", key: "luật sửa đổi, bổ sung một số điều của luật ban hành văn bản quy phạm pháp luật", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "46/2014/QH13", day: 2014_0613, name: "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế", key: "luật sửa đổi, bổ sung một số điều của luật bảo hiểm y tế", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "51/2024/QH15", day: 2024_1127, name: "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế", key: "luật sửa đổi, bổ sung một số điều của luật bảo hiểm y tế", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "83/2025/QH15", day: 2025_0624, name: "Luật sửa đổi, bổ sung một số điều của Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", key: "luật sửa đổi, bổ sung một số điều của luật bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "56/2024/QH15", day: 2024_1129, name: "Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán, Luật Kiểm toán độc lập, Luật Ngân sách nhà nước, Luật Quản lý, sử dụng tài sản công, Luật Quản lý thuế, Luật Thuế thu nhập cá nhân, Luật Dự trữ quốc gia, Luật Xử lý vi phạm hành chính", key: "luật sửa đổi, bổ sung một số điều của luật chứng khoán, luật kế toán, luật kiểm toán độc lập, luật ngân sách nhà nước, luật quản lý, sử dụng tài sản công, luật quản lý thuế, luật thuế thu nhập cá nhân, luật dự trữ quốc gia, luật xử lý vi phạm hành chính", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "52/2019/QH14", day: 2019_1125, name: "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức", key: "luật sửa đổi, bổ sung một số điều của luật cán bộ, công chức và luật viên chức", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "76/2025/QH15", day: 2025_0617, name: "Luật sửa đổi, bổ sung một số điều của Luật Doanh nghiệp", key: "luật sửa đổi, bổ sung một số điều của luật doanh nghiệp", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "123/2025/QH15", day: 2025_1210, name: "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục", key: "luật sửa đổi, bổ sung một số điều của luật giáo dục", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "97/2025/QH15", day: 2025_0627, name: "Luật sửa đổi, bổ sung một số điều của Luật Mặt trận Tổ quốc Việt Nam, Luật Công đoàn, Luật Thanh niên và Luật Thực hiện dân chủ ở cơ sở", key: "luật sửa đổi, bổ sung một số điều của luật mặt trận tổ quốc việt nam, luật công đoàn, luật thanh niên và luật thực hiện dân chủ ở cơ sở", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "60/2020/QH14", day: 2020_0617, name: "Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều", key: "luật sửa đổi, bổ sung một số điều của luật phòng, chống thiên tai và luật đê điều", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "57/2024/QH15", day: 2024_1129, name: "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư, Luật Đầu tư theo phương thức đối tác công tư và Luật Đấu thầu", key: "luật sửa đổi, bổ sung một số điều của luật quy hoạch, luật đầu tư, luật đầu tư theo phương thức đối tác công tư và luật đấu thầu", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "47/2019/QH14", day: 2019_1122, name: "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương", key: "luật sửa đổi, bổ sung một số điều của luật tổ chức chính phủ và luật tổ chức chính quyền địa phương", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "65/2020/QH14", day: 2020_0619, name: "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Quốc hội", key: "luật sửa đổi, bổ sung một số điều của luật tổ chức quốc hội", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "62/2025/QH15", day: 2025_0217, name: "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Quốc hội", key: "luật sửa đổi, bổ sung một số điều của luật tổ chức quốc hội", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "62/2020/QH14", day: 2020_0617, name: "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng", key: "luật sửa đổi, bổ sung một số điều của luật xây dựng", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "67/2020/QH14", day: 2020_1113, name: "Luật sửa đổi, bổ sung một số điều của Luật Xử lý vi phạm hành chính", key: "luật sửa đổi, bổ sung một số điều của luật xử lý vi phạm hành chính", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "88/2025/QH15", day: 2025_0625, name: "Luật sửa đổi, bổ sung một số điều của Luật Xử lý vi phạm hành chính", key: "luật sửa đổi, bổ sung một số điều của luật xử lý vi phạm hành chính", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "43/2024/QH15", day: 2024_0629, name: "Luật sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Nhà ở, Luật Kinh doanh bất động sản và Luật Các tổ chức tín dụng", key: "luật sửa đổi, bổ sung một số điều của luật đất đai, luật nhà ở, luật kinh doanh bất động sản và luật các tổ chức tín dụng", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "90/2025/QH15", day: 2025_0625, name: "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Đầu tư theo phương thức đối tác công tư, Luật Hải quan, Luật Thuế giá trị gia tăng, Luật Thuế xuất khẩu, thuế nhập khẩu, Luật Đầu tư, Luật Đầu tư công, Luật Quản lý, sử dụng tài sản công", key: "luật sửa đổi, bổ sung một số điều của luật đấu thầu, luật đầu tư theo phương thức đối tác công tư, luật hải quan, luật thuế giá trị gia tăng, luật thuế xuất khẩu, thuế nhập khẩu, luật đầu tư, luật đầu tư công, luật quản lý, sử dụng tài sản công", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "57/2020/QH14", day: 2020_0616, name: "Luật Thanh niên", key: "luật thanh niên", short: "", amended_by: &["97/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "11/2022/QH15", day: 2022_1114, name: "Luật Thanh tra", key: "luật thanh tra", short: "", amended_by: &[], replaced_by: "84/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "84/2025/QH15", day: 2025_0625, name: "Luật Thanh tra", key: "luật thanh tra", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "06/2022/QH15", day: 2022_0615, name: "Luật Thi đua, khen thưởng", key: "luật thi đua, khen thưởng", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "57/2010/QH12", day: 2010_1115, name: "Luật Thuế bảo vệ môi trường", key: "luật thuế bảo vệ môi trường", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "08/2017/QH14", day: 2017_0619, name: "Luật Thủy lợi", key: "luật thuỷ lợi", short: "", amended_by: &[], replaced_by: "", is_only: true, source: NUMBER_COMPARED },
    Law { number: "18/2017/QH14", day: 2017_1121, name: "Luật Thủy sản", key: "luật thuỷ sản", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "79/2015/QH13", day: 2015_0619, name: "Luật Thú y", key: "luật thú y", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "46/2019/QH14", day: 2019_1121, name: "Luật Thư viện", key: "luật thư viện", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "122/2025/QH15", day: 2025_1210, name: "Luật Thương mại điện tử", key: "luật thương mại điện tử", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "77/2006/QH11", day: 2006_1129, name: "Luật Thể dục, thể thao", key: "luật thể dục, thể thao", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "89/2015/QH13", day: 2015_1123, name: "Luật Thống kê", key: "luật thống kê", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "25/2012/QH13", day: 2012_1121, name: "Luật Thủ đô", key: "luật thủ đô", short: "", amended_by: &[], replaced_by: "39/2024/QH15", is_only: false, source: NOT_COMPARED },
    Law { number: "39/2024/QH15", day: 2024_0628, name: "Luật Thủ đô", key: "luật thủ đô", short: "", amended_by: &[], replaced_by: "02/2026/QH16", is_only: false, source: COMPARED },
    Law { number: "02/2026/QH16", day: 2026_0423, name: "Luật Thủ đô", key: "luật thủ đô", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "10/2022/QH15", day: 2022_1110, name: "Luật Thực hiện dân chủ ở cơ sở", key: "luật thực hiện dân chủ ở cơ sở", short: "", amended_by: &["47/2024/QH15", "97/2025/QH15"], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "44/2013/QH13", day: 2013_1126, name: "Luật Thực hành tiết kiệm, chống lãng phí", key: "luật thực hành tiết kiệm, chống lãng phí", short: "", amended_by: &[], replaced_by: "110/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "42/2013/QH13", day: 2013_1125, name: "Luật Tiếp công dân", key: "luật tiếp công dân", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "104/2016/QH13", day: 2016_0406, name: "Luật Tiếp cận thông tin", key: "luật tiếp cận thông tin", short: "", amended_by: &[], replaced_by: "01/2026/QH16", is_only: false, source: COMPARED },
    Law { number: "01/2026/QH16", day: 2026_0423, name: "Luật Tiếp cận thông tin", key: "luật tiếp cận thông tin", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "110/2025/QH15", day: 2025_1210, name: "Luật Tiết kiệm, chống lãng phí", key: "luật tiết kiệm, chống lãng phí", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "10/2017/QH14", day: 2017_0620, name: "Luật Trách nhiệm bồi thường của Nhà nước", key: "luật trách nhiệm bồi thường của nhà nước", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "36/2024/QH15", day: 2024_0627, name: "Luật Trật tự, an toàn giao thông đường bộ", key: "luật trật tự, an toàn giao thông đường bộ", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "102/2016/QH13", day: 2016_0405, name: "Luật Trẻ em", key: "luật trẻ em", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "31/2018/QH14", day: 2018_1119, name: "Luật Trồng trọt", key: "luật trồng trọt", short: "", amended_by: &[], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "11/2017/QH14", day: 2017_0620, name: "Luật Trợ giúp pháp lý", key: "luật trợ giúp pháp lý", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "17/2012/QH13", day: 2012_0621, name: "Luật Tài nguyên nước", key: "luật tài nguyên nước", short: "", amended_by: &[], replaced_by: "28/2023/QH15", is_only: false, source: NUMBER_COMPARED },
    Law { number: "28/2023/QH15", day: 2023_1127, name: "Luật Tài nguyên nước", key: "luật tài nguyên nước", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "82/2015/QH13", day: 2015_0625, name: "Luật Tài nguyên, môi trường biển và hải đảo", key: "luật tài nguyên, môi trường biển và hải đảo", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "02/2016/QH14", day: 2016_1118, name: "Luật Tín ngưỡng, tôn giáo", key: "luật tín ngưỡng, tôn giáo", short: "", amended_by: &[], replaced_by: "07/2026/QH16", is_only: false, source: COMPARED },
    Law { number: "07/2026/QH16", day: 2026_0423, name: "Luật Tín ngưỡng, tôn giáo", key: "luật tín ngưỡng, tôn giáo", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "25/2018/QH14", day: 2018_0612, name: "Luật Tố cáo", key: "luật tố cáo", short: "", amended_by: &["59/2020/QH14"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "93/2015/QH13", day: 2015_1125, name: "Luật Tố tụng hành chính", key: "luật tố tụng hành chính", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "76/2015/QH13", day: 2015_0619, name: "Luật Tổ chức Chính phủ", key: "luật tổ chức chính phủ", short: "TCCP", amended_by: &["47/2019/QH14"], replaced_by: "63/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "63/2025/QH15", day: 2025_0218, name: "Luật Tổ chức Chính phủ", key: "luật tổ chức chính phủ", short: "TCCP", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "77/2015/QH13", day: 2015_0619, name: "Luật Tổ chức chính quyền địa phương", key: "luật tổ chức chính quyền địa phương", short: "TCCQĐP", amended_by: &["47/2019/QH14"], replaced_by: "65/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "65/2025/QH15", day: 2025_0219, name: "Luật Tổ chức chính quyền địa phương", key: "luật tổ chức chính quyền địa phương", short: "TCCQĐP", amended_by: &[], replaced_by: "72/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "72/2025/QH15", day: 2025_0616, name: "Luật Tổ chức chính quyền địa phương", key: "luật tổ chức chính quyền địa phương", short: "TCCQĐP", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "11/2003/QH11", day: 2003_1126, name: "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân", key: "luật tổ chức hội đồng nhân dân và uỷ ban nhân dân", short: "", amended_by: &[], replaced_by: "77/2015/QH13", is_only: false, source: COMPARED },
    Law { number: "57/2014/QH13", day: 2014_1120, name: "Luật Tổ chức Quốc hội", key: "luật tổ chức quốc hội", short: "TCQH", amended_by: &["65/2020/QH14", "62/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "58/2010/QH12", day: 2010_1115, name: "Luật Viên chức", key: "luật viên chức", short: "", amended_by: &["52/2019/QH14"], replaced_by: "129/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "129/2025/QH15", day: 2025_1210, name: "Luật Viên chức", key: "luật viên chức", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "24/2023/QH15", day: 2023_1124, name: "Luật Viễn thông", key: "luật viễn thông", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "38/2013/QH13", day: 2013_1116, name: "Luật Việc làm", key: "luật việc làm", short: "", amended_by: &[], replaced_by: "74/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "74/2025/QH15", day: 2025_0616, name: "Luật Việc làm", key: "luật việc làm", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "50/2014/QH13", day: 2014_0618, name: "Luật Xây dựng", key: "luật xây dựng", short: "", amended_by: &["40/2019/QH14", "62/2020/QH14", "45/2024/QH15", "47/2024/QH15", "55/2024/QH15", "61/2024/QH15"], replaced_by: "135/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "135/2025/QH15", day: 2025_1210, name: "Luật Xây dựng", key: "luật xây dựng", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "15/2012/QH13", day: 2012_0620, name: "Luật Xử lý vi phạm hành chính", key: "luật xử lý vi phạm hành chính", short: "XLVPHC", amended_by: &["18/2017/QH14", "67/2020/QH14", "11/2022/QH15", "56/2024/QH15", "88/2025/QH15"], replaced_by: "", is_only: true, source: COMPARED },
    Law { number: "20/2008/QH12", day: 2008_1113, name: "Luật Đa dạng sinh học", key: "luật đa dạng sinh học", short: "", amended_by: &[], replaced_by: "", is_only: false, source: NUMBER_COMPARED },
    Law { number: "61/2024/QH15", day: 2024_1130, name: "Luật Điện lực", key: "luật điện lực", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "27/2018/QH14", day: 2018_0614, name: "Luật Đo đạc và bản đồ", key: "luật đo đạc và bản đồ", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "79/2006/QH11", day: 2006_1129, name: "Luật Đê điều", key: "luật đê điều", short: "", amended_by: &["60/2020/QH14", "18/2023/QH15", "47/2024/QH15"], replaced_by: "", is_only: true, source: NUMBER_COMPARED },
    Law { number: "35/2024/QH15", day: 2024_0627, name: "Luật Đường bộ", key: "luật đường bộ", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "13/2003/QH11", day: 2003_1126, name: "Luật Đất đai", key: "luật đất đai", short: "", amended_by: &[], replaced_by: "45/2013/QH13", is_only: false, source: COMPARED },
    Law { number: "45/2013/QH13", day: 2013_1129, name: "Luật Đất đai", key: "luật đất đai", short: "", amended_by: &[], replaced_by: "31/2024/QH15", is_only: false, source: COMPARED },
    Law { number: "31/2024/QH15", day: 2024_0118, name: "Luật Đất đai", key: "luật đất đai", short: "", amended_by: &["43/2024/QH15", "47/2024/QH15", "58/2024/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "01/2016/QH14", day: 2016_1117, name: "Luật Đấu giá tài sản", key: "luật đấu giá tài sản", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "43/2013/QH13", day: 2013_1126, name: "Luật Đấu thầu", key: "luật đấu thầu", short: "", amended_by: &[], replaced_by: "22/2023/QH15", is_only: false, source: COMPARED },
    Law { number: "22/2023/QH15", day: 2023_0623, name: "Luật Đấu thầu", key: "luật đấu thầu", short: "", amended_by: &["57/2024/QH15", "90/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "67/2014/QH13", day: 2014_1126, name: "Luật Đầu tư", key: "luật đầu tư", short: "", amended_by: &[], replaced_by: "61/2020/QH14", is_only: false, source: COMPARED },
    Law { number: "61/2020/QH14", day: 2020_0617, name: "Luật Đầu tư", key: "luật đầu tư", short: "", amended_by: &["57/2024/QH15", "90/2025/QH15"], replaced_by: "143/2025/QH15", is_only: false, source: COMPARED },
    Law { number: "143/2025/QH15", day: 2025_1211, name: "Luật Đầu tư", key: "luật đầu tư", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "49/2014/QH13", day: 2014_0618, name: "Luật Đầu tư công", key: "luật đầu tư công", short: "ĐTC", amended_by: &[], replaced_by: "39/2019/QH14", is_only: false, source: COMPARED },
    Law { number: "39/2019/QH14", day: 2019_0613, name: "Luật Đầu tư công", key: "luật đầu tư công", short: "ĐTC", amended_by: &[], replaced_by: "58/2024/QH15", is_only: false, source: COMPARED },
    Law { number: "58/2024/QH15", day: 2024_1129, name: "Luật Đầu tư công", key: "luật đầu tư công", short: "ĐTC", amended_by: &["90/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "64/2020/QH14", day: 2020_0618, name: "Luật Đầu tư theo phương thức đối tác công tư", key: "luật đầu tư theo phương thức đối tác công tư", short: "", amended_by: &["57/2024/QH15", "90/2025/QH15"], replaced_by: "", is_only: false, source: COMPARED },
    Law { number: "54/2024/QH15", day: 2024_1129, name: "Luật Địa chất và khoáng sản", key: "luật địa chất và khoáng sản", short: "", amended_by: &[], replaced_by: "", is_only: false, source: COMPARED },
];

/// Names of further laws, codes and ordinances, as the recogniser reads them; sorted.
#[rustfmt::skip]
const OTHER_NAMES: &[&str] = &[
    "bộ luật hàng hải việt nam",
    "luật ban hành vbqppl",
    "luật ban hành vbqppl của hđnd, ubnd",
    "luật ban hành văn bản quy phạm pháp luật của hđnd, ubnd",
    "luật biên phòng việt nam",
    "luật biển việt nam",
    "luật bưu chính",
    "luật bảo vệ sức khoẻ nhân dân",
    "luật bảo vệ và kiểm dịch thực vật",
    "luật bầu cử đại biểu quốc hội và đại biểu hđnd",
    "luật chất lượng sản phẩm, hàng hoá",
    "luật chứng khoán",
    "luật công chứng",
    "luật công nghiệp công nghệ số",
    "luật công nghệ cao",
    "luật căn cước công dân",
    "luật cơ yếu",
    "luật cảnh sát biển việt nam",
    "luật cảnh vệ",
    "luật dược",
    "luật dầu khí",
    "luật dự trữ quốc gia",
    "luật giao thông đường thuỷ nội địa",
    "luật giám định tư pháp",
    "luật giáo dục quốc phòng và an ninh",
    "luật hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác",
    "luật hoà giải, đối thoại tại toà án",
    "luật hoá chất",
    "luật hoạt động giám sát của quốc hội và hđnd",
    "luật hàng không dân dụng việt nam",
    "luật hôn nhân và gia đình",
    "luật hải quan",
    "luật khoa học và công nghệ",
    "luật kinh doanh bảo hiểm",
    "luật kiểm toán nhà nước",
    "luật kiểm toán độc lập",
    "luật luật sư",
    "luật lý lịch tư pháp",
    "luật lực lượng dự bị động viên",
    "luật ngân hàng nhà nước việt nam",
    "luật người lao động việt nam đi làm việc ở nước ngoài theo hợp đồng",
    "luật nuôi con nuôi",
    "luật năng lượng nguyên tử",
    "luật phá sản",
    "luật phòng không nhân dân",
    "luật phòng, chống khủng bố",
    "luật phòng, chống mua bán người",
    "luật phòng, chống rửa tiền",
    "luật phòng, chống tác hại của thuốc lá",
    "luật quản lý ngoại thương",
    "luật quản lý nợ công",
    "luật quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
    "luật quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp",
    "luật quảng cáo",
    "luật quốc tịch việt nam",
    "luật sĩ quan quân đội nhân dân việt nam",
    "luật sở hữu trí tuệ",
    "luật sử dụng năng lượng tiết kiệm và hiệu quả",
    "luật thi hành tạm giữ, tạm giam",
    "luật thi hành án dân sự",
    "luật thi hành án hình sự",
    "luật thoả thuận quốc tế",
    "luật thuế giá trị gia tăng",
    "luật thuế sử dụng đất nông nghiệp",
    "luật thuế sử dụng đất phi nông nghiệp",
    "luật thuế thu nhập cá nhân",
    "luật thuế thu nhập doanh nghiệp",
    "luật thuế tiêu thụ đặc biệt",
    "luật thuế tài nguyên",
    "luật thuế xuất khẩu, thuế nhập khẩu",
    "luật thương mại",
    "luật tiêu chuẩn và quy chuẩn kỹ thuật",
    "luật trí tuệ nhân tạo",
    "luật trưng cầu ý dân",
    "luật trưng mua, trưng dụng tài sản",
    "luật trọng tài thương mại",
    "luật tư pháp người chưa thành niên",
    "luật tần số vô tuyến điện",
    "luật tổ chức hđnd và ubnd",
    "luật tổ chức toà án nhân dân",
    "luật tổ chức viện kiểm sát nhân dân",
    "luật xuất bản",
    "luật xuất cảnh, nhập cảnh của công dân việt nam",
    "luật điện ảnh",
    "luật đường sắt",
    "luật đặc xá",
    "pháp lệnh cán bộ, công chức",
    "pháp lệnh công an xã",
    "pháp lệnh cảnh sát môi trường",
    "pháp lệnh dân quân tự vệ",
    "pháp lệnh dân số",
    "pháp lệnh giá",
    "pháp lệnh hợp nhất văn bản quy phạm pháp luật",
    "pháp lệnh lưu trữ quốc gia",
    "pháp lệnh ngoại hối",
    "pháp lệnh phí và lệ phí",
    "pháp lệnh thú y",
    "pháp lệnh thực hiện dân chủ ở xã, phường, thị trấn",
    "pháp lệnh xử lý vi phạm hành chính",
    "pháp lệnh ưu đãi người có công với cách mạng",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_names_as_read() {
        for law in LAWS {
            let reading = Reading::new(law.name);
            assert_eq!(reading.phrase(0, law.key), Some(reading.len()), "{}", law.name);
            assert!(law.date().is_some(), "{}", law.number);
        }
        for name in OTHER_NAMES {
            assert!(Reading::new(name).phrase(0, name).is_some(), "{name}");
        }
    }

    #[test]
    fn tables_are_sorted() {
        assert!(LAWS.is_sorted_by_key(|law| law.key));
        assert!(OTHER_NAMES.is_sorted());
    }

    #[test]
    fn symbols_are_unique_and_carry_the_year() {
        for (index, law) in LAWS.iter().enumerate() {
            assert_eq!(law.number.split('/').nth(1), Some(law.year().to_string().as_str()), "{}", law.number);
            assert!(LAWS[..index].iter().all(|other| other.number != law.number), "{}", law.number);
            assert!(law.replaced_by.is_empty() || law_by_number(law.replaced_by).is_some(), "{}", law.number);
            assert!(law.amended_by.iter().all(|number| law_by_number(number).is_some()), "{}", law.number);
            assert!(
                !law.is_only || LAWS.iter().filter(|other| other.key == law.key).count() == 1,
                "{} is not the only one",
                law.name
            );
        }
    }

    #[test]
    fn names_resolve_with_their_year_only() {
        let number = |name, date| law_by_name(Name::Key(name), date).map(|law| law.number);
        let year = |year| Some(PartialDate::Year(year));
        assert_eq!(number("luật tổ chức chính quyền địa phương", year(2015)), Some("77/2015/QH13"));
        assert_eq!(number("luật tổ chức chính quyền địa phương", year(2025)), None, "two laws of that year");
        assert_eq!(number("luật tổ chức chính quyền địa phương", year(2014)), None);
        assert_eq!(number("luật đất đai", None), None);
        assert_eq!(number("luật trẻ em", None), Some("102/2016/QH13"));
        assert_eq!(law_by_name(Name::Short("NSNN"), year(2015)).map(|law| law.number), Some("83/2015/QH13"));
        assert_eq!(law_by_number("8/2017/QH14").map(|law| law.name), Some("Luật Thủy lợi"));
    }
}
