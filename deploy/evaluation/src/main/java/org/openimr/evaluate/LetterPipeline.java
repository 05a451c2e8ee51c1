package org.openimr.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.evaluate.LetterOutcome.Dead;
import org.openimr.evaluate.LetterOutcome.Determined;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.Extracted;
import org.openimr.ingest.extract.Limits;
import org.openimr.ingest.extract.Refused;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.topology.ReceivedLetter;
import org.openimr.schemas.AvroJson;

/** The services' own way from bytes to determination, without Kafka. Safe for several threads. */
final class LetterPipeline implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TextExtractor extractor;
  private final DeterminationMaker maker = DeterminationMaker.standard();

  LetterPipeline() {
    int processors = Runtime.getRuntime().availableProcessors();
    extractor = TextExtractor.isolated(Limits.DEFAULT, processors);
  }

  LetterOutcome read(LetterFile file) {
    byte[] bytes = bytes(file);
    return switch (extractor.extract(bytes)) {
      case Extracted extracted -> outcome(received(file, bytes, extracted));
      case Refused refused -> new Dead(refused.code().name(), refused.field(), refused.message());
    };
  }

  private LetterOutcome outcome(LetterReceived received) {
    return switch (maker.make(received)) {
      case DeterminationMaker.Made made ->
          new Determined(tree(AvroJson.line(made.determination())));
      case DeterminationMaker.Refused refused ->
          new Dead(
              refused.reason().code().name(), refused.reason().field(), refused.reason().message());
    };
  }

  private static LetterReceived received(LetterFile file, byte[] bytes, Extracted extracted) {
    String name = file.path().getFileName().toString();
    return ReceivedLetter.of(Optional.empty(), Optional.of(name), bytes, extracted, Instant.EPOCH);
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
