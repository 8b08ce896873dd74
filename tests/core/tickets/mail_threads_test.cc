#include "core/tickets/mail_threads.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

MailFacts mail(std::uint64_t at, std::string id, std::vector<std::string> parents,
               std::string subject, std::vector<std::string> parties) {
  return {
      {at, at + 1, at}, std::move(id), std::move(parents), std::move(subject), std::move(parties)};
}

std::string threads_of(const std::vector<MailFacts>& mails) {
  MailThreads threads;
  for (const auto& each : mails) threads.add(each);
  std::string text;
  for (const auto& thread : threads.take()) {
    for (const auto& span : thread) text += std::to_string(span.begin);
    text += ' ';
  }
  return text;
}

TEST(MailThreads, FollowReferences) {
  EXPECT_EQ(threads_of({mail(1, "a", {}, "Hub", {"ana"}), mail(2, "b", {}, "Lamp", {"tom"}),
                        mail(3, "c", {"a"}, "Re: Hub", {"us"}),
                        mail(4, "d", {"b", "x"}, "Re: Lamp", {"us"}),
                        mail(5, "e", {"x"}, "Re: Lamp", {"tom"})}),
            "13 245 ");
}

TEST(MailThreads, AnswersWithoutReferencesGoBySubjectAndPeople) {
  EXPECT_EQ(
      threads_of({mail(1, "a", {}, "Refund", {"ana", "us"}),
                  mail(2, "b", {}, "Refund", {"tom", "us"}), mail(3, "", {}, "AW: Refund", {"ana"}),
                  mail(4, "", {}, "Re: Refund", {"eve"})}),
      "13 2 4 ");
}

TEST(MailThreads, ACopyCountsOnce) {
  EXPECT_EQ(threads_of({mail(1, "a", {}, "Hub", {"ana"}), mail(2, "a", {}, "Hub", {"ana"})}), "1 ");
}

}  // namespace
