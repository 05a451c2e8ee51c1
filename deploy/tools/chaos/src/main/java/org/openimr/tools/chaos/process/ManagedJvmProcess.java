package org.openimr.tools.chaos.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.openimr.standalone.process.ChildJvm;

/** A Java process with the class path of this one. */
final class ManagedJvmProcess implements ManagedProcess {
  private final ProcessKind kind;
  private final ChildJvm.JavaProgram program;
  private final LogTail log;
  private final Predicate<LogTail> ready;
  private volatile Optional<ChildJvm> child = Optional.empty();

  /**
   * Creates the process without starting it.
   *
   * @param ready readiness check, given the log lines since the last start
   */
  ManagedJvmProcess(
      ProcessKind kind, ChildJvm.JavaProgram program, Path log, Predicate<LogTail> ready) {
    this.kind = kind;
    this.program = program;
    this.log = new LogTail(log);
    this.ready = ready;
  }

  @Override
  public void start() {
    log.mark();
    child = Optional.of(ChildJvm.start(kind.title(), program, log.file()));
  }

  @Override
  public boolean isReady() {
    return isAlive() && ready.test(log);
  }

  @Override
  public long pid() {
    return child.map(ChildJvm::pid).orElse(0L);
  }

  @Override
  public boolean isAlive() {
    return child.filter(ChildJvm::isAlive).isPresent();
  }

  @Override
  public Optional<String> findLogLine(String text) {
    return log.findLine(text);
  }

  @Override
  public void kill() {
    child.ifPresent(ChildJvm::kill);
  }
}
