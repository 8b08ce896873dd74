#include "core/index/ticket_writer.h"

#include <unordered_map>
#include <vector>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"
#include "core/index/byte_stream.h"
#include "core/index/database_writer.h"
#include "core/index/ticket_entry.h"
#include "core/index/ticket_spool.h"
#include "core/text/letter_grams.h"

namespace kb::index {
namespace {

namespace fs = std::filesystem;

std::string encode_sketches(const std::vector<const QuestionSketch*>& sketches) {
  ByteWriter out;
  out.number(sketches.size());
  for (const auto* sketch : sketches) {
    out.number(sketch->size);
    out.number(sketch->sample.size());
    for (const auto hash : sketch->sample) out.fixed32(hash);
    for (const auto band : sketch->bands) out.fixed32(band);
  }
  return out.take();
}

Result<std::vector<QuestionSketch>> decode_sketches(std::string_view bytes) {
  ByteReader in(bytes);
  std::vector<QuestionSketch> sketches(in.count());
  for (auto& sketch : sketches) {
    sketch.size = static_cast<std::uint32_t>(in.number());
    sketch.sample.resize(in.count());
    for (auto& hash : sketch.sample) hash = in.fixed32();
    for (auto& band : sketch.bands) band = in.fixed32();
  }
  if (!in.ok() || !in.at_end())
    return fail("the sketches of tickets are damaged", {}, "rebuild with kb-index build --full");
  return sketches;
}

}  // namespace

class TicketWriter::Impl {
 public:
  Impl(GenerationBuilder& builder, const Generation* previous, const std::string& lang,
       text::Stemmers& stemmers)
      : builder_(builder),
        name_(tickets_of(lang)),
        folder_(builder.folder() / to_string(name_)),
        previous_generation_(previous),
        previous_(previous != nullptr ? previous->database(name_) : nullptr),
        analyser_(lang, stemmers) {}

  Result<void> begin() {
    auto spool = TicketSpool::create(folder_);
    if (!spool) return fail(spool.error());
    spool_.emplace(std::move(*spool));
    return previous_ != nullptr ? go_on_from(*previous_) : Result<void>();
  }

  Result<void> put(const Ticket& ticket) {
    const auto key = to_key(ticket);
    if (!is_answer(ticket)) {
      erase(key);
      return {};
    }
    GroupedTicket facts{.key = key,
                        .created = ticket.created,
                        .topic = ticket.topic,
                        .satisfaction = ticket.satisfaction,
                        .texts = texts_hash(ticket)};
    const auto [known, added] = places_.emplace(key, tickets_.size());
    if (added) {
      tickets_.emplace_back();
      sketches_.emplace_back();
    } else if (tickets_[known->second] == facts) {
      return {};
    }
    changed_ = true;
    tickets_[known->second] = std::move(facts);
    sketches_[known->second] = sketch(ticket);
    return spool_->add(ticket);
  }

  void erase(const std::string& key) {
    const auto known = places_.find(key);
    if (known == places_.end()) return;
    changed_ = true;
    const auto place = known->second;
    places_.erase(known);
    if (place + 1 != tickets_.size()) {
      tickets_[place] = std::move(tickets_.back());
      sketches_[place] = std::move(sketches_.back());
      places_[tickets_[place].key] = place;
    }
    tickets_.pop_back();
    sketches_.pop_back();
  }

  Result<std::optional<DatabaseEntry>> finish(const TicketLookup& lookup) {
    if (tickets_.empty()) return nothing();
    if (!changed_) return carried_over();
    auto writer = previous_ != nullptr ? DatabaseWriter::continue_from(previous_->folder, folder_)
                                       : DatabaseWriter::create(folder_);
    if (!writer) return fail(writer.error());
    const auto groups = group_tickets(tickets_, sketches_);
    if (auto done = write_entries(groups, *writer, lookup); !done) return fail(done.error());
    const auto facts = writer->finish();
    if (!facts) return fail(facts.error());
    if (auto done = write_weights(writer->catalogue()); !done) return fail(done.error());
    if (auto done = write_durably(folder_ / kTicketGroupsFile, groups.encode()); !done)
      return fail(done.error());
    std::vector<const QuestionSketch*> in_order;
    for (const auto& ticket : groups.tickets())
      in_order.push_back(&sketches_[places_.at(ticket.key)]);
    if (auto done = write_durably(folder_ / kSketchesFile, encode_sketches(in_order)); !done)
      return fail(done.error());
    return DatabaseEntry{name_, *facts};
  }

 private:
  Result<void> go_on_from(const Database& database) {
    const auto bytes = read_file(database.folder / kSketchesFile);
    if (!bytes) return fail(bytes.error());
    auto sketches = decode_sketches(*bytes);
    if (!sketches)
      return fail(sketches.error().what, database.folder.string(), sketches.error().hint);
    tickets_ = database.tickets.tickets();
    sketches_ = std::move(*sketches);
    if (sketches_.size() != tickets_.size())
      return fail("sketches and groups of tickets do not belong together", database.folder.string(),
                  "rebuild with kb-index build --full");
    for (std::size_t i = 0; i < tickets_.size(); ++i) places_.emplace(tickets_[i].key, i);
    return {};
  }

