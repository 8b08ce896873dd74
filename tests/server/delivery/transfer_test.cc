#include "server/delivery/transfer.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(Transfer, SaysInWordsWhatWentWrong) {
  Transfer transfer({});
  ASSERT_NE(transfer.handle(), nullptr);
  const int code = transfer.run();  // without an address
  EXPECT_NE(code, 0);
  EXPECT_NE(transfer.problem(code), "");
  EXPECT_EQ(transfer.response_code(), 0);
}

}  // namespace
}  // namespace kb
