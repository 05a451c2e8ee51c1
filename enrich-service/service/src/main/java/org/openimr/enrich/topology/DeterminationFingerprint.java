package org.openimr.enrich.topology;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.openimr.event.Determination;
import org.openimr.event.Span;
import org.openimr.event.Warning;
import org.openimr.schemas.event.Sha256;

/**
 * Computes a fingerprint of the facts of a determination, which is the same for every rendering of
 * the same letter.
 *
 * <p>Only letters and digits of a text count, so that whitespace, hyphenation and quotation marks
 * make no difference. Offsets and warnings are ignored.
 *
 * <p>Each thread reuses its buffers, so that a letter of the usual size allocates none.
 */
public final class DeterminationFingerprint {
  /** Length in bytes: a prefix of a SHA-256 that is long enough to avoid accidental collisions. */
  public static final int BYTES = 16;

  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** 1 for each ASCII character that counts, otherwise 0. */
  private static final byte[] ASCII_COUNTS = asciiCounts();

  private static final int INITIAL_BYTES = 16 * 1024;

  /** A larger buffer is released with the next letter. */
  private static final int MAX_RETAINED_BYTES = 16 * INITIAL_BYTES;

  private static final ThreadLocal<DeterminationFingerprint> THREAD_LOCAL =
      ThreadLocal.withInitial(DeterminationFingerprint::new);

  private final MessageDigest digest = Sha256.newDigest();
  private byte[] facts = new byte[INITIAL_BYTES];
  private int length;

  /** Characters of the current text. */
  private char[] chars = new char[INITIAL_BYTES];

  private DeterminationFingerprint() {}

  /** Returns the fingerprint of all facts, {@value #BYTES} bytes. */
  public static byte[] of(Determination determination) {
    DeterminationFingerprint fingerprint = empty();
    fingerprint.add(determination.getHeader());
    fingerprint.add(determination.getClinicalSummary());
    fingerprint.add(determination.getDecisions());
    fingerprint.digest.update(fingerprint.facts, 0, fingerprint.length);
    return Arrays.copyOf(fingerprint.digest.digest(), BYTES);
  }

  /** Returns a hash of one value, record or list, with the same equality as the fingerprint. */
  public static long ofValue(@Nullable Object fact) {
    DeterminationFingerprint fingerprint = empty();
    fingerprint.add(fact);
    long hash = FNV_BASIS;
    for (int i = 0; i < fingerprint.length; i++) {
      hash = (hash ^ fingerprint.facts[i]) * FNV_PRIME;
    }
    return hash;
  }

  private static DeterminationFingerprint empty() {
    if (THREAD_LOCAL.get().facts.length > MAX_RETAINED_BYTES) {
      THREAD_LOCAL.remove();
    }
    DeterminationFingerprint fingerprint = THREAD_LOCAL.get();
    fingerprint.length = 0;
    fingerprint.digest.reset();
    return fingerprint;
  }

  /** Tests for classes first, because tests for interfaces are slower. */
  private void add(@Nullable Object fact) {
    if (fact instanceof String text) {
      addText(text);
    } else if (fact instanceof SpecificRecordBase fields) {
      addFields(fields);
    } else if (fact instanceof List<?> elements) {
      addElements(elements);
    } else {
      addAscii(fact == null ? "-" : fact.toString());
    }
    addAscii("\n");
  }

  private void addFields(SpecificRecordBase fields) {
    if (fields instanceof Span || fields instanceof Warning) {
      return;
    }
    int count = fields.getSchema().getFields().size();
    for (int i = 0; i < count; i++) {
      add(fields.get(i));
    }
  }

  private void addElements(List<?> elements) {
    for (int i = 0; i < elements.size(); i++) {
      add(elements.get(i));
    }
  }

  private void addText(String text) {
    int count = text.length();
    // a non-ASCII char takes three bytes
    ensureCapacity(3 * count);
    if (chars.length < count) {
      chars = new char[2 * count];
    }
    text.getChars(0, count, chars, 0);
    char[] from = chars;
    byte[] to = facts;
    int end = length;
    for (int i = 0; i < count; i++) {
      char c = from[i];
      if (c < ASCII_COUNTS.length) {
        to[end] = (byte) c;
        end += ASCII_COUNTS[c];
      } else if (Character.isLetterOrDigit(c)) {
        to[end++] = (byte) 0xff;
        to[end++] = (byte) (c >> Byte.SIZE);
        to[end++] = (byte) c;
      }
    }
    length = end;
  }

  private void addAscii(String ascii) {
    ensureCapacity(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      facts[length++] = (byte) ascii.charAt(i);
    }
  }

  private void ensureCapacity(int additional) {
    if (length + additional >= facts.length) {
      facts = Arrays.copyOf(facts, Math.max(2 * facts.length, length + additional + 1));
    }
  }

  private static byte[] asciiCounts() {
    byte[] counts = new byte[128];
    for (char c = 0; c < counts.length; c++) {
      counts[c] = (byte) (Character.isLetterOrDigit(c) ? 1 : 0);
    }
    return counts;
  }
}
