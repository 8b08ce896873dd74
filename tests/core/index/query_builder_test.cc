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
  const Xapian::Database xapian(database->folder.string());
  TermStatistics statistics(xapian);
  text::Analyser analyser(lang, index_->stemmers());
  EXPECT_EQ(described(build_query(parse_query(typed, analyser), statistics, std::string(category))),
            query);
}

INSTANTIATE_TEST_SUITE_P(Words, XapianQueries,
                         testing::Values(Case{"en", "nothing", "", ""}, Case{"en", "", "", ""},
                                         Case{"en", "gift", "", "1.2 * gift"},
                                         Case{"en", "refunds", "",
                                              "(0.7 * Zrefund OR 0.5 * refunds)"},
                                         Case{"en", "refunding", "", "0.7 * Zrefund"},
                                         Case{"th", "เงิน", "", "1.2 * เงิน"}));

// Of phrases the query requires the words only: that they stand together is told by the record.
INSTANTIATE_TEST_SUITE_P(
    PhrasesExclusionsAndCategories, XapianQueries,
    testing::Values(Case{"en", "\"gift card\"", "", "(1.2 * gift AND 1.2 * card)"},
                    Case{"en", "\"gift\"", "", "1.2 * gift"},
                    Case{"en", "\"gift card\" itself", "",
                         "((1.2 * gift AND 1.2 * card) AND_MAYBE 1.2 * itself)"},
                    Case{"en", "gift -refunds", "",
                         "(1.2 * gift AND_NOT (0.7 * Zrefund OR 0.5 * refunds))"},
                    Case{"en", "gift -\"gift card\"", "", "1.2 * gift"},
                    Case{"en", "nothing -gift", "", ""},
                    Case{"en", "gift", "orders", "(1.2 * gift FILTER XC:orders)"},
                    Case{"en", "nothing", "orders", ""}));

// One article that was written without diacritics hid all that were written with them.
INSTANTIATE_TEST_SUITE_P(
    Diacritics, XapianQueries,
    testing::Values(Case{"ro", "plati", "", "(1.2 * plati OR 0.3 * XFplati OR 0.3 * XFplat)"},
                    Case{"ro", "plăți", "",
                         "(1.2 * plăți OR 0.3 * XFplati OR 0.3 * XFplat OR 0.3 * plati)"}));

// A query of only common words ("how to") must still find what has them.
TEST(CommonWords, MakeAMatchOnlyWhereThereAreNoOthers) {
  SmallIndex index;
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i)
    articles.push_back(article("en", "a/" + std::to_string(i), "How to", i == 7 ? "refund" : "x"));
  index.publish(articles);
  const auto live = index.open();
  const Xapian::Database xapian(live->database({"en", Audience::everyone})->folder.string());
  TermStatistics statistics(xapian);
  text::Analyser analyser("en", index.stemmers());
  const auto built = [&](std::string_view typed) {
    return described(build_query(parse_query(typed, analyser), statistics, ""));
  };
  EXPECT_EQ(built("how to"), "(1.2 * how OR 1.2 * to)");
  EXPECT_EQ(built("how to refund"), "(1.2 * refund AND_MAYBE (1.2 * how OR 1.2 * to))");
}

}  // namespace
}  // namespace kb::index
