package org.openimr.ingest.source;

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
final class IdempotencyKeys {
  private static final int LONGEST = 255;

  private final Map<Used, Sending> sendings = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final int most;

  IdempotencyKeys(int most) {
    this.most = most;
  }

  /** A key is its caller's: nobody learns what another sent under the same. */
  private record Used(String caller, String key) {}

  /**
   * The sending that belongs to a caller's key; begins it if there is none. A failed one is
   * forgotten, so that its client may try again.
   */
  CompletableFuture<Void> once(
      String caller, String key, String fingerprint, Supplier<CompletableFuture<Void>> send)
      throws Refusal {
    if (key.isBlank() || key.length() > LONGEST) {
      throw Refusal.malformed("an Idempotency-Key has 1 to " + LONGEST + " characters");
    }
    lock.lock();
    try {
      return once(new Used(caller, key), fingerprint, send);
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<Void> once(
      Used used, String fingerprint, Supplier<CompletableFuture<Void>> send) throws Refusal {
    Sending known = sendings.get(used);
    if (known != null && known.isFailed()) {
      sendings.remove(used);
      known = null;
    }
    if (known == null) {
      known = new Sending(fingerprint, send.get());
      remember(used, known);
    } else if (!known.fingerprint().equals(fingerprint)) {
      throw Refusal.keyReused("this key came with other letters before");
    }
    return known.sent();
  }

  private void remember(Used used, Sending sending) {
    if (sendings.size() == most) {
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
