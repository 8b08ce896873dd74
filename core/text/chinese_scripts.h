// Traditional Chinese characters as Simplified ones, one by one: 長 -> 长.
//
//   simplified(u'長') -> u'长'      simplified(u'a') -> u'a'
//
// Enough to make both scripts meet; where one Simplified character stands for several Traditional
// ones (发 for 發 and 髮) those meet too. From ICU's rules. Pure, thread-safe; the first call takes
// some 50 ms for its table.

#pragma once

namespace kb::text {

char16_t simplified(char16_t character);

}  // namespace kb::text
