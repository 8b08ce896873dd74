#include "core/tickets/mbox_file.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

constexpr const char* kMails = R"(From ana@poczta.example Wed Jun  3 08:14:00 2026
From: "Ana Pop" <ana@poczta.example>
To: help@fernway.example
Subject: =?UTF-8?Q?Hub_nie_dzia=C5=82a?=
Message-ID: <m1@poczta.example>
Date: Wed, 03 Jun 2026 08:14:00 +0000

It is off.
>From Monday on.

From help@fernway.example Wed Jun  3 09:14:00 2026
From: Fernway <help@fernway.example>
To: ana@poczta.example
Subject: Re: =?UTF-8?Q?Hub_nie_dzia=C5=82a?=
Message-ID: <m2@fernway.example>
In-Reply-To: <m1@poczta.example>
Date: Wed, 03 Jun 2026 09:14:00 +0000
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/html

<p>Hold it.</p>
--b
Content-Type: text/plain

Hold it.
--b--

From tom@other.example Wed Jun  3 10:14:00 2026
From: tom@other.example
Subject: Lamp
Message-ID: <m3@other.example>
Date: never

x
)";

TEST(MboxFile, ThreadsAreTickets) {
  const TemporaryFolder folder;
  folder.write("a.mbox", kMails);
  auto file = open_mbox_file(folder.path() / "a.mbox", {"@Fernway.example"}, {});
  ASSERT_TRUE(file) << to_line(file.error());
  const auto raw = (**(*file)->next()).read();
  ASSERT_TRUE(raw) << to_line(raw.error());
  EXPECT_EQ(raw->subject, "Hub nie działa");
  EXPECT_EQ(raw->id.size(), 16U);
  EXPECT_EQ(raw->customer.key + raw->customer.name, "ana@poczta.exampleAna Pop");
  EXPECT_EQ(raw->status, "solved");
  ASSERT_EQ(raw->messages.size(), 2U);
  EXPECT_EQ(raw->messages[0].text, "It is off.\nFrom Monday on.\n\n");
  EXPECT_EQ(raw->messages[1].from, Author::agent);
  EXPECT_EQ(raw->messages[1].text, "Hold it.\n");
  EXPECT_EQ((*file)->position().byte, 1U);

  const auto bad = (**(*file)->next()).read();
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().what, "a mail's `Date` is not a date: 'never'");
  EXPECT_EQ(bad.error().where, (folder.path() / "a.mbox").string() + ":30");
  EXPECT_FALSE((*file)->next());
}

TEST(MboxFile, SomebodyMustBeTheTeam) {
  const TemporaryFolder folder;
  folder.write("a.mbox", kMails);
  EXPECT_FALSE(open_mbox_file(folder.path() / "a.mbox", {}, {}));
  folder.write("b.mbox", "no mail at all");
  EXPECT_FALSE(open_mbox_file(folder.path() / "b.mbox", {"a@b.example"}, {}));
  auto resumed = open_mbox_file(folder.path() / "a.mbox", {"@fernway.example"}, {2, 0});
  EXPECT_FALSE((*resumed)->next());
}

}  // namespace
