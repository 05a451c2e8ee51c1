package org.openimr.runtime.streams;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.topic.Topic;

/**
 * Forwards the letters that a processor rejects to the dead-letter topic, and the head of each to
 * the topic of heads. Used by one processor, in its own thread.
 */
public final class DeadLetterForwarder {
  private final ProcessorContext<byte[], byte[]> context;
  private final RejectedRecords rejectedRecords;

  /**
   * Creates the forwarder of a processor whose topology has the sinks of {@link #addSinks}.
   *
   * @param rejectedRecords the records that the broker rejected in the same Streams application
   */
  public DeadLetterForwarder(
      ProcessorContext<byte[], byte[]> context, RejectedRecords rejectedRecords) {
    this.context = context;
    this.rejectedRecords = rejectedRecords;
  }

  /** Adds the sinks for dead letters and their heads to a topology. */
  public static void addSinks(Topology topology, String processor) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    for (Topic topic : new Topic[] {Topic.DEAD_LETTERS, Topic.DEAD_LETTER_HEADS}) {
      topology.addSink(topic.topicName(), topic.topicName(), bytes, bytes, processor);
    }
  }

  /** Returns the reason why the broker rejected an event of the letter that is processed now. */
  public Optional<DeadLetterReason.Code> rejectionOf(String letterId) {
    return rejectedRecords.reasonForLetter(letterId, position());
  }

  /** Forwards the record that is processed now as a dead letter. */
  public void forward(Record<byte[], byte[]> letter, DeadLetterReason reason) {
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    Record<byte[], byte[]> deadLetter =
        RejectedRecordHandler.deadLetter(letter, reason, position(), now, rejectedRecords);
    context.forward(
        RejectedRecordHandler.headRecord(deadLetter), Topic.DEAD_LETTER_HEADS.topicName());
    context.forward(deadLetter, Topic.DEAD_LETTERS.topicName());
  }

  /** Returns the position of the record that is processed now. */
  public DeadLetterReason.Position position() {
    RecordMetadata record = context.recordMetadata().orElseThrow();
    return new DeadLetterReason.Position(record.topic(), record.partition(), record.offset());
  }
}
