package org.openimr.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPartTest {
  private static final LetterPart SECOND_OF_THREE = new LetterPart(2, 3);

  @Test
  void readsItsOwnHeaders() {
    Headers headers = new RecordHeaders();

    SECOND_OF_THREE.addTo(headers, "abc");

    assertThat(LetterPart.of(headers)).contains(SECOND_OF_THREE);
    assertThat(LetterPart.documentId(headers)).contains("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "0/3", "4/3", "1/1", "-1/3", "2/3/4", "9999999999/9999999999"})
  void ignoresMalformedHeader(String value) {
    Headers headers = new RecordHeaders();
    headers.add(LetterPart.HEADER, value.getBytes(UTF_8));

    assertThat(LetterPart.of(headers)).isEmpty();
  }

  @Test
  void deadLettersKeepPartWithoutTheirBytes() {
    Headers headers = new RecordHeaders();
    SECOND_OF_THREE.addTo(headers, "abc");
    DeadLetterReason.Position position = new DeadLetterReason.Position("imr.letters.v1", 0, 7);
    DeadLetterReason reason =
        new DeadLetterReason(DeadLetterReason.Code.NO_ITEMS, "enrich", "", "no items");

    Headers reference = reason.referenceHeaders(headers, position, Instant.EPOCH);

    assertThat(LetterPart.of(reference)).contains(SECOND_OF_THREE);
    assertThat(LetterPart.documentId(reference)).contains("abc");
    assertThat(LetterPart.of(DeadLetterReason.headHeaders(reference))).contains(SECOND_OF_THREE);
  }

  @Test
  void idsOfPartsDependOnDocumentAndNumber() {
    assertThat(LetterId.of("abc", Optional.empty())).isEqualTo("abc");
    assertThat(LetterId.of("abc", Optional.of(SECOND_OF_THREE)))
        .isEqualTo(Sha256.hex("abc#2".getBytes(UTF_8)))
        .isEqualTo(LetterId.of("abc", Optional.of(new LetterPart(2, 5))));
  }
}
