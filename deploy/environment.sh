#!/bin/sh
# Brings .venv up to date: environment.sh PYTHON REQUIREMENTS. Done already, it returns at once; killed, it is run again.
set -eu
python=$1
requirements=$2
venv=.venv

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

command -v "$python" >/dev/null || fail "There is no $python here: install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3"
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is needed, and $python is $version. Name a newer one: make PYTHON=python3.12"

# In an activated .venv, python3 is .venv's own: what follows may empty that folder, so it is done by the Python behind it.
python=$("$python" -c 'import sys; print(getattr(sys, "_base_executable", sys.executable))')
identity=$("$python" -c 'import platform, sys; print(platform.python_version(), platform.machine(), sys.base_prefix)')

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then # Debian packs them separately
    package="python$version-venv"
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        fail "Python's module venv is missing: install it (on Debian and Ubuntu: sudo apt-get install $package) and try again."
    fi
    echo "Installing $package …"
    { apt-get -qq update && apt-get -qq install -y --no-install-recommends "$package" >/dev/null; } ||
        fail "Python's module venv is missing, and apt-get could not install $package: install it and try again."
fi

if [ -e "$venv/.installing" ] || [ "$(cat "$venv/.made-by" 2>/dev/null)" != "$identity" ]; then
    [ -w . ] || fail "This folder cannot be written to: copy it to one that you own, and run make there."
    echo "Making $venv with Python $version …"
    "$python" -m venv --clear "$venv"
    echo "$identity" >"$venv/.made-by"
fi

stamp="$venv/.installed-$requirements"
wanted=$(cksum <"$requirements")
[ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || exit 0
echo "Installing $requirements …"
# --no-deps: the lock files are complete, and pip would warn of an extra that a package asks for by its old spelling.
: >"$venv/.installing" # still there when pip was killed, which can leave half a package that looks whole
"$venv/bin/python" -m pip install --quiet --no-deps --require-hashes -r "$requirements" || {
    rm "$venv/.installing"
    fail "The packages of $requirements could not be installed: see above."
}
echo "$wanted" >"$stamp"
rm "$venv/.installing"
