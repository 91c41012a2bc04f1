//! Real national documents that the made-up ones cite; all else in a demo is invented.

use super::calendar::Date;

/// A real document of the state.
#[derive(Debug)]
pub(super) struct National {
    /// The symbol, such as `77/2015/QH13`.
    pub(super) symbol: &'static str,
    /// Law, code or decree.
    pub(super) sort: Sort,
    /// The day of adoption, as a number.
    date: u32,
    /// The first day on which a made-up document no longer cites it, as a number.
    until: u32,
    /// The title: for laws the whole name, for decrees what stands after the issuer.
    pub(super) title: &'static str,
}

/// What a national document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A law or code of the National Assembly.
    Law,
    /// A decree of the Government.
    Decree,
}

impl National {
    /// The day of adoption.
    pub(super) const fn date(&self) -> Date {
        Date::from_number(self.date)
    }

    /// Whether a document of that day may cite it.
    pub(super) fn is_citable(&self, on: Date) -> bool {
        self.date() < on && on < Date::from_number(self.until)
    }

    /// The type as `documents.yaml` names it.
    pub(super) fn kind(&self) -> &'static str {
        match self.sort {
            Sort::Law if self.title.starts_with("Bộ luật") => "Bộ luật",
            Sort::Law => "Luật",
            Sort::Decree => "Nghị định",
        }
    }

    /// Who issued it.
    pub(super) const fn issuer(&self) -> &'static str {
        match self.sort {
            Sort::Law => "Quốc hội",
            Sort::Decree => "Chính phủ",
        }
    }
}

/// How many documents from the start of the list any resolution may cite.
pub(super) const GENERAL: usize = 9;

/// Still cited on the last day of a demo.
const OPEN: u32 = 2100_0101;

