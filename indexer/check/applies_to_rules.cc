#include "indexer/check/applies_to_rules.h"

#include <string>
#include <vector>

#include "indexer/check/nearest_word.h"

namespace kb {
namespace {

class AppliesToCheck {
 public:
  AppliesToCheck(const std::vector<AppliesToAxis>& axes, Findings& findings)
      : axes_(axes), findings_(findings) {
    for (const auto& axis : axes)
      for (const auto& value : axis.values) {
        bare_.push_back(value.key);
        full_.push_back(axis.key + ":" + value.key);
      }
  }

  void check(const std::string& value, Place place) {
    if (find_value(axes_, value)) return;
    findings_.add(rules::unknown_applies_to, std::move(place),
                  "applies_to.yaml does not list `" + value + "`", hint(value));
  }

 private:
  // "plan:android" has the right value under the wrong key.
  std::string hint(const std::string& value) const {
    const auto colon = value.find(':');
    const std::string key = value.substr(colon == std::string::npos ? 0 : colon + 1);
    if (const auto found = find_value(axes_, key))
      return "did you mean `" + found.axis->key + ":" + key + "`?";
    const auto& known = colon == std::string::npos ? bare_ : full_;
    if (const auto near = nearest_word(value, known))
      return "did you mean `" + std::string(*near) + "`?";
    return "list it there, or use one of " + joined(known);
  }

  static std::string joined(const std::vector<std::string>& words) {
    constexpr std::size_t kMost = 12;
    std::string all;
    for (std::size_t i = 0; i < words.size() && i < kMost; ++i)
      all += (i > 0 ? ", " : "") + words[i];
    return words.size() > kMost ? all + " …" : all;
  }

  const std::vector<AppliesToAxis>& axes_;
  Findings& findings_;
  std::vector<std::string> bare_, full_;  // "android", "platform:android"
};

}  // namespace

void check_applies_to(const CheckedSite& site, const AppliesToFile& lists, Findings& findings) {
  for (const auto& problem : lists.problems) findings.add(rules::applies_to_file, Place(), problem);
  if (lists.axes.empty()) return;
  AppliesToCheck values(lists.axes, findings);
  for (const auto& article : site.articles()) {
    for (const auto& value : article.facts().applies_to)
      values.check(value, article.place_of("applies_to"));
    for (const auto& section : article.outline.applies_to)
      values.check(section.value, article.place(section.line));
    for (const auto& section : article.agents_outline.applies_to)
      values.check(section.value, article.place(section.line));
  }
}

}  // namespace kb
