package org.openimr.tools.generator;

import java.util.Arrays;
import org.openimr.tools.generator.model.SeededRandom;

/** Kinds of damage to the text of a letter. */
enum TextMutation {
  CUT {
    @Override
    String apply(String text, SeededRandom random) {
      int start = random.nextInt(text.length() + 1);
      int end =
          random.nextBoolean(0.5)
              ? text.length()
              : start + random.nextInt(text.length() - start + 1);
      return text.substring(0, start) + text.substring(end);
    }
  },
  SWAP {
    @Override
    String apply(String text, SeededRandom random) {
      int[] cuts = cuts(4, text, random);
      return text.substring(0, cuts[0])
          + text.substring(cuts[2], cuts[3])
          + text.substring(cuts[1], cuts[2])
          + text.substring(cuts[0], cuts[1])
          + text.substring(cuts[3]);
    }
  },
  REPEAT {
    @Override
    String apply(String text, SeededRandom random) {
      int[] cuts = cuts(2, text, random);
      String repeated = text.substring(cuts[0], Math.min(cuts[1], cuts[0] + 4000));
      return text.substring(0, cuts[0])
          + repeated.repeat(random.nextIntBetween(2, 5))
          + text.substring(cuts[0]);
    }
  },
  INSERT {
    @Override
    String apply(String text, SeededRandom random) {
      int position = random.nextInt(text.length() + 1);
      int piece = random.nextInt(PIECES.length);
      return text.substring(0, position) + PIECES[piece] + text.substring(position);
    }
  },
  SHUFFLE_LINES {
    @Override
    String apply(String text, SeededRandom random) {
      String[] lines = text.split("\n", -1);
      int from = random.nextBoolean(0.5) ? 0 : random.nextInt(lines.length);
      for (int i = lines.length - 1; i > from; i--) {
        int other = random.nextIntBetween(from, i);
        String line = lines[i];
        lines[i] = lines[other];
        lines[other] = line;
      }
      return String.join("\n", lines);
    }
  },
  RANDOM_UNICODE {
    @Override
    String apply(String text, SeededRandom random) {
      StringBuilder changed = new StringBuilder(text);
      for (int i = random.nextIntBetween(1, 40); i > 0; i--) {
        // Any UTF-16 code unit, including single surrogates.
        changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(0x10000));
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

  private static int[] cuts(int count, String text, SeededRandom random) {
    int[] cuts = new int[count];
    for (int i = 0; i < count; i++) {
      cuts[i] = random.nextInt(text.length() + 1);
    }
    Arrays.sort(cuts);
    return cuts;
  }

  abstract String apply(String text, SeededRandom random);
}
