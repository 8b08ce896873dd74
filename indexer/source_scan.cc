#include "indexer/source_scan.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/durable_file.h"
#include "core/text/detector.h"
#include "core/text/normal_form.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

// Not content, wherever they lie: tools' folders, and partials that others include.
bool is_ignored(const std::string& name) {
  return name.starts_with('.') || name == "node_modules" ||
         (name.starts_with('_') && !name.starts_with("_index."));
}

class SourceWalk {
 public:
  SourceWalk(const Config& config, std::size_t number, Scan& scan)
      : config_(config),
        source_(config.sources[number]),
        number_(number),
        layout_(source_.layout),
        scan_(scan) {}

  void run() {
    std::error_code error;
    root_ = fs::canonical(source_.path, error);
    if (error || !fs::is_directory(root_)) {
      scan_.problems.push_back({"the source is no folder", source_.path.string(),
                                "correct `path` in kb.yaml, or create the folder"});
      scan_.unreadable.push_back(std::to_string(number_) + "/");
      return;
    }
    walk(source_.path, "");
    for (const auto& [name, example] : mistaken_)
      scan_.problems.push_back(
          {"'" + name + "' is no language tag, so " + example + " is in no language",
           (source_.path / name).string(),
           "name the folder by a tag such as en or pt-BR, or mend `layout` in kb.yaml"});
  }

 private:
  void walk(const fs::path& folder, const std::string& prefix) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      entries.push_back(*it);
    if (error) {
      scan_.problems.push_back({"cannot read the folder: " + error.message(), folder.string(), {}});
      scan_.unreadable.push_back(std::to_string(number_) + "/" + prefix);
      return;
    }
    for (const auto& entry : entries) {
      const std::string name = entry.path().filename().string();
      if (name == "_category_.json" || (prefix.empty() && name == "categories.yaml"))
        scan_.category_files.push_back({number_, prefix + name, entry.path()});
      if (is_ignored(name)) continue;
      const bool link = entry.is_symlink(error);
      if (link && !leads_inside(entry.path())) continue;
      if (entry.is_directory(error)) {
        if (!link) walk(entry.path(), prefix + name + "/");
      } else if (is_markdown(name)) {
        add(entry.path(), prefix + name);
      }
    }
  }

  bool leads_inside(const fs::path& link) {
    std::error_code error;
    const auto target = fs::canonical(link, error);
    const auto inside =
        !error && std::mismatch(root_.begin(), root_.end(), target.begin(), target.end()).first ==
                      root_.end();
    if (!inside)
      scan_.problems.push_back({"the symbolic link leads out of the source: not followed",
                                link.string(), "copy the file, or make its folder a source"});
    return inside;
  }

  void add(const fs::path& path, std::string relative) {
    SourceFile file;
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) {
      scan_.problems.push_back(system_error("cannot read", path));
      return;
    }
    file.source = number_;
    file.path = std::move(relative);
    file.file = path;
    file.kind = source_.kind == SourceKind::answers ? Kind::answer : Kind::article;
    file.size = static_cast<std::uint64_t>(facts.st_size);
    file.modified_ns = facts.st_mtim.tv_sec * 1'000'000'000LL + facts.st_mtim.tv_nsec;
    if (!place(file)) return;
    const auto& published = config_.site.languages;
    if (published.empty() ||
        std::find(published.begin(), published.end(), file.lang) != published.end())
      scan_.files.push_back(std::move(file));
  }

  // Language and id; false where the file is no article of this source.
  bool place(SourceFile& file) {
    if (auto match = layout_.match(file.path)) {
      file.lang = match->lang.value_or(config_.site.default_language);
      file.id = std::move(match->id);
      return true;
    }
    if (file.path.find('/') == std::string::npos) {  // outside any language: the text tells
      const auto content = read_file(file.file);
      const auto detected = content ? text::detect_language(*content) : std::nullopt;
      file.lang = detected.value_or(config_.site.default_language);
      file.id = text::nfc(file.path.substr(0, file.path.rfind('.')));
      return true;
    }
    if (auto mistaken = layout_.mistaken_language(file.path))
      mistaken_.emplace(std::move(*mistaken), file.path);
    return false;
  }

  const Config& config_;
  const SourceConfig& source_;
  std::size_t number_;
  Layout layout_;
  Scan& scan_;
  fs::path root_;
  std::map<std::string, std::string> mistaken_;  // what is no language -> a file in it
};

// The first file of an id keeps it; the others are told.
void reject_duplicates(Scan& scan) {
  std::vector<SourceFile> kept;
  kept.reserve(scan.files.size());
  for (auto& file : scan.files) {
    if (kept.empty() || kept.back().lang != file.lang || kept.back().id != file.id) {
      kept.push_back(std::move(file));
      continue;
    }
    scan.problems.push_back({"has the id '" + file.id + "' of " + kept.back().file.string(),
                             file.file.string(), "rename one of the two files"});
    scan.duplicates.push_back(std::move(file));
  }
  scan.files = std::move(kept);
}

}  // namespace

Scan scan_sources(const Config& config) {
  Scan scan;
  for (std::size_t number = 0; number < config.sources.size(); ++number)
    if (config.sources[number].kind != SourceKind::tickets) SourceWalk(config, number, scan).run();
  std::sort(scan.files.begin(), scan.files.end(), [](const auto& a, const auto& b) {
    return std::tie(a.lang, a.id, a.source, a.path) < std::tie(b.lang, b.id, b.source, b.path);
  });
  std::sort(scan.category_files.begin(), scan.category_files.end(),
            [](const auto& a, const auto& b) { return a.file < b.file; });
  reject_duplicates(scan);
  return scan;
}

}  // namespace kb
