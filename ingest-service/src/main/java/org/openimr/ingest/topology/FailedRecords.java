package org.openimr.ingest.topology;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.ingest.extract.ExtractionUnavailable;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Topic;

/**
 * What Streams does with a record that the topology did not foresee (KIP-1034): the raw letter
 * becomes a dead letter and the next one is taken.
 *
 * <p>Not so if the fault is not the letter's: while the registry can't be reached or no process can
 * be started, letters wait.
 */
public final class FailedRecords
    implements DeserializationExceptionHandler,
        ProcessingExceptionHandler,
        ProductionExceptionHandler {

  @Override
  public void configure(Map<String, ?> settings) {
    // nothing of it can be set
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> raw, Exception failure) {
    return DeserializationExceptionHandler.Response.resume(
        deadLetter(context, raw.key(), raw.value(), DeadLetter.Code.UNDECODABLE, failure));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
    if (isOutage(failure)) {
      return ProcessingExceptionHandler.Response.fail();
    }
    return ProcessingExceptionHandler.Response.resume(
        deadLetter(context, DeadLetter.Code.INTERNAL, failure));
  }

  @Override
  public ProductionExceptionHandler.Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
    boolean tooLarge = failure instanceof RecordTooLargeException;
    if (!tooLarge || Topic.DEAD_LETTERS.topicName().equals(record.topic())) {
      return ProductionExceptionHandler.Response.fail();
    }
    return ProductionExceptionHandler.Response.resume(
        deadLetter(context, DeadLetter.Code.TOO_LARGE, failure));
  }

  /** Whether the world around is at fault, so that the same letter will pass later. */
  static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof ExtractionUnavailable
          || cause instanceof RetriableException
          || cause instanceof StreamsException
          || cause.getClass().getName().endsWith(".RestClientException")) {
        return true;
      }
    }
    return false;
  }

  /** A failure's kind; its own message may quote the letter. */
  static DeadLetter reason(DeadLetter.Code code, Exception failure) {
    return new DeadLetter(code, ExtractText.STAGE, "record", failure.getClass().getSimpleName());
  }

  private static List<ProducerRecord<byte[], byte[]>> deadLetter(
      ErrorHandlerContext context, DeadLetter.Code code, Exception failure) {
    return deadLetter(context, context.sourceRawKey(), context.sourceRawValue(), code, failure);
  }

  private static List<ProducerRecord<byte[], byte[]>> deadLetter(
      ErrorHandlerContext context,
      byte[] key,
      byte[] value,
      DeadLetter.Code code,
      Exception failure) {
    DeadLetter why = reason(code, failure);
    Headers headers = new RecordHeaders(context.headers());
    why.addTo(
        headers,
        new DeadLetter.Position(context.topic(), context.partition(), context.offset()),
        Instant.now());
    return List.of(
        new ProducerRecord<>(
            Topic.DEAD_LETTERS.topicName(), null, context.timestamp(), key, value, headers));
  }
}
