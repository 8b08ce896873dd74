#include "core/store/batch_record.h"

#include "core/base/content_hash.h"

namespace kb::store {
namespace {

constexpr std::size_t kNumber = 8;            // bytes
constexpr std::size_t kPrefix = 2 * kNumber;  // length and checksum

class Writer {
 public:
  void number(std::int64_t value) {
    auto bits = static_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < kNumber; ++i, bits >>= 8U)
      bytes_ += static_cast<char>(static_cast<unsigned char>(bits & 0xFFU));
  }
  void text(const std::string& value) {
    number(static_cast<std::int64_t>(value.size()));
    bytes_ += value;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// Whatever the bytes are: what is not there reads as 0 or "", and ok() tells.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  void number(std::int64_t& value) {
    const std::string_view bytes = take(kNumber);
    std::uint64_t bits = 0;
    for (std::size_t i = bytes.size(); i > 0; --i)
      bits = (bits << 8U) | static_cast<unsigned char>(bytes[i - 1]);
    value = static_cast<std::int64_t>(bits);
  }
  std::size_t size() {
    std::int64_t value = 0;
    number(value);
    return static_cast<std::size_t>(value);
  }
  void text(std::string& value) { value = take(size()); }
  bool ok() const { return ok_; }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool ok_ = true;
};

// The one list of what an event has, for both directions.
template <class Event, class Number, class Text>
void each_member(Event& event, const Number& number, const Text& text) {
  number(event.day);
  number(event.visitor);
  number(event.position);
  number(event.value);
  text(event.customer);
  text(event.form);
  text(event.query_id);
  text(event.lang);
  text(event.category);
  text(event.object);
  text(event.outcome);
  text(event.text);
  text(event.detail);
}

std::string content_of(const EventBatch& batch) {
  Writer writer;
  writer.text(batch.id);
  writer.number(static_cast<std::int64_t>(batch.events.size()));
  for (const Event& event : batch.events) {
    writer.number(event.at.time_since_epoch().count());
    writer.number(static_cast<int>(event.action));
    writer.number(static_cast<int>(event.who));
    each_member(
        event, [&](std::int64_t value) { writer.number(value); },
        [&](const std::string& value) { writer.text(value); });
  }
  return writer.bytes();
}

Event read_event(Reader& reader) {
  Event event;
  std::int64_t at = 0;
  std::int64_t action = 0;
  std::int64_t who = 0;
  reader.number(at);
  reader.number(action);
  reader.number(who);
  event.at = Time(std::chrono::seconds(at));
  event.action = static_cast<Action>(action);
  event.who = static_cast<Who>(who);
  each_member(
      event, [&](std::int64_t& value) { reader.number(value); },
      [&](std::string& value) { reader.text(value); });
  return event;
}

std::optional<EventBatch> batch_of(std::string_view content) {
  Reader reader(content);
  EventBatch batch;
  reader.text(batch.id);
  const std::size_t events = reader.size();
  while (reader.ok() && batch.events.size() < events) batch.events.push_back(read_event(reader));
  return reader.ok() ? std::optional(std::move(batch)) : std::nullopt;
}

}  // namespace

std::string to_record(const EventBatch& batch) {
  const std::string content = content_of(batch);
  Writer writer;
  writer.number(static_cast<std::int64_t>(content.size()));
  writer.number(static_cast<std::int64_t>(short_hash(content)));
  return writer.bytes() + content;
}

std::optional<EventBatch> next_record(std::string_view& rest) {
  if (rest.size() < kPrefix) return std::nullopt;
  Reader prefix(rest);
  const std::size_t size = prefix.size();
  std::int64_t checksum = 0;
  prefix.number(checksum);
  if (size > rest.size() - kPrefix) return std::nullopt;
  const std::string_view content = rest.substr(kPrefix, size);
  if (static_cast<std::int64_t>(short_hash(content)) != checksum) return std::nullopt;
  auto batch = batch_of(content);
  if (batch) rest.remove_prefix(kPrefix + size);
  return batch;
}

}  // namespace kb::store
