#include "core/index/ticket_spool.h"

#include <fcntl.h>
#include <unistd.h>

#include "core/base/durable_file.h"
#include "core/index/byte_stream.h"

namespace kb::index {
namespace {

constexpr std::size_t kBuffer = 1 << 18;

std::string encode(const Ticket& ticket) {
  ByteWriter out;
  for (const auto* text : {&ticket.source, &ticket.id, &ticket.lang, &ticket.subject,
                           &ticket.question, &ticket.answer})
    out.text(*text);
  const auto answered = ticket.solved.value_or(ticket.created);
  for (const auto time : {ticket.created, answered})
    out.number(static_cast<std::uint64_t>(time.time_since_epoch().count()));
  return out.take();
}

Ticket decode(std::string_view bytes) {
  ByteReader in(bytes);
  Ticket ticket;
  for (auto* text : {&ticket.source, &ticket.id, &ticket.lang, &ticket.subject, &ticket.question,
                     &ticket.answer})
    *text = in.text();
  const auto time = [&] {
    return Time(std::chrono::seconds(static_cast<std::int64_t>(in.number())));
  };
  ticket.created = time();
  ticket.solved = time();
  return ticket;
}

}  // namespace

Result<TicketSpool> TicketSpool::create(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  TicketSpool spool;
  spool.path_ = folder / "tickets.spool";
  spool.file_ =
      FileDescriptor(::open(spool.path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!spool.file_ || ::unlink(spool.path_.c_str()) != 0)
    return fail(system_error("cannot write", spool.path_));
  return spool;
}

Result<void> TicketSpool::add(const Ticket& ticket) {
  const auto bytes = encode(ticket);
  places_[to_key(ticket)] = {written_ + buffer_.size(), static_cast<std::uint32_t>(bytes.size())};
  buffer_ += bytes;
  return buffer_.size() < kBuffer ? Result<void>() : flush();
}

Result<void> TicketSpool::flush() {
  if (auto done = write_all(file_.get(), buffer_, path_); !done) return done;
  written_ += buffer_.size();
  buffer_.clear();
  return {};
}

Result<std::optional<Ticket>> TicketSpool::read(const std::string& key) const {
  const auto found = places_.find(key);
  if (found == places_.end()) return std::optional<Ticket>();
  const auto [offset, size] = found->second;
  if (offset >= written_)
    return decode(
        std::string_view(buffer_).substr(static_cast<std::size_t>(offset - written_), size));
  std::string bytes(size, '\0');
  for (std::size_t done = 0; done < size;) {
    const auto count =
        ::pread(file_.get(), bytes.data() + done, size - done, static_cast<off_t>(offset + done));
    if (count <= 0) return fail(system_error("cannot read", path_));
    done += static_cast<std::size_t>(count);
  }
  return decode(bytes);
}

}  // namespace kb::index
