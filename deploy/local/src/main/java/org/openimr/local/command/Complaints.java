package org.openimr.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.openimr.embedded.StartFailure;
import org.openimr.local.console.Console;
import org.openimr.sink.connect.SinkFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Failures as one sentence; the stack trace only for those who ask for it. */
final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Console console;

  Complaints(Console console) {
    this.console = console;
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

  private static String sentence(Exception failure) {
    return switch (failure) {
      case Failure told -> told.getMessage();
      case StartFailure told -> told.getMessage();
      case SinkFailure told -> told.getMessage();
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
