package org.openimr.parser.letter.conclusion;

import java.util.Arrays;
import org.openimr.parser.letter.text.WordTable;

/**
 * The words of a sentence in lower case with their roles. Commas and brackets are the word {@code
 * ","}, semicolons and colons the word {@code ";"}. Hyphens separate words.
 */
final class SentenceWords {
  /** Only the last characters of a longer sentence count, so that time is linear. */
  private static final int MAX_LENGTH = 2000;

  /** Average number of characters of a word and the space after it, at least. */
  private static final int MIN_WORD_LENGTH = 3;

  private final String text;
  private int[] starts;
  private int[] ends;

  /** A bit set of roles per word, and the roles of all words. */
  private long[] roles;

  private long allRoles;
  private int count;

  private SentenceWords(String text, int capacity) {
    this.text = text;
    starts = new int[capacity];
    ends = new int[capacity];
    roles = new long[capacity];
  }

  /** Splits the sentence between two offsets into words. */
  static SentenceWords of(String text, int start, int end) {
    int i = Math.max(start, end - MAX_LENGTH);
    SentenceWords sentence = new SentenceWords(text, (end - i) / MIN_WORD_LENGTH + 1);
    while (i < end) {
      int wordEnd = wordEnd(text, i, end);
      if (wordEnd > i) {
        sentence.add(i, wordEnd, WordRole.bitsOf(text, i, wordEnd));
      } else {
        sentence.addMark(text.charAt(i), i);
        wordEnd = i + 1;
      }
      i = wordEnd;
    }
    return sentence;
  }

  private static int wordEnd(String text, int from, int end) {
    int i = from;
    while (i < end && isWordPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c > ' ' && (c == '\'' || c == '\u2019' || Character.isLetterOrDigit(c));
  }

  private void addMark(char mark, int start) {
    if (mark == ',' || mark == '(' || mark == ')') {
      add(start, start + 1, WordRole.COMMA.bit());
    } else if (mark == ';' || mark == ':') {
      add(start, start + 1, WordRole.STOP.bit());
    }
  }

  private void add(int start, int end, long bits) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      roles = Arrays.copyOf(roles, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    roles[count++] = bits;
    if (bits != 0) {
      combineWithPrevious(count - 1);
    }
    allRoles |= roles[count - 1];
  }

  /** Changes the roles of two words that together mean something else. */
  private void combineWithPrevious(int last) {
    if (is(last, WordRole.REVIEW) && is(last - 1, WordRole.EARLIER)) {
      roles[last] |= WordRole.EARLIER_REVIEW.bit();
    } else if (isWord(last - 1, "not") && isWord(last, "only")) {
      roles[last - 1] = 0;
      roles[last] = 0;
    } else if (isWord(last - 1, "far") && isWord(last, "from")) {
      roles[last] |= WordRole.ABSENCE.bit();
    }
  }

  int count() {
    return count;
  }

  /** Returns whether a word is this one, in any case. False outside the sentence. */
  boolean isWord(int index, String word) {
    return index >= 0 && index < count && WordTable.isEqual(word, text, starts[index], ends[index]);
  }

  /** Returns whether a word starts with a digit. False outside the sentence. */
  boolean isNumber(int index) {
    return index >= 0 && index < count && Character.isDigit(text.charAt(starts[index]));
  }

  /** Returns whether a word ends like an adverb. */
  boolean isAdverb(int index) {
    return text.startsWith("ly", ends[index] - 2);
  }

  /** Returns the offset of a word in the text. */
  int start(int index) {
    return starts[index];
  }

  /** Returns whether a word has a role. False outside the sentence. */
  boolean is(int index, WordRole role) {
    return index >= 0 && index < count && (roles[index] & role.bit()) != 0;
  }

  /** Returns whether a word has any of several roles. */
  boolean isAny(int index, long roleBits) {
    return (roles[index] & roleBits) != 0;
  }

  /** Returns whether the sentence has a word with any of several roles. */
  boolean containsAny(long roleBits) {
    return (allRoles & roleBits) != 0;
  }

  /** Returns whether a word between two indexes has a role. */
  boolean contains(WordRole role, int from, int to) {
    return indexOf(role, from, to) >= 0;
  }

  /** Returns the index of the first word between two indexes that has a role, or -1. */
  int indexOf(WordRole role, int from, int to) {
    if ((allRoles & role.bit()) == 0) {
      return -1;
    }
    for (int i = Math.max(0, from); i < Math.min(to, count); i++) {
      if ((roles[i] & role.bit()) != 0) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the index after the last word before an index that has a role, or 0. */
  int afterLast(WordRole role, int before) {
    int i = (allRoles & role.bit()) == 0 ? -1 : before - 1;
    while (i >= 0 && (roles[i] & role.bit()) == 0) {
      i--;
    }
    return i + 1;
  }
}
