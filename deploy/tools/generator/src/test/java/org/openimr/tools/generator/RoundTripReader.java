package org.openimr.tools.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.GuidelineBasis;
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.SourceMappedText;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.LabelledBasis;
import org.openimr.tools.generator.model.LabelledCitation;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.variant.PlainLetterWarnings;

/** Parses generated letters and reports differences. */
final class RoundTripReader {
  private static final int MAX_MISSES = 20;
  private static final CitationParser CITATIONS =
      new CitationParser(CatalogueFileReader.seedCatalogue());

  private RoundTripReader() {}

  /**
   * The misses of many letters.
   *
   * @param silent those of letters without a warning about the extent of a text
   * @param warned those of letters with such a warning
   */
  record Misses(List<String> silent, List<String> warned) {}

  /** The misses of the letters from {@code first} to {@code end}, exclusive. */
  static Misses warnedAndSilent(LetterGenerator generator, long first, long end) {
    Map<Boolean, List<String>> bySilence =
        LongStream.range(first, end)
            .parallel()
            .mapToObj(generator::generate)
            .flatMap(
                letter -> misses(letter).stream().map(miss -> Map.entry(isWarned(letter), miss)))
            .collect(
                Collectors.partitioningBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return new Misses(bySilence.get(false), bySilence.get(true));
  }

  private static boolean isWarned(GeneratedLetter letter) {
    return LetterParser.parse(letter.text()) instanceof ParseResult.Parsed parsed
        && !Collections.disjoint(
            PlainLetterWarnings.codes(parsed.letter()),
            Set.of(ParseWarning.Code.TEXT_EXCLUDED, ParseWarning.Code.TEXT_DOUBTFUL));
  }

  /** The first misses of the letters from {@code first} to {@code end}, exclusive. */
  static List<String> misses(LetterGenerator generator, long first, long end) {
    return LongStream.range(first, end)
        .parallel()
        .mapToObj(generator::generate)
        .flatMap(letter -> misses(letter).stream())
        .limit(MAX_MISSES)
        .toList();
  }

  static List<String> misses(GeneratedLetter generated) {
    List<String> misses =
        switch (LetterParser.parse(generated.text())) {
          case ParseResult.Parsed parsed -> misses(generated, parsed.letter());
          case ParseResult.Failed failure -> List.of(failure.code() + " " + failure.field());
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
    List<String> misses = new ArrayList<>(GeneratedLetterDifferences.between(generated, letter));
    if (misses.isEmpty()) {
      for (DisputedItem item : letter.items()) {
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
      String name,
      LabelledBasis label,
      SourceMappedText statement,
      Letter letter,
      List<String> misses) {
    GuidelineBasis basis = CITATIONS.parse(statement, letter.header().urDenialDate());
    if (label.kind() != basis.kind()) {
      misses.add(name + ".kind: expected " + label.kind() + " actual " + basis.kind());
    }
    List<String> expected = mtusCitations(label);
    List<String> actual = mtusCitations(basis);
    if (!expected.equals(actual)) {
      misses.add(name + ".mtusCitations: expected " + expected + " actual " + actual);
    }
    chapters(label)
        .filter(chapters -> !chapters.equals(chapters(basis)))
        .ifPresent(
            chapters ->
                misses.add(
                    name + ".odgChapters: expected " + chapters + " actual " + chapters(basis)));
  }

  private static List<String> mtusCitations(LabelledBasis label) {
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

  private static List<String> mtusCitations(GuidelineBasis basis) {
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

  /** Empty if the chapters of a citation are not labelled. */
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
