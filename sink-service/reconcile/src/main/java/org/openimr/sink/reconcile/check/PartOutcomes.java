package org.openimr.sink.reconcile.check;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.openimr.schemas.event.LetterPart;

/**
 * The letters of documents with several letters, by the position of the document on the raw topic.
 *
 * <p>After a reset a newer version may divide a document into another number of letters; the parts
 * of each division are kept apart.
 */
final class PartOutcomes {
  private final Map<RawPosition, Map<Integer, BitSet>> documents = new HashMap<>();

  private record RawPosition(int partition, long offset) {}

  /**
   * Adds a letter.
   *
   * @return whether it was not there before
   */
  boolean add(int partition, long offset, LetterPart part) {
    BitSet found =
        documents
            .computeIfAbsent(new RawPosition(partition, offset), ignored -> new TreeMap<>())
            .computeIfAbsent(part.count(), ignored -> new BitSet());
    boolean isNew = !found.get(part.number());
    found.set(part.number());
    return isNew;
  }

  /**
   * Returns the letters of a document that are missing, of the division that lacks the fewest;
   * empty for a document without parts.
   *
   * @param requested the only part that the raw record replays; all parts if empty, or if the
   *     document was divided into another number of letters
   */
  List<LetterPart> missing(int partition, long offset, Optional<LetterPart> requested) {
    return documents.getOrDefault(new RawPosition(partition, offset), Map.of()).entrySet().stream()
        .map(division -> missing(division.getKey(), division.getValue(), requested))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static List<LetterPart> missing(int count, BitSet found, Optional<LetterPart> requested) {
    return IntStream.rangeClosed(1, count)
        .filter(number -> !found.get(number))
        .mapToObj(number -> new LetterPart(number, count))
        .filter(
            part -> requested.filter(only -> only.count() == count).map(part::equals).orElse(true))
        .toList();
  }
}