/// The list; the first `GENERAL` ones are about councils as such.
pub(super) const NATIONAL: &[National] = &[
    law("11/2003/QH11", 2003_1126, 2016_0101, "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân"),
    law("77/2015/QH13", 2015_0619, 2025_0301, "Luật Tổ chức chính quyền địa phương"),
    law("72/2025/QH15", 2025_0616, OPEN, "Luật Tổ chức chính quyền địa phương"),
    law(
        "47/2019/QH14",
        2019_1122,
        2025_0301,
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
    ),
    law(
        "31/2004/QH11",
        2004_1203,
        2016_0701,
        "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân",
    ),
    law("80/2015/QH13", 2015_0622, 2025_0401, "Luật Ban hành văn bản quy phạm pháp luật"),
    law(
        "63/2020/QH14",
        2020_0618,
        2025_0401,
        "Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật",
    ),
    law("64/2025/QH15", 2025_0219, OPEN, "Luật Ban hành văn bản quy phạm pháp luật"),
    law("87/2015/QH13", 2015_1120, OPEN, "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân"),
    law("01/2002/QH11", 2002_1216, 2017_0101, "Luật Ngân sách nhà nước"),
    law("83/2015/QH13", 2015_0625, OPEN, "Luật Ngân sách nhà nước"),
    law("97/2015/QH13", 2015_1125, OPEN, "Luật Phí và lệ phí"),
    law("15/2017/QH14", 2017_0621, OPEN, "Luật Quản lý, sử dụng tài sản công"),
    law("49/2014/QH13", 2014_0618, 2020_0101, "Luật Đầu tư công"),
    law("39/2019/QH14", 2019_0613, 2025_0101, "Luật Đầu tư công"),
    law("58/2024/QH15", 2024_1129, OPEN, "Luật Đầu tư công"),
    law("21/2017/QH14", 2017_1124, OPEN, "Luật Quy hoạch"),
    law("50/2014/QH13", 2014_0618, OPEN, "Luật Xây dựng"),
    law("13/2003/QH11", 2003_1126, 2014_0701, "Luật Đất đai"),
    law("45/2013/QH13", 2013_1129, 2024_0801, "Luật Đất đai"),
    law("31/2024/QH15", 2024_0118, OPEN, "Luật Đất đai"),
    law("55/2014/QH13", 2014_0623, 2022_0101, "Luật Bảo vệ môi trường"),
    law("72/2020/QH14", 2020_1117, OPEN, "Luật Bảo vệ môi trường"),
    law("29/2004/QH11", 2004_1203, 2019_0101, "Luật Bảo vệ và phát triển rừng"),
    law("16/2017/QH14", 2017_1115, OPEN, "Luật Lâm nghiệp"),
    law("08/2017/QH14", 2017_0619, OPEN, "Luật Thủy lợi"),
    law("32/2018/QH14", 2018_1119, OPEN, "Luật Chăn nuôi"),
    law("23/2012/QH13", 2012_1120, 2024_0701, "Luật Hợp tác xã"),
    law("17/2023/QH15", 2023_0620, OPEN, "Luật Hợp tác xã"),
    law("04/2017/QH14", 2017_0612, OPEN, "Luật Hỗ trợ doanh nghiệp nhỏ và vừa"),
    law("67/2006/QH11", 2006_0629, OPEN, "Luật Công nghệ thông tin"),
    law("23/2008/QH12", 2008_1113, 2025_0101, "Luật Giao thông đường bộ"),
    law("35/2024/QH15", 2024_0627, OPEN, "Luật Đường bộ"),
    law("30/2009/QH12", 2009_0617, OPEN, "Luật Quy hoạch đô thị"),
    law("65/2014/QH13", 2014_1125, 2024_0801, "Luật Nhà ở"),
    law("27/2023/QH15", 2023_1127, OPEN, "Luật Nhà ở"),
    law("38/2005/QH11", 2005_0614, 2020_0701, "Luật Giáo dục"),
    law("43/2019/QH14", 2019_0614, OPEN, "Luật Giáo dục"),
    law("74/2014/QH13", 2014_1127, OPEN, "Luật Giáo dục nghề nghiệp"),
    law("25/2008/QH12", 2008_1114, OPEN, "Luật Bảo hiểm y tế"),
    law("40/2009/QH12", 2009_1123, 2024_0101, "Luật Khám bệnh, chữa bệnh"),
    law("15/2023/QH15", 2023_0109, OPEN, "Luật Khám bệnh, chữa bệnh"),
    law("55/2010/QH12", 2010_0617, OPEN, "Luật An toàn thực phẩm"),
    law("28/2001/QH10", 2001_0629, 2025_0701, "Luật Di sản văn hóa"),
    law("45/2024/QH15", 2024_1123, OPEN, "Luật Di sản văn hóa"),
    law("09/2017/QH14", 2017_0619, OPEN, "Luật Du lịch"),
    law("77/2006/QH11", 2006_1129, OPEN, "Luật Thể dục, thể thao"),
    law("46/2019/QH14", 2019_1121, OPEN, "Luật Thư viện"),
    law("58/2014/QH13", 2014_1120, 2025_0701, "Luật Bảo hiểm xã hội"),
    law("45/2019/QH14", 2019_1120, OPEN, "Bộ luật Lao động"),
    law("38/2013/QH13", 2013_1116, OPEN, "Luật Việc làm"),
    law("102/2016/QH13", 2016_0405, OPEN, "Luật Trẻ em"),
    law("43/2009/QH12", 2009_1123, 2020_0701, "Luật Dân quân tự vệ"),
    law("48/2019/QH14", 2019_1122, OPEN, "Luật Dân quân tự vệ"),
    law("27/2001/QH10", 2001_0629, 2025_0701, "Luật Phòng cháy và chữa cháy"),
    law("23/2000/QH10", 2000_1209, 2022_0101, "Luật Phòng, chống ma túy"),
    law("73/2021/QH14", 2021_0330, OPEN, "Luật Phòng, chống ma túy"),
    law("22/2008/QH12", 2008_1113, 2025_0701, "Luật Cán bộ, công chức"),
    law("58/2010/QH12", 2010_1115, OPEN, "Luật Viên chức"),
    law("86/2015/QH13", 2015_1119, OPEN, "Luật An toàn thông tin mạng"),
    decree(
        "60/2003/NĐ-CP",
        2003_0606,
        2017_0101,
        "quy định chi tiết và hướng dẫn thi hành Luật Ngân sách nhà nước",
    ),
    decree(
        "163/2016/NĐ-CP",
        2016_1221,
        OPEN,
        "quy định chi tiết thi hành một số điều của Luật Ngân sách nhà nước",
    ),
    decree(
        "40/2020/NĐ-CP",
        2020_0406,
        2025_0101,
        "quy định chi tiết thi hành một số điều của Luật Đầu tư công",
    ),
    decree("43/2014/NĐ-CP", 2014_0515, 2024_0801, "quy định chi tiết thi hành một số điều của Luật Đất đai"),
    decree(
        "57/2018/NĐ-CP",
        2018_0417,
        OPEN,
        "về cơ chế, chính sách khuyến khích doanh nghiệp đầu tư vào nông nghiệp, nông thôn",
    ),
    decree(
        "81/2021/NĐ-CP",
        2021_0827,
        2025_0901,
        "quy định về cơ chế thu, quản lý học phí đối với cơ sở giáo dục thuộc hệ thống giáo dục quốc dân và chính sách \
         miễn, giảm học phí, hỗ trợ chi phí học tập; giá dịch vụ trong lĩnh vực giáo dục, đào tạo",
    ),
    decree(
        "20/2021/NĐ-CP",
        2021_0315,
        OPEN,
        "quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội",
    ),
    decree("30/2020/NĐ-CP", 2020_0305, OPEN, "về công tác văn thư"),
];

