# Shared by the scripts beside it; sourced, not run.
# shellcheck shell=bash
umask 022

# Used by those who source this.
# shellcheck disable=SC2034
base_image="${BASE_IMAGE:-innkeeper/open-webui-base:bookworm}"
cache="${XDG_CACHE_HOME:-${HOME}/.cache}/innkeeper"

say() { printf '%s\n' "$*" >&2; }
refuse() { say "$*"; exit 1; }

# A work area of our own that is gone afterwards, however the script ends: Ctrl-C included.
open_work_area() {
    work="$(mktemp -d "${TMPDIR:-/tmp}/innkeeper-image.XXXXXXXX")"
    trap close_work_area EXIT
    trap 'say "Stopped. Nothing half-made is left; run it again at any time."; exit 130' INT TERM
}

close_work_area() {
    # debootstrap mounts proc and sys; interrupted, it may leave them.
    awk -v below="${work}/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount -l
    rm -rf --one-file-system "${work}"
}

# step WHAT HOW_LONG COMMAND...: says what happens and how long it usually takes, keeps the output
# for the case that it fails.
step() {
    local what="$1" usually="$2" since="${SECONDS}" status=0
    shift 2
    say "- ${what} (about ${usually})"
    # A shell of its own, and no "||" behind it: else a failing line would not end the command.
    set +e
    (set -e; "$@") > "${work}/log" 2>&1
    status=$?
    set -e
    if [ "${status}" -ne 0 ]; then
        tail -n 20 "${work}/log" >&2
        refuse "Could not finish: ${what}. The lines above say why."
    fi
    say "  done in $((SECONDS - since)) s"
}

# One build at a time: a second one waits and then finds most of the work done.
take_turn() {
    mkdir -p "${cache}"
    exec 9> "${cache}/image.lock"
    flock --nonblock 9 || { say "- waiting for another image build to end"; flock 9; }
}

has_image() { docker image inspect "$1" > /dev/null 2>&1; }

require_engine() {
    docker version > /dev/null 2>&1 || refuse "No Docker Engine answers. Start it, or set DOCKER_HOST to its socket."
}
