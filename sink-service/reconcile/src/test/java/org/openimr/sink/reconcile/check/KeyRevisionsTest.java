package org.openimr.sink.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyRevisionsTest {
  @Property(tries = 50)
  void returnsTheLastRevisionPut(
      @ForAll @Size(max = 3000) Map<String, @IntRange(min = 1, max = 9) Integer> revisions) {
    KeyRevisions kept = new KeyRevisions();
    revisions.forEach((key, revision) -> kept.put(key, 9));
    revisions.forEach(kept::put);

    assertThat(kept.unseenCount()).isEqualTo(revisions.size());
    revisions.forEach((key, revision) -> assertThat(kept.markSeen(key)).isEqualTo(revision));
    assertThat(kept.unseenCount()).isZero();
  }

  @Test
  void missingKeyHasNoRevisionAndIsNotUnseen() {
    KeyRevisions kept = new KeyRevisions();
    kept.put("here", 1);

    assertThat(kept.markSeen("elsewhere")).isZero();
    assertThat(kept.isUnseen("elsewhere")).isFalse();
    assertThat(kept.isUnseen("here")).isTrue();
  }
}
