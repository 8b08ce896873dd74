// The baseline of scripts/eval/run: Xapian used plainly, as its own guide shows it.
//
//   kb-eval-plain TEXTS DATABASE LANG Q.tsv Q.qrels
//
// TEXTS is a folder of plain texts, each an article whose id is the file's name without .txt;
// DATABASE is where Xapian's files go. Texts and queries are stemmed with Xapian's stemmer of the
// language where it has one; queries go through its QueryParser, any word may match, BM25 ranks. A
// query that the parser refuses finds nothing and is counted. Prints the figures of kb-index eval
// as JSON, and "failed".

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/eval/evaluation_tally.h"
#include "indexer/eval/judgements.h"
#include "indexer/eval/ranking_metrics.h"

namespace {

namespace fs = std::filesystem;

// "zh-TW" is "zh" to Xapian; for a language that it does not know it stems nothing.
Xapian::Stem stemmer_of(const std::string& lang) {
  return Xapian::Stem(lang.substr(0, lang.find('-')), true);
}

std::vector<fs::path> texts_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void index_texts(const fs::path& folder, const std::string& lang, const fs::path& path) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(stemmer_of(lang));
  generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  for (const auto& text_file : texts_in(folder)) {
    std::ifstream file(text_file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(text);
    document.set_data(lang + "/" + text_file.stem().string());
    database.add_document(document);
  }
  database.commit();
}

class PlainSearch {
 public:
  PlainSearch(const fs::path& database, const std::string& lang) : database_(database.string()) {
    parser_.set_database(database_);
    parser_.set_stemmer(stemmer_of(lang));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_OR);
  }

  // Throws what QueryParser throws.
  std::vector<std::string> run(const std::string& text) {
    constexpr unsigned kFlags =
        Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_CJK_NGRAM;
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser_.parse_query(text, kFlags));
    const auto matches = enquire.get_mset(0, kb::kRankedDepth);
    std::vector<std::string> found;
    for (auto match = matches.begin(); match != matches.end(); ++match)
      found.push_back(match.get_document().get_data());
    return found;
  }

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

void evaluate(const fs::path& database, const std::string& lang, const kb::Judgements& judgements) {
  PlainSearch search(database, lang);
  kb::EvaluationTally tally;
  std::size_t failed = 0;
  for (const auto& query : judgements.queries) {
    std::vector<std::string> found;
    const auto started = std::chrono::steady_clock::now();
    try {
      found = search.run(query.text);
    } catch (const Xapian::QueryParserError&) {
      ++failed;
    }
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - started;
    tally.add(query, found, took.count());
  }
  std::printf("{\"figures\": %s, \"failed\": %zu}\n", to_json(tally.figures()).c_str(), failed);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) {
    std::fprintf(stderr, "usage: kb-eval-plain TEXTS DATABASE LANG Q.tsv Q.qrels\n");
    return 2;
  }
  const auto judgements = kb::read_judgements(arguments[4], arguments[5]);
  if (!judgements) {
    std::fprintf(stderr, "%s\n", to_line(judgements.error()).c_str());
    return 2;
  }
  try {
    index_texts(arguments[1], arguments[3], arguments[2]);
    evaluate(arguments[2], arguments[3], *judgements);
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "xapian: %s\n", error.get_description().c_str());
    return 2;
  }
  return 0;
}
