package org.openimr.cli.lake;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.sink.lake.query.DuckDbSession;
import org.openimr.sink.lake.query.ExampleQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr lake query}. */
@Command(
    name = "query",
    description = "Asks the lake in SQL (DuckDB) and prints what comes out.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Tables: decisions (a row an item) and determinations (a row a case), with all revisions and"
          + " removals; decisions_newest and determinations_newest have the newest row of each"
          + " key.",
      "They hold clinical text: what a query selects is printed.",
      "",
      "Examples:",
      "  imr lake query --examples",
      "  imr lake query --warehouse state/lake --example outcomes-by-category",
      "  imr lake query --warehouse state/lake --format csv \"SELECT caseKey FROM"
          + " decisions_newest\""
    })
final class LakeQueryCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "SQL", description = "A query.")
  private String sql;

  @Option(names = "--example", paramLabel = "NAME", description = "A ready query.")
  private String example;

  @Option(names = "--examples", description = "Lists the ready queries.")
  private boolean examples;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "TABLE",
      description = "${COMPLETION-CANDIDATES}; without it: ${DEFAULT-VALUE}")
  private QueryResultPrinter.Format format;

  @Mixin private WarehouseOptions warehouse;

  LakeQueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (examples) {
      ExampleQuery.all()
          .forEach(each -> console.line("%-24s %s".formatted(each.name(), each.description())));
      return 0;
    }
    String query = query();
    try (DuckDbSession session = DuckDbSession.open(warehouse.settings());
        Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      new QueryResultPrinter(console, format).print(rows);
      return 0;
    } catch (SQLException e) {
      throw ClusterOptions.failure(e.getMessage());
    }
  }

  private String query() {
    if ((sql == null) == (example == null)) {
      throw ClusterOptions.failure("Give either a query or --example; --examples lists those.");
    }
    return sql != null
        ? sql
        : ExampleQuery.byName(example)
            .orElseThrow(
                () ->
                    ClusterOptions.failure(
                        "There is no example " + example + "; --examples lists them."))
            .sql();
  }
}
