#include "server/gaps/synonyms_answer.h"

#include <algorithm>

#include "core/text/language.h"
#include "server/build_runner.h"
#include "server/gaps/gap_board.h"
#include "server/gaps/synonym_choice.h"
#include "server/insights/filter_choices.h"
#include "server/page/synonyms_page.h"

namespace kb {
namespace {

using insights::GapReport;
using insights::SynonymProposal;

constexpr std::string_view kArrow = " → ";  // between the two of an example

// Empty for all languages, as for one that there is not.
std::string chosen_language(const StaffRequest& staff) {
  return text::canonical_language(staff.request.param("lang")).value_or(std::string());
}

// Of the proposals that are looked at: a decision leads back to the others.
std::string synonyms_path(const StaffRequest& staff) {
  const auto lang = chosen_language(staff);
  return std::string(kSynonymsPath) + (lang.empty() ? "" : "?lang=" + lang);
}

page::ProposedSynonym synonym_view(const StaffRequest& staff, const SynonymProposal& proposal) {
  page::ProposedSynonym view{.lang = proposal.lang,
                             .asked = proposal.asked,
                             .found = proposal.found,
                             .customers = proposal.customers,
                             .asked_by = proposal.asked_by};
  for (const auto& example : proposal.examples)
    if (const auto arrow = example.find(kArrow); arrow != example.npos)
      view.examples.emplace_back(example.substr(0, arrow), example.substr(arrow + kArrow.size()));
  const auto slash = proposal.article.find('/');
  const auto generation = staff.center.searchers.generation();
  if (!generation || slash == proposal.article.npos) return view;
  const auto lang = proposal.article.substr(0, slash);
  const auto id = proposal.article.substr(slash + 1);
  if (const auto found = generation->find(lang, id, Audience::everyone)) {
    view.article = found->row->title;
    view.article_url = staff.center.urls.article(lang, id, found->row->kind);
  }
  return view;
}

http::Response show_synonyms(const StaffRequest& staff, const GapReport* report, int status,
                             const std::string& problem = {}) {
  const auto lang = chosen_language(staff);
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  page::SynonymsPage view{.staff = staff.site("gaps"),
                          .action = staff.url(kSynonymsPath),
                          .decide_url = staff.url(synonyms_path(staff)),
                          .languages = language_choices(staff, lang, texts),
                          .is_found = report != nullptr,
                          .problem = problem};
  if (report != nullptr) {
    const auto open = open_proposals(staff, *report);
    if (!open) return staff.fault(open.error());
    for (const auto& proposal : *open)
      if (lang.empty() || proposal.lang == lang)
        view.proposals.push_back(synonym_view(staff, proposal));
  }
  auto response = staff.page(status, page::render(staff.center.renderer, view));
  response.fault = problem;
  return response;
}

const SynonymProposal* chosen_proposal(const StaffRequest& staff,
                                       const std::vector<SynonymProposal>& proposals) {
  const auto found = std::ranges::find_if(proposals, [&](const SynonymProposal& proposal) {
    return proposal.lang == staff.form.text("lang") && proposal.asked == staff.form.text("asked") &&
           proposal.found == staff.form.text("found");
  });
  return found == proposals.end() ? nullptr : &*found;
}

http::Response decide_synonym(const StaffRequest& staff, const GapReport& report) {
  const auto what = staff.form.text("do");
  if (what != "accept" && what != "refuse") return staff.not_found();
  const auto open = open_proposals(staff, report);
  if (!open) return staff.fault(open.error());
  const auto path = synonyms_path(staff);
  const auto* proposal = chosen_proposal(staff, *open);
  if (proposal == nullptr) return staff.done(path, "staff.done.synonym_gone");
  if (what == "refuse") {
    if (const auto refused = refuse_synonym(staff, *proposal); !refused)
      return staff.fault(refused.error());
    return staff.done(path, "staff.done.synonym_refused");
  }
  if (const auto accepted = accept_synonym(staff, report, *proposal); !accepted)
    return show_synonyms(staff, &report, 500, to_line(accepted.error()));
  if (staff.center.builds) staff.center.builds->request();
  return staff.done(path, "staff.done.synonym_accepted");
}

}  // namespace

http::Response answer_synonyms(const StaffRequest& staff) {
  const auto report = staff.center.gaps ? staff.center.gaps->report() : nullptr;
  if (staff.request.method != "POST") return show_synonyms(staff, report.get(), 200);
  if (!report) return staff.done(synonyms_path(staff), "staff.done.synonym_gone");
  return decide_synonym(staff, *report);
}

}  // namespace kb
