// Measures on BANKING77 how well similar tickets tell what a question is about: scripts/eval/run.
//
//   kb-eval-banking77 train.csv SCRATCH [--tune FOLD]
//
// Every fifth row is a query, the others are tickets; the intent is a ticket's topic. The tickets
// go the whole way: written into a generation below SCRATCH, published, searched as agents do.
// BANKING77 has no answers, so each ticket gets one that says nothing: a word of its own. Prints
// one JSON object: how often the intent is right by the tickets' vote, by the nearest ticket, and
// by the nearest of plain Xapian; and how many pairs of tickets in one group share their intent.
// --tune leaves the queries out: every fifth ticket is a query instead, from the FOLDth on.

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/index/searcher.h"
#include "core/index/ticket_writer.h"
#include "scripts/eval/labelled_csv.h"

namespace {

namespace fs = std::filesystem;
using kb::Result;

using Example = kb::eval::LabelledText;

struct Split {
  std::vector<Example> tickets;
  std::vector<Example> queries;
};

Split split(const std::vector<Example>& all, std::size_t fold) {
  Split split;
  for (std::size_t i = 0; i < all.size(); ++i)
    (i % 5 == fold ? split.queries : split.tickets).push_back(all[i]);
  return split;
}

kb::Ticket ticket_of(const Example& example, std::size_t number) {
  kb::Ticket ticket;
  ticket.source = "banking77";
  ticket.id = std::to_string(number);
  ticket.lang = "en";
  ticket.question = example.text;
  ticket.answer = "a" + ticket.id;
  ticket.topic = example.label;
  ticket.created = kb::Time(std::chrono::seconds(1'600'000'000 + static_cast<long>(number)));
  return ticket;
}

Result<void> publish(const fs::path& index, const std::vector<Example>& examples,
                     kb::text::Stemmers& stemmers) {
  auto builder = kb::index::GenerationBuilder::begin(index, {});
  if (!builder) return fail(builder.error());
  auto writer = kb::index::TicketWriter::begin(*builder, nullptr, "en", stemmers);
  if (!writer) return fail(writer.error());
  for (std::size_t i = 0; i < examples.size(); ++i)
    if (auto done = writer->put(ticket_of(examples[i], i)); !done) return done;
  const auto entry = writer->finish([](const std::string&) { return std::nullopt; });
  if (!entry) return fail(entry.error());
  kb::index::Manifest manifest;
  manifest.databases.push_back(**entry);
  return builder->publish(manifest, {}, 1);
}

double share_of(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// The intent of the nearest ticket by Xapian as its own guide shows it.
double plain_nearest(const fs::path& folder, const Split& split) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  for (const auto& ticket : split.tickets) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(ticket.text);
    document.set_data(ticket.label);
    database.add_document(document);
  }
  database.commit();
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_stemmer(Xapian::Stem("en"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_default_op(Xapian::Query::OP_OR);
  std::size_t right = 0;
  for (const auto& query : split.queries) {
    Xapian::Enquire enquire(database);
    try {
      enquire.set_query(parser.parse_query(query.text));
    } catch (const Xapian::QueryParserError&) {
      continue;
    }
    const auto matches = enquire.get_mset(0, 1);
    if (!matches.empty() && matches.begin().get_document().get_data() == query.label) ++right;
  }
  return share_of(right, split.queries.size());
}

struct Nearest {
  double by_vote = 0;
  double by_nearest = 0;
  double median_ms = 0;
};

Result<Nearest> search(kb::index::Searcher& searcher, const std::vector<Example>& queries) {
  std::size_t voted = 0;
  std::size_t nearest = 0;
  std::vector<double> times;
  for (const auto& query : queries) {
    const auto started = std::chrono::steady_clock::now();
    const auto found =
        searcher.similar({.text = query.text, .lang = "en", .audience = kb::Audience::agents});
    if (!found) return fail(found.error());
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started)
            .count());
    if (!found->topics.empty() && found->topics[0].topic == query.label) ++voted;
    if (!found->tickets.empty() && found->tickets[0].topic == query.label) ++nearest;
  }
  std::sort(times.begin(), times.end());
  return Nearest{share_of(voted, queries.size()), share_of(nearest, queries.size()),
                 times.empty() ? 0 : times[times.size() / 2]};
}

struct Grouping {
  std::size_t groups = 0;
  std::size_t largest = 0;
  std::size_t pairs = 0;
  double precision = 0;
};

Grouping grouping_of(const kb::index::TicketGroups& groups) {
  const auto pairs_of = [](std::size_t count) { return count * (count - 1) / 2; };
  Grouping grouping{.groups = groups.groups().size()};
  std::size_t same = 0;
  for (const auto& group : groups.groups()) {
    std::map<std::string, std::size_t> intents;
    for (const auto member : group.members) ++intents[groups.tickets()[member].topic];
    for (const auto& [intent, count] : intents) same += pairs_of(count);
    grouping.pairs += pairs_of(group.members.size());
    grouping.largest = std::max(grouping.largest, group.members.size());
  }
  grouping.precision = share_of(same, grouping.pairs);
  return grouping;
}

Result<void> measure(const Split& split, const fs::path& scratch) {
  kb::text::Stemmers stemmers;
  if (auto done = publish(scratch / "index", split.tickets, stemmers); !done) return done;
  const auto generation = kb::index::Generation::open_current(scratch / "index");
  if (!generation) return fail(generation.error());
  const auto grouping = grouping_of((*generation)->database(kb::index::tickets_of("en"))->tickets);
  kb::index::Searcher searcher(*generation, stemmers);
  const auto nearest = search(searcher, split.queries);
  if (!nearest) return fail(nearest.error());
  std::printf(
      "{\"tickets\": %zu, \"queries\": %zu, \"by_vote\": %.4f, \"by_nearest\": %.4f, "
      "\"plain_nearest\": %.4f, \"median_ms\": %.3f, \"groups\": %zu, \"largest_group\": %zu, "
      "\"group_pairs\": %zu, \"group_precision\": %.4f}\n",
      split.tickets.size(), split.queries.size(), nearest->by_vote, nearest->by_nearest,
      plain_nearest(scratch / "plain", split), nearest->median_ms, grouping.groups,
      grouping.largest, grouping.pairs, grouping.precision);
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  const bool tune = count == 5 && std::string(arguments[3]) == "--tune";
  if (count != 3 && !tune) {
    std::fprintf(stderr, "usage: kb-eval-banking77 train.csv SCRATCH [--tune FOLD]\n");
    return 2;
  }
  const auto all = kb::eval::read_labelled_csv(arguments[1]);
  if (all.empty()) {
    std::fprintf(stderr, "%s: no questions; expected the columns text,category\n", arguments[1]);
    return 2;
  }
  auto parts = split(all, 4);
  if (tune) parts = split(parts.tickets, static_cast<std::size_t>(std::atoi(arguments[4])));
  try {
    if (auto done = measure(parts, arguments[2]); !done) {
      std::fprintf(stderr, "%s\n", to_line(done.error()).c_str());
      return 2;
    }
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "xapian: %s\n", error.get_description().c_str());
    return 2;
  }
  return 0;
}
