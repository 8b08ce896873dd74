#include "server/events/event_metrics.h"

#include <cstdint>
#include <string_view>

#include "server/events/events.h"

namespace kb {
namespace {

class Lines {
 public:
  void begin(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    add({"# HELP ", name, " ", help, "\n# TYPE ", name, " ", type, "\n"});
  }
  void line(std::string_view label, std::string_view value, std::uint64_t count) {
    add({name_, "{", label, "=\"", value, "\"} ", std::to_string(count), "\n"});
  }
  void line(std::uint64_t count) { add({name_, " ", std::to_string(count), "\n"}); }
  std::string take() { return std::move(text_); }

 private:
  void add(std::initializer_list<std::string_view> parts) {
    for (const auto part : parts) text_ += part;
  }

  std::string text_;
  std::string_view name_;
};

}  // namespace

std::string event_metrics(Events* events) {
  if (!events) return {};
  const auto kept = events->log().counts();
  const auto noted = events->counts();
  Lines lines;
  lines.begin("answerwell_events_total", "counter", "Events, by what became of them.");
  lines.line("outcome", "stored", kept.stored);
  lines.line("outcome", "spooled", kept.spooled);
  lines.line("outcome", "dropped", kept.dropped);
  lines.line("outcome", "robot", noted.robots);
  lines.line("outcome", "too_many", noted.too_many);
  lines.line("outcome", "repeated", noted.repeated);
  lines.begin("answerwell_events_rejected_total", "counter",
              "Events that browsers and products sent and that cannot be, by reason.");
  for (std::size_t i = 0; i < kRejections; ++i)
    lines.line("reason", rejection_name(static_cast<Rejection>(i)), noted.rejected.at(i));
  lines.begin("answerwell_events_waiting", "gauge", "Events in memory, on their way to the store.");
  lines.line(kept.waiting);
  return lines.take();
}

}  // namespace kb
