package org.openimr.enrich.topology;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.event.DocumentPart;
import org.openimr.event.LetterReceived;
import org.openimr.event.Source;
import org.openimr.schemas.event.StoredText;

/**
 * Bounds the values of a letter that events repeat, so that every later stage can hold them. The
 * ingest service writes such letters only; any other client may write to the topic as well.
 */
final class LetterBounds {
  /** The last time with a year of four digits, which is within the limits of all sinks. */
  private static final Instant MAX_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final int MAX_KEY_CHARACTERS = 200;

  /** The control characters that are part of the layout of a text. */
  private static final String LAYOUT = "\t\n\r\f";

  private LetterBounds() {}

  /** Returns the name of a field with a value that no event may have; empty if there is none. */
  static Optional<String> violatedField(LetterReceived letter) {
    if (!isKey(letter.getCaseKey())) {
      return Optional.of("caseKey");
    }
    if (!isKey(letter.getLetterId())) {
      return Optional.of("letterId");
    }
    if (!isPossible(letter.getSource())) {
      return Optional.of("source");
    }
    return arePossible(letter) ? Optional.empty() : Optional.of("pageStarts");
  }

  /**
   * Replaces values that are out of bounds but not needed to tell letters apart: the time of
   * receipt, the texts about the source, and control characters of the letter.
   *
   * @param recordTime valid timestamp of the record, in milliseconds
   */
  static void bound(LetterReceived letter, long recordTime) {
    Instant received = letter.getReceivedAt();
    if (received.isBefore(Instant.EPOCH) || received.isAfter(MAX_TIME)) {
      letter.setReceivedAt(Instant.ofEpochMilli(recordTime));
    }
    letter.setText(withoutControls(letter.getText()));
    Source source = letter.getSource();
    source.setName(bound(source.getName()));
    source.setUri(bound(source.getUri()));
    source.setMediaType(StoredText.bound(source.getMediaType()));
  }

  /** Replaces control characters by blanks, one by one, so that offsets stay the same. */
  private static String withoutControls(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && LAYOUT.indexOf(c) < 0) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, ' ');
      }
    }
    return clean == null ? text : clean.toString();
  }

  private static @Nullable String bound(@Nullable String text) {
    return text == null ? null : StoredText.bound(text);
  }

  private static boolean isKey(String key) {
    return !key.isEmpty()
        && key.length() <= MAX_KEY_CHARACTERS
        && key.indexOf('#') < 0
        && StoredText.bound(key).equals(key);
  }

  private static boolean isPossible(Source source) {
    DocumentPart part = source.getPart();
    return source.getSizeBytes() >= 0
        && (part == null || (part.getNumber() >= 1 && part.getNumber() <= part.getCount()));
  }

  private static boolean arePossible(LetterReceived letter) {
    int before = 0;
    for (int start : letter.getPageStarts()) {
      if (start < before || start > letter.getText().length()) {
        return false;
      }
      before = start;
    }
    return true;
  }
}
