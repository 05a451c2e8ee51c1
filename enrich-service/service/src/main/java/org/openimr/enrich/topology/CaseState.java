package org.openimr.enrich.topology;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.openimr.event.Determination;

/**
 * What is remembered of a case: {@value #BYTES} bytes beside its key.
 *
 * @param revision of what was published last, from 1
 * @param items published with it
 * @param receivedAt when its letter was received, milliseconds since 1970
 * @param letter the first {@value Long#BYTES} bytes of its letter's id
 * @param fingerprint of its facts
 */
public record CaseState(int revision, int items, long receivedAt, long letter, byte[] fingerprint) {
  static final int BYTES = 2 * Integer.BYTES + 2 * Long.BYTES + DeterminationFingerprint.BYTES;

  private static final int HEX_DIGITS = 2 * Long.BYTES;
  private static final int HEX = 16;

  static CaseState of(Determination published, byte[] fingerprint) {
    return new CaseState(
        published.getRevision(),
        published.getDecisions().size(),
        published.getReceivedAt().toEpochMilli(),
        start(published.getLetterId()),
        fingerprint);
  }

  boolean hasFingerprint(byte[] others) {
    return Arrays.equals(fingerprint, others);
  }

  /**
   * Whether a letter that is read again gives way to what was published: that letter was received
   * later, or at the same time and is another one.
   */
  boolean outranks(Determination again) {
    long time = again.getReceivedAt().toEpochMilli();
    return time < receivedAt || (time == receivedAt && start(again.getLetterId()) != letter);
  }

  /** Serde of the store and of its changelog. */
  public static Serde<CaseState> serde() {
    return Serdes.serdeFrom(
        (topic, state) -> state == null ? null : state.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  /** Ids are hex digits; whatever else a producer writes there is told apart by its hash. */
  private static long start(String letterId) {
    try {
      return Long.parseUnsignedLong(letterId, 0, HEX_DIGITS, HEX);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return letterId.hashCode();
    }
  }

  private byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .putInt(revision)
        .putInt(items)
        .putLong(receivedAt)
        .putLong(letter)
        .put(fingerprint)
        .array();
  }

  private static CaseState of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int revision = buffer.getInt();
    int items = buffer.getInt();
    long receivedAt = buffer.getLong();
    long letter = buffer.getLong();
    byte[] fingerprint = new byte[DeterminationFingerprint.BYTES];
    buffer.get(fingerprint);
    return new CaseState(revision, items, receivedAt, letter, fingerprint);
  }
}
