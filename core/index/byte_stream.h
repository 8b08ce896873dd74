// Numbers and strings to bytes and back: the layout of catalogue and records.
//
//   ByteWriter out;  out.number(42);  out.text("refund");
//   ByteReader in(out.bytes());  in.number() == 42;  in.text() == "refund";  in.ok();
//
// Numbers are LEB128 varints. A reader past the end, or at nonsense, returns zeros and empty texts
// and is no longer ok(): check once, at the end. Not thread-safe; views point into the bytes read.

#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace kb::index {

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    bytes_.push_back(static_cast<char>(value));
  }
  void fixed32(std::uint32_t value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return broken();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return broken();
  }
  // A number that counts things still to come, each of at least one byte: never more than the rest.
  std::size_t count() {
    const auto value = number();
    return value <= rest_.size() ? static_cast<std::size_t>(value) : broken();
  }
  std::uint32_t fixed32() {
    std::uint32_t value = 0;
    if (rest_.size() < sizeof value) return static_cast<std::uint32_t>(broken());
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  std::string_view text() {
    const auto size = count();
    const auto value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::size_t broken() {
    ok_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace kb::index
