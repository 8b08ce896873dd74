// A generation is one complete, immutable index on disk; CURRENT names the live one.
//
//   auto live = Generation::open_current("var/index");      // what readers use
//   if (!live) return fail(live.error());                   // "no index yet"; run kb-index build
//   for (const std::string& lang : (*live)->languages()) …
//
// Readers hold a shared_ptr, and with it a shared lock on the folder: files of a retired generation
// go once the last reader has let go. Catalogues are in memory; Xapian's databases are opened by
// searchers (searcher.h). Thread-safe: a Generation never changes.

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/file_descriptor.h"
#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/index/catalogue.h"
#include "core/index/database_name.h"
#include "core/index/file_table.h"
#include "core/index/lexicon.h"
#include "core/index/manifest.h"
#include "core/index/record.h"
#include "core/index/suggestions.h"
#include "core/index/telling_weights.h"
#include "core/index/term_table.h"
#include "core/index/ticket_groups.h"
#include "core/index/vocabulary.h"

namespace kb::index {

using GenerationNumber = std::uint64_t;

inline constexpr const char* kCurrentFile = "CURRENT";
inline constexpr const char* kManifestFile = "manifest.json";
inline constexpr const char* kFileTable = "files.table";
inline constexpr const char* kVocabularyFile = "vocabulary.json";
inline constexpr const char* kFilesFolder = "files";
inline constexpr const char* kCheckFile = "check.json";  // what kb-index watch found to mend

std::string generation_name(GenerationNumber number);  // "gen-000042"
std::optional<GenerationNumber> generation_number(std::string_view name);

// The number that CURRENT names; an Error where there is no index yet.
Result<GenerationNumber> current_generation(const std::filesystem::path& index);

// Differs whenever CURRENT was written anew, even if it names a generation of the same number.
Result<std::string> current_identity(const std::filesystem::path& index);

// One database of a generation: what it has, and where its texts are.
struct Database {
  DatabaseName name;
  std::filesystem::path folder;
  Catalogue catalogue;
  Suggestions suggestions;
  std::vector<std::uint32_t> article_numbers;  // row -> number of its id, site-wide
  MappedFile records;
  MappedFile term_bytes;
  TermTable terms;  // views of the bytes
  MappedFile lexicon_bytes;
  Lexicon lexicon;
  TicketGroups tickets;    // where its content is tickets
  TellingWeights telling;  // likewise
};

class Generation {
 public:
  static Result<std::shared_ptr<const Generation>> open_current(const std::filesystem::path& index);
  static Result<std::shared_ptr<const Generation>> open(const std::filesystem::path& index,
                                                        GenerationNumber number);

  GenerationNumber number() const { return number_; }
  const std::filesystem::path& folder() const { return folder_; }
  const Manifest& manifest() const { return manifest_; }

  // Languages with anything for this audience, in alphabetical order.
  const std::vector<std::string>& languages(Audience audience = Audience::everyone) const {
    return languages_[static_cast<std::size_t>(audience)];
  }
  bool has_language(std::string_view lang, Audience audience = Audience::everyone) const;

  const Database* database(const DatabaseName& name) const;  // null: there is none

  // Languages with resolved tickets, in alphabetical order: for agents only.
  const std::vector<std::string>& ticket_languages() const { return ticket_languages_; }

  // The article as `audience` reads it: its own version, else that of the audience before it.
  struct Found {
    const Database* database;
    const Row* row;
  };
  std::optional<Found> find(const std::string& lang, std::string_view id, Audience audience) const;

  // Where an article of the past is now: the id that `redirect_from` names for this path.
  std::optional<std::string> redirected(const std::string& lang, std::string_view path) const;

  enum class Part { head, all };
  Result<Record> read_record(const Database& database, const Row& row, Part part) const;

  // The bytes of a record's head where they lie.
  static std::string_view record_head(const Database& database, const Row& row);

  // What the team knows of its customers' words; null: nothing in this language.
  const Vocabulary* vocabulary(std::string_view lang) const;
  const Vocabularies& vocabularies() const { return vocabularies_; }

  // The stored file behind a symbolic path, if an article shows it that this audience may read.
  const StoredFile* file(std::string_view symbolic, Audience audience) const;
  const StoredFile* file_with_hash(std::string_view hash, Audience audience) const;
  const FileTable& files() const { return files_; }
  std::filesystem::path stored_path(const StoredFile& file) const;

  std::uint32_t article_count() const { return static_cast<std::uint32_t>(numbers_.size()); }

 private:
  Result<void> load(const DatabaseEntry& entry);
  Result<void> map_files(Database& database) const;
  Result<void> load_articles(Database& database);
  Result<void> load_vocabularies();
  void add_language(const DatabaseName& name);

  std::filesystem::path index_;
  std::filesystem::path folder_;
  GenerationNumber number_ = 0;
  FileDescriptor lock_;
  Manifest manifest_;
  std::map<DatabaseName, Database> databases_;
  std::array<std::vector<std::string>, kAudiences.size()> languages_;  // by audience
  std::vector<std::string> ticket_languages_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // id -> number
  Vocabularies vocabularies_;
  FileTable files_;
  std::unordered_map<std::string, std::vector<std::string>> files_by_hash_;  // symbolic paths
  std::map<Audience, std::unordered_set<std::string>> shown_files_;  // by whose database shows them
  std::map<std::pair<std::string, std::string>, std::string> redirects_;  // (lang, path) -> id
};

}  // namespace kb::index
