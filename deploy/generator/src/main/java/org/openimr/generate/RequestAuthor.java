package org.openimr.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.enrich.letter.Request;

/** Makes up what items ask for, some of them granted in part at utilization review. */
final class RequestAuthor {
  /** One item in ten in all (LETTERS.md); parts of an operation are granted or not. */
  private static final double GRANTED_IN_PART = 0.125;

  private RequestAuthor() {}

  /**
   * Requests of one letter. Those behind an operation's may be parts of it, see {@link
   * #associated}.
   *
   * @param inPart whether some are granted in part
   */
  static List<Request> author(int count, boolean inPart, CaseScene scene, Dice dice) {
    boolean operation = count > 3 && dice.happens(0.4);
    List<Request> requests = new ArrayList<>(count);
    if (operation) {
      requests.add(plain(ProseAuthor.phrase(Phrases.SURGERY, scene, dice)));
    }
    while (requests.size() < count) {
      if (operation && dice.happens(0.7)) {
        requests.add(plain(ProseAuthor.phrase(Phrases.ASSOCIATED, scene, dice)));
      } else if (!requests.isEmpty() && dice.happens(0.05)) {
        requests.add(twin(requests.get(requests.size() - 1)));
      } else {
        boolean granted = dice.happens(GRANTED_IN_PART) && inPart;
        requests.add(granted ? inPart(scene, dice) : whole(scene, dice));
      }
    }
    return requests;
  }

  static boolean associated(Request request) {
    return request.text().startsWith("Associated surgical service");
  }

  private static Request plain(String text) {
    return new Request(text, Optional.empty(), Optional.empty(), text);
  }

  private static Request whole(CaseScene scene, Dice dice) {
    String text = ProseAuthor.phrase(Phrases.TREATMENT, scene, dice);
    return plain(dice.happens(0.03) ? text.toUpperCase(Locale.ROOT) : text);
  }

  /** The same once more, or all but the same. */
  private static Request twin(Request request) {
    return request.original().isPresent() ? request : plain(request.text() + ", additional");
  }

  private static Request inPart(CaseScene scene, Dice dice) {
    String countable = ProseAuthor.phrase(Phrases.COUNTABLE, scene, dice);
    int wanted = dice.between(6, 90);
    int granted = dice.between(1, wanted - 1);
    String original = counted(countable, wanted);
    String authorized = counted(countable, granted);
    if (dice.happens(0.2)) {
      return leavingOriginal(original, authorized);
    }
    String rest = counted(countable, wanted - granted);
    if (dice.happens(0.2)) {
      rest = Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }
    return remaining(original, authorized, rest);
  }

  private static Request remaining(String original, String authorized, String rest) {
    String text =
        original
            + " was the original request. "
            + authorized
            + " was authorized by the Claims Administrator."
            + " The remaining IMR eligible portion of the original request, "
            + rest;
    return new Request(text, Optional.of(original), Optional.of(authorized), rest);
  }

  private static Request leavingOriginal(String original, String authorized) {
    String text =
        original
            + " was the original request. The Claims Administrator authorized "
            + authorized
            + ", leaving the original request IMR eligible. The original request, "
            + original;
    return new Request(text, Optional.of(original), Optional.of(authorized), original);
  }

  /** {@code #} stands for how many, {@code ##} for the same behind a number sign. */
  private static String counted(String countable, int count) {
    return countable.contains("##")
        ? countable.replace("##", "#" + count)
        : countable.replace("#", Integer.toString(count));
  }
}
