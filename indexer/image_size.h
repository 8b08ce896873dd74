// How large an image is shown, read from the beginning of its file: so that a page can leave room
// for it before it has arrived.
//
//   std::optional<ImageSize> size = image_size(bytes);     // {640, 360}
//
// PNG, JPEG, GIF, BMP, WebP and SVG (its width and height, else its viewBox). Nothing for what is
// no such image, or damaged. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kb {

struct ImageSize {
  std::uint32_t width = 0;  // CSS pixels, 1 to 65,535
  std::uint32_t height = 0;

  bool operator==(const ImageSize&) const = default;
};

std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace kb
