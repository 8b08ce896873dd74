#include "core/index/database_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"
#include "core/base/file_descriptor.h"
#include "core/index/database_name.h"
#include "core/index/field.h"
#include "core/index/lexicon.h"
#include "core/index/suggestion_writer.h"
#include "core/index/term_table.h"
#include "core/index/xapian_seam.h"

namespace kb::index {
namespace {

namespace fs = std::filesystem;

// Records are appended; this many bytes are gathered before they are written.
constexpr std::size_t kWriteBuffer = 1 << 18;

// The texts of the articles, one after another; a replaced one stays as dead bytes until the
// database is written anew.
class RecordsFile {
 public:
  static Result<RecordsFile> open(const fs::path& path) {
    RecordsFile file;
    file.path_ = path;
    file.file_ = FileDescriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    if (!file.file_) return fail(system_error("cannot write", path));
    const off_t size = ::lseek(file.file_.get(), 0, SEEK_END);
    if (size < 0) return fail(system_error("cannot write", path));
    file.size_ = static_cast<std::uint64_t>(size);
    return file;
  }

  Result<std::uint64_t> append(std::string_view record) {
    const auto offset = size_ + buffer_.size();
    buffer_ += record;
    if (buffer_.size() >= kWriteBuffer)
      if (auto flushed = flush(); !flushed) return fail(flushed.error());
    return offset;
  }

  Result<void> finish() {
    if (auto flushed = flush(); !flushed) return flushed;
    if (::fsync(file_.get()) != 0) return fail(system_error("cannot sync", path_));
    return {};
  }

 private:
  Result<void> flush() {
    if (auto written = write_all(file_.get(), buffer_, path_); !written) return written;
    size_ += buffer_.size();
    buffer_.clear();
    return {};
  }

  fs::path path_;
  FileDescriptor file_;
  std::uint64_t size_ = 0;
  std::string buffer_;
};

// "agents" for "…/ro.agents", nothing for "…/ro.public": see LanguageHandle::number_of in
// searcher.cc.
std::string audience_mark(const fs::path& folder) {
  const auto part = folder.extension().string();
  for (const auto audience : kAudiences)
    if (audience != Audience::everyone && part == "." + std::string(part_name(audience)))
      return std::string(part_name(audience));
  return {};
}

// All that searches ask of a database's terms before they ask Xapian.
struct Words {
  std::vector<TermCount> terms;
  std::vector<LexiconWord> words;
};

Words collect_words(const Xapian::Database& database) {
  Words found;
  for (auto item = database.allterms_begin(); item != database.allterms_end(); ++item) {
    const std::string term = *item;
    if (term.starts_with(prefix(Field::id)) || term.starts_with(prefix(Field::category))) continue;
    const auto frequency = static_cast<std::uint32_t>(item.get_termfreq());
    found.terms.emplace_back(short_hash(term), frequency);
    if (is_word(term)) found.words.push_back({term, frequency});
  }
  return found;
}

// Not live yet, so without its own sync: finish() makes all files of the folder last.
Result<void> write_file(const fs::path& path, std::string_view content) {
  const FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!file) return fail(system_error("cannot write", path));
  return write_all(file.get(), content, path);
}

Result<void> copy_folder(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to, error);
  if (!error) fs::copy(from, to, fs::copy_options::recursive, error);
  if (error) return fail("cannot copy the database: " + error.message(), to.string());
  return {};
}

}  // namespace

class DatabaseWriter::Impl {
 public:
  static Result<std::unique_ptr<Impl>> open(const fs::path& folder, int flags) {
    auto impl = std::make_unique<Impl>();
    impl->folder_ = folder;
    impl->mark_ = audience_mark(folder);
    auto opened = with_xapian(folder.string(), [&]() -> Result<void> {
      // Not live yet: no sync on the way, blocks are overwritten in place; finish() syncs.
      impl->database_ = Xapian::WritableDatabase(folder.string(), flags | Xapian::DB_NO_SYNC |
                                                                      Xapian::DB_DANGEROUS |
                                                                      Xapian::DB_BACKEND_GLASS);
      return {};
    });
    if (!opened) return fail(opened.error());
    if (flags == Xapian::DB_OPEN) {
      const auto bytes = read_file(folder / kCatalogueFile);
      if (!bytes) return fail(bytes.error());
      auto catalogue = Catalogue::decode(*bytes);
      if (!catalogue) return fail(catalogue.error());
      impl->catalogue_ = std::move(*catalogue);
    }
    auto records = RecordsFile::open(folder / kRecordsFile);
    if (!records) return fail(records.error());
    impl->records_ = std::move(*records);
    return impl;
  }

