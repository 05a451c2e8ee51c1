package org.openimr.ingest.source.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Remembers requests by {@code Idempotency-Key}: the same key with the same letters gets the same
 * response without sending them again. Keys are forgotten at a restart and when the cache is full;
 * letters that are then sent again are detected as duplicates by the enrich service.
 */
final class IdempotencyKeyCache {
  private static final int MAX_LENGTH = 255;

  private final Map<ScopedKey, RememberedRequest> requests = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final int maxKeys;

  IdempotencyKeyCache(int maxKeys) {
    this.maxKeys = maxKeys;
  }

  /** A key in the scope of its client, so that clients can't observe each other's keys. */
  private record ScopedKey(String client, String key) {}

  /**
   * Returns the send that was started for a client's key, or starts it. A failed send is forgotten,
   * so that the client can retry.
   *
   * @param fingerprint identifies the letters of the request
   */
  CompletableFuture<Void> sendOnce(
      String client, String key, String fingerprint, Supplier<CompletableFuture<Void>> send)
      throws RequestRejectedException {
    if (key.isBlank() || key.length() > MAX_LENGTH) {
      throw RequestRejectedException.malformed(
          "an Idempotency-Key must have 1 to " + MAX_LENGTH + " characters");
    }
    lock.lock();
    try {
      return sendOnce(new ScopedKey(client, key), fingerprint, send);
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<Void> sendOnce(
      ScopedKey key, String fingerprint, Supplier<CompletableFuture<Void>> send)
      throws RequestRejectedException {
    RememberedRequest known = requests.get(key);
    if (known != null && known.isFailed()) {
      requests.remove(key);
      known = null;
    }
    if (known == null) {
      known = new RememberedRequest(fingerprint, send.get());
      remember(key, known);
    } else if (!known.fingerprint().equals(fingerprint)) {
      throw RequestRejectedException.keyReused("this key was used with other letters before");
    }
    return known.sent();
  }

  private void remember(ScopedKey key, RememberedRequest request) {
    if (requests.size() == maxKeys) {
      requests.remove(requests.keySet().iterator().next());
    }
    requests.put(key, request);
  }

  private record RememberedRequest(String fingerprint, CompletableFuture<Void> sent) {
    boolean isFailed() {
      return sent.isCompletedExceptionally();
    }
  }
}
