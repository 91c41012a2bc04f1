//! Districts and communes of a province that does not exist.

use super::calendar::Date;
use super::random::{Purpose, Random, position};

/// The districts; there are none from July 2025 on.
const DISTRICTS: [&str; 12] = [
    "thành phố Minh Châu",
    "thị xã Kim Sa",
    "huyện Đông Lĩnh",
    "huyện Bắc Khê",
    "huyện Thượng Giang",
    "huyện Hạ Trà",
    "huyện Phong Vân",
    "huyện An Trạch",
    "huyện Vĩnh Lãng",
    "huyện Lạc Điền",
    "huyện Mường Lả",
    "huyện Tam Viên",
];

/// How many communes there are.
const COMMUNES: u32 = 180;

/// First halves of names; their number is a prime.
const FIRST: [&str; 41] = [
    "An",
    "Bình",
    "Cẩm",
    "Châu",
    "Diên",
    "Đại",
    "Đông",
    "Gia",
    "Hạ",
    "Hải",
    "Hòa",
    "Hồng",
    "Hưng",
    "Khánh",
    "Kim",
    "Lạc",
    "Liên",
    "Long",
    "Lương",
    "Minh",
    "Mỹ",
    "Nam",
    "Nghĩa",
    "Ngọc",
    "Nhân",
    "Phú",
    "Quế",
    "Sơn",
    "Tam",
    "Tân",
    "Thanh",
    "Thạch",
    "Thịnh",
    "Thuận",
    "Thượng",
    "Tiên",
    "Trung",
    "Vạn",
    "Vân",
    "Vĩnh",
    "Xuân",
];

/// Second halves of names; their number is another prime.
const SECOND: [&str; 43] = [
    "Bảo", "Biên", "Cát", "Cường", "Dương", "Điền", "Đình", "Đồng", "Hà", "Hiệp", "Hồ", "Hương", "Khê", "Kỳ",
    "Lãng", "Lâm", "Lĩnh", "Lộc", "Lợi", "Lý", "Mai", "Nguyên", "Ninh", "Phong", "Quang", "Sa", "Tâm",
    "Thành", "Thắng", "Thiện", "Thủy", "Tiến", "Trạch", "Trì", "Tường", "Viên", "Vinh", "Vọng", "Xá", "Yên",
    "Giang", "Lương", "Phúc",
];

/// The communes of a portal, by name with the word for their kind.
#[derive(Debug)]
pub(super) struct Places {
    communes: Vec<String>,
}

impl Places {
    /// The communes of the portal with that seed.
    pub(super) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed, Purpose::Portal, 1);
        let (first, second) = (random.below(41), random.below(43));
        let communes = (0..COMMUNES).map(|index| commune(index, index * 6 + first, index * 25 + second));
        Self { communes: communes.collect() }
    }

    /// One of the communes.
    pub(super) fn commune(&self, random: &mut Random) -> &str {
        random.pick(&self.communes).map_or("xã Minh Châu", String::as_str)
    }

    /// A district, or a commune when there are no districts on that day.
    pub(super) fn district(&self, random: &mut Random, on: Date) -> &str {
        if on < Date::new(2025, 7, 1) { random.text(&DISTRICTS) } else { self.commune(random) }
    }
}

/// The name of a commune; every ninth is a town ward.
fn commune(index: u32, first: u32, second: u32) -> String {
    let kind = if index.is_multiple_of(9) { "phường" } else { "xã" };
    let half = |names: &[&'static str], place: u32| {
        names.get(position(place) % names.len().max(1)).copied().unwrap_or_default()
    };
    [kind, half(&FIRST, first), half(&SECOND, second)].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn communes_have_names_of_their_own() {
        let places = Places::new(1);
        let names: BTreeSet<_> = places.communes.iter().map(|name| name.split_once(' ')).collect();
        assert_eq!(names.len(), places.communes.len());
    }

    #[test]
    fn districts_end_in_july_2025() {
        let places = Places::new(1);
        let mut random = Random::new(1, Purpose::Portal, 9);
        assert!(DISTRICTS.contains(&places.district(&mut random, Date::new(2025, 6, 30))));
        assert!(!DISTRICTS.contains(&places.district(&mut random, Date::new(2025, 7, 1))));
    }
}
