#include "core/text/language.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstring>
#include <set>

namespace kb::text {
namespace {

bool all_of(std::string_view text, int (*is)(int)) {
  return std::all_of(text.begin(), text.end(),
                     [is](char c) { return is(static_cast<unsigned char>(c)) != 0; });
}

std::string cased(std::string_view text, bool first_upper, bool rest_upper) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    out[i] =
        static_cast<char>((i == 0 ? first_upper : rest_upper) ? std::toupper(c) : std::tolower(c));
  }
  return out;
}

bool listed(const char* const* list, const std::string& code) {
  for (; *list != nullptr; ++list)
    if (code == *list) return true;
  return false;
}

bool is_language(const std::string& code) {
  static const std::set<std::string> known = [] {
    std::set<std::string> codes = {"no", "sh"};  // in use, though ICU lists their successors
    for (const char* const* code_it = uloc_getISOLanguages(); *code_it != nullptr; ++code_it)
      codes.insert(*code_it);
    return codes;
  }();
  return known.contains(code);
}

bool is_script(const std::string& code) {
  return u_getPropertyValueEnum(UCHAR_SCRIPT, code.c_str()) != UCHAR_INVALID_CODE;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find_first_of(separators);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// `tag` made canonical; an Error names the key of the configuration.
Result<void> fix(std::string& tag, const char* key) {
  auto canonical = canonical_language(tag);
  if (!canonical) return fail(canonical.error().what, key, canonical.error().hint);
  tag = *canonical;
  return {};
}

// "" stands for all other languages.
Result<void> canonicalise_texts(LocalText& texts, const char* key) {
  LocalText canonical;
  for (const auto& entry : texts) {
    auto [lang, text] = std::pair<std::string, std::string>(entry);
    if (!lang.empty())
      if (auto done = fix(lang, key); !done) return done;
    canonical[lang] = std::move(text);
  }
  texts = std::move(canonical);
  return {};
}

}  // namespace

Result<std::string> canonical_language(std::string_view tag) {
  const auto unknown = [&] {
    return fail("'" + std::string(tag.substr(0, 40)) + "' is no language tag", {},
                "use a tag such as en, pt-BR or zh-TW");
  };
  const auto parts = split(tag, "-_");
  std::string canonical = cased(parts[0], false, false);
  if (canonical == "iw")
    canonical = "he";  // withdrawn codes that detectors and old sites still use
  if (canonical == "in") canonical = "id";
  if (canonical == "ji") canonical = "yi";
  if (canonical.size() < 2 || canonical.size() > 3 || !is_language(canonical)) return unknown();
  std::size_t at = 1;
  if (at < parts.size() && parts[at].size() == 4 && all_of(parts[at], std::isalpha)) {
    const std::string script = cased(parts[at++], true, false);
    if (!is_script(script)) return unknown();
    canonical += "-" + script;
  }
  if (at < parts.size()) {
    const std::string region = cased(parts[at++], true, true);
    const bool numeric = region.size() == 3 && all_of(region, std::isdigit);
    if (!numeric && !listed(uloc_getISOCountries(), region)) return unknown();
    canonical += "-" + region;
  }
  if (at != parts.size()) return unknown();
  return canonical;
}

std::vector<std::string> language_candidates(std::string_view canonical) {
  std::vector<std::string> list;
  for (;;) {
    list.emplace_back(canonical);
    const auto dash = canonical.rfind('-');
    if (dash == std::string_view::npos) return list;
    canonical = canonical.substr(0, dash);
  }
}

Result<void> canonicalise_languages(SiteConfig& site) {
  if (auto done = fix(site.default_language, "site.default_language"); !done) return done;
  if (site.languages == std::vector<std::string>{"all"}) site.languages.clear();
  for (auto& tag : site.languages)
    if (auto done = fix(tag, "site.languages"); !done) return done;
  decltype(site.fallback) fallback;
  for (const auto& entry : site.fallback) {
    auto [from, list] = std::pair<std::string, std::vector<std::string>>(entry);
    if (auto done = fix(from, "site.fallback"); !done) return done;
    for (auto& to : list)
      if (auto done = fix(to, "site.fallback"); !done) return done;
    fallback[from] = std::move(list);
  }
  site.fallback = std::move(fallback);
  if (auto done = canonicalise_texts(site.notice, "site.notice"); !done) return done;
  for (auto& link : site.header_links)
    if (auto done = canonicalise_texts(link.text, "site.header_links"); !done) return done;
  for (auto& link : site.footer_links)
    if (auto done = canonicalise_texts(link.text, "site.footer_links"); !done) return done;
  return {};
}

std::string negotiate_language(std::string_view accept_language,
                               const std::vector<std::string>& published,
                               const std::string& otherwise) {
  const auto match = [&](const std::string& wanted) -> const std::string* {
    for (const auto& candidate : language_candidates(wanted))
      for (const auto& lang : published)
        if (lang == candidate) return &lang;
    for (const auto& lang : published)  // a reader of "pt" reads "pt-BR"
      if (language_candidates(lang).back() == language_candidates(wanted).back()) return &lang;
    return nullptr;
  };
  std::string best = otherwise;
  double best_quality = 0;
  for (auto range : split(accept_language.substr(0, 1000), ",")) {
    const auto parts = split(range, ";");
    std::string tag(parts[0]);
    std::erase(tag, ' ');
    double quality = 1;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto q = parts[i].find("q=");
      if (q == std::string_view::npos) continue;
      const auto number = parts[i].substr(q + 2);
      if (std::from_chars(number.data(), number.data() + number.size(), quality).ec != std::errc{})
        quality = 0;
    }
    if (!(quality > best_quality)) continue;  // nor if it is NaN
    const auto canonical = canonical_language(tag);
    if (!canonical) continue;
    if (const auto* lang = match(*canonical)) {
      best = *lang;
      best_quality = quality;
    }
  }
  return best;
}

}  // namespace kb::text
