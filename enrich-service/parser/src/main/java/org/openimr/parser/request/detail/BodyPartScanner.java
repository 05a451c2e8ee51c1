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
import org.openimr.parser.request.text.Tokens;

/** Parts and sides of the body that a request names, by the names of {@code body_parts.csv}. */
final class BodyPartScanner {

  /**
   * @param name empty where the words name only a side
   * @param side empty where they name no side
   */
  private record Meaning(String name, Optional<Laterality> side) {

    /** Of words that only look like a part: {@code by mouth}. */
    boolean isNothing() {
      return name.isEmpty() && side.isEmpty();
    }
  }

  private static final PhraseTrie<Meaning> NAMES = names();

  private final Tokens words;
  private final List<Named> named;

  private BodyPartScanner(Tokens words, List<Named> named) {
    this.words = words;
    this.named = named;
  }

  private static PhraseTrie<Meaning> names() {
    PhraseTrie<Meaning> names = new PhraseTrie<>();
    CsvTable.rows(BodyPartScanner.class, "body_parts.csv")
        .forEach(
            row -> {
              Meaning meaning =
                  new Meaning(
                      row.get("name"),
                      Optional.of(row.get("side"))
                          .filter(side -> !side.isEmpty())
                          .map(side -> Laterality.valueOf(side.toUpperCase(Locale.ROOT))));
              CsvTable.splitList(row.get("words")).forEach(words -> names.add(words, meaning));
            });
    return names;
  }

  private record Named(Meaning meaning, int start, int end) {
    boolean isPart() {
      return !meaning.name().isEmpty();
    }
  }

  static BodyPartScanner of(Tokens words) {
    return new BodyPartScanner(words, named(words));
  }

  /** Each side that is named, in the order of print. */
  List<Laterality> sides() {
    Set<Laterality> sides = new LinkedHashSet<>();
    named.forEach(name -> name.meaning().side().ifPresent(sides::add));
    return List.copyOf(sides);
  }

  /**
   * Each part with the side printed before it, else behind it. A part that is named again without a
   * side, or with the same, is not repeated.
   */
  List<BodyPart> bodyParts() {
    List<BodyPart> parts = new ArrayList<>();
    Map<String, Set<Optional<Laterality>>> known = new HashMap<>();
    for (int i = 0; i < named.size(); i++) {
      if (named.get(i).isPart()) {
        Sided part = sided(i);
        Set<Optional<Laterality>> sides = known.get(part.name());
        if (sides == null || part.side().isPresent() && !sides.contains(part.side())) {
          known.computeIfAbsent(part.name(), name -> new HashSet<>(4)).add(part.side());
          parts.add(
              new BodyPart(words.printed(part.start(), part.end() - 1), part.name(), part.side()));
        }
      }
    }
    return List.copyOf(parts);
  }

  /** A part and its side, from the first word of both to behind the last. */
  private record Sided(String name, Optional<Laterality> side, int start, int end) {}

  private Sided sided(int index) {
    Named part = named.get(index);
    Optional<Named> before = sideBefore(named, index);
    Optional<Named> behind = before.isPresent() ? Optional.empty() : sideAfter(named, index);
    int start = before.map(Named::start).orElse(part.start());
    int end = behind.map(Named::end).orElse(part.end());
    Optional<Laterality> side =
        part.meaning().side().or(() -> before.or(() -> behind).flatMap(n -> n.meaning().side()));
    return new Sided(part.meaning().name(), side, start, end);
  }

  private static Optional<Named> sideBefore(List<Named> named, int index) {
    return index > 0
            && !named.get(index - 1).isPart()
            && named.get(index - 1).end() == named.get(index).start()
        ? Optional.of(named.get(index - 1))
        : Optional.empty();
  }

  /** A side behind a part is the part's own unless it stands before another part. */
  private static Optional<Named> sideAfter(List<Named> named, int index) {
    if (index + 1 >= named.size() || named.get(index + 1).isPart()) {
      return Optional.empty();
    }
    Named side = named.get(index + 1);
    boolean ofNext = index + 2 < named.size() && named.get(index + 2).start() == side.end();
    return side.start() == named.get(index).end() && !ofNext ? Optional.of(side) : Optional.empty();
  }

  private static List<Named> named(Tokens words) {
    List<Named> named = new ArrayList<>();
    int at = 0;
    while (at < words.count()) {
      int length = 1;
      Optional<PhraseTrie.Match<Meaning>> hit = hit(words, at);
      if (hit.isPresent()) {
        length = hit.get().length();
        if (!hit.get().meaning().isNothing()) {
          named.add(new Named(hit.get().meaning(), at, at + length));
        }
      }
      at += length;
    }
    return named;
  }

  private static Optional<PhraseTrie.Match<Meaning>> hit(Tokens words, int at) {
    Optional<Region> region = Region.at(words, at);
    return region.isPresent()
        ? Optional.of(new PhraseTrie.Match<>(region.get().meaning(), 2 + spanLength(words, at + 1)))
        : NAMES.findLongestAt(words, at);
  }

  /** Words behind a vertebra's number that make it a span: {@code C5-6}, {@code L5-S1}. */
  private static int spanLength(Tokens words, int at) {
    if (!words.isJoinedBy(at, "-/–")) {
      return 0;
    }
    boolean level = Region.at(words, at + 1).isPresent();
    return level ? 2 : words.isNumber(at + 1) ? 1 : 0;
  }

  /** A region of the spine by the letter of its vertebrae, glued to their number: {@code L4}. */
  private enum Region {
    C("cervical spine", 8),
    T("thoracic spine", 12),
    L("lumbar spine", 6),
    S("sacrum", 5);

    private static final int MAX_DIGITS = 2;

    private final Optional<Region> found = Optional.of(this);
    private final Meaning meaning;
    private final int vertebrae;

    Region(String name, int vertebrae) {
      this.meaning = new Meaning(name, Optional.empty());
      this.vertebrae = vertebrae;
    }

    Meaning meaning() {
      return meaning;
    }

    static Optional<Region> at(Tokens words, int at) {
      return switch (words.foldedAt(at)) {
        case "c" -> C.ifNumbered(words, at);
        case "t" -> T.ifNumbered(words, at);
        case "l" -> L.ifNumbered(words, at);
        case "s" -> S.ifNumbered(words, at);
        default -> Optional.empty();
      };
    }

    private Optional<Region> ifNumbered(Tokens words, int at) {
      String number =
          words.isNumber(at + 1) && words.isJoinedBy(at, "") ? words.foldedAt(at + 1) : "";
      boolean vertebra =
          !number.isEmpty()
              && number.length() <= MAX_DIGITS
              && isFrom1To(vertebrae, Integer.parseInt(number));
      return vertebra ? found : Optional.empty();
    }

    private static boolean isFrom1To(int last, int number) {
      return number >= 1 && number <= last;
    }
  }
}
