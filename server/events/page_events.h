// What the help center's own pages note, and the trail that their links carry on.
//
//   PageEvents events(center, request, lang);
//   events.viewed("pl/billing/refund", "billing");          // and clicked, if a search led here
//   const auto query_id = events.searched({…}, results);
//   page.url = with_parameters(url, {{"t", events.token()}});
//
// Where nothing is noted (a preview) all of it does nothing, and tokens are empty. Lives for one
// request, on one thread.

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/index/searcher.h"
#include "server/events/trail.h"
#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

// Before the anchor, after what parameters there are. Values are as URLs hold them; those that are
// empty are left out.
std::string with_parameters(
    std::string url,
    std::initializer_list<std::pair<std::string_view, std::string_view>> parameters);

struct SearchAsked {
  std::string query = {};
  std::string category = {};  // filter; may be empty
  std::size_t page = 1;
};

class PageEvents {
 public:
  PageEvents(const HelpCenter& center, const http::Request& request, std::string lang);

  // `object`: "pl/billing/refund", or "/home", "/category/billing".
  void viewed(const std::string& object, const std::string& category = {});
  void entered_search();  // the page of results, where somebody came from elsewhere
  // As viewed(), and read goes into the trail of who brings one.
  void viewed_article(const std::string& article_lang, const std::string& id,
                      const std::string& category);

  // The query's id; without events, the request's. The search goes into the trail.
  std::string searched(const SearchAsked& asked, const index::SearchResults& found);
  void search_failed(const SearchAsked& asked);
  void suggested(std::string_view text, std::size_t shown);

  // For links and forms of the page, with all of the above in it; empty where there is no trail.
  const std::string& token();
  const std::string& query_id() const { return query_id_; }
  // Whether this page is one visitor's, not everybody's.
  bool carries_trail() const { return carries_; }

 private:
  Events* events_;
  const HelpCenter& center_;
  const http::Request& request_;
  std::string lang_;
  Trail trail_;
  std::string token_;
  std::string query_id_;  // of the search that led here, if it is ours, or that was made here
  std::string searched_;  // what was searched here
  bool carries_ = false;
};

}  // namespace kb
