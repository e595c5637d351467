#!/bin/sh
# Makes sure that the browser tests find a Chromium: install_chromium.sh PYTHON. The system's, else Debian's, else Playwright's.
set -eu
python=$1

if [ -x /usr/bin/chromium ]; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing chromium for the browser tests …"
    if apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium >/dev/null && [ -x /usr/bin/chromium ]; then
        exit 0
    fi
fi
if "$python" -m playwright install chromium; then
    exit 0
fi
echo "The browser tests need Chromium: install the package chromium (apt-get install chromium) and try again." >&2
exit 1
