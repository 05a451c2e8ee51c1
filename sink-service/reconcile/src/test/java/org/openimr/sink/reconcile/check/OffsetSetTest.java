package org.openimr.sink.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OffsetSetTest {
  private final OffsetSet offsets = new OffsetSet();

  @Test
  void keepsOffsetsBeyondTheRangeOfInt() {
    long large = (1L << 32) + 7;

    assertThat(offsets.add(0, 7)).isTrue();
    assertThat(offsets.contains(0, large)).isFalse();
    assertThat(offsets.add(0, large)).isTrue();
    assertThat(offsets.contains(0, large)).isTrue();
    assertThat(offsets.add(0, Integer.MAX_VALUE + 1L)).isTrue();
  }

  @Test
  void keepsPartitionsApart() {
    offsets.add(0, 7);

    assertThat(offsets.contains(1, 7)).isFalse();
    assertThat(offsets.add(1, 7)).isTrue();
  }

  @Property(tries = 100)
  void agreesWithAHashSet(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 1L << 40) Long> added) {
    OffsetSet actual = new OffsetSet();
    Set<Long> expected = new HashSet<>();

    added.forEach(offset -> assertThat(actual.add(3, offset)).isEqualTo(expected.add(offset)));

    added.forEach(offset -> assertThat(actual.contains(3, offset)).isTrue());
    added.forEach(
        offset ->
            assertThat(actual.contains(3, offset + 1)).isEqualTo(expected.contains(offset + 1)));
  }
}
