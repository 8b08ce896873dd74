#include "core/tickets/csv_file.h"

#include "core/text/charset.h"
#include "core/text/normal_form.h"
#include "core/tickets/csv_columns.h"

namespace kb::tickets {
namespace {

// What every row is read by.
struct Reading {
  CsvColumns columns;
  std::string encoding;  // empty: UTF-8
};

Result<void> decode(CsvRow& row, const std::string& encoding) {
  for (std::string& field : row) {
    if (encoding.empty()) {
      if (!text::is_valid_utf8(field))
        return fail("not in UTF-8", {},
                    "save the file as UTF-8, or name its encoding in kb.yaml: columns: {encoding: "
                    "windows-1252}");
      continue;
    }
    auto decoded = text::decode_charset(field, encoding);
    if (!decoded) return fail(decoded.error());
    field = std::move(*decoded);
  }
  return {};
}

std::size_t size_of(const CsvRow& row) {
  std::size_t size = 0;
  for (const auto& field : row) size += field.size();
  return size;
}

bool is_blank(const CsvRow& row) {
  return row.size() == 1 && row.front().find_first_not_of(" \t") == std::string::npos;
}

class CsvFile final : public TicketFile {
 public:
  CsvFile(InputFile file, char delimiter, std::size_t width, Reading reading)
      : file_(std::move(file)),
        delimiter_(delimiter),
        width_(width),
        reading_(std::make_shared<const Reading>(std::move(reading))),
        done_(file_.position()) {}

  std::optional<Result<Record>> next() override {
    while (file_.peek() != InputFile::kEnd) {
      const Position start = file_.position();
      auto row = read_csv_row(file_, delimiter_);
      if (row && is_blank(*row)) continue;
      if (row && row->size() != width_)
        row = fail(
            std::to_string(row->size()) + " fields where the header has " + std::to_string(width_),
            {}, "is a delimiter or a line break outside quotes?");
      if (!row) return Result<Record>(get_back_in_step(start, std::move(row.error())));
      done_ = file_.position();
      return record_of(std::move(*row), file_.where(start.line));
    }
    done_ = file_.position();
    return std::nullopt;
  }

  Position position() const override { return done_; }
  std::optional<Error> trouble() const override { return file_.trouble(); }

 private:
  Record record_of(CsvRow row, std::string where) const {
    Record record;
    record.size = size_of(row);
    record.where = where;
    record.read = [row = std::move(row), where = std::move(where),
                   reading = reading_]() -> Result<RawTicket> {
      CsvRow decoded = row;
      if (auto done = decode(decoded, reading->encoding); !done)
        return fail(done.error().what, where, done.error().hint);
      auto raw = reading->columns.read(decoded);
      if (!raw) return fail(raw.error().what, where, raw.error().hint);
      raw->where = where;
      return raw;
    };
    return record;
  }

  // The line after the one on which the bad row begins, or a later one, that is a row.
  tl::unexpected<Error> get_back_in_step(Position bad, Error error) {
    error.where = file_.where(bad.line);
    file_.seek(bad);
    for (;;) {
      std::string skipped;
      file_.get_line(skipped, 0);
      const Position start = file_.position();
      if (file_.peek() == InputFile::kEnd) break;
      const auto row = read_csv_row(file_, delimiter_);
      const bool in_step = row && row->size() == width_;
      file_.seek(start);
      if (in_step) break;
    }
    done_ = file_.position();
    if (done_.line > bad.line + 1)
      error.what += "; lines up to " + std::to_string(done_.line - 1) + " are skipped";
    return fail(std::move(error));
  }

  InputFile file_;
  char delimiter_;
  std::size_t width_;
  std::shared_ptr<const Reading> reading_;
  Position done_;
};

}  // namespace

Result<std::unique_ptr<TicketFile>> open_csv_file(const std::filesystem::path& path,
                                                  const std::map<std::string, std::string>& columns,
                                                  Position from) {
  auto file = InputFile::open(path);
  if (!file) return fail(file.error());
  std::string encoding;
  if (const auto named = columns.find("encoding"); named != columns.end()) encoding = named->second;
  if (!encoding.empty() && !text::is_known_charset(encoding))
    return fail("unknown encoding '" + encoding + "'", path.string(),
                "such as windows-1252, ISO-8859-2 or windows-1251");
  if (file->peek() == 0xFF || file->peek() == 0xFE)
    return fail("the file is in UTF-16", path.string(), "save it as UTF-8");
  for (const int mark : {0xEF, 0xBB, 0xBF})
    if (file->peek() == mark) file->get();
  const Position start = file->position();
  std::string first_line;
  file->get_line(first_line, kLargestTicket);
  file->seek(start);
  const char delimiter = detect_delimiter(first_line);
  auto header = read_csv_row(*file, delimiter);
  if (header)
    if (auto done = decode(*header, encoding); !done) header = fail(done.error());
  if (!header) return fail(header.error().what, file->where(1), header.error().hint);
  auto known = CsvColumns::of(*header, columns);
  if (!known) return fail(known.error().what, file->where(1), known.error().hint);
  if (from.byte > file->position().byte) file->seek(from);
  return std::make_unique<CsvFile>(std::move(*file), delimiter, header->size(),
                                   Reading{std::move(*known), std::move(encoding)});
}

}  // namespace kb::tickets
