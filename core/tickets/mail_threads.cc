#include "core/tickets/mail_threads.h"

#include <numeric>

#include "core/text/normal_form.h"
#include "core/tickets/clean_subject.h"

namespace kb::tickets {

std::size_t MailThreads::number_of(const std::string& id) {
  const auto [place, is_new] = ids_.emplace(id, parent_.size());
  if (is_new || id.empty()) {
    place->second = parent_.size();
    parent_.push_back(parent_.size());
    is_there_.push_back(false);
  }
  return place->second;
}

std::size_t MailThreads::root_of(std::size_t mail) {
  while (parent_[mail] != mail) mail = parent_[mail] = parent_[parent_[mail]];
  return mail;
}

void MailThreads::join(std::size_t a, std::size_t b) {
  parent_[root_of(a)] = root_of(b);
}

void MailThreads::add(const MailFacts& mail) {
  const std::size_t number = number_of(mail.id);
  if (is_there_[number]) return;  // a copy, such as one to the team's list
  is_there_[number] = true;
  mails_.emplace_back(number, mail.at);
  for (const auto& id : mail.parents)
    if (!id.empty()) join(number, number_of(id));
  const std::string topic = text::caseless(clean_subject(mail.subject));
  const bool answers = mail.parents.empty() && topic != text::caseless(mail.subject);
  for (const auto& party : mail.parties) {
    const std::string key = topic + "\n" + party;
    if (const auto known = topics_.find(key); answers && known != topics_.end())
      join(number, known->second);
    topics_[key] = number;
  }
}

std::vector<std::vector<MailSpan>> MailThreads::take() {
  std::vector<std::vector<MailSpan>> threads;
  std::unordered_map<std::size_t, std::size_t> places;
  for (const auto& [number, span] : mails_) {
    const auto [place, is_new] = places.emplace(root_of(number), threads.size());
    if (is_new) threads.emplace_back();
    threads[place->second].push_back(span);
  }
  return threads;
}

}  // namespace kb::tickets
