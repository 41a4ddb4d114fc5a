//! Rule 12: the door of a total from before the books opens its document.

use crate::tests::place::run;
use crate::tests::town::{CITY, EAST, Town, funds, month, opening_total, witnessed};
use crate::{
    FieldValue, Months, NewFact, OpeningTotal, Window, lineage_sum, opening_parts, opening_totals,
};

fn out_of(document: &str, total: NewFact) -> NewFact {
    let mut total = total;
    total
        .payload
        .insert("document".into(), FieldValue::Text(document.into()));
    total
}

/// Month, value, document and fact of the totals in a figure, as known at the end of `as_at`.
async fn parts(
    town: &Town,
    code: &str,
    unit: i64,
    (from, until): (&str, &str),
    as_at: &str,
) -> Vec<(String, i64, String, i64)> {
    let window = Window {
        from: month(from),
        month: month(until),
    };
    let reader = town.place.database.reader();
    let codes = [code.to_owned()];
    let months = Months::load(reader).await.expect("months");
    opening_parts(
        reader,
        &town.books,
        &codes,
        unit,
        window,
        month(as_at),
        &months,
    )
    .await
    .expect("parts")
    .into_iter()
    .map(|total| {
        assert_eq!((total.indicator.as_str(), total.unit), (code, unit));
        (
            total.until.to_string(),
            total.value,
            total.document,
            total.seq,
        )
    })
    .collect()
}

#[test]
fn entries_and_totals_add_up_to_the_figure() {
    run(async {
        let town = Town::new("2023-04").await;
        let code = "funds_arrived";
        let march = out_of("甲1号", opening_total(EAST, code, 202_303, 1_000));
        let january = out_of("甲2号", opening_total(EAST, code, 202_301, 300));
        let last_year = out_of("甲3号", opening_total(EAST, code, 202_212, 4_000));
        let others = opening_total(CITY, code, 202_303, 9_000);
        let batch = vec![march, january, last_year, others, funds(1, 50)];
        let seqs: Vec<i64> = town
            .try_record(batch)
            .await
            .expect("records")
            .iter()
            .map(|recorded| recorded.seq)
            .collect();
        let of = |until: &str, value, document: &str, place: usize| {
            (until.to_owned(), value, document.to_owned(), seqs[place])
        };
        let march = of("2023-03", 1_000, "甲1号", 0);
        let less = of("2023-01", -300, "甲2号", 1);
        let year = of("2022-12", 4_000, "甲3号", 2);
        let windows = [
            (("2023-01", "2023-04"), vec![march.clone()]),
            (("2023-02", "2023-04"), vec![march.clone(), less]),
            (("2022-01", "2023-04"), vec![year.clone(), march]),
            (("2022-01", "2022-12"), vec![year]),
            (("2023-04", "2023-04"), vec![]),
        ];
        for ((from, until), wanted) in windows {
            let found = parts(&town, code, EAST, (from, until), until).await;
            assert_eq!(found, wanted, "{from} to {until}");
            let totals: i64 = found.iter().map(|(_, value, ..)| value).sum();
            let window = Window {
                from: month(from),
                month: month(until),
            };
            let reader = town.place.database.reader();
            let entries = lineage_sum(reader, &town.books, code, EAST, window)
                .await
                .expect("a sum")
                .expect("a list")
                .amount;
            let figure = town.number(code, EAST, from, until).await;
            assert_eq!(entries + totals, figure, "{from} to {until}");
        }
        // A figure without a value contains nothing: February's total is not there.
        assert_eq!(
            parts(&town, code, EAST, ("2023-03", "2023-04"), "2023-04").await,
            []
        );
        town.place.gone().await;
    });
}

#[test]
fn a_total_stands_until_a_newer_one_and_again_when_that_is_taken_back() {
    run(async {
        let town = Town::new("2023-01").await;
        let code = "funds_arrived";
        let total =
            |document: &str, value| out_of(document, opening_total(EAST, code, 202_206, value));
        let first = town.record(total("甲1号", 200)).await;
        town.close_until("2023-01").await;
        let second = town.record(total("甲2号", 210)).await;
        let june = ("2022-01", "2022-06");
        let one = |value, document: &str, seq| {
            vec![("2022-06".to_owned(), value, document.to_owned(), seq)]
        };
        // What January is compared with stays; February knows better.
        let known = |as_at: &'static str| parts(&town, code, EAST, june, as_at);
        assert_eq!(known("2023-01").await, one(200, "甲1号", first));
        assert_eq!(known("2023-02").await, one(210, "甲2号", second));
        town.reverse(second).await;
        assert_eq!(known("2023-02").await, one(200, "甲1号", first));
        let reader = town.place.database.reader();
        let standing = OpeningTotal {
            indicator: code.into(),
            unit: EAST,
            until: month("2022-06"),
            value: 200,
            document: "甲1号".into(),
            seq: first,
        };
        assert_eq!(opening_totals(reader).await.expect("totals"), [standing]);
        town.reverse(first).await;
        assert_eq!(known("2023-02").await, []);
        assert_eq!(opening_totals(reader).await.expect("totals"), []);
        town.place.gone().await;
    });
}

#[test]
fn a_stock_of_before_the_books_is_its_total_and_one_within_them_has_none() {
    run(async {
        let town = Town::new("2023-01").await;
        let code = "witnessed_projects";
        let total = opening_total(CITY, code, 202_206, 356);
        let opening = NewFact {
            opening: true,
            ..witnessed(1)
        };
        let recorded = town
            .try_record(vec![total, opening])
            .await
            .expect("records");
        let found = parts(&town, code, CITY, ("2022-01", "2022-06"), "2023-01").await;
        let wanted = (
            "2022-06".to_owned(),
            356,
            "招〔2022〕3号".to_owned(),
            recorded[0].seq,
        );
        assert_eq!(found, [wanted]);
        assert_eq!(
            parts(&town, code, CITY, ("2022-01", "2023-01"), "2023-01").await,
            []
        );
        town.place.gone().await;
    });
}
