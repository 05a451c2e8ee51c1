package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In each text, {@code |} marks the start of an item. */
class NoticeItemScannerTest {

  private static List<Integer> findStarts(String text, int count) {
    return NoticeItemScanner.findStarts(text, count, 0, text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|1) Regarding the request for a cane: no.\n|2) Regarding the request for a bed: no.",
        "|Regarding the request for a cane: no.\n|Regarding the request for a bed: no.",
        "|Medical Treatment Guidelines Relied Upon: a.\n"
            + "|Medical Treatment Guidelines Relied Upon: b.",
        "Documents\n|1. Cane. It failed.\n|2. Bed. It helped.",
        "|The Expert Reviewer based it on a.\n|The Expert Reviewer based it on b.",
      })
  void findsStartOfEachItem(String marked) {
    String[] parts = marked.split("\\|", -1);
    int first = parts[0].length();

    assertThat(findStarts(marked.replace("|", ""), 2))
        .containsExactly(first, first + parts[1].length());
  }

  @Test
  void returnsFewerOffsetsIfItemsCannotBeDistinguished() {
    assertThat(findStarts("Items\n1. Cane, bed. It failed.", 2)).containsExactly(6);
    assertThat(findStarts("Cane and bed. It failed.", 2)).isEmpty();
  }
}
