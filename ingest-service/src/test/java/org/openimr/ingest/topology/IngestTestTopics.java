package org.openimr.ingest.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.topic.Topic;

/** The topics that the ingest topology reads and writes, of a test driver. */
record IngestTestTopics(
    TestInputTopic<byte[], byte[]> raw,
    TestOutputTopic<String, LetterReceived> letters,
    TestOutputTopic<byte[], byte[]> deadLetters) {

  static IngestTestTopics of(TopologyTestDriver driver, Map<String, String> registry) {
    return new IngestTestTopics(
        driver.createInputTopic(
            Topic.LETTERS_RAW.topicName(), new ByteArraySerializer(), new ByteArraySerializer()),
        driver.createOutputTopic(
            Topic.LETTERS.topicName(),
            new StringDeserializer(),
            EventSerdes.of(registry).deserializer()),
        driver.createOutputTopic(
            Topic.DEAD_LETTERS.topicName(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer()));
  }
}
