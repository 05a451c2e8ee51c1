package org.openimr.ingest.source.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.schemas.event.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the letters of a folder and its subfolders, each once.
 *
 * <p>Files stay where they are. One that was taken is in a journal in the state folder, by path,
 * size, time of modification and letter id; it is taken again only when its bytes have changed. A
 * crash between the broker's word and the journal sends a letter twice, which makes a duplicate. A
 * file that can't be read is logged, counted and tried again later; while the broker is away, all
 * wait.
 */
public final class DirectorySource implements AutoCloseable {
  private static final String INGESTED = "imr.letters.taken";
  private static final String UNREADABLE = "imr.files.unreadable";
  private static final Logger LOG = LoggerFactory.getLogger(DirectorySource.class);

  private final LetterFileScanner files;
  private final ProcessedFileJournal journal;
  private final LetterProducer producer;
  private final DirectorySettings settings;
  private final FileQuietPeriod fileQuietPeriod;
  private final MeterRegistry metrics;
  private final Map<Path, FileFingerprint> failed = new HashMap<>();
  private final LongAdder ingested = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean allIngested;
  private volatile String blockedReason;

  /**
   * Opens the source; takes nothing yet.
   *
   * @throws IOException if the folder is not there or another source uses the state folder
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
      throw new IOException("no folder " + settings.directory());
    }
    this.settings = settings;
    this.producer = producer;
    this.metrics = metrics;
    this.files = new LetterFileScanner(settings.directory(), this::unreadable);
    this.fileQuietPeriod = new FileQuietPeriod(settings.quietPeriod(), clock);
    this.journal = ProcessedFileJournal.open(settings.stateDirectory());
    // seen from the start, so that the first one is a change
    metrics.counter(INGESTED, "source", "directory");
    metrics.counter(UNREADABLE);
  }

  /** Takes all letters that are there, waits for those that are being written, and returns. */
  public void ingestAll() throws IOException {
    do {
      ingestComplete(files.scan());
    } while (!allIngested && !pause());
  }

  /** Takes all letters that are there and all that come, until the source is closed. */
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

  /** Why no letters are taken now, if so. */
  public Optional<String> blockedReason() {
    return Optional.ofNullable(blockedReason);
  }

  /** Without a journal the same letters would be sent again after a restart: they wait. */
  private boolean journalIsWritable() {
    try {
      journal.flush();
      if (blockedReason != null) {
        LOG.info("letters are taken again");
      }
      blockedReason = null;
    } catch (IOException e) {
      reportBlocked(e);
    }
    return blockedReason == null;
  }

  private void reportBlocked(IOException failure) {
    if (blockedReason == null && !isClosing()) {
      blockedReason = "no letters are taken: the journal can't be written (is the disk full?)";
      LOG.error("{}: {}", blockedReason, failure.getClass().getSimpleName());
    }
  }

  /** Letters that the broker has from this source since its start. */
  public long ingested() {
    return ingested.sum();
  }

  /** Files that could not be read, since its start; each counts once while it does not change. */
  public long failures() {
    return failures.sum();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    journal.close();
  }

  /** What is there now; nothing while the folder can't be looked at. */
  private Map<Path, FileFingerprint> listFiles() {
    try {
      return files.scan();
    } catch (IOException e) {
      LOG.error("{} can't be looked at: {}", settings.directory(), e.getClass().getSimpleName());
      return Map.of();
    }
  }

  private void ingestComplete(Map<Path, FileFingerprint> there) throws IOException {
    fileQuietPeriod.retainAll(there.keySet());
    failed.entrySet().removeIf(it -> it.getValue().size() >= 0 && !there.containsKey(it.getKey()));
    allIngested = true;
    LetterFileBatch batch = new LetterFileBatch();
    for (Map.Entry<Path, FileFingerprint> file : there.entrySet()) {
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
    if (state.equals(failed.get(file))
        || known.filter(it -> it.state().equals(state)).isPresent()) {
      return;
    }
    if (!fileQuietPeriod.isComplete(file, state)) {
      allIngested = false;
    } else if (state.size() > settings.maxBytes()) {
      fail(file, state, "more than " + settings.maxBytes() + " bytes");
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
      ProcessedFileJournal.ProcessedFile taking =
          new ProcessedFileJournal.ProcessedFile(file, state, Sha256.hex(bytes));
      if (known.filter(it -> it.letterId().equals(taking.letterId())).isPresent()) {
        batch.addUnchanged(taking);
      } else {
        batch.add(taking, letter(file, bytes));
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} is gone", file);
    } catch (IOException e) {
      fail(file, state, e.getClass().getSimpleName());
    }
  }

  private void send(LetterFileBatch batch) throws IOException {
    LetterFileBatch.Result result = batch.send(producer, journal);
    ingested.add(result.sent());
    metrics.counter(INGESTED, "source", "directory").increment(result.sent());
    if (result.failed() > 0) {
      allIngested = false;
      LOG.warn("the broker did not confirm {} letters; they are sent again", result.failed());
    }
    journal.flush();
  }

  private void unreadable(Path file, IOException failure) {
    if (!failed.containsKey(file)) {
      fail(file, new FileFingerprint(-1, -1), failure.getClass().getSimpleName());
    }
  }

  private void fail(Path file, FileFingerprint state, String why) {
    failed.put(file, state);
    failures.increment();
    metrics.counter(UNREADABLE).increment();
    LOG.error("{} can't be taken: {}", file, why);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Waits until the next look; true if the source is to close. */
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
