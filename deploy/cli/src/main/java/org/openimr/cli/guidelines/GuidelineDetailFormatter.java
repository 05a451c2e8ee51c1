package org.openimr.cli.guidelines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.cli.console.TerminalText;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;
import org.openimr.parser.citation.model.Guideline.Topic;

/** Formats all fields of a guideline with their confidence. */
public final class GuidelineDetailFormatter {
  private final List<String> lines = new ArrayList<>();

  private GuidelineDetailFormatter() {}

  /**
   * Formats a guideline.
   *
   * @param all entries of its catalogue, for related editions
   */
  public static List<String> lines(Guideline guideline, Collection<Guideline> all) {
    GuidelineDetailFormatter formatter = new GuidelineDetailFormatter();
    formatter.facts(guideline);
    formatter.relations(guideline, all);
    formatter.topics(guideline.topics());
    return List.copyOf(formatter.lines);
  }

  private void facts(Guideline guideline) {
    field("id", guideline.id());
    field("title", guideline.title() + suffix(guideline.titleConfidence()));
    field("authority", guideline.authority().name());
    guideline.edition().ifPresent(edition -> field("edition", edition));
    guideline.publisher().ifPresent(publisher -> field("publisher", publisher));
    guideline.regulation().ifPresent(section -> field("regulation", regulation(guideline)));
    field(
        "in force", GuidelinePeriodFormatter.of(guideline) + suffix(guideline.periodConfidence()));
    guideline.aliases().forEach(alias -> field("also called", alias));
    guideline.source().ifPresent(source -> field("source", source));
  }

  private static String regulation(Guideline guideline) {
    String title = guideline.regulationTitle().map(text -> ", " + text).orElse("");
    return guideline.regulation().orElse("") + title;
  }

  private void relations(Guideline guideline, Collection<Guideline> all) {
    guideline.successor().ifPresent(id -> field("replaced by", id));
    all.stream()
        .filter(other -> isSuccessor(guideline, other))
        .forEach(
            other -> field("replaces", other.id() + ", " + GuidelinePeriodFormatter.of(other)));
    all.stream()
        .filter(other -> isOtherEdition(guideline, other))
        .forEach(
            other -> field("see also", other.id() + ", " + GuidelinePeriodFormatter.of(other)));
  }

  private static boolean isSuccessor(Guideline later, Guideline earlier) {
    return earlier.successor().equals(Optional.of(later.id()));
  }

  private static boolean isOtherEdition(Guideline guideline, Guideline other) {
    return other.authority() == guideline.authority()
        && other.title().equals(guideline.title())
        && !other.id().equals(guideline.id())
        && !isSuccessor(guideline, other)
        && !isSuccessor(other, guideline);
  }

  private void topics(List<Topic> topics) {
    if (topics.isEmpty()) {
      return;
    }
    lines.add("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("TOPIC", "NAME KNOWN", "PAGES", "PAGES KNOWN", "ID", "ALSO CALLED"));
    for (Topic topic : topics) {
      rows.add(
          List.of(
              topic.name(),
              label(topic.nameConfidence()),
              topic.pages().map(p -> p.first() + "-" + p.last()).orElse("-"),
              topic.pages().isPresent() ? label(topic.pagesConfidence()) : "-",
              topic.id().substring(topic.id().indexOf('#') + 1),
              topic.aliases().isEmpty() ? "-" : String.join(" | ", topic.aliases())));
    }
    lines.addAll(GuidelineTableFormatter.aligned(rows));
  }

  private void field(String name, String value) {
    lines.add("%-12s %s".formatted(name, TerminalText.singleLine(value)));
  }

  private static String suffix(Confidence confidence) {
    return confidence == Confidence.UNKNOWN ? "" : " (" + label(confidence) + ")";
  }

  /** {@code sourced}, {@code inferred}, {@code unsourced} or a dash. */
  static String label(Confidence confidence) {
    return confidence == Confidence.UNKNOWN ? "-" : confidence.name().toLowerCase(Locale.ROOT);
  }
}
