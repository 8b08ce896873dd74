#include "server/page/brand.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string_view>

namespace kb::page {
namespace {

// Red, green and blue, each from 0 to 1, as in "#rrggbb".
using Rgb = std::array<double, 3>;

struct Tone {
  double hue = 0;  // in sixths of the circle: 0 red, 2 green, 4 blue
  double saturation = 0;
};

std::optional<Rgb> parse(std::string_view text) {
  if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return std::nullopt;
  const std::size_t digits = text.size() == 4 ? 1 : 2;
  Rgb colour{};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto part = text.substr(1 + i * digits, digits);
    unsigned value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + digits, value, 16);
    if (error != std::errc() || end != part.data() + digits) return std::nullopt;
    colour[i] = digits == 1 ? value / 15.0 : value / 255.0;
  }
  return colour;
}

std::string to_hex(const Rgb& colour) {
  const auto byte = [](double part) {
    return static_cast<unsigned>(std::lround(part * 255)) & 255U;
  };
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", byte(colour[0]), byte(colour[1]),
                byte(colour[2]));
  return text;
}

// Relative luminance, as WCAG 2.2 defines it: 0 black, 1 white.
double luminance(const Rgb& colour) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

Tone tone_of(const Rgb& colour) {
  const double most = *std::ranges::max_element(colour);
  const double least = *std::ranges::min_element(colour);
  const double range = most - least;
  if (range == 0) return {};
  const auto [red, green, blue] = colour;
  Tone tone;
  tone.saturation = range / (1 - std::abs(most + least - 1));
  if (most == red) {
    tone.hue = std::fmod((green - blue) / range + 6, 6);
  } else if (most == green) {
    tone.hue = (blue - red) / range + 2;
  } else {
    tone.hue = (red - green) / range + 4;
  }
  return tone;
}

// From hue, saturation and lightness, by the formula of CSS Color 4.
Rgb with_lightness(const Tone& tone, double lightness) {
  const double reach = tone.saturation * std::min(lightness, 1 - lightness);
  const auto part = [&](double offset) {
    const double place = std::fmod(offset + 2 * tone.hue, 12);
    return lightness - reach * std::clamp(std::min(place - 3, 9 - place), -1.0, 1.0);
  };
  return {part(0), part(8), part(4)};
}

// The colour of that tone whose luminance is `wanted`: it grows with lightness, whatever the tone.
Rgb with_luminance(const Tone& tone, double wanted) {
  double low = 0, high = 1;
  for (int step = 0; step < 30; ++step) {
    const double middle = (low + high) / 2;
    (luminance(with_lightness(tone, middle)) < wanted ? low : high) = middle;
  }
  return with_lightness(tone, (low + high) / 2);
}

Tone calmer(const Tone& tone, double most_saturation) {
  return {tone.hue, std::min(tone.saturation, most_saturation)};
}

// The luminance of each role. A text on its ground has (lighter + .05) / (darker + .05) of
// contrast: the figures hold 4.5 for every text on paper and on tint, with room for rounding to 8
// bits.
struct Scheme {
  double tint, ink, ink_soft, line, line_strong;
};
constexpr Scheme kLight = {.90, .013, .11, .70, .235};
constexpr Scheme kDark = {.0165, .82, .42, .047, .215};
constexpr double kDarkestAccentOnDark = .36;  // 6:1 on the dark tint: thin letters glow less
constexpr double kLightestAccentOnLight = (kLight.tint + .05) / 4.6 - .05;

std::string property(std::string_view name, const Rgb& colour) {
  return "  --" + std::string(name) + ": " + to_hex(colour) + ";\n";
}

std::string greys(const Tone& tone, const Scheme& scheme) {
  const Tone grey = calmer(tone, .12);
  return property("tint", with_luminance(calmer(tone, .35), scheme.tint)) +
         property("ink", with_luminance(grey, scheme.ink)) +
         property("ink-soft", with_luminance(grey, scheme.ink_soft)) +
         property("line", with_luminance(grey, scheme.line)) +
         property("line-strong", with_luminance(grey, scheme.line_strong));
}

std::string on_light(const Rgb& accent) {
  const Tone tone = tone_of(accent);
  const double own = luminance(accent);
  const double shown = std::min(own, kLightestAccentOnLight);
  const Rgb colour = shown == own ? accent : with_luminance(tone, shown);
  return property("accent", colour) + property("accent-strong", with_luminance(tone, shown * .5)) +
         property("accent-ink", {1, 1, 1}) + property("focus", colour) + greys(tone, kLight);
}

std::string on_dark(const Rgb& accent) {
  const Tone tone = tone_of(accent);
  const double own = luminance(accent);
  const double shown = std::max(own, kDarkestAccentOnDark);
  const Rgb colour = shown == own ? accent : with_luminance(calmer(tone, .85), shown);
  const Rgb strong = with_luminance(tone, shown + (1 - shown) * .35);
  return property("accent", colour) + property("accent-strong", strong) +
         property("accent-ink", with_luminance(calmer(tone, .35), .008)) +
         property("focus", strong) + property("paper", with_luminance(calmer(tone, .12), .0088)) +
         greys(tone, kDark);
}

}  // namespace

Brand make_brand(const std::string& accent) {
  if (accent.empty()) return {};
  const auto colour = parse(accent);
  if (!colour)
    return {{}, {{"the accent is not a colour: '" + accent + "'", "", "write it as #0b5f4a"}}};
  return {":root {\n" + on_light(*colour) + "}\n@media (prefers-color-scheme: dark) {\n:root {\n" +
              on_dark(*colour) + "}\n}\n",
          {}};
}

}  // namespace kb::page
