//! All chains, for whoever names one.

use crate::model::Chains;
use crate::store;
use db::ConnectionTrait;
use kernel::Outcome;

/// The chains as they stand, in the order of entry: a few dozen, read anew each time.
/// Records of other slices that name a chain by code or name find it with
/// [`Chains::by_name`].
pub async fn load_chains<C: ConnectionTrait>(connection: &C) -> Outcome<Chains> {
    Ok(Chains::new(store::chains(connection).await?))
}
