#include "server/coverage/digest_json.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "server/coverage/site_days.h"
#include "server/coverage/wish_list.h"
#include "server/delivery/mail_link.h"
#include "server/gaps/gap_urls.h"

namespace kb {
namespace {

using DigestJson = nlohmann::ordered_json;

template <class Value>
DigestJson or_null(const std::optional<Value>& value) {
  return value ? DigestJson(*value) : DigestJson(nullptr);
}

DigestJson gap_url(const Config& config, std::int64_t id) {
  if (id == 0) return nullptr;
  return mail_link(config, config.site.base_path + gap_path(id));
}

DigestJson gaps_json(const std::vector<DigestGap>& gaps, const Config& config) {
  auto list = DigestJson::array();
  for (const auto& gap : gaps)
    list.push_back({{"id", gap.id == 0 ? DigestJson(nullptr) : DigestJson(gap.id)},
                    {"lang", gap.lang},
                    {"label", gap.label},
                    {"customers", gap.customers},
                    {"tickets", gap.tickets},
                    {"url", gap_url(config, gap.id)}});
  return list;
}

DigestJson counts_json(const insights::Share& share) {
  return {{"count", share.count}, {"of", share.of}};
}

DigestJson proofs_json(const std::vector<DigestProof>& proofs, const Config& config) {
  auto list = DigestJson::array();
  for (const auto& proof : proofs)
    list.push_back({{"id", proof.id},
                    {"lang", proof.lang},
                    {"label", proof.label},
                    {"before", counts_json(proof.before)},
                    {"after", counts_json(proof.after)},
                    {"url", gap_url(config, proof.id)}});
  return list;
}

DigestJson targets_json(const std::vector<StandingTarget>& targets) {
  auto list = DigestJson::array();
  for (const auto& [target, progress] : targets)
    list.push_back({{"figure", target.figure},
                    {"lang", target.lang},
                    {"category", target.category},
                    {"at_most", target.at_most},
                    {"goal", target.goal},
                    {"by", iso_day(target.by_day)},
                    {"now", or_null(progress.now.value)},
                    {"outlook", insights::outlook_name(progress.outlook)},
                    {"guard", insights::guard_state_name(progress.guard)}});
  return list;
}

DigestJson figures_json(const std::vector<insights::ComparedVisitFigure>& figures) {
  auto all = DigestJson::object();
  for (const auto& [now, before] : figures)
    all[std::string(now.rule->name)] = {{"value", or_null(now.value)},
                                        {"upper", or_null(now.upper)},
                                        {"before", or_null(before.value)},
                                        {"upper_before", or_null(before.upper)}};
  return all;
}

DigestJson weak_articles_list(const std::vector<WeakArticle>& articles, const HelpCenter& center) {
  auto list = DigestJson::array();
  for (const auto& article : articles) {
    auto reasons = DigestJson::array();
    for (const auto& finding : article.findings)
      reasons.push_back(insights::health_reason_name(finding.reason));
    const auto path = center.urls.article(article.lang, article.id, article.kind);
    list.push_back({{"article", article.object()},
                    {"title", article.title},
                    {"readers", article.readers},
                    {"reasons", std::move(reasons)},
                    {"url", mail_link(center.config, path)}});
  }
  return list;
}

DigestJson top_wishes_json(const std::vector<insights::Wish>& wishes) {
  auto list = DigestJson::array();
  for (const auto& wish : wishes)
    list.push_back({{"lang", wish.lang},
                    {"label", wish.label},
                    {"type", wish_type_name(wish.type)},
                    {"customers", wish.customers},
                    {"tickets", wish.tickets.size()}});
  return list;
}

}  // namespace

DigestJson digest_json(const Digest& digest, const HelpCenter& center) {
  const auto& config = center.config;
  return {{"site", config.site.name},
          {"made", iso_time(digest.made)},
          {"from", iso_day(digest.days.from)},
          {"to", iso_day(digest.days.to)},
          {"knows_gaps", digest.knows_gaps},
          {"figures", figures_json(digest.figures)},
          {"top_gaps", gaps_json(digest.top, config)},
          {"rising_gaps", gaps_json(digest.rising, config)},
          {"closed_gaps", proofs_json(digest.closed, config)},
          {"returned_gaps", proofs_json(digest.returned, config)},
          {"targets_at_risk", targets_json(digest.at_risk)},
          {"weak_articles", weak_articles_list(digest.weak, center)},
          {"wishes", top_wishes_json(digest.wishes)}};
}

}  // namespace kb
