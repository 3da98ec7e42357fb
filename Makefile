# A thin front: CMake presets do the work (CMakePresets.json), .ci/install-dependencies installs what is missing.
# `make help` lists what there is.

FILES ?=
EXAMPLE = tests/examples/leaflet.md

export CTEST_PARALLEL_LEVEL ?= $(shell nproc)
export CTEST_OUTPUT_ON_FAILURE = 1

.DEFAULT_GOAL := help
.PHONY: help lint build test format tidy bench bench-lsp long-run-lsp linear tsan fuzz test-faults deb sbom static vsix vsix-universal test-vscode test-vscode-speed test-vscode-universal test-editors test-formats test-report test-ci test-office test-deb wasm test-wasm web test-web npm test-npm clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

lint: build ## Check FILES="..." (or a shipped example leaflet) for stigmatizing words
ifeq ($(strip $(FILES)),)
	build/release/personfirst lint --fail-on never $(EXAMPLE)
	@echo "That was the shipped example. For your own files: make lint FILES=\"README.md docs\""
else
	build/release/personfirst lint $(FILES)
endif

build: ## Build build/release/personfirst
	@.ci/install-dependencies
	@mkdir -p build/release
	@cmake --preset release > build/release/configure.log 2>&1 || { cat build/release/configure.log; exit 1; }
	@cmake --build --preset release --target personfirst

