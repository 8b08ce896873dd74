#include "core/index/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>

#include "core/base/durable_file.h"
#include "core/index/ranking_prior.h"

namespace kb::index {
namespace {

namespace fs = std::filesystem;

Error no_index(const fs::path& index) {
  return {"no index yet", index.string(), "build it with kb-index build"};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  return text;
}

// "/help/old page/" and "help/old page" are one path.
std::string plain_path(std::string_view path) {
  while (!path.empty() && path.front() == '/') path.remove_prefix(1);
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  return std::string(path);
}

// Every row must lead into the records: found here once rather than at some reader's click.
Result<void> check_records(const Database& database) {
  const std::uint64_t size = database.records.bytes().size();
  for (const auto& row : database.catalogue.rows())
    if (row.record_offset > size || row.record_size > size - row.record_offset ||
        row.record_head_size > row.record_size)
      return fail("the records end too early", database.folder.string(),
                  "rebuild with kb-index build --full");
  return {};
}

Result<void> load_tickets(Database& database) {
  const auto group_bytes = read_file(database.folder / kTicketGroupsFile);
  if (!group_bytes) return fail(group_bytes.error());
  auto groups = TicketGroups::decode(*group_bytes);
  if (!groups) return fail(groups.error().what, database.folder.string(), groups.error().hint);
  database.tickets = std::move(*groups);
  const auto weight_bytes = read_file(database.folder / kTellingWeightsFile);
  if (!weight_bytes) return fail(weight_bytes.error());
  auto weights = TellingWeights::decode(*weight_bytes);
  if (!weights) return fail(weights.error().what, database.folder.string(), weights.error().hint);
  database.telling = std::move(*weights);
  // Tickets have no versions for several audiences: no numbers that tell these apart.
  database.article_numbers.resize(database.catalogue.rows().size());
  return {};
}

}  // namespace

std::string generation_name(GenerationNumber number) {
  char name[32];
  std::snprintf(name, sizeof name, "gen-%06llu", static_cast<unsigned long long>(number));
  return name;
}

std::optional<GenerationNumber> generation_number(std::string_view name) {
  if (!name.starts_with("gen-")) return std::nullopt;
  name.remove_prefix(4);
  GenerationNumber number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return number;
}

Result<GenerationNumber> current_generation(const fs::path& index) {
  const auto path = index / kCurrentFile;
  std::error_code error;
  if (!fs::exists(path, error)) return fail(no_index(index));
  const auto content = read_file(path);
  if (!content) return fail(content.error());
  const auto number = generation_number(trimmed(*content));
  if (!number)
    return fail("names no generation: '" + std::string(trimmed(*content).substr(0, 40)) + "'",
                path.string(), "rebuild with kb-index build --full");
  return *number;
}

Result<std::string> current_identity(const fs::path& index) {
  struct stat facts {};
  if (::stat((index / kCurrentFile).c_str(), &facts) != 0) return fail(no_index(index));
  return std::to_string(facts.st_ino) + ":" + std::to_string(facts.st_mtim.tv_sec) + "." +
         std::to_string(facts.st_mtim.tv_nsec);
}

Result<std::shared_ptr<const Generation>> Generation::open_current(const fs::path& index) {
  // A generation can be retired between reading its name and locking it: then CURRENT has a new
  // one.
  for (int attempt = 0;; ++attempt) {
    const auto number = current_generation(index);
    if (!number) return fail(number.error());
    auto generation = open(index, *number);
    if (generation || attempt == 2) return generation;
    if (const auto now = current_generation(index); now && *now == *number) return generation;
  }
}

Result<std::shared_ptr<const Generation>> Generation::open(const fs::path& index,
                                                           GenerationNumber number) {
  auto generation = std::make_shared<Generation>();
  generation->index_ = index;
  generation->number_ = number;
  generation->folder_ = index / generation_name(number);
  const auto manifest_path = generation->folder_ / kManifestFile;
  generation->lock_ = FileDescriptor(::open(manifest_path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!generation->lock_) return fail(system_error("cannot open the index", manifest_path));
  if (::flock(generation->lock_.get(), LOCK_SH | LOCK_NB) != 0)
    return fail(system_error("the index is being removed", manifest_path));

  const auto json = read_file(manifest_path);
  if (!json) return fail(json.error());
  auto manifest = Manifest::parse(*json);
  if (!manifest) return fail(manifest.error().what, manifest_path.string(), manifest.error().hint);
  generation->manifest_ = std::move(*manifest);
  for (const auto& entry : generation->manifest_.databases)
    if (auto loaded = generation->load(entry); !loaded) return fail(loaded.error());

  const auto prior = RankingPrior::read(generation->folder_);
  if (!prior) return fail(prior.error());
  for (auto& [name, database] : generation->databases_)
    if (name.content == Content::articles) prior->apply(name.lang, database.catalogue);
  std::sort(generation->ticket_languages_.begin(), generation->ticket_languages_.end());
  if (auto loaded = generation->load_vocabularies(); !loaded) return fail(loaded.error());
  const auto table_bytes = read_file(generation->folder_ / kFileTable);
  if (!table_bytes) return fail(table_bytes.error());
  auto table = FileTable::decode(*table_bytes);
  if (!table) return fail(table.error().what, generation->folder_.string(), table.error().hint);
  generation->files_ = std::move(*table);
  for (const auto& [symbolic, file] : generation->files_.all())
    generation->files_by_hash_[file.hash].push_back(symbolic);
  return generation;
}

Result<void> Generation::load(const DatabaseEntry& entry) {
  Database database;
  database.name = entry.name;
  database.folder = folder_ / to_string(entry.name);
  const auto bytes = read_file(database.folder / kCatalogueFile);
  if (!bytes) return fail(bytes.error());
  auto catalogue = Catalogue::decode(*bytes);
  if (!catalogue)
    return fail(catalogue.error().what, database.folder.string(), catalogue.error().hint);
  database.catalogue = std::move(*catalogue);
  if (auto mapped = map_files(database); !mapped) return mapped;
  if (auto complete = check_records(database); !complete) return complete;

  const bool is_tickets = entry.name.content == Content::tickets;
  if (auto loaded = is_tickets ? load_tickets(database) : load_articles(database); !loaded)
    return loaded;
  if (entry.facts.articles > 0) {
    if (is_tickets)
      ticket_languages_.push_back(entry.name.lang);
    else
      add_language(entry.name);
  }
  databases_.emplace(entry.name, std::move(database));
  return {};
}

// What readers of articles are offered beside searching.
Result<void> Generation::load_articles(Database& database) {
  const auto suggestion_bytes = read_file(database.folder / kSuggestionsFile);
  if (!suggestion_bytes) return fail(suggestion_bytes.error());
  auto suggestions = Suggestions::decode(*suggestion_bytes, database.catalogue.rows().size());
  if (!suggestions)
    return fail(suggestions.error().what, database.folder.string(), suggestions.error().hint);
  database.suggestions = std::move(*suggestions);
  auto& files = shown_files_[database.name.audience];
  for (const auto& row : database.catalogue.rows()) {
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    database.article_numbers.push_back(
        row.id.empty() ? 0 : numbers_.emplace(row.id, next).first->second);
    for (const auto& file : row.files) files.insert(file);
    if (database.name.audience == Audience::everyone)
      for (const auto& path : row.redirect_from)
        redirects_.emplace(std::pair(database.name.lang, plain_path(path)), row.id);
  }
  return {};
}

// A generation without the file was made where nobody had written any.
Result<void> Generation::load_vocabularies() {
  const auto file = folder_ / kVocabularyFile;
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  auto vocabularies = decode_vocabularies(*bytes);
  if (!vocabularies)
    return fail(vocabularies.error().what, file.string(), vocabularies.error().hint);
  vocabularies_ = std::move(*vocabularies);
  return {};
}

// What one audience reads, all after it read, too.
void Generation::add_language(const DatabaseName& name) {
  for (auto later = static_cast<std::size_t>(name.audience); later < languages_.size(); ++later) {
    auto& list = languages_[later];
    const auto place = std::lower_bound(list.begin(), list.end(), name.lang);
    if (place == list.end() || *place != name.lang) list.insert(place, name.lang);
  }
}

bool Generation::has_language(std::string_view lang, Audience audience) const {
  const auto& list = languages(audience);
  return std::binary_search(list.begin(), list.end(), lang);
}

const Database* Generation::database(const DatabaseName& name) const {
  const auto found = databases_.find(name);
  return found == databases_.end() ? nullptr : &found->second;
}

std::optional<Generation::Found> Generation::find(const std::string& lang, std::string_view id,
                                                  Audience audience) const {
  for (auto part = kAudiences.rbegin(); part != kAudiences.rend(); ++part) {
    const auto* database = *part <= audience ? this->database({lang, *part}) : nullptr;
    const auto* row = database != nullptr ? database->catalogue.find(id) : nullptr;
    if (row != nullptr) return Found{database, row};
  }
  return std::nullopt;
}

std::optional<std::string> Generation::redirected(const std::string& lang,
                                                  std::string_view path) const {
  const auto found = redirects_.find(std::pair(lang, plain_path(path)));
  if (found == redirects_.end()) return std::nullopt;
  return found->second;
}

Result<void> Generation::map_files(Database& database) const {
  const auto map = [&](const char* name, MappedFile& into) -> Result<std::string_view> {
    auto file = MappedFile::open(database.folder / name);
    if (!file) return fail(file.error());
    into = std::move(*file);
    return into.bytes();
  };
  if (const auto bytes = map(kRecordsFile, database.records); !bytes) return fail(bytes.error());
  const auto term_bytes = map(kTermTableFile, database.term_bytes);
  auto terms = term_bytes.and_then(&TermTable::open);
  if (!terms) return fail(terms.error().what, database.folder.string(), terms.error().hint);
  database.terms = *terms;
  const auto words = map(kLexiconFile, database.lexicon_bytes);
  auto lexicon = words.and_then(&Lexicon::open);
  if (!lexicon) return fail(lexicon.error().what, database.folder.string(), lexicon.error().hint);
  database.lexicon = *lexicon;
  return {};
}

std::string_view Generation::record_head(const Database& database, const Row& row) {
  return database.records.bytes().substr(row.record_offset, row.record_head_size);
}

Result<Record> Generation::read_record(const Database& database, const Row& row, Part part) const {
  const auto size = part == Part::head ? row.record_head_size : row.record_size;
  auto record =
      Record::decode(std::string(database.records.bytes().substr(row.record_offset, size)));
  if (!record)
    return fail(record.error().what, database.folder.string() + ": " + row.id, record.error().hint);
  return record;
}

const Vocabulary* Generation::vocabulary(std::string_view lang) const {
  const auto found = vocabularies_.find(lang);
  return found == vocabularies_.end() ? nullptr : &found->second;
}

const StoredFile* Generation::file(std::string_view symbolic, Audience audience) const {
  const std::string key(symbolic);
  const bool allowed = std::any_of(
      shown_files_.begin(), shown_files_.end(),
      [&](const auto& shown) { return shown.first <= audience && shown.second.contains(key); });
  return allowed ? files_.find(symbolic) : nullptr;
}

const StoredFile* Generation::file_with_hash(std::string_view hash, Audience audience) const {
  const auto found = files_by_hash_.find(std::string(hash));
  if (found == files_by_hash_.end()) return nullptr;
  for (const auto& symbolic : found->second)
    if (const auto* allowed = file(symbolic, audience)) return allowed;
  return nullptr;
}

fs::path Generation::stored_path(const StoredFile& file) const {
  return index_ / kFilesFolder / file.hash;
}

}  // namespace kb::index
