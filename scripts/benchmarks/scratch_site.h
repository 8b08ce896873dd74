// A site that a benchmark makes for itself, with a store, and the project's programs run on it.
//
//   const ScratchSite site(scratch / "event-site", programs, "index: {path: index, keep: 1}\n");
//   site.write_article("en/help/a1.md", "# Question\n\nAnswer.\n");
//   site.run_program("kb-index", {"build"}, "build.log");       // what it cost
//   const auto server = site.serve();
//
// All languages found are published; what programs print goes to files of the site. Not
// thread-safe.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "scripts/benchmarks/child.h"

namespace kb::bench {

class ScratchSite {
 public:
  // `settings`: lines of kb.yaml beside those that every such site has.
  ScratchSite(std::filesystem::path folder, std::filesystem::path programs,
              const std::string& settings);

  void write_article(const std::filesystem::path& path, const std::string& markdown) const;
  std::filesystem::path config() const { return folder_ / "kb.yaml"; }
  std::string url() const { return "sqlite:" + (folder_ / "store.db").string(); }
  std::filesystem::path file(const std::string& name) const { return folder_ / name; }

  Result<Cost> run_program(const std::string& program, std::vector<std::string> arguments,
                           const std::string& log) const;
  Result<std::unique_ptr<ServerProcess>> serve() const;

 private:
  std::filesystem::path folder_;
  std::filesystem::path programs_;
};

}  // namespace kb::bench