test: ## Build and run every test, as people get it and under sanitizers
	@.ci/install-dependencies test wasm
	cmake --workflow --preset release
	cmake --workflow --preset asan
	$(MAKE) wasm
	PERSONFIRST=$(CURDIR)/build/release/personfirst MODULE=$(CURDIR)/build/wasm/personfirst.wasm \
	  node --test $(filter-out %/browser_test.mjs,$(wildcard tests/wasm/*_test.mjs))

SOURCES = $$(find linter lsp tests wasm -name node_modules -prune -o \( -name '*.h' -o -name '*.cpp' \) -print | sort)

format: ## Lay out the C++ with clang-format
	@.ci/install-dependencies format
	clang-format-14 -i $(SOURCES)

tidy: ## Check the C++ with clang-tidy; every finding is an error
	@.ci/install-dependencies tidy
	cmake --preset dev
	find linter lsp -name node_modules -prune -o -name '*.cpp' -print | sort \
	  | xargs -P "$$(nproc)" -n 1 clang-tidy-14 -p build/dev --quiet

bench: ## Compare whole runs with cat, wc and ripgrep, then measure each stage (CASES="start md_*_10": only these)
	@.ci/install-dependencies bench
	cmake --preset bench
	cmake --build --preset bench
	build/bench/make_corpus build/bench/corpus 1
	build/bench/compare_programs build/bench/personfirst build/bench/corpus $(foreach case,$(CASES),'$(case)')
	for bench in build/bench/*_bench; do "$$bench" || exit 1; done

linear: ## Is the time for twice the text at most 2.2 times the time, on texts that are made to be slow?
	@.ci/install-dependencies bench
	cmake --preset bench
	cmake --build --preset bench --target pathological
	build/bench/pathological

bench-lsp: ## Type into the language server, and print what a keystroke costs
	@.ci/install-dependencies bench
	cmake --preset bench
	cmake --build --preset bench --target lsp_typing personfirst-lsp
	build/bench/lsp_typing build/bench/personfirst-lsp

long-run-lsp: ## Type a day's edits into the language server and open 100,000 documents: memory must not grow
	@.ci/install-dependencies bench
	cmake --preset bench
	cmake --build --preset bench --target lsp_long_run personfirst-lsp
	build/bench/lsp_long_run build/bench/personfirst-lsp

tsan: ## Build and run the language server's tests under the thread sanitizer
	@.ci/install-dependencies
	cmake --preset tsan
	cmake --build --preset tsan --target unit_lsp unit_lsp_process lsp_server lsp_process
	ctest --preset tsan -R '^(unit_lsp|unit_lsp_process|lsp_server|lsp_process)$$'

fuzz: ## Look for new trouble with libFuzzer: MINUTES=10 each target (1), TARGETS="extract wire" (all)
	@.ci/install-dependencies fuzz
	cmake --preset fuzz
	cmake --build --preset fuzz
	tests/fuzz/run.sh build/fuzz $(or $(MINUTES),1) $(TARGETS)

test-faults: build ## Full disks, signals, files saved meanwhile, too little memory
	@.ci/install-dependencies test
	tests/faults/run.sh build/release/personfirst

deb: ## Build the Debian package build/deb/*.deb
	@.ci/install-dependencies deb test
	cmake --workflow --preset deb

sbom: build ## Write build/sbom/*.json, what the programs are made of (CycloneDX), and check it
	cmake --build --preset release --target personfirst-lsp
	cd tests/package && npm ci
	mkdir -p build/sbom
	for program in build/release/personfirst build/release/personfirst-lsp $(wildcard build/static/personfirst-lsp); do \
	  bom="build/sbom/$$(echo "$$program" | cut -d / -f 2,3 | tr / -).cdx.json"; \
	  node .ci/parts/sbom.mjs "$$program" > "$$bom" || exit 1; \
	done
	BOMS="$$(echo build/sbom/*.cdx.json)" node --test tests/package/sbom_test.mjs

static: ## Build programs that run on any x86-64 Linux, and test them in an empty folder
	@.ci/install-dependencies static
	cmake --preset static
	cmake --build --preset static
	node tests/static/check.mjs build/static
	tests/package/hardening.sh build/static/personfirst build/static/personfirst-lsp
	BUILD=build/static node --test tests/package/parts_test.mjs

wasm: ## Build build/wasm/personfirst.wasm and personfirst_server.wasm, the engine and the language server for every platform
	@.ci/install-dependencies wasm
	cmake --preset release > /dev/null
	cmake --build --preset release --target embed_rules generate_entities
	cmake --preset wasm > /dev/null
	cmake --build --preset wasm

test-wasm: wasm build ## Compare the modules with the program, byte for byte, and try them on bad input
	@.ci/install-dependencies report
	cd tests/report && npm ci
	PERSONFIRST=$(CURDIR)/build/release/personfirst MODULE=$(CURDIR)/build/wasm/personfirst.wasm \
	  node --test tests/wasm/*_test.mjs

web: wasm ## Build build/web/personfirst.html, the page that checks texts without a network
	@.ci/install-dependencies web
	cd editors/web && npm ci && npx vite build

test-web: web ## Write, paste and drop texts in the page, with axe-core, in Chromium
	@.ci/install-dependencies report
	cd editors/web && npm run --silent check
	cd tests/editors/web && npm ci
	node --test --test-concurrency=1 tests/editors/web/*_test.mjs

vsix: static ## Build the VS Code extension build/vscode/personfirst-linux-x64.vsix
	cd editors/vscode && npm ci --ignore-scripts
	node editors/vscode/scripts/package.mjs build/static/personfirst-lsp build/vscode/personfirst-linux-x64.vsix

vsix-universal: wasm ## Build the VS Code extension for all platforms, build/vscode/personfirst-universal.vsix
	cd editors/vscode && npm ci --ignore-scripts
	node editors/vscode/scripts/package.mjs build/wasm/personfirst_server.wasm build/vscode/personfirst-universal.vsix

test-vscode: vsix ## Test the extension alone, then in a real VS Code
	@.ci/install-dependencies vscode
	cd editors/vscode && npx tsc --noEmit -p . && npx eslint .
	node --test tests/editors/vscode/unit/*.test.mjs
	SERVER=$(CURDIR)/build/static/personfirst-lsp tests/editors/vscode/run build/vscode/personfirst-linux-x64.vsix build/vscode
	$(MAKE) --no-print-directory test-vscode-speed

build/vscode/personfirst-linux-x64.vsix:
	$(MAKE) --no-print-directory vsix

test-vscode-speed: build/vscode/personfirst-linux-x64.vsix ## Measure how long people wait in VS Code; the machine has to be quiet
	tests/editors/vscode/run $< build/vscode speed

test-vscode-universal: vsix-universal ## Test the extension for all platforms in VS Code's two kinds of hosts
	@.ci/install-dependencies vscode
	cd editors/vscode && npx tsc --noEmit -p . && npx eslint .
	MODULE=$(CURDIR)/build/wasm/personfirst_server.wasm node --test tests/editors/vscode/unit/*.test.mjs tests/editors/vscode/module/*.test.mjs
	cmake --build --preset release --target personfirst-lsp
	SERVER=$(CURDIR)/build/release/personfirst-lsp \
	  tests/editors/vscode/run build/vscode/personfirst-universal.vsix build/vscode/universal e2e universal
	MODULE=$(CURDIR)/build/wasm/personfirst_server.wasm node tests/editors/vscode/module/typing.mjs

test-editors: build test-vscode ## Drive every editor that runs here: VS Code, Neovim, Emacs, Vim, Kakoune, Kate
	@.ci/install-dependencies editors
	cmake --build --preset release --target personfirst personfirst-lsp
	tests/editors/run_all.sh build/release

test-formats: build ## Let other people's programs read our reports
	@.ci/install-dependencies formats
	cd tests/formats && npm ci
	PERSONFIRST=$(CURDIR)/build/release/personfirst node --test tests/formats/consumers_test.mjs

test-report: build ## Look at the HTML report in a browser, with axe-core
	@.ci/install-dependencies report
	cd tests/report && npm ci
	PERSONFIRST=$(CURDIR)/build/release/personfirst node --test tests/report/report_test.mjs

test-ci: build ## Try pre-commit, the GitHub Action, the GitLab template, and the shells' completions
	@.ci/install-dependencies ci
	cd tests/editors/ci && npm ci
	PERSONFIRST=$(CURDIR)/build/release/personfirst node --test tests/editors/ci/ci_test.mjs
	tests/package/shells.sh build/release/personfirst

test-office: build ## Let LibreOffice open the Word files that we changed
	@.ci/install-dependencies office
	cmake --build --preset release --target personfirst package_tool
	PERSONFIRST=$(CURDIR)/build/release/personfirst TOOL=$(CURDIR)/build/release/package_tool \
	  node --test tests/office/libreoffice_test.mjs

test-deb: deb ## Install the Debian package in a Debian of its own, and use it (as root; CHROOT=FOLDER: one to copy)
	@.ci/install-dependencies test-deb
	tests/package/deb.sh build/deb/personfirst_*.deb $(CHROOT)

npm: wasm build ## Build the npm packages build/npm/*.tgz
	cd editors/node && npm ci --ignore-scripts
	node editors/node/scripts/build.mjs build/release/personfirst build/wasm/personfirst.wasm
	rm -rf build/npm && mkdir -p build/npm
	for name in node textlint remark; do (cd editors/$$name && npm pack --silent --pack-destination ../../build/npm) || exit 1; done

test-npm: npm ## Install the npm packages in an empty folder, and compare them with the program
	cd tests/editors/node && npm ci --ignore-scripts
	PERSONFIRST=$(CURDIR)/build/release/personfirst PACKAGES=$(CURDIR)/build/npm node --test tests/editors/node/*_test.mjs

clean: ## Remove everything that was built
	rm -rf build
