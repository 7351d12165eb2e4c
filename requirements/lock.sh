#!/bin/sh
# Writes run.txt and dev.txt again from pyproject.toml: exact versions and hashes.
# Left out: the network client that tokenizers names as a dependency and never uses for reading a local file.
set -eu
cd "$(dirname "$0")/.."
left_out="huggingface-hub hf-xet httpx2 httpcore2 anyio h11 fsspec filelock truststore pyyaml tqdm idna"
flags=""
for name in $left_out; do flags="$flags --no-emit-package $name"; done
compile="${PYTHON:-.venv/bin/python} -m uv pip compile --quiet --generate-hashes --python-version 3.11 --no-emit-index-url --custom-compile-command requirements/lock.sh $flags pyproject.toml requirements/build.in"
$compile --output-file requirements/run.txt
$compile --extra dev --output-file requirements/dev.txt
