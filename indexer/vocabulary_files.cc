#include "indexer/vocabulary_files.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/date.h"
#include "core/base/durable_file.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"
#include "indexer/yaml_nesting.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

constexpr std::uintmax_t kLargestVocabulary = 1 << 20;
constexpr std::size_t kMostTexts = 50;  // of one entry: each pair of synonyms is kept

constexpr const char* kSynonymsForm = "two_way: [[refund, money back]]";
constexpr const char* kTwoWayForm = "- [refund, money back]";
constexpr const char* kOneWayForm = "- {from: wifi, to: [wireless network]}";
constexpr const char* kPinForm = "- {queries: [refund], articles: [billing/refund]}";
constexpr const char* kStopWordForm = "- please";

std::string trimmed(const std::string& text) {
  constexpr const char* kSpaces = " \t\r\n";
  const auto begin = text.find_first_not_of(kSpaces);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

class FileReader {
 public:
  FileReader(fs::path file, index::Vocabulary& into, std::vector<Error>& problems)
      : file_(std::move(file)), into_(into), problems_(problems) {}

  using Take = void (FileReader::*)(const YAML::Node& root);

  void read(Take take) {
    std::error_code error;
    if (!fs::exists(file_, error)) return;
    if (fs::file_size(file_, error) > kLargestVocabulary)
      return file_problem("is larger than 1 MiB", "leave the words that matter most");
    const auto bytes = read_file(file_);
    if (!bytes) return problems_.push_back(bytes.error());
    if (!text::is_valid_utf8(*bytes)) return file_problem("is not UTF-8", "save it as UTF-8");
    if (is_nested_too_deeply(*bytes)) return file_problem("is nested too deeply", "write it flat");
    try {
      const YAML::Node root = YAML::Load(text::nfc(*bytes));
      if (!root.IsNull()) (this->*take)(root);
    } catch (const YAML::Exception& problem) {
      this->problem(problem.mark, "cannot be read: " + problem.msg,
                    "put text with `: ` or `#` in quotes, indent with spaces");
    }
  }

  void synonyms(const YAML::Node& root) {
    if (!root.IsMap()) return problem(root, "expected `two_way` and `one_way`", kSynonymsForm);
    for (const auto& entry : root) {
      const auto key = entry.first.as<std::string>();
      if (key == "two_way")
        each(entry.second, kTwoWayForm, &FileReader::two_way);
      else if (key == "one_way")
        each(entry.second, kOneWayForm, &FileReader::one_way);
      else
        problem(entry.first, "unknown key `" + key + "`", "known: two_way, one_way");
    }
  }

  void pins(const YAML::Node& root) { each(root, kPinForm, &FileReader::pin); }
  void stop_words(const YAML::Node& root) { each(root, kStopWordForm, &FileReader::stop_word); }

 private:
  void problem(const YAML::Mark& mark, std::string what, std::string hint) {
    problems_.push_back(
        {std::move(what), file_.string() + ":" + std::to_string(line_of(mark)), std::move(hint)});
  }
  void problem(const YAML::Node& node, std::string what, std::string hint) {
    problem(node.Mark(), std::move(what), std::move(hint));
  }
  void file_problem(std::string what, std::string hint) {
    problems_.push_back({std::move(what), file_.string(), std::move(hint)});
  }

  static int line_of(const YAML::Mark& mark) { return std::max(mark.line, 0) + 1; }

  void each(const YAML::Node& list, const char* form, Take take) {
    if (list.IsNull()) return;
    if (!list.IsSequence()) return problem(list, "expected a list", form);
    for (const auto& item : list) (this->*take)(item);
  }

  void two_way(const YAML::Node& item) {
    if (!item.IsSequence() || item.size() < 2)
      return problem(item, "expected two texts or more that mean the same", kTwoWayForm);
    if (auto group = texts(item, kTwoWayForm))
      into_.synonyms.push_back({std::move(*group), {}, line_of(item.Mark())});
  }

  void one_way(const YAML::Node& item) {
    if (!has_only(item, {"from", "to"}, kOneWayForm)) return;
    auto from = required(item, "from", kOneWayForm);
    auto to = required(item, "to", kOneWayForm);
    if (from && to)
      into_.synonyms.push_back({std::move(*from), std::move(*to), line_of(item.Mark())});
  }

  void pin(const YAML::Node& item) {
    if (!has_only(item, {"queries", "articles", "from", "until"}, kPinForm)) return;
    auto queries = required(item, "queries", kPinForm);
    auto articles = required(item, "articles", kPinForm);
    index::Pin pin{
        .queries = {}, .articles = {}, .from = {}, .until = {}, .line = line_of(item.Mark())};
    const bool dated = date(item["from"], pin.from) && last_day(item["until"], pin.until);
    if (!queries || !articles || !dated) return;
    if (pin.from && pin.until && *pin.until <= *pin.from)
      return problem(item, "`until` is before `from`", "the pin would never apply");
    pin.queries = std::move(*queries);
    pin.articles = std::move(*articles);
    into_.pins.push_back(std::move(pin));
  }

  void stop_word(const YAML::Node& item) {
    if (auto word = text(item, kStopWordForm))
      into_.stopwords.push_back({std::move(*word), line_of(item.Mark())});
  }

  bool has_only(const YAML::Node& item, const Texts& known, const char* form) {
    if (!item.IsMap()) {
      problem(item, "expected keys and values", form);
      return false;
    }
    for (const auto& entry : item) {
      const auto key = entry.first.as<std::string>();
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      problem(entry.first, "unknown key `" + key + "`", form);
      return false;
    }
    return true;
  }

  // One text or a list of them, at least one.
  std::optional<Texts> required(const YAML::Node& item, const char* key, const char* form) {
    const YAML::Node value = item[key];
    if (value && value.IsDefined() && !value.IsNull() && (!value.IsSequence() || value.size() > 0))
      return texts(value, form);
    problem(item, std::string("has no `") + key + "`", form);
    return std::nullopt;
  }

  std::optional<Texts> texts(const YAML::Node& node, const char* form) {
    Texts all;
    const auto add = [&](const YAML::Node& item) {
      auto one = text(item, form);
      if (one) all.push_back(std::move(*one));
      return one.has_value();
    };
    if (node.size() > kMostTexts) {
      problem(node, "has more than " + std::to_string(kMostTexts) + " texts", "split it up");
      return std::nullopt;
    }
    if (!node.IsSequence())
      add(node);
    else
      for (const auto& item : node)
        if (!add(item)) return std::nullopt;
    return all.empty() ? std::nullopt : std::optional(std::move(all));
  }

  std::optional<std::string> text(const YAML::Node& node, const char* form) {
    std::string text = node.IsScalar() ? trimmed(node.as<std::string>()) : std::string();
    if (!text.empty()) return text;
    problem(node, "expected a text", form);
    return std::nullopt;
  }

  bool date(const YAML::Node& node, std::optional<Time>& into) {
    if (!node || node.IsNull()) return true;
    const auto text = node.IsScalar() ? trimmed(node.as<std::string>()) : std::string();
    const auto time = parse_time(text);
    if (!time) {
      problem(node, time.error().what, "write it as 2026-11-01");
      return false;
    }
    into = *time;
    return true;
  }

  // A day counts to its end, a moment to itself.
  bool last_day(const YAML::Node& node, std::optional<Time>& into) {
    if (!date(node, into)) return false;
    const bool is_day = into && iso_date(*into) == trimmed(node.as<std::string>());
    if (is_day) *into += std::chrono::days{1};
    return true;
  }

  const fs::path file_;
  index::Vocabulary& into_;
  std::vector<Error>& problems_;
};

// A file with a name that nobody reads is most likely a slip of the pen.
void tell_unknown_files(const fs::path& folder, std::vector<Error>& problems) {
  constexpr std::array<std::string_view, 4> kKnown = {kSynonymsFile, kPinsFile, kStopWordsFile,
                                                      kJudgementsFile};
  std::error_code error;
  std::vector<fs::path> unknown;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const auto extension = entry.path().extension();
    const bool looks_meant = extension == ".yaml" || extension == ".yml" || extension == ".tsv";
    const auto name = entry.path().filename().string();
    if (looks_meant && std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end())
      unknown.push_back(entry.path());
  }
  std::sort(unknown.begin(), unknown.end());
  for (const auto& file : unknown)
    problems.push_back({"is not read: it has an unknown name", file.string(),
                        "known: synonyms.yaml, pins.yaml, stopwords.yaml, judgements.tsv"});
}

