#include "server/page/template_source.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

TEST(TemplateSources, PutPartialsAndTheLayoutTogether) {
  const TemporaryFolder folder;
  folder.write("layout.mustache", "<body>{{> page}}{{>_foot}}</body>\n");
  folder.write("home.mustache", "{{title}}{{> _foot}}\n");
  folder.write("_foot.mustache", "<hr>\n");
  const auto sources = TemplateSources::load(folder.path());
  ASSERT_TRUE(sources);
  EXPECT_EQ(sources->whole("home").value(), "<body>{{title}}<hr><hr></body>\n");
}

TEST(TemplateSources, TakeTheSitesOwnFileFirst) {
  const TemporaryFolder shipped;
  const TemporaryFolder own;
  shipped.write("layout.mustache", "{{> page}} {{> _foot}}");
  shipped.write("home.mustache", "home");
  shipped.write("_foot.mustache", "foot");
  own.write("_foot.mustache", "own foot");
  EXPECT_EQ(TemplateSources::load(shipped.path(), own.path())->whole("home").value(),
            "home own foot");
}

struct Case {
  std::string name, home, foot, where, what;
};
class BadTemplates : public testing::TestWithParam<Case> {};

TEST_P(BadTemplates, AreRefusedWithTheirPlace) {
  const TemporaryFolder folder;
  folder.write("layout.mustache", "{{> page}}");
  folder.write("home.mustache", GetParam().home);
  folder.write("_foot.mustache", GetParam().foot);
  const auto whole = TemplateSources::load(folder.path())->whole("home");
  ASSERT_FALSE(whole);
  EXPECT_THAT(whole.error().where, EndsWith(GetParam().where));
  EXPECT_THAT(whole.error().what, HasSubstr(GetParam().what));
}

INSTANTIATE_TEST_SUITE_P(
    Places, BadTemplates,
    testing::Values(Case{"unknown", "a\nb {{> _nose}}", "", "home.mustache:2", "`_nose`"},
                    Case{"endless", "{{> _foot}}", "\n\n{{> _foot}}", "_foot.mustache:3",
                         "without end"},
                    Case{"page_in_page", "{{> page}}", "", "home.mustache:1", "without end"},
                    Case{"open", "x\n{{> _foot", "", "home.mustache:2", "not closed"}),
    [](const auto& test) { return test.param.name; });

using testing::ElementsAre;
using testing::Field;

constexpr std::string_view kHome[] = {"home"};

TEST(TemplateSources, WithdrawTheSitesOwnFileThatIsAtFault) {
  const TemporaryFolder shipped;
  const TemporaryFolder own;
  shipped.write("layout.mustache", "{{> page}} {{> _foot}}");
  shipped.write("home.mustache", "home");
  shipped.write("_foot.mustache", "foot");
  own.write("_foot.mustache", "own {{> _nose}}");
  own.write("home.mustache", "own home");
  auto sources = TemplateSources::load(shipped.path(), own.path()).value();
  sources.withdraw_faulty(kHome);
  EXPECT_EQ(sources.whole("home").value(), "own home foot");
  EXPECT_THAT(sources.problems(), ElementsAre(Field(&Error::where, EndsWith("_foot.mustache:1"))));
}

// Two files of a site were fit each by itself, but included one another through a built-in one.
TEST(TemplateSources, WithdrawWhatIncludesItselfThroughABuiltInFile) {
  const TemporaryFolder shipped;
  const TemporaryFolder own;
  shipped.write("layout.mustache", "{{> page}}");
  shipped.write("home.mustache", "{{> _a}}");
  shipped.write("_a.mustache", "a {{> _b}}");
  shipped.write("_b.mustache", "b");
  own.write("_b.mustache", "own b {{> _a}}");
  own.write("_c.mustache", "innocent");
  auto sources = TemplateSources::load(shipped.path(), own.path()).value();
  sources.withdraw_faulty(kHome);
  EXPECT_EQ(sources.whole("home").value(), "a b");
  EXPECT_EQ(sources.problems().size(), 1U);
  EXPECT_TRUE(sources.own().contains("_c"));
}

TEST(TemplateSources, NeedALayout) {
  const TemporaryFolder folder;
  const auto sources = TemplateSources::load(folder.path());
  ASSERT_FALSE(sources);
  EXPECT_THAT(sources.error().where, EndsWith("layout.mustache"));
}

TEST(TemplateSources, TellTheLineOfAnOffset) {
  const TemplateSources::File file{"t/home.mustache", "a\nb\nc"};
  EXPECT_EQ(place_in(file, 0), "t/home.mustache:1");
  EXPECT_EQ(place_in(file, 4), "t/home.mustache:3");
  EXPECT_EQ(place_in(file, 999), "t/home.mustache:3");
}

}  // namespace
}  // namespace kb::page
