#include "indexer/image_size.h"

#include <gtest/gtest.h>

#include <string>

namespace kb {
namespace {

using namespace std::string_literals;

std::string big_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
  return out;
}

std::string little_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  return out;
}

// The beginnings of files, by hand: as much of each as tells the size.

std::string png(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"s + big_endian(width, 4) + big_endian(height, 4) +
         "\x08\x06\0\0\0\0\0\0\0"s;
}

std::string jpeg(std::uint32_t width, std::uint32_t height) {
  return "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"s  // APP0
         "\xff\xc0\0\x11\x08"s +
         big_endian(height, 2) + big_endian(width, 2) +  // SOF0
         "\3\1\x22\0\2\x11\1\3\x11\1"s;
}

std::string gif(std::uint32_t width, std::uint32_t height) {
  return "GIF89a"s + little_endian(width, 2) + little_endian(height, 2) + "\0\0\0"s;
}

std::string bmp(std::uint32_t width, std::uint32_t height) {
  return "BM"s + std::string(8, '\0') + little_endian(54, 4) + little_endian(40, 4) +
         little_endian(width, 4) + little_endian(height, 4) + "\1\0\x18\0"s + std::string(24, '\0');
}

std::string riff(const std::string& chunk, const std::string& payload) {
  const auto body =
      "WEBP" + chunk + little_endian(static_cast<std::uint32_t>(payload.size()), 4) + payload;
  return "RIFF" + little_endian(static_cast<std::uint32_t>(body.size()), 4) + body;
}

std::string webp_lossy(std::uint32_t width, std::uint32_t height) {
  constexpr std::uint32_t kFirstPartition = 16;  // bytes, after the header's ten
  return riff("VP8 ", little_endian(0x10 | (kFirstPartition << 5), 3) + "\x9d\x01\x2a" +
                          little_endian(width, 2) + little_endian(height, 2) +
                          std::string(40, '\0'));
}

std::string webp_extended(std::uint32_t width, std::uint32_t height) {
  return riff("VP8X", "\2\0\0\0"s + little_endian(width - 1, 3) + little_endian(height - 1, 3));
}

std::string text_of(const std::optional<ImageSize>& size) {
  return size ? std::to_string(size->width) + " x " + std::to_string(size->height) : "none";
}

TEST(ImageSize, IsReadFromEachFormat) {
  for (const auto& file : {png(640, 360), jpeg(640, 360), gif(640, 360), bmp(640, 360),
                           webp_lossy(640, 360), webp_extended(640, 360)})
    EXPECT_EQ(text_of(image_size(file)), "640 x 360") << file.substr(0, 16);
}

