// Puts imported tickets into a store that this process may write.
//
//   auto store = store::Store::open(config.store.url, store::Store::Access::write);
//   StoreSink sink(**store, clock);
//
// A batch and its progress are one transaction. Belongs to one thread; the store and the clock
// outlive it.

#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"
#include "core/tickets/ticket_sink.h"

namespace kb::tickets {

class StoreSink final : public TicketSink {
 public:
  StoreSink(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  Result<std::string> customer_key() override;
  Result<std::optional<FileProgress>> progress(const std::string& source,
                                               const std::string& file) override;
  Result<PutResult> put(std::span<const Ticket> tickets,
                        const std::optional<FileProgress>& progress) override;

 private:
  store::Store& store_;
  const Clock& clock_;
};

}  // namespace kb::tickets
