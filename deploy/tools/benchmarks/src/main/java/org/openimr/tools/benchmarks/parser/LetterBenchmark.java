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

/** One letter of mean size, whole and in parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LetterBenchmark {
  private ParserFixture readers;
  private LetterInterpreter maker;
  private Serializer<SpecificRecord> serializer;
  private String text;
  private LetterReceived received;
  private Letter letter;
  private Determination determination;

  @Setup
  public void read() throws IOException {
    readers = new ParserFixture();
    maker = LetterInterpreter.standard();
    text = BenchmarkLetter.text();
    received = BenchmarkLetter.toEvent(text);
    letter = readers.letter(text);
    determination = toEvent();
    serializer =
        EventSerdes.of(Map.of("schema.registry.url", InMemoryRegistry.register(determination)))
            .serializer();
  }

  /** Yardstick: a literal scan of the same text. */
  @Benchmark
  public int scan() {
    return LiteralScan.count(text);
  }

  /** Text to records, citations resolved: what the bar is about. The next four are its parts. */
  @Benchmark
  public void parse(Blackhole records) {
    readers.read(text, records::consume);
  }

  /** The first part: layout, header, reviewer, summary, items. */
  @Benchmark
  public Letter letter() {
    return readers.letter(text);
  }

  /** The second: the citations of both sides of each item. */
  @Benchmark
  public void citations(Blackhole records) {
    readers.readCitations(letter, records::consume);
  }

  /** The third: the category of each request. */
  @Benchmark
  public void categories(Blackhole records) {
    readers.readCategories(letter, records::consume);
  }

  /** The fourth: body parts, quantities and the like of each request. */
  @Benchmark
  public void details(Blackhole records) {
    readers.readDetails(letter, records::consume);
  }

  /** Text to Avro event; the mapping is the difference to {@link #parse}. */
  @Benchmark
  public Determination toEvent() {
    return switch (maker.interpret(received)) {
      case LetterInterpreter.Interpreted made -> made.determination();
      case LetterInterpreter.Rejected refused ->
          throw new IllegalStateException(refused.reason().toString());
    };
  }

  /** The event to bytes in the registry's wire format. */
  @Benchmark
  public byte[] serialize() {
    return serializer.serialize(Topic.DETERMINATIONS.topicName(), determination);
  }
}
