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
 * Handles records that the broker rejects: the transaction is rolled back, and a record that is
 * itself the cause is remembered, so that its letter becomes a dead letter when it is processed
 * again.
 */
public final class RejectedRecordHandler implements ProductionExceptionHandler {
  private RejectedRecords rejectedRecords = new RejectedRecords();

  /** Configures a Streams application to remember rejected records. */
  public static void addTo(Properties streams, RejectedRecords rejectedRecords) {
    streams.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, RejectedRecordHandler.class);
    streams.put(RejectedRecords.SETTING, rejectedRecords);
  }

  /** The rejected records of a Streams application; a new instance if none was configured. */
  public static RejectedRecords of(Map<String, ?> streams) {
    return streams.get(RejectedRecords.SETTING) instanceof RejectedRecords shared
        ? shared
        : new RejectedRecords();
  }

  /**
   * The dead letter of a record: byte for byte, or only a reference to the position of its bytes if
   * the broker rejected them as a dead letter.
   */
  public static Record<byte[], byte[]> deadLetter(
      Record<byte[], byte[]> record,
      DeadLetterReason reason,
      DeadLetterReason.Position position,
      Instant now,
      RejectedRecords rejectedRecords) {
    if (rejectedRecords.isRejectedAsDeadLetter(position)) {
      return new Record<>(
          null, null, record.timestamp(), reason.referenceHeaders(record.headers(), position, now));
    }
    Headers headers = new RecordHeaders(record.headers());
    reason.addTo(headers, position, now);
    return record.withHeaders(headers);
  }

  /** The record of the dead letter heads topic: without key and value. */
  public static Record<byte[], byte[]> headRecord(Record<byte[], byte[]> dead) {
    return new Record<>(null, null, dead.timestamp(), DeadLetterReason.headHeaders(dead.headers()));
  }

  @Override
  public void configure(Map<String, ?> settings) {
    rejectedRecords = of(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> rejected, Exception failure) {
    // the context is that of a later letter, and the transaction can't be committed any more
    rejectedRecords.add(rejected, failure);
    return failure instanceof RetriableException ? Response.retry() : Response.fail();
  }
}
