package org.openimr.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.citation.Citation;
import org.openimr.enrich.citation.CitationReader;
import org.openimr.enrich.citation.GuidelineBasis;
import org.openimr.enrich.letter.Item;
import org.openimr.enrich.letter.Letter;
import org.openimr.enrich.letter.LetterReader;
import org.openimr.enrich.letter.Passage;
import org.openimr.enrich.letter.Reading;

/** Reads generated letters and tells what was not read as it was made. */
final class Readings {
  private static final int SHOWN = 20;
  private static final CitationReader CITATIONS = new CitationReader(CatalogueFiles.seed());

  private Readings() {}

  /** The first misses of the letters from {@code first} up to and without {@code end}. */
  static List<String> misses(LetterGenerator generator, long first, long end) {
    return LongStream.range(first, end)
        .parallel()
        .mapToObj(generator::letter)
        .flatMap(letter -> misses(letter).stream())
        .limit(SHOWN)
        .toList();
  }

  static List<String> misses(GeneratedLetter generated) {
    List<String> misses =
        switch (LetterReader.read(generated.text())) {
          case Reading.Read read -> misses(generated, read.letter());
          case Reading.Unreadable why -> List.of(why.code() + " " + why.field());
        };
    return misses.stream()
        .map(
            miss ->
                "letter %d, %s, %s, %s: %s"
                    .formatted(
                        generated.index(),
                        generated.label().layout(),
                        generated.rendering(),
                        generated.noises(),
                        miss))
        .toList();
  }

  private static List<String> misses(GeneratedLetter generated, Letter letter) {
    List<String> misses = new ArrayList<>(Differences.between(generated, letter));
    if (misses.isEmpty()) {
      for (Item item : letter.items()) {
        LabelledItem label = generated.label().items().get(item.number() - 1);
        basis(
            "claimsAdministratorBasis",
            label.claimsAdministratorBasis(),
            item.claimsAdministratorStatement(),
            letter,
            misses);
        basis("reviewerBasis", label.reviewerBasis(), item.reviewerStatement(), letter, misses);
      }
    }
    return misses;
  }

  private static void basis(
      String side, LabelledBasis label, Passage statement, Letter letter, List<String> misses) {
    GuidelineBasis basis = CITATIONS.read(statement, letter.header().urDenialDate());
    if (label.kind() != basis.kind()) {
      misses.add(side + ".kind: wanted " + label.kind() + " read " + basis.kind());
    }
    List<String> wanted = schedule(label);
    List<String> read = schedule(basis);
    if (!wanted.equals(read)) {
      misses.add(side + ".mtusCitations: wanted " + wanted + " read " + read);
    }
    chapters(label)
        .filter(chapters -> !chapters.equals(chapters(basis)))
        .ifPresent(
            chapters ->
                misses.add(side + ".odgChapters: wanted " + chapters + " read " + chapters(basis)));
  }

  private static List<String> schedule(LabelledBasis label) {
    return label.citations().stream()
        .filter(citation -> citation.authority() == Citation.Authority.MTUS)
        .map(
            citation ->
                citation.document().orElseThrow()
                    + citation.edition()
                    + citation.sections()
                    + citation.pages())
        .sorted()
        .toList();
  }

  private static List<String> schedule(GuidelineBasis basis) {
    return basis.citations().stream()
        .filter(citation -> citation.resolved().authority() == Citation.Authority.MTUS)
        .map(
            citation ->
                citation.resolved().document().orElse("")
                    + citation.printed().edition()
                    + citation.printed().sections()
                    + citation.printed().pages())
        .sorted()
        .toList();
  }

  /** Empty where a citation's chapters are not labelled. */
  private static Optional<List<String>> chapters(LabelledBasis label) {
    List<LabelledCitation> citations =
        label.citations().stream()
            .filter(citation -> citation.authority() == Citation.Authority.ODG)
            .toList();
    return citations.stream().allMatch(citation -> citation.chapters().isPresent())
        ? Optional.of(
            citations.stream()
                .flatMap(citation -> citation.chapters().orElseThrow().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList())
        : Optional.empty();
  }

  private static List<String> chapters(GuidelineBasis basis) {
    return basis.citations().stream()
        .filter(citation -> citation.resolved().authority() == Citation.Authority.ODG)
        .flatMap(citation -> citation.resolved().document().stream())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
