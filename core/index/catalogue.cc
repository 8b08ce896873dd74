#include "core/index/catalogue.h"

#include <climits>

#include "core/index/byte_stream.h"

namespace kb::index {
namespace {

std::uint64_t encode_time(const std::optional<Time>& time) {
  return time ? static_cast<std::uint64_t>(time->time_since_epoch().count()) + 1 : 0;
}

std::optional<Time> decode_time(std::uint64_t value) {
  if (value == 0) return std::nullopt;
  return Time{std::chrono::seconds{static_cast<std::int64_t>(value - 1)}};
}

// Zero is none; the others are shifted so that negative ones stay small.
std::uint64_t encode_order(const std::optional<int>& order) {
  return order ? static_cast<std::uint64_t>(static_cast<std::int64_t>(*order) - INT_MIN) + 1 : 0;
}

std::optional<int> decode_order(std::uint64_t value) {
  if (value == 0) return std::nullopt;
  // Unsigned: a damaged catalogue can hold any number, and must not overflow.
  return static_cast<int>(static_cast<std::int64_t>(
      value - 1 + static_cast<std::uint64_t>(static_cast<std::int64_t>(INT_MIN))));
}

void encode_texts(ByteWriter& out, const std::vector<std::string>& list) {
  out.number(list.size());
  for (const auto& item : list) out.text(item);
}

std::vector<std::string> decode_texts(ByteReader& in) {
  std::vector<std::string> list(in.count());
  for (auto& item : list) item = in.text();
  return list;
}

void encode_row(ByteWriter& out, const Row& row) {
  out.text(row.id);
  if (row.id.empty()) return;
  out.text(row.title);
  out.text(row.category);
  out.text(row.owner);
  out.number((row.kind == Kind::answer ? 1U : 0U) | (row.unlisted ? 2U : 0U) |
             (row.kind == Kind::ticket ? 4U : 0U));
  out.number(encode_order(row.order));
  out.number(encode_time(row.updated));
  out.number(encode_time(row.publish_at));
  out.number(encode_time(row.expires_at));
  out.number(row.revision);
  out.text(row.source_revision);
  encode_texts(out, row.applies_to);
  encode_texts(out, row.files);
  encode_texts(out, row.redirect_from);
  out.text(row.stage);
  encode_texts(out, row.contexts);
  out.number(row.record_offset);
  out.number(row.record_size);
  out.number(row.record_head_size);
  out.number(row.section_count);
  out.number(row.word_count);
}

Row decode_row(ByteReader& in) {
  Row row;
  row.id = in.text();
  if (row.id.empty()) return row;
  row.title = in.text();
  row.category = in.text();
  row.owner = in.text();
  const auto flags = in.number();
  row.kind = (flags & 4) != 0 ? Kind::ticket : (flags & 1) != 0 ? Kind::answer : Kind::article;
  row.unlisted = (flags & 2) != 0;
  row.order = decode_order(in.number());
  row.updated = decode_time(in.number());
  row.publish_at = decode_time(in.number());
  row.expires_at = decode_time(in.number());
  row.revision = in.number();
  row.source_revision = in.text();
  row.applies_to = decode_texts(in);
  row.files = decode_texts(in);
  row.redirect_from = decode_texts(in);
  row.stage = in.text();
  row.contexts = decode_texts(in);
  row.record_offset = in.number();
  row.record_size = static_cast<std::uint32_t>(in.number());
  row.record_head_size = static_cast<std::uint32_t>(in.number());
  row.section_count = static_cast<std::uint32_t>(in.number());
  row.word_count = static_cast<std::uint32_t>(in.number());
  return row;
}

}  // namespace

Result<Catalogue> Catalogue::decode(std::string_view bytes) {
  ByteReader in(bytes);
  Catalogue catalogue;
  catalogue.rows_.resize(in.count());
  catalogue.by_id_.reserve(catalogue.rows_.size());
  for (std::uint32_t number = 0; number < catalogue.rows_.size(); ++number) {
    Row& row = catalogue.rows_[number] = decode_row(in);
    if (row.id.empty())
      catalogue.free_.push_back(number);
    else
      catalogue.by_id_.emplace(row.id, number);
  }
  if (!in.ok() || !in.at_end())
    return fail("the catalogue is damaged", {}, "rebuild with kb-index build --full");
  return catalogue;
}

std::string Catalogue::encode() const {
  ByteWriter out;
  out.number(rows_.size());
  for (const auto& row : rows_) encode_row(out, row);
  return out.take();
}

const Row* Catalogue::find(std::string_view id) const {
  const auto number = number_of(id);
  return number ? &rows_[*number] : nullptr;
}

std::optional<std::uint32_t> Catalogue::number_of(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

std::uint32_t Catalogue::put(Row row) {
  auto number = static_cast<std::uint32_t>(rows_.size());
  if (const auto found = number_of(row.id)) {
    number = *found;
  } else if (!free_.empty()) {
    number = free_.back();
    free_.pop_back();
  } else {
    rows_.emplace_back();
  }
  by_id_[row.id] = number;
  rows_[number] = std::move(row);
  return number;
}

void Catalogue::erase(std::string_view id) {
  const auto number = number_of(id);
  if (!number) return;
  by_id_.erase(rows_[*number].id);
  rows_[*number] = Row{};
  free_.push_back(*number);
}

void Catalogue::set_prior(std::string_view id, double prior) {
  if (const auto number = number_of(id)) rows_[*number].prior = prior;
}

}  // namespace kb::index
