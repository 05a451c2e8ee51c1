package org.openimr.sink.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageResourcesTest {
  private static final Pattern IMPORT = Pattern.compile("import \\{([^}]*)} from '\\./([^']+)'");
  private static final Pattern EXPORT =
      Pattern.compile("export (?:async )?(?:function|const) (\\w+)");
  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"/([^\"]+\\.\\w+)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {"main.js", "overview.js", "case.js", "charts.js", "citations.js", "sinks.js"})
  void everyImportedNameIsExported(String module) throws Exception {
    assertThat(IMPORT.matcher(read(module)).results())
        .isNotEmpty()
        .allSatisfy(
            imported ->
                assertThat(exports(imported.group(2)))
                    .as(imported.group(2))
                    .contains(imported.group(1).strip().split(",\\s*")));
  }

  @Test
  void everyFileThatThePageReferencesExists() throws Exception {
    assertThat(REFERENCE.matcher(read("index.html")).results())
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(PageResourcesTest.class.getResource(reference.group(1)))
                    .as(reference.group(1))
                    .isNotNull());
  }

  @Test
  void everySchemaReferenceOfTheApiDocumentResolves() throws Exception {
    JsonNode document = new ObjectMapper().readTree(read("openapi.json"));

    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  private static List<String> exports(String module) throws Exception {
    return EXPORT.matcher(read(module)).results().map(export -> export.group(1)).toList();
  }

  private static String read(String name) throws Exception {
    try (InputStream file = PageResourcesTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
