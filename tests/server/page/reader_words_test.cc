#include "server/page/reader_words.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

struct Case {
  std::string name, html, worded;
};
class ReaderWords : public testing::TestWithParam<Case> {};

TEST_P(ReaderWords, StandWhereTheWriterLeftThemOut) {
  EXPECT_EQ(with_reader_words(GetParam().html, "en", renderer().texts().in("en")),
            GetParam().worded);
}

INSTANTIATE_TEST_SUITE_P(
    Places, ReaderWords,
    testing::Values(
        Case{"note",
             R"(<aside class="admonition note" role="note" data-kind="note"><p>x</p></aside>)",
             R"(<aside class="admonition note" role="note" data-kind="note">)"
             R"(<p class="admonition-title">Note</p><p>x</p></aside>)"},
        Case{"own_title",
             "<aside class=\"admonition tip\" role=\"note\" data-kind=\"tip\">\n"
             "<p class=\"admonition-title\">Mine</p></aside>",
             "<aside class=\"admonition tip\" role=\"note\" data-kind=\"tip\">\n"
             "<p class=\"admonition-title\">Mine</p></aside>"},
        Case{"unknown_kind",
             R"(<aside class="admonition odd" role="note" data-kind="odd">x</aside>)",
             R"(<aside class="admonition odd" role="note" data-kind="odd">x</aside>)"},
        Case{"agents", R"(<aside class="agents-only"><p>x</p></aside>)",
             R"(<aside class="agents-only"><p class="admonition-title">For agents only</p>)"
             R"(<p>x</p></aside>)"},
        Case{
            "video",
            R"(<a class="video-poster" href="u"><span class="video-label"></span></a>)"
            R"(<details class="transcript"><summary><span class="transcript-label"></span>)"
            R"(</summary><p>t</p></details>)",
            R"(<a class="video-poster" href="u"><span class="video-label">Watch the video</span></a>)"
            R"(<details class="transcript"><summary><span class="transcript-label">)"
            R"(Read what the video shows</span></summary><p>t</p></details>)"},
        Case{"other_spans", R"(<span class="x"></span>)", R"(<span class="x"></span>)"},
        Case{"text_about_it", "<p>&lt;aside class=\"admonition note\"&gt; <b>x</b></p>",
             "<p>&lt;aside class=\"admonition note\"&gt; <b>x</b></p>"},
        Case{"cut_off", R"(<p>a<aside class="admonition note" data-kind="note)",
             R"(<p>a<aside class="admonition note" data-kind="note)"},
        Case{"label_cut_off", R"(<span class="video-label">)", R"(<span class="video-label">)"},
        Case{"empty", "", ""}),
    [](const auto& test) { return test.param.name; });

TEST(ReaderWords, AreMarkedInAnArticleOfAnotherLanguage) {
  EXPECT_EQ(with_reader_words(R"(<span class="transcript-label"></span>)", "en",
                              renderer().texts().in("ar")),
            R"(<span class="transcript-label" lang="ar" dir="rtl">اقرأ ما يعرضه الفيديو</span>)");
}

}  // namespace
}  // namespace kb::page
