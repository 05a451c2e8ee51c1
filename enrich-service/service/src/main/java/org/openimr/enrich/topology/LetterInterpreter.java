package org.openimr.enrich.topology;

import org.openimr.enrich.mapping.DeterminationMapper;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;
import org.openimr.schemas.event.DeadLetterReason;

/** Interprets the text of a letter: parses it and maps it to a determination. Thread-safe. */
public final class LetterInterpreter {
  private final TreatmentCategoryClassifier categories;
  private volatile DeterminationMapper mapper;

  private LetterInterpreter(Catalogue catalogue, TreatmentCategoryClassifier categories) {
    this.categories = categories;
    useCatalogue(catalogue);
  }

  /** Returns an interpreter with the catalogue and the rules that are part of this version. */
  public static LetterInterpreter standard() {
    return new LetterInterpreter(
        CatalogueFileReader.seedCatalogue(), TreatmentCategoryClassifier.standard());
  }

  /** Replaces the catalogue atomically, effective from the next letter. */
  public void useCatalogue(Catalogue catalogue) {
    mapper = new DeterminationMapper(new CitationParser(catalogue), categories);
  }

  /** The result of interpreting a letter. */
  public sealed interface Result {}

  /** The letter was interpreted; the determination is revision 1. */
  public record Interpreted(Determination determination) implements Result {}

  /** The letter was rejected. */
  public record Rejected(DeadLetterReason reason) implements Result {}

  /**
   * Interprets a letter. Never throws because of the letter's text.
   *
   * <p>A stack overflow is caught, because the depth of recursion in regular expressions depends on
   * the text. An {@code OutOfMemoryError} is not: it is a state of the process, which must exit
   * instead of rejecting the letters that happen to be processed.
   */
  public Result interpret(LetterReceived received) {
    try {
      return switch (LetterParser.parse(received.getText())) {
        case ParseResult.Parsed parsed -> new Interpreted(mapper.map(received, parsed.letter()));
        case ParseResult.Failed failure -> new Rejected(reason(failure));
      };
    } catch (RuntimeException | StackOverflowError e) {
      return new Rejected(InternalErrors.toDeadLetter(e));
    }
  }

  private static DeadLetterReason reason(ParseResult.Failed failure) {
    return new DeadLetterReason(
        code(failure.code()),
        EnrichTopology.STAGE,
        failure.field(),
        failure.message() + " (offset " + failure.offset() + ")");
  }

  private static DeadLetterReason.Code code(ParseResult.FailureCode code) {
    return switch (code) {
      case NOT_A_LETTER -> DeadLetterReason.Code.NOT_A_LETTER;
      case SEVERAL_LETTERS -> DeadLetterReason.Code.SEVERAL_LETTERS;
      case PAGE_ORDER -> DeadLetterReason.Code.PAGE_ORDER;
      case UNKNOWN_LAYOUT -> DeadLetterReason.Code.UNKNOWN_LAYOUT;
      case NO_ITEMS -> DeadLetterReason.Code.NO_ITEMS;
      case ITEM_INCOMPLETE -> DeadLetterReason.Code.ITEM_INCOMPLETE;
    };
  }
}
