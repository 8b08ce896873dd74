#include "core/tickets/remote_sink.h"

#include <nlohmann/json.hpp>

#include "core/tickets/ticket_json.h"

namespace kb::tickets {
namespace {

using nlohmann::json;

json to_json(const std::optional<FileProgress>& progress) {
  if (!progress) return nullptr;
  return {{"source", progress->source},
          {"file", progress->file},
          {"mark", progress->mark},
          {"byte", progress->byte},
          {"line", progress->line}};
}

// These throw what nlohmann throws where the text is another; their callers turn it into an Error.
std::optional<FileProgress> progress_of(const json& object) {
  if (object.is_null()) return std::nullopt;
  return FileProgress{object.at("source").get<std::string>(), object.at("file").get<std::string>(),
                      object.at("mark").get<std::string>(), object.at("byte").get<std::uint64_t>(),
                      object.at("line").get<std::uint64_t>()};
}

PutResult put_result_of(const json& object) {
  return {object.at("added").get<std::int64_t>(), object.at("changed").get<std::int64_t>(),
          object.at("same").get<std::int64_t>()};
}

template <class Read>
auto reading(std::string_view text, const Read& read) -> decltype(read(json())) {
  try {
    return read(json::parse(text));
  } catch (const json::exception& problem) {
    return fail(std::string("not what an import says: ") + problem.what(), "/local/tickets",
                "command and server must be of one version");
  }
}

Result<std::string> answer_put(TicketSink& sink, const json& asked) {
  std::vector<Ticket> tickets;
  for (const auto& object : asked.at("tickets")) {
    auto ticket = ticket_of_json(object);
    if (!ticket) return fail(ticket.error());
    tickets.push_back(std::move(*ticket));
  }
  const auto put = sink.put(tickets, progress_of(asked.at("progress")));
  if (!put) return fail(put.error());
  return json{{"added", put->added}, {"changed", put->changed}, {"same", put->same}}.dump();
}

}  // namespace

Result<std::string> RemoteSink::customer_key() {
  const auto answer = post_(json{{"ask", "customer_key"}}.dump());
  if (!answer) return fail(answer.error());
  return reading(*answer, [](const json& told) -> Result<std::string> {
    return told.at("customer_key").get<std::string>();
  });
}

Result<std::optional<FileProgress>> RemoteSink::progress(const std::string& source,
                                                         const std::string& file) {
  const auto answer = post_(json{{"ask", "progress"}, {"source", source}, {"file", file}}.dump());
  if (!answer) return fail(answer.error());
  return reading(*answer, [](const json& told) -> Result<std::optional<FileProgress>> {
    return progress_of(told.at("progress"));
  });
}

Result<PutResult> RemoteSink::put(std::span<const Ticket> tickets,
                                  const std::optional<FileProgress>& progress) {
  PutResult total;
  do {
    std::string list;
    std::size_t count = 0;
    for (; count < tickets.size(); ++count) {
      const std::string text =
          tickets::to_json(tickets[count]).dump(-1, ' ', false, json::error_handler_t::replace);
      if (count > 0 && list.size() + text.size() > kLargestPost) break;
      list += (list.empty() ? "" : ",") + text;
    }
    tickets = tickets.subspan(count);
    const json mark = tickets.empty() ? to_json(progress) : json(nullptr);
    const auto answer = post_("{\"tickets\":[" + list + "],\"progress\":" + mark.dump() + "}");
    if (!answer) return fail(answer.error());
    const auto put =
        reading(*answer, [](const json& told) -> Result<PutResult> { return put_result_of(told); });
    if (!put) return fail(put.error());
    total.added += put->added;
    total.changed += put->changed;
    total.same += put->same;
  } while (!tickets.empty());
  return total;
}

Result<std::string> answer_local_import(TicketSink& sink, std::string_view body) {
  return reading(body, [&](const json& asked) -> Result<std::string> {
    const std::string what = asked.value("ask", "");
    if (what.empty()) return answer_put(sink, asked);
    if (what == "customer_key") {
      const auto key = sink.customer_key();
      if (!key) return fail(key.error());
      return json{{"customer_key", *key}}.dump();
    }
    if (what != "progress") return fail("nobody can tell `" + what + "`", "/local/tickets");
    const auto progress =
        sink.progress(asked.at("source").get<std::string>(), asked.at("file").get<std::string>());
    if (!progress) return fail(progress.error());
    return json{{"progress", to_json(*progress)}}.dump();
  });
}

}  // namespace kb::tickets
