// An article is one help text in one language: plain values, as the indexer makes them from a file
// and the index keeps them.
//
//   (`id`, `lang`) names one text; translations share the `id`.
//   sections.front() is the text before the first heading (its title and anchor are empty).
//
// `html` is safe HTML whose links to other articles and files are still symbolic: see
// core/article/link.h. All strings are UTF-8 in NFC. Values, so as thread-safe as any.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace kb {

// A ticket is a question that customers asked, with the answer that support gave: for agents only.
enum class Kind { article, answer, ticket };

// Each reads what those before it read, and its own: agents the passages for them, writers (in a
// preview) drafts and what is yet to be published.
enum class Audience { everyone, agents, writers };
inline constexpr std::array kAudiences = {Audience::everyone, Audience::agents, Audience::writers};

struct Section {
  std::string anchor;  // id of its heading in the page: "how-long"; empty for the lead
  std::string title;   // plain text of the heading; empty for the lead
  int level = 0;       // 2 to 6; 0 for the lead
  std::string text;    // plain text, one block (paragraph, list item, table row) a line
};

// What a reader of one audience gets: the same article is rendered with and without what is for
// agents only.
struct Body {
  std::string html;
  std::vector<Section> sections;
  std::vector<std::string> files;  // images and attachments it shows: paths as in link.h
};

// The writer's own words about the text: front matter, all optional.
struct ArticleFacts {
  std::string title;
  std::string summary;
  bool summary_is_lead = false;  // the beginning of the text: nobody wrote one
  std::string category;
  std::vector<std::string> tags;
  std::vector<std::string> keywords;
  std::string stage;
  std::vector<std::string> applies_to;  // "plan:home", "platform:ios", or a bare word: applies_to.h
  std::optional<int> order;             // in its category: lower comes first; those without, last
  Audience audience = Audience::everyone;
  std::vector<std::string> contexts;
  std::optional<Time> updated;
  std::optional<Time> review_by;  // its owner should look at it again
  std::string owner;
  std::vector<std::string> redirect_from;
  std::string source_revision;  // of the original that it was translated from: translation.h
  bool draft = false;
  bool unlisted = false;
  std::optional<Time> publish_at;
  std::optional<Time> expires_at;
};

struct Article {
  std::string id;    // "billing/refund"
  std::string lang;  // canonical BCP 47 tag: "pt-BR"
  Kind kind = Kind::article;
  std::uint64_t revision = 0;  // hash of its file
  ArticleFacts facts;
  Body body;
};

}  // namespace kb
