#!/usr/bin/env python3
"""Checks what the compiler cannot: who includes whom, and what every file owes its reader.

    tests/architecture_test.py            # exit status 1 and a line for each broken rule

The rules are those of docs/contributor.md: core/ uses neither program, the programs do not use one
another, third-party headers stay in their rooms, each header opens as the first page of its manual,
each .cc has a test where one looks for it, no file is longer than a person reads, and functions of
files that may be compiled as one (scripts/unity.cmake) have names of their own.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONGEST = 500  # lines

# What a folder may include of the project.
MAY_USE = {
    "core/base": ["core/base"],
    "core/article": ["core/base", "core/article"],
    "core/text": ["core/base", "core/text"],
    "core/index": ["core/base", "core/article", "core/text", "core/index"],
    "core/redact": ["core/base", "core/text", "core/redact"],
    "core/store": ["core/base", "core/article", "core/store"],
    "core/tickets": ["core/base", "core/article", "core/text", "core/redact", "core/store",
                     "core/tickets"],
    "core/insights": ["core/base", "core/article", "core/text", "core/store", "core/insights"],
    "indexer": ["core", "indexer"],
    "server": ["core", "server"],
}

# Where a third-party header may be included.
ROOMS = {
    r"xapian\.h": r"core/index/\w+\.cc|core/index/xapian_seam\.h",
    r"unicode/.*|libstemmer\.h|hunspell/.*|cld2/.*": r"core/text/\w+\.cc",
    r"httplib\.h": r"server/http/\w+\.cc",
    r"cmark-gfm.*": r"indexer/markdown/\w+\.cc",
    r"mustache\.hpp|kainjow/.*": r"server/page/renderer\.cc",
    r"curl/.*": r"server/delivery/\w+\.cc",
    r"zlib\.h": r"server/http/gzip\.cc|server/page/assets\.cc",
    r"openssl/.*": r"server/page/style_sheet\.cc",
    r"prometheus/.*": r"server/metrics\.cc",
    r"xxhash\.h": r"core/base/content_hash\.cc",
    r"yaml-cpp/.*": r"core/base/config\w*\.cc|indexer/(applies_to_file|front_matter|category_files|vocabulary_files)\.cc",
    r"sodium\.h": r"core/base/secrets\.cc|server/(delivery/webhook_signature|login/password)\.cc",
    r"sqlite3\.h": r"core/store/sqlite_\w+\.(cc|h)",
    r"libpq-fe\.h": r"core/store/postgres_\w+\.(cc|h)",
    r"stb/.*|webp/.*": r"indexer/image_size\.cc",
    r"CLI/.*": r"(indexer|server)/(command_line|commands/\w+)\.cc",
    r"nlohmann/json\.hpp": r".*\.cc",
}

problems = []


def tell(path, line, what):
    problems.append(f"{path.relative_to(ROOT)}:{line}: {what}")


def sources():
    for folder in ("core", "indexer", "server"):
        yield from sorted(p for p in (ROOT / folder).rglob("*") if p.suffix in (".h", ".cc"))


def folder_of(path):
    name = str(path.relative_to(ROOT))
    return next((folder for folder in MAY_USE if name.startswith(folder + "/")), None)


def check_includes(path, lines):
    name = str(path.relative_to(ROOT))
    allowed = MAY_USE.get(folder_of(path))
    if allowed is None:
        return tell(path, 1, "lies in no folder that the rules know")
    for number, line in enumerate(lines, 1):
        own = re.match(r'#include "(.+)"', line)
        if own and not any(own[1].startswith(folder + "/") for folder in allowed):
            tell(path, number, f"may not include {own[1]}")
        other = re.match(r"#include <(.+)>", line)
        for header, room in ROOMS.items():
            if other and re.fullmatch(header, other[1]) and not re.fullmatch(room, name):
                tell(path, number, f"<{other[1]}> belongs in {room}")


def check_header(path, lines):
    opening = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    if not 3 <= opening <= 24:
        tell(path, 1, f"opens with {opening} lines of comment: what it is, an example, its limits")
    if "#pragma once" not in lines[opening : opening + 2]:
        tell(path, opening + 1, "expected #pragma once after the opening comment")


def check_test(path):
    if path.name == "main.cc":
        return
    test = ROOT / "tests" / path.relative_to(ROOT).parent / (path.stem + "_test.cc")
    if not test.exists():
        tell(path, 1, f"has no {test.relative_to(ROOT)}")


def check_length(path, lines):
    if len(lines) > LONGEST:
        tell(path, LONGEST, f"has {len(lines)} lines: split it")


def compiled_alone():
    """Files that scripts/unity.cmake leaves out: two of them may use a name for the same thing."""
    for lists in ROOT.rglob("CMakeLists.txt"):
        text = lists.read_text(encoding="utf-8")
        globs = dict(re.findall(r"file\(GLOB (\w+) ([^)]+)\)", text))
        apart = r"set_source_files_properties\(([^)]+)\s+PROPERTIES SKIP_UNITY"
        for names in re.findall(apart, text):
            for name in re.sub(r"\$\{(\w+)\}", lambda m: globs[m[1]], names).split():
                yield from lists.parent.glob(name)


def local_functions(lines):
    """Name and line of each function that only its own file knows."""
    inside = False
    for number, line in enumerate(lines, 1):
        if line in ("namespace {", "}  // namespace"):
            inside = line == "namespace {"
        found = re.match(r"(static )?[A-Za-z_][^(=]*[ &*](\w+)\(", line)
        if found and (inside or found[1]):
            yield found[2], number


# Compiled as one, the second would be an overload of the first, and a call might get the wrong one
# without a word from the compiler.
def check_local_names():
    alone = set(compiled_alone())
    known = {}  # folder and name -> the file that has it
    for path in sources():
        if path.suffix != ".cc" or path in alone:
            continue
        for name, line in local_functions(path.read_text(encoding="utf-8").splitlines()):
            first = known.setdefault((path.parent, name), path)
            if first != path:
                tell(path, line, f"{name}() is a function of {first.name}, too, and both may be "
                                 "compiled as one: give it a name of its own")


def main():
    for path in sources():
        lines = path.read_text(encoding="utf-8").splitlines()
        check_includes(path, lines)
        check_length(path, lines)
        if path.suffix == ".h":
            check_header(path, lines)
        else:
            check_test(path)
    for path in sorted((ROOT / "tests").rglob("*.cc")):
        if "node_modules" not in path.parts:
            check_length(path, path.read_text(encoding="utf-8").splitlines())
    check_local_names()
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
