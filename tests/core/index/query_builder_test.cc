#include "core/index/query_builder.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdlib>
#include <sstream>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

struct Case {
  std::string_view lang, typed, category, query;
};

// Xapian's description of the query, without its frame and with short weights.
std::string described(const Xapian::Query& query) {
  const std::string text = query.get_description();
  std::ostringstream shown;
  for (const char* at = text.data() + 6; at < text.data() + text.size() - 1;) {
    if (*at < '0' || *at > '9') {
      shown << *at++;
    } else {
      char* end = nullptr;
      shown << std::strtod(at, &end);
      at = end;
    }
  }
  return shown.str();
}

class XapianQueries : public testing::TestWithParam<Case> {
 protected:
  static void SetUpTestSuite() {
    index_ = new SmallIndex;
    index_->publish({article("en", "billing/refund", "Refund", "We refund refunds."),
                     article("en", "orders/gift", "Gift card", "A gift that refunded itself."),
                     article("ro", "billing/plati", "Plăți", "Despre plăți."),
                     article("ro", "billing/sloppy", "Despre", "plati fara diacritice"),
                     article("th", "billing/refund", "เงินคืน", "เงินคืน")});
  }
  static void TearDownTestSuite() { delete index_; }

  static SmallIndex* index_;
};
SmallIndex* XapianQueries::index_ = nullptr;

TEST_P(XapianQueries, AreBuiltFromWhatIsTyped) {
  const auto& [lang, typed, category, query] = GetParam();
  const auto live = index_->open();
  const auto* database = live->database({std::string(lang), Audience::everyone});
  ASSERT_NE(database, nullptr);
  const TermStatistics statistics({database});
  text::Analyser analyser(lang, index_->stemmers());
  EXPECT_EQ(described(build_query(parse_query(typed, analyser), statistics, std::string(category))),
            query);
}

INSTANTIATE_TEST_SUITE_P(Words, XapianQueries,
                         testing::Values(Case{"en", "nothing", "", ""}, Case{"en", "", "", ""},
                                         Case{"en", "gift", "", "1.4 * gift"},
                                         Case{"en", "refunds", "",
                                              "(0.7 * Zrefund OR 0.7 * refunds)"},
                                         Case{"en", "refunding", "", "0.7 * Zrefund"},
                                         Case{"th", "เงิน", "", "1.4 * เงิน"}));

// Of phrases the query requires the words only: that they stand together is told by the record.
INSTANTIATE_TEST_SUITE_P(
    PhrasesExclusionsAndCategories, XapianQueries,
    testing::Values(Case{"en", "\"gift card\"", "", "(1.4 * gift AND 1.4 * card)"},
                    Case{"en", "\"gift\"", "", "1.4 * gift"},
                    Case{"en", "\"gift card\" itself", "",
                         "((1.4 * gift AND 1.4 * card) AND_MAYBE 1.4 * itself)"},
                    Case{"en", "gift -refunds", "",
                         "(1.4 * gift AND_NOT (0.7 * Zrefund OR 0.7 * refunds))"},
                    Case{"en", "gift -\"gift card\"", "", "1.4 * gift"},
                    Case{"en", "nothing -gift", "", ""},
                    Case{"en", "gift", "orders", "(1.4 * gift FILTER XC:orders)"},
                    Case{"en", "nothing", "orders", ""}));

// Of three words and more the exact forms count later, among the candidates: half the lists to
// read.
INSTANTIATE_TEST_SUITE_P(ManyWords, XapianQueries,
                         testing::Values(Case{"en", "refunds", "",
                                              "(0.7 * Zrefund OR 0.7 * refunds)"},
                                         Case{"en", "refunds gift", "",
                                              "((0.7 * Zrefund OR 0.7 * refunds) OR 1.4 * gift)"},
                                         Case{"en", "refunds gift card", "",
                                              "(0.7 * Zrefund OR 1.4 * gift OR 1.4 * card)"}));

// One article that was written without diacritics hid all that were written with them.
INSTANTIATE_TEST_SUITE_P(
    Diacritics, XapianQueries,
    testing::Values(Case{"ro", "plati", "", "(0.7 * Zplat OR 0.7 * plati OR 0.3 * XFplati)"},
                    Case{"ro", "plăți", "",
                         "(0.7 * Zplat OR 0.7 * plăți OR 0.3 * XFplati OR 0.3 * plati)"}));

// A query of only common words ("how to") must still find what has them.
TEST(CommonWords, MakeAMatchOnlyWhereThereAreNoOthers) {
  SmallIndex index;
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i)
    articles.push_back(article("en", "a/" + std::to_string(i), "How to", i == 7 ? "refund" : "x"));
  index.publish(articles);
  const auto live = index.open();
  const TermStatistics statistics({live->database({"en", Audience::everyone})});
  text::Analyser analyser("en", index.stemmers());
  const auto built = [&](std::string_view typed) {
    return described(build_query(parse_query(typed, analyser), statistics, ""));
  };
  EXPECT_EQ(built("how to"), "(1.4 * how OR 1.4 * to)");
  EXPECT_EQ(built("how to refund"), "(1.4 * refund AND_MAYBE (1.4 * how OR 1.4 * to))");
  // "how to" of "how to unsubscribe" found all articles, when none was about that.
  EXPECT_EQ(built("how to unsubscribe"), "");
}

}  // namespace
}  // namespace kb::index
