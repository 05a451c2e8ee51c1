package org.openimr.parser.citation.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openimr.parser.citation.catalogue.Catalogue.DocumentTitle;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;

/** The names of the documents and chapters of a catalogue: their titles and aliases. */
final class DocumentNames {
  private final Collection<Guideline> guidelines;

  DocumentNames(Collection<Guideline> guidelines) {
    this.guidelines = guidelines;
  }

  /** The title that each name of an authority means; a name that is a title means itself. */
  Map<String, String> names(Authority authority) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Guideline> own = documents(authority);
    own.forEach(g -> names.putIfAbsent(g.title(), g.title()));
    own.forEach(g -> g.aliases().forEach(alias -> names.putIfAbsent(alias, g.title())));
    return names;
  }

  /** Same as above with the titles of the other documents that have the name. */
  Map<String, DocumentTitle> titles(Authority authority) {
    Map<String, Set<String>> byName = titlesByName(authority);
    Map<String, DocumentTitle> titles = new LinkedHashMap<>();
    names(authority)
        .forEach(
            (name, title) -> {
              List<String> others =
                  byName.getOrDefault(normalized(name), Set.of()).stream()
                      .filter(other -> !other.equals(title))
                      .toList();
              titles.put(name, new DocumentTitle(title, Optional.empty(), others));
            });
    return titles;
  }

  private List<Guideline> documents(Authority authority) {
    return guidelines.stream()
        .filter(g -> g.authority() == authority && !g.isWholeSource())
        .toList();
  }

  /** The titles of all documents that have a name, by normalized name. */
  private Map<String, Set<String>> titlesByName(Authority authority) {
    Map<String, Set<String>> byName = new HashMap<>();
    for (Guideline guideline : documents(authority)) {
      Stream.concat(Stream.of(guideline.title()), guideline.aliases().stream())
          .map(DocumentNames::normalized)
          .forEach(
              name ->
                  byName.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(guideline.title()));
    }
    return byName;
  }

  private static String normalized(String name) {
    return NormalizedText.of(name).toString();
  }
}
