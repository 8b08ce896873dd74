#include "server/writer/source_place.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

SourceConfig source(std::vector<std::string> layout, const std::filesystem::path& path = "c") {
  SourceConfig made;
  made.path = path;
  made.layout = std::move(layout);
  return made;
}

struct PlaceCase {
  std::vector<std::string> layout;
  std::string lang, id, place;  // empty: none
};
class PlaceOf : public testing::TestWithParam<PlaceCase> {};
TEST_P(PlaceOf, IsWhereTheLayoutSays) {
  const auto& [layout, lang, id, place] = GetParam();
  const auto found = place_of(source(layout), "en", lang, id);
  EXPECT_EQ(found ? found->string() : "", place);
}
INSTANTIATE_TEST_SUITE_P(
    Layouts, PlaceOf,
    testing::Values(
        PlaceCase{{"{lang}/{path}.md"}, "ro", "a/b", "c/ro/a/b.md"},
        PlaceCase{{"{path}.{lang}.md", "{path}.md"}, "ro", "a", "c/a.ro.md"},
        PlaceCase{{"docs/{path}.md", "i18n/{lang}/{path}.md"}, "en", "a", "c/docs/a.md"},
        PlaceCase{{"docs/{path}.md", "i18n/{lang}/{path}.md"}, "pl", "a", "c/i18n/pl/a.md"},
        PlaceCase{{"docs/{path}.md"}, "pl", "a", ""},  // holds the default language alone
        PlaceCase{{"{lang}/{path}.md"}, "ro", "../a", ""},
        PlaceCase{{"{lang}/{path}.md"}, "ro", "a/../../b", ""},
        PlaceCase{{"{lang}/{path}.md"}, "ro", "/etc/passwd", ""},
        PlaceCase{{"{lang}/{path}.md"}, "ro", "", ""},
        PlaceCase{{"{lang}/{path}.md"}, "ro", ".hidden", ""},
        PlaceCase{{"{lang}/{path}.md"}, "ro", "_partial", ""},
        PlaceCase{{"{lang}/{path}.md"}, "ro", std::string("a\0b", 3), ""}));

TEST(PlaceBeside, IsByThePatternOfTheFileThatIsThere) {
  const TemporaryFolder folder;
  folder.write("i18n/pl/a.mdx", "");
  const auto both = source({"docs/{path}.md", "i18n/{lang}/{path}.md"}, folder.path());
  EXPECT_EQ(place_beside(both, "pl", "pl", "a", "a-more"), folder.path() / "i18n/pl/a-more.md");
  EXPECT_FALSE(place_beside(both, "pl", "pl", "b", "b-more"));
}

struct IdCase {
  const char* id;
  bool plain;
};
class PlainId : public testing::TestWithParam<IdCase> {};
TEST_P(PlainId, IsWordsAndSlashes) {
  EXPECT_EQ(is_plain_id(GetParam().id), GetParam().plain) << GetParam().id;
}
INSTANTIATE_TEST_SUITE_P(Ids, PlainId,
                         testing::Values(IdCase{"late-parcel", true}, IdCase{"a/late-parcel", true},
                                         IdCase{"gdzie-jest-paczka", true},
                                         IdCase{"где-посылка", true}, IdCase{"", false},
                                         IdCase{"a//b", false}, IdCase{"/a", false},
                                         IdCase{"..", false}, IdCase{"a b", false},
                                         IdCase{"a.md", false}, IdCase{"a\\b", false}));

}  // namespace
}  // namespace kb
