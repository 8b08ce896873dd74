#include "core/tickets/mbox_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"
#include "core/tickets/mail_threads.h"
#include "core/tickets/mime_body.h"
#include "core/tickets/ticket_time.h"

namespace kb::tickets {
namespace {

constexpr std::size_t kLongestHeader = 256 * 1024;

// What all threads are read by.
struct Mailbox {
  std::filesystem::path path;
  FileDescriptor file;
  std::vector<std::string> support;

  bool is_agent(const std::string& address) const {
    return std::any_of(support.begin(), support.end(), [&](const std::string& ours) {
      return ours.starts_with('@') ? address.ends_with(ours) : address == ours;
    });
  }
};

Result<std::string> read_span(const Mailbox& mailbox, const MailSpan& span, std::size_t most) {
  std::string bytes(std::min<std::uint64_t>(span.end - span.begin, most), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const auto count = ::pread(mailbox.file.get(), bytes.data() + filled, bytes.size() - filled,
                               static_cast<off_t>(span.begin + filled));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(system_error("cannot read", mailbox.path));
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

// mboxrd writes ">From " for a line that would begin a mail.
std::string unescaped(std::string_view body) {
  std::string out;
  out.reserve(body.size());
  for (std::size_t at = 0; at < body.size();) {
    const auto end = std::min(body.find('\n', at), body.size());
    auto line = body.substr(at, end - at);
    const auto quotes = line.find_first_not_of('>');
    if (quotes != line.npos && quotes > 0 && line.substr(quotes).starts_with("From "))
      line.remove_prefix(1);
    out.append(line).append("\n");
    at = end + 1;
  }
  return out;
}

bool is_automatic(const MailHeader& header) {
  const auto automatic = header.raw("auto-submitted");
  return (!automatic.empty() && !automatic.starts_with("no")) ||
         !header.raw("x-autoreply").empty() || header.raw("precedence") == "auto_reply";
}

// One thread's mails as one ticket.
Result<RawTicket> read_thread(const Mailbox& mailbox, const std::vector<MailSpan>& spans) {
  RawTicket raw;
  raw.where = mailbox.path.string() + ":" + std::to_string(spans.front().line);
  std::size_t left = kLargestTicket;
  for (const MailSpan& span : spans) {
    if (left == 0) return fail("the thread is larger than 5 MB: skipped", raw.where);
    const auto bytes = read_span(mailbox, span, left);
    if (!bytes) return fail(bytes.error());
    const MailHeader header = read_mail_header(*bytes);
    MimeText body = read_mime_body(header, unescaped(std::string_view(*bytes).substr(header.size)));
    left -= std::min(left, body.text.size());
    const MailAddress author = mail_address(header.raw("from"));
    RawMessage message;
    message.from = is_automatic(header)               ? Author::system
                   : mailbox.is_agent(author.address) ? Author::agent
                                                      : Author::customer;
    const auto date = read_ticket_time(header.raw("date"));
    if (!date)
      return fail("a mail's `Date` is " + date.error().what,
                  mailbox.path.string() + ":" + std::to_string(span.line));
    message.at = *date;
    message.name = author.name;
    message.text = std::move(body.text);
    message.is_html = body.is_html;
    if (raw.id.empty()) {
      const std::string id = header.raw("message-id");
      raw.id = content_hash(id.empty() ? *bytes : id).substr(0, 16);
      raw.subject = header.text("subject");
    }
    if (message.from == Author::customer && raw.customer.key.empty())
      raw.customer = {author.address, author.name, {}, {}, {}};
    raw.messages.push_back(std::move(message));
  }
  if (raw.customer.key.empty()) return fail("no mail of the thread is from a customer", raw.where);
  std::stable_sort(raw.messages.begin(), raw.messages.end(),
                   [](const RawMessage& a, const RawMessage& b) { return a.at < b.at; });
  raw.created = raw.messages.front().at;
  raw.channel = "email";
  const bool solved = raw.messages.back().from == Author::agent;
  raw.status = solved ? "solved" : "open";
  if (solved) raw.solved = raw.messages.back().at;
  return raw;
}

MailFacts facts_of(const MailHeader& header, MailSpan span) {
  MailFacts facts;
  facts.at = span;
  const auto ids = message_ids(header.raw("message-id"));
  if (!ids.empty()) facts.id = ids.front();
  facts.parents = message_ids(header.raw("references"));
  for (auto& id : message_ids(header.raw("in-reply-to"))) facts.parents.push_back(std::move(id));
  facts.subject = header.text("subject");
  for (const char* field : {"from", "to"})
    if (auto party = mail_address(header.raw(field)); !party.address.empty())
      facts.parties.push_back(std::move(party.address));
  return facts;
}

class MboxFile final : public TicketFile {
 public:
  MboxFile(std::shared_ptr<const Mailbox> mailbox, std::vector<std::vector<MailSpan>> threads,
           std::size_t from, std::optional<Error> trouble)
      : mailbox_(std::move(mailbox)),
        threads_(std::move(threads)),
        at_(std::min(from, threads_.size())),
        trouble_(std::move(trouble)) {}

  std::optional<Result<Record>> next() override {
    if (at_ == threads_.size()) return std::nullopt;
    Record record;
    auto& spans = threads_[at_++];
    record.where = mailbox_->path.string() + ":" + std::to_string(spans.front().line);
    for (const MailSpan& span : spans)
      record.size += std::min<std::size_t>(span.end - span.begin, kLargestTicket);
    record.read = [mailbox = mailbox_, spans = std::move(spans)] {
      return read_thread(*mailbox, spans);
    };
    return record;
  }

  Position position() const override { return {at_, 0}; }
  std::optional<Error> trouble() const override { return trouble_; }

 private:
  std::shared_ptr<const Mailbox> mailbox_;
  std::vector<std::vector<MailSpan>> threads_;
  std::size_t at_;
  std::optional<Error> trouble_;
};

// Where each mail lies, and which thread it is of.
MailThreads find_threads(InputFile& file) {
  MailThreads threads;
  MailSpan span;
  std::string header;
  bool in_header = false, after_blank = true, in_mail = false;
  const auto finish = [&](std::uint64_t end) {
    span.end = end;
    if (in_mail) threads.add(facts_of(read_mail_header(header), span));
  };
  for (std::string line;;) {
    const Position start = file.position();
    line.clear();
    if (!file.get_line(line, 4096)) break;
    if (after_blank && line.starts_with("From ")) {
      finish(start.byte);
      span = {file.position().byte, 0, start.line};
      header.clear();
      in_header = in_mail = true;
    } else if (in_header) {
      if (header.size() < kLongestHeader) header.append(line).append("\n");
      if (line.empty()) in_header = false;
    }
    after_blank = line.empty();
  }
  finish(file.position().byte);
  return threads;
}

}  // namespace

Result<std::unique_ptr<TicketFile>> open_mbox_file(const std::filesystem::path& path,
                                                   std::vector<std::string> support,
                                                   Position from) {
  if (support.empty())
    return fail("which mails are the team's own, nobody can tell", path.string(),
                "name the team's addresses in kb.yaml: redact: {keep: [help@example.com]}");
  auto file = InputFile::open(path);
  if (!file) return fail(file.error());
  auto mailbox = std::make_shared<Mailbox>();
  mailbox->path = path;
  mailbox->file = FileDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!mailbox->file) return fail(system_error("cannot open", path));
  mailbox->support = std::move(support);
  for (auto& address : mailbox->support)
    for (char& c : address)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  MailThreads threads = find_threads(*file);
  auto spans = threads.take();
  if (spans.empty() && file->position().byte > 0)
    return fail("no mailbox: no line begins with 'From '", path.string(),
                "export the mails in mbox format");
  return std::make_unique<MboxFile>(std::move(mailbox), std::move(spans), from.byte,
                                    file->trouble());
}

}  // namespace kb::tickets
