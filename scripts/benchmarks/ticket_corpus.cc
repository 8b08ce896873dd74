#include "scripts/benchmarks/ticket_corpus.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "core/base/date.h"

namespace kb::bench {
namespace {

using Random = std::mt19937_64;
using Json = nlohmann::json;

constexpr std::int64_t kFirstDay = 1'735'689'600;  // 2025-01-01
constexpr std::uint64_t kDays = 680;
constexpr std::size_t kShortestSentence = 24;  // bytes: less is a greeting or a name
constexpr std::uint64_t kRepeats = 10;         // each so many asks what an earlier one did
constexpr std::uint64_t kBack = 5'000;         // how long ago at most

const std::string& one_of(const std::vector<std::string>& texts, Random& random) {
  return texts[random() % texts.size()];
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

void add_sentences(const std::string& line, std::vector<std::string>& sentences) {
  for (std::size_t begin = 0; begin < line.size();) {
    const auto end = std::min(line.find_first_of(".?!", begin), line.size() - 1) + 1;
    auto sentence = line.substr(begin, end - begin);
    if (sentence.size() >= kShortestSentence) sentences.push_back(std::move(sentence));
    begin = line.find_first_not_of(' ', end);
  }
}

Json message_of(std::string_view from, std::int64_t at, std::string text) {
  return {
      {"from", from}, {"at", iso_time(Time(std::chrono::seconds(at)))}, {"text", std::move(text)}};
}

}  // namespace

Result<TicketCorpus> TicketCorpus::read(const std::filesystem::path& folder) {
  std::map<std::string, Texts> by_language;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".jsonl") continue;
    Texts& texts = by_language[entry.path().stem().string()];
    texts.lang = entry.path().stem().string();
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      const auto ticket = Json::parse(line, nullptr, false);
      if (ticket.is_discarded()) return fail("is no JSON", entry.path().string());
      texts.subjects.push_back(ticket.value("subject", "Question"));
      for (const auto& message : ticket.value("messages", Json::array())) {
        const auto text = message.value("text", "");
        const auto lines = lines_of(text);
        if (lines.empty()) continue;
        if (message.value("from", "") == "agent") {
          texts.answers.push_back(text);
          continue;
        }
        texts.greetings.push_back(lines.front());
        for (const auto& each : lines) add_sentences(each, texts.sentences);
        const auto tail = lines.size() - std::min<std::size_t>(lines.size(), 4);
        std::string ending;
        for (auto i = tail; i < lines.size(); ++i) ending += lines[i] + "\n";
        texts.endings.push_back(std::move(ending));
      }
    }
  }
  TicketCorpus corpus;
  for (auto& [lang, texts] : by_language)
    if (!texts.sentences.empty() && !texts.answers.empty())
      corpus.languages_.push_back(std::move(texts));
  if (corpus.languages_.empty()) return fail("there are no tickets", folder.string());
  return corpus;
}

std::string TicketCorpus::question(const Texts& texts, std::uint64_t number,
                                   std::size_t sentences) const {
  Random random(number);
  const bool repeats = number % kRepeats == 0 && number >= kBack;
  Random asked(repeats ? number - 1 - random() % kBack : number + 1);
  std::string text;
  for (std::size_t i = 0; i < sentences; ++i) text += one_of(texts.sentences, asked) + " ";
  if (repeats) text += one_of(texts.sentences, random);
  return one_of(texts.greetings, random) + "\n" + text + "\n" + one_of(texts.endings, random);
}

std::string TicketCorpus::ticket(std::uint64_t number) const {
  Random random(number + (std::uint64_t{1} << 40));
  const Texts& texts = languages_[number % languages_.size()];
  const auto created = kFirstDay + static_cast<std::int64_t>(random() % (kDays * 86'400));
  const auto replied = created + static_cast<std::int64_t>(600 + random() % 50'000);
  const auto solved = replied + static_cast<std::int64_t>(random() % 100'000);
  Json json = {
      {"id", "B-" + std::to_string(number)},
      {"subject", one_of(texts.subjects, random)},
      {"status", "solved"},
      {"lang", texts.lang},
      {"created", iso_time(Time(std::chrono::seconds(created)))},
      {"solved", iso_time(Time(std::chrono::seconds(solved)))},
      {"channel", "email"},
      {"customer", {{"email", "c" + std::to_string(random() % 60'000) + "@mail.example"}}},
      {"messages",
       Json::array({message_of("customer", created, question(texts, number, 3 + random() % 4)),
                    message_of("agent", replied, one_of(texts.answers, random))})}};
  if (random() % 5 < 2) json["satisfaction"] = 1 + random() % 5;
  return json.dump();
}

Result<void> TicketCorpus::write(std::uint64_t first, std::uint64_t count,
                                 const std::filesystem::path& file) const {
  std::ofstream out(file, std::ios::binary);
  for (auto number = first; number < first + count; ++number) out << ticket(number) << '\n';
  out.close();
  if (!out) return fail("cannot be written", file.string());
  return {};
}

CustomerMessage TicketCorpus::message(std::uint64_t number, std::size_t letters) const {
  const Texts& texts = languages_[number % languages_.size()];
  std::string text;
  for (std::uint64_t part = 0; text.size() < letters; ++part)
    text += question(texts, number + (part << 32), 6);
  return {texts.lang, text.substr(0, letters)};
}

}  // namespace kb::bench
