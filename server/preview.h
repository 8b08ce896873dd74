// What a writer's preview shows besides the pages: what kb-index watch found to mend, and when to
// load the page anew.
//
//   Preview preview("var/index");
//   preview.findings("en", "billing/refund")     // nothing: not checked yet
//   preview.state()                              // another text after each build or check
//
// Only kb-server serve --preview has one. Thread-safe.

#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/page/article_page.h"

namespace kb {

class Preview {
 public:
  explicit Preview(std::filesystem::path index) : index_(std::move(index)) {}

  // Of one article, worst first; nothing where there are no results of a check.
  std::optional<std::vector<page::PreviewFinding>> findings(const std::string& lang,
                                                            const std::string& id) const;
  std::string state() const;

 private:
  using Findings = std::map<std::pair<std::string, std::string>, std::vector<page::PreviewFinding>>;
  std::filesystem::path check_file() const;
  std::shared_ptr<const Findings> current() const;

  const std::filesystem::path index_;
  mutable std::mutex mutex_;
  mutable std::string read_state_;  // of the file as it was read
  mutable std::shared_ptr<const Findings> findings_;
};

}  // namespace kb
