package org.openimr.systemtest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the commands, metrics and settings in the documentation exist. */
class DocsMatchCodeTest {
  private static final Path DOCS = Path.of("../docs");
  private static final String RUNBOOK = "runbook.md";
  private static final Pattern IN_TEXT = Pattern.compile("`imr ([a-z][^`]*)`");
  private static final Pattern IN_BLOCK = Pattern.compile("(?m)^ *(?:deploy/)?imr ([a-z].*)$");
  private static final Pattern METRIC = Pattern.compile("`(imr_[a-z_]+)");
  private static final Pattern SETTING =
      Pattern.compile(
          "`((?:ingest|enrich|sinks|monitor|reconcile|traces|log)(?:\\.[a-zA-Z0-9*]+)+)");

  /** A fictitious sink, values of the chart, and database roles. */
  private static final Set<String> OTHERS =
      Set.of(
          "sinks.archive.*",
          "sinks.egressPorts",
          "ingest.door.tls",
          "ingest.door.keys",
          "imr_reader",
          "imr_clinical_reader");

  @Test
  void documentedCommandsAndOptionsExist() throws IOException {
    Map<String, List<String>> commands = named(DocsMatchCodeTest::commands);

    assertThat(commands.get(RUNBOOK)).hasSizeGreaterThan(10);
    assertThat(commands.values().stream().mapToInt(List::size).sum()).isGreaterThan(100);
    assertThat(faults(commands, DocumentedCommandCheck::problems)).isEmpty();
  }

  @Test
  void reportsUnknownCommand() {
    assertThat(DocumentedCommandCheck.problems("dlq lst")).hasSize(1);
    assertThat(DocumentedCommandCheck.problems("dlq list --kode=X")).hasSize(1);
    assertThat(DocumentedCommandCheck.problems("dlq list --code X")).isEmpty();
  }

  @Test
  void documentedMetricsAreOnTheMetricsPage() throws IOException {
    String exposed = Files.readString(DOCS.resolve("metrics.md"));

    assertThat(unknown(METRIC, metric -> isExposed(metric, exposed))).isEmpty();
  }

  @Test
  void documentedSettingsAreOnTheSettingsPage() throws IOException {
    String known = Files.readString(DOCS.resolve("settings.md"));

    assertThat(unknown(SETTING, setting -> isKnown(setting, known))).isEmpty();
  }

  /** Returns the names that match a pattern and that neither the code nor this test knows. */
  private static List<String> unknown(Pattern form, Predicate<String> known) throws IOException {
    return faults(
        named(text -> all(form, text)),
        name -> OTHERS.contains(name) || known.test(name) ? List.of() : List.of(name));
  }

  private static boolean isExposed(String metric, String exposed) {
    return exposed.contains("| `" + metric.replaceAll("_(bucket|count|sum)$", "") + "` |");
  }

  /** {@code NAME} is a placeholder; a prefix of known settings is known as well. */
  private static boolean isKnown(String setting, String known) {
    String written = setting.replace("NAME", "*").replaceAll("\\.\\*$", "");
    return known.contains("`" + written + "`") || known.contains("`" + written + ".");
  }

  /** Returns the commands in the text and in the code blocks of a page. */
  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>(all(IN_TEXT, text));
    commands.addAll(all(IN_BLOCK, text.replaceAll("\\\\\n *", "")));
    return commands;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  /** Returns the names on each page, by page. */
  private static Map<String, List<String>> named(Function<String, List<String>> names)
      throws IOException {
    Map<String, List<String>> named = new TreeMap<>();
    try (Stream<Path> pages = Files.list(DOCS)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
        named.put(page.getFileName().toString(), names.apply(Files.readString(page)));
      }
    }
    return named;
  }

  private static List<String> faults(
      Map<String, List<String>> named, Function<String, List<String>> wrong) {
    return named.entrySet().stream()
        .flatMap(
            page ->
                page.getValue().stream()
                    .flatMap(name -> wrong.apply(name).stream())
                    .map(fault -> page.getKey() + ": " + fault))
        .toList();
  }
}
