#include "indexer/commands/redact_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/redact/redactor.h"
#include "core/text/detector.h"
#include "core/text/language.h"
#include "indexer/commands/command.h"

namespace kb {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;

struct RedactFlags : CommonFlags {
  std::string lang;
};

Result<std::string> language_of(const RedactFlags& flags, const Config& config,
                                const std::string& text) {
  if (!flags.lang.empty()) return text::canonical_language(flags.lang);
  return text::detect_language(text).value_or(config.site.default_language);
}

void print_counts(const std::string& text, const std::map<redact::Kind, std::size_t>& counts) {
  nlohmann::json by_kind = nlohmann::json::object();
  for (const auto& [kind, count] : counts) by_kind[std::string(redact::kind_name(kind))] = count;
  print_json({{"text", text}, {"counts", by_kind}});
}

int run_redact(const RedactFlags& flags, const Environment& environment, std::istream& input) {
  const auto config = load_site(flags, environment);
  if (!config) return failed(config.error());
  const auto redactor = redact::Redactor::create(config->redact);
  if (!redactor) return failed(redactor.error());
  const auto text = read_whole(input, kMostBytes);
  if (!text) return failed(text.error());
  const auto lang = language_of(flags, *config, *text);
  if (!lang) return failed(lang.error());
  redact::TicketRedaction ticket(*redactor, *lang);
  ticket.learn(*text);
  const std::string redacted = ticket.redact(*text);
  if (flags.json)
    print_counts(redacted, ticket.counts());
  else
    std::fwrite(redacted.data(), 1, redacted.size(), stdout);
  return kDone;
}

}  // namespace

Result<std::string> read_whole(std::istream& input, std::size_t most) {
  constexpr std::size_t kBlock = std::size_t{1} << 16;
  std::string all;
  while (input) {
    const std::size_t known = all.size();
    all.resize(known + kBlock);
    input.read(all.data() + known, static_cast<std::streamsize>(kBlock));
    all.resize(known + static_cast<std::size_t>(input.gcount()));
    if (all.size() > most)
      return fail("more than " + std::to_string(most >> 20) + " MB of text", "standard input",
                  "redact it in parts, cut at empty lines");
  }
  if (input.bad()) return fail("could not be read", "standard input");
  return all;
}

void add_redact_command(CLI::App& app, const Environment& environment, std::istream& input,
                        int& status) {
  const auto flags = std::make_shared<RedactFlags>();
  auto* redact = add_command(app, "redact", "Take personal data out of standard input", *flags);
  redact->add_option("--lang", flags->lang, "the text's language (default: told from the text)");
  redact->callback(
      [flags, &environment, &input, &status] { status = run_redact(*flags, environment, input); });
}

}  // namespace kb
