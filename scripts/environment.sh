# Makes and checks .venv; read by ./run and ./test, never run by itself.
# A stamp inside .venv remembers which requirement files it was filled from, so that a warm start costs nothing.

UV_VERSION=0.13.9
STAMP=.venv/thidua-requirements.txt

say() {
    printf '%s\n' "$*" >&2
}

refuse() {
    for line in "$@"; do
        say "$line"
    done
    exit 1
}

find_python() {
    for candidate in "${THIDUA_PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            PYTHON=$candidate
            return
        fi
    done
    refuse "Cần Python 3.11 trở lên. Hãy cài python3 (kèm venv và pip), hoặc đặt THIDUA_PYTHON." \
        "Python 3.11 or newer is needed. Install python3 (with venv and pip), or set THIDUA_PYTHON."
}

make_venv() {
    if .venv/bin/python -c 'import pip' 2>/dev/null; then
        return
    fi
    find_python
    say "Tạo môi trường Python trong .venv / Making the Python environment in .venv"
    rm -rf .venv
    "$PYTHON" -m venv .venv || {
        rm -rf .venv
        refuse "Python này thiếu venv hoặc pip. Trên Debian, Ubuntu: apt-get install python3-venv" \
            "This Python lacks venv or pip. On Debian, Ubuntu: apt-get install python3-venv"
    }
}

hash_of() {
    .venv/bin/python -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$1"
}

# install base | install dev: fills .venv with exactly the pinned packages, unless it holds them already.
# An environment with the developers' packages satisfies both, and is never cut back to the smaller one.
install() {
    make_venv
    wanted=$1
    if [ -f "$STAMP" ] && grep -qx "$wanted $(hash_of "requirements/$wanted.txt")" "$STAMP"; then
        return
    fi
    if [ -x .venv/bin/pytest ]; then
        wanted=dev
    fi
    say "Cài các gói trong requirements/$wanted.txt / Installing requirements/$wanted.txt"
    rm -f "$STAMP"
    sync_with_uv "requirements/$wanted.txt" || sync_with_pip "requirements/$wanted.txt" || refuse \
        "Không cài được các gói. Hãy kiểm tra kết nối tới kho gói Python rồi chạy lại." \
        "The packages could not be installed. Check the connection to the Python package index and try again."
    {
        printf '%s %s\n' base "$(hash_of requirements/base.txt)"
        if [ "$wanted" = dev ]; then
            printf '%s %s\n' dev "$(hash_of requirements/dev.txt)"
        fi
    } >"$STAMP"
}

sync_with_uv() {
    if [ "$(.venv/bin/uv --version 2>/dev/null | cut -d' ' -f2)" != "$UV_VERSION" ]; then
        .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION" || return 1
    fi
    .venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes "$1"
}

sync_with_pip() {
    say "uv không dùng được, chuyển sang pip / uv cannot be used here, falling back to pip"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
}
