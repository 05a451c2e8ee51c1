package org.openimr.schemas.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 attributes in the Kafka binding's binary mode.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class CloudEventHeaders {
  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SUBJECT = "ce_subject";
  public static final String TIME = "ce_time";
  private static final String SPEC_VERSION = "ce_specversion";
  private static final String SOURCE = "ce_source";
  private static final String CONTENT_TYPE = "content-type";

  private static final byte[] VERSION_1_0 = bytes("1.0");
  private static final byte[] AVRO = bytes("application/avro");

  private CloudEventHeaders() {}

  /**
   * Adds the attributes of an event.
   *
   * @param id stable if the same letter is processed again by the same parser version; unique per
   *     revision of a case, even if an earlier letter is received again
   * @param type e.g. {@code org.openimr.item-decision.v1}
   * @param source the service, e.g. {@code /imr/enrich-service}
   * @param time when the letter was received
   * @param subject the case key
   */
  public static void add(
      Headers headers, String id, byte[] type, byte[] source, Instant time, String subject) {
    add(headers, id, type, source, bytes(time.toString()), bytes(subject));
  }

  /** Same as above, for several events with the same time and subject. */
  public static void add(
      Headers headers, String id, byte[] type, byte[] source, byte[] time, byte[] subject) {
    headers.add(SPEC_VERSION, VERSION_1_0);
    headers.add(ID, bytes(id));
    headers.add(TYPE, type);
    headers.add(SOURCE, source);
    headers.add(TIME, time);
    headers.add(SUBJECT, subject);
    headers.add(CONTENT_TYPE, AVRO);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
