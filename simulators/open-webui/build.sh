#!/usr/bin/env bash
# Builds the fast stand-in for Open WebUI: innkeeper/stand-in:1 (says it is 0.12.4) and one image for
# each version that an update may begin or end with. For tests, benchmarks and nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source-path=SCRIPTDIR source=../../images/open-webui/common.sh
. ../../images/open-webui/common.sh

../../images/open-webui/base.sh

build_images() {
    for version in 0.10.2 0.11.0 0.12.4; do
        docker build --tag "innkeeper/stand-in:${version}" \
            --build-arg "BASE_IMAGE=${base_image}" --build-arg "VERSION=${version}" .
    done
    docker tag innkeeper/stand-in:0.12.4 innkeeper/stand-in:1
}

open_work_area
step "building innkeeper/stand-in:1, :0.10.2, :0.11.0 and :0.12.4" "5 s" build_images
