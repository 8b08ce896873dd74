#include "server/page/synonyms_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

json synonym_item(const Frame& frame, const ProposedSynonym& proposal, std::size_t number) {
  const auto asked = frame.isolated(proposal.asked);
  const auto found = frame.isolated(proposal.found);
  auto examples = json::array();
  for (const auto& [first, then] : proposal.examples)
    examples.push_back({{"first", first}, {"then", then}});
  json item = {{"number", std::to_string(number)},
               {"lang_key", proposal.lang},
               {"language", text::language_name(proposal.lang, frame.lang())},
               {"asked", proposal.asked},
               {"found", proposal.found},
               {"pair", frame.text("synonyms.pair", {{"asked", asked}, {"found", found}})},
               {"evidence", frame.text("synonyms.evidence", {{"asked", asked},
                                                             {"found", found},
                                                             {"count", proposal.customers},
                                                             {"of", proposal.asked_by}})},
               {"article", proposal.article},
               {"article_url", proposal.article_url},
               {"has_examples", !examples.empty()}};
  item["examples"] = std::move(examples);
  frame.mark_language(item, proposal.lang);
  return item;
}

}  // namespace

std::string render(const Renderer& renderer, const SynonymsPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("synonyms.title")});
  auto proposals = json::array();
  for (const auto& proposal : page.proposals)
    proposals.push_back(synonym_item(frame, proposal, proposals.size() + 1));
  model["action"] = page.action;
  model["decide_url"] = page.decide_url;
  model["may_choose"] = page.languages.size() > 1;
  model["languages"] = choices(page.languages);
  model["problem"] = page.problem;
  model["has_proposals"] = !proposals.empty();
  model["proposals"] = std::move(proposals);
  model["empty"] = frame.text(page.is_found ? "synonyms.empty" : "synonyms.not_yet");
  return frame.fill("synonyms", model);
}

}  // namespace kb::page
