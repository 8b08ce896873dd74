#include "server/page/assets.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;

TEST(Assets, AreWhatTheProjectShips) {
  const auto assets = Assets::load(templates_folder() / "assets");
  ASSERT_TRUE(assets) << to_line(assets.error());
  const Asset* css = assets->find("site.css");
  ASSERT_NE(css, nullptr);
  EXPECT_EQ(css->content_type, "text/css; charset=utf-8");
  EXPECT_LT(css->body.size(), 30U * 1024U);
  EXPECT_LT(css->gzip_body.size(), css->body.size() / 2);
  EXPECT_EQ(css->gzip_body.substr(0, 2), "\x1f\x8b");
  EXPECT_LT(assets->find("site.js")->body.size(), 12U * 1024U);
  EXPECT_EQ(assets->find("icons.svg")->content_type, "image/svg+xml");
  EXPECT_EQ(assets->find("nothing.css"), nullptr);
  EXPECT_EQ(assets->find("../layout.mustache"), nullptr);
}

TEST(Assets, HaveTheContentsHashInTheirUrl) {
  const TemporaryFolder folder;
  folder.write("a.css", "one");
  const auto before = Assets::load(folder.path()).value().url("/help", "a.css");
  EXPECT_EQ(before.size(), std::string("/help/assets/a.css?v=0123456789abcdef").size());
  folder.write("a.css", "two");
  EXPECT_NE(Assets::load(folder.path()).value().url("/help", "a.css"), before);
  EXPECT_EQ(Assets::load(folder.path()).value().url("", "b.css"), "/assets/b.css");
}

TEST(Assets, TakeTheSitesOwnFileFirst) {
  const TemporaryFolder shipped;
  const TemporaryFolder own;
  shipped.write("site.css", "shipped");
  own.write("site.css", "own");
  own.write("theme.css", "theme");
  const auto assets = Assets::load(shipped.path(), own.path());
  ASSERT_TRUE(assets);
  EXPECT_EQ(assets->find("site.css")->body, "own");
  EXPECT_EQ(assets->find("theme.css")->body, "theme");
  EXPECT_TRUE(Assets::load(shipped.path(), own.path() / "missing"));
}

TEST(Assets, AreNotPackedWhereItSavesNothing) {
  const TemporaryFolder folder;
  folder.write("a.css", "x");
  folder.write("b.css", "");
  const auto assets = Assets::load(folder.path());
  EXPECT_EQ(assets->find("a.css")->gzip_body, "");
  EXPECT_EQ(assets->find("b.css")->body, "");
}

TEST(Assets, TakeWhatIsMade) {
  const TemporaryFolder folder;
  auto assets = Assets::load(folder.path()).value();
  assets.add("brand.css", "text/css; charset=utf-8", ":root { --accent: red; }");
  EXPECT_EQ(assets.find("brand.css")->content_type, "text/css; charset=utf-8");
  EXPECT_THAT(assets.url("", "brand.css"), testing::StartsWith("/assets/brand.css?v="));
}

TEST(Assets, LeaveOutASitesOwnFileThatIsOfNoUse) {
  const TemporaryFolder shipped;
  const TemporaryFolder own;
  shipped.write("site.css", "shipped");
  own.write("notes.docx", "?");
  own.write("theme.css", "theme");
  const auto assets = Assets::load(shipped.path(), own.path());
  ASSERT_TRUE(assets);
  EXPECT_NE(assets->find("theme.css"), nullptr);
  ASSERT_EQ(assets->problems().size(), 1U);
  EXPECT_THAT(assets->problems()[0].where, HasSubstr("notes.docx"));
}

TEST(Assets, HaveLibrariesOfTheSystem) {
  const TemporaryFolder shipped;
  const TemporaryFolder system;
  system.write("chart.min.js", "draw()");
  auto assets = Assets::load(shipped.path());
  ASSERT_TRUE(assets);
  ASSERT_TRUE(assets->add_library("chart.js", system.path() / "chart.min.js"));
  EXPECT_EQ(assets->find("chart.js")->body, "draw()");
  const auto missing = assets->add_library("other.js", system.path() / "other.js");
  ASSERT_FALSE(missing);
  EXPECT_EQ(assets->find("other.js"), nullptr);
}

TEST(Assets, FailNamingWhatIsWrong) {
  const TemporaryFolder folder;
  folder.write(".hidden", "left alone");
  EXPECT_TRUE(Assets::load(folder.path()));
  folder.write("notes.docx", "?");
  const auto unknown = Assets::load(folder.path());
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().where, HasSubstr("notes.docx"));
  const auto missing = Assets::load(folder.path() / "missing");
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().where, HasSubstr("missing"));
}

}  // namespace
}  // namespace kb::page