TEST(ImageSize, GoesUpToAWholeScreenAndMore) {
  EXPECT_EQ(text_of(image_size(png(1, 1))), "1 x 1");
  EXPECT_EQ(text_of(image_size(png(65'535, 1))), "65535 x 1");
  EXPECT_EQ(text_of(image_size(png(1, 65'535))), "1 x 65535");
  EXPECT_EQ(text_of(image_size(webp_extended(16'384, 1))), "16384 x 1");
  EXPECT_EQ(text_of(image_size(png(65'536, 1))), "none");
  EXPECT_EQ(text_of(image_size(png(0, 10))), "none");
  EXPECT_EQ(text_of(image_size(png(0xFFFF'FFFF, 0xFFFF'FFFF))), "none");
  EXPECT_EQ(text_of(image_size(gif(0, 0))), "none");
}

// Whatever a file is cut to, or whichever byte of it is another: an answer within bounds, or none.
TEST(ImageSize, OfADamagedFileIsNoneOrWithinBounds) {
  const auto check = [](const std::string& bytes) {
    const auto size = image_size(bytes);
    EXPECT_TRUE(!size || (size->width >= 1 && size->width <= 65'535 && size->height >= 1 &&
                          size->height <= 65'535));
  };
  for (const auto& file :
       {png(640, 360), jpeg(640, 360), gif(640, 360), bmp(640, 360), webp_lossy(640, 360),
        webp_extended(640, 360), "<svg width=\"640\" viewBox=\"0 0 640 360\"/>"s}) {
    for (std::size_t length = 0; length <= file.size(); ++length) check(file.substr(0, length));
    for (std::size_t at = 0; at < file.size(); ++at)
      for (const char byte : {'\0', '\x7f', '\xff', '"', '<'}) {
        auto damaged = file;
        damaged[at] = byte;
        check(damaged);
      }
  }
  EXPECT_EQ(text_of(image_size(png(640, 360).substr(0, 18))), "none");
  EXPECT_EQ(text_of(image_size(gif(640, 360).substr(0, 8))), "none");
}

TEST(ImageSize, OfWhatIsNoImageIsNone) {
  for (const auto& file : {""s, "\0"s, "Just words."s, "# Markdown\n\nwidth=\"5\" height=\"5\"\n"s,
                           "%PDF-1.7\n"s, "PK\3\4"s, "<html><body>svg</body></html>"s,
                           "{\"width\": 5}"s, std::string(100'000, 'x'), std::string(1000, '\0')})
    EXPECT_EQ(text_of(image_size(file)), "none") << file.substr(0, 16);
}

struct Svg {
  std::string attributes, size;
};
class SvgSize : public testing::TestWithParam<Svg> {};

TEST_P(SvgSize, IsWhatItsRootSays) {
  const auto root = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + GetParam().attributes + ">";
  for (const auto& before :
       {""s, "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n"s, "\xEF\xBB\xBF"s})
    EXPECT_EQ(text_of(image_size(before + root + "<rect width=\"7\" height=\"7\"/></svg>")),
              GetParam().size);
}

INSTANTIATE_TEST_SUITE_P(
    Roots, SvgSize,
    testing::Values(
        Svg{"width=\"640\" height=\"360\"", "640 x 360"},
        Svg{"width=\"640px\" height=\"360px\"", "640 x 360"},
        Svg{"width='640'\n\theight = '360'", "640 x 360"},
        Svg{"width=\"639.6\" height=\"360.4\"", "640 x 360"},
        Svg{"viewBox=\"0 0 320 200\"", "320 x 200"},
        Svg{"viewBox=\" -10,-10 , 320.5,\n200 \"", "321 x 200"},
        // Where the image stands decides: the box tells the proportions.
        Svg{"width=\"100%\" height=\"100%\" viewBox=\"0 0 320 200\"", "320 x 200"},
        Svg{"width=\"20em\" height=\"10em\" viewBox=\"0 0 320 200\"", "320 x 200"},
        Svg{"width=\"640\" viewBox=\"0 0 320 200\"", "320 x 200"},
        Svg{"width=\"640\" height=\"360\" viewBox=\"0 0 320 200\"", "640 x 360"},
        Svg{"width=\"1e9\" height=\"5\" viewBox=\"0 0 320 200\"", "320 x 200"}, Svg{"", "none"},
        Svg{"width=\"640\"", "none"}, Svg{"width=\"100%\" height=\"5\"", "none"},
        Svg{"width=\"0\" height=\"0\"", "none"}, Svg{"width=\"-5\" height=\"5\"", "none"},
        Svg{"width=\"nan\" height=\"nan\"", "none"}, Svg{"width=\"inf\" height=\"inf\"", "none"},
        Svg{"width=\"1e400\" height=\"5\"", "none"}, Svg{"width=\"\" height=\"\"", "none"},
        Svg{"width=\"99999999999999999999\" height=\"5\"", "none"},
        Svg{"viewBox=\"0 0 320\"", "none"}, Svg{"viewBox=\"0 0 0 0\"", "none"},
        Svg{"viewBox=\"a b c d\"", "none"}, Svg{"viewBox=\"\"", "none"},
        Svg{"stroke-width=\"3\" data-height=\"3\"", "none"},
        Svg{"stroke-width=\"3\" width=\"640\" height=\"360\"", "640 x 360"},
        Svg{"width=640 height=360", "none"}));

TEST(SvgSize, IsLookedForInTheBeginning) {
  const std::string root = "<svg width=\"6\" height=\"3\">";
  EXPECT_EQ(text_of(image_size("<!--" + std::string(1000, ' ') + "-->" + root)), "6 x 3");
  EXPECT_EQ(text_of(image_size("<!--" + std::string(100'000, ' ') + "-->" + root)), "none");
  EXPECT_EQ(text_of(image_size("<svg width=\"6\" height=\"3")), "6 x 3") << "nothing is beyond it";
}

}  // namespace
}  // namespace kb
