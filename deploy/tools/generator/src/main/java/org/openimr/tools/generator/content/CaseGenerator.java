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
import org.openimr.tools.generator.content.BasisGenerator.Side;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.LabelledBasis;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.LetterLabel;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;

/** Makes up cases: all that their letters will say. */
public final class CaseGenerator {
  /** Shares of letters with 1, 2, 3, ... items, in thousandths. */
  private static final int[] ITEM_COUNTS = {
    620, 160, 75, 40, 33, 18, 16, 10, 7, 5, 4, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1
  };

  private static final int CROWDED = 3;
  private static final double BLOCK_MISSING = 0.04;
  private final double overturnedShare;

  /** Share of revisions that no longer have their case's last item. */
  private static final double WITHDRAWN = 0.2;

  private final double blockMissingShare;
  private final CaseDatesGenerator headers;
  private final ReviewerGenerator reviewers;
  private final BasisGenerator bases;

  /** A case, with the dates that not every layout prints. */
  public record GeneratedCase(LetterLabel label, LetterHeader dates, ProseContext scene) {}

  public CaseGenerator(GeneratorSettings settings, GuidelineVocabulary vocabulary) {
    overturnedShare = settings.overturnedShare();
    boolean casesComeBack = settings.resentShare() + settings.revisedShare() > 0;
    blockMissingShare = casesComeBack ? 0 : BLOCK_MISSING;
    headers = new CaseDatesGenerator(settings.seed());
    reviewers = new ReviewerGenerator(vocabulary);
    bases = new BasisGenerator(vocabulary);
  }

  public GeneratedCase generate(
      long caseIndex, LetterLayout layout, Era era, Set<Noise> noises, SeededRandom dice) {
    LetterHeader dates = headers.generate(caseIndex, era, dice);
    ProseContext scene = new ProseContext(dates, dice, noises.contains(Noise.REDACTION));
    boolean inProse = ReviewerGenerator.inProse(layout, dates.decisionDate());
    ReviewerCredentials reviewer = reviewers.generate(inProse, dice);
    CaseSummary summary = ProseGenerator.generateSummary(scene, dice);
    LetterHeader printed =
        CaseDatesGenerator.printed(dates, layout, dice.nextBoolean(blockMissingShare));
    List<LabelledItem> items = items(layout, era, scene, noises, dice);
    return new GeneratedCase(
        new LetterLabel(layout, printed, reviewer, summary, items), dates, scene);
  }

  private List<LabelledItem> items(
      LetterLayout layout, Era era, ProseContext scene, Set<Noise> noises, SeededRandom dice) {
    int count =
        layout == LetterLayout.PROFESSIONAL_REVIEW ? 1 : 1 + dice.weightedIndex(ITEM_COUNTS);
    boolean labelled =
        switch (layout) {
          case STANDARD -> true;
          case DOCUMENTS_REVIEWED -> dice.nextBoolean(0.5);
          case NOTICE, PROFESSIONAL_REVIEW -> false;
        };
    double leaning = leaning(dice);
    boolean typingErrors = noises.contains(Noise.TYPING_ERRORS);
    List<LabelledItem> items = new ArrayList<>(count);
    for (DisputedRequest request : RequestGenerator.generate(count, labelled, scene, dice)) {
      DecisionOutcome outcome =
          dice.nextBoolean(leaning) ? DecisionOutcome.OVERTURNED : DecisionOutcome.UPHELD;
      scene.treatment(request.disputed());
      items.add(
          new LabelledItem(
              request,
              outcome,
              basis(Side.CLAIMS_ADMINISTRATOR, labelled, layout, era, scene, typingErrors, dice),
              basis(Side.REVIEWER, labelled, layout, era, scene, typingErrors, dice),
              rationale(request, outcome, count, scene, dice)));
    }
    return List.copyOf(items);
  }

  private LabelledBasis basis(
      Side side,
      boolean labelled,
      LetterLayout layout,
      Era era,
      ProseContext scene,
      boolean typingErrors,
      SeededRandom dice) {
    return labelled
        ? bases.generate(side, era, scene, typingErrors, dice)
        : bases.generateProse(side, layout, dice);
  }

  /** Items of one letter tend to go the same way; the mean is the share wanted. */
  private double leaning(SeededRandom dice) {
    double rare = overturnedShare * 0.6;
    return dice.nextBoolean(overturnedShare / 2)
        ? Math.min(1, rare + (overturnedShare - rare) / (overturnedShare / 2))
        : rare;
  }

  private static String rationale(
      DisputedRequest request,
      DecisionOutcome outcome,
      int count,
      ProseContext scene,
      SeededRandom dice) {
    boolean crowded = count > CROWDED;
    return ProseGenerator.generateRationale(
        scene, outcome, crowded, crowded && RequestGenerator.associated(request), dice);
  }

  /** The next revision: one item decided otherwise, for other reasons, at a later date. */
  public GeneratedCase revise(GeneratedCase first, SeededRandom dice) {
    LetterLabel label = first.label();
    List<LabelledItem> items = new ArrayList<>(label.items());
    int place = dice.nextInt(items.size());
    LabelledItem item = items.get(place);
    DecisionOutcome other =
        item.outcome() == DecisionOutcome.UPHELD
            ? DecisionOutcome.OVERTURNED
            : DecisionOutcome.UPHELD;
    first.scene().treatment(item.request().disputed());
    items.set(
        place,
        new LabelledItem(
            item.request(),
            other,
            item.claimsAdministratorBasis(),
            item.reviewerBasis(),
            rationale(item.request(), other, items.size(), first.scene(), dice)));
    int days = dice.nextIntBetween(14, 90);
    if (items.size() > 1 && dice.nextBoolean(WITHDRAWN)) {
      items.removeLast();
    }
    return new GeneratedCase(
        new LetterLabel(
            label.layout(),
            decidedLater(label.header(), days),
            label.reviewer(),
            label.clinicalSummary(),
            List.copyOf(items)),
        decidedLater(first.dates(), days),
        first.scene());
  }

  private static LetterHeader decidedLater(LetterHeader header, int days) {
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
