#include "server/preview.h"

#include <sys/stat.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/durable_file.h"
#include "core/index/generation.h"

namespace kb {
namespace {

using nlohmann::json;

// Differs whenever the file was written anew; empty where there is none.
std::string file_state(const std::filesystem::path& file) {
  struct stat facts {};
  if (::stat(file.c_str(), &facts) != 0) return {};
  return std::to_string(facts.st_ino) + ":" + std::to_string(facts.st_mtim.tv_sec) + "." +
         std::to_string(facts.st_mtim.tv_nsec);
}

int rank(const std::string& severity) {
  return severity == "error" ? 0 : severity == "warning" ? 1 : 2;
}

}  // namespace

std::string Preview::state() const {
  const auto published = index::current_identity(index_);
  return (published ? *published : "none") + " " + file_state(check_file());
}

// Lies in the generation that was checked: another one has not been, yet.
std::filesystem::path Preview::check_file() const {
  const auto number = index::current_generation(index_);
  return number ? index_ / index::generation_name(*number) / index::kCheckFile
                : std::filesystem::path();
}

std::shared_ptr<const Preview::Findings> Preview::current() const {
  const auto file = check_file();
  const auto state = file.string() + " " + file_state(file);
  const std::lock_guard lock(mutex_);
  if (state == read_state_) return findings_;
  read_state_ = state;
  findings_.reset();
  const auto bytes = read_file(file);
  if (!bytes) return findings_;
  const json report = json::parse(*bytes, nullptr, /*allow_exceptions=*/false);
  if (!report.is_object() || !report.contains("findings")) return findings_;
  auto read = std::make_shared<Findings>();
  try {
    for (const auto& finding : report["findings"]) {
      auto& list = (*read)[{finding.value("lang", ""), finding.value("id", "")}];
      list.push_back({finding.value("severity", ""), finding.value("line", 0),
                      finding.value("what", ""), finding.value("hint", "")});
    }
  } catch (const json::exception&) {  // not what kb-index writes: as good as not checked
    return findings_;
  }
  for (auto& [article, list] : *read)
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return std::pair(rank(a.severity), a.line) < std::pair(rank(b.severity), b.line);
    });
  findings_ = std::move(read);
  return findings_;
}

std::optional<std::vector<page::PreviewFinding>> Preview::findings(const std::string& lang,
                                                                   const std::string& id) const {
  const auto all = current();
  if (!all) return std::nullopt;
  const auto found = all->find({lang, id});
  return found == all->end() ? std::vector<page::PreviewFinding>() : found->second;
}

}  // namespace kb
