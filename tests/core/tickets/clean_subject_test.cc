#include "core/tickets/clean_subject.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(CleanSubject, DropsWhatProgramsPutBeforeIt) {
  struct Case {
    std::string_view subject, clean;
  };
  for (const Case& each :
       {Case{"Re: AW: [#1042] Fwd: Refund?  ", "Refund?"}, Case{"[Ticket #77] Odp: zwrot", "zwrot"},
        Case{"RE[2]: Hub offline", "Hub offline"}, Case{"Ответ: возврат", "возврат"},
        Case{"R: rimborso", "rimborso"}, Case{"[EXTERNAL] Rechnung", "Rechnung"},
        Case{"(#12) two  words", "two words"}, Case{"Error: E-1042", "Error: E-1042"},
        Case{"[beta] new app", "[beta] new app"}, Case{"Re:", "Re:"}, Case{"", ""}})
    EXPECT_EQ(clean_subject(each.subject), each.clean) << each.subject;
}

}  // namespace
