#include "core/store/synonym_refusals.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class SynonymRefusals : public StoreTest {
 protected:
  void refuse(const SynonymRefusal& refusal) {
    const auto done = store().write([&](Sql& sql) { return refuse_synonym(sql, refusal); });
    ASSERT_TRUE(done) << to_line(done.error());
  }
  std::vector<SynonymRefusal> list() {
    return store().read([](Sql& sql) { return list_synonym_refusals(sql); }).value();
  }
};
KB_ON_BOTH_DATABASES(SynonymRefusals);

TEST_P(SynonymRefusals, AreKeptInOrder) {
  const SynonymRefusal one{"pl", "kasy", "kosztów", "ana", kNow};
  const SynonymRefusal other{"pl", "kasy", "czynszu", "mihai", kNow + 1h};
  const SynonymRefusal of_english{"en", "kasy", "kosztów", "ana", kNow};
  for (const auto& refusal : {one, other, of_english}) refuse(refusal);
  EXPECT_THAT(list(), ElementsAre(of_english, other, one));
}

TEST_P(SynonymRefusals, StayAsTheyWereFirst) {
  const SynonymRefusal first{"pl", "kasy", "kosztów", "ana", kNow};
  refuse(first);
  refuse({"pl", "kasy", "kosztów", "mihai", kNow + 1h});
  EXPECT_THAT(list(), ElementsAre(first));
}

}  // namespace
}  // namespace kb::store