  QuestionSketch sketch(const Ticket& ticket) {
    analyser_.trim();
    std::vector<std::uint32_t> grams;
    for (const auto* text : {&ticket.subject, &ticket.question})
      for (const auto& word : analyser_.analyse(*text))
        text::add_letter_grams(word.forms->folded, grams);
    return sketch_of(grams);
  }

  Result<std::optional<DatabaseEntry>> nothing() {
    std::error_code error;
    fs::remove_all(folder_, error);
    if (error) return fail("cannot remove the folder: " + error.message(), folder_.string());
    return std::optional<DatabaseEntry>();
  }

  Result<std::optional<DatabaseEntry>> carried_over() {
    if (auto carried = builder_.carry_over(*previous_); !carried) return fail(carried.error());
    for (const auto& entry : previous_generation_->manifest().databases)
      if (entry.name == name_) return entry;
    return fail("the manifest does not name a database", previous_->folder.string(),
                "rebuild with kb-index build --full");
  }

  // Puts what is new or has changed, and removes what is no entry any more.
  Result<void> write_entries(const TicketGroups& groups, DatabaseWriter& writer,
                             const TicketLookup& lookup) {
    std::vector<std::string> gone;
    for (const auto& row : writer.catalogue().rows())
      if (!row.id.empty() && groups.find(row.id) == nullptr) gone.push_back(row.id);
    for (const auto& id : gone)
      if (auto done = writer.erase(id); !done) return done;
    for (const auto& group : groups.groups()) {
      const auto& key = groups.tickets()[group.leader].key;
      const auto revision = revision_of(groups, group);
      const Row* written = writer.catalogue().find(key);
      if (written != nullptr && written->revision == revision) continue;
      auto ready = prepared(groups, group, revision, lookup);
      if (!ready) return fail(ready.error());
      if (auto done = writer.put(std::move(*ready)); !done) return done;
    }
    return {};
  }

  // Changes whenever what the entry shows does.
  static std::uint64_t revision_of(const TicketGroups& groups, const TicketGroup& group) {
    const auto& leader = groups.tickets()[group.leader];
    const auto& best = groups.tickets()[group.best];
    ByteWriter shown;
    shown.number(leader.texts);
    shown.text(best.key);
    shown.number(best.texts);
    shown.text(groups.topic_of(group));
    return short_hash(shown.bytes());
  }

  Result<PreparedArticle> prepared(const TicketGroups& groups, const TicketGroup& group,
                                   std::uint64_t revision, const TicketLookup& lookup) {
    const auto leader = ticket(groups.tickets()[group.leader].key, lookup);
    if (!leader) return fail(leader.error());
    auto best = leader;
    if (group.best != group.leader) best = ticket(groups.tickets()[group.best].key, lookup);
    if (!best) return fail(best.error());
    Article entry = ticket_entry(*leader, *best);
    entry.facts.category = groups.topic_of(group);
    entry.revision = revision;
    auto ready = prepare(entry, analyser_);
    ready.row.title = shown_title(*leader);
    return ready;
  }

  Result<Ticket> ticket(const std::string& key, const TicketLookup& lookup) const {
    auto found = spool_->read(key);
    if (found && !*found) found = lookup(key);
    if (!found) return fail(found.error());
    if (!*found)
      return fail("a ticket is gone while its group is indexed: " + key, folder_.string(),
                  "build again");
    return std::move(**found);
  }

  Result<void> write_weights(const Catalogue& catalogue) const {
    const auto records = MappedFile::open(folder_ / kRecordsFile);
    if (!records) return fail(records.error());
    const auto words = MappedFile::open(folder_ / kLexiconFile);
    if (!words) return fail(words.error());
    const auto lexicon = Lexicon::open(words->bytes());
    if (!lexicon) return fail(lexicon.error());
    const auto weights = learn_telling_weights(catalogue, records->bytes(), *lexicon);
    return write_durably(folder_ / kTellingWeightsFile, weights.encode());
  }

  GenerationBuilder& builder_;
  const DatabaseName name_;
  const fs::path folder_;
  const Generation* previous_generation_;
  const Database* previous_;  // null: none
  text::Analyser analyser_;
  std::optional<TicketSpool> spool_;  // this batch
  std::vector<GroupedTicket> tickets_;
  std::vector<QuestionSketch> sketches_;                 // of each of them
  std::unordered_map<std::string, std::size_t> places_;  // by key
  bool changed_ = false;
};

TicketWriter::TicketWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TicketWriter::TicketWriter(TicketWriter&&) noexcept = default;
TicketWriter::~TicketWriter() = default;

Result<TicketWriter> TicketWriter::begin(GenerationBuilder& builder, const Generation* previous,
                                         const std::string& lang, text::Stemmers& stemmers) {
  auto impl = std::make_unique<Impl>(builder, previous, lang, stemmers);
  if (auto begun = impl->begin(); !begun) return fail(begun.error());
  return TicketWriter(std::move(impl));
}

Result<void> TicketWriter::put(const Ticket& ticket) {
  return impl_->put(ticket);
}
void TicketWriter::erase(const std::string& key) {
  impl_->erase(key);
}
Result<std::optional<DatabaseEntry>> TicketWriter::finish(const TicketLookup& lookup) {
  return impl_->finish(lookup);
}

}  // namespace kb::index
