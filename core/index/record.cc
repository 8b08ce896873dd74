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

Result<Record> Record::decode(std::string bytes) {
  Record record;
  record.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  ByteReader outer(*record.bytes_);
  const auto head = outer.text();
  record.html_ = outer.at_end() ? std::string_view() : outer.text();

  ByteReader in(head);
  record.summary_ = in.text();
  record.tags_ = decode_list(in);
  record.keywords_ = decode_list(in);
  record.applies_to_ = decode_list(in);
  record.keys_.resize(in.count());
  for (auto& key : record.keys_) {
    key.word = in.fixed32();
    key.stem = in.fixed32();
  }
  record.encoded_labels_ = decode_list(in);
  record.sections_.resize(in.count());
  for (auto& section : record.sections_) {
    section.anchor = in.text();
    section.title = in.text();
    section.level = static_cast<int>(in.number());
    section.text = in.text();
    section.encoded_title_words = in.text();
    section.encoded_words = in.text();
  }
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
  sections_.text(section.anchor);
  sections_.text(section.title);
  sections_.number(static_cast<std::uint64_t>(section.level));
  sections_.text(section.text);
  sections_.text(encode_words(title_words));
  sections_.text(encode_words(words));
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
  head.text(article.facts.summary);
  encode_list(head, article.facts.tags);
  encode_list(head, article.facts.keywords);
  encode_list(head, article.facts.applies_to);
  head.number(keys_.size());
  for (const auto& key : keys_) {
    head.fixed32(key.word);
    head.fixed32(key.stem);
  }
  encode_list(head, labels_);
  head.number(section_count_);

  ByteWriter out;
  out.text(head.bytes() + sections_.bytes());
  RecordBytes record;
  record.head_size = static_cast<std::uint32_t>(out.bytes().size());
  out.text(article.body.html);
  record.all = out.take();
  return record;
}

}  // namespace kb::index
