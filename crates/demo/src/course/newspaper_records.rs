//! The records of the city with the newspaper's totals. The second table of
//! `docs/demo.md` says which number comes from where.

use super::records::{CareCourse, ChannelsCourse, Met, OutreachCourse, TargetsCourse};

/// Fen in a hundredth of 亿元.
const FEN_PER_HUNDREDTH_YI: i64 = 100_000_000;

pub(crate) fn outreach() -> OutreachCourse {
    OutreachCourse {
        // 3 from February to April 2023, 5 by June.
        city_first: [0, 0, 1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1],
        // 73 and 126.
        county_first: [
            9, 12, 20, 18, 17, 20, 15, 14, 18, 15, 16, 17, 13, 21, 27, 25, 19, 21,
        ],
        // 31: 162 trips in all.
        other_trips: [3, 3, 5, 4, 4, 5, 4, 3, 4, 4, 4, 4, 4, 5, 6, 6, 5, 5],
        // 41.
        promotions: [3, 4, 6, 6, 6, 7, 5, 5, 6, 5, 5, 6, 4, 7, 9, 8, 6, 7],
        // 254.
        inbound: [
            20, 24, 38, 36, 38, 40, 34, 30, 36, 34, 32, 34, 28, 44, 52, 48, 40, 42,
        ],
        // 88 and 123.
        joint: [
            7, 9, 14, 13, 12, 13, 11, 10, 12, 11, 11, 12, 10, 25, 34, 29, 12, 13,
        ],
        // 75 from February to April 2023.
        conferences: [6, 5, 8, 7, 7, 9, 7, 6, 7, 7, 6, 8, 6, 30, 24, 21, 9, 10],
        // 38.
        county_signed: [2, 3, 5, 5, 4, 5, 4, 4, 5, 4, 4, 5, 4, 6, 9, 8, 6, 5],
        quick_starts: 20,
        late_trips: 10,
        signed_elsewhere: 2,
        met: [
            Met {
                outbound: 318,
                projects: 30,
                joint_spring: 46,
                joint: 94,
                invited_spring: 262,
                inbound_tenths: 20,
            },
            Met {
                outbound: 296,
                projects: 28,
                joint_spring: 44,
                joint: 88,
                invited_spring: 238,
                inbound_tenths: 20,
            },
            Met {
                outbound: 429,
                projects: 46,
                joint_spring: 124,
                joint: 167,
                invited_spring: 735,
                inbound_tenths: 25,
            },
        ],
        repeats: 12,
        // 15 from February to April 2023.
        documents: [1, 1, 2, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 9, 4, 2, 1, 2],
    }
}

pub(crate) fn targets() -> TargetsCourse {
    TargetsCourse {
        // 562 determined, 34 given up.
        determined: [
            0, 0, 130, 0, 0, 30, 0, 0, 90, 0, 0, 0, 60, 100, 60, 40, 30, 22,
        ],
        given_up: [0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 6, 0, 0, 12, 0, 0, 12, 0],
        contacted: 33,
    }
}

pub(crate) fn channels() -> ChannelsCourse {
    ChannelsCourse {
        // 46 founded, 2 closed.
        platforms: 30,
        founded: [0, 0, 3, 0, 0, 3, 0, 0, 2, 0, 1, 0, 2, 2, 1, 1, 1, 0],
        closed: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0],
        brought: [126, 108, 167],
        late: 8,
        // Prints 220.3: in the lowest hundredth of 亿元 that reaches it.
        funds: Some((22_030 * FEN_PER_HUNDREDTH_YI, 22_031 * FEN_PER_HUNDREDTH_YI)),
        old: 0,
        // 660 by April 2023, 92 of them out.
        opportunities: 180,
        planned: [
            10, 12, 30, 20, 22, 26, 16, 14, 24, 18, 14, 14, 40, 96, 74, 50, 24, 18,
        ],
        matched: [2, 2, 4, 4, 5, 6, 5, 4, 6, 5, 5, 6, 6, 8, 12, 12, 8, 10],
    }
}

pub(crate) fn care() -> CareCourse {
    CareCourse {
        // 140 on, 26 off; 144 on, 28 off.
        projects: (
            [50, 0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 40, 0, 0, 20, 0, 0],
            [0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 10, 0, 0, 8, 0, 0],
        ),
        companies: (
            [50, 0, 0, 0, 0, 0, 32, 0, 0, 0, 0, 0, 40, 0, 0, 22, 0, 0],
            [0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 11, 0, 0, 9, 0, 0],
        ),
        // 980 by April 2023, 1,350 by June.
        visits: [
            96, 104, 140, 138, 142, 150, 140, 136, 148, 140, 144, 152, 210, 240, 275, 255, 180, 190,
        ],
        // 65 solved by April 2023.
        raised: [
            10, 11, 14, 13, 13, 14, 12, 12, 14, 12, 12, 13, 18, 22, 24, 20, 16, 15,
        ],
        solved: [
            5, 8, 10, 11, 11, 12, 10, 11, 12, 11, 11, 11, 12, 15, 20, 18, 13, 12,
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_add_up_to_the_table() {
        let sum = |months: &[usize]| months.iter().sum::<usize>();
        let outreach = outreach();
        let halves = |months: &[usize; 18]| (sum(&months[12..]), sum(&months[13..16]));
        assert_eq!(halves(&outreach.city_first), (5, 3));
        assert_eq!(halves(&outreach.county_first), (126, 73));
        assert_eq!(sum(&outreach.other_trips[12..]), 31);
        assert_eq!(sum(&outreach.promotions[12..]), 41);
        assert_eq!(sum(&outreach.inbound[12..]), 254);
        assert_eq!(halves(&outreach.joint), (123, 88));
        assert_eq!(sum(&outreach.conferences[13..16]), 75);
        assert_eq!(sum(&outreach.county_signed[12..]), 38);
        assert_eq!(sum(&outreach.documents[13..16]), 15);
        let targets = targets();
        assert_eq!(
            (sum(&targets.determined), sum(&targets.given_up)),
            (562, 34)
        );
        let channels = channels();
        assert_eq!(channels.platforms + sum(&channels.founded), 46);
        assert_eq!(sum(&channels.closed), 2);
        assert_eq!(channels.opportunities + sum(&channels.planned[..16]), 660);
        assert_eq!(sum(&channels.matched[..16]), 92);
        let care = care();
        let stock = |(on, off): &([usize; 18], [usize; 18])| sum(on) - sum(off);
        assert_eq!((stock(&care.projects), stock(&care.companies)), (114, 116));
        assert_eq!(
            (sum(&care.visits[12..16]), sum(&care.visits[12..])),
            (980, 1350)
        );
        assert_eq!(sum(&care.solved[12..16]), 65);
        assert!(sum(&care.raised) > sum(&care.solved));
    }
}
