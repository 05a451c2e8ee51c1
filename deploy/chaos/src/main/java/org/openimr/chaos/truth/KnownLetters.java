package org.openimr.chaos.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import org.openimr.enrich.letter.Outcome;
import org.openimr.generate.GeneratedLetter;
import org.openimr.generate.GeneratorSettings;
import org.openimr.generate.Label;
import org.openimr.generate.LetterGenerator;
import org.openimr.generate.LetterPdf;
import org.openimr.schemas.CaseKey;
import org.openimr.schemas.Sha256;

/**
 * Letters whose fate is known: of all layouts, some as PDF, some sent again in another rendering,
 * some revised, and one in fifty no letter at all.
 */
public final class KnownLetters implements Letters {
  private static final double RESENT = 0.08;
  private static final double REVISED = 0.08;
  private static final int BAD_EVERY = 50;
  private static final int PDF_EVERY = 20;
  private static final int FACTS_DIGITS = 16;

  private final LetterGenerator generator;
  private final BadLetters bad;

  /** The same seed gives the same letters. */
  public KnownLetters(long seed) {
    generator = new LetterGenerator(GeneratorSettings.seeded(seed).withResent(RESENT, REVISED));
    bad = new BadLetters(seed);
  }

  @Override
  public Letter letter(int index) {
    return index % BAD_EVERY == BAD_EVERY - 1
        ? bad.letter(index, index / BAD_EVERY)
        : good(index, generator.letter(index));
  }

  private static Letter good(int index, GeneratedLetter letter) {
    Label label = letter.label();
    boolean numbered = label.header().caseNumber().isPresent();
    // without a number only the text tells which case it is, and a PDF's has other lines
    byte[] bytes =
        numbered && index % PDF_EVERY == 0
            ? LetterPdf.of(letter.manuscript(), true)
            : letter.text().getBytes(UTF_8);
    String caseKey = label.header().caseNumber().orElseGet(() -> CaseKey.of(letter.text()));
    Fate fate = new Fate.Decided(caseKey, facts(label), outcomes(label));
    return new Letter(bytes, new SentLetter(index, caseKey, Sha256.hex(bytes), fate));
  }

  private static String facts(Label label) {
    return Sha256.hex(label.toString().getBytes(UTF_8)).substring(0, FACTS_DIGITS);
  }

  private static String outcomes(Label label) {
    return label.items().stream()
        .map(item -> item.outcome() == Outcome.UPHELD ? "U" : "O")
        .collect(Collectors.joining());
  }
}
