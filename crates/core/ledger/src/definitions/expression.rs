//! Expressions of the Common Expression Language over a fact or a subject's state.
//!
//! CEL does not check types before it runs, so loading does: names must be declared,
//! operands must fit, and only pure, exact operations exist. There is no way to ask for
//! the present day; ageing is computed when read (rule 11).

use super::kinds::FieldType;
use crate::fact::FieldValue;
use cel::common::ast::{CallExpr, Expr, LiteralValue, operators};
use cel::common::types::{self, CelBool, CelInt, CelString};
use cel::common::value::CowVal;
use cel::context::VariableResolver;
use cel::{Context, Env, ExecutionError, IdedExpr, Value};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// The names that an expression may use, with their types: `fact.amount`, `state.started`.
pub(crate) type Names = BTreeMap<String, FieldType>;

/// A checked expression.
#[derive(Debug, Clone)]
pub(crate) struct Expression {
    tree: IdedExpr,
    source: String,
}

/// Why an expression was refused, or failed when it ran.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{source_text}`: {what}")]
pub struct ExpressionRefusal {
    /// The expression.
    pub source_text: String,
    /// What is wrong with it.
    pub what: String,
}

/// One environment for all: a fresh one for each fact would cost ten times the evaluation.
static ENVIRONMENT: LazyLock<Arc<Env>> = LazyLock::new(|| {
    let mut env = Env::stdlib();
    env.add_overload(
        "share",
        "share_int_int",
        vec![types::INT_TYPE, types::INT_TYPE],
        share,
    )
    .expect("the standard library has no function share");
    env.add_overload("year", "year_int", vec![types::INT_TYPE], year)
        .expect("the standard library has no function year");
    Arc::new(env)
});

/// `share(amount, basis_points)`: exact, half up by magnitude.
fn share<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let number = |place: usize| {
        integer_at(&arguments, place)
            .ok_or_else(|| ExecutionError::function_error("share", "two integers expected"))
    };
    let (amount, points) = (number(0)?, number(1)?);
    let points = kernel::BasisPoints::new(points).ok_or_else(|| {
        ExecutionError::function_error("share", "not between 0 and 10,000 basis points")
    })?;
    Ok(CowVal::owned(CelInt::from(points.of(amount))))
}

/// `year(month)`: the year of a month as state and facts hold it, `yyyymm`; 0 of none.
fn year<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let month = integer_at(&arguments, 0)
        .ok_or_else(|| ExecutionError::function_error("year", "an integer expected"))?;
    Ok(CowVal::owned(CelInt::from(month / 100)))
}

fn integer_at(arguments: &[CowVal<'_, '_>], place: usize) -> Option<i64> {
    let value = arguments.get(place)?.downcast_ref::<CelInt>()?;
    Some(*value.inner())
}

/// Gives an expression its values.
pub(crate) trait Values: Send + Sync {
    /// The value of `name`, such as `fact.amount`.
    fn value(&self, name: &str) -> Option<FieldValue>;
}

struct Resolver<'a>(&'a dyn Values);

impl VariableResolver for Resolver<'_> {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        self.0.value(variable).map(|value| match value {
            FieldValue::Bool(flag) => CowVal::owned(CelBool::from(flag)),
            FieldValue::Int(number) => CowVal::owned(CelInt::from(number)),
            FieldValue::Text(text) => CowVal::owned(CelString::from(text)),
        })
    }
}

impl Expression {
    /// Parses `source` and checks that it yields a `wanted` out of `names`.
    pub(crate) fn compile(
        source: &str,
        names: &Names,
        wanted: FieldType,
    ) -> Result<Self, ExpressionRefusal> {
        let refuse = |what: String| ExpressionRefusal {
            source_text: source.to_owned(),
            what,
        };
        let mut tree = ENVIRONMENT
            .parser()
            .parse(source)
            .map_err(|error| refuse(error.to_string()))?;
        let found = check(&mut tree, names).map_err(refuse)?;
        if found == wanted {
            Ok(Self {
                tree,
                source: source.to_owned(),
            })
        } else {
            Err(refuse(format!("yields {found:?}, {wanted:?} is needed")))
        }
    }

    fn run(&self, values: &dyn Values) -> Result<Value, ExpressionRefusal> {
        let resolver = Resolver(values);
        let mut context = Context::with_env(Arc::clone(&ENVIRONMENT));
        context.set_variable_resolver(&resolver);
        Value::resolve(&self.tree, &context).map_err(|error| self.failed(&error.to_string()))
    }

    /// The refusal of a value that does not do.
    pub(crate) fn failed(&self, what: &str) -> ExpressionRefusal {
        ExpressionRefusal {
            source_text: self.source.clone(),
            what: what.to_owned(),
        }
    }

    /// Its value as true or false.
    pub(crate) fn truth(&self, values: &dyn Values) -> Result<bool, ExpressionRefusal> {
        match self.run(values)? {
            Value::Bool(flag) => Ok(flag),
            other => Err(self.failed(&format!("gave {other:?} instead of true or false"))),
        }
    }

    /// Its value as an integer.
    pub(crate) fn integer(&self, values: &dyn Values) -> Result<i64, ExpressionRefusal> {
        match self.run(values)? {
            Value::Int(number) => Ok(number),
            other => Err(self.failed(&format!("gave {other:?} instead of an integer"))),
        }
    }
}

