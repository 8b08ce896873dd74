#include "server/login/browser_name.h"

#include <array>

#include "server/http/utf8.h"

namespace kb {
namespace {

struct Sign {
  std::string_view mark, name;
};
// Browsers also name those that they descend from: the most special comes first.
constexpr std::array kBrowsers = {Sign{"Edg", "Edge"},         Sign{"OPR/", "Opera"},
                                  Sign{"Firefox/", "Firefox"}, Sign{"FxiOS/", "Firefox"},
                                  Sign{"Chrome/", "Chrome"},   Sign{"CriOS/", "Chrome"},
                                  Sign{"Safari/", "Safari"},   Sign{"curl/", "curl"}};
constexpr std::array kSystems = {Sign{"iPhone", "iPhone"},   Sign{"iPad", "iPad"},
                                 Sign{"Android", "Android"}, Sign{"Windows", "Windows"},
                                 Sign{"Macintosh", "Mac"},   Sign{"CrOS", "ChromeOS"},
                                 Sign{"Linux", "Linux"}};
constexpr std::size_t kLongest = 60;

template <std::size_t Size>
std::string_view found_in(std::string_view text, const std::array<Sign, Size>& signs) {
  for (const auto& sign : signs)
    if (text.find(sign.mark) != std::string_view::npos) return sign.name;
  return {};
}

}  // namespace

std::string browser_name(std::string_view user_agent) {
  const auto browser = found_in(user_agent, kBrowsers);
  const auto system = found_in(user_agent, kSystems);
  if (browser.empty()) return http::repair_utf8(std::string(user_agent.substr(0, kLongest)));
  return std::string(browser) + (system.empty() ? "" : ", " + std::string(system));
}

}  // namespace kb
