package org.openimr.systemtest.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** Synthetic letters: the samples of the project, and as many more as a test needs. */
final class ContainerTestLetters {
  private static final Path SAMPLES = Path.of(System.getProperty("imr.samples"));
  private static final String NUMBER = "CM17-9000989";

  private ContainerTestLetters() {}

  /** The bytes of a sample. */
  static byte[] sample(String name) {
    try {
      return Files.readAllBytes(SAMPLES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Case numbers that no other series has. */
  static Stream<String> cases(int series, int count) {
    return IntStream.range(0, count).mapToObj(index -> "CM17-%03d%04d".formatted(series, index));
  }

  /** A letter of a case; two of its items are upheld. */
  static byte[] of(String caseNumber) {
    return new String(sample(NUMBER + ".txt"), UTF_8).replace(NUMBER, caseNumber).getBytes(UTF_8);
  }

  /** Puts a letter of each case on the raw topic; returns when the broker has them all. */
  static void send(Settings connection, Stream<String> caseNumbers) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.copyOf(connection.kafka()), new ByteArraySerializer(), new ByteArraySerializer())) {
      caseNumbers.forEach(
          number -> producer.send(new ProducerRecord<>(Topic.LETTERS_RAW.topicName(), of(number))));
    }
  }
}
