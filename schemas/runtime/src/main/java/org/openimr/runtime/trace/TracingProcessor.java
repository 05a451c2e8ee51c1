package org.openimr.runtime.trace;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** A processor that processes each letter in a span of the trace in its headers. */
final class TracingProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final LetterSpans spans;
  private final String span;
  private final Processor<byte[], byte[], byte[], byte[]> letters;
  private ProcessorContext<byte[], byte[]> context;

  TracingProcessor(
      LetterSpans spans, String span, Processor<byte[], byte[], byte[], byte[]> letters) {
    this.spans = spans;
    this.span = span;
    this.letters = letters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    letters.init(context);
  }

  @Override
  public void process(Record<byte[], byte[]> letter) {
    spans.continueTrace(span, letter.headers(), position(), () -> letters.process(letter));
  }

  @Override
  public void close() {
    letters.close();
  }

  private Optional<LetterSpans.RecordPosition> position() {
    return context
        .recordMetadata()
        .map(at -> new LetterSpans.RecordPosition(at.topic(), at.partition(), at.offset()));
  }
}
