#include "server/stored_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class StoredFiles : public testing::Test {
 protected:
  StoredFiles() {
    center.site.write("en/a.md", "# A\n\n![a](a.svg) [b](b.html)\n");
    center.site.write("en/secret.md", "---\naudience: agents\n---\n![s](s.svg)\n");
    center.site.write("en/a.svg", "<svg>a</svg>");
    center.site.write("en/b.html", "<script>alert(1)</script>");
    center.site.write("en/s.svg", "<svg>secret</svg>");
    center.publish();
  }
  std::string hash(const std::string& symbolic) const {
    const auto* file = center.center().searchers.generation()->file(symbolic, Audience::agents);
    return file == nullptr ? "none" : file->hash;
  }
  HelpCenterFixture center;
};

TEST_F(StoredFiles, AreServedForEver) {
  const auto answer = center.get("/files/" + hash("kb-file:0/en/a.svg") + "/a.svg");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "<svg>a</svg>");
  EXPECT_EQ(answer.content_type, "image/svg+xml");
  EXPECT_THAT(answer.cache_control, HasSubstr("immutable"));
  EXPECT_THAT(header(answer, "Content-Security-Policy"), HasSubstr("sandbox"));
}

TEST_F(StoredFiles, AreDownloadsWhereABrowserMightRunThem) {
  const auto answer = center.get("/files/" + hash("kb-file:0/en/b.html") + "/b.html");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "application/octet-stream");
  EXPECT_EQ(header(answer, "Content-Disposition"), "attachment");
}

TEST_F(StoredFiles, AreNotServedToTheWrongPeople) {
  EXPECT_EQ(center.get("/files/" + hash("kb-file:0/en/s.svg") + "/s.svg").status, 404);
  for (const auto* address : {"/files/", "/files/none/a.svg", "/files/../CURRENT",
                              "/files/%2e%2e/x", "/files//etc/passwd"})
    EXPECT_EQ(center.get(address).status, 404) << address;
}

// The same bytes may be shown by an article for everyone and by one for agents.
TEST_F(StoredFiles, AreServedWhereAnyoneMaySeeTheSameBytes) {
  center.site.write("en/s.svg", "<svg>a</svg>");
  center.publish();
  EXPECT_EQ(center.get("/files/" + hash("kb-file:0/en/s.svg") + "/s.svg").status, 200);
}

TEST_F(StoredFiles, FailInTheOpenWhereTheirBytesAreGone) {
  const auto name = hash("kb-file:0/en/a.svg");
  std::filesystem::remove(center.site.index() / "files" / name);
  const auto answer = center.get("/files/" + name + "/a.svg");
  EXPECT_EQ(answer.status, 500);
  EXPECT_THAT(answer.fault, HasSubstr(name));
}

TEST_F(StoredFiles, ServeThePagesAssets) {
  const auto css = center.get("/assets/site.css");
  EXPECT_EQ(css.status, 200);
  EXPECT_THAT(css.content_type, HasSubstr("text/css"));
  EXPECT_EQ(css.cache_control, "no-cache");
  EXPECT_THAT(center.get("/assets/site.css?v=" + css.etag.value_or("")).cache_control,
              HasSubstr("immutable"));
  EXPECT_EQ(center.get("/assets/site.css?v=old").cache_control, "no-cache");
  EXPECT_EQ(center.get("/assets/../layout.mustache").status, 404);
  EXPECT_EQ(center.get("/assets/nothing.css").status, 404);
}

TEST(ContentType, GoesByTheEnding) {
  EXPECT_EQ(content_type_of("a.PNG"), "image/png");
  EXPECT_EQ(content_type_of("a.html"), "application/octet-stream");
  EXPECT_EQ(content_type_of("a.svg.js"), "application/octet-stream");
  EXPECT_EQ(content_type_of(""), "application/octet-stream");
}

}  // namespace
}  // namespace kb
