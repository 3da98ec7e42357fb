# A thin front: CMake presets do the work (CMakePresets.json), .ci/install-dependencies installs what is missing.
# `make help` lists what there is.

FILES ?=
EXAMPLE = tests/examples/leaflet.md

export CTEST_PARALLEL_LEVEL ?= $(shell nproc)
export CTEST_OUTPUT_ON_FAILURE = 1

.DEFAULT_GOAL := help
.PHONY: help lint build test format tidy bench fuzz deb clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

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
	@.ci/install-dependencies
	cmake --workflow --preset release
	cmake --workflow --preset asan

SOURCES = $$(find linter lsp tests -name node_modules -prune -o \( -name '*.h' -o -name '*.cpp' \) -print | sort)

format: ## Lay out the C++ with clang-format
	@.ci/install-dependencies format
	clang-format-14 -i $(SOURCES)

tidy: ## Check the C++ with clang-tidy; every finding is an error
	@.ci/install-dependencies tidy
	cmake --preset dev
	find linter lsp -name node_modules -prune -o -name '*.cpp' -print | sort \
	  | xargs -P "$$(nproc)" -n 1 clang-tidy-14 -p build/dev --quiet

bench: ## Build and run the benchmarks
	@.ci/install-dependencies bench
	cmake --preset bench
	cmake --build --preset bench
	for bench in build/bench/*_bench; do "$$bench"; done

fuzz: ## Build the fuzz targets with libFuzzer and run each for FUZZ_SECONDS (60)
	@.ci/install-dependencies fuzz
	cmake --preset fuzz
	cmake --build --preset fuzz
	for target in build/fuzz/*_fuzz; do \
	  name=$$(basename "$$target" _fuzz); \
	  mkdir -p "build/fuzz/corpus/$$name"; \
	  "$$target" -max_total_time=$(or $(FUZZ_SECONDS),60) "build/fuzz/corpus/$$name" "tests/fuzz/corpus/$$name" || exit 1; \
	done

deb: ## Build the Debian package build/deb/*.deb
	@.ci/install-dependencies deb
	cmake --workflow --preset deb

clean: ## Remove everything that was built
	rm -rf build
