#!/bin/sh
# Installs what a make target needs and the machine lacks, or says what to install.
#   need.sh build   a C compiler (for the SQLite that is compiled in), Rust, Node
#   need.sh test    the same, and Chromium, fonts for Chinese, PostgreSQL
#   need.sh look    the same, and LibreOffice and poppler for pictures of documents
set -eu

packages=""
want() { # want PROBE PACKAGE…: the packages, unless the probe succeeds
    probe=$1
    shift
    if ! sh -c "$probe" >/dev/null 2>&1; then packages="$packages $*"; fi
}

tool() { # tool NAME HINT: fails where a tool that no package here brings is missing
    if ! command -v "$1" >/dev/null 2>&1; then
        echo "$1 is missing: $2" >&2
        exit 1
    fi
}

tool cargo "install Rust (rustup), version $(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml) or newer"
tool node "install Node.js 20 or newer"
tool npm "install npm, which comes with Node.js"

want "command -v cc && echo 'int main(void){return 0;}' | cc -x c - -o /dev/null" gcc libc6-dev
case "$1" in
test | look)
    want "command -v chromium" chromium
    want "fc-list :lang=zh | grep -q ." fonts-noto-cjk fontconfig
    want "ls /usr/lib/postgresql/*/bin/initdb" postgresql
    ;;
esac
if [ "$1" = look ]; then
    want "command -v soffice" libreoffice-writer-nogui
    want "command -v pdftoppm" poppler-utils
fi

[ -n "$packages" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    echo "installing:$packages"
    export DEBIAN_FRONTEND=noninteractive
    # A package brings its own service up where it can; the tests start a server of their own.
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    echo "installing with sudo:$packages"
    sudo apt-get update -qq
    # shellcheck disable=SC2086
    sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
else
    echo "please install, as root:  apt-get install$packages" >&2
    exit 1
fi
