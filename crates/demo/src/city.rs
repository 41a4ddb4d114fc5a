//! The city's units: names, codes, places and their tile on the map.

/// The city's division and unit code.
pub const CITY_CODE: &str = "370300";
/// The city's name.
pub const CITY_NAME: &str = "淄博市";

/// What a reporting unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// The city's own departments.
    CityDepartments,
    /// A district or county.
    District,
    /// A functional zone, without a division code of its own.
    Zone,
}

impl UnitKind {
    /// As workbooks write it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CityDepartments => "市直",
            Self::District => "区县",
            Self::Zone => "功能区",
        }
    }
}

/// A reporting unit.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// Its code: the division's, or one of its own.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its English name.
    pub name_en: &'static str,
    /// What it is.
    pub kind: UnitKind,
    /// Row and column of its tile, from 1.
    pub tile: Option<(i64, i64)>,
    /// Divisions in which its projects lie, the usual one first.
    pub places: &'static [&'static str],
    /// Begins the codes of its projects and vouchers.
    pub letters: &'static str,
    /// How much of the city it is, in thousandths.
    pub weight: i64,
}

const fn unit(
    (code, name, name_en): (&'static str, &'static str, &'static str),
    kind: UnitKind,
    tile: Option<(i64, i64)>,
    places: &'static [&'static str],
    (letters, weight): (&'static str, i64),
) -> Unit {
    Unit {
        code,
        name,
        name_en,
        kind,
        tile,
        places,
        letters,
        weight,
    }
}

/// The twelve reporting units in the city's order.
pub const UNITS: [Unit; 12] = {
    use UnitKind::{CityDepartments, District, Zone};
    [
        unit(
            ("370300-SZ", "市直", "City departments"),
            CityDepartments,
            None,
            &["370303", "370302"],
            ("SZ", 20),
        ),
        unit(
            ("370303", "张店区", "Zhangdian District"),
            District,
            Some((3, 3)),
            &["370303"],
            ("ZD", 145),
        ),
        unit(
            ("370302", "淄川区", "Zichuan District"),
            District,
            Some((4, 3)),
            &["370302"],
            ("ZC", 98),
        ),
        unit(
            ("370304", "博山区", "Boshan District"),
            District,
            Some((5, 2)),
            &["370304"],
            ("BS", 70),
        ),
        unit(
            ("370305", "临淄区", "Linzi District"),
            District,
            Some((2, 4)),
            &["370305"],
            ("LZ", 148),
        ),
        unit(
            ("370306", "周村区", "Zhoucun District"),
            District,
            Some((3, 1)),
            &["370306"],
            ("ZK", 90),
        ),
        unit(
            ("370321", "桓台县", "Huantai County"),
            District,
            Some((2, 2)),
            &["370321"],
            ("HT", 114),
        ),
        unit(
            ("370322", "高青县", "Gaoqing County"),
            District,
            Some((1, 2)),
            &["370322"],
            ("GQ", 74),
        ),
        unit(
            ("370323", "沂源县", "Yiyuan County"),
            District,
            Some((5, 3)),
            &["370323"],
            ("YY", 46),
        ),
        unit(
            ("370300-GX", "高新区", "High-tech Zone"),
            Zone,
            Some((2, 3)),
            &["370303", "370303", "370321"],
            ("GX", 155),
        ),
        unit(
            ("370300-JK", "经开区", "Economic Development Zone"),
            Zone,
            Some((3, 2)),
            &["370303", "370306"],
            ("JK", 30),
        ),
        unit(
            ("370300-WC", "文昌湖", "Wenchang Lake Zone"),
            Zone,
            Some((4, 2)),
            &["370302", "370306"],
            ("WC", 10),
        ),
    ]
};
