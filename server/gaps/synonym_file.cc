#include "server/gaps/synonym_file.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/durable_file.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "synonyms.yaml";
constexpr std::string_view kOneWay = "one_way:";
constexpr std::string_view kTwoWay = "two_way:";
constexpr std::uintmax_t kLargestFile = 1 << 20;  // what the index reads

std::string_view trimmed_line(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r";
  const auto begin = text.find_first_not_of(kSpaces);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

bool is_yaml_content(std::string_view line) {
  const auto text = trimmed_line(line);
  return !text.empty() && text.front() != '#';
}

// Words without a sign that means something in YAML, and no word that is no text to it.
bool is_plain_scalar(std::string_view text) {
  constexpr std::array<std::string_view, 10> kNoTexts = {"null", "true", "false", "yes", "no",
                                                         "on",   "off",  "y",     "n",   "~"};
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !text.empty() && std::ranges::find(kNoTexts, text::caseless(text)) == kNoTexts.end() &&
         is_letter(text.front()) && is_letter(text.back()) &&
         std::ranges::all_of(text, [&](char c) { return is_letter(c) || c == ' '; });
}

std::string yaml_scalar(std::string_view text) {
  if (is_plain_scalar(text)) return std::string(text);
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') quoted += '\\';
    if (byte >= 0x20) {
      quoted += c;
    } else {
      quoted += "\\x";
      quoted += kDigits[byte / 16];
      quoted += kDigits[byte % 16];
    }
  }
  return quoted + '"';
}

std::string synonym_entry(const SynonymPair& pair) {
  return "- {from: " + yaml_scalar(pair.asked) + ", to: " + yaml_scalar(pair.found) + "}";
}

// A file's lines, and where the list of one-way synonyms is among them.
class SynonymLines {
 public:
  explicit SynonymLines(std::string_view file)
      : end_of_line_(file.find("\r\n") == file.npos ? "\n" : "\r\n") {
    while (!file.empty()) {
      const auto end = std::min(file.find('\n'), file.size() - 1) + 1;
      lines_.emplace_back(file.substr(0, end));
      file.remove_prefix(end);
    }
  }

  Result<std::optional<std::string>> with(const std::string& entry) {
    if (auto found = find_list(entry); !found) return fail(found.error());
    if (has(entry)) return std::nullopt;
    if (!key_) {
      end_last_line();
      lines_.emplace_back(std::string(kOneWay) + end_of_line_);
      lines_.emplace_back("  " + entry + end_of_line_);
      return joined();
    }
    if (is_closed_) lines_[*key_] = std::string(kOneWay) + end_of_line_;
    if (last_ + 1 == lines_.size()) end_last_line();
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(last_ + 1),
                  indent_ + entry + end_of_line_);
    return joined();
  }

 private:
  static std::string_view without_comment(std::string_view line) {
    return line.substr(0, line.find(" #"));
  }

  Result<void> find_list(const std::string& entry) {
    bool within = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::string_view line = lines_[i];
      if (i == 0 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
      line = line.substr(0, line.find_last_not_of("\r\n") + 1);
      if (!is_yaml_content(line) || (line == "---" && !key_ && !within)) continue;
      const bool is_in_list = line.front() == ' ' || line.starts_with("- ");
      if (!is_in_list) {
        const bool is_one_way = line.starts_with(kOneWay);
        if (!is_one_way && !line.starts_with(kTwoWay)) return not_understood(i, entry);
        within = is_one_way;
        if (!within) continue;
        if (key_) return not_understood(i, entry);
        key_ = last_ = i;
        const auto value = trimmed_line(without_comment(line.substr(kOneWay.size())));
        if (!value.empty() && value != "[]") return not_understood(i, entry);
        is_closed_ = !value.empty();
        continue;
      }
      if (!within) continue;
      if (is_closed_ || line.find('\t') < line.find_first_not_of(" \t"))
        return not_understood(i, entry);
      if (last_ == *key_) {
        indent_ = line.substr(0, line.find_first_not_of(' '));
        if (!line.substr(indent_.size()).starts_with("- ")) return not_understood(i, entry);
      }
      last_ = i;
    }
    return {};
  }

  static Result<void> not_understood(std::size_t line, const std::string& entry) {
    return fail("cannot be extended: it is not written as search files are",
                "line " + std::to_string(line + 1), "under one_way, add: " + entry);
  }

  bool has(const std::string& entry) const {
    return key_ && std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(*key_), lines_.end(),
                               [&](const std::string& line) {
                                 return trimmed_line(line.substr(0, line.find('\n'))) == entry;
                               });
  }

  void end_last_line() {
    if (!lines_.empty() && !lines_.back().ends_with('\n')) lines_.back() += end_of_line_;
  }

  std::string joined() const {
    std::string text;
    for (const auto& line : lines_) text += line;
    return text;
  }

  const std::string end_of_line_;
  std::vector<std::string> lines_;  // with their ends
  std::optional<std::size_t> key_;  // the line `one_way:`
  std::size_t last_ = 0;            // of the list
  bool is_closed_ = false;          // one_way: []
  std::string indent_ = "  ";
};

}  // namespace

fs::path synonym_file_of(const Config& config, std::string_view lang) {
  std::error_code error;
  fs::path folder = config.search.path / lang;
  if (!fs::is_directory(folder, error)) {
    std::vector<fs::path> same;
    for (const auto& entry : fs::directory_iterator(config.search.path, error))
      if (const auto tag = text::canonical_language(entry.path().filename().string());
          tag && *tag == lang)
        same.push_back(entry.path());
    if (!same.empty()) folder = *std::ranges::min_element(same);
  }
  return folder / kFileName;
}

Result<std::optional<std::string>> with_synonym(std::string_view file, const SynonymPair& pair) {
  return SynonymLines(file).with(synonym_entry(pair));
}

Result<std::string> read_synonym_file(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return std::string();
  if (fs::file_size(path, error) > kLargestFile)
    return fail("is larger than 1 MiB", path.string(), "leave the words that matter most");
  return read_file(path);
}

Result<void> write_synonym_file(const fs::path& path, std::string_view text) {
  constexpr const char* kHint = "let the server write there, or add the line by hand";
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error)
    return fail("cannot make the folder: " + error.message(), path.parent_path().string(), kHint);
  // A symbolic link stays one: what it leads to is written.
  const fs::path file = fs::exists(path, error) ? fs::canonical(path, error) : path;
  if (error) return fail("cannot be read: " + error.message(), path.string(), kHint);
  if (fs::exists(file, error) && ::access(file.c_str(), W_OK) != 0) {
    auto refused = system_error("cannot write", file);
    refused.hint = kHint;
    return fail(std::move(refused));
  }
  return write_durably(file, text);
}

}  // namespace kb
