package org.openimr.runtime.streams;

import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.RejectedRecords;

/**
 * What Streams does with a record that the broker does not take: the transaction is rolled back,
 * and the record remembered if it is at fault itself, so that its letter becomes a dead letter when
 * it is taken again.
 */
public final class RejectedRecordHandler implements ProductionExceptionHandler {
  private RejectedRecords refusals = new RejectedRecords();

  /** Has a Streams app remember here what was refused. */
  public static void addTo(Properties streams, RejectedRecords refusals) {
    streams.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, RejectedRecordHandler.class);
    streams.put(RejectedRecords.SETTING, refusals);
  }

  /** What a Streams app remembers; nothing where nobody added it. */
  public static RejectedRecords of(Map<String, ?> streams) {
    return streams.get(RejectedRecords.SETTING) instanceof RejectedRecords shared
        ? shared
        : new RejectedRecords();
  }

  /**
   * The dead letter of a record: byte for byte, or a note of where its bytes stand, if the broker
   * has refused them as a dead letter.
   */
  public static Record<byte[], byte[]> deadLetter(
      Record<byte[], byte[]> came,
      DeadLetterReason why,
      DeadLetterReason.Position at,
      Instant now,
      RejectedRecords refusals) {
    if (refusals.isRejectedAsDeadLetter(at)) {
      return new Record<>(
          null, null, came.timestamp(), why.referenceHeaders(came.headers(), at, now));
    }
    Headers headers = new RecordHeaders(came.headers());
    why.addTo(headers, at, now);
    return came.withHeaders(headers);
  }

  /** What the topic of heads says of a dead letter: no key, no bytes. */
  public static Record<byte[], byte[]> headRecord(Record<byte[], byte[]> dead) {
    return new Record<>(null, null, dead.timestamp(), DeadLetterReason.headHeaders(dead.headers()));
  }

  @Override
  public void configure(Map<String, ?> settings) {
    refusals = of(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> refused, Exception failure) {
    // by now the context is that of a later letter, and the transaction can't be committed
    refusals.add(refused, failure);
    return failure instanceof RetriableException ? Response.retry() : Response.fail();
  }
}
