package org.openimr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.sink.connect.spi.SinkException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports a failure as one message on standard error; {@code --verbose} adds the stack trace. */
final class CliExceptionHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Console console;
  private final List<SubcommandProvider> providers;

  CliExceptionHandler(Console console, List<SubcommandProvider> providers) {
    this.console = console;
    this.providers = List.copyOf(providers);
  }

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    console.note("imr: " + error.getMessage());
    console.note("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    console.note("imr: " + message(failure));
    if (command.getCommandSpec().root().userObject() instanceof Imr imr && imr.verbose()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      console.note(trace.toString());
    }
    return ExitCode.FAILED;
  }

  private String message(Exception failure) {
    for (SubcommandProvider provider : providers) {
      Optional<String> explanation = provider.explain(failure);
      if (explanation.isPresent()) {
        return explanation.get();
      }
    }
    return switch (failure) {
      case CliException known -> ownMessage(known);
      case SinkException known -> ownMessage(known);
      case IllegalArgumentException invalid -> ownMessage(invalid);
      case NoSuchFileException missing -> "File not found: " + missing.getFile();
      case AccessDeniedException denied -> "Permission denied: " + denied.getFile();
      case IOException io -> ownMessage(io);
      default -> withoutMessage(failure);
    };
  }

  private static String ownMessage(Exception failure) {
    String message = failure.getMessage();
    return message == null ? withoutMessage(failure) : message;
  }

  /** Messages of other exceptions may quote a letter, so only the class is printed. */
  private static String withoutMessage(Exception failure) {
    return failure.getClass().getSimpleName() + "; repeat with --verbose for details.";
  }
}
