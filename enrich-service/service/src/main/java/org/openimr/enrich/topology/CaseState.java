package org.openimr.enrich.topology;

import java.nio.ByteBuffer;
import java.time.LocalDate;
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
 * @param decisionDay decision date of that letter, days since the epoch, or {@link #NO_DAY}
 * @param replacedDay decision date of the letter that this letter replaced, or {@link #NO_DAY}
 * @param fingerprint fingerprint of the facts of that revision
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or hashed
public record CaseState(
    int revision,
    int items,
    long receivedAt,
    long letterIdPrefix,
    int decisionDay,
    int replacedDay,
    byte[] fingerprint) {
  /** Stands for a date that is not printed or not known. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  static final int BYTES = 4 * Integer.BYTES + 2 * Long.BYTES + DeterminationFingerprint.BYTES;

  private static final int HEX_DIGITS = 2 * Long.BYTES;
  private static final int HEX = 16;

  static CaseState of(Determination published, int replacedDay, byte[] fingerprint) {
    return new CaseState(
        published.getRevision(),
        published.getDecisions().size(),
        published.getReceivedAt().toEpochMilli(),
        idPrefix(published.getLetterId()),
        decisionDay(published),
        replacedDay,
        fingerprint);
  }

  /** Returns the decision date of a letter in days since the epoch, or {@link #NO_DAY}. */
  static int decisionDay(Determination determination) {
    LocalDate date = determination.getHeader().getDecisionDate();
    return date == null ? NO_DAY : (int) date.toEpochDay();
  }

  /**
   * Returns the decision date that a letter is compared with, or {@link #NO_DAY}. A letter that is
   * processed again is compared with the letter that it replaced, not with itself.
   */
  int comparedDay(Determination next) {
    return isOfLetter(next) ? replacedDay : decisionDay;
  }

  /** Whether the published revision comes from the letter with the same id. */
  boolean isOfLetter(Determination other) {
    return idPrefix(other.getLetterId()) == letterIdPrefix;
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
    return time < receivedAt || (time == receivedAt && !isOfLetter(redelivered));
  }

  /** Returns the serde of the store and its changelog. */
  public static Serde<CaseState> serde() {
    return Serdes.serdeFrom(
        (topic, state) -> state == null ? null : state.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  /** Ids are hex digits; the hash code stands in for an id in another format. */
  static long idPrefix(String letterId) {
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
        .putInt(decisionDay)
        .putInt(replacedDay)
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
    int decisionDay = dayOrNone(buffer);
    int replacedDay = dayOrNone(buffer);
    return new CaseState(
        revision, items, receivedAt, letter, decisionDay, replacedDay, fingerprint);
  }

  /** States of the first version end with the fingerprint. */
  private static int dayOrNone(ByteBuffer buffer) {
    return buffer.hasRemaining() ? buffer.getInt() : NO_DAY;
  }
}
