#include "server/coverage/digest_words.h"

#include "tests/server/coverage/digest_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class DigestWordsTest : public DigestFixture {
 protected:
  DigestText words(const Digest& digest, const std::string& lang = "en") {
    const auto& texts = center.center().renderer.texts();
    return in_words(digest, center.center(), texts.in(lang));
  }
  Digest full() {
    put_visits();
    const auto gap = add_gap("zwrot <kosztów>", "pl");
    const auto closed = add_gap("late parcel");
    const auto back = add_gap("lost key");
    prove(closed, "closed");
    prove(back, "returned");
    put_wish("7", "dark mode");
    return make(report_of({found(gap, "zwrot", insights::GapTrend::rising)}));
  }
};

TEST_F(DigestWordsTest, SayInOneLineThatThereIsNothing) {
  auto digest = make(report_of({}));
  const auto text = words(digest);
  EXPECT_EQ(text.intro, "A quiet week: there is nothing to tell.");
  EXPECT_TRUE(text.sections.empty());
  EXPECT_THAT(text.subject, HasSubstr("the week from March 3, 2026 to March 9, 2026"));
}

TEST_F(DigestWordsTest, NameEachPartWithItsLinks) {
  const auto text = words(full());
  std::vector<std::string> headings;
  std::vector<std::string> paths;
  for (const auto& section : text.sections) {
    headings.push_back(section.heading);
    paths.push_back(section.lines.at(0).path);
  }
  EXPECT_THAT(headings,
              ElementsAre("How it goes", "Came back", "What helps most customers", "New or rising",
                          "Closed, and proved", "What customers wish for"));
  EXPECT_THAT(paths, ElementsAre("/writer/insights", "/writer/gaps/3", "/writer/gaps/1",
                                 "/writer/gaps/1", "/writer/gaps/2", "/writer/wishes"));
  EXPECT_EQ(text.sections[4].lines[0].text,
            "\u2068late parcel\u2069 (English): in vain before: 75.0 % (60/80), since: "
            "7.3 % (3/41)");
}

TEST_F(DigestWordsTest, AreThereInEveryLanguage) {
  const auto digest = full();
  const auto english = words(digest);
  for (const auto& [lang, texts] : center.center().renderer.texts().languages()) {
    const auto own = words(digest, lang);
    EXPECT_EQ(own.sections.size(), english.sections.size()) << lang;
    EXPECT_EQ(own.sections[1].heading == english.sections[1].heading, lang == "en") << lang;
  }
}

TEST_F(DigestWordsTest, OfAMailHaveWholeAddresses) {
  center.site.config.site.base_url = "https://help.fernway.example";
  center.start();
  const auto texts = team_texts(center.center());
  const auto mail = digest_body(words(full()), center.center().config, texts);
  EXPECT_THAT(as_text(mail), HasSubstr("https://help.fernway.example/writer/gaps/1"));
  EXPECT_THAT(as_html(mail), HasSubstr("zwrot &lt;kosztów&gt;"));
  EXPECT_THAT(as_text(mail), HasSubstr("Open the writers’ pages"));
}

}  // namespace
}  // namespace kb
