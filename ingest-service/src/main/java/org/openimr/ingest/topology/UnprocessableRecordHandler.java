package org.openimr.ingest.topology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.ingest.extract.model.ExtractionUnavailableException;
import org.openimr.runtime.streams.RejectedRecordHandler;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.registry.Outages;
import org.openimr.schemas.topic.Topic;

/**
 * Turns a raw letter that fails outside the topology's own error handling into a dead letter
 * (KIP-1034); processing continues with the next letter.
 *
 * <p>During an outage, for example when the registry can't be reached or no worker process can be
 * started, processing fails instead and letters wait. Records that the broker rejects are handled
 * by {@link RejectedRecordHandler}.
 */
public final class UnprocessableRecordHandler
    implements DeserializationExceptionHandler, ProcessingExceptionHandler {

  private RejectedRecords rejectedRecords = new RejectedRecords();

  @Override
  public void configure(Map<String, ?> settings) {
    rejectedRecords = RejectedRecordHandler.of(settings);
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> raw, Exception failure) {
    return DeserializationExceptionHandler.Response.resume(
        deadLetter(context, raw.key(), raw.value(), DeadLetterReason.Code.UNDECODABLE, failure));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
    if (isOutage(failure)) {
      return ProcessingExceptionHandler.Response.fail();
    }
    return ProcessingExceptionHandler.Response.resume(
        deadLetter(
            context,
            context.sourceRawKey(),
            context.sourceRawValue(),
            DeadLetterReason.Code.INTERNAL,
            failure));
  }

  /** Whether a failure has an external cause, so that the same letter may succeed later. */
  static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ExtractionUnavailableException || cause instanceof StreamsException) {
        return true;
      }
    }
    return Outages.isEncodingBlocked(failure);
  }

  /** Names the class of a failure; its message is omitted because it may quote the letter. */
  static DeadLetterReason reason(DeadLetterReason.Code code, Exception failure) {
    return new DeadLetterReason(
        code, TextExtractionProcessor.STAGE, "record", failure.getClass().getSimpleName());
  }

  private List<ProducerRecord<byte[], byte[]>> deadLetter(
      ErrorHandlerContext context,
      byte[] key,
      byte[] value,
      DeadLetterReason.Code code,
      Exception failure) {
    Record<byte[], byte[]> dead =
        RejectedRecordHandler.deadLetter(
            new Record<>(key, value, context.timestamp(), context.headers()),
            reason(code, failure),
            new DeadLetterReason.Position(context.topic(), context.partition(), context.offset()),
            Instant.now(),
            rejectedRecords);
    return List.of(
        toProducerRecord(Topic.DEAD_LETTERS, dead),
        toProducerRecord(Topic.DEAD_LETTER_HEADS, RejectedRecordHandler.headRecord(dead)));
  }

  private static ProducerRecord<byte[], byte[]> toProducerRecord(
      Topic topic, Record<byte[], byte[]> dead) {
    return new ProducerRecord<>(
        topic.topicName(), null, dead.timestamp(), dead.key(), dead.value(), dead.headers());
  }
}
