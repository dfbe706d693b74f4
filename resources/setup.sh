#!/bin/sh
# Sets Reviewer up in the folder .venv of this checkout and then runs it.
#   sh resources/setup.sh sample   ends with the sample review on screen, or, without a display, with its packet written
#   sh resources/setup.sh test     ends with the tests passed
# On Debian and Ubuntu the system libraries that Qt needs are installed first when they are missing.
set -eu
cd "$(dirname "$0")/.."
what=${1:-sample}
case $what in
sample) extras="" ;;
test) extras="[test]" ;;
*)
    echo "usage: sh resources/setup.sh sample|test" >&2
    exit 2
    ;;
esac

needed="python3-venv git libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3"
if [ "$what" = sample ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    needed="$needed libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
fi
if command -v dpkg-query >/dev/null 2>&1; then
    missing=""
    for package in $needed; do
        # Newer releases give some libraries a suffix: libglib2.0-0t64 is libglib2.0-0.
        dpkg-query -W -f='${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q "ok installed" ||
            missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        as_root=""
        [ "$(id -u)" = 0 ] || as_root="sudo"
        echo "Installing system packages:$missing"
        $as_root apt-get update -qq
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
    fi
fi

python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Reviewer needs Python 3.11 or newer; set PYTHON to the one to use." >&2
    exit 1
}
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".$extras"

if [ "$what" = test ]; then
    exec .venv/bin/python -m pytest -n 2
fi
exec .venv/bin/reviewer sample
