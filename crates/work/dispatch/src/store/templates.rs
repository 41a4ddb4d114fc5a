//! The office's own templates.

use crate::model::{OwnTemplate, TemplateId};
use db::{ConnectionTrait, DbErr, FromQueryResult, execute, fetch_all, fetch_one};
use kernel::{Fault, Instant, Outcome};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    name: String,
    body: String,
    red_head: bool,
    updated_at: String,
    updated_by: String,
}

const COLUMNS: &str = "SELECT id, name, body, red_head, updated_at, updated_by \
     FROM bulletin_templates WHERE removed_at IS NULL";

impl Row {
    fn read(self) -> Outcome<OwnTemplate> {
        let id = TemplateId::new(self.id);
        let updated_at = Instant::parse(&self.updated_at)
            .ok_or_else(|| Fault::broken(format!("template {id}: updated_at cannot be read")))?;
        Ok(OwnTemplate {
            id,
            name: self.name,
            body: self.body,
            red_head: self.red_head,
            updated_at,
            updated_by: self.updated_by,
        })
    }
}

/// All of them, by name.
pub(crate) async fn all(connection: &impl ConnectionTrait) -> Outcome<Vec<OwnTemplate>> {
    let sql = format!("{COLUMNS} ORDER BY name, id");
    let rows: Vec<Row> = fetch_all(connection, &sql, []).await?;
    rows.into_iter().map(Row::read).collect()
}

/// One of them.
pub(crate) async fn find(
    connection: &impl ConnectionTrait,
    id: TemplateId,
) -> Outcome<Option<OwnTemplate>> {
    let sql = format!("{COLUMNS} AND id = $1");
    let row: Option<Row> = fetch_one(connection, &sql, [id.key().into()]).await?;
    row.map(Row::read).transpose()
}

/// Writes a new one, or one anew.
pub(crate) async fn save(
    connection: &impl ConnectionTrait,
    template: &OwnTemplate,
) -> Result<(), DbErr> {
    execute(
        connection,
        "INSERT INTO bulletin_templates (id, name, body, red_head, updated_at, updated_by) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET name = $2, body = $3, \
         red_head = $4, updated_at = $5, updated_by = $6",
        [
            template.id.key().into(),
            template.name.as_str().into(),
            template.body.as_str().into(),
            template.red_head.into(),
            template.updated_at.to_string().into(),
            template.updated_by.as_str().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Takes one out of the list.
pub(crate) async fn remove(
    connection: &impl ConnectionTrait,
    id: TemplateId,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE bulletin_templates SET removed_at = $2 WHERE id = $1",
        [id.key().into(), at.to_string().into()],
    )
    .await?;
    Ok(())
}
