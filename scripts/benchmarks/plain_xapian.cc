#include "scripts/benchmarks/plain_xapian.h"

#include <xapian.h>

#include <fstream>
#include <iterator>
#include <map>

namespace kb::bench {
namespace {

constexpr Xapian::doccount kTop = 10;

// Xapian's own stemmer of a language, or none where it has none; it knows "pt", not "pt-BR".
Xapian::Stem stemmer_of(const std::string& lang) {
  return Xapian::Stem(lang.substr(0, lang.find('-')), true);
}

std::string read_raw(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class PlainIndex {
 public:
  explicit PlainIndex(const std::filesystem::path& database)
      : writable_(database.string(), Xapian::DB_CREATE_OR_OVERWRITE) {}

  void speak(const std::string& lang) { generator_.set_stemmer(stemmer_of(lang)); }

  void add(const std::string& text) {
    Xapian::Document document;
    generator_.set_document(document);
    generator_.set_termpos(0);
    generator_.index_text(text);
    document.set_data(text);
    writable_.add_document(document);
  }

  void commit() { writable_.commit(); }

 private:
  Xapian::WritableDatabase writable_;
  Xapian::TermGenerator generator_;
};

}  // namespace

void index_plainly(const std::vector<SourceFile>& files, const std::filesystem::path& database) {
  PlainIndex index(database);
  std::string lang;
  for (const auto& file : files) {
    if (file.lang != lang) index.speak(lang = file.lang);
    index.add(read_raw(file.file));
  }
  index.commit();
}

void index_lines_plainly(const std::filesystem::path& file, const std::filesystem::path& database) {
  PlainIndex index(database);
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) index.add(line);
  index.commit();
}

class PlainSearch::Impl {
 public:
  explicit Impl(const std::filesystem::path& path) : database_(path.string()) {
    parser_.set_database(database_);
  }

  Found run(const SearchQuery& query) {
    const auto [stemmer, is_new] = stemmers_.try_emplace(query.lang);
    if (is_new) stemmer->second = stemmer_of(query.lang);
    parser_.set_stemmer(stemmer->second);
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser_.parse_query(query.text));
    const auto matches = enquire.get_mset(0, kTop);
    Found found;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      ++found.hits;
      found.bytes += match.get_document().get_data().size();
    }
    return found;
  }

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
  std::map<std::string, Xapian::Stem> stemmers_;
};

PlainSearch::PlainSearch(const std::filesystem::path& database)
    : impl_(std::make_unique<Impl>(database)) {}
PlainSearch::~PlainSearch() = default;

PlainSearch::Found PlainSearch::run(const SearchQuery& query) {
  return impl_->run(query);
}

}  // namespace kb::bench
