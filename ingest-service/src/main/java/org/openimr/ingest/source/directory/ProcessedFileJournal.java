package org.openimr.ingest.source.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The journal of files that were taken, so that none is taken again after a restart.
 *
 * <p>A line a file: letter id, size, time of modification, path. Lines are only ever added, after
 * the broker has the letters, and are on the disk when {@link #flush} returns; a last line that was
 * cut off by a crash is dropped. While the disk is full, lines wait in memory. About 200 bytes a
 * file on the disk, 300 in memory.
 */
final class ProcessedFileJournal implements Closeable {
  private static final String FILE = "taken-files.journal";

  private final Map<String, KnownFile> processed = new ConcurrentHashMap<>();
  private final List<ProcessedFile> pending = new ArrayList<>();
  private final FileChannel journal;
  private long written;

  /** A file that the broker has. */
  record ProcessedFile(Path file, FileFingerprint state, String letterId) {
    KnownFile toKnown() {
      return new KnownFile(state, letterId);
    }
  }

  /** What is remembered of a file that the broker has. */
  record KnownFile(FileFingerprint state, String letterId) {}

  private ProcessedFileJournal(FileChannel journal) {
    this.journal = journal;
  }

  /**
   * Opens the journal in a folder; makes both if they are not there.
   *
   * @throws IOException if that can't be done or another process has it
   */
  static ProcessedFileJournal open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel journal =
        FileChannel.open(
            folder.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    lock(journal, folder);
    ProcessedFileJournal takenFiles = new ProcessedFileJournal(journal);
    takenFiles.load(Files.readAllBytes(folder.resolve(FILE)));
    return takenFiles;
  }

  Optional<KnownFile> find(Path file) {
    return Optional.ofNullable(processed.get(file.toString()));
  }

  /** Adds files; they are known from now on, and on the disk after {@link #flush}. */
  synchronized void add(List<ProcessedFile> files) {
    pending.addAll(files);
    files.forEach(file -> processed.put(file.file().toString(), file.toKnown()));
  }

  /**
   * Writes all that was added; returns when it is on the disk.
   *
   * @throws IOException if that can't be done, as on a full disk; the next call tries again
   */
  synchronized void flush() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    // what a failed attempt left behind goes
    journal.truncate(written).position(written);
    StringBuilder lines = new StringBuilder();
    pending.forEach(file -> lines.append(line(file)));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      journal.write(bytes);
    }
    journal.force(false);
    written = journal.position();
    pending.clear();
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }

  private static void lock(FileChannel journal, Path folder) throws IOException {
    try {
      FileLock lock = journal.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // someone else in this process has it
    }
    journal.close();
    throw new IOException("another source of letters uses the state folder " + folder);
  }

  private void load(byte[] bytes) throws IOException {
    String lines = new String(bytes, UTF_8);
    int whole = lines.lastIndexOf('\n') + 1;
    lines.substring(0, whole).lines().forEach(this::load);
    // all that is written is ASCII, so characters are bytes
    journal.truncate(whole).position(whole);
    written = whole;
  }

  private void load(String line) {
    String[] fields = line.split(" ", 4);
    FileFingerprint state =
        new FileFingerprint(Long.parseLong(fields[1]), Long.parseLong(fields[2]));
    processed.put(URLDecoder.decode(fields[3], UTF_8), new KnownFile(state, fields[0]));
  }

  private static String line(ProcessedFile file) {
    return "%s %d %d %s%n"
        .formatted(
            file.letterId(),
            file.state().size(),
            file.state().lastModified(),
            URLEncoder.encode(file.file().toString(), UTF_8))
        .replace("\r", "");
  }
}
