#include "server/events/product_page.h"

#include <algorithm>

#include "core/text/normal_form.h"
#include "server/events/lower_case.h"
#include "server/json_writer.h"

namespace kb {
namespace {

constexpr std::size_t kLongestAddress = 300;  // bytes of host and path
constexpr std::size_t kShortestCode = 16;     // characters of a part of the path with a digit in it

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "1042", "5f0c2a9e-2b1d-4d0c-9a51-0f6f6a7c1d2e", "ana@example.com": one customer's, not the
// page's.
bool names_one_thing(std::string_view part) {
  if (part.empty()) return false;
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(part, is_digit));
  if (digits == part.size() || part.find('@') != part.npos) return true;
  return part.size() >= kShortestCode && digits > 0;
}

}  // namespace

std::string host_and_path(std::string_view url) {
  std::string host;
  if (const auto scheme = url.find("://"); scheme != url.npos && !url.starts_with('/')) {
    const auto name = lower_case(url.substr(0, scheme));
    if (name != "https" && name != "http") return {};
    url.remove_prefix(scheme + 3);
    const auto end = std::min(url.find_first_of("/?#"), url.size());
    const auto authority = url.substr(0, end);
    host = lower_case(authority.substr(authority.rfind('@') + 1));
    url.remove_prefix(end);
    if (host.empty()) return {};
  } else if (!url.starts_with('/') || url.starts_with("//")) {
    return {};
  }
  auto path = url.substr(0, url.find_first_of("?#"));
  while (path.ends_with('/')) path.remove_suffix(1);
  auto page = host + (path.empty() ? "/" : std::string(path));
  const bool is_clean = std::ranges::all_of(page, [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != '<' && c != '"' && c != '\\';
  });
  return is_clean ? std::string(text::utf8_prefix(page, kLongestAddress)) : std::string();
}

std::string product_page(std::string_view url) {
  const auto address = host_and_path(url);
  const auto path = std::min(address.find('/'), address.size());
  std::string page = address.substr(0, path);
  std::string_view rest(address);
  rest.remove_prefix(path);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('/', 1), rest.size());
    const auto part = rest.substr(1, end - 1);
    page.append("/").append(names_one_thing(part) ? "*" : part);
    rest.remove_prefix(end);
  }
  return page;
}

std::string click_detail(const std::string& page) {
  if (page.empty()) return {};
  JsonWriter out;
  out.begin('{');
  out.member("from", page);
  out.end('}');
  return out.take();
}

}  // namespace kb
