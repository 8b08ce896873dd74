// The text of a message that was written in HTML.
//
//   text_of_message("<p>Hi,<br>see <a href='https://a.example/b'>here</a></p>")
//       -> "Hi,\nsee here (https://a.example/b)"
//   looks_like_html("a <b>bold</b> word")     -> true: it is HTML though nobody said so
//
// Scripts, styles and comments go, links keep their address, what is quoted gets "> " before each
// line, entities become characters. Whatever comes in, what comes out is text: it is escaped again
// where it is shown. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb::tickets {

// Of what was sent as HTML they are spaces; of text that has a few tags in it they are breaks.
enum class LineBreaks { spaces, kept };

std::string text_of_message(std::string_view html, LineBreaks breaks = LineBreaks::spaces);
bool looks_like_html(std::string_view text);

}  // namespace kb::tickets
