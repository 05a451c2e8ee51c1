package org.openimr.sink.reconcile.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Revisions by key, in 12 bytes per slot: keys are stored as 8 bytes of their SHA-256, because the
 * keys of the whole history have to fit into memory.
 */
final class KeyRevisions {
  private static final int INITIAL_SLOTS = 1024;
  private static final int HASH_BYTES = 8;

  private final MessageDigest sha256 = sha256();
  private final BitSet seen = new BitSet();
  private long[] hashes = new long[INITIAL_SLOTS];
  private int[] revisions = new int[INITIAL_SLOTS];
  private int size;

  void put(String key, int revision) {
    if (2 * (size + 1) > hashes.length) {
      grow();
    }
    put(hash(key), revision);
  }

  /** Marks a key as seen and returns its revision; 0 if it does not exist. */
  int markSeen(String key) {
    int slot = slot(hash(key));
    if (revisions[slot] != 0) {
      seen.set(slot);
    }
    return revisions[slot];
  }

  /** Whether a key exists and was not marked as seen. */
  boolean isUnseen(String key) {
    int slot = slot(hash(key));
    return revisions[slot] != 0 && !seen.get(slot);
  }

  /** Marks all keys as unseen. */
  void clearSeen() {
    seen.clear();
  }

  /** Number of keys that were not marked as seen. */
  int unseenCount() {
    return size - seen.cardinality();
  }

  private void put(long hash, int revision) {
    int slot = slot(hash);
    if (revisions[slot] == 0) {
      size++;
    }
    hashes[slot] = hash;
    revisions[slot] = revision;
  }

  private int slot(long hash) {
    int slot = (int) (hash & (hashes.length - 1));
    while (revisions[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldRevisions = revisions;
    hashes = new long[2 * oldHashes.length];
    revisions = new int[hashes.length];
    size = 0;
    for (int slot = 0; slot < oldHashes.length; slot++) {
      if (oldRevisions[slot] != 0) {
        put(oldHashes[slot], oldRevisions[slot]);
      }
    }
  }

  private long hash(String key) {
    return ByteBuffer.wrap(Arrays.copyOf(sha256.digest(key.getBytes(UTF_8)), HASH_BYTES)).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
