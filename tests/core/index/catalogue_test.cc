#include "core/index/catalogue.h"

#include <gtest/gtest.h>

#include <climits>

#include "core/index/byte_stream.h"
#include "tests/core/index/damage.h"

namespace kb::index {
namespace {

constexpr Time kNow{std::chrono::seconds{1'770'000'000}};

Row row(std::string id) {
  Row made;
  made.title = "About " + id;
  made.id = std::move(id);
  return made;
}

Catalogue sample_catalogue() {
  Catalogue catalogue;
  Row full = row("billing/refund");
  full.category = "billing";
  full.owner = "ana";
  full.kind = Kind::answer;
  full.unlisted = true;
  full.updated = Time{};
  full.publish_at = kNow - std::chrono::hours{24};
  full.expires_at = kNow;
  full.order = -3;
  full.revision = 0xfedcba9876543210;
  full.source_revision = "0123456";
  full.applies_to = {"plan:home", "ios"};
  full.files = {"kb-file:0/en/a.svg", "kb-file:0/en/b.png"};
  full.redirect_from = {"old/refund"};
  full.stage = "pay";
  full.contexts = {"/settings/*", "shop.example/orders"};
  full.record_offset = 1ULL << 40;
  full.record_size = 4'000'000'000;
  full.record_head_size = 1000;
  full.section_count = 7;
  full.word_count = 900;
  catalogue.put(full);
  catalogue.put(row("płatności/返金"));
  return catalogue;
}

TEST(Catalogue, ComesBackAsItWasWritten) {
  const auto catalogue = Catalogue::decode(sample_catalogue().encode());
  ASSERT_TRUE(catalogue);
  const Row* found = catalogue->find("billing/refund");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->title, "About billing/refund");
  EXPECT_EQ(found->category, "billing");
  EXPECT_EQ(found->owner, "ana");
  EXPECT_EQ(found->kind, Kind::answer);
  EXPECT_TRUE(found->unlisted);
  EXPECT_EQ(found->updated, Time{});
  EXPECT_EQ(found->publish_at, kNow - std::chrono::hours{24});
  EXPECT_EQ(found->expires_at, kNow);
  EXPECT_EQ(found->order, -3);
  EXPECT_EQ(found->revision, 0xfedcba9876543210);
  EXPECT_EQ(found->source_revision, "0123456");
  EXPECT_EQ(found->applies_to, (std::vector<std::string>{"plan:home", "ios"}));
  EXPECT_EQ(found->files, (std::vector<std::string>{"kb-file:0/en/a.svg", "kb-file:0/en/b.png"}));
  EXPECT_EQ(found->redirect_from, std::vector<std::string>{"old/refund"});
  EXPECT_EQ(found->stage, "pay");
  EXPECT_EQ(found->contexts, (std::vector<std::string>{"/settings/*", "shop.example/orders"}));
  EXPECT_EQ(found->record_offset, 1ULL << 40);
  EXPECT_EQ(found->record_size, 4'000'000'000U);
  EXPECT_EQ(found->record_head_size, 1000U);
  EXPECT_EQ(found->section_count, 7U);
  EXPECT_EQ(found->word_count, 900U);
  EXPECT_EQ(catalogue->number_of("płatności/返金"), 1U);
  EXPECT_FALSE(catalogue->find("płatności/返金")->updated);
  EXPECT_FALSE(catalogue->find("płatności/返金")->publish_at);
  EXPECT_FALSE(catalogue->find("płatności/返金")->order);
  EXPECT_EQ(catalogue->find("missing"), nullptr);
  EXPECT_EQ(catalogue->encode(), sample_catalogue().encode());
}

TEST(Catalogue, KeepsAnyOrder) {
  for (const int order : {0, 1, -1, INT_MAX, INT_MIN}) {
    Catalogue catalogue;
    Row ordered = row("a");
    ordered.order = order;
    catalogue.put(ordered);
    EXPECT_EQ(Catalogue::decode(catalogue.encode())->find("a")->order, order);
  }
}

// An order of a damaged catalogue was added up beyond what its type holds.
TEST(Catalogue, TakesAnOrderThatNoWriterWrote) {
  Catalogue catalogue;
  Row ordered = row("a");
  ordered.order = INT_MAX;
  catalogue.put(ordered);
  std::string bytes = catalogue.encode();
  ByteWriter written, beyond;
  written.number(std::uint64_t{1} << 32);  // INT_MAX
  beyond.number((std::uint64_t{1} << 63) + 1);
  const auto at = bytes.find(written.bytes());
  ASSERT_NE(at, bytes.npos);
  bytes.replace(at, written.bytes().size(), beyond.bytes());
  const auto read = Catalogue::decode(bytes);
  EXPECT_TRUE(!read || read->find("a") != nullptr);
}

TEST(Catalogue, ReusesFreeRowsAlsoAfterReading) {
  Catalogue catalogue = sample_catalogue();
  catalogue.erase("billing/refund");
  catalogue.erase("billing/refund");
  catalogue.erase("never/there");
  EXPECT_EQ(catalogue.find("billing/refund"), nullptr);
  auto read = Catalogue::decode(catalogue.encode());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->put(row("new/one")), 0U);
  EXPECT_EQ(read->put(row("new/two")), 2U);
  EXPECT_EQ(read->put(row("new/one")), 0U) << "replaced, not doubled";
  EXPECT_EQ(read->rows().size(), 3U);
}

TEST(Catalogue, ListsWhatIsThereNow) {
  Row dated = row("a");
  dated.expires_at = kNow;
  EXPECT_TRUE(dated.listed(kNow - std::chrono::seconds{1}));
  EXPECT_FALSE(dated.listed(kNow));
  Row unlisted = row("b");
  unlisted.unlisted = true;
  EXPECT_FALSE(unlisted.listed(kNow));
  EXPECT_TRUE(unlisted.alive(kNow));
  EXPECT_FALSE(Row{}.listed(kNow));
}

TEST(Catalogue, DamagedIsAnErrorOrRowsThatCanBeUsed) {
  for_each_damage(sample_catalogue().encode(), [](const std::string& damaged) {
    const auto catalogue = Catalogue::decode(damaged);
    if (!catalogue) return;
    EXPECT_LE(catalogue->rows().size(), damaged.size());
    for (const auto& one : catalogue->rows())
      EXPECT_TRUE(one.id.empty() || catalogue->find(one.id) != nullptr);
  });
}

TEST(Catalogue, TruncatedIsAlwaysAnError) {
  const auto bytes = sample_catalogue().encode();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(Catalogue::decode(bytes.substr(0, size))) << size;
  const auto longer = Catalogue::decode(bytes + "x");
  ASSERT_FALSE(longer);
  EXPECT_EQ(longer.error().hint, "rebuild with kb-index build --full");
}

}  // namespace
}  // namespace kb::index
