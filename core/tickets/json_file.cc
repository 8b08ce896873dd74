#include "core/tickets/json_file.h"

#include <nlohmann/json.hpp>

#include "core/tickets/chatwoot.h"
#include "core/tickets/json_lines.h"
#include "core/tickets/json_objects.h"
#include "core/tickets/zammad.h"
#include "core/tickets/zendesk.h"

namespace kb::tickets {
namespace {

std::vector<std::string> wrappers_of(Format format) {
  if (format == Format::chatwoot) return {"payload", "conversations"};
  return {"tickets"};
}

class JsonFile final : public TicketFile {
 public:
  JsonFile(InputFile file, Format format, Position from)
      : objects_(std::move(file), wrappers_of(format), from), format_(format) {}

  std::optional<Result<Record>> next() override {
    auto piece = objects_.next();
    if (!piece) return std::nullopt;
    if (!*piece) return Result<Record>(fail(std::move(piece->error())));
    Record record;
    record.where = objects_.file().where((*piece)->line);
    record.size = (*piece)->bytes.size();
    record.read = [bytes = std::move((*piece)->bytes), where = record.where,
                   format = format_]() -> Result<RawTicket> {
      auto raw = read_json_ticket(bytes, format);
      if (!raw) return fail(raw.error().what, where, raw.error().hint);
      raw->where = where;
      return raw;
    };
    return record;
  }

  Position position() const override { return objects_.position(); }
  std::optional<Error> trouble() const override { return objects_.file().trouble(); }

 private:
  JsonObjects objects_;
  Format format_;
};

}  // namespace

Result<RawTicket> read_json_ticket(const std::string& bytes, Format format) {
  nlohmann::json object;
  try {
    object = nlohmann::json::parse(bytes);
  } catch (const nlohmann::json::exception& problem) {
    std::string what = problem.what();
    if (const auto detail = what.find("] "); detail != std::string::npos) what.erase(0, detail + 2);
    return fail("broken JSON: " + what.substr(0, 200), {},
                "correct the ticket and import again; the file must be UTF-8");
  }
  switch (format) {
    case Format::zendesk:
      return read_zendesk(object);
    case Format::chatwoot:
      return read_chatwoot(object);
    case Format::zammad:
      return read_zammad(object);
    default:
      return read_json_line(object);
  }
}

Result<std::unique_ptr<TicketFile>> open_json_file(const std::filesystem::path& path, Format format,
                                                   Position from) {
  auto file = InputFile::open(path);
  if (!file) return fail(file.error());
  return std::make_unique<JsonFile>(std::move(*file), format, from);
}

}  // namespace kb::tickets
