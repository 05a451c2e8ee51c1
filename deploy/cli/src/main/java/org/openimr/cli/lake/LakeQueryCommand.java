package org.openimr.cli.lake;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.sink.lake.query.DuckDbSession;
import org.openimr.sink.lake.query.ExampleQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imr lake query}. */
@Command(
    name = "query",
    description = "Query the lake with SQL (DuckDB) and print the result.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Tables: decisions (one row per item) and determinations (one row per case), with all"
          + " revisions and removals; decisions_newest and determinations_newest have the latest"
          + " row of each key.",
      "The tables contain clinical text, which a query prints if it selects it.",
      "",
      "Examples:",
      "  imr lake query --examples",
      "  imr lake query --warehouse state/lake --example outcomes-by-category",
      "  imr lake query --warehouse state/lake --format csv \"SELECT caseKey FROM"
          + " decisions_newest\""
    })
final class LakeQueryCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "SQL", description = "SQL query.")
  private @Nullable String sql;

  @Option(names = "--example", paramLabel = "NAME", description = "Run an example query.")
  private @Nullable String example;

  @Option(names = "--examples", description = "List the example queries.")
  private boolean examples;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private QueryResultPrinter.Format format;

  @Mixin private WarehouseOptions warehouse;
  @Spec private CommandSpec spec;

  LakeQueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (examples) {
      ExampleQuery.all()
          .forEach(each -> console.line("%-24s %s".formatted(each.name(), each.description())));
      return ExitCode.OK;
    }
    String query = query();
    try (DuckDbSession session = DuckDbSession.open(warehouse.settings());
        Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      new QueryResultPrinter(console, format).print(rows);
      return ExitCode.OK;
    } catch (SQLException e) {
      throw new CliException(Objects.requireNonNullElse(e.getMessage(), "The query failed."), e);
    }
  }

  private String query() {
    if ((sql == null) == (example == null)) {
      throw new ParameterException(
          spec.commandLine(), "Add either a query or --example; --examples lists the examples.");
    }
    return sql != null
        ? sql
        : ExampleQuery.byName(example)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "Unknown example " + example + "; --examples lists the examples."))
            .sql();
  }
}
