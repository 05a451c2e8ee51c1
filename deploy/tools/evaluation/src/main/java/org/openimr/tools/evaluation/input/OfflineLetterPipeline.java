package org.openimr.tools.evaluation.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.topology.LetterReceivedFactory;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.tools.evaluation.input.OfflinePipelineResult.Dead;
import org.openimr.tools.evaluation.input.OfflinePipelineResult.Determined;

/**
 * Processes letters from bytes to determination like the ingest and enrich services, without Kafka.
 * Safe for use by multiple threads.
 */
public final class OfflineLetterPipeline implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TextExtractor extractor;
  private final LetterInterpreter interpreter = LetterInterpreter.standard();

  private OfflineLetterPipeline(TextExtractor extractor) {
    this.extractor = extractor;
  }

  /** Reads PDFs in one worker process per processor, as the ingest service does. */
  public static OfflineLetterPipeline isolated() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new OfflineLetterPipeline(TextExtractor.isolated(ExtractionLimits.DEFAULT, processors));
  }

  /** Reads PDFs in this process; only for trusted documents. */
  public static OfflineLetterPipeline inProcess() {
    return new OfflineLetterPipeline(TextExtractor.inProcess(ExtractionLimits.DEFAULT));
  }

  /** Reads and processes a file. */
  public OfflinePipelineResult process(LetterFile file) {
    return process(Optional.of(file.path().getFileName().toString()), bytes(file));
  }

  /**
   * Processes a letter.
   *
   * @param sourceName file name, which becomes part of the event
   */
  public OfflinePipelineResult process(Optional<String> sourceName, byte[] letter) {
    return switch (extractor.extract(letter)) {
      case ExtractedText extracted ->
          interpret(
              LetterReceivedFactory.create(
                  Optional.empty(), sourceName, letter, extracted, Instant.EPOCH));
      case ExtractionFailure failure ->
          new Dead(failure.code().name(), "ingest", failure.field(), failure.message());
    };
  }

  private OfflinePipelineResult interpret(LetterReceived received) {
    return switch (interpreter.interpret(received)) {
      case LetterInterpreter.Interpreted interpreted ->
          new Determined(tree(AvroJsonFormatter.compact(interpreted.determination())));
      case LetterInterpreter.Rejected rejected -> dead(rejected.reason());
    };
  }

  private static Dead dead(DeadLetterReason reason) {
    return new Dead(reason.code().name(), reason.stage(), reason.field(), reason.message());
  }

  private static byte[] bytes(LetterFile file) {
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("AvroJsonFormatter printed invalid JSON");
    }
  }

  @Override
  public void close() {
    extractor.close();
  }
}
