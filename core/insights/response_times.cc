#include "core/insights/response_times.h"

#include "core/insights/quantile.h"

namespace kb::insights {
namespace {

class CollectedTimes {
 public:
  void add(Time created, Time ended) {
    if (ended < created)
      ++out_of_order_;
    else
      seconds_.push_back((ended - created).count());
  }

  std::int64_t out_of_order() const { return out_of_order_; }
  Waits waits() const {
    return {static_cast<std::int64_t>(seconds_.size()), quantile(seconds_, 0.5),
            quantile(seconds_, 0.9)};
  }

 private:
  std::vector<std::int64_t> seconds_;
  std::int64_t out_of_order_ = 0;
};

struct CollectedStep {
  CollectedTimes responses;
  CollectedTimes resolutions;

  ResponseTimes times() const {
    return {responses.waits(), resolutions.waits(),
            responses.out_of_order() + resolutions.out_of_order()};
  }
};

}  // namespace

ResponseTimes response_times_of(const TicketRows& tickets, const Period& period) {
  return response_times_of(tickets, std::vector{period}).front();
}

std::vector<ResponseTimes> response_times_of(const TicketRows& tickets,
                                             const std::vector<Period>& steps) {
  std::vector<CollectedStep> collected(steps.size());
  const auto add = [&](CollectedTimes CollectedStep::*times, Time created,
                       const std::optional<Time>& ended) {
    if (!ended) return;
    if (const auto step = step_of(steps, *ended)) (collected[*step].*times).add(created, *ended);
  };
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type)) continue;
    add(&CollectedStep::responses, ticket->created, ticket->first_response);
    add(&CollectedStep::resolutions, ticket->created, ticket->solved);
  }
  std::vector<ResponseTimes> times;
  for (const auto& step : collected) times.push_back(step.times());
  return times;
}

}  // namespace kb::insights
