#include "server/agent/ticket_reference.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string_view written, key;
};
class WrittenTicket : public testing::TestWithParam<Case> {};

Config with_tickets_in(const std::string& path, const std::string& name) {
  Config config;
  config.sources.resize(2);
  config.sources[0].path = "content/articles";
  config.sources[1].kind = SourceKind::tickets;
  config.sources[1].path = path;
  config.sources[1].name = name;
  return config;
}

TEST_P(WrittenTicket, IsRead) {
  const auto reference =
      read_ticket_reference(GetParam().written, with_tickets_in("content/tickets", "zendesk"));
  EXPECT_EQ(reference ? to_key(*reference) : "", GetParam().key);
}

INSTANTIATE_TEST_SUITE_P(AsAgentsWriteIt, WrittenTicket,
                         testing::Values(Case{"zendesk/1042", "zendesk/1042"},
                                         Case{"1042", "zendesk/1042"},
                                         Case{" #1042\n", "zendesk/1042"},
                                         Case{"mail/<a/b@x>", "mail/<a/b@x>"},
                                         Case{"zendesk/ #7 ", "zendesk/7"}, Case{"", ""},
                                         Case{"  ", ""}, Case{"zendesk/", ""}, Case{"#", ""}));

TEST(TicketReference, WithoutAHelpdeskIsTheNumberAlone) {
  EXPECT_EQ(to_key(*read_ticket_reference("1042", Config{})), "1042");
}

TEST(TicketReference, IsNamedForTheFolderWhereTheHelpdeskHasNoName) {
  const auto config = with_tickets_in("content/mail", "");
  EXPECT_EQ(to_key(*read_ticket_reference("7", config)), "mail/7");
}

TEST(TicketReference, OfAKeyKeepsSlashesInTheId) {
  EXPECT_EQ(reference_of("mail/a/b"), (TicketReference{"mail", "a/b"}));
  EXPECT_EQ(reference_of("1042"), (TicketReference{"", "1042"}));
}

TEST(TicketReference, IsCutWhereItIsFarTooLong) {
  EXPECT_LE(to_key(*read_ticket_reference(std::string(5000, 'x'), Config{})).size(), 200u);
}

}  // namespace
}  // namespace kb
