//! The words of activities, meetings, documents and goals: those of the records, of the
//! journal's dimensions and of the API. Their Chinese names stand with the workbooks'
//! columns.

macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$note:meta])* $variant:ident = $word:tt),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        pub enum $name {
            $($(#[$note])* #[serde(rename = $word)] $variant),+
        }

        impl $name {
            /// The word in the database and in JSON.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// What a word names.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

words! {
    /// What sort of activity it was.
    ActivityKind {
        /// 外出招商.
        Outbound = "outbound",
        /// 上门推介: a presentation at a company's door.
        Doorstep = "doorstep",
        /// 推介会.
        Promotion = "promotion",
        /// 来淄考察: companies from elsewhere visit the city.
        Inbound = "inbound",
        /// 联合招商对接: the bureau and districts together.
        Joint = "joint",
        /// 见证签约.
        Witnessing = "witnessing",
        /// 招商引资大会.
        Conference = "conference",
        /// 专题动员会.
        Mobilisation = "mobilisation",
        /// 调度会.
        Dispatching = "dispatching",
        /// 项目推进会.
        Progress = "progress",
        /// 新闻发布会.
        Press = "press",
    }
}

impl ActivityKind {
    /// Whether people went out to companies.
    pub const fn is_outbound(self) -> bool {
        matches!(self, Self::Outbound | Self::Doorstep)
    }

    /// Whether companies came to the city.
    pub const fn is_inbound(self) -> bool {
        matches!(self, Self::Inbound)
    }

    /// Whether the bureau and districts acted together.
    pub const fn is_joint(self) -> bool {
        matches!(self, Self::Joint)
    }
}

words! {
    /// The rank of who led an activity. A rank, never a person.
    LeaderRank {
        /// 市党政主要领导.
        CityFirst = "city_first",
        /// 市级领导.
        CityLeader = "city_leader",
        /// 区县党政主要负责人.
        CountyFirst = "county_first",
        /// 区县领导.
        CountyLeader = "county_leader",
        /// 部门负责人.
        Department = "department",
        /// 无.
        None = "none",
    }
}

words! {
    /// Who met a company or a project on our side.
    OurLevel {
        /// 一把手: the person in charge.
        First = "first",
        /// 分管负责人.
        Deputy = "deputy",
        /// 其他.
        Other = "other",
    }
}

words! {
    /// Whom we met.
    TheirLevel {
        /// 一把手: the person in charge.
        First = "first",
        /// 高管.
        Executive = "executive",
        /// 其他.
        Other = "other",
    }
}

words! {
    /// What came out of a meeting.
    MeetingOutcome {
        /// 无.
        None = "none",
        /// 意向: an intention, which is no signature.
        Intended = "intended",
        /// 签约: a project was signed, whose signing is recognised.
        Signed = "signed",
    }
}

words! {
    /// What a policy document sets up.
    DocumentNature {
        /// 机制性: a mechanism.
        Mechanism = "mechanism",
        /// 政策性: a policy.
        Policy = "policy",
    }
}

words! {
    /// What a policy document is about.
    DocumentTheme {
        /// 产业引育.
        Cultivation = "cultivation",
        /// 项目管理.
        Management = "management",
        /// 落地服务.
        Landing = "landing",
    }
}

words! {
    /// What of an indicator a goal is set for.
    GoalMeasure {
        /// 达到: its value.
        Value = "value",
        /// 同比增长: its change since last year.
        Yoy = "yoy",
    }
}

words! {
    /// What a goal's value is measured in.
    GoalUnit {
        /// Money; kept in fen, in JSON in yuan.
        Money = "CNY",
        /// A number of things.
        Count = "count",
        /// A percentage with one decimal; kept in tenths.
        Percent = "percent",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_leads_back_to_what_it_names() {
        for kind in [ActivityKind::Outbound, ActivityKind::Press] {
            assert_eq!(ActivityKind::from_word(kind.word()), Some(kind));
            let json = serde_json::to_value(kind).unwrap();
            assert_eq!(json, kind.word());
        }
        assert_eq!(LeaderRank::from_word("mayor"), None);
    }

    #[test]
    fn a_visit_at_a_companys_door_is_outbound_and_nothing_else() {
        let door = ActivityKind::Doorstep;
        assert!(door.is_outbound() && !door.is_inbound() && !door.is_joint());
        assert!(!ActivityKind::Joint.is_outbound() && ActivityKind::Joint.is_joint());
    }
}
