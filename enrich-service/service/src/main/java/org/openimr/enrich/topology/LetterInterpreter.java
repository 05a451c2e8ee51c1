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

/** From the text of a letter to its determination, or the reason why there is none. */
public final class LetterInterpreter {
  private final TreatmentCategoryClassifier categories;
  private volatile DeterminationMapper mapping;

  private LetterInterpreter(Catalogue catalogue, TreatmentCategoryClassifier categories) {
    this.categories = categories;
    useCatalogue(catalogue);
  }

  /** With the catalogue and the rules that this version ships. */
  public static LetterInterpreter standard() {
    return new LetterInterpreter(
        CatalogueFileReader.seedCatalogue(), TreatmentCategoryClassifier.standard());
  }

  /** Resolves citations by another catalogue from the next letter on, in one step. */
  public void useCatalogue(Catalogue catalogue) {
    mapping = new DeterminationMapper(new CitationParser(catalogue), categories);
  }

  /** Either of the two. */
  public sealed interface Result {}

  /** The determination, as revision 1. */
  public record Interpreted(Determination determination) implements Result {}

  /** Why there is none. */
  public record Rejected(DeadLetterReason reason) implements Result {}

  /** Reads a letter; never throws, whatever its text is. */
  public Result interpret(LetterReceived received) {
    try {
      return switch (LetterParser.parse(received.getText())) {
        case ParseResult.Parsed read -> new Interpreted(mapping.map(received, read.letter()));
        case ParseResult.Failed unreadable -> new Rejected(reason(unreadable));
      };
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Rejected(InternalErrors.toDeadLetter(e));
    }
  }

  private static DeadLetterReason reason(ParseResult.Failed unreadable) {
    return new DeadLetterReason(
        DeadLetterReason.Code.valueOf(unreadable.code().name()),
        EnrichTopology.STAGE,
        unreadable.field(),
        unreadable.message() + " (offset " + unreadable.offset() + ")");
  }
}
