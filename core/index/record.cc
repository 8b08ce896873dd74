#include "core/index/record.h"

#include "core/base/content_hash.h"

namespace kb::index {
namespace {

std::vector<std::string_view> decode_list(ByteReader& in) {
  std::vector<std::string_view> list(in.count());
  for (auto& item : list) item = in.text();
  return list;
}

void encode_list(ByteWriter& out, const std::vector<std::string>& list) {
  out.number(list.size());
  for (const auto& item : list) out.text(item);
}

}  // namespace

WordKey key_of(const text::WordForms& forms) {
  return {static_cast<std::uint32_t>(short_hash(forms.folded)),
          static_cast<std::uint32_t>(short_hash(forms.folded_stem))};
}

RecordScan::RecordScan(std::string_view record) : in_(ByteReader(record).text()) {
  key_count_ = in_.count();
}

WordKey RecordScan::next_key() {
  const auto word = in_.fixed32();
  return {word, in_.fixed32()};
}

bool RecordScan::next_label() {
  if (!labels_left_) labels_left_ = in_.count();
  if (*labels_left_ == 0) return false;
  --*labels_left_;
  words_ = in_.text();
  return in_.ok();
}

bool RecordScan::next_section() {
  if (!sections_left_) sections_left_ = in_.count();
  if (*sections_left_ == 0) return false;
  --*sections_left_;
  title_words_ = in_.text();
  words_ = in_.text();
  return in_.ok();
}

Result<Record> Record::decode(std::string bytes) {
  Record record;
  record.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  ByteReader outer(*record.bytes_);
  const auto head = outer.text();
  record.html_ = outer.at_end() ? std::string_view() : outer.text();

  ByteReader in(head);
  record.keys_.resize(in.count());
  for (auto& key : record.keys_) {
    key.word = in.fixed32();
    key.stem = in.fixed32();
  }
  record.encoded_labels_ = decode_list(in);
  record.sections_.resize(in.count());
  for (auto& section : record.sections_) {
    section.encoded_title_words = in.text();
    section.encoded_words = in.text();
  }
  for (auto& section : record.sections_) {
    section.anchor = in.text();
    section.title = in.text();
    section.level = static_cast<int>(in.number());
    section.text = in.text();
  }
  record.summary_ = in.text();
  record.tags_ = decode_list(in);
  record.keywords_ = decode_list(in);
  record.applies_to_ = decode_list(in);
  if (!outer.ok() || !in.ok() || !in.at_end())
    return fail("an article's record is damaged", {}, "rebuild with kb-index build --full");
  return record;
}

void RecordWriter::add_label(const std::vector<text::Word>& words) {
  labels_.push_back(encode_words(words));
}

void RecordWriter::add_section(const Section& section, const std::vector<text::Word>& title_words,
                               const std::vector<text::Word>& words) {
  ++section_count_;
  words_.text(encode_words(title_words));
  words_.text(encode_words(words));
  texts_.text(section.anchor);
  texts_.text(section.title);
  texts_.number(static_cast<std::uint64_t>(section.level));
  texts_.text(section.text);
}

std::string RecordWriter::encode_words(const std::vector<text::Word>& words) {
  ByteWriter out;
  std::uint32_t end = 0;
  for (const auto& word : words) {
    const auto [found, added] =
        key_numbers_.emplace(word.forms, static_cast<std::uint32_t>(keys_.size()));
    if (added) keys_.push_back(key_of(*word.forms));
    out.number(word.begin - end);
    out.number(word.end - word.begin);
    out.number(found->second);
    end = word.end;
  }
  return out.take();
}

RecordBytes RecordWriter::finish(const Article& article) {
  ByteWriter head;
  head.number(keys_.size());
  for (const auto& key : keys_) {
    head.fixed32(key.word);
    head.fixed32(key.stem);
  }
  encode_list(head, labels_);
  head.number(section_count_);

  ByteWriter rest;
  rest.text(article.facts.summary);
  encode_list(rest, article.facts.tags);
  encode_list(rest, article.facts.keywords);
  encode_list(rest, article.facts.applies_to);

  ByteWriter out;
  out.text(head.bytes() + words_.bytes() + texts_.bytes() + rest.bytes());
  RecordBytes record;
  record.head_size = static_cast<std::uint32_t>(out.bytes().size());
  out.text(article.body.html);
  record.all = out.take();
  return record;
}

}  // namespace kb::index