/// The type of `node`; on the way every `fact.x` becomes one name, which resolves faster.
fn check(node: &mut IdedExpr, names: &Names) -> Result<FieldType, String> {
    if let Some(name) = qualified(&node.expr) {
        let of_type = *names
            .get(&name)
            .ok_or_else(|| format!("there is no {name}"))?;
        node.expr = Expr::Ident(name);
        return Ok(of_type);
    }
    match &mut node.expr {
        Expr::Literal(LiteralValue::Boolean(_)) => Ok(FieldType::Bool),
        Expr::Literal(LiteralValue::Int(_)) => Ok(FieldType::Int),
        Expr::Literal(LiteralValue::String(_)) => Ok(FieldType::Text),
        Expr::Call(call) => check_call(call, names),
        other => Err(format!("{other:?} is not allowed here")),
    }
}

fn qualified(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Ident(name) => Some(name.clone()),
        Expr::Select(select) if !select.test => match &select.operand.expr {
            Expr::Ident(owner) => Some(format!("{owner}.{}", select.field)),
            _ => None,
        },
        _ => None,
    }
}

fn check_call(call: &mut CallExpr, names: &Names) -> Result<FieldType, String> {
    use FieldType::{Bool, Int, Text};
    if call.target.is_some() {
        return Err(format!("the method {} is not allowed", call.func_name));
    }
    if call.func_name == operators::IN {
        return check_in(call, names);
    }
    let mut found = Vec::with_capacity(call.args.len());
    for argument in &mut call.args {
        found.push(check(argument, names)?);
    }
    let unfit = || format!("{} does not take {found:?}", call.func_name);
    match (call.func_name.as_str(), found.as_slice()) {
        (operators::LOGICAL_AND | operators::LOGICAL_OR, [Bool, Bool])
        | (operators::LOGICAL_NOT, [Bool]) => Ok(Bool),
        (operators::EQUALS | operators::NOT_EQUALS, [one, other]) if one == other => Ok(Bool),
        (
            operators::LESS
            | operators::LESS_EQUALS
            | operators::GREATER
            | operators::GREATER_EQUALS,
            [Int, Int] | [Text, Text],
        ) => Ok(Bool),
        (operators::ADD | operators::SUBSTRACT | operators::MULTIPLY, [Int, Int])
        | (operators::NEGATE, [Int])
        | ("share", [Int, Int])
        | ("year", [Int]) => Ok(Int),
        (operators::CONDITIONAL, [Bool, one, other]) if one == other => Ok(*one),
        _ => Err(unfit()),
    }
}

/// `x in ["a", "b"]`: a list of literals of the type of `x`.
fn check_in(call: &mut CallExpr, names: &Names) -> Result<FieldType, String> {
    let [element, list] = call.args.as_mut_slice() else {
        return Err("in takes a value and a list".into());
    };
    let wanted = check(element, names)?;
    let Expr::List(list) = &mut list.expr else {
        return Err("in takes a list written out".into());
    };
    for item in &mut list.elements {
        if !matches!(item.expr, Expr::Literal(_)) || check(item, names)? != wanted {
            return Err(format!(
                "the list of `in` must hold literals of type {wanted:?}"
            ));
        }
    }
    Ok(FieldType::Bool)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct One;
    impl Values for One {
        fn value(&self, name: &str) -> Option<FieldValue> {
            match name {
                "fact.amount" => Some(FieldValue::Int(1_001)),
                "fact.bp" => Some(FieldValue::Int(5_000)),
                "fact.kind" => Some(FieldValue::Text("land".into())),
                _ => None,
            }
        }
    }

    fn names() -> Names {
        Names::from([
            ("fact.amount".into(), FieldType::Int),
            ("fact.bp".into(), FieldType::Int),
            ("fact.kind".into(), FieldType::Text),
        ])
    }

    #[test]
    fn shares_are_exact_and_round_half_up() {
        let share = Expression::compile("share(fact.amount, fact.bp)", &names(), FieldType::Int)
            .expect("fits");
        assert_eq!(share.integer(&One), Ok(501));
        let negative =
            Expression::compile("share(-fact.amount, fact.bp)", &names(), FieldType::Int)
                .expect("fits");
        assert_eq!(negative.integer(&One), Ok(-501));
    }

    #[test]
    fn predicates_run() {
        for (source, wanted) in [
            ("fact.bp > 0 && fact.kind in ['land', 'equipment']", true),
            ("fact.kind == 'equipment' || !(fact.bp >= 5000)", false),
            ("year(fact.amount * 202) == 2022", true),
            ("(fact.bp > 0 ? fact.amount : 0) != 0", true),
        ] {
            let expression = Expression::compile(source, &names(), FieldType::Bool).expect("fits");
            assert_eq!(expression.truth(&One), Ok(wanted), "{source}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_when_loaded() {
        for source in [
            "fact.unknown > 0",
            "fact.amount > 'x'",
            "fact.amount",
            "fact.amount == true",
            "now() > 0",
            "timestamp('2023-01-01') > timestamp('2022-01-01')",
            "fact.amount / 2 > 0",
            "fact.amount * 1.5 > 0.0",
            "fact.kind in ['land', 3]",
            "[1, 2].exists(x, x > fact.amount)",
            "fact.kind.startsWith('l')",
            "amount > 0",
            "fact.amount >",
        ] {
            let refusal = Expression::compile(source, &names(), FieldType::Bool);
            assert!(refusal.is_err(), "{source} must be refused");
        }
    }

    #[test]
    fn overflow_is_an_error_and_not_a_number() {
        let expression = Expression::compile(
            "fact.amount * 9223372036854775807",
            &names(),
            FieldType::Int,
        )
        .expect("fits");
        assert!(expression.integer(&One).is_err());
    }
}
