package org.openimr.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.DeadLetter.Code;
import org.openimr.schemas.DeadLetter.Position;

class RefusalsTest {
  private static final Position HERE = new Position("imr.letters.v1", 3, 17);
  private static final Position THERE = new Position("imr.letters.v1", 3, 18);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final Refusals refusals = new Refusals(now::get);

  @Test
  void anyEventOfALetterStandsForTheLetter() {
    refusals.note(event("a1b2/parser 3/item 1"), new RecordTooLargeException("no"));
    refusals.note(event("c3d4"), new InvalidRecordException("no"));

    assertThat(refusals.ofLetter("a1b2", HERE)).contains(Code.TOO_LARGE);
    assertThat(refusals.ofLetter("c3d4", HERE)).contains(Code.NOT_PUBLISHED);
    assertThat(refusals.ofLetter("e5f6", HERE)).isEmpty();
  }

  @Test
  void aDeadLetterIsKnownByWhereItsRecordFailed() {
    Position position = new Position("imr.letters.raw.v1", 3, 17);
    ProducerRecord<byte[], byte[]> dead = new ProducerRecord<>("imr.dead-letters.v1", new byte[9]);
    dead.headers().add("ce_id", "a1b2".getBytes(UTF_8));
    new DeadLetter(Code.NO_ITEMS, "enrich", "", "none")
        .addTo(dead.headers(), position, Instant.now());

    refusals.note(dead, new RecordTooLargeException("no"));

    assertThat(refusals.asDeadLetter(position)).isTrue();
    assertThat(refusals.asDeadLetter(new Position("imr.letters.raw.v1", 3, 18))).isFalse();
    assertThat(refusals.ofLetter("a1b2", HERE)).isEmpty();
  }

  @Test
  void theSameLetterElsewhereIsTriedAnew() {
    refusals.note(event("a1b2"), new RecordTooLargeException("no"));

    assertThat(refusals.ofLetter("a1b2", HERE)).isPresent();
    assertThat(refusals.ofLetter("a1b2", THERE)).isEmpty();
  }

  @Test
  void theSameLetterTwiceInATransactionIsRefusedInBothPlacesInTheEnd() {
    refusals.note(event("a1b2"), new RecordTooLargeException("here"));
    assertThat(refusals.ofLetter("a1b2", HERE)).isPresent();
    assertThat(refusals.ofLetter("a1b2", THERE)).isEmpty();
    refusals.note(event("a1b2"), new RecordTooLargeException("there"));

    assertThat(refusals.ofLetter("a1b2", HERE)).isPresent();
    assertThat(refusals.ofLetter("a1b2", THERE)).isPresent();
  }

  @Test
  void aBrokerThatWouldTakeTheSameRecordLaterRefusesNothing() {
    refusals.note(event("a1b2"), new AuthorizationException("not now"));

    assertThat(refusals.ofLetter("a1b2", HERE)).isEmpty();
  }

  @Test
  void aRefusalIsForgottenWhenNobodyAskedForItInAWhile() {
    refusals.note(event("a1b2"), new RecordTooLargeException("no"));

    now.addAndGet(Refusals.KEPT.toNanos() - 1);
    assertThat(refusals.ofLetter("a1b2", HERE)).isPresent();
    now.addAndGet(Refusals.KEPT.toNanos() - 1);
    assertThat(refusals.ofLetter("a1b2", HERE)).isPresent();
    now.addAndGet(Refusals.KEPT.toNanos() + 1);
    assertThat(refusals.ofLetter("a1b2", HERE)).isEmpty();
  }

  private static ProducerRecord<byte[], byte[]> event(String id) {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("imr.case-headers.v1", new byte[9]);
    event.headers().add("ce_id", id.getBytes(UTF_8));
    return event;
  }
}
