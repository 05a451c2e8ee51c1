package org.openimr.ingest.source.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;

/** Files that are sent together and go into the journal together, once the broker has them. */
final class LetterFileBatch {
  private static final int MAX_LETTERS = 500;
  private static final long MAX_BYTES = 16L << 20;

  private final Map<ProcessedFileJournal.ProcessedFile, RawLetter> letters = new LinkedHashMap<>();
  private final List<ProcessedFileJournal.ProcessedFile> unchanged = new ArrayList<>();
  private long bytes;

  void add(ProcessedFileJournal.ProcessedFile file, RawLetter letter) {
    letters.put(file, letter);
    bytes += letter.bytes().length;
  }

  /** A file that was written again with the same bytes: only the journal is to know. */
  void addUnchanged(ProcessedFileJournal.ProcessedFile file) {
    unchanged.add(file);
  }

  boolean isFull() {
    return letters.size() + unchanged.size() >= MAX_LETTERS || bytes >= MAX_BYTES;
  }

  /**
   * Sends all and waits for the broker. While it is away each letter would wait for it: after the
   * first that fails at once no more are sent.
   *
   * @return those that the broker has; the others are to be sent again
   */
  Result send(LetterProducer producer, ProcessedFileJournal takenFiles) {
    Map<ProcessedFileJournal.ProcessedFile, CompletableFuture<Void>> sendings =
        new LinkedHashMap<>();
    for (Map.Entry<ProcessedFileJournal.ProcessedFile, RawLetter> letter : letters.entrySet()) {
      CompletableFuture<Void> sending = producer.send(letter.getValue());
      sendings.put(letter.getKey(), sending);
      if (sending.isCompletedExceptionally()) {
        break;
      }
    }
    List<ProcessedFileJournal.ProcessedFile> sent = new ArrayList<>();
    sendings.forEach(
        (file, sending) -> {
          if (arrived(sending)) {
            sent.add(file);
          }
        });
    List<ProcessedFileJournal.ProcessedFile> known = new ArrayList<>(unchanged);
    known.addAll(sent);
    takenFiles.add(known);
    return new Result(sent.size(), letters.size() - sent.size());
  }

  /**
   * What became of a batch.
   *
   * @param sent letters that the broker has
   * @param failed letters that it did not confirm
   */
  record Result(int sent, int failed) {}

  private static boolean arrived(CompletableFuture<Void> sending) {
    try {
      sending.join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }
}
