#include "core/tickets/ticket_file.h"

#include <algorithm>
#include <array>

#include "core/tickets/csv_file.h"
#include "core/tickets/json_file.h"
#include "core/tickets/mbox_file.h"

namespace kb::tickets {
namespace {

namespace fs = std::filesystem;

struct FormatName {
  std::string_view name;
  Format format;
  std::string_view extensions;  // of its files, each followed by a space
};
constexpr std::array kFormatNames = {
    FormatName{"jsonl", Format::json_lines, ".jsonl .ndjson .json "},
    FormatName{"csv", Format::csv, ".csv .tsv "},
    FormatName{"zendesk", Format::zendesk, ".json .jsonl .ndjson "},
    FormatName{"chatwoot", Format::chatwoot, ".json .jsonl .ndjson "},
    FormatName{"zammad", Format::zammad, ".json .jsonl .ndjson "},
    FormatName{"mbox", Format::mbox, ".mbox .mbx "},
};

bool has_extension(const FormatName& name, const fs::path& path) {
  const auto extension = path.extension().string();
  return !extension.empty() && name.extensions.find(extension + " ") != std::string_view::npos;
}

}  // namespace

Result<Format> format_of(const std::string& name, const fs::path& path) {
  for (const auto& each : kFormatNames)
    if (name.empty() ? has_extension(each, path) : each.name == name) return each.format;
  constexpr const char* kKnown = "name the format: jsonl, csv, zendesk, chatwoot, zammad or mbox";
  if (name.empty()) return fail("the file's name does not tell its format", path.string(), kKnown);
  return fail("unknown format `" + name + "`", path.string(), kKnown);
}

Result<std::vector<fs::path>> files_of(const SourceConfig& source) {
  std::error_code error;
  if (fs::is_regular_file(source.path, error)) return std::vector{source.path};
  if (!fs::is_directory(source.path, error))
    return fail("the source is neither a file nor a folder", source.path.string(),
                "correct `path` in kb.yaml");
  std::vector<fs::path> files;
  for (fs::directory_iterator it(source.path, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (it->path().filename().string().starts_with('.') || !it->is_regular_file(ignored)) continue;
    const bool wanted =
        std::any_of(kFormatNames.begin(), kFormatNames.end(), [&](const FormatName& each) {
          return (source.format.empty() || each.name == source.format) &&
                 has_extension(each, it->path());
        });
    if (wanted) files.push_back(it->path());
  }
  if (error) return fail("cannot read the folder: " + error.message(), source.path.string());
  std::sort(files.begin(), files.end());
  return files;
}

bool can_grow(Format format) {
  return format != Format::mbox;
}

Result<std::unique_ptr<TicketFile>> open_ticket_file(const fs::path& path,
                                                     const FileOptions& options, Position from) {
  if (options.format == Format::mbox) return open_mbox_file(path, options.support, from);
  if (options.format == Format::csv) return open_csv_file(path, options.columns, from);
  return open_json_file(path, options.format, from);
}

}  // namespace kb::tickets
