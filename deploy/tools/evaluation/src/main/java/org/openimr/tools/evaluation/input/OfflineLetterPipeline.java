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
import org.openimr.tools.evaluation.input.OfflinePipelineResult.Dead;
import org.openimr.tools.evaluation.input.OfflinePipelineResult.Determined;

/** The services' own way from bytes to determination, without Kafka. Safe for several threads. */
public final class OfflineLetterPipeline implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TextExtractor extractor;
  private final LetterInterpreter maker = LetterInterpreter.standard();

  public OfflineLetterPipeline() {
    int processors = Runtime.getRuntime().availableProcessors();
    extractor = TextExtractor.isolated(ExtractionLimits.DEFAULT, processors);
  }

  public OfflinePipelineResult read(LetterFile file) {
    byte[] bytes = bytes(file);
    return switch (extractor.extract(bytes)) {
      case ExtractedText extracted -> outcome(received(file, bytes, extracted));
      case ExtractionFailure refused ->
          new Dead(refused.code().name(), refused.field(), refused.message());
    };
  }

  private OfflinePipelineResult outcome(LetterReceived received) {
    return switch (maker.interpret(received)) {
      case LetterInterpreter.Interpreted made ->
          new Determined(tree(AvroJsonFormatter.compact(made.determination())));
      case LetterInterpreter.Rejected refused ->
          new Dead(
              refused.reason().code().name(), refused.reason().field(), refused.reason().message());
    };
  }

  private static LetterReceived received(LetterFile file, byte[] bytes, ExtractedText extracted) {
    String name = file.path().getFileName().toString();
    return LetterReceivedFactory.create(
        Optional.empty(), Optional.of(name), bytes, extracted, Instant.EPOCH);
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
      throw new IllegalStateException("AvroJson printed no JSON");
    }
  }

  @Override
  public void close() {
    extractor.close();
  }
}
