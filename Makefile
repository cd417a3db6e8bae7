# Thủ Thư: the few commands a person needs. `make help` lists them.

PREFIX ?= /usr/local
DESTDIR ?=
bindir = $(DESTDIR)$(PREFIX)/bin
mandir = $(DESTDIR)$(PREFIX)/share/man
datadir = $(DESTDIR)$(PREFIX)/share/thuthu
fontdir = $(DESTDIR)$(PREFIX)/share/consolefonts

RELEASE = --configuration release --static-swift-stdlib
PROGRAM = .build/release/thuthu
SAMPLE = .build/sample-library

.PHONY: help run test bench build sample-library install uninstall clean run-packages test-packages

help: ## lists these commands
	@sed -n 's/^\([a-z]*\):.*## /make \1 |/p' $(MAKEFILE_LIST) | column -t -s '|'

run: build sample-library ## builds the program and opens the desk on sample data
	@$(PROGRAM) --library $(SAMPLE)

test: test-packages ## checks layout, builds without warnings and runs every test
	Scripts/check

bench: test-packages ## measures against peers and prints the ratios as a table
	Scripts/bench

build: run-packages ## builds the program into .build/release
	swift build $(RELEASE) --product thuthu

install: ## installs program, manual, key maps, themes, tables and fonts below PREFIX (and DESTDIR)
	@test -x $(PROGRAM) || { echo "Nothing is built yet: run 'make build' first." >&2; exit 1; }
	install -d $(bindir) $(mandir)/man1 $(mandir)/man5 $(datadir)/keymaps $(datadir)/themes \
	  $(datadir)/data $(datadir)/consolefonts $(datadir)/mappings $(fontdir)
	install -s -m 755 $(PROGRAM) $(bindir)/thuthu
	install -m 644 man/*.1 $(mandir)/man1
	install -m 644 man/*.5 $(mandir)/man5
	install -m 644 keymaps/* $(datadir)/keymaps
	install -m 644 themes/* $(datadir)/themes
	install -m 644 mappings/* $(datadir)/mappings
	install -m 644 data/*.tsv data/*.targets $(datadir)/data
	install -m 644 consolefonts/*.psf $(fontdir)
	install -m 644 consolefonts/README.md $(datadir)/consolefonts

uninstall: ## removes what install put there
	rm -f $(bindir)/thuthu
	rm -f $(patsubst man/%,$(mandir)/man1/%,$(wildcard man/*.1))
	rm -f $(patsubst man/%,$(mandir)/man5/%,$(wildcard man/*.5))
	rm -f $(patsubst consolefonts/%,$(fontdir)/%,$(wildcard consolefonts/*.psf))
	rm -rf $(datadir)

clean: ## removes everything built, and the sample library with it
	rm -rf .build

sample-library: build
	@test -d $(SAMPLE) || $(PROGRAM) init --sample --library $(SAMPLE) \
	  || { rm -rf $(SAMPLE); exit 1; }

run-packages:
	@Scripts/install-packages run
	@command -v swift >/dev/null || { \
	  echo "Swift 6.2 or later is needed: swift.org says how to install it." >&2; exit 1; }

test-packages: run-packages
	@Scripts/install-packages test
