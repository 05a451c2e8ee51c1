package org.openimr.ingest.source.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.ingest.source.producer.FakeLetterProducer;
import org.openimr.ingest.source.producer.LetterProducer;

class DirectorySourceTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Instant LONG_AGO = NOW.minusSeconds(3600);

  @TempDir Path base;

  private final FakeLetterProducer producer = new FakeLetterProducer();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Path inbox;

  @BeforeEach
  void createInbox() throws IOException {
    inbox = Files.createDirectory(base.resolve("inbox"));
  }

  @Test
  void ingestsLettersOfDirectoryAndSubdirectories() throws IOException {
    write("b.txt", "two");
    write("a.pdf", "one");
    write("2016/c.txt", "three");

    assertThat(ingestAll()).isEqualTo(3);
    assertThat(producer.names()).containsExactlyInAnyOrder("a.pdf", "b.txt", "c.txt");
    assertThat(producer.sent.getFirst().uri())
        .hasValueSatisfying(uri -> assertThat(uri).startsWith("file:///").contains("/inbox/"));
    assertThat(metrics.counter("imr.letters.ingested", "source", "directory").count()).isEqualTo(3);
  }

  @Test
  void ingestsEmptyFile() throws IOException {
    write("empty.txt", "");

    assertThat(ingestAll()).isEqualTo(1);
  }

  @Test
  void doesNotIngestFileAgainAfterRestart() throws IOException {
    write("a.txt", "one");
    ingestAll();
    write("b.txt", "two");
    ingestAll();

    assertThat(producer.names()).containsExactly("a.txt", "b.txt");
  }

  @Test
  void doesNotIngestTouchedFileAgain() throws IOException {
    write("a.txt", "one");
    ingestAll();
    Files.setLastModifiedTime(inbox.resolve("a.txt"), FileTime.from(LONG_AGO.plusSeconds(9)));
    ingestAll();
    ingestAll();

    assertThat(producer.sent).hasSize(1);
  }

  @Test
  void ingestsChangedFileAsNewLetter() throws IOException {
    write("a.txt", "one");
    ingestAll();
    write("a.txt", "two and more");
    ingestAll();

    assertThat(producer.sent)
        .extracting(letter -> new String(letter.bytes(), UTF_8))
        .containsExactly("one", "two and more");
  }

  @Test
  void skipsHiddenAndTemporaryFilesAndLinks() throws IOException {
    write("a.txt", "one");
    write(".hidden", "x");
    write(".folder/x.txt", "x");
    write("b.txt.part", "x");
    write("c.pdf.tmp", "x");
    write("~$d.doc", "x");
    write("e.txt~", "x");
    Path outside = Files.writeString(base.resolve("outside.txt"), "x");
    Files.createSymbolicLink(inbox.resolve("link.txt"), outside);
    Files.createSymbolicLink(inbox.resolve("loop"), inbox);

    assertThat(ingestAll()).isEqualTo(1);
  }

  @Test
  void ingestsGrowingFileOnceUnchanged() throws Exception {
    Path file = inbox.resolve("a.txt");
    Files.writeString(file, "half ");
    DirectorySettings settings = settings(Duration.ofSeconds(4), Duration.ofMillis(20));
    DirectorySource source = new DirectorySource(settings, producer, metrics, Clock.systemUTC());
    Thread watcher = start(source);
    await().during(Duration.ofMillis(300)).until(producer.sent::isEmpty);
    Files.writeString(file, "a letter", StandardOpenOption.APPEND);

    await().until(() -> producer.sent.size() == 1);
    assertThat(producer.sent.getFirst().bytes()).isEqualTo("half a letter".getBytes(UTF_8));
    source.close();
    watcher.join(60_000);
    assertThat(watcher.isAlive()).isFalse();
  }

  @Test
  void ingestsFileRenamedIntoPlace() throws Exception {
    DirectorySource source = open(producer);
    Thread watcher = start(source);
    Path written = Files.writeString(base.resolve("a.txt"), "one");
    Files.setLastModifiedTime(written, FileTime.from(LONG_AGO));
    Files.move(written, inbox.resolve("a.txt"), StandardCopyOption.ATOMIC_MOVE);

    await().until(() -> producer.sent.size() == 1);
    source.close();
    watcher.join(60_000);
  }

  @Test
  void resumesWhenDirectoryReappears() throws Exception {
    write("a.txt", "one");
    Path moved = base.resolve("away");
    DirectorySource source = open(producer);
    Files.move(inbox, moved);
    Thread watcher = start(source);
    await().during(Duration.ofMillis(50)).until(watcher::isAlive);
    Files.move(moved, inbox);

    await().until(() -> producer.sent.size() == 1);
    source.close();
    watcher.join(60_000);
  }

  @Test
  void ingestsFileWithFutureTimestampOnceUnchanged() throws IOException {
    write("a.txt", "one");
    Files.setLastModifiedTime(inbox.resolve("a.txt"), FileTime.from(NOW.plusSeconds(99_999)));
    DirectorySettings settings = settings(Duration.ofMillis(50), Duration.ofMillis(10));
    try (DirectorySource source =
        new DirectorySource(settings, producer, metrics, Clock.systemUTC())) {
      source.ingestAll();
    }

    assertThat(producer.sent).hasSize(1);
  }

  @Test
  void waitsForBrokerWithoutCountingLetters() throws Exception {
    write("a.txt", "one");
    producer.failAll();
    try (DirectorySource source = open(producer)) {
      Thread ingesting = Thread.ofPlatform().start(() -> quietly(source::ingestAll));
      await().until(() -> producer.sent.size() >= 2);
      assertThat(source.ingested()).isZero();
      producer.confirmAll();
      ingesting.join(60_000);

      assertThat(source.ingested()).isEqualTo(1);
    }
    assertThat(ingestAll()).isZero();
  }

  @Test
  void ingestsOtherFilesDespiteUnreadableFile() throws IOException {
    write("a.txt", "one");
    write("b.txt", "two");
    Files.setPosixFilePermissions(
        inbox.resolve("a.txt"), PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(inbox.resolve("a.txt")), "the user can read any file");

    try (DirectorySource source = open(producer)) {
      source.ingestAll();
      assertThat(producer.names()).containsExactly("b.txt");
      assertThat(source.failures()).isEqualTo(1);
    }
  }

  @Test
  void reportsTooLargeFileOnce() throws IOException {
    write("a.txt", "x".repeat(11));
    write("b.txt", "two");
    DirectorySettings small =
        new DirectorySettings(
            inbox, base.resolve("state"), Duration.ZERO, Duration.ofMillis(10), 10);

    try (DirectorySource source = open(producer, small)) {
      source.ingestAll();
      source.ingestAll();
      assertThat(producer.names()).containsExactly("b.txt");
      assertThat(source.failures()).isEqualTo(1);
    }
  }

  @Test
  void keepsCompleteLinesOfTruncatedJournal() throws IOException {
    write("a.txt", "one");
    write("b ü%\n.txt", "two");
    ingestAll();
    Path journal = base.resolve("state/taken-files.journal");
    Files.writeString(journal, "0123 45", StandardOpenOption.APPEND);
    write("c.txt", "three");

    assertThat(ingestAll()).isEqualTo(1);
    assertThat(Files.readAllLines(journal)).hasSize(3);
    assertThat(ingestAll()).isZero();
  }

  @Test
  void rejectsStateDirectoryInUse() throws IOException {
    try (DirectorySource first = open(producer)) {
      assertThatThrownBy(() -> open(producer))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another directory source");
      assertThat(first.ingested()).isZero();
    }
  }

  @Test
  void ingestsManyFilesInBatches() throws IOException {
    for (int i = 0; i < 1_234; i++) {
      write(i + ".txt", "letter " + i);
    }

    assertThat(ingestAll()).isEqualTo(1_234);
    assertThat(ingestAll()).isZero();
  }

  private long ingestAll() throws IOException {
    try (DirectorySource source = open(producer)) {
      source.ingestAll();
      return source.ingested();
    }
  }

  private DirectorySource open(LetterProducer to) throws IOException {
    return open(to, settings(Duration.ofSeconds(2), Duration.ofMillis(10)));
  }

  private DirectorySource open(LetterProducer to, DirectorySettings settings) throws IOException {
    return new DirectorySource(settings, to, metrics, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private DirectorySettings settings(Duration quiet, Duration every) {
    return new DirectorySettings(inbox, base.resolve("state"), quiet, every, 1_000);
  }

  private void write(String name, String content) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }

  private static Thread start(DirectorySource source) {
    return Thread.ofPlatform().start(() -> quietly(source::watch));
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
