package org.openimr.tools.chaos.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import org.openimr.parser.letter.header.CaseKey;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.schemas.event.Sha256;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.LetterPdfRenderer;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.LetterLabel;

/**
 * Letters with known outcomes, of all layouts. One in twenty is a PDF, some are sent again in
 * another rendering, some are revised, and one in fifty is invalid.
 */
public final class LabelledLetterSource implements LetterSource {
  private static final double RESENT = 0.08;
  private static final double REVISED = 0.08;
  private static final int INVALID_INTERVAL = 50;
  private static final int PDF_INTERVAL = 20;
  private static final int FACTS_DIGITS = 16;

  private final LetterGenerator generator;
  private final InvalidLetterSource invalid;

  /** Creates the source; the same seed gives the same letters. */
  public LabelledLetterSource(long seed) {
    generator = new LetterGenerator(GeneratorSettings.withSeed(seed).withResent(RESENT, REVISED));
    invalid = new InvalidLetterSource(seed);
  }

  @Override
  public OutgoingLetter letter(int index) {
    return index % INVALID_INTERVAL == INVALID_INTERVAL - 1
        ? invalid.letter(index, index / INVALID_INTERVAL)
        : valid(index, generator.generate(index));
  }

  private static OutgoingLetter valid(int index, GeneratedLetter letter) {
    LetterLabel label = letter.label();
    boolean hasNumber = label.header().caseNumber().isPresent();
    // Without a number the case key depends on the text, and the text of a PDF has other line
    // breaks.
    byte[] bytes =
        hasNumber && index % PDF_INTERVAL == 0
            ? LetterPdfRenderer.render(letter.content(), true)
            : letter.text().getBytes(UTF_8);
    String caseKey = label.header().caseNumber().orElseGet(() -> CaseKey.of(letter.text()));
    ExpectedOutcome expected = new ExpectedOutcome.Decided(caseKey, facts(label), outcomes(label));
    return new OutgoingLetter(bytes, new SentLetter(index, caseKey, Sha256.hex(bytes), expected));
  }

  private static String facts(LetterLabel label) {
    return Sha256.hex(label.toString().getBytes(UTF_8)).substring(0, FACTS_DIGITS);
  }

  private static String outcomes(LetterLabel label) {
    return label.items().stream()
        .map(item -> item.outcome() == DecisionOutcome.UPHELD ? "U" : "O")
        .collect(Collectors.joining());
  }
}
