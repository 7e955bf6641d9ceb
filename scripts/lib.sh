# What the scripts beside this file share. Sourced, never run.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

say() { printf '%s\n' "$*"; }
refuse() { printf '%s\n' "$*" >&2; exit 1; }

# --- the .NET SDK -----------------------------------------------------------------------------------------------------

need_dotnet() {
    if ! command -v dotnet >/dev/null && [ -x "${DOTNET_ROOT:-$HOME/.dotnet}/dotnet" ]; then
        export PATH="${DOTNET_ROOT:-$HOME/.dotnet}:$PATH"
    fi
    command -v dotnet >/dev/null || refuse "The .NET 10 SDK is missing: install it so that 'dotnet' is on the PATH, then start again."
    export DOTNET_ROOT="${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}"
}

# --- programs that the distribution carries ---------------------------------------------------------------------------

missing=()   # names for people, one for each of
packages=()  # packages

want() { missing+=("$1"); shift; packages+=("$@"); }

want_runtime() {
    [[ "$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)" == *libicuuc* ]] || want "ICU" libicu-dev
    [ -e /usr/share/zoneinfo/America/New_York ] || want "time zones" tzdata
}

want_postgres() { [ -n "$(postgres_bin)" ] || want "PostgreSQL" postgresql; }

want_fonts() { [ -d /usr/share/fonts/truetype/liberation ] || [ -d /usr/share/fonts/truetype/liberation2 ] || want "fonts" fonts-liberation; }

# Independent readers of what the document library writes.
want_pdf_readers() {
    command -v qpdf >/dev/null || want "qpdf" qpdf
    command -v pdftotext >/dev/null || want "poppler" poppler-utils
}

# Ubuntu's chromium package is a stub for a snap: there Playwright brings its own (see scripts/test).
chromium_is_a_stub() { grep -qs '^ID=ubuntu' /etc/os-release; }
want_chromium() { chromium_is_a_stub || [ -x /usr/bin/chromium ] || want "Chromium" chromium; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Installs what was wanted and is missing. Never asks: who may not install gets the command to run.
install_missing() {
    [ ${#packages[@]} -gt 0 ] || return 0
    local names command
    names="$(printf '%s, ' "${missing[@]}")"
    command -v apt-get >/dev/null || refuse "Missing here: ${names%, }; install them with this system's package manager, then start again."
    command="apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}"
    if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
        refuse "Missing here, and this user may not install: ${names%, }; run  sudo $command  and start again."
    fi

    say "Installing ${names%, } …"
    # The package would also start a server of its own on port 5432; only its programs are wanted.
    local no_server=/etc/postgresql-common/createcluster.d/crmstudio.conf
    as_root mkdir -p "$(dirname "$no_server")"
    echo 'create_main_cluster = false' | as_root tee "$no_server" >/dev/null
    # What the installer says is of interest only when it fails. A source that does not answer does not matter as long as the packages come.
    local log failed=0
    log="$(mktemp)"
    {
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -q=2 update || true
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -q=2 install -y --no-install-recommends "${packages[@]}" || failed=1
    } </dev/null >"$log" 2>&1
    as_root rm -f "$no_server"
    [ "$failed" = 0 ] || cat "$log" >&2
    rm -f "$log"
    [ "$failed" = 0 ] || refuse "Installing ${names%, } failed: run  sudo $command  to see why, then start again."
    missing=() packages=()
}

# --- PostgreSQL -------------------------------------------------------------------------------------------------------

# The newest installed programs, or those of the version given; the same order as the app's own search.
postgres_bin() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin 2>/dev/null | sort -Vr) ${PATH//:/ }; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
            if [ -z "${1:-}" ] || [[ "$("$folder/initdb" --version)" =~ \ $1([^0-9]|$) ]]; then echo "$folder"; return; fi
        fi
    done
}

data_folder() {
    if [ -n "${CRMSTUDIO_DATA:-}" ]; then echo "$CRMSTUDIO_DATA"
    elif [ "${HOME:-}" = /root ]; then echo /var/lib/crmstudio
    else echo "${HOME:?"CRMSTUDIO_DATA is not set and there is no home folder: name a folder by its full path."}/.local/share/crmstudio"
    fi
}
