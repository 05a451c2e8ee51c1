package org.openimr.generate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.letter.LayoutName;
import org.openimr.generate.CaseAuthor.Case;
import org.openimr.generate.GeneratedLetter.Occasion;

/**
 * Makes up letters. A letter depends on the settings and its index alone, so that any of them can
 * be had again, by any thread, without those before it.
 */
public final class LetterGenerator {
  /** How often each layout is seen, in the order of {@link LayoutName}. */
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
    static final Vocabulary VOCABULARY = new CatalogueVocabulary(CatalogueFiles.seedGuidelines());
  }

  private final GeneratorSettings settings;
  private final CaseAuthor author;
  private final List<Rendering> renderings;

  /** Letters that cite the guidelines of the catalogue that comes with the project. */
  public LetterGenerator(GeneratorSettings settings) {
    this(settings, SeedCatalogue.VOCABULARY);
  }

  public LetterGenerator(GeneratorSettings settings, Vocabulary vocabulary) {
    this.settings = settings;
    author = new CaseAuthor(settings, vocabulary);
    renderings = settings.renderings().stream().sorted().toList();
  }

  /**
   * A letter.
   *
   * @param index from 0
   */
  public GeneratedLetter letter(long index) {
    long source = index;
    while (occasion(source) == Occasion.RESENT) {
      source = earlier(source);
    }
    long first = source;
    while (occasion(first) != Occasion.FIRST) {
      first = earlier(first);
    }
    Dice facts = new Dice(settings.seed() + CASE, first);
    LayoutName layout = layout(facts);
    if (first != index && !numbered(layout)) {
      // nothing says that two such letters are of one case, unless they are the same
      return letterOf(first, first, Occasion.FIRST, first).again(index);
    }
    return letterOf(index, first, occasion(index), source);
  }

  private static boolean numbered(LayoutName layout) {
    return layout == LayoutName.STANDARD || layout == LayoutName.DOCUMENTS_REVIEWED;
  }

  private GeneratedLetter letterOf(long index, long first, Occasion occasion, long source) {
    Dice facts = new Dice(settings.seed() + CASE, first);
    LayoutName layout = layout(facts);
    Era era = era(layout, facts);
    Set<Noise> noises = noises(facts, true);
    Case firstCase = author.author(first, layout, era, noises, facts);
    Case known =
        source == first
            ? firstCase
            : author.revised(firstCase, new Dice(settings.seed() + REVISION, source));
    return printed(index, first, occasion, era, noises, known);
  }

  private GeneratedLetter printed(
      long index, long first, Occasion occasion, Era era, Set<Noise> facts, Case known) {
    Dice dice = new Dice(settings.seed() + RENDERING, index);
    Rendering rendering = dice.pick(renderings);
    Set<Noise> noises = noises(dice, false);
    noises.addAll(facts);
    if (settings.resentShare() > 0) {
      // a hyphen that broke a word can't be told from one of the word's own: other facts
      noises.remove(Noise.BROKEN_WORDS);
    }
    Label label =
        noises.contains(Noise.CURLY_QUOTES) ? Characters.curly(known.label()) : known.label();
    Manuscript manuscript =
        switch (label.layout()) {
          case STANDARD, DOCUMENTS_REVIEWED -> StandardForm.write(label, known.dates(), dice);
          case NOTICE -> NoticeForm.write(label, known.dates(), dice);
          case PROFESSIONAL_REVIEW -> ProfessionalReviewForm.write(label);
        };
    String text = Typesetter.set(manuscript, rendering, noises, dice);
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

  private Occasion occasion(long index) {
    if (index == 0 || settings.resentShare() + settings.revisedShare() == 0) {
      return Occasion.FIRST;
    }
    Dice dice = new Dice(settings.seed() + OCCASION, index);
    if (dice.happens(settings.resentShare())) {
      return Occasion.RESENT;
    }
    boolean revised = dice.happens(settings.revisedShare() / (1 - settings.resentShare()));
    return revised ? Occasion.REVISED : Occasion.FIRST;
  }

  /** The letter that one is sent again for, or revises. */
  private long earlier(long index) {
    Dice dice = new Dice(settings.seed() + OCCASION, ~index);
    return index - 1 - dice.below((int) Math.min(index, LATEST));
  }

  private LayoutName layout(Dice dice) {
    int[] weights = new int[LAYOUT_WEIGHTS.length];
    for (LayoutName layout : settings.layouts()) {
      weights[layout.ordinal()] = LAYOUT_WEIGHTS[layout.ordinal()];
    }
    return LayoutName.values()[dice.weighted(weights)];
  }

  private Era era(LayoutName layout, Dice dice) {
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
    return Era.values()[dice.weighted(sum == 0 ? used : wanted)];
  }

  private Set<Noise> noises(Dice dice, boolean facts) {
    Set<Noise> some = EnumSet.noneOf(Noise.class);
    for (Noise noise : Noise.values()) {
      boolean happens = dice.happens(settings.noiseShare());
      if (happens && settings.noises().contains(noise) && FACTS.contains(noise) == facts) {
        some.add(noise);
      }
    }
    return some;
  }
}
