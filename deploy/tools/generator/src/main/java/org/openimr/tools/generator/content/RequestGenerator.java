package org.openimr.tools.generator.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.parser.letter.model.DisputedRequest;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.PhraseRules;

/** Makes up what items ask for, some of them granted in part at utilization review. */
final class RequestGenerator {
  /** One item in ten in all (LETTERS.md); parts of an operation are granted or not. */
  private static final double GRANTED_IN_PART = 0.125;

  private RequestGenerator() {}

  /**
   * Requests of one letter. Those behind an operation's may be parts of it, see {@link
   * #associated}.
   *
   * @param inPart whether some are granted in part
   */
  static List<DisputedRequest> generate(
      int count, boolean inPart, ProseContext scene, SeededRandom dice) {
    boolean operation = count > 3 && dice.nextBoolean(0.4);
    List<DisputedRequest> requests = new ArrayList<>(count);
    if (operation) {
      requests.add(plain(ProseGenerator.phrase(PhraseRules.SURGERY, scene, dice)));
    }
    while (requests.size() < count) {
      if (operation && dice.nextBoolean(0.7)) {
        requests.add(plain(ProseGenerator.phrase(PhraseRules.ASSOCIATED, scene, dice)));
      } else if (!requests.isEmpty() && dice.nextBoolean(0.05)) {
        requests.add(twin(requests.get(requests.size() - 1)));
      } else {
        boolean granted = dice.nextBoolean(GRANTED_IN_PART) && inPart;
        requests.add(granted ? inPart(scene, dice) : whole(scene, dice));
      }
    }
    return requests;
  }

  static boolean associated(DisputedRequest request) {
    return request.text().startsWith("Associated surgical service");
  }

  private static DisputedRequest plain(String text) {
    return new DisputedRequest(text, Optional.empty(), Optional.empty(), text);
  }

  private static DisputedRequest whole(ProseContext scene, SeededRandom dice) {
    String text = ProseGenerator.phrase(PhraseRules.TREATMENT, scene, dice);
    return plain(dice.nextBoolean(0.03) ? text.toUpperCase(Locale.ROOT) : text);
  }

  /** The same once more, or all but the same. */
  private static DisputedRequest twin(DisputedRequest request) {
    return request.original().isPresent() ? request : plain(request.text() + ", additional");
  }

  private static DisputedRequest inPart(ProseContext scene, SeededRandom dice) {
    String countable = ProseGenerator.phrase(PhraseRules.COUNTABLE, scene, dice);
    int wanted = dice.nextIntBetween(6, 90);
    int granted = dice.nextIntBetween(1, wanted - 1);
    String original = counted(countable, wanted);
    String authorized = counted(countable, granted);
    if (dice.nextBoolean(0.2)) {
      return leavingOriginal(original, authorized);
    }
    String rest = counted(countable, wanted - granted);
    if (dice.nextBoolean(0.2)) {
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

  /** {@code #} stands for how many, {@code ##} for the same behind a number sign. */
  private static String counted(String countable, int count) {
    return countable.contains("##")
        ? countable.replace("##", "#" + count)
        : countable.replace("#", Integer.toString(count));
  }
}
