package org.openimr.parser.letter.item;

import java.util.Optional;
import org.openimr.parser.letter.model.DisputedRequest;

/**
 * Headings of requests that were granted in part at utilization review: sentences that name the
 * original request, what of it was authorized, and what is left in dispute (LETTERS.md).
 */
public final class RequestHeadingParser {
  private static final String[] WAS_ORIGINAL = {
    " was the original request", " were the original request"
  };
  private static final String[] WAS_AUTHORIZED = {
    " was authorized by the Claims Administrator", " were authorized by the Claims Administrator"
  };
  private static final String AUTHORIZED = "Claims Administrator authorized ";
  private static final String REQUEST = "request";
  private static final String LEAVING = ", leaving ";
  private static final String[] REST = {
    "portion of the original request,", "portion of the original request", "The original request,"
  };

  private RequestHeadingParser() {}

  /** The request that a heading makes, its lines joined. */
  public static DisputedRequest parse(String heading) {
    String text = withoutVerb(heading);
    int original = indexOf(text, WAS_ORIGINAL, 0);
    if (original <= 0) {
      return new DisputedRequest(text, Optional.empty(), Optional.empty(), text);
    }
    int rest = afterSentence(text, text.indexOf(REQUEST, original) + REQUEST.length());
    Optional<String> authorized = authorized(text, rest);
    return new DisputedRequest(
        text,
        authorized.map(a -> text.substring(0, original).strip()),
        authorized,
        authorized.isEmpty() ? text : disputed(text, rest));
  }

  private static int afterSentence(String text, int end) {
    return end < text.length() && ".,;".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
  }

  private static Optional<String> authorized(String text, int from) {
    int behind = indexOf(text, WAS_AUTHORIZED, from);
    if (behind >= 0) {
      return Optional.of(text.substring(from, behind).strip());
    }
    int before = text.indexOf(AUTHORIZED, from);
    int leaving = before < 0 ? -1 : text.indexOf(LEAVING, before);
    return leaving < 0
        ? Optional.empty()
        : Optional.of(text.substring(before + AUTHORIZED.length(), leaving).strip());
  }

  private static String disputed(String text, int from) {
    for (String rest : REST) {
      int at = text.lastIndexOf(rest);
      if (at >= from) {
        return text.substring(at + rest.length()).strip();
      }
    }
    return text;
  }

  private static String withoutVerb(String heading) {
    return heading.endsWith(" is") ? heading.substring(0, heading.length() - 3).strip() : heading;
  }

  private static int indexOf(String text, String[] any, int from) {
    for (String words : any) {
      int at = text.indexOf(words, from);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }
}
