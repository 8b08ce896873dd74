#include "server/page/preview_notes.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using nlohmann::json;

json notes_of(const Preview& preview, const std::string& lang = "en") {
  const Site site = sample_site(lang);
  const Frame frame(renderer(), site);
  json model;
  add_preview_notes(model, frame, preview);
  return model;
}

TEST(PreviewNotes, SayWhenCustomersSeeTheArticle) {
  Preview preview;
  EXPECT_EQ(notes_of(preview)["has_notes"], false);
  preview.draft = true;
  preview.publish_at = parse_time("2027-01-15").value();
  const auto notes = notes_of(preview)["preview_notes"];
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(notes[0]["note"], "Draft: customers do not see this article yet.");
  EXPECT_EQ(notes[1]["note"], "Customers see this article from January 15, 2027.");
}

TEST(PreviewNotes, SayThatThereIsNothingToMend) {
  Preview preview;
  preview.checked = true;
  EXPECT_EQ(notes_of(preview)["has_notes"], true);
  EXPECT_EQ(notes_of(preview)["findings_title"], "There is nothing to mend in this article.");
}

TEST(PreviewNotes, ListWhatThereIsToMend) {
  Preview preview;
  preview.checked = true;
  preview.findings = {{"error", 1234, "no such article", "perhaps billing/refund"},
                      {"warning", 0, "long", ""},
                      {"odd", 3, "x", ""}};
  const auto model = notes_of(preview);
  EXPECT_EQ(model["findings_title"], "3 things to mend");
  EXPECT_EQ(model["findings"][0], (json{{"kind", "error"},
                                        {"severity", "Error"},
                                        {"line", "Line 1,234"},
                                        {"what", "no such article"},
                                        {"hint", "perhaps billing/refund"}}));
  EXPECT_EQ(model["findings"][1]["line"], "");
  EXPECT_EQ(model["findings"][2]["kind"], "hint");
}

TEST(PreviewNotes, MarkTheirEnglishInAnotherLanguage) {
  EXPECT_EQ(notes_of({}, "en")["findings_lang"], "");
  EXPECT_EQ(notes_of({}, "ro")["findings_lang"], "en");
}

}  // namespace
}  // namespace kb::page
