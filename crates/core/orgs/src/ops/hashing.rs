//! Password hashes, made apart from the threads that serve requests.

use argon2::Argon2;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use kernel::{Fault, Outcome};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// Each hash takes 19 MiB and a core for a while: two at once, the others wait.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The Argon2id hash of `password`, with its salt and parameters.
pub(super) async fn hash(password: String) -> Outcome<String> {
    let _turn = AT_ONCE.acquire().await?;
    let hashed = spawn_blocking(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
    });
    hashed
        .await?
        .map_err(|error| Fault::broken(format!("hashing: {error}")))
}

/// Whether `password` has this hash.
pub(super) async fn verify(password: String, hash: String) -> Outcome<bool> {
    let _turn = AT_ONCE.acquire().await?;
    let verified = spawn_blocking(move || {
        Argon2::default().verify_password(password.as_bytes(), hash.as_str())
    });
    match verified.await? {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(Fault::broken(format!("verifying a password: {error}"))),
    }
}

/// A hash that no password has: verified for logins that do not exist, so that the time
/// of the answer does not tell that they do not.
pub(super) const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5c3NhbHQwMDAw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
