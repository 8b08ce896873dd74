#include "core/store/migrations.h"

#include <array>

namespace kb::store {
namespace {

// {id} is a number that the database gives out. Times are seconds since 1970, lists and maps JSON.
constexpr std::array kMigrations = {
    Migration{1, R"sql(
CREATE TABLE counters (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE users (
  id {id}, name TEXT NOT NULL UNIQUE, full_name TEXT NOT NULL, role TEXT NOT NULL,
  password TEXT NOT NULL, disabled BIGINT NOT NULL, created BIGINT NOT NULL);
CREATE TABLE login_links (
  hash TEXT PRIMARY KEY, user_id BIGINT NOT NULL REFERENCES users (id), expires BIGINT NOT NULL);
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY, user_id BIGINT NOT NULL REFERENCES users (id), csrf TEXT NOT NULL,
  created BIGINT NOT NULL, expires BIGINT NOT NULL, address TEXT NOT NULL, browser TEXT NOT NULL);
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE TABLE api_tokens (
  id {id}, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL,
  created_by TEXT NOT NULL, created BIGINT NOT NULL, expires BIGINT, used BIGINT,
  revoked BIGINT);
CREATE TABLE audit (
  id {id}, at BIGINT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,
  detail TEXT NOT NULL, address TEXT NOT NULL);

CREATE TABLE tickets (
  source TEXT NOT NULL, id TEXT NOT NULL, lang TEXT NOT NULL, type TEXT NOT NULL,
  status TEXT NOT NULL, subject TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL,
  topic TEXT NOT NULL, tags TEXT NOT NULL, created BIGINT NOT NULL, first_response BIGINT,
  solved BIGINT, waited_agent BIGINT, waited_customer BIGINT, waited_other BIGINT,
  replies BIGINT NOT NULL, channel TEXT NOT NULL, team TEXT NOT NULL, customer TEXT NOT NULL,
  plan TEXT NOT NULL, renews BIGINT, churned BIGINT, satisfaction BIGINT, redacted TEXT NOT NULL,
  links TEXT NOT NULL, content TEXT NOT NULL, change BIGINT NOT NULL,
  PRIMARY KEY (source, id));
CREATE INDEX tickets_by_change ON tickets (change);
CREATE INDEX tickets_by_creation ON tickets (created);
CREATE TABLE ticket_imports (
  source TEXT NOT NULL, file TEXT NOT NULL, fingerprint TEXT NOT NULL, position BIGINT NOT NULL,
  line BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (source, file));

CREATE TABLE ticket_links (
  source TEXT NOT NULL, ticket TEXT NOT NULL, lang TEXT NOT NULL, article TEXT NOT NULL,
  anchor TEXT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (source, ticket, lang, article));
CREATE TABLE article_flags (
  id {id}, lang TEXT NOT NULL, article TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL,
  ticket TEXT NOT NULL, owner TEXT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL,
  closed BIGINT, closed_by TEXT NOT NULL, closed_note TEXT NOT NULL);
CREATE TABLE article_needs (
  id {id}, lang TEXT NOT NULL, question TEXT NOT NULL, ticket TEXT NOT NULL, who TEXT NOT NULL,
  at BIGINT NOT NULL);

CREATE TABLE reviews (
  source TEXT NOT NULL, ticket TEXT NOT NULL, state TEXT NOT NULL, lang TEXT NOT NULL,
  title TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, category TEXT NOT NULL,
  target TEXT NOT NULL, note TEXT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (source, ticket));
CREATE TABLE answer_ratings (
  source TEXT NOT NULL, ticket TEXT NOT NULL, reviewer TEXT NOT NULL, correct BIGINT NOT NULL,
  complete BIGINT NOT NULL, clear BIGINT NOT NULL, tone BIGINT NOT NULL, note TEXT NOT NULL,
  at BIGINT NOT NULL, PRIMARY KEY (source, ticket, reviewer));
CREATE TABLE review_samples (
  week TEXT NOT NULL, source TEXT NOT NULL, ticket TEXT NOT NULL,
  PRIMARY KEY (week, source, ticket));
)sql"},
    Migration{2, R"sql(
CREATE TABLE events (
  id {id}, at BIGINT NOT NULL, day BIGINT NOT NULL, action BIGINT NOT NULL, who BIGINT NOT NULL,
  visitor BIGINT NOT NULL, customer TEXT NOT NULL, form TEXT NOT NULL, query_id TEXT NOT NULL,
  lang TEXT NOT NULL, category TEXT NOT NULL, object TEXT NOT NULL, position BIGINT NOT NULL,
  value BIGINT NOT NULL, outcome TEXT NOT NULL, text TEXT NOT NULL, detail TEXT NOT NULL);
CREATE INDEX events_by_day ON events (day);
CREATE INDEX events_by_customer ON events (customer) WHERE customer <> '';
CREATE INDEX events_of_contact ON events (day) WHERE action IN (8, 11, 12);
CREATE TABLE event_days (day BIGINT PRIMARY KEY, events BIGINT NOT NULL, last BIGINT NOT NULL);
CREATE TABLE event_batches (id TEXT PRIMARY KEY, at BIGINT NOT NULL);
CREATE INDEX event_batches_by_time ON event_batches (at);
CREATE TABLE visitor_salts (day BIGINT PRIMARY KEY, salt TEXT NOT NULL);
CREATE TABLE rollup_days (
  day BIGINT PRIMARY KEY, last BIGINT NOT NULL, rules BIGINT NOT NULL, open BIGINT NOT NULL);
CREATE TABLE rollups (
  day BIGINT NOT NULL, part TEXT NOT NULL, lang TEXT NOT NULL, category TEXT NOT NULL,
  channel TEXT NOT NULL, object TEXT NOT NULL, visitors BIGINT NOT NULL, counts TEXT NOT NULL,
  PRIMARY KEY (part, day, lang, category, channel, object));
CREATE INDEX rollups_by_day ON rollups (day);

CREATE TABLE contact_tickets (
  number BIGINT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE,
  send_key TEXT NOT NULL UNIQUE, form TEXT NOT NULL, state TEXT NOT NULL, lang TEXT NOT NULL,
  category TEXT NOT NULL, channel TEXT NOT NULL,
  subject TEXT NOT NULL, description TEXT NOT NULL, email TEXT NOT NULL, customer TEXT NOT NULL,
  page TEXT NOT NULL, trail TEXT NOT NULL, visitor BIGINT NOT NULL, created BIGINT NOT NULL,
  closed BIGINT, erased BIGINT);
CREATE INDEX contact_tickets_by_customer ON contact_tickets (customer);
CREATE TABLE deliveries (
  id {id}, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, target TEXT NOT NULL,
  payload TEXT NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL, created BIGINT NOT NULL,
  next BIGINT NOT NULL, problem TEXT NOT NULL, ticket BIGINT);
CREATE INDEX deliveries_by_next ON deliveries (state, next);
CREATE INDEX deliveries_by_ticket ON deliveries (ticket);
CREATE TABLE answer_watches (
  id {id}, token_hash TEXT NOT NULL UNIQUE, email TEXT NOT NULL, customer TEXT NOT NULL,
  lang TEXT NOT NULL, query TEXT NOT NULL, article TEXT NOT NULL, seen TEXT NOT NULL,
  created BIGINT NOT NULL, confirmed BIGINT,
  UNIQUE (customer, lang, query, article));
)sql"},
    Migration{3, R"sql(
CREATE TABLE gaps (
  id {id}, lang TEXT NOT NULL, label TEXT NOT NULL, is_named BIGINT NOT NULL, state TEXT NOT NULL,
  owner TEXT NOT NULL, due BIGINT, article TEXT NOT NULL, reason TEXT NOT NULL, published BIGINT,
  verified BIGINT, merged_into BIGINT, created BIGINT NOT NULL, changed BIGINT NOT NULL,
  version BIGINT NOT NULL);
CREATE TABLE gap_questions (
  lang TEXT NOT NULL, question TEXT NOT NULL, gap BIGINT NOT NULL, pinned BIGINT NOT NULL,
  PRIMARY KEY (lang, question));
CREATE INDEX gap_questions_by_gap ON gap_questions (gap);
CREATE TABLE gap_changes (
  id {id}, gap BIGINT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL);
CREATE INDEX gap_changes_by_gap ON gap_changes (gap);
CREATE INDEX gap_changes_by_time ON gap_changes (at);
CREATE TABLE figure_targets (
  id {id}, figure TEXT NOT NULL, lang TEXT NOT NULL, category TEXT NOT NULL,
  at_most BIGINT NOT NULL, goal DOUBLE PRECISION NOT NULL, start DOUBLE PRECISION,
  by_day BIGINT NOT NULL, guard TEXT NOT NULL, guard_at_most BIGINT NOT NULL,
  guard_limit DOUBLE PRECISION NOT NULL, who TEXT NOT NULL, created BIGINT NOT NULL, closed BIGINT);
CREATE TABLE notices (
  id {id}, lang TEXT NOT NULL, text TEXT NOT NULL, article TEXT NOT NULL, gap BIGINT NOT NULL,
  until_day BIGINT NOT NULL, who TEXT NOT NULL, created BIGINT NOT NULL);
CREATE TABLE synonym_refusals (
  lang TEXT NOT NULL, asked TEXT NOT NULL, found TEXT NOT NULL, who TEXT NOT NULL,
  at BIGINT NOT NULL, PRIMARY KEY (lang, asked, found));
)sql"},
    // What counts the customers of a period reads the index alone, not the tickets' texts.
    Migration{4, R"sql(
CREATE INDEX ticket_customers ON tickets (created, customer, lang, type);
DROP INDEX tickets_by_creation;
CREATE INDEX contact_customers ON contact_tickets (created, customer, lang);
)sql"},
};

}  // namespace

std::span<const Migration> migrations() {
  return kMigrations;
}

}  // namespace kb::store
