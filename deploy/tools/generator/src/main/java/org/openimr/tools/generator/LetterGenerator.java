package org.openimr.tools.generator;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
 * Makes up letters. A letter depends on the settings and its index alone, so that any of them can
 * be had again, by any thread, without those before it.
 */
public final class LetterGenerator {
  /** How often each layout is seen, in the order of {@link LetterLayout}. */
  private static final int[] LAYOUT_WEIGHTS = {88, 4, 5, 3};

  private static final long OCCASION = 1;
  private static final long CASE = 2;
  private static final long REVISION = 3;
  private static final long RENDERING = 4;

  /** How far back the letter is that is sent again. */
  private static final int LATEST = 1000;

  /** What is a fact of the case, and so the same in all renderings of it. */
  private static final Set<Noise> FACTS =
      Set.of(Noise.CURLY_QUOTES, Noise.TYPING_ERRORS, Noise.REDACTION);

  /** Read when the first generator asks for it. */
  private static final class SeedCatalogue {
    static final GuidelineVocabulary VOCABULARY =
        new CatalogueVocabulary(CatalogueFileReader.seedGuidelines());
  }

  private final GeneratorSettings settings;
  private final CaseGenerator author;
  private final List<Rendering> renderings;

  /** Letters that cite the guidelines of the catalogue that comes with the project. */
  public LetterGenerator(GeneratorSettings settings) {
    this(settings, SeedCatalogue.VOCABULARY);
  }

  public LetterGenerator(GeneratorSettings settings, GuidelineVocabulary vocabulary) {
    this.settings = settings;
    author = new CaseGenerator(settings, vocabulary);
    renderings = settings.renderings().stream().sorted().toList();
  }

  /**
   * A letter.
   *
   * @param index from 0
   */
  public GeneratedLetter generate(long index) {
    long source = index;
    while (occasion(source) == SendReason.RESENT) {
      source = earlier(source);
    }
    long first = source;
    while (occasion(first) != SendReason.FIRST) {
      first = earlier(first);
    }
    SeededRandom facts = new SeededRandom(settings.seed() + CASE, first);
    LetterLayout layout = layout(facts);
    if (first != index && !numbered(layout)) {
      // nothing says that two such letters are of one case, unless they are the same
      return letterOf(first, first, SendReason.FIRST, first).resentAs(index);
    }
    return letterOf(index, first, occasion(index), source);
  }

  private static boolean numbered(LetterLayout layout) {
    return layout == LetterLayout.STANDARD || layout == LetterLayout.DOCUMENTS_REVIEWED;
  }

  private GeneratedLetter letterOf(long index, long first, SendReason occasion, long source) {
    SeededRandom facts = new SeededRandom(settings.seed() + CASE, first);
    LetterLayout layout = layout(facts);
    Era era = era(layout, facts);
    Set<Noise> noises = noises(facts, true);
    GeneratedCase firstCase = author.generate(first, layout, era, noises, facts);
    GeneratedCase known =
        source == first
            ? firstCase
            : author.revise(firstCase, new SeededRandom(settings.seed() + REVISION, source));
    return printed(index, first, occasion, era, noises, known);
  }

  private GeneratedLetter printed(
      long index, long first, SendReason occasion, Era era, Set<Noise> facts, GeneratedCase known) {
    SeededRandom dice = new SeededRandom(settings.seed() + RENDERING, index);
    Rendering rendering = dice.pick(renderings);
    Set<Noise> noises = noises(dice, false);
    noises.addAll(facts);
    if (settings.resentShare() > 0) {
      // a hyphen that broke a word can't be told from one of the word's own: other facts
      noises.remove(Noise.BROKEN_WORDS);
    }
    LetterLabel label =
        noises.contains(Noise.CURLY_QUOTES)
            ? CharacterSubstitution.withCurlyQuotes(known.label())
            : known.label();
    LetterContent manuscript =
        switch (label.layout()) {
          case STANDARD, DOCUMENTS_REVIEWED ->
              StandardLayoutWriter.write(label, known.dates(), dice);
          case NOTICE -> NoticeLayoutWriter.write(label, known.dates(), dice);
          case PROFESSIONAL_REVIEW -> ProfessionalReviewLayoutWriter.write(label);
        };
    String text = LineSetter.setLines(manuscript, rendering, noises, dice);
    return new GeneratedLetter(
        GeneratedLetter.name(label, index),
        index,
        first,
        occasion,
        era,
        rendering,
        noises,
        manuscript,
        text,
        label);
  }

  private SendReason occasion(long index) {
    if (index == 0 || settings.resentShare() + settings.revisedShare() == 0) {
      return SendReason.FIRST;
    }
    SeededRandom dice = new SeededRandom(settings.seed() + OCCASION, index);
    if (dice.nextBoolean(settings.resentShare())) {
      return SendReason.RESENT;
    }
    boolean revised = dice.nextBoolean(settings.revisedShare() / (1 - settings.resentShare()));
    return revised ? SendReason.REVISED : SendReason.FIRST;
  }

  /** The letter that one is sent again for, or revises. */
  private long earlier(long index) {
    SeededRandom dice = new SeededRandom(settings.seed() + OCCASION, ~index);
    return index - 1 - dice.nextInt((int) Math.min(index, LATEST));
  }

  private LetterLayout layout(SeededRandom dice) {
    int[] weights = new int[LAYOUT_WEIGHTS.length];
    for (LetterLayout layout : settings.layouts()) {
      weights[layout.ordinal()] = LAYOUT_WEIGHTS[layout.ordinal()];
    }
    return LetterLayout.values()[dice.weightedIndex(weights)];
  }

  private Era era(LetterLayout layout, SeededRandom dice) {
    int[] wanted = new int[Era.values().length];
    int[] used =
        switch (layout) {
          case STANDARD -> new int[] {0, 30, 40, 30};
          case DOCUMENTS_REVIEWED -> new int[] {50, 50, 0, 0};
          case NOTICE, PROFESSIONAL_REVIEW -> new int[] {1, 0, 0, 0};
        };
    int sum = 0;
    for (Era era : settings.eras()) {
      wanted[era.ordinal()] = used[era.ordinal()];
      sum += wanted[era.ordinal()];
    }
    return Era.values()[dice.weightedIndex(sum == 0 ? used : wanted)];
  }

  private Set<Noise> noises(SeededRandom dice, boolean facts) {
    Set<Noise> some = EnumSet.noneOf(Noise.class);
    for (Noise noise : Noise.values()) {
      boolean happens = dice.nextBoolean(settings.noiseShare());
      if (happens && settings.noises().contains(noise) && FACTS.contains(noise) == facts) {
        some.add(noise);
      }
    }
    return some;
  }
}
