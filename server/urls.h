// Every address of the help center is made here.
//
//   Urls urls("/help");
//   urls.article("ro", "billing/refund", Kind::article, "how-long")
//       -> "/help/ro/a/billing/refund#how-long"
//   urls.search("en", {.text = "late parcel", .page = 2}) -> "/help/en/search?q=late+parcel&page=2"
//
// Paths and parameters are percent-encoded. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/article/article.h"

namespace kb {

struct SearchAddress {
  std::string text = {};
  std::string category = {};
  std::size_t page = 1;
  bool verbatim = false;  // this text and no other spelling of it
};

class Urls {
 public:
  explicit Urls(std::string base_path) : base_path_(std::move(base_path)) {}

  const std::string& base_path() const { return base_path_; }
  std::string home(std::string_view lang) const;
  std::string search(std::string_view lang, const SearchAddress& address = {}) const;
  std::string category(std::string_view lang, std::string_view key, std::size_t page = 1) const;
  std::string article(std::string_view lang, std::string_view id, Kind kind,
                      std::string_view anchor = {}) const;
  std::string markdown(std::string_view lang, std::string_view id, Kind kind) const;
  std::string file(std::string_view hash, std::string_view name) const;

  std::string feed(std::string_view lang) const;
  std::string opensearch(std::string_view lang) const;
  std::string suggest(std::string_view lang) const;
  std::string suggestions(std::string_view lang) const;  // of the JSON API
  std::string llms(std::string_view lang) const;
  std::string sitemap() const;
  std::string sitemap_part(std::string_view lang, std::size_t part) const;
  std::string preview_state() const;
  std::string contact(std::string_view lang) const;
  std::string contact_ticket(std::string_view lang, std::string_view token) const;  // its state
  std::string privacy(std::string_view lang) const;
  std::string feedback(std::string_view lang) const;
  std::string survey(std::string_view lang) const;
  std::string watch(std::string_view lang, std::string_view token = {}) const;
  std::string events() const;                      // of the JSON API
  std::string login(std::string_view next) const;  // and then on to `next`, a path of this site
  std::string audit(std::string_view who, std::int64_t before = 0) const;  // 0: the newest

 private:
  std::string base_path_;
};

}  // namespace kb
