//! How each unit's office writes: always the same way, each in its own.

use chrono::{Datelike, NaiveDate};
use sheets::{CellOut, ColumnKind, ColumnOut, MoneyUnit};

/// How days are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Days {
    /// Excel's dates.
    Real,
    /// 2023.6.5
    Dots,
    /// 2023年6月5日
    Chinese,
    /// 2023/6/5
    Slashes,
    /// 2023-06-05, as text
    Dashes,
    /// 20230605, as a number
    Digits,
}

/// How amounts are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Amounts {
    /// Numbers in 万元.
    Numbers,
    /// Text in 万元 with thousands separators.
    Separated,
    /// Text in 万元 without.
    PlainText,
    /// Numbers in 元, the unit in the header.
    Yuan,
}

/// An office's habits.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each habit is its own yes or no"
)]
pub(super) struct Habit {
    pub(super) days: Days,
    pub(super) amounts: Amounts,
    /// 到账金额（万元） instead of a unit line.
    pub(super) unit_in_header: bool,
    /// Headers of two rows, merged.
    pub(super) groups_headers: bool,
    /// A 序号 column.
    pub(super) numbers_rows: bool,
    /// A 合计 row.
    pub(super) sums_up: bool,
    /// A line 填报单位：….
    pub(super) names_itself: bool,
    /// Units by code instead of by name.
    pub(super) codes_units: bool,
}

const fn habit(days: Days, amounts: Amounts, flags: [bool; 6]) -> Habit {
    Habit {
        days,
        amounts,
        unit_in_header: flags[0],
        groups_headers: flags[1],
        numbers_rows: flags[2],
        sums_up: flags[3],
        names_itself: flags[4],
        codes_units: flags[5],
    }
}

const Y: bool = true;
const N: bool = false;

/// In the order of [`crate::UNITS`]. Flags: unit in the header, two header rows,
/// 序号, 合计, 填报单位, unit codes.
pub(super) const HABITS: [Habit; 12] = [
    habit(Days::Real, Amounts::Numbers, [N, N, Y, N, N, Y]),
    habit(Days::Dots, Amounts::Separated, [N, Y, Y, Y, Y, N]),
    habit(Days::Chinese, Amounts::Numbers, [N, N, Y, Y, N, N]),
    habit(Days::Slashes, Amounts::PlainText, [N, N, N, N, Y, N]),
    habit(Days::Real, Amounts::Yuan, [Y, Y, Y, Y, N, N]),
    habit(Days::Dashes, Amounts::Separated, [N, N, Y, N, N, N]),
    habit(Days::Real, Amounts::Numbers, [Y, Y, Y, Y, Y, N]),
    habit(Days::Dots, Amounts::PlainText, [Y, N, Y, N, N, N]),
    habit(Days::Digits, Amounts::Numbers, [N, N, N, Y, N, N]),
    habit(Days::Real, Amounts::Numbers, [N, Y, Y, N, Y, Y]),
    habit(Days::Chinese, Amounts::Separated, [Y, N, Y, Y, N, N]),
    habit(Days::Slashes, Amounts::Numbers, [N, N, N, Y, Y, Y]),
];

impl Habit {
    /// A day.
    pub(super) fn day(&self, day: NaiveDate) -> CellOut {
        let (year, month, of_month) = (day.year(), day.month(), day.day());
        match self.days {
            Days::Real => CellOut::Date(day),
            Days::Dots => CellOut::Text(format!("{year}.{month}.{of_month}")),
            Days::Chinese => CellOut::Text(format!("{year}年{month}月{of_month}日")),
            Days::Slashes => CellOut::Text(format!("{year}/{month}/{of_month}")),
            Days::Dashes => CellOut::Text(day.to_string()),
            Days::Digits => {
                let number =
                    i64::from(year) * 10_000 + i64::from(month) * 100 + i64::from(of_month);
                CellOut::Int(number)
            }
        }
    }

    /// An amount of fen.
    pub(super) fn money(&self, fen: i64) -> CellOut {
        match self.amounts {
            Amounts::Numbers => CellOut::Money {
                fen,
                unit: MoneyUnit::TenThousandYuan,
            },
            Amounts::Yuan => CellOut::Money {
                fen,
                unit: MoneyUnit::Yuan,
            },
            Amounts::Separated => CellOut::Text(wan(fen, true)),
            Amounts::PlainText => CellOut::Text(wan(fen, false)),
        }
    }

    /// A column of days.
    pub(super) fn days_column(&self, header: &str) -> ColumnOut {
        let kind = if self.days == Days::Real {
            ColumnKind::Date
        } else {
            ColumnKind::Text
        };
        ColumnOut::new(header, kind).width(14)
    }

    /// A column of amounts, with its unit where this office writes it there.
    pub(super) fn money_column(&self, header: &str) -> ColumnOut {
        let (unit, kind) = match self.amounts {
            Amounts::Numbers => ("万元", ColumnKind::Money(MoneyUnit::TenThousandYuan)),
            Amounts::Yuan => ("元", ColumnKind::Money(MoneyUnit::Yuan)),
            Amounts::Separated | Amounts::PlainText => ("万元", ColumnKind::Text),
        };
        let header = if self.unit_in_header {
            format!("{header}（{unit}）")
        } else {
            header.to_owned()
        };
        ColumnOut::new(header, kind).width(18)
    }

    /// Puts columns under a common header where this office does so.
    pub(super) fn grouped(&self, group: &str, columns: Vec<ColumnOut>) -> Vec<ColumnOut> {
        if !self.groups_headers {
            return columns;
        }
        columns
            .into_iter()
            .map(|column| column.group(group))
            .collect()
    }
}

/// An amount in 万元 with as many decimals as it has.
fn wan(fen: i64, separated: bool) -> String {
    let whole = (fen / 1_000_000).to_string();
    let decimals = format!("{:06}", fen % 1_000_000);
    let decimals = decimals.trim_end_matches('0');
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if separated && at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(decimals);
    }
    text
}

/// Basis points as a percentage with as many decimals as it has: 33.37.
pub(super) fn percent(bp: i64) -> String {
    let text = format!("{}.{:02}", bp / 100, bp % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_every_fen() {
        assert_eq!(wan(1_234_567_890_000, true), "1,234,567.89");
        assert_eq!(wan(123_000_000, true), "123");
        assert_eq!(wan(1, false), "0.000001");
    }

    #[test]
    fn percentages_keep_every_basis_point() {
        assert_eq!(percent(10_000), "100");
        assert_eq!(percent(3_337), "33.37");
        assert_eq!(percent(50), "0.5");
    }
}
