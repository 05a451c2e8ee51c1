package org.openimr.tools.benchmarks.parser;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.parser.letter.model.Letter;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.topic.Topic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Parses one letter of mean size, as a whole and in parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LetterBenchmark {
  private ParserFixture parsers;
  private LetterInterpreter interpreter;
  private Serializer<SpecificRecord> serializer;
  private String text;
  private LetterReceived received;
  private Letter letter;
  private Determination determination;

  @Setup
  public void setUp() throws IOException {
    parsers = new ParserFixture();
    interpreter = LetterInterpreter.standard();
    text = BenchmarkLetter.text();
    received = BenchmarkLetter.toEvent(text);
    letter = parsers.letter(text);
    determination = toEvent();
    serializer =
        EventSerdes.of(Map.of("schema.registry.url", InMemoryRegistry.register(determination)))
            .serializer();
  }

  /** Baseline: a literal scan of the same text. */
  @Benchmark
  public int scan() {
    return LiteralScan.count(text);
  }

  /** Text to records with resolved citations. The next four benchmarks are its parts. */
  @Benchmark
  public void parse(Blackhole records) {
    parsers.parse(text, records::consume);
  }

  /** Part one: layout, header, reviewer, summary and items. */
  @Benchmark
  public Letter letter() {
    return parsers.letter(text);
  }

  /** Part two: the citations of both bases of each item. */
  @Benchmark
  public void citations(Blackhole records) {
    parsers.parseCitations(letter, records::consume);
  }

  /** Part three: the category of each request. */
  @Benchmark
  public void categories(Blackhole records) {
    parsers.classifyRequests(letter, records::consume);
  }

  /** Part four: details of each request, such as body parts and quantities. */
  @Benchmark
  public void details(Blackhole records) {
    parsers.parseDetails(letter, records::consume);
  }

  /** Text to Avro event; the mapping is the difference to {@link #parse}. */
  @Benchmark
  public Determination toEvent() {
    return switch (interpreter.interpret(received)) {
      case LetterInterpreter.Interpreted interpreted -> interpreted.determination();
      case LetterInterpreter.Rejected rejected ->
          throw new IllegalStateException(rejected.reason().toString());
    };
  }

  /** Event to bytes in the wire format of the registry. */
  @Benchmark
  public byte[] serialize() {
    return serializer.serialize(Topic.DETERMINATIONS.topicName(), determination);
  }
}
