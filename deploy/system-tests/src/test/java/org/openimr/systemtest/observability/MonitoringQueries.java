package org.openimr.systemtest.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What dashboards and alert rules ask for. */
final class MonitoringQueries {
  static final Path RULES = Path.of("../observability/prometheus/rules/imr.yml");
  static final Path DASHBOARDS = Path.of("../observability/grafana/dashboards");

  /** All metrics that are asked for begin so; labels don't. */
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:imr|kafka|jvm|process|system)_[a-z0-9_]+");

  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

  private MonitoringQueries() {}

  /** Queries of all dashboards, by dashboard and panel. */
  static Map<String, List<String>> queries() throws IOException {
    Map<String, List<String>> queries = new TreeMap<>();
    for (JsonNode dashboard : dashboards()) {
      for (JsonNode panel : dashboard.get("panels")) {
        List<String> asked = new ArrayList<>();
        panel.get("targets").forEach(target -> asked.add(target.get("expr").asText()));
        queries.put(dashboard.get("title").asText() + ": " + panel.get("title").asText(), asked);
      }
    }
    return queries;
  }

  static List<JsonNode> dashboards() throws IOException {
    List<JsonNode> dashboards = new ArrayList<>();
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.sorted().toList()) {
        dashboards.add(new ObjectMapper().readTree(file.toFile()));
      }
    }
    return dashboards;
  }

  /** Names of the alerts, in the order of the file. */
  static List<String> alerts() throws IOException {
    return ALERT.matcher(Files.readString(RULES)).results().map(found -> found.group(1)).toList();
  }

  /** The metrics that a query, or a file of rules, names. */
  static Set<String> metrics(String queries) {
    return METRIC
        .matcher(queries)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
