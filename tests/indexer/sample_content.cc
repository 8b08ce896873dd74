#include "tests/indexer/sample_content.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace kb {

std::string article(const std::string& title, const std::string& text) {
  return "---\ntitle: " + title + "\n---\n" + text + "\n";
}

void write_many(SiteInFolder& site, int files) {
  const std::vector<std::string> words = {"refund", "parcel", "invoice", "password", "sensor",
                                          "hub",    "plan",   "battery", "account",  "courier"};
  std::mt19937 random(42);
  for (int i = 0; i < files; ++i) {
    std::string text;
    for (int w = 0; w < 40; ++w) text += words[random() % words.size()] + " ";
    const std::string lang = i % 3 == 0 ? "ro" : "en";
    site.write(lang + "/topic" + std::to_string(i % 5) + "/page" + std::to_string(i) + ".md",
               article("Page " + std::to_string(i), text + "\n\n## More\n\n" + text));
  }
}

void expect_same(const Contents& a, const Contents& b) {
  EXPECT_EQ(a.for_everyone, b.for_everyone);
  EXPECT_EQ(a.for_agents, b.for_agents);
  EXPECT_EQ(a.html, b.html);
  EXPECT_EQ(a.found, b.found);
}

Contents contents_of(SiteInFolder& site) {
  Contents contents{site.articles(), site.articles(Audience::agents), {}, {}};
  const auto generation = site.live();
  for (const auto& entry : generation->manifest().databases)
    for (const auto& row : generation->database(entry.name)->catalogue.rows())
      if (!row.id.empty())
        contents.html.push_back(entry.name.lang + "/" + row.id + "\n" +
                                site.html(entry.name.lang, row.id, entry.name.audience));
  std::sort(contents.html.begin(), contents.html.end());
  for (const auto* query : {"refund", "parcel invoice", "battery of the sensor", "secret"})
    for (const auto* lang : {"en", "ro"}) {
      // Documents of equal weight come in the order in which they were written, which differs.
      auto found = site.found(query, lang);
      std::sort(found.begin(), found.end());
      for (const auto& hit : found) contents.found.push_back(std::string(query) + ": " + hit);
    }
  return contents;
}

}  // namespace kb
