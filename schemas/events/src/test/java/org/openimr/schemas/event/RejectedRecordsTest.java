package org.openimr.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.event.DeadLetterReason.Code;
import org.openimr.schemas.event.DeadLetterReason.Position;

class RejectedRecordsTest {
  private static final Position FIRST = new Position("imr.letters.v1", 3, 17);
  private static final Position SECOND = new Position("imr.letters.v1", 3, 18);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final RejectedRecords rejections = new RejectedRecords(now::get);

  @Test
  void remembersLetterOfAnyEvent() {
    rejections.add(event("a1b2/parser 3/item 1"), new RecordTooLargeException("no"));
    rejections.add(event("c3d4"), new InvalidRecordException("no"));

    assertThat(rejections.reasonForLetter("a1b2", FIRST)).contains(Code.TOO_LARGE);
    assertThat(rejections.reasonForLetter("c3d4", FIRST)).contains(Code.NOT_PUBLISHED);
    assertThat(rejections.reasonForLetter("e5f6", FIRST)).isEmpty();
  }

  @Test
  void remembersDeadLetterByItsPosition() {
    Position position = new Position("imr.letters.raw.v1", 3, 17);
    ProducerRecord<byte[], byte[]> dead = new ProducerRecord<>("imr.dead-letters.v1", new byte[9]);
    dead.headers().add("ce_id", "a1b2".getBytes(UTF_8));
    new DeadLetterReason(Code.NO_ITEMS, "enrich", "", "none")
        .addTo(dead.headers(), position, Instant.now());

    rejections.add(dead, new RecordTooLargeException("no"));

    assertThat(rejections.isRejectedAsDeadLetter(position)).isTrue();
    assertThat(rejections.isRejectedAsDeadLetter(new Position("imr.letters.raw.v1", 3, 18)))
        .isFalse();
    assertThat(rejections.reasonForLetter("a1b2", FIRST)).isEmpty();
  }

  @Test
  void triesSameLetterAtAnotherPosition() {
    rejections.add(event("a1b2"), new RecordTooLargeException("no"));

    assertThat(rejections.reasonForLetter("a1b2", FIRST)).isPresent();
    assertThat(rejections.reasonForLetter("a1b2", SECOND)).isEmpty();
  }

  @Test
  void rejectsSameLetterAtBothPositionsOfTransaction() {
    rejections.add(event("a1b2"), new RecordTooLargeException("here"));
    assertThat(rejections.reasonForLetter("a1b2", FIRST)).isPresent();
    assertThat(rejections.reasonForLetter("a1b2", SECOND)).isEmpty();
    rejections.add(event("a1b2"), new RecordTooLargeException("there"));

    assertThat(rejections.reasonForLetter("a1b2", FIRST)).isPresent();
    assertThat(rejections.reasonForLetter("a1b2", SECOND)).isPresent();
  }

  @Test
  void ignoresFailuresThatDoNotConcernTheRecord() {
    rejections.add(event("a1b2"), new AuthorizationException("not now"));

    assertThat(rejections.reasonForLetter("a1b2", FIRST)).isEmpty();
  }

  @Test
  void forgetsRejectionThatIsNotUsed() {
    rejections.add(event("a1b2"), new RecordTooLargeException("no"));

    now.addAndGet(RejectedRecords.RETENTION.toNanos() - 1);
    assertThat(rejections.reasonForLetter("a1b2", FIRST)).isPresent();
    now.addAndGet(RejectedRecords.RETENTION.toNanos() - 1);
    assertThat(rejections.reasonForLetter("a1b2", FIRST)).isPresent();
    now.addAndGet(RejectedRecords.RETENTION.toNanos() + 1);
    assertThat(rejections.reasonForLetter("a1b2", FIRST)).isEmpty();
  }

  private static ProducerRecord<byte[], byte[]> event(String id) {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("imr.case-headers.v1", new byte[9]);
    event.headers().add("ce_id", id.getBytes(UTF_8));
    return event;
  }
}
