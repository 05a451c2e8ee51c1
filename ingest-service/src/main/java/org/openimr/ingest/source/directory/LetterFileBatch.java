package org.openimr.ingest.source.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;

/** Files that are sent together and added to the journal once the broker has confirmed them. */
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

  /** Adds a file that was rewritten with the same bytes; it is only added to the journal. */
  void addUnchanged(ProcessedFileJournal.ProcessedFile file) {
    unchanged.add(file);
  }

  boolean isFull() {
    return letters.size() + unchanged.size() >= MAX_LETTERS || bytes >= MAX_BYTES;
  }

  /**
   * Sends all letters and waits for the broker. Stops at the first send that fails immediately,
   * because each further send would block for the full timeout during an outage.
   *
   * @return the numbers of confirmed and unconfirmed letters; the latter must be sent again
   */
  Result send(LetterProducer producer, ProcessedFileJournal journal) {
    Map<ProcessedFileJournal.ProcessedFile, CompletableFuture<Void>> sends = new LinkedHashMap<>();
    for (Map.Entry<ProcessedFileJournal.ProcessedFile, RawLetter> letter : letters.entrySet()) {
      CompletableFuture<Void> send = producer.send(letter.getValue());
      sends.put(letter.getKey(), send);
      if (send.isCompletedExceptionally()) {
        break;
      }
    }
    List<ProcessedFileJournal.ProcessedFile> sent = new ArrayList<>();
    sends.forEach(
        (file, send) -> {
          if (isConfirmed(send)) {
            sent.add(file);
          }
        });
    List<ProcessedFileJournal.ProcessedFile> processed = new ArrayList<>(unchanged);
    processed.addAll(sent);
    journal.add(processed);
    return new Result(sent.size(), letters.size() - sent.size());
  }

  /**
   * The result of sending a batch.
   *
   * @param sent number of letters that the broker confirmed
   * @param failed number of letters that it did not confirm
   */
  record Result(int sent, int failed) {}

  private static boolean isConfirmed(CompletableFuture<Void> send) {
    try {
      send.join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }
}
