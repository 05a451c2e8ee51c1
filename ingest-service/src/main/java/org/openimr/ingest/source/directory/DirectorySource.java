package org.openimr.ingest.source.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ingests the letters in a directory and its subdirectories, each once.
 *
 * <p>Files stay in place. Ingested files are recorded in a journal in the state directory by path,
 * size, modification time and letter id; a file is ingested again only if its bytes have changed. A
 * crash after the broker's confirmation and before the journal entry sends a letter twice; the
 * enrich service detects it as a duplicate. A file that can't be read is logged, counted and
 * retried when it changes. While the broker is unreachable, all files wait.
 */
public final class DirectorySource implements AutoCloseable {
  private static final String INGESTED = "imr.letters.ingested";

  private static final Logger LOG = LoggerFactory.getLogger(DirectorySource.class);

  private final LetterFileScanner files;
  private final ProcessedFileJournal journal;
  private final LetterProducer producer;
  private final DirectorySettings settings;
  private final FileQuietPeriod quietPeriod;
  private final MeterRegistry metrics;
  private final UnreadableFiles unreadable;
  private final LongAdder ingested = new LongAdder();
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean allIngested;
  private volatile @Nullable String blockedReason;

  /**
   * Opens the source without ingesting anything yet.
   *
   * @throws IOException if the directory does not exist or another source uses the state directory
   */
  public static DirectorySource open(
      DirectorySettings settings, LetterProducer producer, MeterRegistry metrics)
      throws IOException {
    return new DirectorySource(settings, producer, metrics, Clock.systemUTC());
  }

  DirectorySource(
      DirectorySettings settings, LetterProducer producer, MeterRegistry metrics, Clock clock)
      throws IOException {
    if (!Files.isDirectory(settings.directory())) {
      throw new IOException("directory not found: " + settings.directory());
    }
    this.settings = settings;
    this.producer = producer;
    this.metrics = metrics;
    this.unreadable = new UnreadableFiles(metrics);
    this.files = new LetterFileScanner(settings.directory(), unreadable::add);
    this.quietPeriod = new FileQuietPeriod(settings.quietPeriod(), clock);
    this.journal = ProcessedFileJournal.open(settings.stateDirectory());
    // registered at the start, so that the first increment shows as a change
    metrics.counter(INGESTED, "source", "directory");
  }

  /** Ingests all current letters, waits for those that are being written, and returns. */
  public void ingestAll() throws IOException {
    do {
      ingestComplete(files.scan());
    } while (!allIngested && !pause());
  }

  /** Ingests all current and future letters until the source is closed. */
  public void watch() {
    do {
      if (journalIsWritable()) {
        poll();
      }
    } while (!pause());
  }

  private void poll() {
    try {
      ingestComplete(listFiles());
    } catch (IOException e) {
      reportBlocked(e);
    }
  }

  /** Returns the reason why letter intake is paused, if it is. */
  public Optional<String> blockedReason() {
    return Optional.ofNullable(blockedReason);
  }

  /** Letters wait without a journal, because they would be sent again after a restart. */
  private boolean journalIsWritable() {
    try {
      journal.flush();
      if (blockedReason != null) {
        LOG.info("letter intake resumed");
      }
      blockedReason = null;
    } catch (IOException e) {
      reportBlocked(e);
    }
    return blockedReason == null;
  }

  private void reportBlocked(IOException failure) {
    if (blockedReason == null && !isClosing()) {
      blockedReason = "letter intake paused: can't write the journal (is the disk full?)";
      LOG.error("{}: {}", blockedReason, failure.getClass().getSimpleName());
    }
  }

  /** Returns the number of letters that the broker confirmed since the source was opened. */
  public long ingested() {
    return ingested.sum();
  }

  /** Returns the number of unreadable files; each counts once while it is unchanged. */
  public long failures() {
    return unreadable.count();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    journal.close();
  }

  /** Returns the current files; none if the directory can't be read. */
  private Map<Path, FileFingerprint> listFiles() {
    try {
      return files.scan();
    } catch (IOException e) {
      LOG.error("can't read {}: {}", settings.directory(), e.getClass().getSimpleName());
      return Map.of();
    }
  }

  private void ingestComplete(Map<Path, FileFingerprint> current) throws IOException {
    quietPeriod.retainAll(current.keySet());
    unreadable.retainAll(current.keySet());
    allIngested = true;
    LetterFileBatch batch = new LetterFileBatch();
    for (Map.Entry<Path, FileFingerprint> file : current.entrySet()) {
      if (isClosing()) {
        return;
      }
      ingest(file.getKey(), file.getValue(), batch);
      if (batch.isFull()) {
        send(batch);
        batch = new LetterFileBatch();
      }
    }
    if (!isClosing()) {
      send(batch);
    }
  }

  private void ingest(Path file, FileFingerprint state, LetterFileBatch batch) {
    Optional<ProcessedFileJournal.KnownFile> known = journal.find(file);
    if (unreadable.contains(file, state)
        || known.filter(before -> before.state().equals(state)).isPresent()) {
      return;
    }
    if (!quietPeriod.isComplete(file, state)) {
      allIngested = false;
    } else if (state.size() > settings.maxBytes()) {
      unreadable.add(file, state, "more than " + settings.maxBytes() + " bytes");
    } else {
      read(file, state, known, batch);
    }
  }

  private void read(
      Path file,
      FileFingerprint state,
      Optional<ProcessedFileJournal.KnownFile> known,
      LetterFileBatch batch) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!state(file).equals(state)) {
        allIngested = false;
        return;
      }
      RawLetter letter = letter(file, bytes);
      ProcessedFileJournal.ProcessedFile processed =
          new ProcessedFileJournal.ProcessedFile(file, state, letter.id());
      if (known.filter(before -> before.letterId().equals(letter.id())).isPresent()) {
        batch.addUnchanged(processed);
      } else {
        batch.add(processed, letter);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("a file was deleted before it was read");
    } catch (IOException e) {
      unreadable.add(file, state, e.getClass().getSimpleName());
    }
  }

  private void send(LetterFileBatch batch) throws IOException {
    LetterFileBatch.Result result = batch.send(producer, journal);
    ingested.add(result.sent());
    metrics.counter(INGESTED, "source", "directory").increment(result.sent());
    if (result.failed() > 0) {
      allIngested = false;
      LOG.warn("the broker did not confirm {} letters; sending them again", result.failed());
    }
    journal.flush();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Waits until the next scan; returns true if the source is closing. */
  private boolean pause() {
    try {
      return closing.await(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static FileFingerprint state(Path file) throws IOException {
    return FileFingerprint.of(
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  private static RawLetter letter(Path file, byte[] bytes) {
    return new RawLetter(
        bytes,
        Optional.empty(),
        Optional.of(file.toUri().toString()),
        Optional.of(file.getFileName().toString()));
  }
}
