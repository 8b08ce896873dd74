#include "server/pages/shelf_cache.h"

#include <thread>

#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

class CachedShelves : public PagesTest {
 protected:
  std::shared_ptr<const Shelves> shelves(const std::string& lang = "en",
                                         Audience audience = Audience::everyone) {
    return cache.shelves(center.site.config, center.searchers().generation(), lang, audience,
                         center.site.clock.now());
  }
  ShelfCache cache;
};

TEST_F(CachedShelves, AreTheSameUntilSomethingChanges) {
  const auto first = shelves();
  EXPECT_EQ(shelves(), first);
  EXPECT_NE(shelves("ro"), first);
  EXPECT_NE(shelves("en", Audience::agents), first);
  EXPECT_NE(shelves("en", Audience::agents)->find("secret"), nullptr);
  EXPECT_EQ(first->find("secret"), nullptr);
  EXPECT_EQ(shelves(), first);
}

TEST_F(CachedShelves, AreMadeAnewAfterAPublication) {
  const auto first = shelves();
  center.site.write("en/new.md", "# New\n");
  center.publish();
  const auto second = shelves();
  EXPECT_NE(second, first);
  EXPECT_NE(second->find("new"), nullptr);
  EXPECT_EQ(first->find("new"), nullptr) << "who holds the old ones can go on with them";
  EXPECT_EQ(shelves(), second);
}

TEST_F(CachedShelves, AreMadeAnewWhenAnArticleExpires) {
  const auto first = shelves();
  center.site.clock.advance(std::chrono::hours{24} - std::chrono::seconds{1});
  EXPECT_EQ(shelves(), first);
  EXPECT_NE(first->find("old"), nullptr);
  center.site.clock.advance(std::chrono::seconds{1});
  const auto second = shelves();
  EXPECT_NE(second, first);
  EXPECT_EQ(second->find("old"), nullptr);
}

TEST_F(CachedShelves, LetGoOfARetiredGeneration) {
  const std::weak_ptr<const Shelves> kept = shelves();
  EXPECT_FALSE(kept.expired());
  cache.clear();
  EXPECT_TRUE(kept.expired());
}

TEST_F(CachedShelves, CanBeAskedByManyThreads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 50; ++k) {
        EXPECT_NE(shelves(k % 2 ? "en" : "ro")->find("billing/refund"), nullptr);
        if (k % 10 == 0) cache.clear();
      }
    });
  for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace kb
