// The text of a page's template, made whole: its partials and the layout around it put in.
//
//   auto sources = TemplateSources::load("templates");
//   sources->whole("article")     -> "<!doctype html>…", with no {{> …}} left in it
//
// layout.mustache stands around each page: where it says {{> page}}, the page's template goes.
// Fails, with file and line, on a partial that does not exist or includes itself. Thread-safe:
// never changes.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kb::page {

class TemplateSources {
 public:
  struct File {
    std::filesystem::path path;
    std::string text;
  };

  // Files in `overrides` (which need not exist) take the place of those with their names.
  static Result<TemplateSources> load(const std::filesystem::path& folder,
                                      const std::filesystem::path& overrides = {});

  // `page` is one of files().
  Result<std::string> whole(std::string_view page) const;

  const std::map<std::string, File, std::less<>>& files() const { return files_; }

 private:
  Result<std::string> expand(const File& file, std::string_view page, int depth) const;

  std::map<std::string, File, std::less<>> files_;
};

// "templates/search.mustache:12" for an offset into the file's text.
std::string place_in(const TemplateSources::File& file, std::size_t offset);

}  // namespace kb::page
