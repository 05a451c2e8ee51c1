package org.openimr.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openimr.runtime.streams.RejectedRecordHandler;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.RejectedRecords;

class UnprocessableRecordHandlerTest {
  private static final byte[] LETTER = "canary".getBytes(UTF_8);
  private static final byte[] KEY = "any".getBytes(UTF_8);

  private final RejectedRecords rejectedRecords = new RejectedRecords();
  private final UnprocessableRecordHandler unprocessableRecords = new UnprocessableRecordHandler();
  private final RejectedRecordHandler rejectedRecordHandler = new RejectedRecordHandler();

  @BeforeEach
  void configure() {
    unprocessableRecords.configure(Map.of(RejectedRecords.SETTING, rejectedRecords));
    rejectedRecordHandler.configure(Map.of(RejectedRecords.SETTING, rejectedRecords));
  }

  @Test
  void remembersEventRejectedAsTooLarge() {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("imr.letters.v1", new byte[9]);
    event.headers().add("ce_id", "a1b2".getBytes(UTF_8));
    ProductionExceptionHandler.Response response =
        rejectedRecordHandler.handleError(
            new RawContext(), event, new RecordTooLargeException("canary is too large"));

    assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.FAIL);
    assertThat(
            rejectedRecords.reasonForLetter(
                "a1b2", new DeadLetterReason.Position("imr.letters.raw.v1", 3, 7)))
        .contains(DeadLetterReason.Code.TOO_LARGE);
  }

  @Test
  void replacesRejectedDeadLetterByReference() {
    ProcessingExceptionHandler.Response first = internalError();
    rejectedRecordHandler.handleError(
        new RawContext(),
        first.deadLetterQueueRecords().getFirst(),
        new RecordTooLargeException("canary is too large"));

    ProducerRecord<byte[], byte[]> reference = internalError().deadLetterQueueRecords().getFirst();

    assertThat(reference.key()).isNull();
    assertThat(reference.value()).isNull();
    assertThat(header(reference, "imr.error.code")).isEqualTo("INTERNAL");
    assertThat(header(reference, "imr.error.offset")).isEqualTo("7");
    assertThat(header(reference, "imr.error.message")).contains("they stand where it failed");
  }

  @Test
  void failsWhenBrokerRejectsForOtherReasons() {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("imr.letters.v1", new byte[9]);

    assertThat(
            rejectedRecordHandler
                .handleError(new RawContext(), event, new AuthorizationException("no"))
                .result())
        .isEqualTo(ProductionExceptionHandler.Result.FAIL);
  }

  @Test
  void createsDeadLetterWithoutQuotesForInternalError() {
    ProcessingExceptionHandler.Response response = internalError();

    assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
    assertIsDeadLetter(response.deadLetterQueueRecords().getFirst(), "INTERNAL");
  }

  @Test
  void failsDuringRegistryOutage() {
    assertThat(
            unprocessableRecords
                .handleError(
                    new RawContext(),
                    new Record<>(KEY, LETTER, 1L),
                    new SerializationException("away", new TimeoutException()))
                .result())
        .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
  }

  @Test
  void createsDeadLetterForUndecodableRecord() {
    DeserializationExceptionHandler.Response response =
        unprocessableRecords.handleError(
            new RawContext(),
            new ConsumerRecord<>("imr.letters.raw.v1", 3, 7L, KEY, LETTER),
            new SerializationException("canary"));

    assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
    assertIsDeadLetter(response.deadLetterQueueRecords().getFirst(), "UNDECODABLE");
  }

  @Test
  void createsDeadLetterForMalformedBytes() {
    ProcessingExceptionHandler.Response response =
        unprocessableRecords.handleError(
            new RawContext(),
            new Record<>(KEY, LETTER, 1L),
            new SerializationException("malformed", new EOFException()));

    assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
  }

  @Test
  void failsForErrorOfEarlierLetter() {
    assertThat(
            unprocessableRecords
                .handleError(
                    new RawContext(),
                    new Record<>(KEY, LETTER, 1L),
                    new StreamsException("of an earlier one", new RecordTooLargeException()))
                .result())
        .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
  }

  private ProcessingExceptionHandler.Response internalError() {
    return unprocessableRecords.handleError(
        new RawContext(), new Record<>(KEY, LETTER, 1L), new ArithmeticException("canary"));
  }

  private static void assertIsDeadLetter(ProducerRecord<byte[], byte[]> dead, String code) {
    assertThat(dead.topic()).isEqualTo("imr.dead-letters.v1");
    assertThat(dead.key()).isEqualTo(KEY);
    assertThat(dead.value()).isEqualTo(LETTER);
    assertThat(dead.timestamp()).isEqualTo(5L);
    assertThat(header(dead, "imr.error.code")).isEqualTo(code);
    assertThat(header(dead, "imr.error.offset")).isEqualTo("7");
    assertThat(header(dead, "source-name")).isEqualTo("a.txt");
    dead.headers()
        .forEach(header -> assertThat(new String(header.value(), UTF_8)).doesNotContain("canary"));
  }

  private static String header(ProducerRecord<byte[], byte[]> dead, String name) {
    return new String(dead.headers().lastHeader(name).value(), UTF_8);
  }

  private static final class RawContext implements ErrorHandlerContext {
    @Override
    public String topic() {
      return "imr.letters.raw.v1";
    }

    @Override
    public int partition() {
      return 3;
    }

    @Override
    public long offset() {
      return 7;
    }

    @Override
    public Headers headers() {
      return new RecordHeaders().add("source-name", "a.txt".getBytes(UTF_8));
    }

    @Override
    public String processorNodeId() {
      return IngestTopology.EXTRACT_TEXT;
    }

    @Override
    public TaskId taskId() {
      return new TaskId(0, 3);
    }

    @Override
    public long timestamp() {
      return 5;
    }

    @Override
    public byte[] sourceRawKey() {
      return KEY;
    }

    @Override
    public byte[] sourceRawValue() {
      return LETTER;
    }
  }
}
