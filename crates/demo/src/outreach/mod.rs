//! Activities, who is met on them, campaigns and documents.

mod calendar;
mod campaigns;
mod guests;
mod happening;
mod meetings;
mod signings;

pub(crate) use calendar::calendar;
pub(crate) use campaigns::{campaigns, documents};
pub(crate) use meetings::meetings;

/// The months of 春季攻势, the first campaign.
pub(crate) const SPRING: std::ops::RangeInclusive<usize> =
    crate::span::FEBRUARY_2023..=crate::span::APRIL_2023;
