package org.openimr.generate;

import java.util.Arrays;

/** Damage that a letter may take on its way. */
enum Mutation {
  CUT {
    @Override
    String of(String text, Dice dice) {
      int start = dice.below(text.length() + 1);
      int end = dice.happens(0.5) ? text.length() : start + dice.below(text.length() - start + 1);
      return text.substring(0, start) + text.substring(end);
    }
  },
  SWAP {
    @Override
    String of(String text, Dice dice) {
      int[] cuts = cuts(4, text, dice);
      return text.substring(0, cuts[0])
          + text.substring(cuts[2], cuts[3])
          + text.substring(cuts[1], cuts[2])
          + text.substring(cuts[0], cuts[1])
          + text.substring(cuts[3]);
    }
  },
  REPEAT {
    @Override
    String of(String text, Dice dice) {
      int[] cuts = cuts(2, text, dice);
      String repeated = text.substring(cuts[0], Math.min(cuts[1], cuts[0] + 4000));
      return text.substring(0, cuts[0])
          + repeated.repeat(dice.between(2, 5))
          + text.substring(cuts[0]);
    }
  },
  INSERT {
    @Override
    String of(String text, Dice dice) {
      int at = dice.below(text.length() + 1);
      int from = dice.below(PIECES.length);
      return text.substring(0, at) + PIECES[from] + text.substring(at);
    }
  },
  SHUFFLE_LINES {
    @Override
    String of(String text, Dice dice) {
      String[] lines = text.split("\n", -1);
      int from = dice.happens(0.5) ? 0 : dice.below(lines.length);
      for (int i = lines.length - 1; i > from; i--) {
        int other = dice.between(from, i);
        String line = lines[i];
        lines[i] = lines[other];
        lines[other] = line;
      }
      return String.join("\n", lines);
    }
  },
  RANDOM_UNICODE {
    @Override
    String of(String text, Dice dice) {
      StringBuilder changed = new StringBuilder(text);
      for (int i = dice.between(1, 40); i > 0; i--) {
        // any UTF-16 code unit, halves of surrogate pairs as well
        changed.setCharAt(dice.below(changed.length()), (char) dice.below(0x10000));
      }
      return changed.toString();
    }
  };

  private static final String[] PIECES = {
    ": Upheld\n",
    ": Overturned",
    "Claims Administrator guideline:",
    "MAXIMUS guideline: ",
    "Decision rationale:",
    "\nDecision rationale:\n",
    " was the original request. ",
    "The remaining IMR eligible portion of the original request, ",
    "CLINICAL CASE SUMMARY",
    "IMR ISSUES, DECISIONS AND RATIONALES",
    "HOW THE IMR FINAL DETERMINATION WAS MADE",
    "Case Number: CM",
    "Date of Injury: 13/45/0000",
    "Page(s): 99999999999999-1",
    "Section(s):",
    "Page 2 of",
    "Decision based on MTUS ",
    "1) MAXIMUS Federal Services, Inc. has determined the request for ",
    "\f\f\f",
    "\u00ad\n",
    "-\n",
    "\u0000",
    "((((((((",
    "a 999 year old"
  };

  private static int[] cuts(int count, String text, Dice dice) {
    int[] cuts = new int[count];
    for (int i = 0; i < count; i++) {
      cuts[i] = dice.below(text.length() + 1);
    }
    Arrays.sort(cuts);
    return cuts;
  }

  abstract String of(String text, Dice dice);
}
