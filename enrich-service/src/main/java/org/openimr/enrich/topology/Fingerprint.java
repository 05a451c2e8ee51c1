package org.openimr.enrich.topology;

import java.util.Arrays;
import java.util.Collection;
import org.apache.avro.generic.IndexedRecord;
import org.openimr.event.Determination;
import org.openimr.event.Span;
import org.openimr.event.Warning;
import org.openimr.schemas.Sha256;

/**
 * A fingerprint of the facts of a determination, the same for every rendering of the same letter.
 *
 * <p>Of texts only letters and digits count, so that white space, hyphens at line ends and the
 * shape of quotes do not; offsets and warnings don't count at all.
 */
public final class Fingerprint {
  /** Length in bytes: enough of a SHA-256 that no two cases meet by chance. */
  public static final int BYTES = 16;

  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private static final boolean[] ASCII_COUNTS = asciiCounts();
  private static final int USUAL_BYTES = 16 * 1024;

  private static final int FACT_BYTES = 256;

  private byte[] facts;

  /** Of the text at hand, reused. */
  private char[] chars = {};

  private int length;

  private Fingerprint(int bytes) {
    facts = new byte[bytes];
  }

  /** The fingerprint of all facts, {@value #BYTES} bytes. */
  public static byte[] of(Determination determination) {
    Fingerprint fingerprint = new Fingerprint(USUAL_BYTES);
    fingerprint.add(determination.getHeader());
    fingerprint.add(determination.getClinicalSummary());
    fingerprint.add(determination.getDecisions());
    byte[] digest = Sha256.of(Arrays.copyOf(fingerprint.facts, fingerprint.length));
    return Arrays.copyOf(digest, BYTES);
  }

  /** A hash of one fact, a record or a collection included; the same where the fingerprint is. */
  public static long ofFact(Object fact) {
    Fingerprint fingerprint = new Fingerprint(FACT_BYTES);
    fingerprint.add(fact);
    long hash = FNV_BASIS;
    for (int i = 0; i < fingerprint.length; i++) {
      hash = (hash ^ fingerprint.facts[i]) * FNV_PRIME;
    }
    return hash;
  }

  private void add(Object fact) {
    switch (fact) {
      case null -> put("-");
      case String text -> addText(text);
      case Span ignored -> {}
      case Warning ignored -> {}
      case IndexedRecord fields -> addFields(fields);
      case Collection<?> elements -> elements.forEach(this::add);
      default -> put(fact.toString());
    }
    put("\n");
  }

  private void addFields(IndexedRecord fields) {
    int count = fields.getSchema().getFields().size();
    for (int i = 0; i < count; i++) {
      add(fields.get(i));
    }
  }

  private void addText(String text) {
    // a char beyond ASCII takes three bytes
    int count = text.length();
    makeRoomFor(3 * count);
    if (chars.length < count) {
      chars = new char[2 * count];
    }
    text.getChars(0, count, chars, 0);
    for (int i = 0; i < count; i++) {
      char c = chars[i];
      if (c < ASCII_COUNTS.length) {
        facts[length] = (byte) c;
        length += ASCII_COUNTS[c] ? 1 : 0;
      } else if (Character.isLetterOrDigit(c)) {
        putBeyondAscii(c);
      }
    }
  }

  private void putBeyondAscii(char c) {
    facts[length++] = (byte) 0xff;
    facts[length++] = (byte) (c >> Byte.SIZE);
    facts[length++] = (byte) c;
  }

  private void put(String ascii) {
    makeRoomFor(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      facts[length++] = (byte) ascii.charAt(i);
    }
  }

  private void makeRoomFor(int more) {
    if (length + more >= facts.length) {
      facts = Arrays.copyOf(facts, Math.max(2 * facts.length, length + more + 1));
    }
  }

  private static boolean[] asciiCounts() {
    boolean[] counts = new boolean[128];
    for (char c = 0; c < counts.length; c++) {
      counts[c] = Character.isLetterOrDigit(c);
    }
    return counts;
  }
}
