package org.openimr.ingest.source.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Answers by {@code Idempotency-Key}: the same key with the same bytes gets the same answer without
 * a second send. Keys are forgotten at a restart and when there are too many; letters that are then
 * sent again are duplicates for who reads them.
 */
final class IdempotencyKeyCache {
  private static final int MAX_LENGTH = 255;

  private final Map<Used, Sending> sendings = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final int maxKeys;

  IdempotencyKeyCache(int most) {
    this.maxKeys = most;
  }

  /** A key is its caller's: nobody learns what another sent under the same. */
  private record Used(String caller, String key) {}

  /**
   * The sending that belongs to a caller's key; begins it if there is none. A failed one is
   * forgotten, so that its client may try again.
   */
  CompletableFuture<Void> sendOnce(
      String caller, String key, String fingerprint, Supplier<CompletableFuture<Void>> send)
      throws RequestRejectedException {
    if (key.isBlank() || key.length() > MAX_LENGTH) {
      throw RequestRejectedException.malformed(
          "an Idempotency-Key has 1 to " + MAX_LENGTH + " characters");
    }
    lock.lock();
    try {
      return sendOnce(new Used(caller, key), fingerprint, send);
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<Void> sendOnce(
      Used used, String fingerprint, Supplier<CompletableFuture<Void>> send)
      throws RequestRejectedException {
    Sending known = sendings.get(used);
    if (known != null && known.isFailed()) {
      sendings.remove(used);
      known = null;
    }
    if (known == null) {
      known = new Sending(fingerprint, send.get());
      remember(used, known);
    } else if (!known.fingerprint().equals(fingerprint)) {
      throw RequestRejectedException.keyReused("this key came with other letters before");
    }
    return known.sent();
  }

  private void remember(Used used, Sending sending) {
    if (sendings.size() == maxKeys) {
      sendings.remove(sendings.keySet().iterator().next());
    }
    sendings.put(used, sending);
  }

  private record Sending(String fingerprint, CompletableFuture<Void> sent) {
    boolean isFailed() {
      return sent.isCompletedExceptionally();
    }
  }
}
