#!/usr/bin/env bash
# Makes the base image: Debian bookworm with Python 3.11. Once; every other image here stands on it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source-path=SCRIPTDIR source=./common.sh
. ./common.sh

require_engine
if has_image "${base_image}"; then exit 0; fi
[ "$(id -u)" = 0 ] || refuse "Building the base image needs root: sudo $0"
command -v debootstrap > /dev/null || refuse "debootstrap is missing: apt-get install debootstrap"

install_debian() {
    debootstrap --variant=minbase --include=python3,ca-certificates,media-types \
        bookworm "${work}/root" ${DEBIAN_MIRROR:+"${DEBIAN_MIRROR}"}
    ln -s python3 "${work}/root/usr/bin/python"
}

import_image() {
    tar -C "${work}/root" --exclude='./var/cache/apt/*' --exclude='./var/lib/apt/lists/*' \
        --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' \
        -c . | docker import - "${base_image}"
}

open_work_area
step "installing Debian bookworm with Python 3.11" "40 s" install_debian
step "importing it as ${base_image}" "5 s" import_image
