#include "core/tickets/import_files.h"

namespace kb::tickets {
namespace {

// Whose mails are the team's: what is never redacted, and the site's own address.
std::vector<std::string> support_addresses(const Config& config) {
  std::vector<std::string> addresses;
  for (const auto& kept : config.redact.keep)
    if (kept.find('@') != std::string::npos) addresses.push_back(kept);
  constexpr std::string_view kMail = "mailto:";
  if (config.site.contact.starts_with(kMail)) {
    const auto address = config.site.contact.substr(kMail.size());
    addresses.push_back(address.substr(0, address.find('?')));
  }
  return addresses;
}

std::string last_part(const std::filesystem::path& path) {
  const auto normal = path.lexically_normal();
  return normal.has_filename() ? normal.stem().string() : normal.parent_path().stem().string();
}

}  // namespace

Result<ImportFile> import_file(const Config& config, const std::filesystem::path& path,
                               const std::string& source, const std::string& format) {
  const auto known = format_of(format, path);
  if (!known) return fail(known.error());
  return ImportFile{path, source.empty() ? last_part(path) : source,
                    FileOptions{*known, {}, support_addresses(config)}};
}

Result<std::vector<ImportFile>> import_files(const Config& config, const SourceConfig& source) {
  const auto paths = files_of(source);
  if (!paths) return fail(paths.error());
  std::vector<ImportFile> files;
  for (const auto& path : *paths) {
    auto file = import_file(
        config, path, source.name.empty() ? last_part(source.path) : source.name, source.format);
    if (!file) return fail(file.error());
    file->options.columns = source.columns;
    files.push_back(std::move(*file));
  }
  return files;
}

}  // namespace kb::tickets
