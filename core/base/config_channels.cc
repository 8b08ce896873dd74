#include "core/base/config_channels.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "core/base/nearest_key.h"
#include "core/base/opening_hours.h"

namespace kb {
namespace {

constexpr std::string_view kName = "contact.channels";
constexpr const char* kChannelForm = "- {kind: phone, address: \"+48 22 555 01 00\"}";
constexpr std::array<std::string_view, 4> kKinds = {"form", "phone", "chat", "link"};

std::string named(std::string_view key) {
  return std::string(kName) + "." + std::string(key);
}

Result<void> read_text(const ConfigYaml& yaml, const YAML::Node& node, std::string_view key,
                       std::string& into) {
  auto text = yaml.word(node, named(key));
  if (!text) return fail(text.error());
  into = std::move(*text);
  return {};
}

Result<void> read_hours(const ConfigYaml& yaml, const YAML::Node& node, ChannelConfig& channel) {
  if (auto read = read_text(yaml, node, "hours", channel.hours); !read) return read;
  const auto hours = OpeningHours::parse(channel.hours);
  if (!hours)
    return yaml.wrong(node, named("hours") + ": " + hours.error().what, hours.error().hint);
  return {};
}

Result<void> read_answer(const ConfigYaml& yaml, const YAML::Node& node, ChannelConfig& channel) {
  const auto text = yaml.word(node, named("answer_time"));
  if (!text) return fail(text.error());
  if (const auto problem = read_minutes(*text, channel.answer_minutes); !problem.empty())
    return yaml.wrong(node, "`" + named("answer_time") + "`: " + problem);
  return {};
}

Result<void> read_channel_key(const ConfigYaml& yaml, const YAML::Node& name,
                              const YAML::Node& value, ChannelConfig& channel) {
  const auto key = name.as<std::string>();
  if (key == "kind") return read_text(yaml, value, key, channel.kind);
  if (key == "address") return read_text(yaml, value, key, channel.address);
  if (key == "hours") return read_hours(yaml, value, channel);
  if (key == "answer_time") return read_answer(yaml, value, channel);
  if (key == "name") {
    auto text = yaml.local_text(value, named(key));
    if (!text) return fail(text.error());
    channel.name = std::move(*text);
    return {};
  }
  if (key != "categories")
    return yaml.wrong(
        name, "unknown key `" + named(key) + "`",
        nearest_key(key, {"kind", "name", "address", "categories", "hours", "answer_time"}));
  auto list = yaml.values(value, named(key), Setting::Shape::list);
  if (!list) return fail(list.error());
  channel.categories = std::move(*list);
  return {};
}

bool is_phone_number(std::string_view text) {
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 3 && text.find_first_not_of("+0123456789 ()-./") == text.npos;
}

Result<void> check(const ConfigYaml& yaml, const YAML::Node& node, const ChannelConfig& channel) {
  if (std::ranges::find(kKinds, channel.kind) == kKinds.end())
    return yaml.wrong(node, "`" + named("kind") + "`: unknown kind `" + channel.kind + "`",
                      "known: form, phone, chat, link");
  if (channel.kind == "form") return {};
  if (channel.kind == "phone" && !is_phone_number(channel.address))
    return yaml.wrong(node,
                      "`" + named("address") + "`: no phone number: '" + channel.address + "'",
                      "\"+48 22 555 01 00\", in quotes");
  if (channel.kind != "phone" && !is_link(channel.address))
    return yaml.wrong(node, "`" + named("address") + "`: no address: '" + channel.address + "'",
                      "https://…, mailto:… or a path such as /en/");
  return {};
}

Result<ChannelConfig> read_channel(const ConfigYaml& yaml, const YAML::Node& node) {
  if (!node.IsMap())
    return yaml.wrong(node, "`" + std::string(kName) + "`: expected kind and address",
                      kChannelForm);
  ChannelConfig channel;
  for (const auto& entry : node)
    if (auto read = read_channel_key(yaml, entry.first, entry.second, channel); !read)
      return fail(read.error());
  if (auto sound = check(yaml, node, channel); !sound) return fail(sound.error());
  return channel;
}

}  // namespace

Result<std::vector<ChannelConfig>> read_channels(const ConfigYaml& yaml, const YAML::Node& node) {
  std::vector<ChannelConfig> channels;
  if (node.IsNull()) return channels;
  if (!node.IsSequence())
    return yaml.wrong(node, "`" + std::string(kName) + "`: expected a list", kChannelForm);
  for (const auto& item : node) {
    auto channel = read_channel(yaml, item);
    if (!channel) return fail(channel.error());
    channels.push_back(std::move(*channel));
  }
  return channels;
}

}  // namespace kb