  Result<void> put(PreparedArticle article) {
    const auto offset = records_.append(article.record);
    if (!offset) return fail(offset.error());
    article.row.record_offset = *offset;
    const bool replaces = catalogue_.number_of(article.row.id).has_value();
    const auto document = static_cast<Xapian::docid>(catalogue_.put(std::move(article.row)) + 1);
    return with_xapian(folder_.string(), [&]() -> Result<void> {
      if (article.terms) {
        if (!mark_.empty()) article.terms->add_value(kAudienceSlot, mark_);
        database_.replace_document(document, *article.terms);
      } else if (replaces) {
        remove(document);
      }
      return {};
    });
  }

  Result<void> erase(std::string_view id) {
    const auto number = catalogue_.number_of(id);
    if (!number) return {};
    catalogue_.erase(id);
    return with_xapian(folder_.string(), [&]() -> Result<void> {
      remove(static_cast<Xapian::docid>(*number + 1));
      return {};
    });
  }

  Result<DatabaseFacts> finish() {
    Words words;
    auto committed = with_xapian(folder_.string(), [&]() -> Result<void> {
      database_.commit();
      words = collect_words(database_);
      database_.close();
      return {};
    });
    if (!committed) return fail(committed.error());
    const auto articles = static_cast<std::uint32_t>(catalogue_.rows().size());
    if (auto done = write_file(folder_ / kTermTableFile, encode_term_table(words.terms)); !done)
      return fail(done.error());
    const auto lexicon = encode_lexicon(folder_.stem().string(), words.words, articles);
    if (auto done = write_file(folder_ / kLexiconFile, lexicon); !done) return fail(done.error());
    if (auto done = records_.finish(); !done) return fail(done.error());
    if (auto done = write_file(folder_ / kCatalogueFile, catalogue_.encode()); !done)
      return fail(done.error());
    if (auto done = write_suggestions(); !done) return fail(done.error());
    for (const auto& file : fs::directory_iterator(folder_))
      if (auto done = sync_path(file.path()); !done) return fail(done.error());
    return facts();
  }

  const Catalogue& catalogue() const { return catalogue_; }

 private:
  void remove(Xapian::docid document) {
    try {
      database_.delete_document(document);
    } catch (const Xapian::DocNotFoundError&) {  // it was unlisted, so it had no terms
    }
  }

  // What was asked in tickets is suggested to nobody.
  Result<void> write_suggestions() const {
    if (folder_.extension() == "." + std::string(kTicketsPart)) return {};
    const auto suggestions = collect_suggestions(catalogue_, folder_ / kRecordsFile);
    if (!suggestions) return fail(suggestions.error());
    return write_file(folder_ / kSuggestionsFile, suggestions->encode());
  }

  DatabaseFacts facts() const {
    DatabaseFacts facts;
    for (const auto& row : catalogue_.rows()) {
      if (row.id.empty()) continue;
      ++facts.articles;
      facts.sections += row.section_count;
      facts.words += row.word_count;
    }
    return facts;
  }

  fs::path folder_;
  std::string mark_;  // what every document says of its database
  Xapian::WritableDatabase database_;
  RecordsFile records_;
  Catalogue catalogue_;
};

DatabaseWriter::DatabaseWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DatabaseWriter::DatabaseWriter(DatabaseWriter&&) noexcept = default;
DatabaseWriter::~DatabaseWriter() = default;

Result<DatabaseWriter> DatabaseWriter::create(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail("cannot create the folder: " + error.message(), folder.string());
  auto impl = Impl::open(folder, Xapian::DB_CREATE);
  if (!impl) return fail(impl.error());
  return DatabaseWriter(std::move(*impl));
}

Result<DatabaseWriter> DatabaseWriter::continue_from(const fs::path& old, const fs::path& folder) {
  if (auto copied = copy_folder(old, folder); !copied) return fail(copied.error());
  auto impl = Impl::open(folder, Xapian::DB_OPEN);
  if (!impl) return fail(impl.error());
  return DatabaseWriter(std::move(*impl));
}

Result<void> DatabaseWriter::put(PreparedArticle article) {
  return impl_->put(std::move(article));
}
Result<void> DatabaseWriter::erase(std::string_view id) {
  return impl_->erase(id);
}
Result<DatabaseFacts> DatabaseWriter::finish() {
  return impl_->finish();
}
const Catalogue& DatabaseWriter::catalogue() const {
  return impl_->catalogue();
}

}  // namespace kb::index
