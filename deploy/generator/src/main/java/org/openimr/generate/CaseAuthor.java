package org.openimr.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.enrich.letter.ClinicalSummary;
import org.openimr.enrich.letter.Header;
import org.openimr.enrich.letter.LayoutName;
import org.openimr.enrich.letter.Outcome;
import org.openimr.enrich.letter.Request;
import org.openimr.enrich.letter.Reviewer;
import org.openimr.generate.BasisAuthor.Side;

/** Makes up cases: all that their letters will say. */
final class CaseAuthor {
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
  private final HeaderAuthor headers;
  private final ReviewerAuthor reviewers;
  private final BasisAuthor bases;

  /** A case, with the dates that not every layout prints. */
  record Case(Label label, Header dates, CaseScene scene) {}

  CaseAuthor(GeneratorSettings settings, Vocabulary vocabulary) {
    overturnedShare = settings.overturnedShare();
    boolean casesComeBack = settings.resentShare() + settings.revisedShare() > 0;
    blockMissingShare = casesComeBack ? 0 : BLOCK_MISSING;
    headers = new HeaderAuthor(settings.seed());
    reviewers = new ReviewerAuthor(vocabulary);
    bases = new BasisAuthor(vocabulary);
  }

  Case author(long caseIndex, LayoutName layout, Era era, Set<Noise> noises, Dice dice) {
    Header dates = headers.author(caseIndex, era, dice);
    CaseScene scene = new CaseScene(dates, dice, noises.contains(Noise.REDACTION));
    boolean inProse = ReviewerAuthor.inProse(layout, dates.decisionDate());
    Reviewer reviewer = reviewers.author(inProse, dice);
    ClinicalSummary summary = ProseAuthor.summary(scene, dice);
    Header printed = HeaderAuthor.printed(dates, layout, dice.happens(blockMissingShare));
    List<LabelledItem> items = items(layout, era, scene, noises, dice);
    return new Case(new Label(layout, printed, reviewer, summary, items), dates, scene);
  }

  private List<LabelledItem> items(
      LayoutName layout, Era era, CaseScene scene, Set<Noise> noises, Dice dice) {
    int count = layout == LayoutName.PROFESSIONAL_REVIEW ? 1 : 1 + dice.weighted(ITEM_COUNTS);
    boolean labelled =
        switch (layout) {
          case STANDARD -> true;
          case DOCUMENTS_REVIEWED -> dice.happens(0.5);
          case NOTICE, PROFESSIONAL_REVIEW -> false;
        };
    double leaning = leaning(dice);
    boolean typingErrors = noises.contains(Noise.TYPING_ERRORS);
    List<LabelledItem> items = new ArrayList<>(count);
    for (Request request : RequestAuthor.author(count, labelled, scene, dice)) {
      Outcome outcome = dice.happens(leaning) ? Outcome.OVERTURNED : Outcome.UPHELD;
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
      LayoutName layout,
      Era era,
      CaseScene scene,
      boolean typingErrors,
      Dice dice) {
    return labelled
        ? bases.author(side, era, scene, typingErrors, dice)
        : bases.prose(side, layout, dice);
  }

  /** Items of one letter tend to go the same way; the mean is the share wanted. */
  private double leaning(Dice dice) {
    double rare = overturnedShare * 0.6;
    return dice.happens(overturnedShare / 2)
        ? Math.min(1, rare + (overturnedShare - rare) / (overturnedShare / 2))
        : rare;
  }

  private static String rationale(
      Request request, Outcome outcome, int count, CaseScene scene, Dice dice) {
    boolean crowded = count > CROWDED;
    return ProseAuthor.rationale(
        scene, outcome, crowded, crowded && RequestAuthor.associated(request), dice);
  }

  /** The next revision: one item decided otherwise, for other reasons, at a later date. */
  Case revised(Case first, Dice dice) {
    Label label = first.label();
    List<LabelledItem> items = new ArrayList<>(label.items());
    int place = dice.below(items.size());
    LabelledItem item = items.get(place);
    Outcome other = item.outcome() == Outcome.UPHELD ? Outcome.OVERTURNED : Outcome.UPHELD;
    first.scene().treatment(item.request().disputed());
    items.set(
        place,
        new LabelledItem(
            item.request(),
            other,
            item.claimsAdministratorBasis(),
            item.reviewerBasis(),
            rationale(item.request(), other, items.size(), first.scene(), dice)));
    int days = dice.between(14, 90);
    if (items.size() > 1 && dice.happens(WITHDRAWN)) {
      items.removeLast();
    }
    return new Case(
        new Label(
            label.layout(),
            decidedLater(label.header(), days),
            label.reviewer(),
            label.clinicalSummary(),
            List.copyOf(items)),
        decidedLater(first.dates(), days),
        first.scene());
  }

  private static Header decidedLater(Header header, int days) {
    Optional<LocalDate> later = header.decisionDate().map(date -> date.plusDays(days));
    return new Header(
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
