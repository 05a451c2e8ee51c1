package org.openimr.tools.generator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.tools.generator.content.CaseGenerator;
import org.openimr.tools.generator.content.CaseGenerator.GeneratedCase;
import org.openimr.tools.generator.layout.CharacterSubstitution;
import org.openimr.tools.generator.layout.LineSetter;
import org.openimr.tools.generator.layout.NoticeLayoutWriter;
import org.openimr.tools.generator.layout.ProfessionalReviewLayoutWriter;
import org.openimr.tools.generator.layout.StandardLayoutWriter;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratedLetter.SendReason;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.LetterLabel;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.CatalogueVocabulary;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;

/**
 * Generates letters. A letter depends only on the settings and its index, so that any thread can
 * generate it again without the letters before it.
 */
public final class LetterGenerator {
  /** Relative frequency of each layout, in the order of {@link LetterLayout}. */
  private static final int[] LAYOUT_WEIGHTS = {88, 4, 5, 3};

  private static final long SEND_REASON = 1;
  private static final long CASE = 2;
  private static final long REVISION = 3;
  private static final long RENDERING = 4;

  /** Maximum distance to an earlier letter that is resent or revised. */
  private static final int MAX_DISTANCE = 1000;

  /** Noises that change facts of the case, and therefore apply to all its renderings. */
  private static final Set<Noise> CASE_NOISES =
      Set.of(Noise.CURLY_QUOTES, Noise.TYPING_ERRORS, Noise.REDACTION);

  /** Loaded by the first generator that needs it. */
  private static final class SeedCatalogue {
    static final GuidelineVocabulary VOCABULARY =
        new CatalogueVocabulary(CatalogueFileReader.seedGuidelines());
  }

  private final GeneratorSettings settings;
  private final CaseGenerator cases;
  private final List<Rendering> renderings;

  /** Creates a generator that cites the guidelines of the built-in catalogue. */
  public LetterGenerator(GeneratorSettings settings) {
    this(settings, SeedCatalogue.VOCABULARY);
  }

  /** Creates a generator that cites the guidelines of a vocabulary. */
  public LetterGenerator(GeneratorSettings settings, GuidelineVocabulary vocabulary) {
    this.settings = settings;
    cases = new CaseGenerator(settings, vocabulary);
    renderings = settings.renderings().stream().sorted().toList();
  }

  /**
   * Generates a letter.
   *
   * @param index starts at 0
   */
  public GeneratedLetter generate(long index) {
    long source = index;
    while (sendReason(source) == SendReason.RESENT) {
      source = earlierIndex(source);
    }
    long first = source;
    while (sendReason(first) != SendReason.FIRST) {
      first = earlierIndex(first);
    }
    SeededRandom facts = new SeededRandom(settings.seed() + CASE, first);
    LetterLayout layout = layout(facts);
    if (first != index && !hasCaseNumber(layout)) {
      // Without a case number, only an identical letter belongs to the same case.
      return generate(first, first, SendReason.FIRST, first).resentAs(index);
    }
    return generate(index, first, sendReason(index), source);
  }

  private static boolean hasCaseNumber(LetterLayout layout) {
    return layout == LetterLayout.STANDARD || layout == LetterLayout.DOCUMENTS_REVIEWED;
  }

  private GeneratedLetter generate(long index, long first, SendReason sendReason, long source) {
    SeededRandom facts = new SeededRandom(settings.seed() + CASE, first);
    LetterLayout layout = layout(facts);
    Era era = era(layout, facts);
    Set<Noise> noises = noises(facts, true);
    GeneratedCase firstCase = cases.generate(first, layout, era, noises, facts);
    GeneratedCase revision =
        source == first
            ? firstCase
            : cases.revise(firstCase, new SeededRandom(settings.seed() + REVISION, source));
    return print(index, first, sendReason, era, noises, revision);
  }

  private GeneratedLetter print(
      long index,
      long first,
      SendReason sendReason,
      Era era,
      Set<Noise> facts,
      GeneratedCase revision) {
    SeededRandom random = new SeededRandom(settings.seed() + RENDERING, index);
    Rendering rendering = random.pick(renderings);
    Set<Noise> noises = noises(random, false);
    noises.addAll(facts);
    if (settings.resentShare() > 0) {
      // A hyphen at a line break would be indistinguishable from a hyphen in the word: other facts.
      noises.remove(Noise.BROKEN_WORDS);
    }
    LetterLabel label =
        noises.contains(Noise.CURLY_QUOTES)
            ? CharacterSubstitution.withCurlyQuotes(revision.label())
            : revision.label();
    LetterContent content =
        switch (label.layout()) {
          case STANDARD, DOCUMENTS_REVIEWED ->
              StandardLayoutWriter.write(label, revision.dates(), random);
          case NOTICE -> NoticeLayoutWriter.write(label, revision.dates(), random);
          case PROFESSIONAL_REVIEW -> ProfessionalReviewLayoutWriter.write(label);
        };
    List<String> pages = LineSetter.setPages(content, rendering, noises, random);
    return new GeneratedLetter(
        GeneratedLetter.name(label, index),
        index,
        first,
        sendReason,
        era,
        rendering,
        noises,
        content,
        pages,
        label);
  }

  private SendReason sendReason(long index) {
    if (index == 0 || settings.resentShare() + settings.revisedShare() == 0) {
      return SendReason.FIRST;
    }
    SeededRandom random = new SeededRandom(settings.seed() + SEND_REASON, index);
    if (random.nextBoolean(settings.resentShare())) {
      return SendReason.RESENT;
    }
    boolean revised = random.nextBoolean(settings.revisedShare() / (1 - settings.resentShare()));
    return revised ? SendReason.REVISED : SendReason.FIRST;
  }

  /** The letter that is resent or revised. */
  private long earlierIndex(long index) {
    SeededRandom random = new SeededRandom(settings.seed() + SEND_REASON, ~index);
    return index - 1 - random.nextInt((int) Math.min(index, MAX_DISTANCE));
  }

  private LetterLayout layout(SeededRandom random) {
    LetterLayout[] layouts = LetterLayout.values();
    return layouts[
        random.weightedIndex(enabledWeights(layouts, settings.layouts(), LAYOUT_WEIGHTS))];
  }

  private Era era(LetterLayout layout, SeededRandom random) {
    Era[] eras = Era.values();
    int[] weights =
        switch (layout) {
          case STANDARD -> new int[] {0, 30, 40, 30};
          case DOCUMENTS_REVIEWED -> new int[] {50, 50, 0, 0};
          case NOTICE, PROFESSIONAL_REVIEW -> new int[] {1, 0, 0, 0};
        };
    int[] enabled = enabledWeights(eras, settings.eras(), weights);
    return eras[random.weightedIndex(Arrays.stream(enabled).sum() == 0 ? weights : enabled)];
  }

  /** Copies the weights of the enabled values; those of other values are 0. */
  private static <T> int[] enabledWeights(T[] values, Set<T> enabled, int[] weights) {
    return IntStream.range(0, values.length)
        .map(i -> enabled.contains(values[i]) ? weights[i] : 0)
        .toArray();
  }

  private Set<Noise> noises(SeededRandom random, boolean ofCase) {
    Set<Noise> selected = EnumSet.noneOf(Noise.class);
    for (Noise noise : Noise.values()) {
      boolean applies = random.nextBoolean(settings.noiseShare());
      if (applies && settings.noises().contains(noise) && CASE_NOISES.contains(noise) == ofCase) {
        selected.add(noise);
      }
    }
    return selected;
  }
}
