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
  private static final Position HERE = new Position("imr.letters.v1", 3, 17);
  private static final Position THERE = new Position("imr.letters.v1", 3, 18);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final RejectedRecords refusals = new RejectedRecords(now::get);

  @Test
  void anyEventOfALetterStandsForTheLetter() {
    refusals.add(event("a1b2/parser 3/item 1"), new RecordTooLargeException("no"));
    refusals.add(event("c3d4"), new InvalidRecordException("no"));

    assertThat(refusals.reasonForLetter("a1b2", HERE)).contains(Code.TOO_LARGE);
    assertThat(refusals.reasonForLetter("c3d4", HERE)).contains(Code.NOT_PUBLISHED);
    assertThat(refusals.reasonForLetter("e5f6", HERE)).isEmpty();
  }

  @Test
  void aDeadLetterIsKnownByWhereItsRecordFailed() {
    Position position = new Position("imr.letters.raw.v1", 3, 17);
    ProducerRecord<byte[], byte[]> dead = new ProducerRecord<>("imr.dead-letters.v1", new byte[9]);
    dead.headers().add("ce_id", "a1b2".getBytes(UTF_8));
    new DeadLetterReason(Code.NO_ITEMS, "enrich", "", "none")
        .addTo(dead.headers(), position, Instant.now());

    refusals.add(dead, new RecordTooLargeException("no"));

    assertThat(refusals.isRejectedAsDeadLetter(position)).isTrue();
    assertThat(refusals.isRejectedAsDeadLetter(new Position("imr.letters.raw.v1", 3, 18)))
        .isFalse();
    assertThat(refusals.reasonForLetter("a1b2", HERE)).isEmpty();
  }

  @Test
  void theSameLetterElsewhereIsTriedAnew() {
    refusals.add(event("a1b2"), new RecordTooLargeException("no"));

    assertThat(refusals.reasonForLetter("a1b2", HERE)).isPresent();
    assertThat(refusals.reasonForLetter("a1b2", THERE)).isEmpty();
  }

  @Test
  void theSameLetterTwiceInATransactionIsRefusedInBothPlacesInTheEnd() {
    refusals.add(event("a1b2"), new RecordTooLargeException("here"));
    assertThat(refusals.reasonForLetter("a1b2", HERE)).isPresent();
    assertThat(refusals.reasonForLetter("a1b2", THERE)).isEmpty();
    refusals.add(event("a1b2"), new RecordTooLargeException("there"));

    assertThat(refusals.reasonForLetter("a1b2", HERE)).isPresent();
    assertThat(refusals.reasonForLetter("a1b2", THERE)).isPresent();
  }

  @Test
  void aBrokerThatWouldTakeTheSameRecordLaterRefusesNothing() {
    refusals.add(event("a1b2"), new AuthorizationException("not now"));

    assertThat(refusals.reasonForLetter("a1b2", HERE)).isEmpty();
  }

  @Test
  void aRefusalIsForgottenWhenNobodyAskedForItInAWhile() {
    refusals.add(event("a1b2"), new RecordTooLargeException("no"));

    now.addAndGet(RejectedRecords.RETENTION.toNanos() - 1);
    assertThat(refusals.reasonForLetter("a1b2", HERE)).isPresent();
    now.addAndGet(RejectedRecords.RETENTION.toNanos() - 1);
    assertThat(refusals.reasonForLetter("a1b2", HERE)).isPresent();
    now.addAndGet(RejectedRecords.RETENTION.toNanos() + 1);
    assertThat(refusals.reasonForLetter("a1b2", HERE)).isEmpty();
  }

  private static ProducerRecord<byte[], byte[]> event(String id) {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("imr.case-headers.v1", new byte[9]);
    event.headers().add("ce_id", id.getBytes(UTF_8));
    return event;
  }
}
