#include "core/insights/gaps/question_clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

namespace kb::insights {
namespace {

using Texts = std::vector<std::string>;
using Grouping = std::set<std::set<std::string>>;

// `each` questions on each topic: some of its words, and some that go with anything.
Texts invented(std::size_t topics, std::size_t each, std::uint64_t seed = 1) {
  std::mt19937_64 random(seed);
  const auto one_of = [&](const std::string& name, std::size_t count) {
    return name + std::to_string(random() % count) + " ";
  };
  Texts texts;
  for (std::size_t topic = 0; topic < topics; ++topic)
    for (std::size_t i = 0; i < each; ++i) {
      std::string text;
      for (int word = 0; word < 3; ++word) text += one_of("t" + std::to_string(topic) + "w", 6);
      for (int word = 0; word < 2; ++word) text += one_of("any", 30);
      texts.push_back(text);
    }
  return texts;
}

void add_texts(QuestionClusters& clusters, const Texts& texts) {
  std::vector<AskedQuestion> questions;
  for (const auto& text : texts) questions.push_back({.text = text});
  clusters.add(questions);
}

Grouping texts_together(QuestionClusters& clusters, const Texts& texts) {
  Grouping grouping;
  for (const auto& cluster : clusters.result()) {
    std::set<std::string> members;
    for (const auto member : cluster.members) members.insert(texts[member]);
    grouping.insert(std::move(members));
  }
  return grouping;
}

class Clusters : public testing::Test {
 protected:
  QuestionClusters made(const Texts& texts, std::string_view lang = "en") {
    QuestionClusters clusters(lang, stemmers_);
    add_texts(clusters, texts);
    return clusters;
  }
  text::Stemmers stemmers_;
};

TEST_F(Clusters, AreTheSameInAnyOrderAndHoweverOften) {
  const Texts texts = invented(12, 40);
  auto once = made(texts);
  Texts thrice;
  for (int i = 0; i < 3; ++i) thrice.insert(thrice.end(), texts.begin(), texts.end());
  std::shuffle(thrice.begin(), thrice.end(), std::mt19937_64(7));
  auto shuffled = made(thrice);
  EXPECT_EQ(texts_together(once, texts), texts_together(shuffled, thrice));
  ASSERT_EQ(once.result().size(), shuffled.result().size());
  std::multiset<std::string> labels;
  std::multiset<std::string> same;
  for (const auto& cluster : once.result()) labels.insert(cluster.label);
  for (const auto& cluster : shuffled.result()) same.insert(cluster.label);
  EXPECT_EQ(labels, same);
}

TEST_F(Clusters, AreAsManyAsThereAreTopics) {
  for (const std::size_t topics : {4U, 12U, 40U}) {
    const Texts texts = invented(topics, 60);
    auto clusters = made(texts);
    std::size_t large = 0;
    for (const auto& cluster : clusters.result())
      if (cluster.members.size() >= 20) ++large;
    EXPECT_GE(large, topics * 3 / 4);
    EXPECT_LE(large, topics * 4 / 3);
  }
}

TEST_F(Clusters, KeepWhatWasTogetherWhenMoreIsAsked) {
  const Texts all = invented(30, 120);
  Texts before;
  Texts later;
  for (std::size_t i = 0; i < all.size(); ++i) (i % 10 == 0 ? later : before).push_back(all[i]);
  auto clusters = made(before);
  std::map<std::uint32_t, std::size_t> was;
  for (std::size_t i = 0; i < clusters.result().size(); ++i)
    for (const auto member : clusters.result()[i].members) was[member] = i;
  add_texts(clusters, later);
  std::size_t members = 0;
  std::size_t stayed = 0;
  for (const auto& cluster : clusters.result()) {
    std::map<std::size_t, std::size_t> from;
    for (const auto member : cluster.members)
      if (was.contains(member)) ++from[was[member]];
    std::size_t most = 0;
    for (const auto& [old, count] : from) {
      members += count;
      most = std::max(most, count);
    }
    stayed += most;
  }
  EXPECT_EQ(members, before.size());
  EXPECT_GE(static_cast<double>(stayed), 0.97 * static_cast<double>(members));
}

TEST_F(Clusters, HoldEachQuestionOnceTheLargestFirst) {
  auto clusters = made(invented(5, 30));
  std::set<std::uint32_t> seen;
  std::size_t last = 1'000;
  for (const auto& cluster : clusters.result()) {
    EXPECT_LE(cluster.members.size(), last);
    last = cluster.members.size();
    for (const auto member : cluster.members) EXPECT_TRUE(seen.insert(member).second);
  }
  EXPECT_EQ(seen.size(), 150U);
}

TEST_F(Clusters, OfOddQuestions) {
  EXPECT_TRUE(made({}).result().empty());
  EXPECT_EQ(made({"zebra"}).result().size(), 1U);
  EXPECT_EQ(made({"", "???", "\xff"}).result().size(), 1U);
  EXPECT_EQ(made({"zebra crossing", "xylophone", "quartz mine"}).result().size(), 3U);
  EXPECT_EQ(made({"Parcel lost?", "lost parcels"}).result().size(), 1U);
}

TEST_F(Clusters, AddedNothingStayTheSame) {
  auto clusters = made({"parcel lost", "refund late"});
  const auto* before = clusters.result().data();
  clusters.add({});
  EXPECT_EQ(clusters.result().data(), before);
}

struct InLanguage {
  std::string_view lang;
  Texts one, other;
};
class ClustersIn : public testing::TestWithParam<InLanguage> {};

TEST_P(ClustersIn, TellTwoTopicsApart) {
  text::Stemmers stemmers;
  QuestionClusters clusters(GetParam().lang, stemmers);
  add_texts(clusters, GetParam().one);
  add_texts(clusters, GetParam().other);
  std::map<std::uint32_t, std::size_t> cluster_of;
  for (std::size_t i = 0; i < clusters.result().size(); ++i)
    for (const auto member : clusters.result()[i].members) cluster_of[member] = i;
  for (std::uint32_t i = 1; i < GetParam().one.size(); ++i) EXPECT_EQ(cluster_of[i], cluster_of[0]);
  const auto second = static_cast<std::uint32_t>(GetParam().one.size());
  EXPECT_NE(cluster_of[0], cluster_of[second]);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, ClustersIn,
    testing::Values(
        InLanguage{"pl",
                   {"zwrot kosztów", "zwrot kosztów przesyłki", "zwroty kosztów"},
                   {"zmiana hasła", "jak zmienić hasło"}},
        InLanguage{"de",
                   {"Paket verloren", "Pakete verloren", "mein Paket ist verloren"},
                   {"Rechnung falsch", "falsche Rechnung"}},
        InLanguage{"ar",
                   {"استرداد المبلغ", "استرداد المبلغ المدفوع"},
                   {"تغيير كلمة المرور", "كلمة المرور"}},
        InLanguage{"ja", {"パスワードを変更", "パスワードの変更"}, {"返金の方法", "返金方法"}}));

}  // namespace
}  // namespace kb::insights
