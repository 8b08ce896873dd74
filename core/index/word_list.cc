#include "core/index/word_list.h"

namespace kb::index {
namespace {

// The first number in [begin, end) for which `holds` is false; it is true for all before that.
template <class Predicate>
std::uint32_t partition(std::uint32_t begin, std::uint32_t end, Predicate&& holds) {
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (holds(middle))
      begin = middle + 1;
    else
      end = middle;
  }
  return begin;
}

}  // namespace

WordList WordList::of(const std::vector<std::string>& sorted) {
  WordList list;
  list.ends_.reserve(sorted.size());
  for (const auto& word : sorted) {
    list.text_ += word;
    list.ends_.push_back(static_cast<std::uint32_t>(list.text_.size()));
  }
  return list;
}

Result<WordList> WordList::decode(ByteReader& in) {
  WordList list;
  list.text_ = in.text();
  list.ends_.resize(in.count());
  std::uint64_t end = 0;
  for (auto& each : list.ends_) {
    end += in.number();
    if (end > list.text_.size()) return fail("a list of words is damaged");
    each = static_cast<std::uint32_t>(end);
  }
  if (!in.ok()) return fail("a list of words is damaged");
  return list;
}

void WordList::encode(ByteWriter& out) const {
  out.text(text_);
  out.number(ends_.size());
  for (std::uint32_t i = 0; i < size(); ++i) out.number((*this)[i].size());
}

std::uint32_t WordList::lower_bound(std::string_view word) const {
  return partition(0, size(), [&](std::uint32_t i) { return (*this)[i] < word; });
}

std::optional<std::uint32_t> WordList::find(std::string_view word) const {
  const auto at = lower_bound(word);
  if (at == size() || (*this)[at] != word) return std::nullopt;
  return at;
}

WordRange WordList::with_prefix(std::string_view prefix) const {
  const auto begin = lower_bound(prefix);
  return {begin, end_of_prefix(begin, prefix)};
}

std::uint32_t WordList::end_of_prefix(std::uint32_t from, std::string_view prefix) const {
  return partition(from, size(), [&](std::uint32_t i) { return (*this)[i].starts_with(prefix); });
}

}  // namespace kb::index
