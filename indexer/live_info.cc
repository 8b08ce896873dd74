#include "indexer/live_info.h"

#include <sys/stat.h>

#include <set>
#include <string_view>
#include <utility>

#include "core/article/translation.h"
#include "core/base/content_hash.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using index::Generation;
using index::Row;

// A file that several generations share counts once.
std::uint64_t bytes_below(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::set<std::pair<dev_t, ino_t>> seen;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    struct stat facts {};
    if (::lstat(at->path().c_str(), &facts) == 0 && S_ISREG(facts.st_mode) &&
        seen.emplace(facts.st_dev, facts.st_ino).second)
      bytes += static_cast<std::uint64_t>(facts.st_size);
  }
  return bytes;
}

TextVersion version_of(const Row& row) {
  return {row.updated, row.revision, row.source_revision};
}

class InfoReader {
 public:
  InfoReader(const Generation& generation, const std::string& default_language)
      : generation_(generation), default_language_(default_language) {
    for (const auto audience : {Audience::everyone, Audience::agents})
      for (const auto& row : rows({default_language, audience}))
        if (!row.id.empty()) originals_.insert(row.id);
  }

  std::vector<LanguageInfo> languages() const {
    std::set<std::string> tags;
    for (const auto& entry : generation_.manifest().databases) tags.insert(entry.name.lang);
    std::vector<LanguageInfo> all;
    for (const auto& lang : tags) all.push_back(language(lang));
    return all;
  }

 private:
  const std::vector<Row>& rows(const index::DatabaseName& name) const {
    static const std::vector<Row> kNone;
    const auto* database = generation_.database(name);
    return database != nullptr ? database->catalogue.rows() : kNone;
  }

  LanguageInfo language(const std::string& lang) const {
    LanguageInfo info;
    info.lang = lang;
    for (const auto& entry : generation_.manifest().databases) {
      if (entry.name.lang != lang || entry.name.content == index::Content::tickets) continue;
      if (entry.name.audience == Audience::writers) info.drafts = entry.facts.articles;
      if (entry.name.audience != Audience::everyone) continue;
      info.articles = entry.facts.articles;
      info.sections = entry.facts.sections;
      info.words = entry.facts.words;
    }
    for (const auto& row : rows({lang, Audience::agents}))
      if (!row.id.empty() && !generation_.find(lang, row.id, Audience::everyone))
        ++info.agents_only;
    const bool has_texts = info.articles + info.agents_only + info.drafts > 0;
    if (lang != default_language_ && has_texts) count_translations(info);
    info.taught = count_taught(lang);
    if (const auto* database = generation_.database(index::tickets_of(lang))) {
      info.tickets = database->tickets.tickets().size();
      info.questions = database->tickets.groups().size();
    }
    return info;
  }

  std::size_t count_taught(const std::string& lang) const {
    std::set<std::string_view> ids;
    for (const auto audience : kAudiences)
      for (const auto& row : rows({lang, audience}))
        if (row.prior != 1) ids.insert(row.id);
    return ids.size();
  }

  void count_translations(LanguageInfo& info) const {
    for (const auto& id : originals_) {
      const auto original = generation_.find(default_language_, id, Audience::agents);
      if (const auto text = generation_.find(info.lang, id, Audience::agents))
        info.stale += is_stale(version_of(*original->row), version_of(*text->row)) ? 1 : 0;
      else if (!generation_.find(info.lang, id, Audience::writers))
        ++info.missing;
    }
  }

  const Generation& generation_;
  const std::string& default_language_;
  std::set<std::string> originals_;  // ids
};

std::string analysis_of(const index::Manifest& manifest) {
  std::string all;
  for (const auto& [lang, fingerprint] : manifest.analysis) all += lang + " " + fingerprint + "\n";
  return content_hash(all);
}

}  // namespace

Result<LiveInfo> read_live_info(const Config& config) {
  const auto generation = Generation::open_current(config.index.path);
  if (!generation) return fail(generation.error());
  const auto& manifest = (*generation)->manifest();
  LiveInfo info;
  info.generation = (*generation)->number();
  info.published = manifest.created;
  info.next_change = manifest.next_change;
  info.languages = InfoReader(**generation, config.site.default_language).languages();
  info.content = manifest.content;
  info.analysis = analysis_of(manifest);
  info.files = (*generation)->files().all().size();
  info.live_bytes = bytes_below((*generation)->folder());
  info.index_bytes = bytes_below(config.index.path);
  info.libraries = manifest.libraries;
  return info;
}

}  // namespace kb
