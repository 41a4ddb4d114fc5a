# Every command there is. `make` alone lists them.

.PHONY: help run dev test test-rust test-web test-journeys lint gen release bench look kill-test fuzz

DATA ?= ./data
LISTEN ?= 127.0.0.1:8080
CARGO_FLAGS ?=
FUZZ ?= 100000
SEED ?= 1
WEB_SOURCES := $(shell find web/src web/public web/index.html web/vite.config.ts web/package-lock.json -type f 2>/dev/null)

help: ## List the commands
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

run: web/dist/.built ## Build, load the demo city into ./data the first time, serve it
	@scripts/need.sh build
	cargo build --profile fast --package zhaoyin $(CARGO_FLAGS)
	@test -e $(DATA)/zhaoyin.sqlite || target/fast/zhaoyin --data $(DATA) demo
	@echo "The demo's accounts: $(DATA)/demo-accounts.txt"
	@test ! -e $(DATA)/demo-accounts.txt || cat $(DATA)/demo-accounts.txt
	target/fast/zhaoyin --data $(DATA) serve --listen $(LISTEN)

dev: web/node_modules/.package-lock.json ## Serve the API and the web client with live reload
	@scripts/need.sh build
	cargo build --package zhaoyin
	@test -e $(DATA)/zhaoyin.sqlite || target/debug/zhaoyin --data $(DATA) demo
	@trap 'kill 0' EXIT INT TERM; target/debug/zhaoyin --data $(DATA) serve --listen $(LISTEN) & cd web && npm run dev

test: test-rust test-web test-journeys ## Install what the tests need and run everything, on both engines

test-rust: web/dist/.built
	@scripts/need.sh test
	scripts/test-both-engines.sh

test-web: web/node_modules/.package-lock.json
	cd web && npm run test

test-journeys: web/dist/.built ## Journeys in a real browser, backups during an import, three kills
	@scripts/need.sh test
	cargo build --package zhaoyin
	scripts/journeys.sh target/debug/zhaoyin
	node scripts/faults.mjs target/debug/zhaoyin 3

kill-test: ## Backups during an import, and kill -9 at random moments, 50 times
	cargo build --profile fast --package zhaoyin
	node scripts/faults.mjs target/fast/zhaoyin 50

fuzz: ## Read 100,000 damaged workbooks without panic, hang or 500 MB (FUZZ=60s SEED=7 for another amount)
	cargo build --profile fast --package sheets --example fuzz
	target/fast/examples/fuzz $(SEED) $(FUZZ)

lint: web/dist/.built ## Formatting, clippy, documentation links, the client's lints, generated files fresh
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings -A clippy::pedantic
	cargo doc --workspace --no-deps --quiet
	cd web && npm run lint && npm run sizes
	scripts/fresh.sh

gen: web/node_modules/.package-lock.json ## Generate the API document, the client's types, the error codes
	@mkdir -p docs/api web/dist
	cargo run --quiet --package zhaoyin -- openapi > docs/api/openapi.json.new
	mv docs/api/openapi.json.new docs/api/openapi.json
	cargo run --quiet --package zhaoyin -- openapi --codes > docs/api/error-codes.json.new
	mv docs/api/error-codes.json.new docs/api/error-codes.json
	cd web && npm run --silent gen

release: web/dist/.built ## Build the binary for a server, fully optimised: target/release/zhaoyin
	cargo build --release --package zhaoyin

bench: web/dist/.built ## Measure; every figure stands beside its base
	cargo build --release --package zhaoyin --package ledger --package sheets --package documents --bins --examples
	scripts/bench.sh

look: web/dist/.built ## Pictures of every page and document, into web/pictures
	@scripts/need.sh look
	cargo build --package zhaoyin
	scripts/journeys.sh target/debug/zhaoyin look

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	@scripts/need.sh build
	cd web && npm ci --no-audit --no-fund
	@touch $@

web/dist/.built: web/node_modules/.package-lock.json $(WEB_SOURCES)
	cd web && npm run --silent build
	@touch $@
