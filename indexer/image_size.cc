#include "indexer/image_size.h"

#include <stb/stb_image.h>
#include <webp/decode.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace kb {
namespace {

using std::string_view;

constexpr double kLargest = 65'535;
constexpr std::size_t kSvgHead = 64 * 1024;  // comments may stand before the root element

std::optional<ImageSize> sized(double width, double height) {
  if (!(width >= 1 && width <= kLargest && height >= 1 && height <= kLargest)) return std::nullopt;
  return ImageSize{static_cast<std::uint32_t>(std::lround(width)),
                   static_cast<std::uint32_t>(std::lround(height))};
}

// The value of an attribute in a start tag; empty if it is not there.
string_view attribute(string_view tag, string_view name) {
  for (auto at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1)) {
    const bool whole = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' ||
                                  tag[at - 1] == '\t' || tag[at - 1] == '\r');
    const auto equals = tag.find_first_not_of(" \t\r\n", at + name.size());
    if (!whole || equals == tag.npos || tag[equals] != '=') continue;
    const auto quote = tag.find_first_not_of(" \t\r\n", equals + 1);
    if (quote == tag.npos || (tag[quote] != '"' && tag[quote] != '\'')) return {};
    return tag.substr(quote + 1, tag.find(tag[quote], quote + 1) - quote - 1);
  }
  return {};
}

// A length in pixels; 0 for other units, which depend on where the image stands.
double pixels(string_view length) {
  double value = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
  const auto unit = length.substr(static_cast<std::size_t>(end - length.data()));
  return error == std::errc{} && (unit.empty() || unit == "px") ? value : 0;
}

std::optional<ImageSize> view_box_size(string_view box) {
  double numbers[4] = {};
  for (double& number : numbers) {
    box.remove_prefix(std::min(box.find_first_not_of(" ,\t\r\n"), box.size()));
    const auto [end, error] = std::from_chars(box.data(), box.data() + box.size(), number);
    if (error != std::errc{}) return std::nullopt;
    box.remove_prefix(static_cast<std::size_t>(end - box.data()));
  }
  return sized(numbers[2], numbers[3]);
}

std::optional<ImageSize> svg_size(string_view bytes) {
  bytes = bytes.substr(0, kSvgHead);
  const auto start = bytes.find("<svg");
  if (start == bytes.npos) return std::nullopt;
  const auto tag = bytes.substr(start, bytes.find('>', start) - start);
  if (auto size = sized(pixels(attribute(tag, "width")), pixels(attribute(tag, "height"))))
    return size;
  return view_box_size(attribute(tag, "viewBox"));
}

}  // namespace

std::optional<ImageSize> image_size(string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  int width = 0;
  int height = 0;
  int channels = 0;
  const auto length = static_cast<int>(std::min<std::size_t>(bytes.size(), 1 << 30));
  if (WebPGetInfo(data, bytes.size(), &width, &height) != 0) return sized(width, height);
  if (stbi_info_from_memory(data, length, &width, &height, &channels) != 0)
    return sized(width, height);
  return svg_size(bytes);
}

}  // namespace kb
