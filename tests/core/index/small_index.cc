#include "tests/core/index/small_index.h"

#include <gtest/gtest.h>

#include <map>

#include "core/base/durable_file.h"
#include "core/index/database_writer.h"
#include "core/index/generation_publisher.h"

namespace kb::index {
Article article(std::string lang, std::string id, std::string title, std::string text) {
  Article made;
  made.lang = std::move(lang);
  made.facts.title = std::move(title);
  made.facts.category = id.substr(0, id.find('/'));
  made.body.html = "<p>" + text + "</p>";
  made.body.sections = {{"", "", 0, std::move(text)}};
  made.id = std::move(id);
  return made;
}

Article for_agents(Article one) {
  one.facts.audience = Audience::agents;
  return one;
}

Article draft(Article one) {
  one.facts.audience = Audience::writers;
  return one;
}

DatabaseEntry SmallIndex::write(const std::filesystem::path& folder, const DatabaseName& name,
                                const std::vector<const Article*>& articles) {
  auto writer = DatabaseWriter::create(folder / to_string(name));
  EXPECT_TRUE(writer) << to_line(writer.error());
  text::Analyser analyser(name.lang, stemmers_);
  for (const Article* article : articles) {
    EXPECT_TRUE(writer->put(prepare(*article, analyser)));
  }
  const auto facts = writer->finish();
  EXPECT_TRUE(facts) << to_line(facts.error());
  return {name, *facts};
}

void SmallIndex::publish(const std::vector<Article>& articles, const FileTable& files, int keep,
                         const Vocabularies& words) {
  std::map<DatabaseName, std::vector<const Article*>> databases;
  for (const auto& one : articles) databases[{one.lang, one.facts.audience}].push_back(&one);
  auto builder = GenerationBuilder::begin(path(), nullptr);
  ASSERT_TRUE(builder) << to_line(builder.error());
  Manifest manifest;
  for (const auto& [name, of_name] : databases)
    manifest.databases.push_back(write(builder->folder(), name, of_name));
  ASSERT_TRUE(write_durably(builder->folder() / kVocabularyFile, encode(words)));
  ASSERT_TRUE(write_durably(builder->folder() / kRankingPriorFile, prior_.encode()));
  const auto published = builder->publish(manifest, files, keep);
  ASSERT_TRUE(published) << to_line(published.error());
}

std::shared_ptr<const Generation> SmallIndex::open() const {
  auto live = Generation::open_current(path());
  EXPECT_TRUE(live) << to_line(live.error());
  return live ? *live : nullptr;
}

}  // namespace kb::index
