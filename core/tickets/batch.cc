#include "core/tickets/batch.h"

#include "core/tickets/ticket_json.h"

namespace kb::tickets {
namespace {

Result<Entry> make(const Result<Record>& piece, const Intake& intake) {
  if (!piece) return fail(piece.error());
  const auto raw = piece->read();
  if (!raw) return fail(raw.error());
  auto taken = intake.take(*raw);
  if (!taken) return fail(taken.error());
  const std::uint64_t content = content_of(taken->ticket);
  return Entry{std::move(*taken), content};
}

}  // namespace

Batch cut_batch(TicketFile& file) {
  Batch batch;
  std::size_t bytes = 0;
  while (batch.pieces.size() < kBatchTickets && bytes < kBatchBytes) {
    auto piece = file.next();
    if (!piece) {
      batch.last = true;
      break;
    }
    if (*piece) bytes += (*piece)->size;
    batch.pieces.push_back(std::move(*piece));
  }
  batch.end = file.position();
  return batch;
}

BatchWork::BatchWork(Batch& batch, const Intake& intake, unsigned workers)
    : batch_(batch), intake_(intake) {
  batch_.entries.assign(batch_.pieces.size(), Result<Entry>(fail("not read")));
  for (unsigned i = 0; i < workers && i < batch_.pieces.size(); ++i)
    threads_.emplace_back([this] { run(); });
}

void BatchWork::run() {
  for (std::size_t i = next_++; i < batch_.pieces.size(); i = next_++)
    batch_.entries[i] = make(batch_.pieces[i], intake_);
}

void BatchWork::wait() {
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

}  // namespace kb::tickets
