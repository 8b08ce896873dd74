// A site in a folder of its own: a test writes its content, builds it, and looks at what is live.
//
//   SiteInFolder site;
//   site.write("en/billing/refund.md", "# Refund\n\nWithin 14 days.\n");
//   site.must_build();
//   EXPECT_THAT(site.found("refund"), ElementsAre("en/billing/refund"));
//
// Each write has another modification time, so that no build takes a new text for the old one. The
// folder goes with the object. Not thread-safe.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/index/generation.h"
#include "core/text/stemmer.h"
#include "indexer/build.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {

class SiteInFolder {
 public:
  static constexpr Time kStart{std::chrono::seconds{1'767'225'600}};  // 2026-01-01T00:00:00Z

  SiteInFolder();

  std::filesystem::path content() const { return folder_.path() / "content"; }
  std::filesystem::path index() const { return folder_.path() / "index"; }
  const std::filesystem::path& folder() const { return folder_.path(); }

  void write(const std::string& path, std::string_view text);  // below content()
  void remove(const std::string& path);

  // Writes kb.yaml for the programs, and gives its path.
  std::filesystem::path write_config(const std::string& more = {});

  Result<BuildReport> build(bool full = false, unsigned workers = 2);
  BuildReport must_build(bool full = false, unsigned workers = 2);
  BuildReport must_build_cleanly();  // no problem either

  std::shared_ptr<const index::Generation> live() const;

  // What a search finds, best first, each as "lang/id".
  std::vector<std::string> found(const std::string& query, const std::string& lang = "en",
                                 Audience audience = Audience::everyone);
  // All articles of the live generation for an audience: "lang/id: title".
  std::vector<std::string> articles(Audience audience = Audience::everyone) const;
  // The HTML of one, or "" if there is none.
  std::string html(const std::string& lang, const std::string& id,
                   Audience audience = Audience::everyone) const;

  Config config;
  ManualClock clock{kStart};

 private:
  TemporaryFolder folder_;
  text::Stemmers stemmers_;
  std::chrono::seconds written_{0};
};

// "where: what" of each problem, for comparing in tests.
std::vector<std::string> lines_of(const std::vector<Error>& problems);

}  // namespace kb
