package org.openimr.enrich.topology;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.openimr.event.Determination;

/**
 * The state kept for a case: {@value #BYTES} bytes in addition to its key.
 *
 * @param revision latest published revision, from 1
 * @param items number of items of that revision
 * @param receivedAt when the letter of that revision was received, milliseconds since the epoch
 * @param letterIdPrefix the first {@value Long#BYTES} bytes of the id of that letter
 * @param fingerprint fingerprint of the facts of that revision
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or hashed
public record CaseState(
    int revision, int items, long receivedAt, long letterIdPrefix, byte[] fingerprint) {
  static final int BYTES = 2 * Integer.BYTES + 2 * Long.BYTES + DeterminationFingerprint.BYTES;

  private static final int HEX_DIGITS = 2 * Long.BYTES;
  private static final int HEX = 16;

  static CaseState of(Determination published, byte[] fingerprint) {
    return new CaseState(
        published.getRevision(),
        published.getDecisions().size(),
        published.getReceivedAt().toEpochMilli(),
        idPrefix(published.getLetterId()),
        fingerprint);
  }

  boolean hasFingerprint(byte[] others) {
    return Arrays.equals(fingerprint, others);
  }

  /**
   * Whether the published revision takes precedence over a redelivered letter: it comes from a
   * letter that was received later, or from another letter that was received at the same time.
   */
  boolean outranks(Determination redelivered) {
    long time = redelivered.getReceivedAt().toEpochMilli();
    return time < receivedAt
        || (time == receivedAt && idPrefix(redelivered.getLetterId()) != letterIdPrefix);
  }

  /** Returns the serde of the store and its changelog. */
  public static Serde<CaseState> serde() {
    return Serdes.serdeFrom(
        (topic, state) -> state == null ? null : state.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  /** Ids are hex digits; the hash code stands in for an id in another format. */
  private static long idPrefix(String letterId) {
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
        .putLong(letterIdPrefix)
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