index::Vocabulary read_folder(const fs::path& folder, std::vector<Error>& problems) {
  index::Vocabulary vocabulary;
  const auto read = [&](const char* name, FileReader::Take take) {
    FileReader(folder / name, vocabulary, problems).read(take);
  };
  read(kSynonymsFile, &FileReader::synonyms);
  read(kPinsFile, &FileReader::pins);
  read(kStopWordsFile, &FileReader::stop_words);
  tell_unknown_files(folder, problems);
  return vocabulary;
}

std::vector<fs::path> folders_in(const fs::path& path, std::vector<Error>& problems) {
  std::vector<fs::path> folders;
  std::error_code error;
  if (!fs::exists(path, error)) return folders;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error))
    if (std::error_code unreadable; it->is_directory(unreadable)) folders.push_back(it->path());
  if (error) problems.push_back({"cannot be read: " + error.message(), path.string(), {}});
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

VocabularyFiles read_vocabularies(const Config& config) {
  VocabularyFiles found;
  for (const auto& folder : folders_in(config.search.path, found.problems)) {
    const auto name = folder.filename().string();
    if (name.starts_with('.') || name.starts_with('_')) continue;
    const auto lang = text::canonical_language(name);
    if (!lang) {
      found.problems.push_back({lang.error().what, folder.string(), lang.error().hint});
      continue;
    }
    const auto [same, is_new] = found.folders.emplace(*lang, folder);
    if (!is_new) {
      found.problems.push_back({"is the same language as " + same->second.filename().string(),
                                folder.string(), "put the files into one folder"});
      continue;
    }
    auto vocabulary = read_folder(folder, found.problems);
    if (!vocabulary.empty()) found.vocabularies.emplace(*lang, std::move(vocabulary));
  }
  return found;
}

}  // namespace kb
