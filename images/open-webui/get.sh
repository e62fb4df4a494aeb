#!/usr/bin/env bash
# Prints the reference of an Open WebUI image that the engine has: the official one where it is
# there or can be pulled, else one built here. All talk goes to standard error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source-path=SCRIPTDIR source=./common.sh
. ./common.sh

version="${1:?Usage: get.sh VERSION, for example get.sh 0.12.4}"
registry=ghcr.io
official="${registry}/open-webui/open-webui:v${version}"
built="innkeeper/open-webui:${version}"
require_engine

# Any answer will do; without a sign-in it is a refusal.
registry_answers() {
    if command -v curl > /dev/null; then
        curl --silent --output /dev/null --connect-timeout 3 --max-time 5 "https://${registry}/v2/"
    else
        timeout 3 bash -c "exec 3<> /dev/tcp/${registry}/443" 2> /dev/null
    fi
}

if has_image "${official}"; then
    echo "${official}"
elif has_image "${built}"; then
    echo "${built}"
elif registry_answers && say "Pulling ${official}." && docker pull "${official}" >&2; then
    echo "${official}"
else
    say "The official image can't be pulled here, so it is built from the Python package."
    ./build.sh "${version}" >&2
    echo "${built}"
fi
