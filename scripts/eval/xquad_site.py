#!/usr/bin/env python3
"""Turns XQuAD into a site to search and judged queries to search it with.

    scripts/eval/xquad_site.py XQUAD OUT [LANG …]

Each paragraph becomes an article without a title (OUT/content/LANG/NNN.md), each question a query
whose one relevant article is its paragraph: OUT/LANG.tsv (qid, text) and OUT/LANG.qrels, as
kb-index eval reads them. OUT/kb.yaml is the site's configuration.
"""

import json
import pathlib
import re
import sys

MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:&$^=\"'@/%,;?])")


def as_markdown(text):
    """The text as it is: nothing in it is markup."""
    return MARKUP.sub(r"\\\1", " ".join(text.replace("\ufeff", "").split()))


def convert(source, out, lang):
    articles = out / "content" / lang
    articles.mkdir(parents=True, exist_ok=True)
    queries, qrels = [], []
    number = 0
    for document in json.loads(source.read_text(encoding="utf-8"))["data"]:
        for paragraph in document["paragraphs"]:
            number += 1
            name = f"{number:03d}"
            (articles / f"{name}.md").write_text(
                as_markdown(paragraph["context"]) + "\n", encoding="utf-8"
            )
            for question in paragraph["qas"]:
                qid = f"{lang}-{question['id']}"
                queries.append(f"{qid}\t{' '.join(question['question'].split())}\n")
                qrels.append(f"{qid} 0 {lang}/{name} 1\n")
    (out / f"{lang}.tsv").write_text("".join(queries), encoding="utf-8")
    (out / f"{lang}.qrels").write_text("".join(qrels), encoding="utf-8")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.strip())
    xquad, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    languages = sys.argv[3:] or sorted(p.name.split(".")[1] for p in xquad.glob("xquad.*.json"))
    if not languages:
        sys.exit(f"there is no xquad.LANG.json in {xquad}")
    for lang in languages:
        convert(xquad / f"xquad.{lang}.json", out, lang)
    (out / "kb.yaml").write_text(
        f"site: {{name: XQuAD, default_language: {languages[0]}, languages: [all]}}\n"
        'sources: [{kind: articles, path: content, layout: "{lang}/{path}.md"}]\n'
        "index: {path: index, keep: 1}\n",
        encoding="utf-8",
    )


main()
