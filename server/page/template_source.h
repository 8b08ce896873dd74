// The text of a page's template, made whole: its partials and the layout around it put in.
//
//   auto sources = TemplateSources::load("templates", "my-site/templates");
//   sources->whole("article")     -> "<!doctype html>…", with no {{> …}} left in it
//
// layout.mustache stands around each page: where it says {{> page}}, the page's template goes. A
// site's own file takes the place of the built-in one with its name, until it is withdrawn.
// Fails, with file and line, on a partial that does not exist or includes itself. Not thread-safe
// while files are withdrawn.

#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kb::page {

class TemplateSources {
 public:
  struct File {
    std::filesystem::path path;
    std::string text;
  };
  using Files = std::map<std::string, File, std::less<>>;

  // `overrides` need not exist.
  static Result<TemplateSources> load(const std::filesystem::path& folder,
                                      const std::filesystem::path& overrides = {});

  // `page` is the name of a file.
  Result<std::string> whole(std::string_view page) const;

  const Files& built_in() const { return built_in_; }
  const Files& own() const { return own_; }  // the site's

  // From now on the built-in file of that name serves, if there is one.
  void withdraw(const std::string& name, Error why);

  // Withdraws the site's own files that keep one of `pages` from being whole.
  void withdraw_faulty(std::span<const std::string_view> pages);

  // Why files were withdrawn, or not read at all.
  const std::vector<Error>& problems() const { return problems_; }

 private:
  const File* find(std::string_view name) const;
  Result<std::string> expand(const File& file, std::string_view page, int depth) const;
  std::string culprit(const Error& error, std::string_view page) const;

  Files built_in_, own_;
  std::vector<Error> problems_;
};

// "templates/search.mustache:12" for an offset into the file's text.
std::string place_in(const TemplateSources::File& file, std::size_t offset);

}  // namespace kb::page
