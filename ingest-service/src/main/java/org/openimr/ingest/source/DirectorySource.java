package org.openimr.ingest.source;

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
import org.openimr.schemas.Sha256;
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
  private static final String TAKEN = "imr.letters.taken";
  private static final String UNREADABLE = "imr.files.unreadable";
  private static final Logger LOG = LoggerFactory.getLogger(DirectorySource.class);

  private final LetterFiles files;
  private final TakenFiles takenFiles;
  private final LetterProducer producer;
  private final DirectorySettings settings;
  private final Settling settling;
  private final MeterRegistry metrics;
  private final Map<Path, FileState> failed = new HashMap<>();
  private final LongAdder taken = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean allTaken;
  private volatile String complaint;

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
    if (!Files.isDirectory(settings.folder())) {
      throw new IOException("no folder " + settings.folder());
    }
    this.settings = settings;
    this.producer = producer;
    this.metrics = metrics;
    this.files = new LetterFiles(settings.folder(), this::unreadable);
    this.settling = new Settling(settings.quiet(), clock);
    this.takenFiles = TakenFiles.in(settings.state());
    // seen from the start, so that the first one is a change
    metrics.counter(TAKEN, "source", "directory");
    metrics.counter(UNREADABLE);
  }

  /** Takes all letters that are there, waits for those that are being written, and returns. */
  public void takeAll() throws IOException {
    do {
      takeComplete(files.list());
    } while (!allTaken && !pause());
  }

  /** Takes all letters that are there and all that come, until the source is closed. */
  public void watch() {
    do {
      if (journalIsWritable()) {
        takeAndComplain();
      }
    } while (!pause());
  }

  private void takeAndComplain() {
    try {
      takeComplete(look());
    } catch (IOException e) {
      complain(e);
    }
  }

  /** Why no letters are taken now, if so. */
  public Optional<String> complaint() {
    return Optional.ofNullable(complaint);
  }

  /** Without a journal the same letters would be sent again after a restart: they wait. */
  private boolean journalIsWritable() {
    try {
      takenFiles.settle();
      if (complaint != null) {
        LOG.info("letters are taken again");
      }
      complaint = null;
    } catch (IOException e) {
      complain(e);
    }
    return complaint == null;
  }

  private void complain(IOException failure) {
    if (complaint == null && !isClosing()) {
      complaint = "no letters are taken: the journal can't be written (is the disk full?)";
      LOG.error("{}: {}", complaint, failure.getClass().getSimpleName());
    }
  }

  /** Letters that the broker has from this source since its start. */
  public long taken() {
    return taken.sum();
  }

  /** Files that could not be read, since its start; each counts once while it does not change. */
  public long failures() {
    return failures.sum();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    takenFiles.close();
  }

  /** What is there now; nothing while the folder can't be looked at. */
  private Map<Path, FileState> look() {
    try {
      return files.list();
    } catch (IOException e) {
      LOG.error("{} can't be looked at: {}", settings.folder(), e.getClass().getSimpleName());
      return Map.of();
    }
  }

  private void takeComplete(Map<Path, FileState> there) throws IOException {
    settling.forgetAllBut(there.keySet());
    failed.entrySet().removeIf(it -> it.getValue().size() >= 0 && !there.containsKey(it.getKey()));
    allTaken = true;
    FileBatch batch = new FileBatch();
    for (Map.Entry<Path, FileState> file : there.entrySet()) {
      if (isClosing()) {
        return;
      }
      take(file.getKey(), file.getValue(), batch);
      if (batch.isFull()) {
        send(batch);
        batch = new FileBatch();
      }
    }
    if (!isClosing()) {
      send(batch);
    }
  }

  private void take(Path file, FileState state, FileBatch batch) {
    Optional<TakenFiles.Known> known = takenFiles.find(file);
    if (state.equals(failed.get(file))
        || known.filter(it -> it.state().equals(state)).isPresent()) {
      return;
    }
    if (!settling.isComplete(file, state)) {
      allTaken = false;
    } else if (state.size() > settings.maxBytes()) {
      fail(file, state, "more than " + settings.maxBytes() + " bytes");
    } else {
      read(file, state, known, batch);
    }
  }

  private void read(Path file, FileState state, Optional<TakenFiles.Known> known, FileBatch batch) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!state(file).equals(state)) {
        allTaken = false;
        return;
      }
      TakenFiles.Taken taking = new TakenFiles.Taken(file, state, Sha256.hex(bytes));
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

  private void send(FileBatch batch) throws IOException {
    FileBatch.Result result = batch.send(producer, takenFiles);
    taken.add(result.sent());
    metrics.counter(TAKEN, "source", "directory").increment(result.sent());
    if (result.failed() > 0) {
      allTaken = false;
      LOG.warn("the broker did not confirm {} letters; they are sent again", result.failed());
    }
    takenFiles.settle();
  }

  private void unreadable(Path file, IOException failure) {
    if (!failed.containsKey(file)) {
      fail(file, new FileState(-1, -1), failure.getClass().getSimpleName());
    }
  }

  private void fail(Path file, FileState state, String why) {
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
      return closing.await(settings.every().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static FileState state(Path file) throws IOException {
    return FileState.of(
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
