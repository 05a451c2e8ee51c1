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
 * Letters whose fate is known: of all layouts, some as PDF, some sent again in another rendering,
 * some revised, and one in fifty no letter at all.
 */
public final class LabelledLetterSource implements LetterSource {
  private static final double RESENT = 0.08;
  private static final double REVISED = 0.08;
  private static final int BAD_EVERY = 50;
  private static final int PDF_EVERY = 20;
  private static final int FACTS_DIGITS = 16;

  private final LetterGenerator generator;
  private final InvalidLetterSource bad;

  /** The same seed gives the same letters. */
  public LabelledLetterSource(long seed) {
    generator = new LetterGenerator(GeneratorSettings.withSeed(seed).withResent(RESENT, REVISED));
    bad = new InvalidLetterSource(seed);
  }

  @Override
  public OutgoingLetter letter(int index) {
    return index % BAD_EVERY == BAD_EVERY - 1
        ? bad.letter(index, index / BAD_EVERY)
        : good(index, generator.generate(index));
  }

  private static OutgoingLetter good(int index, GeneratedLetter letter) {
    LetterLabel label = letter.label();
    boolean numbered = label.header().caseNumber().isPresent();
    // without a number only the text tells which case it is, and a PDF's has other lines
    byte[] bytes =
        numbered && index % PDF_EVERY == 0
            ? LetterPdfRenderer.render(letter.content(), true)
            : letter.text().getBytes(UTF_8);
    String caseKey = label.header().caseNumber().orElseGet(() -> CaseKey.of(letter.text()));
    ExpectedOutcome fate = new ExpectedOutcome.Decided(caseKey, facts(label), outcomes(label));
    return new OutgoingLetter(bytes, new SentLetter(index, caseKey, Sha256.hex(bytes), fate));
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
