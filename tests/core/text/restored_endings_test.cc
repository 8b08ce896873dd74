#include "core/text/restored_endings.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view lang, folded, restored;
};
class RestoredEnding : public testing::TestWithParam<Case> {};
TEST_P(RestoredEnding, IsWhatTheStemmerKnows) {
  EXPECT_EQ(with_restored_ending(GetParam().folded, GetParam().lang), GetParam().restored);
}
INSTANTIATE_TEST_SUITE_P(
    Words, RestoredEnding,
    testing::Values(Case{"es", "devolucion", "devolución"}, Case{"es", "cambio", "cambió"},
                    Case{"pt", "opcoes", "opção"}, Case{"pt", "possiveis", "possivel"},
                    Case{"fr", "remboursees", "remboursées"}, Case{"fr", "numeros", "numero"},
                    Case{"ca", "devolucio", "devolució"}, Case{"tr", "faturalari", "faturaları"},
                    Case{"tr", "siparisi", "siparısı"}, Case{"en", "cion", "cion"},
                    Case{"es", "", ""}, Case{"tr", "", ""}));

}  // namespace
}  // namespace kb::text
