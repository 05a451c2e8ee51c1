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

/** Failures as one sentence; the stack trace only for those who ask for it. */
final class CliExceptionHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Console console;
  private final List<SubcommandProvider> providers;

  CliExceptionHandler(Console console, List<SubcommandProvider> providers) {
    this.console = console;
    this.providers = List.copyOf(providers);
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    console.note("imr: " + wrong.getMessage());
    console.note("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    console.note("imr: " + sentence(failure));
    if (command.getCommandSpec().root().userObject() instanceof Imr imr && imr.verbose()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      console.note(trace.toString());
    }
    return ExitCode.FAILED;
  }

  private String sentence(Exception failure) {
    for (SubcommandProvider provider : providers) {
      Optional<String> explanation = provider.explain(failure);
      if (explanation.isPresent()) {
        return explanation.get();
      }
    }
    return switch (failure) {
      case CliException told -> told.getMessage();
      case SinkException told -> told.getMessage();
      case IllegalArgumentException wrong -> wrong.getMessage();
      case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
      case AccessDeniedException denied -> "No right to read or write " + denied.getFile() + ".";
      case IOException told -> told.getMessage() == null ? unexplained(told) : told.getMessage();
      default -> unexplained(failure);
    };
  }

  private static String unexplained(Exception failure) {
    return failure.getClass().getSimpleName() + "; --verbose says more.";
  }
}
