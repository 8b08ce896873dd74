#include "server/page/style_sheet.h"

#include <openssl/evp.h>

#include <array>

namespace kb::page {
namespace {

// The end of the element cannot stand in it; in CSS the backslash means nothing here.
std::string inside_an_element(std::string css) {
  for (auto at = css.find("</"); at != css.npos; at = css.find("</", at + 3))
    css.insert(at + 1, "\\");
  return css;
}

}  // namespace

std::string style_sheet(const Assets& assets, Looks looks) {
  std::string css;
  const auto add = [&](std::string_view name) {
    if (const Asset* asset = assets.find(name)) css += asset->body;
  };
  add("site.css");
  add(looks == Looks::finding ? "find.css" : "feedback.css");
  add("brand.css");
  return inside_an_element(std::move(css));
}

std::string content_source(std::string_view css) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(css.data(), css.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> text{};
  const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(size));
  return "'sha256-" + std::string(text.begin(), text.begin() + length) + "'";
}

}  // namespace kb::page
