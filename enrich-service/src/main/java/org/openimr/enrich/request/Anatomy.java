package org.openimr.enrich.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parts and sides of the body that a request names, by the names of {@code body_parts.csv}. */
final class Anatomy {

  /**
   * @param name empty where the words name only a side
   * @param side empty where they name no side
   */
  private record Meaning(String name, Optional<Laterality> side) {}

  /** Of words that only look like a part: {@code by mouth}. */
  private static final Meaning NOTHING = new Meaning("", Optional.empty());

  private static final Vocabulary<Meaning> NAMES = names();

  private final Words words;
  private final List<Named> named;

  private Anatomy(Words words, List<Named> named) {
    this.words = words;
    this.named = named;
  }

  private static Vocabulary<Meaning> names() {
    Vocabulary<Meaning> names = new Vocabulary<>();
    Table.rows("body_parts.csv")
        .forEach(
            row -> {
              Meaning meaning =
                  new Meaning(
                      row.get("name"),
                      Optional.of(row.get("side"))
                          .filter(side -> !side.isEmpty())
                          .map(side -> Laterality.valueOf(side.toUpperCase(Locale.ROOT))));
              Table.list(row.get("words")).forEach(words -> names.add(words, meaning));
            });
    return names;
  }

  private record Named(Meaning meaning, int start, int end) {
    boolean isPart() {
      return !meaning.name().isEmpty();
    }
  }

  static Anatomy of(Words words) {
    return new Anatomy(words, named(words));
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
    for (int i = 0; i < named.size(); i++) {
      if (named.get(i).isPart()) {
        BodyPart part = part(words, named, i);
        if (parts.stream().noneMatch(known -> says(known, part))) {
          parts.add(part);
        }
      }
    }
    return List.copyOf(parts);
  }

  private static boolean says(BodyPart known, BodyPart part) {
    return known.name().equals(part.name())
        && (part.side().isEmpty() || part.side().equals(known.side()));
  }

  private static BodyPart part(Words words, List<Named> named, int index) {
    Named part = named.get(index);
    Optional<Named> before = sideBefore(named, index);
    Optional<Named> behind = before.isPresent() ? Optional.empty() : sideBehind(named, index);
    int start = before.map(Named::start).orElse(part.start());
    int end = behind.map(Named::end).orElse(part.end());
    Optional<Laterality> side =
        part.meaning().side().or(() -> before.or(() -> behind).flatMap(n -> n.meaning().side()));
    return new BodyPart(words.printed(start, end - 1), part.meaning().name(), side);
  }

  private static Optional<Named> sideBefore(List<Named> named, int index) {
    return index > 0
            && !named.get(index - 1).isPart()
            && named.get(index - 1).end() == named.get(index).start()
        ? Optional.of(named.get(index - 1))
        : Optional.empty();
  }

  /** A side behind a part is the part's own unless it stands before another part. */
  private static Optional<Named> sideBehind(List<Named> named, int index) {
    if (index + 1 >= named.size() || named.get(index + 1).isPart()) {
      return Optional.empty();
    }
    Named side = named.get(index + 1);
    boolean ofNext = index + 2 < named.size() && named.get(index + 2).start() == side.end();
    return side.start() == named.get(index).end() && !ofNext ? Optional.of(side) : Optional.empty();
  }

  private static List<Named> named(Words words) {
    List<Named> named = new ArrayList<>();
    int at = 0;
    while (at < words.count()) {
      int start = at;
      Optional<Vocabulary.Hit<Meaning>> hit =
          level(words, start).or(() -> NAMES.longestAt(words, start));
      hit.filter(h -> !h.meaning().equals(NOTHING))
          .ifPresent(h -> named.add(new Named(h.meaning(), start, start + h.length())));
      at += hit.map(Vocabulary.Hit::length).orElse(1);
    }
    return named;
  }

  /** A vertebra's number glued to its letter, or a span of them: {@code L4}, {@code C5-6}. */
  private static Optional<Vocabulary.Hit<Meaning>> level(Words words, int at) {
    return spine(words, at)
        .map(name -> new Meaning(name, Optional.empty()))
        .map(meaning -> new Vocabulary.Hit<>(meaning, 2 + lengthOfSpan(words, at + 1)));
  }

  private static int lengthOfSpan(Words words, int at) {
    if (!words.joinedBy(at, "-/–")) {
      return 0;
    }
    boolean level = spine(words, at + 1).isPresent();
    return level ? 2 : words.at(at + 1).isNumber() ? 1 : 0;
  }

  private static Optional<String> spine(Words words, int at) {
    String region = words.joinedBy(at, "") && words.at(at + 1).isNumber() ? words.foldedAt(at) : "";
    return switch (region) {
      case "c" -> spine("cervical spine", 8, words.foldedAt(at + 1));
      case "t" -> spine("thoracic spine", 12, words.foldedAt(at + 1));
      case "l" -> spine("lumbar spine", 6, words.foldedAt(at + 1));
      case "s" -> spine("sacrum", 5, words.foldedAt(at + 1));
      default -> Optional.empty();
    };
  }

  private static Optional<String> spine(String name, int last, String number) {
    boolean exists = number.length() <= 2 && number.chars().allMatch(Character::isDigit);
    return exists && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= last
        ? Optional.of(name)
        : Optional.empty();
  }
}
