package org.openimr.chaos.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.openimr.embedded.ChildJvm;

/** A process of this class path. */
final class JvmPart implements Part {
  private final Role role;
  private final ChildJvm.Program program;
  private final LogTail log;
  private final Predicate<LogTail> ready;
  private volatile Optional<ChildJvm> child = Optional.empty();

  /**
   * @param ready whether it is, given what it logged since its last start
   */
  JvmPart(Role role, ChildJvm.Program program, Path log, Predicate<LogTail> ready) {
    this.role = role;
    this.program = program;
    this.log = new LogTail(log);
    this.ready = ready;
  }

  @Override
  public void start() {
    log.startHere();
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
  public Optional<String> lineWith(String words) {
    return log.lineWith(words);
  }

  @Override
  public void kill() {
    child.ifPresent(ChildJvm::kill);
  }
}
