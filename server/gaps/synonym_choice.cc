#include "server/gaps/synonym_choice.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/store/gap_table.h"
#include "core/store/synonym_refusals.h"
#include "core/text/normal_form.h"
#include "server/gaps/synonym_file.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using insights::FoundGap;
using insights::GapReport;
using insights::SynonymProposal;
using store::GapState;
using store::Sql;
using ProposalWords = std::tuple<std::string, std::string, std::string>;  // language, asked, found

ProposalWords words_of_proposal(const SynonymProposal& proposal) {
  return {proposal.lang, proposal.asked, proposal.found};
}

SynonymPair pair_of_proposal(const SynonymProposal& proposal) {
  return {proposal.asked, proposal.found};
}

bool has_text(const std::vector<std::string>& texts, const std::string& sought) {
  return std::ranges::any_of(
      texts, [&](const auto& text) { return text::caseless(text) == text::caseless(sought); });
}

// Search knows it already, in its live index.
bool is_known_synonym(const index::Vocabulary* vocabulary, const SynonymProposal& proposal) {
  if (vocabulary == nullptr) return false;
  return std::ranges::any_of(vocabulary->synonyms, [&](const index::SynonymRule& rule) {
    return has_text(rule.from, proposal.asked) &&
           has_text(rule.two_way() ? rule.from : rule.to, proposal.found);
  });
}

// The files as they are now: what was accepted a minute ago is not in the index yet.
class SynonymFiles {
 public:
  explicit SynonymFiles(const Config& config) : config_(config) {}

  // A file that cannot be read or extended has nothing: accepting tells why.
  bool has(const SynonymProposal& proposal) {
    const auto [known, is_new] = texts_.try_emplace(proposal.lang);
    if (is_new)
      known->second =
          read_synonym_file(synonym_file_of(config_, proposal.lang)).value_or(std::string());
    const auto with = with_synonym(known->second, pair_of_proposal(proposal));
    return with && !with->has_value();
  }

 private:
  const Config& config_;
  std::map<std::string, std::string> texts_;  // by language
};

bool may_take_synonym(const store::Gap& gap) {
  return !gap.merged_into && (gap.state == GapState::open || gap.state == GapState::assigned ||
                              gap.state == GapState::in_progress);
}

bool lacks_synonym(const FoundGap& gap, const SynonymProposal& proposal) {
  return gap.id != 0 && gap.diagnosis == insights::Diagnosis::vocabulary && gap.synonym &&
         words_of_proposal(*gap.synonym) == words_of_proposal(proposal);
}

Result<void> publish_with_synonym(const StaffRequest& staff, Sql& sql, std::int64_t id,
                                  const SynonymProposal& proposal) {
  const auto found = store::find_gap(sql, id);
  if (!found) return fail(found.error());
  if (!*found || !may_take_synonym(**found)) return {};
  const Time now = staff.center.clock.now();
  store::Gap gap = **found;
  gap.state = GapState::published;
  gap.article = proposal.article;
  gap.published = now;
  const auto changed =
      store::change_gap(sql, gap, gap.version,
                        {.gap = id,
                         .at = now,
                         .who = staff.identity.name,
                         .what = "synonym",
                         .before = std::string(store::gap_state_name((*found)->state)),
                         .after = proposal.asked + " → " + proposal.found});
  if (!changed) return fail(changed.error());
  return {};
}

// Puts the file back as it was, unless what it is for was done.
class SynonymWriting {
 public:
  explicit SynonymWriting(fs::path path) : path_(std::move(path)) {}

  Result<void> add(const SynonymPair& pair) {
    auto before = read_synonym_file(path_);
    if (!before) return fail(before.error());
    const auto text = with_synonym(*before, pair);
    if (!text) {
      auto error = text.error();
      error.where = path_.string() + ", " + error.where;
      return fail(std::move(error));
    }
    if (!*text) return {};
    std::error_code ignored;
    was_there_ = fs::exists(path_, ignored);
    if (auto written = write_synonym_file(path_, **text); !written) return written;
    before_ = std::move(*before);
    return {};
  }

  Result<void> undo() const {
    if (!before_) return {};
    if (was_there_) return write_synonym_file(path_, *before_);
    std::error_code error;
    fs::remove(path_, error);
    if (error) return fail("cannot be removed: " + error.message(), path_.string());
    return {};
  }

 private:
  const fs::path path_;
  bool was_there_ = false;
  std::optional<std::string> before_;  // once written
};

}  // namespace

Result<std::vector<SynonymProposal>> open_proposals(const StaffRequest& staff,
                                                    const GapReport& report) {
  const auto refusals =
      staff.store.read([](Sql& sql) { return store::list_synonym_refusals(sql); });
  if (!refusals) return fail(refusals.error());
  std::set<ProposalWords> refused;
  for (const auto& refusal : *refusals) refused.emplace(refusal.lang, refusal.asked, refusal.found);
  const auto generation = staff.center.searchers.generation();
  SynonymFiles files(staff.center.config);
  std::vector<SynonymProposal> open;
  for (const auto& proposal : report.synonyms) {
    const auto* vocabulary = generation ? generation->vocabulary(proposal.lang) : nullptr;
    if (!refused.contains(words_of_proposal(proposal)) && !is_known_synonym(vocabulary, proposal) &&
        !files.has(proposal))
      open.push_back(proposal);
  }
  return open;
}

Result<void> accept_synonym(const StaffRequest& staff, const GapReport& report,
                            const SynonymProposal& proposal) {
  SynonymWriting file(synonym_file_of(staff.center.config, proposal.lang));
  auto done = staff.store.write([&](Sql& sql) -> Result<void> {
    for (const auto& gap : report.gaps)
      if (lacks_synonym(gap, proposal))
        if (auto published = publish_with_synonym(staff, sql, gap.id, proposal); !published)
          return published;
    if (auto noted = staff.audit(sql, "synonym.accept", proposal.lang + "/" + proposal.asked,
                                 proposal.found);
        !noted)
      return noted;
    return file.add(pair_of_proposal(proposal));
  });
  if (done) return done;
  if (const auto undone = file.undo(); !undone) {
    done.error().what += "; and the file has the words already: " + to_line(undone.error());
    done.error().hint = "take the line out of the file, or accept the synonym again";
  }
  return done;
}

Result<void> refuse_synonym(const StaffRequest& staff, const SynonymProposal& proposal) {
  return staff.store.write([&](Sql& sql) -> Result<void> {
    auto refused = store::refuse_synonym(sql, {.lang = proposal.lang,
                                               .asked = proposal.asked,
                                               .found = proposal.found,
                                               .who = staff.identity.name,
                                               .at = staff.center.clock.now()});
    if (!refused) return refused;
    return staff.audit(sql, "synonym.refuse", proposal.lang + "/" + proposal.asked, proposal.found);
  });
}

}  // namespace kb
