#include "core/insights/response_times.h"

#include "core/insights/quantile.h"

namespace kb::insights {
namespace {

class Collected {
 public:
  explicit Collected(const Period& period) : period_(period) {}

  void add(Time created, const std::optional<Time>& ended) {
    if (!contains(period_, ended)) return;
    if (*ended < created)
      ++out_of_order_;
    else
      seconds_.push_back((*ended - created).count());
  }

  std::int64_t out_of_order() const { return out_of_order_; }
  Waits waits() const {
    return {static_cast<std::int64_t>(seconds_.size()), quantile(seconds_, 0.5),
            quantile(seconds_, 0.9)};
  }

 private:
  const Period period_;
  std::vector<std::int64_t> seconds_;
  std::int64_t out_of_order_ = 0;
};

}  // namespace

ResponseTimes response_times_of(const TicketRows& tickets, const Period& period) {
  Collected responses(period);
  Collected resolutions(period);
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type)) continue;
    responses.add(ticket->created, ticket->first_response);
    resolutions.add(ticket->created, ticket->solved);
  }
  return {responses.waits(), resolutions.waits(),
          responses.out_of_order() + resolutions.out_of_order()};
}

}  // namespace kb::insights
