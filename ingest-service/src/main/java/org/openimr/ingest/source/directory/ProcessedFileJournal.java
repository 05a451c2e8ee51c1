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
 * The journal of ingested files, so that none is ingested again after a restart.
 *
 * <p>One line per file: letter id, size, modification time, path. Lines are only appended, after
 * the broker has confirmed the letters, and are on disk when {@link #flush} returns. A last line
 * that was truncated by a crash is dropped. While the disk is full, lines wait in memory. A file
 * takes about 200 bytes on disk and 300 in memory.
 */
final class ProcessedFileJournal implements Closeable {
  private static final String FILE = "taken-files.journal";

  private final Map<String, KnownFile> processed = new ConcurrentHashMap<>();
  private final List<ProcessedFile> pending = new ArrayList<>();
  private final FileChannel journal;
  private long written;

  /** A file whose letter the broker has confirmed. */
  record ProcessedFile(Path file, FileFingerprint state, String letterId) {
    KnownFile toKnown() {
      return new KnownFile(state, letterId);
    }
  }

  /** The state of a file when it was ingested, and the id of its letter. */
  record KnownFile(FileFingerprint state, String letterId) {}

  private ProcessedFileJournal(FileChannel journal) {
    this.journal = journal;
  }

  /**
   * Opens the journal in a directory; creates both if missing.
   *
   * @throws IOException if that fails or another source has opened the journal
   */
  static ProcessedFileJournal open(Path directory) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    lock(channel, directory);
    ProcessedFileJournal journal = new ProcessedFileJournal(channel);
    journal.load(Files.readAllBytes(directory.resolve(FILE)));
    return journal;
  }

  Optional<KnownFile> find(Path file) {
    return Optional.ofNullable(processed.get(file.toString()));
  }

  /** Adds files. They are found immediately and are on disk after {@link #flush}. */
  synchronized void add(List<ProcessedFile> files) {
    pending.addAll(files);
    files.forEach(file -> processed.put(file.file().toString(), file.toKnown()));
  }

  /**
   * Writes all added lines and forces them to disk.
   *
   * @throws IOException if writing fails, for example on a full disk; the next call tries again
   */
  synchronized void flush() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    // removes the remains of a failed attempt
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

  private static void lock(FileChannel channel, Path directory) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // locked by another source in this process
    }
    channel.close();
    throw new IOException("another directory source uses the state directory " + directory);
  }

  private void load(byte[] bytes) throws IOException {
    String lines = new String(bytes, UTF_8);
    int complete = lines.lastIndexOf('\n') + 1;
    lines.substring(0, complete).lines().forEach(this::load);
    // the journal is ASCII, so that characters are bytes
    journal.truncate(complete).position(complete);
    written = complete;
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
