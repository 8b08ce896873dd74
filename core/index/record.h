// The record of an article: all of it that pages and snippets need, in one run of bytes. First its
// words, which ranking reads, then its texts, then its HTML: a search reads no more than it needs.
//
//   RecordBytes bytes = writer.finish(article);         // RecordWriter, when indexing
//   Result<Record> record = Record::decode(bytes.all);  // or of the head alone: html() is empty
//   record->sections()[2].text
//
// Every section carries its words as the analyser found them when the article was indexed, so that
// choosing the best section and cutting a snippet analyse nothing. A Record keeps the bytes that it
// views. Moves, has no locks; decode fails on damaged bytes.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/article/article.h"
#include "core/base/result.h"
#include "core/index/byte_stream.h"
#include "core/text/analyser.h"

namespace kb::index {

// How a word of a query is recognised in a record: hashes of the word and of its stem, both without
// diacritics.
struct WordKey {
  std::uint32_t word;
  std::uint32_t stem;

  bool matches(const WordKey& other) const { return word == other.word || stem == other.stem; }
};

WordKey key_of(const text::WordForms& forms);

struct RecordWord {
  std::uint32_t begin;  // bytes into the section's text
  std::uint32_t end;
  std::uint32_t key;  // index into Record::keys()
};

struct RecordSection {
  std::string_view anchor;
  std::string_view title;
  int level = 0;
  std::string_view text;
  std::string_view encoded_title_words;
  std::string_view encoded_words;
};

// Goes through the words of a section, or of its title, without unpacking them all.
class RecordWords {
 public:
  explicit RecordWords(std::string_view encoded) : in_(encoded) {}

  bool next(RecordWord& word) {
    if (in_.at_end()) return false;
    word.begin = end_ + static_cast<std::uint32_t>(in_.number());
    word.end = word.begin + static_cast<std::uint32_t>(in_.number());
    word.key = static_cast<std::uint32_t>(in_.number());
    if (word.begin < end_ || word.end < word.begin) return false;  // damaged: words go forward
    end_ = word.end;
    return in_.ok();
  }

 private:
  ByteReader in_;
  std::uint32_t end_ = 0;
};

// Goes through the words of a whole record as they lie there, unpacking nothing else: its keys, the
// words of its keywords and tags, then section by section. At damaged bytes it ends early.
class RecordScan {
 public:
  explicit RecordScan(std::string_view record);

  std::size_t key_count() const { return key_count_; }
  WordKey next_key();   // to be called key_count() times, first of all
  bool next_label();    // then until false; its words: words()
  bool next_section();  // then until false

  std::string_view title_words() const { return title_words_; }
  std::string_view words() const { return words_; }

 private:
  ByteReader in_;
  std::size_t key_count_ = 0;
  std::optional<std::size_t> labels_left_;
  std::optional<std::size_t> sections_left_;
  std::string_view title_words_;
  std::string_view words_;
};

class Record {
 public:
  static Result<Record> decode(std::string bytes);

  std::string_view summary() const { return summary_; }
  std::string_view html() const { return html_; }
  const std::vector<std::string_view>& tags() const { return tags_; }
  const std::vector<std::string_view>& keywords() const { return keywords_; }
  const std::vector<std::string_view>& applies_to() const { return applies_to_; }
  const std::vector<WordKey>& keys() const { return keys_; }
  const std::vector<RecordSection>& sections() const { return sections_; }

  // The words of each keyword and tag and of the summary, as in RecordSection.
  const std::vector<std::string_view>& encoded_labels() const { return encoded_labels_; }

 private:
  std::unique_ptr<const std::string> bytes_;  // on the heap: views survive a move
  std::string_view summary_;
  std::string_view html_;
  std::vector<std::string_view> tags_;
  std::vector<std::string_view> keywords_;
  std::vector<std::string_view> applies_to_;
  std::vector<WordKey> keys_;
  std::vector<std::string_view> encoded_labels_;
  std::vector<RecordSection> sections_;
};

struct RecordBytes {
  std::string all;
  std::uint32_t head_size = 0;
};

// Makes the record of one article, section by section, from words already analysed.
class RecordWriter {
 public:
  void add_label(const std::vector<text::Word>& words);  // a keyword or tag, the summary
  void add_section(const Section& section, const std::vector<text::Word>& title_words,
                   const std::vector<text::Word>& words);
  RecordBytes finish(const Article& article);

 private:
  std::string encode_words(const std::vector<text::Word>& words);

  std::vector<std::string> labels_;
  ByteWriter words_;
  ByteWriter texts_;
  std::size_t section_count_ = 0;
  std::vector<WordKey> keys_;
  std::unordered_map<const text::WordForms*, std::uint32_t> key_numbers_;
};

}  // namespace kb::index
