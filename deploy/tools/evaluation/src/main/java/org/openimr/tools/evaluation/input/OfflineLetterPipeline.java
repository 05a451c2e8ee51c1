package org.openimr.tools.evaluation.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.topology.LetterLimits;
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

  /**
   * Reads and processes a document.
   *
   * @return the result of each letter, at least one
   */
  public List<OfflinePipelineResult> processAll(LetterFile file) {
    return processAll(Optional.of(file.path().getFileName().toString()), bytes(file));
  }

  /**
   * Processes a document with one letter. A document with several letters counts as rejected,
   * because the caller expects one.
   *
   * @param sourceName file name, which becomes part of the event
   */
  public OfflinePipelineResult process(Optional<String> sourceName, byte[] document) {
    List<OfflinePipelineResult> letters = processAll(sourceName, document);
    return letters.size() == 1
        ? letters.getFirst()
        : new Dead(
            DeadLetterReason.Code.SEVERAL_LETTERS.name(),
            "ingest",
            "letters",
            "the document contains %d letters instead of one".formatted(letters.size()));
  }

  /**
   * Processes a document.
   *
   * @param sourceName file name, which becomes part of the events
   * @return the result of each letter, at least one
   */
  public List<OfflinePipelineResult> processAll(Optional<String> sourceName, byte[] document) {
    return switch (extractor.extract(document)) {
      case ExtractedText text ->
          interpretAll(
              LetterReceivedFactory.create(
                  LetterReceivedFactory.Document.of(
                      Optional.empty(), sourceName, document, Instant.EPOCH),
                  text));
      case ExtractionFailure failure ->
          List.of(new Dead(failure.code().name(), "ingest", failure.field(), failure.message()));
    };
  }

  private List<OfflinePipelineResult> interpretAll(List<LetterReceived> letters) {
    return LetterLimits.DEFAULT
        .rejectionOf(letters.size())
        .map(reason -> List.<OfflinePipelineResult>of(dead(reason)))
        .orElseGet(() -> letters.stream().map(this::interpret).toList());
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
