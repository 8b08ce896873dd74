#include "server/agent/ticket_reference.h"

#include <algorithm>

#include "core/text/normal_form.h"

namespace kb {
namespace {

constexpr std::size_t kLongest = 200;  // bytes

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view kAround = " \t\r\n";
  const auto begin = text.find_first_not_of(kAround);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kAround) - begin + 1);
}

std::string source_name(const SourceConfig& source) {
  return source.name.empty() ? source.path.filename().string() : source.name;
}

std::string first_helpdesk(const Config& config) {
  const auto found = std::ranges::find(config.sources, SourceKind::tickets, &SourceConfig::kind);
  return found == config.sources.end() ? std::string() : source_name(*found);
}

}  // namespace

std::optional<TicketReference> read_ticket_reference(std::string_view written,
                                                     const Config& config) {
  written = text::utf8_prefix(without_blanks(written), kLongest);
  const auto slash = written.find('/');
  const bool has_source = slash != written.npos;
  auto id = without_blanks(has_source ? written.substr(slash + 1) : written);
  if (id.starts_with('#')) id.remove_prefix(1);
  id = without_blanks(id);
  if (id.empty()) return std::nullopt;
  return TicketReference{
      has_source ? std::string(without_blanks(written.substr(0, slash))) : first_helpdesk(config),
      std::string(id)};
}

TicketReference reference_of(std::string_view key) {
  const auto slash = key.find('/');
  if (slash == key.npos) return {{}, std::string(key)};
  return {std::string(key.substr(0, slash)), std::string(key.substr(slash + 1))};
}

std::string to_key(const TicketReference& ticket) {
  return ticket.source.empty() ? ticket.id : ticket.source + "/" + ticket.id;
}

}  // namespace kb
