package org.openimr.tools.chaos.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.openimr.standalone.process.ChildJvm;

/** A process of this class path. */
final class ManagedJvmProcess implements ManagedProcess {
  private final ProcessKind role;
  private final ChildJvm.JavaProgram program;
  private final LogTail log;
  private final Predicate<LogTail> ready;
  private volatile Optional<ChildJvm> child = Optional.empty();

  /**
   * @param ready whether it is, given what it logged since its last start
   */
  ManagedJvmProcess(
      ProcessKind role, ChildJvm.JavaProgram program, Path log, Predicate<LogTail> ready) {
    this.role = role;
    this.program = program;
    this.log = new LogTail(log);
    this.ready = ready;
  }

  @Override
  public void start() {
    log.mark();
    child = Optional.of(ChildJvm.start(role.title(), program, log.file()));
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
  public Optional<String> findLogLine(String words) {
    return log.findLine(words);
  }

  @Override
  public void kill() {
    child.ifPresent(ChildJvm::kill);
  }
}
