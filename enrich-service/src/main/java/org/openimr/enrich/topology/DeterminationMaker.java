package org.openimr.enrich.topology;

import org.openimr.enrich.citation.Catalogue;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.citation.CitationReader;
import org.openimr.enrich.letter.LetterReader;
import org.openimr.enrich.letter.Reading;
import org.openimr.enrich.request.TreatmentCategories;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.DeadLetter;

/** From the text of a letter to its determination, or the reason why there is none. */
public final class DeterminationMaker {
  private final TreatmentCategories categories;
  private volatile DeterminationMapping mapping;

  private DeterminationMaker(Catalogue catalogue, TreatmentCategories categories) {
    this.categories = categories;
    use(catalogue);
  }

  /** With the catalogue and the rules that this version ships. */
  public static DeterminationMaker standard() {
    return new DeterminationMaker(CatalogueFiles.seed(), TreatmentCategories.standard());
  }

  /** Resolves citations by another catalogue from the next letter on, in one step. */
  public void use(Catalogue catalogue) {
    mapping = new DeterminationMapping(new CitationReader(catalogue), categories);
  }

  /** Either of the two. */
  public sealed interface Outcome {}

  /** The determination, as revision 1. */
  public record Made(Determination determination) implements Outcome {}

  /** Why there is none. */
  public record Refused(DeadLetter reason) implements Outcome {}

  /** Reads a letter; never throws, whatever its text is. */
  public Outcome make(LetterReceived received) {
    try {
      return switch (LetterReader.read(received.getText())) {
        case Reading.Read read -> new Made(mapping.map(received, read.letter()));
        case Reading.Unreadable unreadable -> new Refused(reason(unreadable));
      };
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Refused(InternalFault.of(e));
    }
  }

  private static DeadLetter reason(Reading.Unreadable unreadable) {
    return new DeadLetter(
        DeadLetter.Code.valueOf(unreadable.code().name()),
        EnrichTopology.STAGE,
        unreadable.field(),
        unreadable.message() + " (offset " + unreadable.offset() + ")");
  }
}
