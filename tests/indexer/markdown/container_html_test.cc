#include "indexer/markdown/container_html.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(ContainerHtml, EscapesWhatWritersGive) {
  std::string html;
  write_admonition(html, "note", "a < b");
  EXPECT_EQ(html,
            "<aside class=\"admonition note\" role=\"note\" data-kind=\"note\">\n<p "
            "class=\"admonition-title\">a &lt; b</p>\n");
}

TEST(ContainerHtml, ShowsVideosOfTheWebOnly) {
  ContainerMark video;
  video.name = "video";
  for (const char* bad : {"", "javascript:x", "//h/x", "a.mp4"}) {
    video.target = bad;
    EXPECT_TRUE(is_refused_video(video));
  }
  video.target = "https://v.example/1";
  EXPECT_FALSE(is_refused_video(video));
  std::string html;
  write_container_start(html, video);
  write_container_end(html, video);
  EXPECT_TRUE(html.starts_with("<figure class=\"video\" data-video=\"https://v.example/1\">"));
  EXPECT_TRUE(html.ends_with("</details></figure>\n"));
}

}  // namespace
}  // namespace kb
