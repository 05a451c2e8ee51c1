package org.openimr.sink.reconcile.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Revisions by key in 12 bytes a slot: a key is known by 8 bytes of its SHA-256, for the keys of
 * the whole history must fit.
 */
final class KeyRevisions {
  private static final int FIRST_SLOTS = 1024;
  private static final int BYTES = 8;

  private final MessageDigest sha256 = sha256();
  private final BitSet seen = new BitSet();
  private long[] hashes = new long[FIRST_SLOTS];
  private int[] revisions = new int[FIRST_SLOTS];
  private int size;

  void put(String key, int revision) {
    if (2 * (size + 1) > hashes.length) {
      grow();
    }
    put(hash(key), revision);
  }

  /** The revision of a key, which counts as seen from now on; 0 if it is not there. */
  int markSeen(String key) {
    int slot = slot(hash(key));
    if (revisions[slot] != 0) {
      seen.set(slot);
    }
    return revisions[slot];
  }

  /** Whether a key is there that was not seen. */
  boolean isUnseen(String key) {
    int slot = slot(hash(key));
    return revisions[slot] != 0 && !seen.get(slot);
  }

  /** All keys count as unseen again. */
  void clearSeen() {
    seen.clear();
  }

  /** Keys that were not seen. */
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
    long[] before = hashes;
    int[] revisionsBefore = revisions;
    hashes = new long[2 * before.length];
    revisions = new int[hashes.length];
    size = 0;
    for (int slot = 0; slot < before.length; slot++) {
      if (revisionsBefore[slot] != 0) {
        put(before[slot], revisionsBefore[slot]);
      }
    }
  }

  private long hash(String key) {
    return ByteBuffer.wrap(Arrays.copyOf(sha256.digest(key.getBytes(UTF_8)), BYTES)).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
