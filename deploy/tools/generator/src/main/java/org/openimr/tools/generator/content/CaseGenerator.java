package org.openimr.tools.generator.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.letter.model.CaseSummary;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedRequest;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.tools.generator.content.BasisGenerator.Party;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.LabelledBasis;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.LetterLabel;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;

/** Generates cases with all content of their letters. */
public final class CaseGenerator {
  /** Shares of letters with 1, 2, 3, ... items, per thousand. */
  private static final int[] ITEM_COUNTS = {
    620, 160, 75, 40, 33, 18, 16, 10, 7, 5, 4, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1
  };

  private static final int MAX_ITEMS_WITH_LONG_RATIONALES = 3;
  private static final double MISSING_HEADER_BLOCK_SHARE = 0.04;
  private final double overturnedShare;

  /** Share of revisions without the last item of their case. */
  private static final double WITHDRAWN_ITEM_SHARE = 0.2;

  private final double blockMissingShare;
  private final CaseDatesGenerator dateGenerator;
  private final ReviewerGenerator reviewers;
  private final BasisGenerator bases;

  /** A case, including the dates that its layout does not print. */
  public record GeneratedCase(LetterLabel label, LetterHeader dates, ProseContext context) {}

  public CaseGenerator(GeneratorSettings settings, GuidelineVocabulary vocabulary) {
    overturnedShare = settings.overturnedShare();
    boolean hasRepeatedCases = settings.resentShare() + settings.revisedShare() > 0;
    blockMissingShare = hasRepeatedCases ? 0 : MISSING_HEADER_BLOCK_SHARE;
    dateGenerator = new CaseDatesGenerator(settings.seed());
    reviewers = new ReviewerGenerator(vocabulary);
    bases = new BasisGenerator(vocabulary);
  }

  public GeneratedCase generate(
      long caseIndex, LetterLayout layout, Era era, Set<Noise> noises, SeededRandom random) {
    LetterHeader dates = dateGenerator.generate(caseIndex, era, random);
    ProseContext context = new ProseContext(dates, random, noises.contains(Noise.REDACTION));
    boolean isProse = ReviewerGenerator.isProse(layout, dates.decisionDate());
    ReviewerCredentials reviewer = reviewers.generate(isProse, random);
    CaseSummary summary = ProseGenerator.generateSummary(context, random);
    LetterHeader printed =
        CaseDatesGenerator.printed(dates, layout, random.nextBoolean(blockMissingShare));
    List<LabelledItem> items = items(layout, era, context, noises, random);
    return new GeneratedCase(
        new LetterLabel(layout, printed, reviewer, summary, items), dates, context);
  }

  private List<LabelledItem> items(
      LetterLayout layout, Era era, ProseContext context, Set<Noise> noises, SeededRandom random) {
    int count =
        layout == LetterLayout.PROFESSIONAL_REVIEW ? 1 : 1 + random.weightedIndex(ITEM_COUNTS);
    boolean labelled =
        switch (layout) {
          case STANDARD -> true;
          case DOCUMENTS_REVIEWED -> random.nextBoolean(0.5);
          case NOTICE, PROFESSIONAL_REVIEW -> false;
        };
    double overturnProbability = overturnProbability(random);
    boolean typingErrors = noises.contains(Noise.TYPING_ERRORS);
    List<LabelledItem> items = new ArrayList<>(count);
    for (DisputedRequest request : RequestGenerator.generate(count, labelled, context, random)) {
      DecisionOutcome outcome =
          random.nextBoolean(overturnProbability)
              ? DecisionOutcome.OVERTURNED
              : DecisionOutcome.UPHELD;
      context.treatment(request.disputed());
      items.add(
          new LabelledItem(
              request,
              outcome,
              basis(
                  Party.CLAIMS_ADMINISTRATOR, labelled, layout, era, context, typingErrors, random),
              basis(Party.REVIEWER, labelled, layout, era, context, typingErrors, random),
              rationale(request, outcome, count, context, random)));
    }
    return List.copyOf(items);
  }

  private LabelledBasis basis(
      Party party,
      boolean labelled,
      LetterLayout layout,
      Era era,
      ProseContext context,
      boolean typingErrors,
      SeededRandom random) {
    return labelled
        ? bases.generate(party, era, context, typingErrors, random)
        : bases.generateProse(party, layout, random);
  }

  /** Items of a letter tend to have the same outcome; the mean is the configured share. */
  private double overturnProbability(SeededRandom random) {
    double low = overturnedShare * 0.6;
    return random.nextBoolean(overturnedShare / 2)
        ? Math.min(1, low + (overturnedShare - low) / (overturnedShare / 2))
        : low;
  }

  private static String rationale(
      DisputedRequest request,
      DecisionOutcome outcome,
      int count,
      ProseContext context,
      SeededRandom random) {
    boolean isShort = count > MAX_ITEMS_WITH_LONG_RATIONALES;
    return ProseGenerator.generateRationale(
        context, outcome, isShort, isShort && RequestGenerator.isAssociated(request), random);
  }

  /** Generates a revision: one item with the other outcome and rationale, at a later date. */
  public GeneratedCase revise(GeneratedCase first, SeededRandom random) {
    LetterLabel label = first.label();
    List<LabelledItem> items = new ArrayList<>(label.items());
    int index = random.nextInt(items.size());
    LabelledItem item = items.get(index);
    DecisionOutcome other =
        item.outcome() == DecisionOutcome.UPHELD
            ? DecisionOutcome.OVERTURNED
            : DecisionOutcome.UPHELD;
    first.context().treatment(item.request().disputed());
    items.set(
        index,
        new LabelledItem(
            item.request(),
            other,
            item.claimsAdministratorBasis(),
            item.reviewerBasis(),
            rationale(item.request(), other, items.size(), first.context(), random)));
    int days = random.nextIntBetween(14, 90);
    if (items.size() > 1 && random.nextBoolean(WITHDRAWN_ITEM_SHARE)) {
      items.removeLast();
    }
    return new GeneratedCase(
        new LetterLabel(
            label.layout(),
            withLaterDecision(label.header(), days),
            label.reviewer(),
            label.clinicalSummary(),
            List.copyOf(items)),
        withLaterDecision(first.dates(), days),
        first.context());
  }

  private static LetterHeader withLaterDecision(LetterHeader header, int days) {
    Optional<LocalDate> later = header.decisionDate().map(date -> date.plusDays(days));
    return new LetterHeader(
        header.caseNumber(),
        header.dateAssigned(),
        header.dateOfInjury(),
        later,
        header.urDenialDate(),
        header.applicationReceived(),
        header.priority(),
        header.warnings());
  }
}
