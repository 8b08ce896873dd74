#include "server/agent/reply_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

index::Record record_of(const std::vector<Section>& sections) {
  Article article;
  article.body.sections = sections;
  index::RecordWriter writer;
  for (const auto& section : sections) writer.add_section(section, {}, {});
  auto record = index::Record::decode(writer.finish(article).all);
  return std::move(record.value());
}

const std::vector<Section> kSections = {{"", "", 0, "Money comes back.\nAlways."},
                                        {"how-long", "How long", 2, "Five days."},
                                        {"bank", "By bank", 3, "Seven days."},
                                        {"else", "Else", 2, "Ask us."}};

TEST(ReplyText, IsTheSectionAndWhatLiesBelowIt) {
  EXPECT_EQ(reply_text(record_of(kSections), "how-long"), "Five days.\n\nBy bank\n\nSeven days.");
}

TEST(ReplyText, IsTheBeginningWhereNoSectionIsNamed) {
  EXPECT_EQ(reply_text(record_of(kSections), ""), "Money comes back.\n\nAlways.");
  EXPECT_EQ(reply_text(record_of(kSections), "gone"), "Money comes back.\n\nAlways.");
}

TEST(ReplyText, IsTheFirstSectionWhereNothingStandsBeforeIt) {
  EXPECT_EQ(reply_text(record_of({{"", "", 0, ""}, {"a", "A", 2, "Text."}}), ""), "Text.");
  EXPECT_EQ(reply_text(record_of({{"", "", 0, ""}}), ""), "");
}

TEST(ReplyText, IsCutBetweenWords) {
  std::string text;
  while (text.size() < 2 * kLongestReply) text += "słowo ";
  const auto reply = reply_text(record_of({{"", "", 0, text}}), "");
  EXPECT_LE(reply.size(), kLongestReply + 5);
  EXPECT_THAT(reply, testing::EndsWith("słowo …"));
}

}  // namespace
}  // namespace kb
