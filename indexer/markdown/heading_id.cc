#include "indexer/markdown/heading_id.h"

#include "core/text/slug.h"

namespace kb {
namespace {

std::string generated(std::string_view title) {
  std::string id = text::slug(title);
  return id.empty() ? "section" : id;
}

}  // namespace

bool is_heading_id(std::string_view id) {
  return text::is_slug(id);
}

std::string HeadingIds::claim(std::string_view wanted) {
  std::string id(wanted);
  if (last_number_.try_emplace(id, 0).second) return id;
  // References into an unordered_map stay valid while it grows.
  int& number = last_number_[id];
  for (;;) {
    std::string numbered = id + "-" + std::to_string(++number);
    if (last_number_.try_emplace(numbered, 0).second) return numbered;
  }
}

std::string HeadingIds::generate(std::string_view title) {
  return claim(generated(title));
}

}  // namespace kb
