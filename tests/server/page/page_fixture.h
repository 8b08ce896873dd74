// What the tests of pages share: the real templates, a site in three languages, files for the
// moment, and the rules that every page keeps.
//
//   page.site = sample_site("ro");
//   const std::string html = render(renderer(), page);
//   EXPECT_EQ(broken_rules(html), "");
//
// renderer() is loaded at its first use and fails the test if the project's templates do not load.

#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "server/page/layout.h"
#include "server/page/renderer.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/server/page/page_rules.h"

namespace kb::page {

inline std::filesystem::path source_folder() {
  return KB_SOURCE_FOLDER;
}
inline std::filesystem::path templates_folder() {
  return source_folder() / "templates";
}

inline const Renderer& renderer() {
  static const Result<Renderer> loaded = Renderer::load(templates_folder());
  if (!loaded) ADD_FAILURE() << to_line(loaded.error());
  return loaded.value();
}

inline Site sample_site(const std::string& lang) {
  Site site;
  site.name = "Fernway & Friends";
  site.base_path = "/help";
  site.base_url = "https://fernway.example";
  site.lang = lang;
  site.default_language = "en";
  site.home_url = "/help/" + lang + "/";
  site.search_url = "/help/" + lang + "/search";
  site.suggest_url = "/help/api/v1/suggest?lang=" + lang;
  site.canonical_url = "/help/" + lang + "/here";
  for (const char* each : {"en", "ro", "ar"}) {
    site.languages.push_back({each, std::string("/help/") + each + "/here", true});
  }
  return site;
}

}  // namespace kb::page
