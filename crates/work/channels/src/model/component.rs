//! The six components of a platform (六个一). The newspaper says “六个一” and not what the
//! six are: these are our assumption (假定), to be replaced when the city names its own.

use super::checks::{LONGEST_TEXT, given, optional};
use intake::Text;
use kernel::Fields;
use serde::{Deserialize, Serialize};

/// One of the six, by its word and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = PlatformComponent)]
pub struct ComponentSpec {
    /// Its word in columns and JSON.
    pub component: &'static str,
    /// Its name in both languages.
    pub name: Text,
    /// Whether it is our own assumption (假定): the newspaper does not name the six.
    pub assumed: bool,
}

const fn spec(component: &'static str, zh: &'static str, en: &'static str) -> ComponentSpec {
    ComponentSpec {
        component,
        name: Text { zh, en },
        assumed: true,
    }
}

/// The six, in their order. All are 假定.
pub const COMPONENTS: [ComponentSpec; 6] = [
    spec("direction", "一个产业方向", "One industrial direction"),
    spec("task_force", "一个工作专班", "One task force"),
    spec("fund", "一支产业基金", "One industrial fund"),
    spec("park", "一个承载园区", "One park"),
    spec("institute", "一个科研机构", "One research institute"),
    spec("policies", "一套扶持政策", "One set of policies"),
];

/// What a platform has of the six; none where it has not got one (yet).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PlatformComponents)]
pub struct Components {
    /// 一个产业方向.
    pub direction: Option<String>,
    /// 一个工作专班.
    pub task_force: Option<String>,
    /// 一支产业基金.
    pub fund: Option<String>,
    /// 一个承载园区.
    pub park: Option<String>,
    /// 一个科研机构.
    pub institute: Option<String>,
    /// 一套扶持政策.
    pub policies: Option<String>,
}

impl Components {
    /// The six in the order of [`COMPONENTS`].
    pub fn all(&self) -> [&Option<String>; 6] {
        [
            &self.direction,
            &self.task_force,
            &self.fund,
            &self.park,
            &self.institute,
            &self.policies,
        ]
    }

    /// From six in the order of [`COMPONENTS`].
    pub fn of(six: [Option<String>; 6]) -> Self {
        let [direction, task_force, fund, park, institute, policies] = six;
        Self {
            direction,
            task_force,
            fund,
            park,
            institute,
            policies,
        }
    }

    /// How many of the six there are.
    pub fn count(&self) -> usize {
        self.all().into_iter().flatten().count()
    }

    /// What it has after `change`: what is absent there stays, an empty text takes away.
    #[must_use]
    pub fn changed(&self, change: &Self) -> Self {
        let after = self.all().into_iter().zip(change.all());
        let mut after = after.map(|(before, change)| match change {
            Some(text) => given(Some(text)),
            None => before.clone(),
        });
        Self::of(std::array::from_fn(|_| after.next().flatten()))
    }

    /// In normal spelling; every text that is too long is noted in `wrong`.
    pub(super) fn checked(&self, wrong: &mut Fields) -> Self {
        let mut checked = COMPONENTS
            .iter()
            .zip(self.all())
            .map(|(spec, text)| optional(wrong, spec.component, text.as_deref(), LONGEST_TEXT));
        let six: [Option<String>; 6] = std::array::from_fn(|_| checked.next().flatten());
        Self::of(six)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn the_six_are_named_in_both_languages_and_marked_as_assumed() {
        assert!(COMPONENTS.iter().all(|spec| spec.assumed));
        assert!(COMPONENTS.iter().all(|spec| spec.name.zh.starts_with('一')));
        let words = serde_json::to_value(Components::default()).unwrap();
        assert_eq!(words.as_object().unwrap().len(), COMPONENTS.len());
        assert!(
            COMPONENTS
                .iter()
                .all(|spec| words.get(spec.component).is_some())
        );
    }

    #[test]
    fn absent_components_stay_and_empty_ones_are_taken_away() {
        let before = Components {
            direction: some("新材料"),
            fund: some("产业基金"),
            ..Components::default()
        };
        let change = Components {
            fund: some(" "),
            park: some("化工园"),
            ..Components::default()
        };
        let after = before.changed(&change);
        assert_eq!(
            (after.direction, after.fund, after.park),
            (some("新材料"), None, some("化工园"))
        );
        assert_eq!(before.count(), 2);
    }
}
