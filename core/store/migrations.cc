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
};

}  // namespace

std::span<const Migration> migrations() {
  return kMigrations;
}

}  // namespace kb::store
