#!/usr/bin/env python3
"""Turns XQuAD into a site to search and judged queries to search it with.

    scripts/eval/xquad_site.py XQUAD OUT [LANG …]

Each paragraph becomes an article without a title (OUT/content/LANG/NNN.md, and as plain text in
OUT/texts/LANG/NNN.txt), each question a query whose one relevant article is its paragraph:
OUT/LANG.tsv (qid, text) and OUT/LANG.qrels, as kb-index eval reads them; OUT/all.tsv and
OUT/all.qrels have those of all languages. OUT/kb.yaml is the site's configuration.
"""

import json
import pathlib
import re
import sys

MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:&$^=\"'@/%,;?])")


def one_line(text):
    return " ".join(text.replace("\ufeff", "").split())


def as_markdown(text):
    """The text as it is: nothing in it is markup."""
    return MARKUP.sub(r"\\\1", text)


def languages_in(xquad):
    return sorted(path.name.split(".")[1] for path in xquad.glob("xquad.*.json"))


def convert(xquad, out, lang):
    """Writes the articles of a language; its queries and judgements, as lines."""
    articles, texts = out / "content" / lang, out / "texts" / lang
    articles.mkdir(parents=True, exist_ok=True)
    texts.mkdir(parents=True, exist_ok=True)
    queries, qrels = [], []
    source = json.loads((xquad / f"xquad.{lang}.json").read_text(encoding="utf-8"))
    paragraphs = [p for document in source["data"] for p in document["paragraphs"]]
    for number, paragraph in enumerate(paragraphs, 1):
        name, text = f"{number:03d}", one_line(paragraph["context"])
        (articles / f"{name}.md").write_text(as_markdown(text) + "\n", encoding="utf-8")
        (texts / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        for question in paragraph["qas"]:
            qid = f"{lang}-{question['id']}"
            queries.append(f"{qid}\t{one_line(question['question'])}\n")
            qrels.append(f"{qid} 0 {lang}/{name} 1\n")
    return queries, qrels


def write_judged(out, name, queries, qrels):
    (out / f"{name}.tsv").write_text("".join(queries), encoding="utf-8")
    (out / f"{name}.qrels").write_text("".join(qrels), encoding="utf-8")


def make_site(xquad, out, languages):
    all_queries, all_qrels = [], []
    for lang in languages:
        queries, qrels = convert(xquad, out, lang)
        write_judged(out, lang, queries, qrels)
        all_queries += queries
        all_qrels += qrels
    write_judged(out, "all", all_queries, all_qrels)
    (out / "kb.yaml").write_text(
        f"site: {{name: XQuAD, default_language: {languages[0]}, languages: [all]}}\n"
        'sources: [{kind: articles, path: content, layout: "{lang}/{path}.md"}]\n'
        "search: {path: search}\n"
        "index: {path: index, keep: 1}\n",
        encoding="utf-8",
    )


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.strip())
    xquad, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    languages = sys.argv[3:] or languages_in(xquad)
    if not languages:
        sys.exit(f"there is no xquad.LANG.json in {xquad}")
    make_site(xquad, out, languages)


if __name__ == "__main__":
    main()
