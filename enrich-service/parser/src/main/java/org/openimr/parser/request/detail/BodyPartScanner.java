package org.openimr.parser.request.detail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.CsvTable;
import org.openimr.parser.request.text.PhraseTrie;
import org.openimr.parser.request.text.PhraseTrie.PhraseMatch;
import org.openimr.parser.request.text.Tokens;

/** Finds the body parts and sides of a request by the names of {@code body_parts.csv}. */
final class BodyPartScanner {
  private static final PhraseTrie<Anatomy> NAMES = names();

  /**
   * What a phrase of the table means.
   *
   * @param part name of the body part; empty if the phrase names only a side
   * @param side empty if the phrase names no side
   */
  private record Anatomy(String part, Optional<Laterality> side) {

    /** Whether the phrase only resembles a body part: {@code by mouth}. */
    boolean isIgnored() {
      return part.isEmpty() && side.isEmpty();
    }
  }

  /**
   * A phrase found in the request.
   *
   * @param start index of its first token
   * @param end index just past its last token
   */
  private record Mention(Anatomy anatomy, int start, int end) {
    boolean isPart() {
      return !anatomy.part().isEmpty();
    }
  }

  private final Tokens tokens;
  private final List<Mention> mentions;

  private BodyPartScanner(Tokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
  }

  private static PhraseTrie<Anatomy> names() {
    PhraseTrie<Anatomy> names = new PhraseTrie<>();
    for (CsvTable.Row row : CsvTable.rows(BodyPartScanner.class, "body_parts.csv")) {
      Optional<Laterality> side =
          Optional.of(row.get("side"))
              .filter(name -> !name.isEmpty())
              .map(name -> Laterality.valueOf(name.toUpperCase(Locale.ROOT)));
      Anatomy anatomy = new Anatomy(row.get("name"), side);
      CsvTable.splitList(row.get("words")).forEach(phrase -> names.add(phrase, anatomy));
    }
    return names;
  }

  static BodyPartScanner of(Tokens tokens) {
    return new BodyPartScanner(tokens, mentions(tokens));
  }

  /** The sides in the order of the text, without duplicates. */
  List<Laterality> sides() {
    Set<Laterality> sides = new LinkedHashSet<>();
    mentions.forEach(mention -> mention.anatomy().side().ifPresent(sides::add));
    return List.copyOf(sides);
  }

  /**
   * The body parts, each with the side printed before it, else the side printed after it. A part
   * that is repeated without a side, or with the same side, is listed once.
   */
  List<BodyPart> bodyParts() {
    List<BodyPart> parts = new ArrayList<>();
    Map<String, Set<Optional<Laterality>>> sidesOfPart = new HashMap<>();
    for (int i = 0; i < mentions.size(); i++) {
      if (mentions.get(i).isPart()) {
        BodyPart part = bodyPart(i);
        Set<Optional<Laterality>> sides = sidesOfPart.get(part.name());
        if (sides == null || part.side().isPresent() && !sides.contains(part.side())) {
          sidesOfPart.computeIfAbsent(part.name(), name -> new HashSet<>(4)).add(part.side());
          parts.add(part);
        }
      }
    }
    return List.copyOf(parts);
  }

  private BodyPart bodyPart(int index) {
    Mention part = mentions.get(index);
    Optional<Mention> before = sideBefore(index);
    Optional<Mention> after = before.isPresent() ? Optional.empty() : sideAfter(index);
    int start = before.map(Mention::start).orElse(part.start());
    int end = after.map(Mention::end).orElse(part.end());
    Optional<Laterality> side =
        part.anatomy().side().or(() -> before.or(() -> after).flatMap(m -> m.anatomy().side()));
    return new BodyPart(tokens.printed(start, end - 1), part.anatomy().part(), side);
  }

  private Optional<Mention> sideBefore(int index) {
    return index > 0
            && !mentions.get(index - 1).isPart()
            && mentions.get(index - 1).end() == mentions.get(index).start()
        ? Optional.of(mentions.get(index - 1))
        : Optional.empty();
  }

  /** The side directly after a part, unless it is directly before another part. */
  private Optional<Mention> sideAfter(int index) {
    if (index + 1 >= mentions.size() || mentions.get(index + 1).isPart()) {
      return Optional.empty();
    }
    Mention side = mentions.get(index + 1);
    boolean ofNext = index + 2 < mentions.size() && mentions.get(index + 2).start() == side.end();
    return side.start() == mentions.get(index).end() && !ofNext
        ? Optional.of(side)
        : Optional.empty();
  }

  private static List<Mention> mentions(Tokens tokens) {
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int length = 1;
      Optional<PhraseMatch<Anatomy>> match = match(tokens, at);
      if (match.isPresent()) {
        length = match.get().length();
        if (!match.get().meaning().isIgnored()) {
          mentions.add(new Mention(match.get().meaning(), at, at + length));
        }
      }
      at += length;
    }
    return mentions;
  }

  private static Optional<PhraseMatch<Anatomy>> match(Tokens tokens, int at) {
    Optional<SpinalRegion> region = SpinalRegion.at(tokens, at);
    return region.isPresent()
        ? Optional.of(new PhraseMatch<>(region.get().anatomy, 2 + levelRangeLength(tokens, at + 1)))
        : NAMES.findLongestAt(tokens, at);
  }

  /** Number of tokens that make a vertebra a range of levels: {@code C5-6}, {@code L5-S1}. */
  private static int levelRangeLength(Tokens tokens, int at) {
    if (!tokens.isJoinedBy(at, "-/–")) {
      return 0;
    }
    boolean vertebra = SpinalRegion.at(tokens, at + 1).isPresent();
    return vertebra ? 2 : tokens.isNumber(at + 1) ? 1 : 0;
  }

  /** A region of the spine by the letter of its vertebrae, as in {@code L4}. */
  private enum SpinalRegion {
    C("cervical spine", 8),
    T("thoracic spine", 12),
    L("lumbar spine", 6),
    S("sacrum", 5);

    private static final int MAX_DIGITS = 2;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Anatomy anatomy;

    private final int vertebrae;

    SpinalRegion(String part, int vertebrae) {
      this.anatomy = new Anatomy(part, Optional.empty());
      this.vertebrae = vertebrae;
    }

    /** The region of the vertebra at a token: its letter directly followed by a valid number. */
    static Optional<SpinalRegion> at(Tokens tokens, int at) {
      return switch (tokens.get(at)) {
        case "c" -> C.ifVertebra(tokens, at);
        case "t" -> T.ifVertebra(tokens, at);
        case "l" -> L.ifVertebra(tokens, at);
        case "s" -> S.ifVertebra(tokens, at);
        default -> Optional.empty();
      };
    }

    private Optional<SpinalRegion> ifVertebra(Tokens tokens, int at) {
      boolean numbered = tokens.isNumber(at + 1) && tokens.isJoinedBy(at, "");
      return numbered && hasVertebra(tokens.get(at + 1)) ? Optional.of(this) : Optional.empty();
    }

    private boolean hasVertebra(String number) {
      if (number.length() > MAX_DIGITS) {
        return false;
      }
      int vertebra = Integer.parseInt(number);
      return vertebra >= 1 && vertebra <= vertebrae;
    }
  }
}
