#include "server/page/peer_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

json peer_result(const Frame& frame, const PeerResult& result) {
  const auto number = [&](const std::optional<double>& value) {
    return value ? decimal(*value, 2) : frame.text("peer.too_few");
  };
  return {{"label", criterion_name(frame, result.criterion)},
          {"mean", number(result.mean)},
          {"alpha", number(result.alpha)},
          {"ratings", text::format_number(result.ratings, frame.lang())}};
}

json marked(const Frame& frame, const std::vector<MarkedPart>& text, const std::string& lang) {
  json item = {{"parts", parts(text)}};
  frame.mark_language(item, lang);
  return item;
}

}  // namespace

std::string render(const Renderer& renderer, const PeerPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("peer.title")});
  auto replies = json::array();
  for (const auto& reply : page.replies) {
    json item = {{"title", reply.title},
                 {"url", reply.url},
                 {"language", text::language_name(reply.lang, frame.lang())},
                 {"is_rated", reply.rated}};
    frame.mark_language(item, reply.lang);
    replies.push_back(std::move(item));
  }
  auto results = json::array();
  for (const auto& result : page.results) results.push_back(peer_result(frame, result));
  const auto rated = std::ranges::count(page.replies, true, &PeerReply::rated);
  model["writer_url"] = page.writer_url;
  model["week"] = frame.text("peer.week", {{"from", text::format_date(page.from, frame.lang())},
                                           {"to", text::format_date(page.to, frame.lang())}});
  model["progress"] = frame.text(
      "peer.progress",
      {{"rated", std::int64_t{rated}}, {"count", static_cast<std::int64_t>(page.replies.size())}});
  model["has_replies"] = !replies.empty();
  model["replies"] = std::move(replies);
  model["all_rated"] = !results.empty();
  model["results"] = std::move(results);
  model["has_weeks"] = !page.weeks.empty();
  model["weeks"] = frame.links(page.weeks);
  return frame.fill("peer", model);
}

std::string render(const Renderer& renderer, const PeerReplyPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = page.title});
  model["peer_url"] = page.peer_url;
  model["question_title"] = page.title;
  frame.mark_language(model, page.lang);
  model["question"] = marked(frame, page.question, page.lang);
  model["answer"] = marked(frame, page.answer, page.lang);
  add_rating(frame, model, page.rating);
  return frame.fill("peer_reply", model);
}

}  // namespace kb::page
