package org.openimr.parser.letter.boundary;

import java.util.List;
import org.openimr.parser.letter.boundary.ClinicalWords.Share;
import org.openimr.parser.letter.conclusion.RationaleConclusion;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.OfficeWords;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Finds the text after the last rationale that is not part of the letter: signatures, copy lists,
 * proofs of service, notices of appeal, mail disclaimers, notes.
 *
 * <p>A rationale ends with its conclusion. Lines after the conclusion belong to it if they conclude
 * as well or speak of nothing but treatment.
 *
 * @param start offset at which the rationale ends, without white space before it
 * @param isDoubtful whether the text from there on could be part of the rationale
 */
public record TrailingText(int start, boolean isDoubtful) {
  /** Different words of offices by which a text is certainly not of a rationale. */
  private static final int CERTAIN_WORDS = 3;

  /** Longest text, in characters, that is certainly of an office if it begins like one. */
  private static final int MAX_SHORT = 40;

  /** Bounds the time for texts in which nearly every line may start another text. */
  private static final int MAX_EXAMINED = 60;

  /**
   * Finds the end of the last rationale.
   *
   * @param from start of the rationale
   * @param to end of the letter
   */
  public static TrailingText find(String text, int from, int to, LineWrapStyle wrapStyle) {
    int start = Whitespace.skipForward(text, from, to);
    int end = Whitespace.skipBackward(text, to, start);
    List<Passage> passages = Passage.split(text, start, end, wrapStyle);
    if (passages.size() == 1) {
      return new TrailingText(end, false);
    }
    int office = firstOffice(text, passages);
    for (int k = lastConclusion(text, passages, office) + 1; k < office; k++) {
      if (!belongsToRationale(text, passages.get(k))) {
        return cutAt(text, start, passages.get(k).start(), end);
      }
    }
    return office < passages.size()
        ? cutAt(text, start, passages.get(office).start(), end)
        : new TrailingText(end, false);
  }

  /** Returns the index of the first passage after a conclusion that is certainly of an office. */
  private static int firstOffice(String text, List<Passage> passages) {
    int examined = 0;
    for (int k = 1; k < passages.size(); k++) {
      Passage passage = passages.get(k);
      if (OfficeWords.openAt(text, passage.start(), passage.end())
          || OfficeWords.count(text, passage.start(), passage.end()) >= CERTAIN_WORDS) {
        examined++;
        if (examined > MAX_EXAMINED
            || concludes(text, passages.getFirst().start(), passage.start())) {
          return k;
        }
      }
    }
    return passages.size();
  }

  /** Returns the index of the last passage that concludes, or {@code limit - 1} if none does. */
  private static int lastConclusion(String text, List<Passage> passages, int limit) {
    for (int k = limit - 1; k >= 0; k--) {
      Passage passage = passages.get(k);
      if (concludes(text, passage.start(), passage.end())
          && (k == 0 || isOfRationale(text, passage))) {
        return k;
      }
    }
    return limit - 1;
  }

  /** Returns whether a passage that concludes is not a remark or a notice of an office. */
  private static boolean isOfRationale(String text, Passage passage) {
    return OfficeWords.count(text, passage.start(), passage.end()) <= 1
        && ClinicalWords.shareOf(text, passage.start(), passage.end()) != Share.NONE;
  }

  /** Returns whether a passage after the conclusion certainly is a remark on the treatment. */
  private static boolean belongsToRationale(String text, Passage passage) {
    if (!passage.isSentence(text) || OfficeWords.count(text, passage.start(), passage.end()) > 0) {
      return false;
    }
    Share share = ClinicalWords.shareOf(text, passage.start(), passage.end());
    return share.compareTo(passage.isSetApart() ? Share.CERTAIN : Share.SOME) >= 0;
  }

  /** Returns the warning that the text after the rationale could be part of it, or none. */
  public List<ParseWarning> warnings(NormalizedLetter letter) {
    return isDoubtful
        ? List.of(
            new ParseWarning(
                ParseWarning.Code.TEXT_EXCLUDED,
                "rationale",
                "text after the rationale, from offset "
                    + letter.sourceOffset(start)
                    + " on, was left out"))
        : List.of();
  }

  private static TrailingText cutAt(String text, int from, int start, int to) {
    boolean certain =
        OfficeWords.count(text, start, to) >= CERTAIN_WORDS
            || to - start < MAX_SHORT && OfficeWords.openAt(text, start, to);
    return new TrailingText(Whitespace.skipBackward(text, start, from), !certain);
  }

  private static boolean concludes(String text, int start, int end) {
    return RationaleConclusion.find(LineJoiner.joinLine(text, start, end)).isPresent();
  }
}