/// What a national document does to another.
#[derive(Debug)]
pub(super) struct Relation {
    /// The later document.
    pub(super) symbol: &'static str,
    /// The field of `documents.yaml`.
    pub(super) key: &'static str,
    /// The earlier document.
    pub(super) target: &'static str,
    /// From which day, as a number.
    from: u32,
}

impl Relation {
    /// From which day.
    pub(super) const fn from(&self) -> Date {
        Date::from_number(self.from)
    }
}

/// What the documents of the list do to one another.
pub(super) const RELATIONS: &[Relation] = &[
    amends("47/2019/QH14", "77/2015/QH13", 2020_0701),
    amends("63/2020/QH14", "80/2015/QH13", 2021_0101),
    replaces("77/2015/QH13", "11/2003/QH11", 2016_0101),
    replaces("80/2015/QH13", "31/2004/QH11", 2016_0701),
    replaces("64/2025/QH15", "80/2015/QH13", 2025_0401),
    replaces("83/2015/QH13", "01/2002/QH11", 2017_0101),
    replaces("39/2019/QH14", "49/2014/QH13", 2020_0101),
    replaces("58/2024/QH15", "39/2019/QH14", 2025_0101),
    replaces("45/2013/QH13", "13/2003/QH11", 2014_0701),
    replaces("31/2024/QH15", "45/2013/QH13", 2024_0801),
    replaces("72/2020/QH14", "55/2014/QH13", 2022_0101),
    replaces("16/2017/QH14", "29/2004/QH11", 2019_0101),
    replaces("17/2023/QH15", "23/2012/QH13", 2024_0701),
    replaces("27/2023/QH15", "65/2014/QH13", 2024_0801),
    replaces("43/2019/QH14", "38/2005/QH11", 2020_0701),
    replaces("15/2023/QH15", "40/2009/QH12", 2024_0101),
    replaces("45/2024/QH15", "28/2001/QH10", 2025_0701),
    replaces("48/2019/QH14", "43/2009/QH12", 2020_0701),
    replaces("73/2021/QH14", "23/2000/QH10", 2022_0101),
];

/// One document amends another.
const fn amends(symbol: &'static str, target: &'static str, from: u32) -> Relation {
    Relation { symbol, key: "amends", target, from }
}

/// One document replaces another.
const fn replaces(symbol: &'static str, target: &'static str, from: u32) -> Relation {
    Relation { symbol, key: "replaces", target, from }
}

/// A law or code.
const fn law(symbol: &'static str, date: u32, until: u32, title: &'static str) -> National {
    National { symbol, sort: Sort::Law, date, until, title }
}

/// A decree.
const fn decree(symbol: &'static str, date: u32, until: u32, title: &'static str) -> National {
    National { symbol, sort: Sort::Decree, date, until, title }
}

#[cfg(test)]
mod tests {
    use super::super::fields::FIELDS;
    use super::*;

    #[test]
    fn every_law_that_a_field_names_is_in_the_list() {
        for field in FIELDS {
            for symbol in field.laws {
                assert!(NATIONAL.iter().any(|national| national.symbol == *symbol), "{symbol}");
            }
        }
    }

    #[test]
    fn relations_join_documents_of_the_list() {
        let known = |symbol| NATIONAL.iter().find(|national| national.symbol == symbol);
        for relation in RELATIONS {
            let later = known(relation.symbol).map(National::date);
            let earlier = known(relation.target).map(National::date);
            assert!(earlier.is_some() && earlier < later && later < Some(relation.from()), "{relation:?}");
        }
    }

    #[test]
    fn symbols_carry_the_year_of_their_date() {
        for national in NATIONAL {
            let year = national.symbol.split('/').nth(1);
            assert_eq!(year, Some(national.date().year.to_string().as_str()), "{}", national.symbol);
        }
    }
}
