package org.openimr.enrich.topology;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What is remembered of a case: {@value #BYTES} bytes beside its key.
 *
 * @param revision of what was published last, from 1
 * @param items published with it
 * @param fingerprint of its facts
 */
record CaseState(int revision, int items, byte[] fingerprint) {
  static final int BYTES = 2 * Integer.BYTES + Fingerprint.BYTES;

  static Serde<CaseState> serde() {
    return Serdes.serdeFrom(
        (topic, state) -> state == null ? null : state.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  private byte[] toBytes() {
    return ByteBuffer.allocate(BYTES).putInt(revision).putInt(items).put(fingerprint).array();
  }

  private static CaseState of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int revision = buffer.getInt();
    int items = buffer.getInt();
    byte[] fingerprint = new byte[Fingerprint.BYTES];
    buffer.get(fingerprint);
    return new CaseState(revision, items, fingerprint);
  }
}
