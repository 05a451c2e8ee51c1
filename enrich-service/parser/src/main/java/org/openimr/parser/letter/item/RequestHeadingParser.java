package org.openimr.parser.letter.item;

import java.util.Optional;
import org.openimr.parser.letter.model.DisputedRequest;

/**
 * Parses the headings of requests. The heading of a request that utilization review authorized in
 * part states the original request, the authorized part and the part in dispute (LETTERS.md).
 */
public final class RequestHeadingParser {
  private static final String[] WAS_ORIGINAL = {
    " was the original request", " were the original request"
  };
  private static final String[] WAS_AUTHORIZED = {
    " was authorized by the Claims Administrator", " were authorized by the Claims Administrator"
  };
  private static final String AUTHORIZED = "Claims Administrator authorized ";
  private static final String TITLE = "Decision for ";
  private static final String REQUEST = "request";
  private static final String LEAVING = ", leaving ";
  private static final String[] DISPUTED_LABELS = {
    "portion of the original request,", "portion of the original request", "The original request,"
  };

  private RequestHeadingParser() {}

  /**
   * Parses a heading.
   *
   * @param heading the heading with its lines joined, without the decision word
   */
  public static DisputedRequest parse(String heading) {
    String text = stripTitle(stripVerb(heading));
    int original = indexOf(text, WAS_ORIGINAL, 0);
    if (original <= 0) {
      return new DisputedRequest(text, Optional.empty(), Optional.empty(), text);
    }
    int rest = skipPunctuation(text, text.indexOf(REQUEST, original) + REQUEST.length());
    Optional<String> authorized = findAuthorized(text, rest);
    return new DisputedRequest(
        text,
        authorized.map(a -> text.substring(0, original).strip()),
        authorized,
        authorized.isEmpty() ? text : findDisputed(text, rest));
  }

  private static int skipPunctuation(String text, int end) {
    return end < text.length() && ".,;".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
  }

  private static Optional<String> findAuthorized(String text, int from) {
    int authorizedEnd = indexOf(text, WAS_AUTHORIZED, from);
    if (authorizedEnd >= 0) {
      return Optional.of(text.substring(from, authorizedEnd).strip());
    }
    int before = text.indexOf(AUTHORIZED, from);
    int leaving = before < 0 ? -1 : text.indexOf(LEAVING, before);
    return leaving < 0
        ? Optional.empty()
        : Optional.of(text.substring(before + AUTHORIZED.length(), leaving).strip());
  }

  private static String findDisputed(String text, int from) {
    for (String label : DISPUTED_LABELS) {
      int at = text.lastIndexOf(label);
      if (at >= from) {
        return text.substring(at + label.length()).strip();
      }
    }
    return text;
  }

  /** Removes {@code Decision for}, which older letters print before the request. */
  private static String stripTitle(String heading) {
    boolean titled = heading.regionMatches(true, 0, TITLE, 0, TITLE.length());
    return titled && heading.length() > TITLE.length()
        ? heading.substring(TITLE.length()).strip()
        : heading;
  }

  private static String stripVerb(String heading) {
    return heading.endsWith(" is") ? heading.substring(0, heading.length() - 3).strip() : heading;
  }

  private static int indexOf(String text, String[] phrases, int from) {
    for (String phrase : phrases) {
      int at = text.indexOf(phrase, from);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }
}
