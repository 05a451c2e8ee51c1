package org.openimr.enrich.topology;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.openimr.event.Determination;
import org.openimr.event.Span;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.parser.letter.text.TextFolding;
import org.openimr.schemas.event.Sha256;

/**
 * Computes a fingerprint of the facts of a determination, which is the same for every rendering of
 * the same letter.
 *
 * <p>Only letters and digits of a text count, so that whitespace, hyphenation and quotation marks
 * make no difference. Letters and digits that people read as equal are folded, such as composed and
 * decomposed ones. Offsets and warnings are ignored.
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

  /**
   * Codes of warnings that add a line without content. They did so when the first fingerprints were
   * persisted, and follow from facts, so that equal letters have equally many.
   */
  private static final Set<WarningCode> COUNTED_CODES =
      EnumSet.of(
          WarningCode.DATE_INVALID,
          WarningCode.DATE_ORDER,
          WarningCode.HEADER_MISSING,
          WarningCode.AGE_AMBIGUOUS,
          WarningCode.CITATION_UNRESOLVED,
          WarningCode.RATIONALE_CONTRADICTS_DECISION);

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
      if (!(elements.get(i) instanceof Warning warning)
          || COUNTED_CODES.contains(warning.getCode())) {
        add(elements.get(i));
      }
    }
  }

  private void addText(String text) {
    if (!addUnfolded(text)) {
      addFolded(TextFolding.fold(text));
    }
  }

  /** Adds a text without characters to fold, or returns false. */
  private boolean addUnfolded(String text) {
    int count = text.length();
    ensureCapacity(count);
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
      } else if (mayBeFolded(c)) {
        return false;
      }
    }
    length = end;
    return true;
  }

  private static boolean mayBeFolded(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.OTHER_NUMBER
        || type == Character.SURROGATE;
  }

  private void addFolded(String text) {
    // a non-ASCII char takes three bytes
    ensureCapacity(3 * text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ASCII_COUNTS.length) {
        facts[length] = (byte) c;
        length += ASCII_COUNTS[c];
      } else if (Character.isLetterOrDigit(c)) {
        facts[length++] = (byte) 0xff;
        facts[length++] = (byte) (c >> Byte.SIZE);
        facts[length++] = (byte) c;
      }
    }
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
