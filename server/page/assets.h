// The style sheet, script and icons that pages use, kept in memory ready to be sent.
//
//   auto assets = Assets::load("templates/assets");
//   assets->url("/help", "site.css")      -> "/help/assets/site.css?v=3f9a0c21b7d4e586"
//   const Asset* css = assets->find("site.css");      // nullptr: answer 404
//
// The hash in the URL names the content, so answers may be cached for ever. Thread-safe: never
// changes, once all are added. Fails on files that cannot be read or whose ending has no known
// content type; in a site's own folder such a file is a problem told, and left out.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kb::page {

struct Asset {
  std::string content_type;  // "text/css; charset=utf-8"
  std::string body;
  std::string gzip_body;  // empty where it would save nothing
  std::string hash;       // of the body: 16 hex digits
};

class Assets {
 public:
  // A file in `overrides` (which need not exist) takes the place of the one with its name, or adds
  // one: theme.css, if there, is linked by every page after its own styles.
  static Result<Assets> load(const std::filesystem::path& folder,
                             const std::filesystem::path& overrides = {});

  // Adds a file of the system's, under a name of its own: a library that a package installed.
  Result<void> add_library(const std::string& name, const std::filesystem::path& file);

  // Adds one that is made, not read: brand.css. It replaces the one with its name.
  void add(const std::string& name, std::string content_type, std::string body);

  const Asset* find(std::string_view name) const;

  // For a name that there is not, the URL has no hash (and answers 404).
  std::string url(std::string_view base_path, std::string_view name) const;

  const std::vector<Error>& problems() const { return problems_; }  // of the files in `overrides`

 private:
  Result<void> add_file(const std::filesystem::path& file);
  void add_own(const std::filesystem::path& folder);

  std::map<std::string, Asset, std::less<>> assets_;
  std::vector<Error> problems_;
};

}  // namespace kb::page
