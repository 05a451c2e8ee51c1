package org.openimr.tools.generator.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.parser.letter.model.DisputedRequest;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.PhraseRules;

/** Generates requests, some of which utilization review approved in part. */
final class RequestGenerator {
  /** Gives one item in ten over all letters; parts of a surgery are never approved in part. */
  private static final double PARTIAL_APPROVAL_SHARE = 0.125;

  private RequestGenerator() {}

  /**
   * Generates the requests of a letter. Requests after a surgery may be parts of it, see {@link
   * #isAssociated}.
   *
   * @param allowsPartial whether some requests are approved in part
   */
  static List<DisputedRequest> generate(
      int count, boolean allowsPartial, ProseContext context, SeededRandom random) {
    boolean hasSurgery = count > 3 && random.nextBoolean(0.4);
    List<DisputedRequest> requests = new ArrayList<>(count);
    if (hasSurgery) {
      requests.add(plain(ProseGenerator.phrase(PhraseRules.SURGERY, context, random)));
    }
    while (requests.size() < count) {
      if (hasSurgery && random.nextBoolean(0.7)) {
        requests.add(plain(ProseGenerator.phrase(PhraseRules.ASSOCIATED, context, random)));
      } else if (!requests.isEmpty() && random.nextBoolean(0.05)) {
        requests.add(repeated(requests.get(requests.size() - 1)));
      } else {
        boolean isPartial = random.nextBoolean(PARTIAL_APPROVAL_SHARE) && allowsPartial;
        requests.add(isPartial ? partial(context, random) : whole(context, random));
      }
    }
    return requests;
  }

  static boolean isAssociated(DisputedRequest request) {
    return request.text().startsWith("Associated surgical service");
  }

  private static DisputedRequest plain(String text) {
    return new DisputedRequest(text, Optional.empty(), Optional.empty(), text);
  }

  private static DisputedRequest whole(ProseContext context, SeededRandom random) {
    String text = ProseGenerator.phrase(PhraseRules.TREATMENT, context, random);
    return plain(random.nextBoolean(0.03) ? text.toUpperCase(Locale.ROOT) : text);
  }

  /** A repeated or almost repeated request. */
  private static DisputedRequest repeated(DisputedRequest request) {
    return request.original().isPresent() ? request : plain(request.text() + ", additional");
  }

  private static DisputedRequest partial(ProseContext context, SeededRandom random) {
    String countable = ProseGenerator.phrase(PhraseRules.COUNTABLE, context, random);
    int requested = random.nextIntBetween(6, 90);
    int granted = random.nextIntBetween(1, requested - 1);
    String original = withCount(countable, requested);
    String authorized = withCount(countable, granted);
    if (random.nextBoolean(0.2)) {
      return leavingOriginal(original, authorized);
    }
    String rest = withCount(countable, requested - granted);
    if (random.nextBoolean(0.2)) {
      rest = Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }
    return remaining(original, authorized, rest);
  }

  private static DisputedRequest remaining(String original, String authorized, String rest) {
    String text =
        original
            + " was the original request. "
            + authorized
            + " was authorized by the Claims Administrator."
            + " The remaining IMR eligible portion of the original request, "
            + rest;
    return new DisputedRequest(text, Optional.of(original), Optional.of(authorized), rest);
  }

  private static DisputedRequest leavingOriginal(String original, String authorized) {
    String text =
        original
            + " was the original request. The Claims Administrator authorized "
            + authorized
            + ", leaving the original request IMR eligible. The original request, "
            + original;
    return new DisputedRequest(text, Optional.of(original), Optional.of(authorized), original);
  }

  /** Replaces {@code #} by a count, and {@code ##} by a number sign and a count. */
  private static String withCount(String countable, int count) {
    return countable.contains("##")
        ? countable.replace("##", "#" + count)
        : countable.replace("#", Integer.toString(count));
  }
}
