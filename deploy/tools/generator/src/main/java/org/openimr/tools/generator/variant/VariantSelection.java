package org.openimr.tools.generator.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openimr.tools.generator.model.SeededRandom;

/** Chooses the variants of each document. */
public sealed interface VariantSelection {
  /** The name that selects {@link Mixed}. */
  String RANDOM = "random";

  /** One variant per document, in turn. */
  record InTurn(List<DocumentVariant> variants) implements VariantSelection {
    public InTurn {
      variants = List.copyOf(variants);
      if (variants.isEmpty()) {
        throw new IllegalArgumentException("at least one variant is required");
      }
    }
  }

  /** One to three random variants per document, of those that can always be noticed. */
  record Mixed() implements VariantSelection {
    private static final int[] WEIGHTS = {40, 35, 25};
    private static final List<DocumentVariant> CHOICES =
        Stream.of(DocumentVariant.values()).filter(DocumentVariant::isNoticeable).toList();
  }

  /**
   * Reads a selection from names of variants in any case.
   *
   * @throws IllegalArgumentException if a name is unknown, or {@code random} is not the only name
   */
  static VariantSelection parse(List<String> names) {
    if (names.size() == 1 && names.getFirst().equalsIgnoreCase(RANDOM)) {
      return new Mixed();
    }
    return new InTurn(names.stream().map(VariantSelection::variant).toList());
  }

  private static DocumentVariant variant(String name) {
    String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(DocumentVariant.values())
        .filter(variant -> variant.name().equals(constant))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown variant: " + name));
  }

  /** Returns the variants of a document in the order in which they are applied. */
  default List<DocumentVariant> choose(long index, SeededRandom random) {
    return switch (this) {
      case InTurn inTurn ->
          List.of(inTurn.variants().get((int) (index % inTurn.variants().size())));
      case Mixed ignored -> mix(random.weightedIndex(Mixed.WEIGHTS) + 1, random);
    };
  }

  private static List<DocumentVariant> mix(int count, SeededRandom random) {
    List<DocumentVariant> mixed = new ArrayList<>();
    while (mixed.size() < count) {
      DocumentVariant next = random.pick(Mixed.CHOICES);
      if (mixed.stream().allMatch(next::isCompatibleWith)) {
        mixed.add(next);
      }
    }
    return mixed.stream().sorted().toList();
  }
}
